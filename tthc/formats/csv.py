"""The main table of a report as CSV: what Excel opens with a double click, and every program reads."""

import csv
import io
import re
from decimal import Decimal
from fractions import Fraction

from tthc.domain.rounding import round_half_up
from tthc.messages import visible
from tthc.report.model import Cell, Form, Report, RowKind, Span, Table
from tthc.report.term import Term

BOM = "\ufeff"  # without it Excel takes Vietnamese for a code page
PLACES = 6

_FORMULA = re.compile(r"^\s*[=+\-@]")  # what a spreadsheet would run instead of showing it


class NoTableError(Exception):
    """The report has no table, and CSV can hold nothing else."""


def render(report: Report) -> str:
    """The report's main table: every column, every body row, unrounded numbers with a decimal point.

    Rates are fractions of one, ranges take two columns. Raises NoTableError.
    """
    table = report.main_table
    if table is None:
        raise NoTableError
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    ranges = _ranges(table)
    writer.writerow([label for at, column in enumerate(table.columns) for label in _labels(column.key, at in ranges)])
    for row in table.rows:
        if row.kind is RowKind.BODY:
            writer.writerow([text for at, cell in enumerate(row.cells) for text in _texts(cell, at in ranges)])
    return BOM + out.getvalue()


def _ranges(table: Table) -> set[int]:
    """The columns in which some cell is a range."""
    return {
        at
        for at, column in enumerate(table.columns)
        if column.form is not Form.TEXT and any(isinstance(row.cells[at], Span) for row in table.rows)
    }


def _labels(key: str, is_range: bool) -> list[str]:
    return [f"{key}_low", f"{key}_high"] if is_range else [key]


def _texts(cell: Cell, is_range: bool) -> list[str]:
    if not is_range:
        return [_text(cell)]
    return [_text(cell.low), _text(cell.high)] if isinstance(cell, Span) else [_text(cell)] * 2


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Term(key):
            return key
        case Span(low, high):
            return f"{_text(low)}–{_text(high)}"
        case Fraction() | Decimal():
            number = f"{round_half_up(cell, PLACES):f}"
            return number.rstrip("0").rstrip(".")
        case int():
            return str(cell)
    words = visible(cell)
    return f"'{words}" if _FORMULA.match(words) else words
