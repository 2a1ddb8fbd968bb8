"""A table as the page shows it: which cells are headers, which rows belong together, how it fits on a phone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from tthc.formats.values import text
from tthc.messages import visible
from tthc.report.model import NUMBERS, Cell, Column, Form, Row, RowKind, Table
from tthc.report.term import Term

_FITS_PORTRAIT = 6  # columns
_SHORT = 24  # signs
_LONG = 25  # rows: a table that is read by searching, and that scrolls in its own frame


@dataclass(frozen=True, slots=True)
class Box:
    """One cell of the page, over `span` columns; `scope` makes a header of it."""

    text: str
    style: str = ""
    scope: str = ""
    span: int = 1


@dataclass(frozen=True, slots=True)
class Body:
    """Rows that belong together: below a group row, or the totals."""

    kind: RowKind
    lines: tuple[tuple[RowKind, tuple[Box, ...]], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, ready to be written down. `name` is its title or that of the heading above it."""

    id: str
    name: str
    title: str
    heads: tuple[Box, ...]
    bodies: tuple[Body, ...]
    size: int
    most: int | None
    note: str
    cards: bool  # on a phone each row is a card; else the table scrolls sideways below its first column
    wide: bool  # printed across the page

    @property
    def long(self) -> bool:
        """Whether it scrolls in a frame of its own."""
        return self.size > _LONG


def grid(table: Table, id_: str, heading: str) -> Grid:
    """The table as the page shows it, standing below this heading."""
    name_at = _name_at(table.columns)
    lines = [(row.kind, tuple(_boxes(row, table.columns, name_at))) for row in table.rows]
    size = sum(kind is RowKind.BODY for kind, _boxes in lines)
    wordy = [_is_wordy([row.cells[at] for row in table.rows]) for at in range(len(table.columns))]
    return Grid(
        id=id_,
        name=table.title or heading,
        title=table.title,
        heads=tuple(map(_head, table.columns, wordy)),
        bodies=tuple(_bodies(lines)),
        size=size,
        most=table.most if table.most is not None and table.most < len(table.rows) else None,
        note=table.note,
        cards=sum(wordy) > 1 and len(table.columns) > 2,
        wide=len(table.columns) > _FITS_PORTRAIT and size > _LONG,
    )


def card_labels(grid: Grid) -> str:
    """The style that labels each cell of a card with its column, for all rows at once.

    Counted from the end: the label of a group row takes the place of several cells at the beginning.
    """
    if not grid.cards:
        return ""
    rules = (
        f"#{grid.id} td:nth-last-child({at}){{--label:{_css_text(head.text)}}}"
        for at, head in enumerate(reversed(grid.heads), start=1)
    )
    return "\n".join(rules) + "\n"


def _is_wordy(cells: Sequence[Cell]) -> bool:
    """Whether a column needs more room than a phone can give to several."""
    return any(len(text(cell)) > _SHORT for cell in cells if isinstance(cell, str | Term))


def _name_at(columns: Sequence[Column]) -> int:
    """The column that names the row: the one called so, else the first of words, else the first."""
    words = [at for at, column in enumerate(columns) if column.form is Form.TEXT]
    return next((at for at in words if columns[at].key == "name"), next(iter(words), 0))


def _head(column: Column, wordy: bool) -> Box:
    return Box(column.label, _style("", column.form) or ("wordy" if wordy else ""), "col")


def _boxes(row: Row, columns: Sequence[Column], name_at: int) -> Iterator[Box]:
    if row.kind is not RowKind.BODY:
        yield from _summary(row, columns)
        return
    for at, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
        words = text(cell, column.form) if cell is not None or column.form in NUMBERS else ""
        yield Box(words, _style(words, column.form), "row" if at == name_at else "")


def _style(words: str, form: Form) -> str:
    """Numbers stand at the right; a code is never broken, unless it is a path or a list that fills the page."""
    if form is Form.CODE:
        return "path" if max(map(len, words.split(", "))) > _SHORT else "code"
    return "number" if form in NUMBERS else ""


def _summary(row: Row, columns: Sequence[Column]) -> Iterator[Box]:
    """A group or total row: its label spreads over the empty cells before and after it."""
    at = next((at for at, cell in enumerate(row.cells) if cell is not None), 0)
    after = sum(1 for _cell in takewhile(lambda cell: cell is None, row.cells[at + 1 :]))
    scope = "rowgroup" if row.kind is RowKind.GROUP else "row"
    yield Box(text(row.cells[at], columns[at].form), "", scope, at + 1 + after)
    for cell, column in list(zip(row.cells, columns, strict=True))[at + 1 + after :]:
        words = "" if cell is None else text(cell, column.form)
        yield Box(words, _style(words, column.form))


def _bodies(lines: Sequence[tuple[RowKind, tuple[Box, ...]]]) -> Iterator[Body]:
    """A body begins with each group row and with the totals."""
    starts = [
        at
        for at, (kind, _line) in enumerate(lines)
        if at == 0 or kind is RowKind.GROUP or (kind is RowKind.TOTAL) != (lines[at - 1][0] is RowKind.TOTAL)
    ]
    for start, end in pairwise([*starts, len(lines)]):
        yield Body(lines[start][0], tuple(lines[start:end]))


def _css_text(words: str) -> str:
    """The words as a text of CSS; whatever could end it is written as a number."""
    plain = (sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in visible(words))
    return f'"{"".join(plain)}"'
