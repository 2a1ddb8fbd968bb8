"""Reports as Word documents: the parts of an official document, their order, what a person has to fill in."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from tthc import messages
from tthc.formats.docx import render
from tthc.report.model import (
    Annex,
    Column,
    Definitions,
    Heading,
    Letter,
    Note,
    Paragraph,
    Report,
    Suggestions,
    Table,
    table,
)

BLANK = "\N{NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def vietnamese() -> None:
    messages.use("vi")


def opened(report: Report) -> Document:
    return docx.Document(io.BytesIO(render(report)))


def lines(document: Document) -> list[str]:
    """What a reader reads, in order; the cells of a table one after the other."""
    found: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, WordParagraph):
            found.append(part.text)
        else:
            found += [paragraph.text for cell in cells(part) for paragraph in cell.paragraphs]
    return [line for line in found if line]


def cells(part: WordTable) -> list[Any]:
    return [cell for row in part.rows for cell in dict.fromkeys(row.cells)]


def style(document: Document, words: str) -> str:
    return next(
        str(paragraph.style.name)
        for paragraph in document.paragraphs
        if paragraph.style is not None and paragraph.text == words
    )


def test_the_head_has_the_parts_in_their_places(document: Report) -> None:
    head = opened(document).tables[0]
    (left, right), (number, date) = (row.cells for row in head.rows)
    assert left.text.split("\n") == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH THỬ NGHIỆM",
        "VĂN PHÒNG",
        "ỦY BAN NHÂN DÂN TỈNH",
        "",  # the rule
    ]
    assert right.text.split("\n") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""]
    assert number.text.split("\n") == [f"Số:{BLANK * 8}/BC-VP", "DỰ THẢO"]
    assert date.text == f"Thử Nghiệm, ngày{BLANK * 5}tháng{BLANK * 5}năm{BLANK}20…"


def test_the_parts_of_a_document_stand_in_their_order(document: Report) -> None:
    read = lines(opened(document))
    assert read[read.index("BÁO CÁO") :] == [
        "BÁO CÁO",
        "Kết quả cắt giảm thời hạn giải quyết thủ tục hành chính",
        "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ.",
        "I. KẾT QUẢ CHUNG",
        "Qua rà soát, 02 (hai) thủ tục được cắt giảm <script>alert(1)</script>.",
        "- Bình quân: 25,6% (so sánh được 3)",
        "- Được cắt giảm: 2",
        "- Không tính: 1 (giải quyết trong ngày)",
        "1. Theo lĩnh vực",
        "Bình quân theo lĩnh vực",
        *["Lĩnh vực", "So sánh", "Bình quân", "Cắt giảm"],
        *["Đất đai", "2", "30,0%", "15"],
        *["Hộ tịch", "1", "16,7%", "0,5"],
        "Không tính thủ tục nội bộ./.",
        "Nơi nhận:",
        "- Chủ tịch, các Phó Chủ tịch UBND tỉnh;",
        "- Lưu: VT.",
        "CHÁNH VĂN PHÒNG",
        "Phụ lục I\nDANH MỤC THỦ TỤC ĐƯỢC CẮT GIẢM",
        f"(Kèm theo Báo cáo số{BLANK * 8}/BC-VP ngày{BLANK * 5}tháng{BLANK * 5}năm{BLANK}20…"
        f" của {'Văn phòng Ủy ban nhân dân tỉnh'.replace(' ', BLANK)})",
        *[
            "STT",
            "Mã",
            "Tên thủ tục",
            "Thời hạn theo quy định",
            "Thời hạn sau cắt giảm",
            "Số ngày cắt giảm",
            "Tỷ lệ (%)",
        ],
        *[f"({at})" for at in range(1, 8)],
        *["Đất đai", "15", "37,5%"],
        *["1", "9.000001", "Cấp đổi", "25 ngày", "7-10 ngày", "15", "60,0–72,0%"],
        *["2", "9.000002", "=1+1", "15 ngày", "15 ngày", "0", "0,0%"],
        *["Hộ tịch", "0,5", "16,7%"],
        *["3", "9.000003", "Khai sinh <b>", "03 ngày", "2,5 ngày", "0,5", "16,7%"],
        *["4", "9.000004", "Khai tử", "Trong ngày", "Trong ngày", "–", "–"],
        *["TỔNG CỘNG", "15,5", "36,0%"],
        "Quy ước: danh nghĩa.",
        "Phụ lục II\nNGUỒN SỐ LIỆU",
        *[line for line in read if line.startswith("(Kèm theo")][:1],
        "- Bình quân: trung bình cộng",
        "- Phiên bản: 0.1.0",
    ]


def test_the_looks_of_the_parts_are_styles(document: Report) -> None:
    written = opened(document)
    assert style(written, "BÁO CÁO") == "Letter Name"
    assert style(written, "I. KẾT QUẢ CHUNG") == "Heading 2"
    assert style(written, "1. Theo lĩnh vực") == "Heading 3"
    assert style(written, "Phụ lục II\nNGUỒN SỐ LIỆU") == "Heading 1"
    normal = written.styles["Normal"]
    fonts = written.styles.element.find(".//" + qn("w:rFonts")).attrib
    assert set(fonts.values()) == {"Times New Roman"}
    assert len(fonts) == 4  # Vietnamese letters are Times New Roman by whichever of them a program goes
    assert normal.font.name is None
    for heading in ("Heading 1", "Heading 2", "Heading 3", "caption"):
        assert written.styles[heading].paragraph_format.keep_with_next


def test_grounds_end_with_semicolons_and_the_last_with_a_full_stop(document: Report) -> None:
    assert document.letter is not None
    grounds = ("Căn cứ Luật A;", "Căn cứ Nghị định B", "Theo đề nghị của Sở C.")
    read = lines(opened(replace(document, letter=replace(document.letter, grounds=grounds))))
    assert read[read.index(grounds[0]) :][:3] == ["Căn cứ Luật A;", "Căn cứ Nghị định B;", "Theo đề nghị của Sở C."]


def test_what_is_not_known_stays_open_and_nothing_is_made_up() -> None:
    read = lines(opened(Report("x", "T", "", (), letter=Letter("Sở A"))))
    assert f"Số:{BLANK * 8}/…" in read
    assert any(line.startswith("……, ngày") for line in read)
    assert read[-1] == "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ"
    assert "Nơi nhận:" not in read


@pytest.mark.parametrize(
    ("last", "ends"),
    [
        (Paragraph("Trên đây là báo cáo."), ["Trên đây là báo cáo./."]),
        (Paragraph("Một.\nHai"), ["Một.", "Hai./."]),
        (Note("Lưu ý"), ["Lưu ý./."]),
        (Suggestions((("Rà soát.", "tthc audit"), ("Xem lại.", ""))), ["1. Rà soát. tthc audit", "2. Xem lại./."]),
        (Suggestions((("Rà soát.", "tthc audit"),)), ["1. Rà soát. tthc audit", "./."]),
        (Definitions((("A", "b"),)), ["- A: b", "./."]),
        (table("t", "", [Column("a", "A")], [["b"]]), ["A", "b", "./."]),
    ],
)
def test_the_text_of_a_document_is_closed(last: Any, ends: list[str]) -> None:
    read = lines(opened(Report("x", "T", "", (Heading("I. A"), last), letter=Letter("Sở A", signer="Giám đốc"))))
    assert read[read.index("I. A") + 1 : -1] == ends


def test_the_foot_stands_whole_on_one_page_with_the_last_words(document: Report) -> None:
    written = opened(document)
    foot = next(each for each in written.tables if "Nơi nhận:" in each.rows[0].cells[0].text)
    assert foot._tbl.findall(".//" + qn("w:cantSplit"))
    closing = next(each for each in written.paragraphs if each.text.endswith("./."))
    assert closing.paragraph_format.keep_with_next


def test_a_report_without_a_letter_has_a_title_and_no_head(report: Report) -> None:
    written = opened(report)
    read = lines(written)
    assert read[:3] == ["Báo cáo mẫu", "Danh mục ngày 01/10/2026", "Quy mô"]
    assert read[-2:] == ["1. Sửa 4 lỗi. tthc check", "2. Xem lại."]
    assert style(written, "Báo cáo mẫu") == "Title"
    command = next(run for paragraph in written.paragraphs for run in paragraph.runs if run.text == "tthc check")
    assert command.font.name == "Courier New"


def test_an_annex_of_a_report_without_a_letter_has_its_title_only(report: Report) -> None:
    read = lines(opened(replace(report, annexes=(Annex("Nguồn số liệu", (Paragraph("Một."),)),))))
    assert read[-2:] == ["Nguồn số liệu", "Một."]


def test_one_annex_needs_no_number(document: Report) -> None:
    read = lines(opened(replace(document, annexes=document.annexes[1:])))
    assert "Phụ lục\nNGUỒN SỐ LIỆU" in read


def test_annexes_are_numbered_in_roman_figures(document: Report) -> None:
    read = lines(opened(replace(document, annexes=(Annex("A", ()),) * 14)))
    found = [line.split("\n")[0] for line in read if line.startswith("Phụ lục")]
    assert " ".join(found) == " ".join(
        f"Phụ lục {number}"
        for number in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
    )


WIDE = table("w", "", [Column(f"c{at}", "Thời hạn theo quy định") for at in range(9)], [["x" * 8 + " y" * 30] * 9])


def test_pages_are_a4_and_an_annex_is_turned_where_its_table_needs_it(document: Report) -> None:
    annexes = (Annex("A", (WIDE,)), Annex("B", (Paragraph("Một."),)))
    text, wide, upright = opened(replace(document, annexes=annexes)).sections
    for section in (text, upright):
        assert (section.page_width, section.page_height) == (pytest.approx(Mm(210), 1e-3), pytest.approx(Mm(297), 1e-3))
        assert section.orientation == WD_ORIENT.PORTRAIT
    assert (wide.page_width, wide.page_height) == (text.page_height, text.page_width)
    assert wide.orientation == WD_ORIENT.LANDSCAPE
    for section in (text, wide, upright):
        margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
        assert [round(margin / 36000) for margin in margins if margin] == [20, 20, 20, 30]


def test_the_text_is_turned_only_where_a_table_cannot_be_read_upright_and_there_is_no_letter(report: Report) -> None:
    assert opened(report).sections[0].orientation == WD_ORIENT.PORTRAIT
    wide = replace(report, blocks=(*report.blocks, WIDE))
    assert opened(wide).sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert opened(replace(wide, letter=Letter("Sở A"))).sections[0].orientation == WD_ORIENT.PORTRAIT


def test_pages_are_numbered_at_the_top_from_the_second_on_also_in_annexes(document: Report) -> None:
    first, *annexes = opened(document).sections
    (paragraph,) = first.header.paragraphs
    assert [field.get(qn("w:instr")) for field in paragraph._p.iter(qn("w:fldSimple"))] == [" PAGE "]
    assert first.different_first_page_header_footer
    assert first.first_page_header.is_linked_to_previous  # that is, there is none
    for section in annexes:
        assert section.header.is_linked_to_previous
        assert not section.different_first_page_header_footer
        assert section._sectPr.find(qn("w:pgNumType")) is None


@pytest.mark.parametrize(("language", "tag"), [("vi", "vi-VN"), ("en", "en-GB")])
def test_the_document_says_what_it_is_and_nothing_of_when(document: Report, language: str, tag: str) -> None:
    messages.use(language)
    written = opened(document)
    messages.use("vi")
    properties = written.core_properties
    assert (properties.title, properties.author) == ("Kết quả cắt giảm thời hạn", "Văn phòng Ủy ban nhân dân tỉnh")
    assert properties.language == tag
    assert properties.created is None
    assert properties.modified is None
    assert written.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == tag


def test_in_english_the_head_stays_vietnamese(document: Report) -> None:
    messages.use("en")
    read = lines(opened(document))
    messages.use("vi")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in read
    assert "Recipients:" in read
    assert "Annex II\nNGUỒN SỐ LIỆU" in read


def test_the_same_report_gives_the_same_bytes(document: Report) -> None:
    data = render(document)
    assert render(document) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in archive.namelist() if "thumbnail" in name]
        assert b"rsid" not in b"".join(map(archive.read, archive.namelist()))


def test_a_table_without_columns_for_a_page_leaves_no_trace() -> None:
    hidden = Table("t", "Ẩn", (Column("a", "A", detail=True),), ())
    assert lines(opened(Report("x", "T", "", (hidden,)))) == ["T"]


def test_what_is_longer_than_any_name_is_broken_by_the_page() -> None:
    head = opened(Report("x", "T", "", (), letter=Letter("cơ quan " * 99))).tables[0]
    assert head.rows[0].cells[0].text == "CƠ QUAN " * 98 + "CƠ QUAN\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sở Nội vụ", ["SỞ NỘI VỤ"]),
        ("Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", ["ỦY BAN NHÂN DÂN", "TỈNH BÀ RỊA - VŨNG TÀU"]),
        (
            "Trung tâm Phục vụ hành chính công tỉnh Bà Rịa - Vũng Tàu",
            ["TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG", "TỈNH BÀ RỊA - VŨNG TÀU"],
        ),
        ("Ban Quản lý các khu công nghiệp và chế xuất", ["BAN QUẢN LÝ CÁC KHU", "CÔNG NGHIỆP VÀ CHẾ XUẤT"]),
    ],
)
def test_a_long_name_is_broken_into_even_lines(name: str, expected: list[str]) -> None:
    head = opened(Report("x", "T", "", (), letter=Letter(name))).tables[0]
    assert head.rows[0].cells[0].text.split("\n")[:-1] == expected
