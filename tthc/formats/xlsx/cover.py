"""The sheet to read first: what the report says in words and key figures, and where its tables are.

What stands in annexes comes first: the key figures in one place, the sources, the ways of reckoning. The text of a
report is read elsewhere.
"""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tthc.formats.values import text as printed
from tthc.formats.xlsx import pages
from tthc.formats.xlsx.cells import cached, clean, number, places, put_text, rate_places, words
from tthc.formats.xlsx.formulas import Formulas
from tthc.formats.xlsx.places import Drawing, Place, quoted
from tthc.formats.xlsx.styles import Styles
from tthc.formats.xlsx.widths import MARGIN
from tthc.messages import _, ngettext
from tthc.report.model import (
    Block,
    Chart,
    Definitions,
    Figure,
    Figures,
    Form,
    Heading,
    Note,
    Paragraph,
    Report,
    RowKind,
    Span,
    Suggestions,
    Table,
)
from tthc.text import numbers

_WIDTHS = (50, 14, 44, 44)
_LAST = len(_WIDTHS) - 1


def name() -> str:
    return _("Read me first")


def write(
    sheet: Worksheet,
    report: Report,
    tables: Sequence[Place],
    drawn: Sequence[Drawing],
    *,
    formulas: Formulas,
    styles: Styles,
) -> None:
    """The whole sheet."""
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    _Cover(sheet, formulas, styles).write(report, tables, drawn)
    pages.set_up(sheet)


class _Cover:
    def __init__(self, sheet: Worksheet, formulas: Formulas, styles: Styles) -> None:
        self._sheet, self._formulas, self._styles = sheet, formulas, styles
        self._line = 0  # the next one
        self._filled = -1

    def write(self, report: Report, tables: Sequence[Place], drawn: Sequence[Drawing]) -> None:
        if report.letter:
            self._across(report.letter.agency, "agency")
        self._across(report.title, "title")
        self._across(report.subtitle, "subtitle")
        if tables:
            self._index(tables, drawn)
        text, annexes = _telling(report.blocks), _telling(report.outline[len(report.blocks) :])
        if text and annexes:
            text = [Heading(_("Text of the report")), *text]
        for block in (*annexes, *text):
            self._block(block)

    def _index(self, tables: Sequence[Place], drawn: Sequence[Drawing]) -> None:
        """A link to every sheet: how many entries the table has, and under which headings it stands in the report."""
        self._heading(_("Sheets of this workbook"), 2)
        for place in tables:
            n = sum(row.kind is RowKind.BODY for row in place.table.rows)
            count = ngettext("{n} row", "{n} rows", n).format(n=numbers.count(n))
            self._link(place.sheet, count, place.caption)
            for drawing in drawn:
                if drawing.place is place and drawing.apart:
                    self._link(drawing.sheet, _("chart"), drawing.chart.title)
        self._space()

    def _link(self, sheet: str, holds: str, caption: str) -> None:
        style = self._styles.named("link")
        self._sheet.write_url(self._line, 0, f"internal:{quoted(sheet)}!A1", style, clean(sheet))
        put_text(self._sheet, self._line, 1, holds, self._styles.named("count"))
        self._beside(2, caption)
        self._down()

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text, level):
                self._heading(text, level)
            case Paragraph(text):
                self._across(text, "text")
            case Note(text):
                self._across(text, "note")
            case Figures(items):
                self._figures(items)
            case Definitions(items):
                for term, meaning in items:
                    put_text(self._sheet, self._line, 0, clean(term), self._styles.named("term"))
                    self._beside(1, meaning)
                    self._down()
            case Suggestions(items):
                for number_, (text, command) in enumerate(items, start=1):
                    self._across(f"{number_}. {text}", "text")
                    self._across(command, "command")

    def _across(self, text: str, style: str) -> None:
        if text:
            pages.put_across(self._sheet, self._line, clean(text), self._styles.named(style), _WIDTHS)
            self._down()

    def _down(self) -> None:
        self._filled = self._line
        self._line += 1

    def _space(self) -> None:
        """A blank line, if there is none yet."""
        self._line = max(self._line, self._filled + 2)

    def _heading(self, text: str, level: int) -> None:
        if level < 3:
            self._space()
        self._across(text, "heading" if level < 3 else "small_heading")

    def _beside(self, at: int, text: str) -> None:
        """From this column to the last one."""
        pages.put_across(self._sheet, self._line, clean(text), self._styles.named("text"), _WIDTHS[at:], first=at)

    def _figures(self, figures: Sequence[Figure]) -> None:
        """The definitions have a column where there are any, else the bases have the room."""
        defined = any(figure.definition for figure in figures)
        heads = (_("Figure"), _("Value"), _("Base"), _("How it is reckoned") if defined else "")
        self._row(heads, self._styles.named("head"), defined=defined)
        self._down()
        for figure in figures:
            texts = (clean(figure.label), "", clean(figure.base), clean(figure.definition))
            self._row(texts, self._styles.cell(RowKind.BODY, Form.TEXT, None), defined=defined)
            self._value(figure, 1)
            self._down()
        self._space()

    def _row(self, texts: tuple[str, ...], style: Format, *, defined: bool) -> None:
        rooms = (*_WIDTHS[:2], *(_WIDTHS[2:] if defined else (sum(_WIDTHS[2:]), 1)))
        most = max(pages.lines(text, room - MARGIN) for text, room in zip(texts, rooms, strict=True))
        self._sheet.set_row(self._line, pages.height(most))
        if not defined:
            self._sheet.merge_range(self._line, 2, self._line, _LAST, "", style)
        for at, text in enumerate(texts[: None if defined else _LAST]):
            put_text(self._sheet, self._line, at, text, style)

    def _value(self, figure: Figure, at: int) -> None:
        """The number, live where the workbook holds what it follows from; of a range the lower end, else its words."""
        formula = self._formulas.figure(figure.formula)
        cell = figure.value.low if formula and isinstance(figure.value, Span) else figure.value
        value = number(cell)
        if value is None:
            text = clean(printed(cell, figure.form)) if isinstance(cell, Span) or cell is None else words(cell)
            put_text(self._sheet, self._line, at, text, self._styles.cell(RowKind.TOTAL, Form.COUNT, None))
            return
        decimals = rate_places(cell) if figure.form is Form.RATE else places(cell)
        style = self._styles.cell(RowKind.TOTAL, figure.form, decimals)
        if formula:
            self._sheet.write_formula(self._line, at, formula, style, cached(value))
        else:
            self._sheet.write_number(self._line, at, value, style)


def _telling(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that are no tables, and no heading under which nothing is left."""
    kept: list[Block] = []
    for block in reversed(blocks):
        after = kept[-1] if kept else Heading("", 0)
        bare = isinstance(block, Heading) and isinstance(after, Heading) and after.level <= block.level
        if not bare and not isinstance(block, Table | Chart):
            kept.append(block)
    return kept[::-1]
