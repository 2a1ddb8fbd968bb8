"""The blocks of a report as paragraphs and tables."""

from collections.abc import Iterable

from tthc.formats.docx import markup, tables
from tthc.formats.docx.markup import BOLD, MONOSPACE, Style
from tthc.formats.values import text
from tthc.report.model import (
    Block,
    Chart,
    Definitions,
    Figure,
    Figures,
    Heading,
    Note,
    Paragraph,
    Suggestions,
    Table,
)

END = "./."  # what closes the text of an official document

_HEADINGS = {1: Style.HEADING_1, 2: Style.HEADING_2}


def render(blocks: Iterable[Block], width: int, *, annexed: bool = False) -> str:
    """The blocks in this width in twips, as they stand in the text or in an annex."""
    return "".join(_block(block, width, annexed=annexed) for block in blocks)


def closed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The text with the sign that ends it, behind its last words or in a paragraph of its own."""
    kept = tuple(block for block in blocks if not isinstance(block, Chart))
    match kept[-1:]:
        case (Paragraph(words),):
            return (*kept[:-1], Paragraph(_ended(words)))
        case (Note(words),):
            return (*kept[:-1], Note(_ended(words)))
    return (*kept, Paragraph(END))


def _ended(words: str) -> str:
    return words.rstrip().rstrip(".") + END


def _block(block: Block, width: int, *, annexed: bool) -> str:
    match block:
        case Heading(words, level):
            return markup.paragraphs(_HEADINGS.get(level, Style.HEADING_3), words)
        case Paragraph(words):
            return markup.paragraphs(Style.BODY, words)
        case Note(words):
            return markup.paragraphs(Style.NOTE, words)
        case Figures(items):
            return "".join(map(_figure, items))
        case Definitions(items):
            return "".join(
                markup.paragraph(Style.BODY, markup.run(f"- {term}: ") + markup.run(meaning)) for term, meaning in items
            )
        case Suggestions(items):
            return "".join(
                markup.paragraph(Style.BODY, markup.run(f"{at}. {words} ") + markup.run(command, MONOSPACE))
                for at, (words, command) in enumerate(items, start=1)
            )
        case Table():
            return tables.render(block, width, annexed=annexed)
        case Chart():
            return ""  # its table says the same


def _figure(figure: Figure) -> str:
    base = f" ({figure.base})" if figure.base else ""
    return markup.paragraph(
        Style.BODY,
        markup.run(f"- {figure.label}: ") + markup.run(text(figure.value, figure.form), BOLD) + markup.run(base),
    )
