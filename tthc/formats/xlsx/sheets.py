"""A table on its sheet: its title and note, the head, the rows with their formulas, and what makes them easy to use."""

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from tthc.formats.xlsx import pages
from tthc.formats.xlsx.cells import cached, clean, number, places, put_text, rate_places, words
from tthc.formats.xlsx.formulas import Formulas, Live, subtotal
from tthc.formats.xlsx.places import HEAD, NOTE, TITLE, TOP, Place, Slot
from tthc.formats.xlsx.styles import Styles
from tthc.formats.xlsx.widths import MARGIN, widths
from tthc.report.model import Form, Row, RowKind

_SCREEN = 130  # characters that a screen shows side by side
_FROZEN = 75  # how many of them may stand still


def write(sheet: Worksheet, place: Place, formulas: Formulas, styles: Styles) -> None:
    """Everything but the charts. Cells are written row by row: no line is open again once the next one is begun."""
    wide = widths(place)
    for at, width in enumerate(wide):
        sheet.set_column(at, at, width)
    page = wide[: place.printed]
    for line, text, style in ((TITLE, place.caption, "caption"), (NOTE, place.table.note, "note")):
        pages.put_across(sheet, line, clean(text), styles.named(style), pages.readable(page, text))
    labels = [clean(slot.label) for slot in place.slots]
    sheet.set_row(HEAD, pages.height(max(map(pages.lines, labels, (width - MARGIN for width in wide)), default=1)))
    for at, label in enumerate(labels):
        put_text(sheet, HEAD, at, label, styles.named("head" if at < place.printed else "detail_head"))
    _Rows(sheet, place, formulas, styles, wide).write()
    _marks(sheet, place, styles)
    _view(sheet, place, wide)


class _Rows:
    """The rows of one table."""

    def __init__(
        self, sheet: Worksheet, place: Place, formulas: Formulas, styles: Styles, wide: Sequence[float]
    ) -> None:
        self._sheet, self._place, self._styles, self._wide = sheet, place, styles, wide
        self._wrapped = [(at, slot) for at, slot in enumerate(place.slots) if place.forms[at] is Form.TEXT]
        self._runs = dict(place.body)
        self._lives = [None if slot.upper else formulas.live(slot.column.formula, place) for slot in place.slots]
        self._decimals = [_rate_places(place, slot) for slot in place.slots]
        self._stated: set[int] = set()  # columns in which a group states a number that is no SUBTOTAL

    def write(self) -> None:
        for line, row in enumerate(self._place.table.rows, TOP):
            self._open(line, row)
            for at, (slot, live) in enumerate(zip(self._place.slots, self._lives, strict=True)):
                self._put(line, at, row, slot, live)

    def _open(self, line: int, row: Row) -> None:
        """Rows get the height their words need: not every program that shows a workbook finds it by itself."""
        most = max(
            (pages.lines(words(slot.cell(row)), self._wide[at] - MARGIN) for at, slot in self._wrapped), default=1
        )
        inside = self._place.grouped and row.kind is RowKind.BODY
        if most > 1 or inside:
            self._sheet.set_row(line, pages.height(most) if most > 1 else None, None, {"level": int(inside)})

    def _put(self, line: int, at: int, row: Row, slot: Slot, live: Live | None) -> None:
        cell, form = slot.cell(row), self._place.forms[at]
        value = None if slot.column.form is Form.CODE else number(cell)
        if value is None and cell is not None:
            put_text(self._sheet, line, at, words(cell), self._styles.cell(row.kind, form, None))
            return
        style = self._styles.cell(row.kind, form, self._decimals[at] if form is Form.RATE else places(cell))
        if formula := self._formula(line, at, row, slot, live):
            self._sheet.write_formula(line, at, formula, style, cached(value))
        elif value is not None:
            self._sheet.write_number(line, at, value, style)
            if row.kind is RowKind.GROUP:
                self._stated.add(at)
        else:
            self._sheet.write_blank(line, at, None, style)

    def _formula(self, line: int, at: int, row: Row, slot: Slot, live: Live | None) -> str | None:
        total = slot.column.total
        if total is None or row.kind is RowKind.BODY:
            return live.at(row, slot.cell(row), line) if live else None
        if slot.upper or slot.cell(row) is None:
            return None
        if row.kind is RowKind.GROUP:
            last = self._runs.get(line + 1)
            return subtotal(total, at, line + 1, last) if last else None
        if at in self._stated or not self._runs:
            return None
        return subtotal(total, at, TOP, self._place.body[-1][1])


def _rate_places(place: Place, slot: Slot) -> int:
    """One number of decimals for all rates of a column: two as soon as one of them needs them."""
    if slot.column.form is not Form.RATE:
        return 0
    rates = (slot.cell(row) for row in place.table.rows)
    return max((rate_places(rate) for rate in rates), default=1)


def _marks(sheet: Worksheet, place: Place, styles: Styles) -> None:
    """What follows the cells when they are changed: a mark on what overruns the law, decimals where there are some."""
    if place.last < TOP:
        return
    for at, slot in enumerate(place.slots):
        if slot.column.formula and not slot.upper and slot.column.form in (Form.AMOUNT, Form.RATE):
            overrun = {"type": "cell", "criteria": "<", "value": 0, "format": styles.mark("overrun")}
            sheet.conditional_format(TOP, at, place.last, at, overrun)
        if slot.column.form is Form.AMOUNT:
            cell = xl_rowcol_to_cell(TOP, at)
            halved = f"=ROUND({cell},2)<>ROUND({cell},0)"
            decimals = {"type": "formula", "criteria": halved, "format": styles.mark("decimals")}
            sheet.conditional_format(TOP, at, place.last, at, decimals)


def _view(sheet: Worksheet, place: Place, wide: tuple[float, ...]) -> None:
    pages.set_up(sheet)
    sheet.repeat_rows(HEAD)
    sheet.outline_settings(symbols_below=False)
    first_words = next((at for at, slot in enumerate(place.slots) if slot.column.form is Form.TEXT), -1)
    still = first_words + 1 if sum(wide) > _SCREEN and sum(wide[: first_words + 1]) <= _FROZEN else 0
    sheet.freeze_panes(TOP, still)
    if place.body:
        sheet.autofilter(HEAD, 0, place.body[-1][1], len(place.slots) - 1)
