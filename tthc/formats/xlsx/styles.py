"""How cells look: one place for fonts, colours and number formats."""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from tthc.report.model import Form, RowKind

FONT = {"font_name": "Times New Roman", "font_size": 11}
_LINE = {"border": 1, "border_color": "#BFBFBF"}
_HEAD = {"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "align": "center", "valign": "vcenter"}
_KINDS: dict[RowKind, dict[str, Any]] = {
    RowKind.BODY: {},
    RowKind.GROUP: {"bold": True, "bg_color": "#DDEBF7"},
    RowKind.TOTAL: {"bold": True, "bg_color": "#BDD7EE", "top": 2},
}
_NUMBERS = {
    Form.TEXT: ("#,##0", "#,##0.0", "#,##0.00"),
    Form.CODE: ("@", "@", "@"),
    Form.COUNT: ("#,##0", "#,##0.0", "#,##0.00"),
    Form.AMOUNT: ("#,##0", "#,##0.0", "#,##0.00"),
    Form.RATE: ("0.0%", "0.0%", "0.00%"),
}
_ALIGN = {Form.TEXT: "left", Form.CODE: "center"}


class Styles:
    """The styles of one workbook, each made when it is first asked for."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._cells: dict[tuple[RowKind, Form, int | None], Format] = {}
        self._named: dict[str, Format] = {}

    def cell(self, kind: RowKind, form: Form, places: int | None) -> Format:
        """A cell of a table. `places` are the decimals of a number; None for text."""
        key = (kind, form, places)
        if key not in self._cells:
            look = {**_LINE, "valign": "top", **_KINDS[kind]}
            if places is None:
                look |= {
                    "text_wrap": form is not Form.CODE,
                    "align": _ALIGN.get(form, "right"),
                    "indent": int(form is Form.TEXT),
                }
                look |= {"num_format": "@"} if form is Form.CODE else {}
            else:
                look |= {"num_format": _NUMBERS[form][places], "align": "right"}
            self._cells[key] = self._book.add_format({**FONT, **look})
        return self._cells[key]

    def mark(self, name: str) -> Format:
        """What a condition adds to the look of a cell."""
        return self._book.add_format(_MARKS[name])

    def named(self, name: str) -> Format:
        if name not in self._named:
            self._named[name] = self._book.add_format({**FONT, **_NAMED[name]})
        return self._named[name]


_WRAPPED = {"text_wrap": True, "valign": "top"}
_NAMED: dict[str, dict[str, Any]] = {
    "head": {**_HEAD, **_LINE, "text_wrap": True},
    "detail_head": {**_HEAD, **_LINE, "text_wrap": True, "bg_color": "#7F7F7F"},
    "caption": {"bold": True, "font_size": 13, "valign": "vcenter", "font_color": "#1F4E79"},
    "note": {**_WRAPPED, "italic": True, "font_color": "#595959"},
    "agency": {"bold": True},
    "title": {**_WRAPPED, "bold": True, "font_size": 16, "font_color": "#1F4E79"},
    "subtitle": {**_WRAPPED, "font_color": "#595959"},
    "heading": {**_WRAPPED, "bold": True, "font_size": 13, "font_color": "#1F4E79"},
    "small_heading": {**_WRAPPED, "bold": True},
    "text": _WRAPPED,
    "term": {**_WRAPPED, "bold": True},
    "link": {**_WRAPPED, "underline": 1, "font_color": "#0563C1"},
    "command": {**_WRAPPED, "font_name": "Courier New", "font_size": 10, "indent": 2, "font_color": "#375623"},
    "count": {"valign": "top", "align": "center"},
}
_MARKS = {
    "overrun": {"font_color": "#9C0006", "bg_color": "#FFC7CE"},
    "decimals": {"num_format": "#,##0.0#"},
}
