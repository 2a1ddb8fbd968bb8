"""How far the deadlines of a catalogue are cut."""

from collections.abc import Sequence

from tthc.analysis.cuts import CutRow
from tthc.analysis.durations import Convention
from tthc.catalogue.model import Catalogue
from tthc.messages import _
from tthc.report import unread
from tthc.report.cuts import annex, averages
from tthc.report.cuts.overruns import longer_deadlines, longer_title
from tthc.report.model import Block, Heading, Report
from tthc.text import numbers

GROUPS = ("field", "agency", "level")


def report(
    catalogue: Catalogue,
    rows: Sequence[CutRow],
    convention: Convention,
    *,
    apart: Sequence[CutRow] = (),
    by: str | None = None,
    asked: Sequence[Block] = (),
    more: Sequence[Block] = (),
    main: str = "conventions",
) -> Report:
    """What was asked for first: groups (`by` one of GROUPS) and `asked` (plans, the annex). Then the summary: averages,
    `more` (targets), and deadlines that are too long.

    `apart` are records that stand in the catalogue and not in its averages: of internal procedures, of vertical
    agencies', of those repealed or replaced. `main` is the key of the table that was asked for.
    """
    blocks: list[Block] = [
        *unread.notes(catalogue),
        *(_groups(catalogue, rows, convention, by) if by else ()),
        *asked,
        *([Heading(_("Summary"))] if by or asked else ()),
        *averages.blocks(rows, apart, convention),
        *more,
        *_overruns(rows),
    ]
    name = catalogue.manifest.title or catalogue.manifest.jurisdiction.name
    edition = catalogue.manifest.edition
    subtitle = _("Edition of {date}").format(date=numbers.calendar_date(edition)) if edition else ""
    return Report("cuts", _("Cuts of deadlines: {name}").format(name=name), subtitle, tuple(blocks), main=main)


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
    longer = longer_deadlines(rows)
    return [Heading(longer_title(rows)), longer] if longer else []
