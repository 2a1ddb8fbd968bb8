"""A chart as horizontal bars. Lengths are in percent of the width, so that letters keep their size on a phone."""

import textwrap
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tthc.formats.values import text
from tthc.report.model import Cell, Chart, Report, RowKind, Span

_SIGNS = 44  # of a label that fit across a phone
_LINES = 2  # of a label; what is longer is cut off, and stands in full in the tooltip
_LONGEST = 80  # percent of the width; the value stands behind the bar
_LINE, _BAR, _GAP = 18, 14, 14  # heights in pixels


@dataclass(frozen=True, slots=True)
class Bar:
    """A label over a bar; pixels downwards, percent sideways. `low` to `high` is the rest of a range."""

    label: str
    value: str
    lines: tuple[tuple[int, str], ...]
    y: int
    start: str
    length: str
    low: str
    rest: str
    end: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart, ready to be drawn."""

    id: str
    title: str
    bars: tuple[Bar, ...]
    height: int
    bar_height: int = _BAR


def bars(report: Report, chart: Chart, id_: str) -> Bars:
    """The chart of one of the report's tables."""
    table = next(table for table in report.tables if table.key == chart.table)
    keys = [column.key for column in table.columns]
    label, value = keys.index(chart.label), keys.index(chart.value)
    rows = [row.cells for row in table.rows if row.kind is RowKind.BODY][: chart.most]
    ends = [_ends(cells[value]) for cells in rows]
    least = min((low for low, _high in ends), default=Fraction(0))
    least, most = min(least, Fraction(0)), max((high for _low, high in ends), default=Fraction(0))
    scale = _LONGEST / (most - least) if most > least else Fraction(0)
    drawn = []
    y = 0
    for cells, (low, high) in zip(rows, ends, strict=True):
        words = text(cells[label], table.columns[label].form)
        lines = textwrap.wrap(words, _SIGNS, max_lines=_LINES, placeholder=" …") or [""]
        top = y + _LINE * len(lines)
        drawn.append(
            Bar(
                label=words,
                value=text(cells[value], table.columns[value].form),
                lines=tuple((y + _LINE * number - 6, line) for number, line in enumerate(lines, start=1)),
                y=top,
                start=_percent((min(low, Fraction(0)) - least) * scale),
                length=_percent(abs(low) * scale),
                low=_percent((low - least) * scale),
                rest=_percent((high - low) * scale) if high > low else "",
                end=_percent((max(high, Fraction(0)) - least) * scale),
            )
        )
        y = top + _BAR + _GAP
    return Bars(id_, chart.title, tuple(drawn), y)


def _ends(cell: Cell) -> tuple[Fraction, Fraction]:
    """The least and the most that the cell says; nothing where it is no number."""
    if isinstance(cell, Span):
        return _ends(cell.low)[0], _ends(cell.high)[1]
    number = Fraction(cell) if isinstance(cell, int | Decimal | Fraction) else Fraction(0)
    return number, number


def _percent(number: Fraction) -> str:
    return f"{float(number):.2f}%"
