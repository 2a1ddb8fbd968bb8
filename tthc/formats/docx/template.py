"""The empty document to write into: our own, or one with the styles and pages of somebody's document."""

import io
import zipfile
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import serialize_for_reading

from tthc import messages
from tthc.formats.docx import sections
from tthc.formats.docx.markup import NAMESPACES, clean

_FOLDER = Path(__file__).parent
_LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
_LOOKS = {  # the parts of a document that are no content
    RELATION.STYLES,
    RELATION.NUMBERING,
    RELATION.THEME,
    RELATION.FONT_TABLE,
    RELATION.SETTINGS,
    RELATION.WEB_SETTINGS,
}
_NO_LOOKS = (  # what settings and styles hold of the content, or of those who wrote it
    "w:rsids",
    "w:rsid",
    "w:footnotePr",
    "w:endnotePr",
    "w:documentProtection",
    "w:trackRevisions",
)
_LONGEST_PROPERTY = 255


class NotADocumentError(Exception):
    """The file is no Word document (DOCX), or a broken one."""


@dataclass(frozen=True, slots=True)
class Template:
    """A document whose body holds nothing but the properties of its section; `ids` leads from our styles to its own."""

    document: Document
    ids: dict[str, str]

    def fill(self, content: str) -> None:
        """Put the markup of a whole body into the document.

        It is parsed as a part of the whole: to move it from one tree to another takes time by the square of its size.
        """
        others = "".join(serialize_for_reading(each) for each in self.document.element if each.tag != qn("w:body"))
        parsed = parse_xml(f"<w:document {NAMESPACES}>{others}<w:body>{content}</w:body></w:document>")
        if any(ours != theirs for ours, theirs in self.ids.items()):
            for element in parsed.iter(qn("w:pStyle"), qn("w:tblStyle")):
                element.set(qn("w:val"), self.ids[element.get(qn("w:val"))])
        self.document.part._element = parsed

    def describe(self, title: str, author: str) -> None:
        """Say what the document is, in which language and whose; nothing of when."""
        properties = self.document.core_properties
        element: Any = self.document.part.package.part_related_by(RELATION.CORE_PROPERTIES).element
        element[:] = []
        properties.title = clean(title)[:_LONGEST_PROPERTY]
        properties.author = clean(author)[:_LONGEST_PROPERTY]
        properties.language = _LANGUAGES[messages.language()]
        for language in self.document.styles.element.iterfind(
            "/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")))
        ):
            language.set(qn("w:val"), _LANGUAGES[messages.language()])


def blank() -> Template:
    """A document of our own styles, on A4."""
    document = docx.Document(io.BytesIO(_package()))
    return _finished(document)


def borrowed(reference: Path) -> Template:
    """An empty document with the styles and the first section of another; the styles it lacks are ours.

    Raises NotADocumentError, OSError.
    """
    data = reference.read_bytes()
    try:
        document = docx.Document(io.BytesIO(data))
        _empty(document)
        return _finished(document)
    except Exception as error:  # there is no end to the ways in which a foreign file can be broken
        raise NotADocumentError(reference) from error


def _finished(document: Document) -> Template:
    ids = _complete(document.styles.element)
    sections.number_pages(document)
    return Template(document, ids)


def _empty(document: Document) -> None:
    """Leave nothing of what the document says, and no trace of who wrote it when."""
    body = document.element.body
    first = sections.first(body)
    body[:] = [first]
    kept = {value for reference in first for name, value in reference.attrib.items() if name == qn("r:id")}
    relations = document.part.rels
    for key in [key for key, each in relations.items() if each.reltype not in _LOOKS and key not in kept]:
        relations.pop(key)
    ours = (RELATION.OFFICE_DOCUMENT, RELATION.CORE_PROPERTIES)
    package = document.part.package.rels
    for key in [key for key, each in package.items() if each.reltype not in ours]:
        package.pop(key)
    for part in (document.settings.element, document.styles.element):
        for element in list(part.iter(*map(qn, _NO_LOOKS))):
            element.getparent().remove(element)


def _complete(styles: Any) -> dict[str, str]:
    """Add those of our styles that are missing by their names; returns the id of each of ours here."""
    ours = parse_xml((_FOLDER / "styles.xml").read_bytes()).findall(qn("w:style"))
    known = {_name(style): style.get(qn("w:styleId")) for style in styles.findall(qn("w:style"))}
    taken = set(known.values())
    ids = {_id(style): known.get(_name(style)) or _free(_id(style), taken) for style in ours}
    for style in ours:
        if _name(style) in known:
            continue
        added = deepcopy(style)
        added.set(qn("w:styleId"), ids[_id(style)])
        for element in added.iter(qn("w:basedOn"), qn("w:next")):
            element.set(qn("w:val"), ids[element.get(qn("w:val"))])
        styles.append(added)
    return ids


def _name(style: Any) -> tuple[str, str]:
    """What tells styles apart: Word translates their ids, but never the names of its own."""
    name = style.find(qn("w:name"))
    return style.get(qn("w:type"), "paragraph"), "" if name is None else name.get(qn("w:val"), "").casefold()


def _id(style: Any) -> str:
    return str(style.get(qn("w:styleId")))


def _free(wanted: str, taken: set[str]) -> str:
    return wanted if wanted not in taken else _free(f"{wanted}0", taken)


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f"<w:document {NAMESPACES}><w:body>{sections.FIRST}</w:body></w:document>",
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/></Relationships>',
}


def _package() -> bytes:
    """The smallest document that can be opened, with our styles and settings."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in _PARTS.items():
            package.writestr(name, content)
        for name in ("styles.xml", "settings.xml"):
            package.writestr(f"word/{name}", (_FOLDER / name).read_bytes())
    return out.getvalue()
