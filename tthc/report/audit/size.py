"""How large the catalogue is, and how it divides."""

from collections.abc import Callable
from dataclasses import replace

from tthc.analysis.audit import Audit, mean_of_rates
from tthc.analysis.cuts import CutRow
from tthc.analysis.overview import Key, groups, is_citizens, levels_of
from tthc.domain.level import OnlineLevel
from tthc.domain.rounding import ratio
from tthc.messages import _
from tthc.report import labels
from tthc.report.audit.common import TOP, base
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Heading, Note, Table, table


def blocks(audit: Audit) -> list[Block]:
    """Key figures, then by level, field and agency."""
    divisions = (levels(audit), fields(audit), agencies(audit))
    return [Heading(_("Size")), figures(audit), *(replace(each, most=TOP) for each in divisions), Note(columns_note())]


def figures(audit: Audit) -> Figures:
    """How many procedures are in force, and for whom; apart from them, the records of those that no longer are."""
    counts = audit.overview
    of_all = base(counts.total)
    found = [
        Figure("total", _("Procedures in force"), counts.total),
        Figure("citizens", _("  for citizens and businesses"), counts.citizens, base=of_all),
        Figure("internal", _("  internal"), counts.internal, base=of_all),
        Figure("vertical", _("  of vertical agencies"), counts.vertical, base=of_all),
    ]
    if counts.not_in_force:
        besides = _("counted in no other figure")
        found.append(Figure("not_in_force", _("Repealed or replaced"), counts.not_in_force, base=besides))
    return Figures(tuple(found))


def levels(audit: Audit) -> Table:
    """By combination of levels."""
    return _division("levels", _("Level"), audit, lambda row: levels_of(row.entry), labels.levels)


def fields(audit: Audit) -> Table:
    """By field, the largest first."""
    return _division("fields", _("Field"), audit, lambda row: row.entry.field)


def agencies(audit: Audit) -> Table:
    """By agency in charge, the largest first."""
    return _division("agencies", _("Agency"), audit, lambda row: audit.catalogue.agency_name(row.entry.agency))


def columns_note() -> str:
    """Of what the two rates of these tables are rates."""
    return _(
        "Mean cut: nominal rates of the procedures for citizens and businesses that could be compared "
        "(number in the column before). Full online: of the procedures for citizens and businesses."
    )


def _division(
    key: str, label: str, audit: Audit, by: Callable[[CutRow], Key], name: Callable[[Key], str] = str
) -> Table:
    found = groups(audit.rows, by)
    columns = [
        Column("name", label),
        Column("total", _("Total"), Form.COUNT),
        Column("internal", _("Internal"), Form.COUNT),
        Column("full_online", _("Full online"), Form.RATE),
        Column("compared", _("Compared"), Form.COUNT),
        Column("mean_compared", _("Mean cut"), Form.RATE),
    ]
    return table(key, "", columns, [[name(part), *_cells(rows)] for part, rows in found])


def _cells(rows: tuple[CutRow, ...]) -> list[Cell]:
    citizens = tuple(row for row in rows if is_citizens(row.entry))
    full = sum(row.entry.procedure.online.level is OnlineLevel.FULL for row in citizens)
    mean, compared = mean_of_rates(citizens)
    internal = sum(row.entry.procedure.internal for row in rows)
    return [len(rows), internal, ratio(full, len(citizens)), compared, mean]
