"""One procedure: what its record says, what was understood of it, and where it stands."""

from collections.abc import Sequence

from tthc.analysis.cuts import CutRow
from tthc.analysis.duplicates.exact import Repetition
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.procedure import Procedure
from tthc.domain.statistics import dossiers_of
from tthc.messages import _
from tthc.report import labels, namesakes
from tthc.report.cuts import procedure as cuts
from tthc.report.model import Block, Column, Figure, Figures, Form, Heading, Note, Report, table


def report(
    catalogue: Catalogue,
    row: CutRow,
    repetitions: Sequence[Repetition],
    others: Sequence[Entry] = (),
    online: Sequence[Block] = (),
) -> Report:
    """Everything about one entry. `repetitions` are those it belongs to, `others` what the same words name as well.

    `online` is what there is to say about online service (`report.online.procedure.blocks`).
    """
    entry = row.entry
    blocks: list[Block] = [
        _record(catalogue, entry),
        *cuts.blocks(row, catalogue.manifest.targets, dossiers_of(entry, catalogue.dossiers())),
        *_dossier(entry.procedure),
        *_basis(entry.procedure),
        *online,
        *_repeated(entry, repetitions),
        *_findings(catalogue, entry),
        *namesakes.blocks(others),
    ]
    title = " · ".join(dict.fromkeys((entry.key, entry.procedure.name)))
    return Report("show", title, str(entry.location), tuple(blocks))


def _record(catalogue: Catalogue, entry: Entry) -> Figures:
    procedure = entry.procedure
    rows: list[tuple[str, str, str]] = [
        ("agency", _("Agency"), catalogue.agency_name(entry.agency)),
        ("field", _("Field"), entry.field),
        ("level", _("Level"), labels.levels(procedure.level)),
        ("status", _("Status"), labels.status(procedure.status)),
        ("internal", _("Kind"), _("internal procedure") if procedure.internal else ""),
        ("handled_by", _("Handled by"), ", ".join(map(catalogue.agency_name, procedure.handled_by))),
        ("place", _("Place of reception"), procedure.place or ""),
        ("channels", _("Channels"), ", ".join(labels.channel(entry.channel) for entry in procedure.channels)),
        ("subjects", _("Applicants"), ", ".join(procedure.subjects)),
        ("fee", _("Fee"), procedure.fee or ""),
        ("result", _("Result"), procedure.result.name if procedure.result else ""),
        ("online", _("Online service, as stated"), labels.online(procedure.online.level)),
        ("decision", _("Local decision"), procedure.local.decision or ""),
        ("source", _("Source"), procedure.source or ""),
    ]
    return Figures(tuple(Figure(key, label, value, Form.TEXT) for key, label, value in rows if value))


def _dossier(procedure: Procedure) -> list[Block]:
    if not procedure.dossier:
        return []
    columns = [
        Column("number", _("No."), Form.COUNT),
        Column("paper", _("Paper")),
        Column("form", _("Form")),
        Column("originals", _("Originals"), Form.COUNT),
        Column("copies", _("Copies"), Form.COUNT),
    ]
    rows = [
        [number, item.name if not item.when else f"{item.name} ({item.when})", item.form, item.originals, item.copies]
        for number, item in enumerate(procedure.dossier, start=1)
    ]
    sets = procedure.dossier_sets
    note = _("Number of sets: {n}").format(n=sets) if sets is not None else ""
    return [Heading(_("Dossier")), table("dossier", "", columns, rows, note)]


def _basis(procedure: Procedure) -> list[Block]:
    if not procedure.legal.basis:
        return []
    rows = [[basis] for basis in procedure.legal.basis]
    return [Heading(_("Legal basis")), table("basis", "", [Column("document", _("Document"))], rows)]


def _repeated(entry: Entry, repetitions: Sequence[Repetition]) -> list[Block]:
    return [
        Note(
            _("Stands more than once ({what}): {places}").format(
                what=labels.repetition(found.kind),
                places=", ".join(str(other.location) for other in found.entries if other is not entry),
            )
        )
        for found in repetitions
    ]


def _findings(catalogue: Catalogue, entry: Entry) -> list[Block]:
    """What the reader found wrong in the lines of this record."""
    path, first, _column = entry.location
    starts = [other.location.line for other in catalogue.entries if other.location.path == path]
    end = min((line for line in starts if line > first), default=None)
    return [
        Note(f"{finding.location} {finding.rule}: {finding.message}. {finding.help}")
        for finding in catalogue.findings
        if finding.location.path == path and first <= finding.location.line and (not end or finding.location.line < end)
    ]
