"""A report as Markdown, for pull requests and step summaries."""

import re

from tthc.formats.values import text
from tthc.messages import visible
from tthc.report.model import (
    NUMBERS,
    Block,
    Chart,
    Definitions,
    Figures,
    Heading,
    Note,
    Paragraph,
    Report,
    RowKind,
    Suggestions,
    Table,
)


def render(report: Report) -> str:
    """The whole report as one Markdown document."""
    parts = [f"# {_plain(report.title)}", _plain(report.subtitle), *map(_block, (*report.opening, *report.outline))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(words, level):
            return "#" * level + " " + _plain(words)
        case Paragraph(words):
            return _plain(words)
        case Note(words):
            return "> " + _plain(words)
        case Figures(items):
            return "\n".join(_figure(item.label, text(item.value, item.form), item.base) for item in items)
        case Suggestions(items):
            return "\n".join(f"- {_plain(words)}{_code(command)}" for words, command in items)
        case Definitions(items):
            return "\n".join(f"- **{_plain(term)}**: {_plain(meaning)}" for term, meaning in items)
        case Table():
            return _table(block.page)
        case Chart():
            return ""  # its table says the same


def _figure(label: str, value: str, base: str) -> str:
    return f"- {_plain(label)}: **{_plain(value)}**" + (f" ({_plain(base)})" if base else "")


def _table(table: Table) -> str:
    forms = [column.form for column in table.columns]
    lines = [
        f"**{_plain(table.title)}**\n" if table.title else "",
        "| " + " | ".join(_cell(column.label) for column in table.columns) + " |",
        "|" + "|".join("---:" if form in NUMBERS else "---" for form in forms) + "|",
    ]
    for row in table.printed:
        cells = [
            _cell(text(cell, form)) if cell is not None else "" for cell, form in zip(row.cells, forms, strict=True)
        ]
        if row.kind is not RowKind.BODY:
            cells = [f"**{cell}**" if cell else "" for cell in cells]
        lines.append("| " + " | ".join(cells) + " |")
    lines += ["\n" + _plain(note) for note in table.notes]
    return "\n".join(line for line in lines if line)


_SIGNS = re.compile(r"([\\`*_\[\]<>#|&~])")
_LIST_OR_RULE = re.compile(r"^(\d+(?=[.)](?: |$))|(?=[-+=]))")


def _plain(words: str) -> str:
    """Text on one line, all of which Markdown and HTML leave as it is."""
    line = " ".join(visible(words).split())
    return _LIST_OR_RULE.sub(r"\1\\", _SIGNS.sub(r"\\\1", line))


def _cell(words: str) -> str:
    return "<br>".join(_plain(line) for line in words.splitlines())


def _code(command: str) -> str:
    fence = "``" if "`" in command else "`"
    return f" {fence}{visible(command)}{fence}" if command else ""
