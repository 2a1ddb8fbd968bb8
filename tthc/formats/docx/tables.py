"""A table on paper: its head repeated on every page, rows whole, groups shaded."""

from dataclasses import dataclass
from enum import Enum, auto
from xml.sax import saxutils

from tthc.formats.docx import columns, markup
from tthc.formats.docx.markup import BOLD, ITALIC, KEEP_NEXT, Style
from tthc.formats.values import text, uneven
from tthc.report.model import Column, Form, Row, RowKind, Table

_STYLES = {13: Style.TABLE_TEXT_13, 12: Style.TABLE_TEXT_12, 11: Style.TABLE_TEXT_11}
SPACE = markup.gap(120)  # stands below every table

_TEXT_SIZES = (12, 11)
_ANNEX_SIZES = (13, 12, 11)
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
_MIDDLE = '<w:vAlign w:val="center"/>'
_CAPTION_SIZE = 13
_WORDS = (Form.TEXT, Form.CODE)


@dataclass(frozen=True, slots=True)
class Line:
    """A row as texts, and which columns each of its cells reaches over, from and to."""

    kind: RowKind
    texts: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def render(table: Table, width: int, *, annexed: bool) -> str:
    """The table in this width in twips, with its title above and its notes below; an annex's counts its columns."""
    page = table.page
    if not page.columns:
        return ""
    lines = _lines(page)
    plan = columns.plan(_needs(page, lines), width, _ANNEX_SIZES if annexed else _TEXT_SIZES)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in plan.widths)
    return (
        markup.centred(Style.CAPTION, table.title, width, _CAPTION_SIZE)
        + f"<w:tbl>{_properties(table.title, width)}<w:tblGrid>{grid}</w:tblGrid>"
        + _head(page.columns, plan, numbered=annexed)
        + _rows(page.columns, lines, plan)
        + "</w:tbl>"
        + "".join(markup.paragraphs(Style.TABLE_NOTE, note) for note in page.notes)
        + SPACE
    )


def wide(table: Table, width: int) -> bool:
    """Whether the table asks for more than this width in twips to be read with ease, even in small letters."""
    page = table.page
    return not columns.comfortable(_needs(page, _lines(page)), width, _ANNEX_SIZES[-1])


def too_wide(table: Table, width: int) -> bool:
    """Whether the table cannot be read on this width in twips."""
    page = table.page
    return not columns.readable(_needs(page, _lines(page)), width, _TEXT_SIZES[-1])


def _lines(page: Table) -> list[Line]:
    forms = [column.form for column in page.columns]
    # rates that stand below each other have the same decimals
    even = [form is Form.RATE and uneven(row.cells[at] for row in page.printed) for at, form in enumerate(forms)]
    return [
        Line(
            row.kind,
            tuple(
                "" if cell is None and row.kind is not RowKind.BODY else markup.clean(text(cell, form, even=tenths))
                for cell, form, tenths in zip(row.cells, forms, even, strict=True)
            ),
            _spans(row, forms),
        )
        for row in page.printed
    ]


class _Holds(Enum):
    NOTHING = auto()
    WORDS = auto()
    FIGURE = auto()


def _spans(row: Row, forms: list[Form]) -> tuple[tuple[int, int], ...]:
    """In the row of a group or a total, words reach over the empty cells around them, up to the next figure's column.

    The name also takes the empty cells of figures before it, such as the running number.
    """
    if row.kind is RowKind.BODY:
        return tuple((at, at + 1) for at in range(len(forms)))
    spans: list[tuple[int, int]] = []
    last = _Holds.NOTHING
    named = False
    for at, (cell, form) in enumerate(zip(row.cells, forms, strict=True)):
        if cell is None and (form in _WORDS or not named):
            holds = _Holds.NOTHING
        else:
            holds, named = (_Holds.WORDS if form in _WORDS else _Holds.FIGURE), True
        pair = {last, holds}
        if spans and _Holds.NOTHING in pair and _Holds.FIGURE not in pair:
            spans[-1] = (spans[-1][0], at + 1)
            last = _Holds.WORDS if _Holds.WORDS in pair else _Holds.NOTHING
        else:
            spans.append((at, at + 1))
            last = holds
    return tuple(spans)


def _needs(page: Table, lines: list[Line]) -> tuple[columns.Need, ...]:
    """What the columns need; a cell that reaches over several asks nothing of any."""
    texts: list[list[str]] = [[] for _column in page.columns]
    for line in lines:
        for start, end in line.spans:
            if end - start == 1:
                texts[start].append(line.texts[start])
    return columns.needs(page.columns, texts)


def _properties(title: str, width: int) -> str:
    caption = f"<w:tblCaption w:val={saxutils.quoteattr(markup.clean(title))}/>" if title else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="{Style.TABLE}"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{columns.PADDING}" w:type="dxa"/>'
        f'<w:right w:w="{columns.PADDING}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/>{caption}</w:tblPr>'
    )


def _head(heads: tuple[Column, ...], plan: columns.Plan, *, numbered: bool) -> str:
    """The column labels, and under them their numbers; both stand on every page."""
    labelled = "".join(
        _cell(plan, (at, at + 1), column.label, "center", look=BOLD, keep=True) for at, column in enumerate(heads)
    )
    numbers = "".join(
        _cell(plan, (at, at + 1), f"({at + 1})", "center", look=ITALIC, keep=True) for at in range(len(heads))
    )
    return "".join(
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
        for cells in ((labelled, numbers) if numbered else (labelled,))
    )


def _rows(heads: tuple[Column, ...], lines: list[Line], plan: columns.Plan) -> str:
    sides = [_side(at, column.form) for at, column in enumerate(heads)]
    return "".join(_row(line, sides, plan, keep=_kept(lines, at)) for at, line in enumerate(lines))


def _kept(lines: list[Line], at: int) -> bool:
    """Whether the row stands on one page with the next: a group with its first row, the first two rows, the last two.

    LibreOffice loses the rest of a table whose second row misses the page by a hair.
    """
    return at + 1 < len(lines) and (lines[at].kind is RowKind.GROUP or at == 0 or at + 2 == len(lines))


def _side(at: int, form: Form) -> str:
    if form in _WORDS:
        return "left"
    return "center" if at == 0 else "right"  # a count in the first column is the running number


def _row(line: Line, sides: list[str], plan: columns.Plan, *, keep: bool) -> str:
    look = "" if line.kind is RowKind.BODY else BOLD
    shade = _SHADE if line.kind is RowKind.GROUP else ""
    cells = []
    for start, end in line.spans:
        words, side = line.texts[start], sides[start]
        if end - start > 1:
            words = next(filter(None, line.texts[start:end]), "")
            side = "center" if line.kind is RowKind.TOTAL else "left"
        cells.append(_cell(plan, (start, end), words, side, look=look, keep=keep, shade=shade))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(
    plan: columns.Plan, span: tuple[int, int], words: str, side: str, *, look: str, keep: bool, shade: str = ""
) -> str:
    start, end = span
    width = sum(plan.widths[start:end])
    merged = f'<w:gridSpan w:val="{end - start}"/>' if end - start > 1 else ""
    content = markup.paragraph(
        _STYLES[plan.size], markup.run(words, look), f'{KEEP_NEXT if keep else ""}<w:jc w:val="{side}"/>'
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}{shade}{_MIDDLE}</w:tcPr>{content}</w:tc>'
