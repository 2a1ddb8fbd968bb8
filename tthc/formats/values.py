"""A cell as text, the same in every format that prints text."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from tthc.domain.rounding import round_half_up
from tthc.report.model import Cell, Form, Span
from tthc.report.term import Term
from tthc.text import numbers

NOTHING = "–"


def text(cell: Cell, form: Form = Form.TEXT, *, even: bool = False) -> str:
    """The value as the reader writes it; a missing value is a dash. `even` rates have a decimal even where it is 0."""
    if isinstance(cell, Span):
        return _span(cell, form, even=even)
    if isinstance(cell, Term):
        return cell.text
    if cell is None:
        return NOTHING
    if isinstance(cell, str):
        return cell
    if form is Form.RATE:
        return numbers.even_percent(Fraction(cell)) if even else numbers.percent(Fraction(cell))
    if isinstance(cell, int):
        return numbers.count(cell)
    return numbers.amount(cell)


def uneven(cells: Iterable[Cell]) -> bool:
    """Whether some rates of a column have a decimal as printed and others have none."""
    ends = [end for cell in cells for end in ((cell.low, cell.high) if isinstance(cell, Span) else (cell,))]
    tenths = {
        round_half_up(Fraction(end) * 100, 1) % 1 == 0 for end in ends if isinstance(end, int | Fraction | Decimal)
    }
    return len(tenths) == 2


def _span(span: Span, form: Form, *, even: bool) -> str:
    low, high = text(span.low, form, even=even), text(span.high, form, even=even)
    if low == high:
        return low
    return f"{low.removesuffix('%')}–{high}" if form is Form.RATE else f"{low}–{high}"


def exact(cell: Cell) -> object:
    """The value for machines: numbers as numbers where JSON can hold them exactly, fractions rounded to six places."""
    if isinstance(cell, Span):
        return {"low": exact(cell.low), "high": exact(cell.high)}
    if isinstance(cell, Term):
        return cell.key
    if isinstance(cell, Fraction | Decimal):
        return float(round_half_up(cell, 6))
    return cell
