"""Word documents in the styles of another document."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from tthc import messages
from tthc.cli import output, settings
from tthc.formats.docx import NotADocumentError, render
from tthc.report.model import Annex, Heading, Letter, Paragraph, Report

REPORT = Report("x", "Tên", "", (Heading("I. Mục"), Paragraph("Một đoạn.")), (Annex("A", ()),), Letter("Sở A"))


@pytest.fixture
def theirs() -> Document:
    """The document of an office: its font, its margins, its header, and things that must not be passed on."""
    messages.use("vi")
    document = docx.Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(13)
    document.styles["Body Text"].font.size = Pt(15)
    document.sections[0].left_margin = Mm(35)
    document.sections[0].header.paragraphs[0].text = "Sở A"
    document.core_properties.author = "Nguyễn Văn Bí Mật"
    document.add_paragraph("Bí mật")
    document.add_section().left_margin = Mm(5)
    document.add_picture(io.BytesIO(PIXEL))
    return document


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)


def saved(document: Document, folder: Path) -> Path:
    path = folder / "theirs.docx"
    document.save(str(path))
    return path


def written(document: Document, folder: Path) -> Document:
    return docx.Document(io.BytesIO(render(REPORT, saved(document, folder))))


def test_the_colour_of_the_pages_is_borrowed(theirs: Document, tmp_path: Path) -> None:
    theirs.element.insert(0, parse_xml(f'<w:background {nsdecls("w")} w:color="FFF8E0"/>'))
    background = written(theirs, tmp_path).element.find(qn("w:background"))
    assert background is not None
    assert background.get(qn("w:color")) == "FFF8E0"


def test_styles_are_borrowed_and_missing_ones_are_ours(theirs: Document, tmp_path: Path) -> None:
    found = written(theirs, tmp_path)
    assert found.styles["Normal"].font.name == "Arial"
    assert found.styles["Body Text"].font.size == Pt(15)
    assert found.styles["Letter Agency"].font.bold
    names = [style.name for style in found.styles]
    assert len(names) == len(set(names))


def test_styles_are_found_by_name_whatever_the_language_of_word_calls_them(theirs: Document, tmp_path: Path) -> None:
    theirs.styles["Heading 2"].element.set(qn("w:styleId"), "u2")
    theirs.styles["Title"].element.set(qn("w:styleId"), "LetterAgency")  # the id of one of ours
    found = written(theirs, tmp_path)
    heading = next(each for each in found.paragraphs if each.text == "I. Mục")
    assert heading.style is not None
    assert (heading.style.name, heading.style.style_id) == ("Heading 2", "u2")
    agency = found.tables[0].rows[0].cells[0].paragraphs[0]
    assert agency.style is not None
    assert agency.style.name == "Letter Agency"


def test_the_first_section_is_borrowed_with_its_header(theirs: Document, tmp_path: Path) -> None:
    found = written(theirs, tmp_path)
    assert [section.left_margin for section in found.sections] == [pytest.approx(Mm(35), abs=635)] * 2
    assert [section.page_width for section in found.sections] == [theirs.sections[0].page_width] * 2
    assert [paragraph.text for paragraph in found.sections[0].header.paragraphs] == ["Sở A"]
    assert not found.element.findall(".//" + qn("w:fldSimple"))


def test_a_document_without_header_and_footer_gets_page_numbers(tmp_path: Path) -> None:
    section = written(docx.Document(), tmp_path).sections[0]
    assert section.header.paragraphs[0]._p.findall(qn("w:fldSimple"))


def test_nothing_of_what_it_says_is_passed_on(theirs: Document, tmp_path: Path) -> None:
    data = render(REPORT, saved(theirs, tmp_path))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        everything = b"".join(map(archive.read, names)).decode(errors="replace")
        looks = archive.read("word/settings.xml") + archive.read("word/styles.xml")
    assert "Bí" not in everything
    assert not [name for name in names if "media" in name or "thumbnail" in name]
    assert b"rsid" not in looks
    assert docx.Document(io.BytesIO(data)).core_properties.author == "Sở A"
    assert render(REPORT, tmp_path / "theirs.docx") == data


def test_a_body_without_pages_gets_ours(tmp_path: Path) -> None:
    bare = docx.Document()
    for section in bare.element.body.findall(qn("w:sectPr")):
        bare.element.body.remove(section)
    assert round((written(bare, tmp_path).sections[0].left_margin or 0) / 36000) == 30


def test_a_section_may_be_named_inside_a_paragraph_and_changed(tmp_path: Path) -> None:
    changed = docx.Document()
    changed.sections[0]._sectPr.append(parse_xml(f"<w:sectPrChange {nsdecls('w')} w:id='1' w:author='x'/>"))
    changed.add_section()
    found = written(changed, tmp_path)
    assert not list(found.element.body.iter(qn("w:sectPrChange")))
    assert len(found.sections) == 2


def test_a_document_of_ours_lends_all_that_it_has(tmp_path: Path) -> None:
    messages.use("vi")
    path = tmp_path / "ours.docx"
    path.write_bytes(render(REPORT))
    assert render(REPORT, path) == path.read_bytes()


def broken(kind: str) -> bytes:
    if kind == "text":
        return b"no document"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    if kind == "archive":
        return out.getvalue()
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()[:-300]


@pytest.mark.parametrize("kind", ["text", "archive", "cut off"])
def test_what_is_no_document_is_said_to_be_none(kind: str, tmp_path: Path) -> None:
    messages.use("vi")
    path = tmp_path / "theirs.docx"
    path.write_bytes(broken(kind))
    with pytest.raises(NotADocumentError):
        render(REPORT, path)
    with pytest.raises(settings.SettingError, match=r"theirs\.docx không phải là tài liệu Word"):
        output.render(REPORT, "docx", to_screen=False, reference=path)


def test_a_missing_document_is_said_to_be_missing(tmp_path: Path) -> None:
    messages.use("vi")
    with pytest.raises(settings.SettingError, match=r"theirs\.docx.*không tồn tại"):
        output.render(REPORT, "docx", to_screen=False, reference=tmp_path / "theirs.docx")
