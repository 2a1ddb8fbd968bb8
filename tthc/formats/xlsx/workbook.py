"""The workbook as a whole."""

import io
import tempfile
from collections.abc import Sequence
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tthc.formats.xlsx import charts, cover, pages, sheets
from tthc.formats.xlsx.cells import clean
from tthc.formats.xlsx.formulas import Formulas
from tthc.formats.xlsx.names import sheet_name
from tthc.formats.xlsx.places import TOP, Drawing, Place, drawings, places
from tthc.formats.xlsx.styles import FONT, Styles
from tthc.messages import _
from tthc.report.model import Report
from tthc.text import numbers

_MOST_LINES = 1_048_576
_CREATED = datetime(1980, 1, 1)  # noqa: DTZ001 - no clock: the same report gives the same bytes


class TooManyRowsError(Exception):
    """A table is longer than a sheet can be. The message is for people."""

    def __init__(self, place: Place) -> None:
        super().__init__(
            _('the table "{title}" has {n} rows; a sheet of Excel holds {most}').format(
                title=place.caption,
                n=numbers.count(len(place.table.rows)),
                most=numbers.count(_MOST_LINES - TOP),
            )
        )


def render(report: Report) -> bytes:
    """The whole report. Raises TooManyRowsError."""
    taken: set[str] = set()
    front = sheet_name((cover.name(),), taken)
    tables = places(report, taken)
    for place in tables:
        if len(place.table.rows) > _MOST_LINES - TOP:
            raise TooManyRowsError(place)
    drawn = drawings(report, tables, taken)
    out = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:  # finished rows wait there
        book = Workbook(out, {"constant_memory": True, "tmpdir": folder, "default_format_properties": FONT})
        book.set_properties({"title": clean(report.title), "subject": clean(report.subtitle), "created": _CREATED})
        styles, formulas = Styles(book), Formulas(tables)
        cover.write(book.add_worksheet(front), report, tables, drawn, formulas=formulas, styles=styles)
        for place in tables:
            sheet = book.add_worksheet(place.sheet)
            sheets.write(sheet, place, formulas, styles)
            _draw(book, sheet, place, [drawing for drawing in drawn if drawing.place is place])
        book.close()
    return out.getvalue()


def _draw(book: Workbook, sheet: Worksheet, place: Place, drawn: Sequence[Drawing]) -> None:
    """The charts of a table, under it or behind it; then what of its sheet is printed is known."""
    line = place.last + 2
    for drawing in drawn:
        if drawing.apart:
            apart = book.add_worksheet(drawing.sheet)
            charts.insert(book, apart, drawing, 0)
            pages.set_up(apart)
        else:
            line = charts.insert(book, sheet, drawing, line)
    if place.printed < len(place.slots):
        sheet.print_area(0, 0, line, place.printed - 1)
