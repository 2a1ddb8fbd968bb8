"""One procedure: what its record says, what was understood of it, and where it stands."""

from collections.abc import Sequence

from tthc.analysis.cuts import CutRow
from tthc.analysis.duplicates.exact import Repetition
from tthc.analysis.durations import Convention
from tthc.catalogue.model import Catalogue
from tthc.domain.deadline import Deadline
from tthc.domain.entry import Entry
from tthc.domain.procedure import Procedure
from tthc.messages import _
from tthc.report import labels, namesakes
from tthc.report.cuts import words
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Heading, Note, Paragraph, Report, Span, table


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
        *_deadlines(row),
        *_dossier(entry.procedure),
        *_basis(entry.procedure),
        *online,
        *_repeated(entry, repetitions),
        *namesakes.blocks(others),
    ]
    title = f"{entry.procedure.code} · {entry.procedure.name}" if entry.procedure.code else entry.procedure.name
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


def _deadlines(row: CutRow) -> list[Block]:
    comparison = row.comparison
    columns = [
        Column("side", ""),
        Column("announced", _("As announced")),
        Column("understood", _("Understood as")),
    ]
    rows: list[list[Cell]] = [
        [_("Legal"), comparison.legal.text if comparison.legal else None, _understood(comparison.legal)],
        [_("Local"), comparison.local.text if comparison.local else None, _understood(comparison.local)],
    ]
    figures = [
        Figure(
            f"rate_{convention.name.lower()}",
            labels.convention(convention),
            Span(amounts.rate, amounts.best_rate),
            Form.RATE,
        )
        for convention in Convention
        if (amounts := row.amounts(convention))
    ]
    blocks: list[Block] = [Heading(_("Deadlines")), table("deadlines", "", columns, rows)]
    if figures:
        blocks += [Paragraph(_("Cut, by convention:")), Figures(tuple(figures))]
    note = words.note(row, Convention.NOMINAL)
    if note:
        blocks.append(Note(note))
    if comparison.overrun and not row.excluded:
        blocks.append(Note(f"{labels.overrun(comparison.overrun)}: {words.overrun(comparison)}"))
    return blocks


def _understood(deadline: Deadline | None) -> str | None:
    """Case by case, the ordinary one first; the kind in words where there is no case."""
    if deadline is None:
        return None
    lines = [labels.case(case) for case in deadline.cases]
    if deadline.headline:
        lines.insert(0, lines.pop(deadline.headline))
    steps = [labels.step(step) for step in deadline.steps]
    if steps:
        lines.append(_("steps: {steps}").format(steps=" + ".join(steps)))
    return "\n".join(lines) or labels.kind(deadline.kind)


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
