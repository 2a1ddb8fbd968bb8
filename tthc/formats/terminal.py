"""A report at a terminal, or as plain text where the output is piped."""

import io
from collections.abc import Iterable

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from tthc.formats.values import text
from tthc.report.model import (
    Block,
    Figures,
    Form,
    Heading,
    Note,
    Paragraph,
    Report,
    RowKind,
    Suggestions,
    Table,
)

_RIGHT = (Form.COUNT, Form.AMOUNT, Form.RATE)


def render(report: Report, *, width: int, color: bool) -> str:
    """The whole report as text of this width, with ANSI colours or without."""
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        legacy_windows=False,
        emoji=False,
        markup=False,
    )
    console.print(Text(report.title, style="bold"))
    if report.subtitle:
        console.print(Text(report.subtitle, style="dim"))
    for block in report.blocks:
        console.print(*_block(block, width))
    return _without_trailing_blanks(console.file.getvalue())  # type: ignore[attr-defined]  # it is the StringIO above


def _block(block: Block, width: int) -> Iterable[RenderableType]:
    match block:
        case Heading(words):
            return [Text("\n" + words, style="bold cyan")]
        case Paragraph(words):
            return [Text(words)]
        case Note(words):
            return [Padding(Text(words, style="dim"), (0, 0, 0, 2))]
        case Figures():
            return [_figures(block)]
        case Table():
            return [_table(block, width)]
        case Suggestions(items):
            return [_suggestions(items)]


def _figures(block: Figures) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    numeric = all(figure.form in _RIGHT for figure in block.items)
    grid.add_column()
    grid.add_column(justify="right" if numeric else "left", no_wrap=numeric)
    grid.add_column(style="dim")
    for figure in block.items:
        grid.add_row(Text(figure.label), Text(text(figure.value, figure.form), style="bold"), Text(figure.base))
    return Padding(grid, (0, 0, 0, 2))


def _table(block: Table, width: int) -> RenderableType:
    grid = Grid(
        box=box.SIMPLE_HEAD,
        title=Text(block.title) if block.title else None,
        title_justify="left",
        title_style="italic",
        caption=Text(block.note, style="dim") if block.note else None,
        caption_justify="left",
        pad_edge=False,
        expand=False,
        padding=(0, 1),
    )
    for column in block.columns:
        tight = column.form is not Form.TEXT
        grid.add_column(
            Text(column.label),
            justify="right" if column.form in _RIGHT else "left",
            no_wrap=tight,
            overflow="fold",
            max_width=None if tight else max(24, width // 2),
        )
    for row in block.rows:
        style = "" if row.kind is RowKind.BODY else "bold"
        cells = [
            Text("" if cell is None and row.kind is not RowKind.BODY else text(cell, column.form), style=style)
            for cell, column in zip(row.cells, block.columns, strict=True)
        ]
        grid.add_row(*cells)
    return grid


def _suggestions(items: tuple[tuple[str, str], ...]) -> RenderableType:
    lines = Text()
    for number, (words, command) in enumerate(items, start=1):
        lines.append(f"  {number}. {words}\n")
        if command:
            lines.append(f"     {command}\n", style="green")
    return lines


def _without_trailing_blanks(words: str) -> str:
    return "\n".join(line.rstrip() for line in words.rstrip().splitlines()) + "\n"
