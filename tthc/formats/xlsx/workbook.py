"""The workbook as a whole."""

import io
import tempfile
from collections.abc import Sequence
from datetime import datetime

from xlsxwriter import Workbook

from tthc.formats.xlsx import charts, cover, sheets
from tthc.formats.xlsx.cells import clean
from tthc.formats.xlsx.formulas import Formulas
from tthc.formats.xlsx.names import sheet_name
from tthc.formats.xlsx.places import TOP, Place, places
from tthc.formats.xlsx.styles import FONT, Styles
from tthc.messages import _
from tthc.report.model import Chart, Report
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
    first = sheet_name((cover.name(),), taken)
    tables = places(report, taken)
    for place in tables:
        if len(place.table.rows) > _MOST_LINES - TOP:
            raise TooManyRowsError(place)
    with tempfile.TemporaryDirectory() as folder:  # finished rows wait there
        return _written(report, tables, first, folder)


def _written(report: Report, tables: Sequence[Place], first: str, folder: str) -> bytes:
    out = io.BytesIO()
    book = Workbook(out, {"constant_memory": True, "tmpdir": folder, "default_format_properties": FONT})
    book.set_properties({"title": clean(report.title), "subject": clean(report.subtitle), "created": _CREATED})
    styles, formulas = Styles(book), Formulas(tables)
    front = book.add_worksheet(first)
    cover.write(front, report, tables, formulas, styles)
    for place in tables:
        sheet = book.add_worksheet(place.sheet)
        sheets.write(sheet, place, formulas, styles)
        line = place.last + 2
        for chart in _charts(report, place):
            line = charts.insert(book, sheet, place, chart, line)
        if place.printed < len(place.slots):
            sheet.print_area(0, 0, line, place.printed - 1)
    book.close()
    return out.getvalue()


def _charts(report: Report, place: Place) -> list[Chart]:
    return [block for block in report.outline if isinstance(block, Chart) and block.table == place.table.key]
