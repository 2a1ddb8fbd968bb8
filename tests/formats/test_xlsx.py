"""A report as a workbook, read back from its XML."""

import io
import os
import re
import subprocess
import sys
import zipfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.office import Cell, read
from tthc import messages
from tthc.formats import xlsx
from tthc.formats.xlsx.names import LONGEST, sheet_name
from tthc.report.formula import Aggregate, Function
from tthc.report.model import (
    Annex,
    Chart,
    Column,
    Definitions,
    Figure,
    Figures,
    Form,
    Heading,
    Note,
    Paragraph,
    Report,
    Row,
    RowKind,
    Span,
    Suggestions,
    Table,
    table,
)
from tthc.report.model import Cell as Stated
from tthc.report.term import Term

ANNEX = "Annex I"


def cells(report: Report) -> dict[str, dict[str, Cell]]:
    return read(io.BytesIO(xlsx.render(report)))


def parts(report: Report) -> dict[str, str]:
    """The XML of every part, all of it well-formed."""
    with zipfile.ZipFile(io.BytesIO(xlsx.render(report))) as file:
        texts = {name: file.read(name).decode() for name in file.namelist()}
    for text in texts.values():
        ElementTree.fromstring(text)
    return texts


def sheet(report: Report, number: int) -> str:
    """The XML of a sheet, counted from 1: the sheet to read first."""
    return parts(report)[f"xl/worksheets/sheet{number}.xml"]


def of(*blocks: Table | Chart | Paragraph | Heading | Figures, title: str = "Báo cáo") -> Report:
    return Report("x", title, "", blocks)


def one(value: Stated, form: Form = Form.TEXT) -> Cell:
    """The only cell of a report with this value."""
    only = table("t", "Bảng", [Column("a", "Cột", form)], [[value]])
    return cells(of(only))["Bảng"]["A4"]


# --- Sheets


def test_there_is_a_sheet_to_read_first_and_one_for_each_table(document: Report) -> None:
    assert list(cells(document)) == ["Read me first", "Bình quân theo lĩnh vực", ANNEX]
    messages.use("vi")
    assert next(iter(cells(document))) == messages._("Read me first") != "Read me first"


def test_the_sheet_to_read_first_says_what_no_table_says(document: Report) -> None:
    said = [cell.value for cell in cells(document)["Read me first"].values() if cell.value is not None]
    for text in (
        "Kết quả cắt giảm thời hạn",
        "Qua rà soát, 02 (hai) thủ tục được cắt giảm <script>alert(1)</script>.",
        "Bình quân",
        "so sánh được 3",
        "trung bình cộng các tỷ lệ",
        "Không tính thủ tục nội bộ.",
        "Annex II. NGUỒN SỐ LIỆU",
        "0.1.0",
    ):
        assert text in said


def test_suggestions_and_definitions_stand_there_too() -> None:
    report = Report(
        "x",
        "",
        "",
        (Suggestions((("Sửa 4 lỗi.", "tthc check"),)), Note("Lưu ý")),
        (Annex("B", (Definitions((("a", "b"),)),)),),
    )
    said = [cell.value for cell in cells(report)["Read me first"].values()]
    assert {"1. Sửa 4 lỗi.", "tthc check", "Lưu ý", "Annex. B", "a", "b"} <= set(said)


def test_a_heading_over_nothing_but_a_table_is_left_to_the_sheet_of_the_table() -> None:
    shown = cells(
        of(Heading("Quy mô"), table("t", "", [Column("a", "A")], [["x"]]), Heading("Kết luận"), Paragraph("Tốt."))
    )
    assert list(shown) == ["Read me first", "Quy mô"]
    said = [cell.value for cell in shown["Read me first"].values()]
    assert said.count("Quy mô") == 2  # the link, and what it leads to
    assert said.count("Kết luận") == 1


def test_the_index_leads_to_the_sheets(document: Report) -> None:
    links = re.findall(r'<hyperlink ref="(\w+)" location="([^"]+)"', sheet(document, 1))
    assert links == [("A6", "'Bình quân theo lĩnh vực'!A1"), ("A7", f"'{ANNEX}'!A1")]


# --- Cells


def test_cells_hold_what_the_report_states(document: Report) -> None:
    annex = cells(document)[ANNEX]
    head = [annex[f"{letter}3"].value for letter in "ABCDEFGHIJK"]
    assert head == [
        "STT", "Mã", "Tên thủ tục", "Thời hạn theo quy định", "Thời hạn sau cắt giảm", "Số ngày cắt giảm", "Tỷ lệ (%)",
        "Tỷ lệ (%), to", "Lĩnh vực", "Theo quy định (số)", "Sau cắt giảm (số)",
    ]  # fmt: skip
    assert annex["A1"].value == "Annex I. DANH MỤC THỦ TỤC ĐƯỢC CẮT GIẢM"
    assert annex["A2"].value == "Quy ước: danh nghĩa."
    first = [annex[f"{letter}5"].value for letter in "ABCDEFGHIJK"]
    assert first == [1, "9.000001", "Cấp đổi", "25 ngày", "7-10 ngày", 15, 0.6, 0.72, "Đất đai", 25, 10]
    blank = [annex[f"{letter}9"].value for letter in "FGHJK"]
    assert blank == [None] * 5


@pytest.mark.parametrize(
    ("value", "form", "kept"),
    [
        (1803, Form.COUNT, 1803.0),
        (Decimal("2.50"), Form.AMOUNT, 2.5),
        (Decimal("-3"), Form.AMOUNT, -3.0),
        (Fraction(1, 3), Form.RATE, 0.3333333333333333),
        (1803, Form.TEXT, 1803.0),
        (1803, Form.CODE, "1803"),
        ("9.000001", Form.CODE, "9.000001"),
        ("12", Form.COUNT, "12"),
        (Term("cut", "được cắt giảm"), Form.TEXT, "được cắt giảm"),
        (Span(Fraction(3, 5), Fraction(18, 25)), Form.RATE, 0.6),
        (Span(5, 10), Form.TEXT, "5–10"),
        (None, Form.AMOUNT, None),
        (10**400, Form.COUNT, "1" + "0" * 400),
        (Decimal("NaN"), Form.AMOUNT, "NaN"),
    ],
)
def test_a_value_keeps_its_kind(value: Stated, form: Form, kept: float | str | None) -> None:
    assert one(value, form) == Cell(kept)


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1803, Form.COUNT, "#,##0"),
        (Decimal("15.0"), Form.AMOUNT, "#,##0"),
        (Decimal("2.5"), Form.AMOUNT, "#,##0.0"),
        (Fraction(1, 3), Form.AMOUNT, "#,##0.00"),
        (Fraction(1, 2), Form.RATE, "0.0%"),
        (Fraction(1, 3), Form.RATE, "0.00%"),
        ("9.1", Form.CODE, "@"),
    ],
)
def test_a_number_is_shown_with_the_decimals_it_needs(value: Stated, form: Form, shown: str) -> None:
    found = parts(of(table("t", "Bảng", [Column("a", "Cột", form)], [[value]])))
    match = re.search(r'<c r="A4" s="(\d+)"', found["xl/worksheets/sheet2.xml"])
    assert match
    styles = ElementTree.fromstring(found["xl/styles.xml"])
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    used = styles.findall(f"{name}cellXfs/{name}xf")[int(match[1])].attrib["numFmtId"]
    own = {each.attrib["numFmtId"]: each.attrib["formatCode"] for each in styles.iter(f"{name}numFmt")}
    assert {**own, "3": "#,##0", "10": "0.00%", "49": "@", "4": "#,##0.00"}[used] == shown


_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_HOSTILE = st.one_of(
    st.sampled_from(
        [
            "=1+1",
            "+1",
            "-1",
            "@x",
            "{=1}",
            "http://x.vn",
            "mailto:x",
            "internal:A1",
            "1.5",
            "<r>a</r>",
            "<r></r>",
            "_x0041_",
            " x ",
            "\n",
            "a\x00b",
            "\ud800",
            "\uffff",
            "]]>",
            "&amp;",
            "TRUE",
            "#REF!",
            "Bảng!A1",
            "=Bảng!$A$1",
            "'",
            "SORT(a)",
            "&P",
        ]
    ),
    st.text(max_size=30),
)


@settings(max_examples=60, deadline=None)
@given(words=_HOSTILE)
def test_text_stays_text(words: str) -> None:
    """No formula, no link, no number, no markup; what XML cannot hold is replaced, the rest is as it was."""
    written = words.replace("\r\n", "\n").replace("\r", "\n")
    written = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", written)
    report = Report(
        "x",
        words,
        words,
        (
            Figures((Figure("f", words, words, Form.TEXT, words, words),)),
            Heading(words),
            table("t", words, [Column("a", words), Column("n", words, Form.COUNT)], [[words, words]], words),
            Chart(words, "t", "a", "n"),
            Paragraph(words),
        ),
    )
    found = parts(report)
    assert "<f>" not in found["xl/worksheets/sheet1.xml"] + found["xl/worksheets/sheet2.xml"]
    assert "hyperlink" not in found["xl/worksheets/sheet2.xml"]
    first, second = cells(report).values()
    assert {second[name].value for name in ("A3", "B3", "A4", "B4")} == {_escaped(written) or None}
    assert all(isinstance(cell.value, str | None) for cell in first.values())


def _escaped(text: str) -> str:
    """As it stands in the file: a text that looks like an escape of Excel is escaped."""
    return re.sub("(_x[0-9a-fA-F]{4}_)", r"_x005F\1", text)


def test_what_is_too_long_for_a_cell_is_cut_and_says_so() -> None:
    value = one("ệ" * 40_000).value
    assert isinstance(value, str)
    assert len(value) == 32_767
    assert value.endswith("ệ… (cut: Excel holds 32767 characters in a cell)")
    pairs = one("😀" * 20_000).value
    assert isinstance(pairs, str)
    assert len(pairs.encode("utf-16-le")) <= 2 * 32_767


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    row = Row((1,))
    long = Table("t", "Bảng", (Column("a", "Cột", Form.COUNT),), (row,) * 1_048_574)
    with pytest.raises(xlsx.TooManyRowsError, match="1,048,574"):
        xlsx.render(of(long))


@pytest.mark.parametrize(
    "report",
    [
        of(),
        Report("", "", "", ()),
        of(Table("t", "", (), ())),
        of(Table("t", "", (), (Row(()),))),
        of(table("t", "", [Column("a", "")], []), Chart("", "t", "a", "a"), Chart("", "other", "a", "b")),
        of(Table("t", "", (Column("a", "", Form.COUNT, total=Function.SUM),), (Row((3,), RowKind.TOTAL),))),
        of(table("t", "", [Column("a", ""), Column("a", "")], [["x", "y"]]), Chart("", "t", "a", "a")),
        of(*(table("t", "Bảng", [Column("a", "A")], [["x"]]) for _ in range(12))),
        of(table("t", "x" * 5_000, [Column("a" * 300, "y " * 4_000)], [["z" * 40_000]], "w" * 40_000)),
        of(Figures(()), Figures((Figure("f", "", None, formula=Aggregate(Function.SUM, "t", "a")),))),
    ],
)
def test_absurd_reports_are_written_too(report: Report) -> None:
    assert parts(report)


# --- Names of sheets


@settings(max_examples=200)
@given(st.lists(_HOSTILE, min_size=1, max_size=8))
def test_names_of_sheets_are_those_that_excel_allows(titles: list[str]) -> None:
    taken: set[str] = set()
    names = [sheet_name((title,), taken) for title in titles]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= LONGEST
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert name[0] != "'" != name[-1]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Theo lĩnh vực", "Theo lĩnh vực"),
        ("Tổng thời hạn được cắt giảm trên tổng thời hạn", "Tổng thời hạn được cắt giảm…"),
        ("Tỷ lệ: 1/2 [a]", "Tỷ lệ 1 2 a"),
        ("'x'", "x"),
        ("", "-"),
        ("History", "History (2)"),
    ],
)
def test_a_name_is_cut_at_a_word(title: str, name: str) -> None:
    assert sheet_name((title,), set()) == name


def test_the_second_of_a_name_takes_the_next_wish_or_a_number() -> None:
    taken: set[str] = set()
    wishes = ("Quy mô", "Lĩnh vực")
    assert [sheet_name(wishes, taken) for _ in range(4)] == ["Quy mô", "Lĩnh vực", "Quy mô (2)", "Quy mô (3)"]


# --- What makes a sheet easy to use


def test_head_filter_groups_and_print_set_up(document: Report) -> None:
    found = parts(document)
    annex, book = found["xl/worksheets/sheet3.xml"], found["xl/workbook.xml"]
    assert '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>' in annex
    assert '<autoFilter ref="A3:K9"/>' in annex  # without the total, which stays
    assert f"'{ANNEX}'!$3:$3</definedName>" in book  # the head on every page
    assert f"'{ANNEX}'!$A$1:$H$12</definedName>" in book  # without the columns in detail
    assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>' in annex
    assert "&amp;CPage &amp;P/&amp;N" in annex
    levels = re.findall(r'<row r="(\d+)"[^>]*outlineLevel="1"', annex)
    assert levels == ["5", "6", "8", "9"]


def test_columns_stand_still_up_to_the_name_where_the_table_is_wide() -> None:
    columns = [Column("code", "Mã", Form.CODE), Column("name", "Tên"), *(Column(f"c{n}", f"Cột {n}") for n in range(8))]
    wide = of(table("t", "", columns, [["9.000001", "x" * 20, *(["y" * 40] * 8)]]))
    assert '<pane xSplit="2" ySplit="3" topLeftCell="C4"' in sheet(wide, 2)


def test_overruns_are_marked_by_a_condition(document: Report) -> None:
    annex = sheet(document, 3)
    marks = re.findall(r'<conditionalFormatting sqref="([^"]+)"><cfRule type="cellIs"[^>]*operator="lessThan"', annex)
    assert marks == ["F4:F10", "G4:G10"]


def test_a_long_code_is_broken_over_lines_and_a_short_one_is_not() -> None:
    def width(code: str) -> float:
        columns = [Column("a", "Mã", Form.CODE), *(Column(f"c{n}", "Cột") for n in range(5))]
        match = re.search(
            r'<col min="1" max="1" width="([\d.]+)"',
            sheet(of(table("t", "", columns, [[code, *["x y " * 30] * 5]])), 2),
        )
        assert match
        return float(match[1])

    assert width("9" * 20) > 20
    assert width("9" * 60) < 60


# --- Charts


def test_a_chart_draws_the_cells_of_its_table(document: Report) -> None:
    found = parts(document)
    chart = found["xl/charts/chart1.xml"]
    assert "<c:f>'Bình quân theo lĩnh vực'!$A$4:$A$5</c:f>" in chart
    assert "<c:f>'Bình quân theo lĩnh vực'!$C$4:$C$5</c:f>" in chart
    assert re.findall(r"<a:t>([^<]*)</a:t>", chart) == [
        "Bình quân cắt giảm theo lĩnh vực",
        "Lĩnh vực",
        "Bình quân",
    ]
    assert '<c:numFmt formatCode="0%" sourceLinked="0"/>' in chart
    assert "<c:v>0.3</c:v>" in chart
    assert "drawing1.xml" in found["xl/worksheets/_rels/sheet2.xml.rels"]


def test_a_chart_of_a_table_with_groups_draws_its_body_rows() -> None:
    columns = (Column("name", "Tên"), Column("n", "Số", Form.COUNT))
    rows = [
        Row(("A", 3), RowKind.GROUP),
        Row(("a", 1)),
        Row(("b", 2)),
        Row(("B", 3), RowKind.GROUP),
        Row(("c", 3)),
        Row(("d", 4)),
    ]
    chart = parts(of(Table("t", "Bảng", columns, tuple(rows)), Chart("", "t", "name", "n", 3)))["xl/charts/chart1.xml"]
    assert "<c:f>('Bảng'!$B$5:$B$6,'Bảng'!$B$8:$B$8)</c:f>" in chart


def test_the_chart_of_a_long_table_has_a_sheet_of_its_own_that_the_index_names() -> None:
    rows: list[list[Stated]] = [[f"Lĩnh vực {n}", n] for n in range(30)]
    long = table("t", "Bảng", [Column("name", "Tên"), Column("n", "Số", Form.COUNT)], rows)
    report = of(long, Chart("Nhiều nhất", "t", "name", "n", 10))
    assert list(cells(report)) == ["Read me first", "Bảng", "Nhiều nhất"]
    found = parts(report)
    assert "xl/worksheets/_rels/sheet3.xml.rels" in found
    assert "<c:f>'Bảng'!$B$4:$B$13</c:f>" in found["xl/charts/chart1.xml"]
    assert "location=\"'Nhiều nhất'!A1\"" in found["xl/worksheets/sheet1.xml"]


def test_a_title_of_a_chart_is_no_reference() -> None:
    small = table("t", "Bảng", [Column("a", "=A1"), Column("n", "=B1", Form.COUNT)], [["x", 1]])
    chart = parts(of(small, Chart("=Bảng!$A$1", "t", "a", "n")))["xl/charts/chart1.xml"]
    assert re.findall(r"<c:f>([^<]*)</c:f>", chart) == ["'Bảng'!$A$4:$A$4", "'Bảng'!$B$4:$B$4"]


# --- The same bytes


def test_the_same_report_gives_the_same_bytes_whatever_the_hash_seed(document: Report) -> None:
    assert xlsx.render(document) == xlsx.render(document)
    folder = Path(__file__).parent
    code = (
        "import hashlib, importlib.util as u; s = u.spec_from_file_location('c', 'conftest.py');"
        "c = u.module_from_spec(s); s.loader.exec_module(c); from tthc.formats import xlsx; f = c.document;"
        "print(hashlib.sha256(xlsx.render(getattr(f, '__wrapped__', f)())).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
    assert digests != {b""}
