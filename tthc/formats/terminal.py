"""A report at a terminal, or as plain text where the output is piped."""

import io
import textwrap
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from tthc.formats.values import text
from tthc.messages import visible
from tthc.report.model import (
    NUMBERS,
    Block,
    Chart,
    Column,
    Definitions,
    Figures,
    Form,
    Heading,
    Note,
    Paragraph,
    Report,
    Row,
    RowKind,
    Suggestions,
    Table,
)

_NARROWEST = 20  # a column of words narrower than this is no pleasure to read


def render(report: Report, *, width: int, color: bool) -> str:
    """The whole report as text of this width, with ANSI colours or without."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        legacy_windows=False,
        emoji=False,
        markup=False,
    )
    console.print(_words(report.title, "bold"))
    if report.subtitle:
        console.print(_words(report.subtitle, "dim"))
    for block in (*report.opening, *report.outline):
        console.print(*_block(block, width))
    lines = [line.rstrip() for line in out.getvalue().rstrip().split("\n")]
    return "".join(f"{line}\n" for before, line in pairwise(["", *lines]) if before or line)


def _words(words: str, style: str = "") -> Text:
    """Words that may come from a file: nothing in them steers the terminal, and what is too long is folded."""
    return Text(visible(words), style=style, overflow="fold")


def _block(block: Block, width: int) -> Iterable[RenderableType]:
    match block:
        case Heading(words):
            return [_words("\n" + words, "bold cyan")]
        case Paragraph(words):
            return [_words(words)]
        case Note(words):
            return [Padding(_words(words, "dim"), (0, 0, 0, 2))]
        case Figures():
            return [_figures(block)]
        case Definitions(items):
            return [Padding(_words(f"{term}: {meaning}"), (0, 0, 0, 2)) for term, meaning in items]
        case Table():
            return _table(block.page, width)
        case Chart():
            return []  # its table says the same
        case Suggestions(items):
            return [_suggestions(items)]


def _figures(block: Figures) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(ratio=None)
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(style="dim")
    for figure in block.items:
        grid.add_row(_words(figure.label), _words(text(figure.value, figure.form), "bold"), _words(figure.base))
    return Padding(grid, (0, 0, 0, 2))


def _table(block: Table, width: int) -> Iterable[RenderableType]:
    """The table; where the screen is too narrow for its columns, one row below the other."""
    rows = [(row, list(_cells(row, block))) for row in block.printed]
    cells = [[line for _row, cells in rows for line in cells[at].split("\n")] for at in range(len(block.columns))]
    title = [_words("\n" + block.title, "italic")] if block.title else []
    notes = [Padding(_words(note, "dim"), (0, 0, 0, 1)) for note in block.notes]
    for labels in ([column.label for column in block.columns], list(map(_folded, block.columns, cells))):
        least = sum(map(_least, block.columns, labels, cells))
        if least + 3 * len(labels) - 1 <= width:  # three blanks between columns, one at either side
            return [*title, _columns(block, labels, rows, width), *notes]
    return [*title, _stacked(block, rows), *notes]


def _cells(row: Row, block: Table) -> Iterable[str]:
    for cell, column in zip(row.cells, block.columns, strict=True):
        yield "" if cell is None and row.kind is not RowKind.BODY else text(cell, column.form)


def _folded(column: Column, cells: Sequence[str]) -> str:
    """The label of a column of numbers, broken over lines so as to be no wider than they are."""
    if column.form is Form.TEXT:
        return column.label
    width = max(map(cell_len, [*cells, *column.label.split(" ")]))
    return "\n".join(textwrap.wrap(column.label, width, break_long_words=False, break_on_hyphens=False))


def _least(column: Column, label: str, cells: Sequence[str]) -> int:
    """How wide the column must be: words can be broken over lines, numbers and codes cannot."""
    longest = max(map(cell_len, [*cells, *label.split("\n")]))
    return min(longest, _NARROWEST) if column.form is Form.TEXT else longest


def _columns(block: Table, labels: Sequence[str], rows: Sequence[tuple[Row, list[str]]], width: int) -> RenderableType:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, expand=False, padding=(0, 1))
    height = max(label.count("\n") for label in labels)
    for column, label in zip(block.columns, labels, strict=True):
        words = column.form is Form.TEXT
        grid.add_column(
            _words("\n" * (height - label.count("\n")) + label),
            justify="right" if column.form in NUMBERS else "left",
            no_wrap=not words,
            overflow="fold",
            max_width=max(24, width // 2) if words else None,
        )
    for row, cells in rows:
        grid.add_row(*(_words(cell, "" if row.kind is RowKind.BODY else "bold") for cell in cells))
    return grid


def _stacked(block: Table, rows: Sequence[tuple[Row, list[str]]]) -> RenderableType:
    parts: list[RenderableType] = [Text()]
    for row, cells in rows:
        named = list(zip(block.columns, cells, strict=True))
        if row.kind is not RowKind.BODY:  # its name stands in whichever column has room for it
            named = [(column, cell) for column, cell in named if cell]
        if not named:
            continue
        first, *others = named
        parts.append(Padding(_words(first[1], "bold"), (0, 0, 0, 1)))
        parts += [Padding(_words(f"{column.label}: {cell}"), (0, 0, 0, 3)) for column, cell in others if cell]
    return Group(*parts, Text())


def _suggestions(items: tuple[tuple[str, str], ...]) -> RenderableType:
    parts: list[RenderableType] = []
    for number, (words, command) in enumerate(items, start=1):
        parts.append(Padding(_words(f"{number}. {words}"), (0, 0, 0, 2)))
        if command:
            parts.append(Padding(_words(command, "green"), (0, 0, 0, 5)))
    return Group(*parts)
