"""Native charts of the cells of a table."""

import re

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tthc.formats.xlsx.cells import clean, number, words
from tthc.formats.xlsx.places import TOP, Drawing, Place
from tthc.formats.xlsx.styles import FONT
from tthc.report.model import Form, Row

_WIDTH = 960  # pixels
_BAR, _AROUND = 24, 130  # pixels of height: for each bar, and for title and axes
_ROW = 20  # pixels of an ordinary row
_COLOR = "#2E75B6"
_REFERENCE = re.compile(r"!(?=\$?[A-Z])")
_AXIS_FORMATS = {Form.RATE: "0%", Form.AMOUNT: "#,##0.##", Form.COUNT: "#,##0"}


def insert(book: Workbook, sheet: Worksheet, drawing: Drawing, line: int) -> int:
    """Draw the chart from this line on; the first line under it."""
    chart, place = drawing.chart, drawing.place
    label, value = place.columns[chart.label], place.columns[chart.value]
    runs = _runs(place, chart.most)
    rows = [place.table.rows[at - TOP] for first, last in runs for at in range(first, last + 1)]
    form = place.slots[value].column.form
    bars = book.add_chart({"type": "bar"})
    bars.add_series(
        {
            "name": _text(place.slots[value].label),
            "categories": _cells(place, label, runs),
            "values": _cells(place, value, runs),
            "categories_data": [words(place.slots[label].cell(row)) for row in rows],
            "values_data": [_value(row, place, value) for row in rows],
            "fill": {"color": _COLOR},
            "gap": 45,
            "data_labels": {"value": True, "font": _font(9), "num_format": _label_format(form)},
        }
    )
    bars.set_title({"name": _text(chart.title), "name_font": _font(14, bold=True), "overlay": False})
    bars.set_y_axis(
        {
            "name": _text(place.slots[label].label),
            "name_font": _font(10, bold=True),
            "num_font": _font(10),
            "reverse": True,  # the first on top
            "crossing": "max",  # the values below, not above, although reversed
            "interval_unit": 1,  # every label
            "label_position": "low",  # outside, also where bars go below zero
        }
    )
    bars.set_x_axis(
        {
            "name": _text(place.slots[value].label),
            "name_font": _font(10, bold=True),
            "num_font": _font(10),
            "num_format": _AXIS_FORMATS.get(form, "General"),
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
        }
    )
    bars.set_legend({"none": True})
    height = _AROUND + _BAR * len(rows)
    bars.set_size({"width": _WIDTH, "height": height})
    sheet.insert_chart(line, 0, bars, {"object_position": 2, "description": _text(chart.title)})
    return line + height // _ROW + 2


def _runs(place: Place, most: int | None) -> list[tuple[int, int]]:
    """The lines of the first `most` body rows."""
    left, runs = most if most is not None else len(place.table.rows), []
    for first, last in place.body:
        if left > 0:
            runs.append((first, min(last, first + left - 1)))
            left -= last - first + 1
    return runs


def _cells(place: Place, at: int, runs: list[tuple[int, int]]) -> str:
    ranges = [place.range(at, first, last) for first, last in runs]
    return "=" + (ranges[0] if len(ranges) == 1 else f"({','.join(ranges)})")


def _value(row: Row, place: Place, at: int) -> float | str:
    value = number(place.slots[at].cell(row))
    return "" if value is None else value


def _label_format(form: Form) -> str:
    return "0.0%" if form is Form.RATE else "#,##0.##" if form is Form.AMOUNT else "#,##0"


def _text(words_: str) -> str:
    """Clean, and no reference to a cell, for which the library would take "Nhanh!A1"."""
    return _REFERENCE.sub("! ", clean(words_))


def _font(size: int, *, bold: bool = False) -> dict[str, object]:
    return {"name": FONT["font_name"], "size": size, "bold": bold}
