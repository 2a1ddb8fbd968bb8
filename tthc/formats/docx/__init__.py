"""A report as DOCX: a Word document after Nghị định 30/2020/NĐ-CP where the report has the makings of a letter."""

from collections.abc import Iterator
from pathlib import Path

from docx.document import Document

from tthc.formats.docx import archive, blocks, letter, markup, sections, tables, template
from tthc.formats.docx.markup import Style, paragraphs
from tthc.formats.docx.template import NotADocumentError
from tthc.report.model import Annex, Block, Report, Table

__all__ = ["NotADocumentError", "render"]

_AUTHOR = "tthc"
_TITLE_SIZE = 14  # points, as the styles of titles say


def render(report: Report, reference: Path | None = None) -> bytes:
    """The whole report. `reference` is a document that lends its styles and the make of its pages.

    Raises NotADocumentError if the reference is no Word document, OSError if it cannot be read.
    """
    empty = template.borrowed(reference) if reference else template.blank()
    empty.fill("".join(_body(report, empty.document)))
    empty.describe(report.title, report.letter.agency if report.letter else _AUTHOR)
    return archive.packed(empty.document)


def _body(report: Report, document: Document) -> Iterator[str]:
    """Section by section. The space below a table that ends one is left out: if the table fills its page, the space
    would make another."""
    pages = sections.text(document, landscape=False)
    if report.letter is None and any(tables.too_wide(table, pages.width) for table in _tables(report.blocks)):
        pages = sections.text(document, landscape=True)
    content = _text(report, pages.width)
    for name, annex in zip(report.annex_names, report.annexes, strict=True):
        yield content.removesuffix(tables.SPACE) + pages.end
        pages = sections.annex(document, landscape=False)
        if any(tables.wide(table, pages.width) for table in _tables(annex.blocks)):
            pages = sections.annex(document, landscape=True)
        head = _annex_head(annex, name, report, pages.width)
        content = head + blocks.render(annex.blocks, pages.width, annexed=True)
    yield content.removesuffix(tables.SPACE) + pages.last


def _tables(parts: tuple[Block, ...]) -> Iterator[Table]:
    return (block for block in parts if isinstance(block, Table))


def _text(report: Report, width: int) -> str:
    if report.letter is None:
        title = markup.centred(Style.TITLE, report.title, width, _TITLE_SIZE) + paragraphs(
            Style.SUBTITLE, report.subtitle
        )
        return title + blocks.render(report.blocks, width)
    return letter.head(report.letter, width) + blocks.closed(report.blocks, width) + letter.foot(report.letter, width)


def _annex_head(annex: Annex, name: str, report: Report, width: int) -> str:
    if report.letter is None:
        return markup.centred(Style.HEADING_1, annex.title, width, _TITLE_SIZE)
    title = markup.centred(Style.HEADING_1, annex.title.upper(), width, _TITLE_SIZE, above=name)
    return title + paragraphs(Style.SUBTITLE, letter.attached(report.letter))
