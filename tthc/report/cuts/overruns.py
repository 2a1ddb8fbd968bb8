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
