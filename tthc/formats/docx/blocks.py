"""The blocks of a report as paragraphs and tables."""

from collections.abc import Iterable

from tthc.formats.docx import markup, tables
from tthc.formats.docx.markup import BOLD, KEEP_NEXT, MONOSPACE, Style
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


def closed(blocks: Iterable[Block], width: int) -> str:
    """The blocks of a document's text, with the sign that ends it: behind its last words, else in a paragraph of its
    own; the signature stands on one page with it."""
    *others, last = [block for block in blocks if not isinstance(block, Chart)] or [Paragraph("")]
    match last:
        case Paragraph(words) if words.strip():
            end = markup.paragraphs(Style.BODY, _ended(words), KEEP_NEXT)
        case Note(words) if words.strip():
            end = markup.paragraphs(Style.NOTE, _ended(words), KEEP_NEXT)
        case Suggestions((*items, (words, ""))):
            end = _block(Suggestions((*items, (_ended(words), ""))), width, annexed=False)
        case _:
            end = _block(last, width, annexed=False) + markup.paragraph(Style.BODY, markup.run(END), KEEP_NEXT)
    return render(others, width) + end


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
                markup.paragraph(Style.BODY, markup.run(f"{at}. {words}") + _command(command))
                for at, (words, command) in enumerate(items, start=1)
            )
        case Table():
            return tables.render(block, width, annexed=annexed)
        case Chart():
            return ""  # its table says the same


def _command(command: str) -> str:
    return markup.run(" ") + markup.run(command, MONOSPACE) if command else ""


def _figure(figure: Figure) -> str:
    base = f" ({figure.base})" if figure.base else ""
    return markup.paragraph(
        Style.BODY,
        markup.run(f"- {figure.label}: ") + markup.run(text(figure.value, figure.form), BOLD) + markup.run(base),
    )
