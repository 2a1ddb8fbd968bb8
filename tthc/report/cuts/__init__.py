"""How far the deadlines of a catalogue are cut."""

from collections.abc import Sequence

from tthc.analysis.cuts import CutRow
from tthc.analysis.durations import Convention, Overrun
from tthc.catalogue.model import Catalogue
from tthc.messages import _
from tthc.report import labels
from tthc.report.cuts import annex, averages
from tthc.report.cuts.words import overrun
from tthc.report.model import Block, Cell, Column, Form, Heading, Report, Term, table
from tthc.report.values import deadline_words
from tthc.text import numbers

GROUPS = ("field", "agency", "level")


def report(
    catalogue: Catalogue,
    rows: Sequence[CutRow],
    convention: Convention,
    *,
    apart: Sequence[CutRow] = (),
    by: str | None = None,
    more: Sequence[Block] = (),
) -> Report:
    """Averages, groups (`by` one of GROUPS), `more` (targets, plans, the annex), and deadlines that are too long.

    `apart` are procedures that stand in the catalogue and not in its averages: internal ones, vertical agencies'.
    """
    blocks = [
        *averages.blocks(rows, apart, convention),
        *(_groups(catalogue, rows, convention, by) if by else ()),
        *more,
        *_overruns(rows),
    ]
    name = catalogue.manifest.title or catalogue.manifest.jurisdiction.name
    edition = catalogue.manifest.edition
    subtitle = _("Edition of {date}").format(date=numbers.calendar_date(edition)) if edition else ""
    return Report("cuts", _("Cuts of deadlines: {name}").format(name=name), subtitle, tuple(blocks))


def _groups(catalogue: Catalogue, rows: Sequence[CutRow], convention: Convention, by: str) -> list[Block]:
    if by == "agency":
        title, label = _("By agency"), _("Agency")
        found = averages.by_group(rows, convention, label, lambda row: annex.managing(catalogue, row))
    elif by == "level":
        title, label = _("By level"), _("Level")
        note = _("Combinations of levels, so that the groups add up to the whole.")
        found = averages.by_group(rows, convention, label, annex.level, note=note)
    else:
        title, label = _("By field"), _("Field")
        found = averages.by_group(rows, convention, label, lambda row: row.entry.field)
    return [Heading(title), found]


def _overruns(rows: Sequence[CutRow]) -> list[Block]:
    """Every local deadline that may exceed the legal one, the surest first."""
    order = {overrun: place for place, overrun in enumerate(Overrun)}
    found = sorted(
        (
            (order[grade], row.entry.location, grade, row)
            for row in rows
            if not row.excluded and (grade := row.gravest.overrun)
        ),
        key=lambda item: item[:2],
    )
    if not found:
        return []
    columns = [
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name")),
        Column("legal", _("Legal")),
        Column("local", _("Local")),
        Column("overrun", _("How sure")),
        Column("why", _("Why")),
    ]
    cells: list[list[Cell]] = [
        [
            row.entry.key,
            row.entry.procedure.name,
            deadline_words(row.gravest.legal),
            deadline_words(row.gravest.local),
            Term(grade, labels.overrun(grade)),
            overrun(row.gravest),
        ]
        for _order, _location, grade, row in found
    ]
    title = _("Local deadline longer than the legal one ({n})").format(n=numbers.count(len(found)))
    return [Heading(title), table("overruns", "", columns, cells)]
