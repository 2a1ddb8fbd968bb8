"""Pages: their size, margins and number. The text is one section, every annex another."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Twips

from tthc.formats.docx import markup
from tthc.formats.docx.markup import NAMESPACES, twips

_EMU_PER_TWIP = 635
_WIDTH, _HEIGHT = twips(210), twips(297)  # A4
_MARGIN, _LEFT, _RIGHT, _NUMBER = twips(20), twips(30), twips(20), twips(10)
_NARROWEST = twips(60)
FIRST = (
    f'<w:sectPr {NAMESPACES}><w:pgSz w:w="{_WIDTH}" w:h="{_HEIGHT}"/><w:pgMar w:top="{_MARGIN}" w:right="{_RIGHT}"'
    f' w:bottom="{_MARGIN}" w:left="{_LEFT}" w:header="{_NUMBER}" w:footer="{_NUMBER}" w:gutter="0"/></w:sectPr>'
)
_PAGE_NUMBER = f'<w:fldSimple {NAMESPACES} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
_OF_THE_FIRST_ONLY = ("w:headerReference", "w:footerReference", "w:titlePg", "w:type", "w:pgNumType")


@dataclass(frozen=True, slots=True)
class Pages:
    """A section: the width of its text in twips, and its properties."""

    width: int
    properties: str

    @property
    def end(self) -> str:
        """The paragraph behind which the next section begins."""
        return markup.gap(0, section=self.properties)

    @property
    def last(self) -> str:
        """The end of the document: a table must not be its last paragraph."""
        return markup.gap(0) + self.properties


def first(body: Any) -> Any:
    """The properties of the first section of a body; ours where it has none with a size and margins."""
    found = next((deepcopy(each) for each in body.iter(qn("w:sectPr"))), None)
    if found is None or any(found.find(qn(name)) is None for name in ("w:pgSz", "w:pgMar")):
        return parse_xml(FIRST)
    for name in ("w:sectPrChange", "w:type"):
        for child in found.findall(qn(name)):
            found.remove(child)
    return found


def number_pages(document: Document) -> None:
    """The number at the top of every page but the first; a header or footer that is there already stays as it is."""
    section = document.sections[0]
    if not (section.header.is_linked_to_previous and section.footer.is_linked_to_previous):
        return
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph.style = document.styles["Header"]
    paragraph._p.append(parse_xml(_PAGE_NUMBER))


def text(document: Document, *, landscape: bool) -> Pages:
    """The pages of the text: the document's own, turned if need be."""
    return _pages(document.element.body.sectPr, document, landscape=landscape)


def annex(document: Document, *, landscape: bool) -> Pages:
    """The pages of an annex, upright or turned: its header is the text's, and its numbers go on."""
    properties = deepcopy(document.element.body.sectPr)
    for name in _OF_THE_FIRST_ONLY:
        for child in properties.findall(qn(name)):
            properties.remove(child)
    Section(properties, document.part).start_type = WD_SECTION.NEW_PAGE
    return _pages(properties, document, landscape=landscape)


def _pages(properties: Any, document: Document, *, landscape: bool) -> Pages:
    section = Section(deepcopy(properties), document.part)
    width, height = section.page_width or Twips(_WIDTH), section.page_height or Twips(_HEIGHT)
    if landscape and width < height:
        section.page_width, section.page_height = height, width
        section.orientation = WD_ORIENT.LANDSCAPE
    margins = (section.left_margin or 0) + (section.right_margin or 0) + (section.gutter or 0)
    text = ((section.page_width or width) - margins) // _EMU_PER_TWIP
    return Pages(max(text, _NARROWEST), section._sectPr.xml)
