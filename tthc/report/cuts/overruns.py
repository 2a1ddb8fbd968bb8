"""Every local deadline that may exceed the legal one, the surest first."""

from collections.abc import Sequence

from tthc.analysis.cuts import CutRow
from tthc.analysis.durations import Overrun
from tthc.messages import _
from tthc.report import labels
from tthc.report.cuts import words
from tthc.report.model import Cell, Column, Form, Table, table
from tthc.report.term import Term
from tthc.report.values import deadline_words
from tthc.text import numbers


def longer_title(rows: Sequence[CutRow]) -> str:
    """What stands above the table: how many are certainly longer, and how many have to be checked."""
    grades = [row.gravest.overrun for row in rows if not row.excluded and row.gravest.overrun]
    certain = grades.count(Overrun.CERTAIN)
    words_ = (
        _("Local deadline longer than the legal one: {certain} certainly, {unsure} to be checked")
        if certain and certain < len(grades)
        else _("Local deadline longer than the legal one ({n})")
        if certain
        else _("Local deadline perhaps longer than the legal one, to be checked ({n})")
    )
    counts = {"n": len(grades), "certain": certain, "unsure": len(grades) - certain}
    return words_.format(**{name: numbers.count(n) for name, n in counts.items()})


def longer_deadlines(rows: Sequence[CutRow]) -> Table | None:
    """How sure it is, and why; None where there is nothing to list."""
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
        return None
    columns = [
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name of the procedure")),
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
            words.overrun(row.gravest),
        ]
        for _order, _location, grade, row in found
    ]
    return table("overruns", "", columns, cells)
