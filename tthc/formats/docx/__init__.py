"""A report as DOCX: a Word document after Nghị định 30/2020/NĐ-CP where the report has the makings of a letter."""

from collections.abc import Iterator
from pathlib import Path

from docx.document import Document

from tthc.formats.docx import archive, blocks, letter, sections, tables, template
from tthc.formats.docx.markup import ITALIC, Style, paragraph, paragraphs, run
from tthc.formats.docx.template import NotADocumentError
from tthc.messages import _
from tthc.report.model import Annex, Report, Table

__all__ = ["NotADocumentError", "render"]

_AUTHOR = "tthc"


def render(report: Report, reference: Path | None = None) -> bytes:
    """The whole report. `reference` is a document that lends its styles and the make of its pages.

    Raises NotADocumentError if the reference is no Word document, OSError if it cannot be read.
    """
    empty = template.borrowed(reference) if reference else template.blank()
    empty.fill("".join(_body(report, empty.document)))
    empty.describe(report.title, report.letter.agency if report.letter else _AUTHOR)
    return archive.packed(empty.document)


def _body(report: Report, document: Document) -> Iterator[str]:
    pages = sections.text(document)
    yield _text(report, pages.width)
    for number, annex in enumerate(report.annexes, start=1):
        yield pages.end
        pages = sections.annex(document, landscape=_wide(annex, sections.annex(document, landscape=False).width))
        yield _annex_head(annex, number, report)
        yield blocks.render(annex.blocks, pages.width, numbered=True)
    yield pages.last


def _text(report: Report, width: int) -> str:
    if report.letter is None:
        title = paragraphs(Style.TITLE, report.title) + paragraphs(Style.SUBTITLE, report.subtitle)
        return title + blocks.render(report.blocks, width)
    return (
        letter.head(report.letter, width)
        + blocks.render(blocks.closed(report.blocks), width)
        + letter.foot(report.letter, width)
    )


def _wide(annex: Annex, width: int) -> bool:
    return any(tables.wide(block, width) for block in annex.blocks if isinstance(block, Table))


def _annex_head(annex: Annex, number: int, report: Report) -> str:
    if report.letter is None:
        return paragraphs(Style.HEADING_1, annex.title)
    name = _("Annex {number}").format(number=_roman(number)) if len(report.annexes) > 1 else _("Annex")
    return paragraph(Style.HEADING_1, run(f"{name}\n{' '.join(annex.title.split()).upper()}")) + paragraph(
        Style.SUBTITLE, run(letter.attached(report.letter), ITALIC)
    )


def _roman(number: int) -> str:
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    words = ""
    for value, sign in signs:
        words += sign * (number // value)
        number %= value
    return words
