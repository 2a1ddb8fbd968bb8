"""Tables of Word documents: heads on every page, groups, and columns as wide as their words need."""

import io
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc import messages
from tthc.formats.docx import columns, metrics, render
from tthc.report.model import Annex, Column, Form, Paragraph, Report, Row, RowKind, Table, table


@pytest.fixture(autouse=True)
def vietnamese() -> None:
    messages.use("vi")


def opened(report: Report) -> Document:
    return docx.Document(io.BytesIO(render(report)))


def alone(content: Table, *, annexed: bool = False) -> Any:
    """The table as it is written in the text or in an annex."""
    blocks, annexes = ((), (Annex("A", (content,)),)) if annexed else ((content,), ())
    (written,) = opened(Report("x", "T", "", blocks, annexes)).tables
    return written


def texts(written: Any) -> list[list[str]]:
    """Every row as the texts of its cells, a merged one once."""
    return [[cell.text for cell in dict.fromkeys(row.cells)] for row in written.rows]


def spans(row: Any) -> list[int]:
    found = [cell.find(qn("w:tcPr")).find(qn("w:gridSpan")) for cell in row._tr.tc_lst]
    return [1 if span is None else int(span.get(qn("w:val"))) for span in found]


def sides(row: Any) -> list[str]:
    return [cell.paragraphs[0]._p.find(".//" + qn("w:jc")).get(qn("w:val")) for cell in dict.fromkeys(row.cells)]


def has(row: Any, name: str) -> bool:
    return row._tr.find(f"{qn('w:trPr')}/{qn(name)}") is not None


def kept(row: Any) -> bool:
    """Whether every cell of the row keeps it on one page with the next."""
    return all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells)


def bold(row: Any) -> bool:
    return all(run.bold for cell in row.cells for run in cell.paragraphs[0].runs)


def test_the_head_is_repeated_and_no_row_is_parted(document: Report) -> None:
    text, annex = opened(document).tables[1], opened(document).tables[3]
    assert [has(row, "w:tblHeader") for row in text.rows] == [True, False, False]
    assert [has(row, "w:tblHeader") for row in annex.rows] == [True, True] + [False] * 7
    assert all(has(row, "w:cantSplit") for written in (text, annex) for row in written.rows)
    assert bold(annex.rows[0])
    assert [run.italic for cell in annex.rows[1].cells for run in cell.paragraphs[0].runs] == [True] * 7
    assert texts(annex)[1] == [f"({at})" for at in range(1, 8)]
    assert set(sides(annex.rows[0]) + sides(annex.rows[1])) == {"center"}


def test_columns_for_spreadsheets_are_left_out(document: Report) -> None:
    heads = [cell.text for cell in opened(document).tables[3].rows[0].cells]
    assert len(heads) == 7
    assert not {"Lĩnh vực", "Theo quy định (số)"} & set(heads)


def test_a_group_and_a_total_reach_over_the_empty_cells(document: Report) -> None:
    rows = opened(document).tables[3].rows
    group, first, total, last = rows[2], rows[3], rows[8], rows[7]
    assert spans(group) == spans(total) == [5, 1, 1]
    assert spans(first) == [1] * 7
    assert sides(group) == ["left", "right", "right"]
    assert sides(total) == ["center", "right", "right"]
    assert sides(first) == ["center", "left", "left", "left", "left", "right", "right"]
    assert bold(group)
    assert bold(total)
    assert not bold(first)
    shades = [row._tr.find(".//" + qn("w:shd")) is not None for row in rows]
    assert shades == [False, False, True, False, False, True, False, False, False]
    assert kept(group)  # with its first row
    assert kept(last)  # with the total
    assert not kept(first)


GROUPED = (
    Column("number", "STT", Form.COUNT),
    Column("name", "Tên"),
    Column("days", "Ngày", Form.AMOUNT),
    Column("basis", "Căn cứ"),
    Column("note", "Ghi chú"),
)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ((None, "A", 1, None, "b"), [("A", 2), ("1", 1), ("b", 2)]),
        ((None, "A", 1, "b", None), [("A", 2), ("1", 1), ("b", 2)]),
        ((None, "A", 1, "b", "c"), [("A", 2), ("1", 1), ("b", 1), ("c", 1)]),
        ((None, "A", None, None, None), [("A", 2), ("", 1), ("", 2)]),
        ((1, "A", 2, None, None), [("1", 1), ("A", 1), ("2", 1), ("", 2)]),
        ((None, None, 1, None, None), [("", 2), ("1", 1), ("", 2)]),
        ((None, None, None, None, None), [("", 5)]),
    ],
)
def test_words_of_a_group_reach_up_to_the_next_figure(cells: tuple[Any, ...], expected: list[tuple[str, int]]) -> None:
    row = alone(Table("t", "", GROUPED, (Row(cells, RowKind.GROUP),))).rows[1]
    assert list(zip([each.text for each in dict.fromkeys(row.cells)], spans(row), strict=True)) == expected


def test_only_the_rows_for_people_are_printed_and_the_rest_is_counted() -> None:
    content = table("t", "Bảng", [Column("a", "A")], [["một"], ["hai"], ["ba"]], "Ghi chú.", most=2)
    written = opened(Report("x", "T", "", (content,)))
    assert texts(written.tables[0]) == [["A"], ["một"], ["hai"]]
    assert [each.text for each in written.paragraphs if each.text] == [
        "T",
        "Bảng",
        "và 1 mục nữa; xem đủ: -o TỆP.xlsx",
        "Ghi chú.",
    ]


def test_the_title_stands_with_its_table_and_names_it_to_machines(document: Report) -> None:
    written = opened(document)
    title = next(each for each in written.paragraphs if each.text == "Bình quân theo lĩnh vực")
    assert title.style is not None
    assert title.style.name == "Caption"
    caption = written.tables[1]._tbl.find(".//" + qn("w:tblCaption"))
    assert caption.get(qn("w:val")) == "Bình quân theo lĩnh vực"


def test_lines_of_a_cell_stay_apart() -> None:
    assert texts(alone(table("t", "", [Column("a", "A")], [["một\nhai\r\nba"]])))[1] == ["một\nhai\nba"]


def test_an_annex_may_be_set_larger_where_there_is_room() -> None:
    def size(written: Any) -> str:
        return str(written.rows[1].cells[0].paragraphs[0].style.name)

    narrow = table("t", "", [Column("a", "A"), Column("b", "B", Form.COUNT)], [["một", 1]])
    wide = table("t", "", [Column(f"c{at}", "Thời hạn theo quy định") for at in range(9)], [["một hai ba bốn"] * 9])
    assert size(alone(narrow)) == "Table Text 12"
    assert size(alone(narrow, annexed=True)) == "Table Text 13"
    assert size(alone(wide)) == "Table Text 11"


def widths(written: Any) -> list[int]:
    return [int(each.get(qn("w:w"))) for each in written._tbl.tblGrid.findall(qn("w:gridCol"))]


def test_codes_and_figures_stay_whole_and_long_names_get_the_room() -> None:
    cells = ["9.000001", "Cấp giấy chứng nhận đủ điều kiện " * 4, "Sở Xây dựng", 1234, "30 ngày làm việc"]
    forms = [Form.CODE, Form.TEXT, Form.TEXT, Form.COUNT, Form.TEXT]
    heads = ["Mã", "Tên thủ tục", "Cơ quan", "Số", "Thời hạn"]
    columns_ = [Column(head, head, form) for head, form in zip(heads, forms, strict=True)]
    written = alone(table("t", "", columns_, [cells]))
    code, name, agency, number, deadline = widths(written)
    assert code > metrics.twips(metrics.line("9.000001"), 12) + 2 * columns.PADDING
    assert number > metrics.twips(metrics.line("1.234"), 12) + 2 * columns.PADDING
    assert name > 2 * max(agency, deadline)


def test_the_number_of_a_document_is_not_parted() -> None:
    (basis, name) = columns.needs(
        [Column("b", "B"), Column("n", "N")], [["Điều 14 NĐ 224/2026/NĐ-CP"], ["thu-chi 12-14"]]
    )
    assert basis.words == metrics.word("224/2026/NĐ-CP")
    assert name.words == metrics.word("thu-")


WORDS = st.text("abc ghi MW-9.", max_size=120)
TABLES = st.integers(1, 14).flatmap(
    lambda n: st.tuples(
        st.lists(st.tuples(WORDS, st.sampled_from(Form)), min_size=n, max_size=n),
        st.lists(st.lists(WORDS, min_size=n, max_size=n), max_size=4),
    )
)


@given(TABLES, st.integers(1, 20_000))
@settings(max_examples=60)
def test_columns_fill_the_width_exactly(drawn: tuple[list[tuple[str, Form]], list[list[str]]], width: int) -> None:
    heads, rows = drawn
    wanted = columns.needs(
        [Column("", label, form) for label, form in heads], [[row[at] for row in rows] for at in range(len(heads))]
    )
    plan = columns.plan(wanted, width, (13, 12, 11))
    assert sum(plan.widths) == width
    assert min(plan.widths) >= 0
    if columns.readable(wanted, width, plan.size):
        for got, need in zip(plan.widths, wanted, strict=True):
            assert got >= metrics.twips(need.words, plan.size)


def test_the_more_room_the_larger_the_letters() -> None:
    wanted = columns.needs([Column("a", "Tên thủ tục hành chính")] * 5, [["một hai ba bốn năm sáu"]] * 5)
    assert [columns.plan(wanted, width, (13, 12, 11)).size for width in (14_000, 12_800, 5_000)] == [13, 12, 11]


@pytest.mark.parametrize("words", ["Độc lập - Tự do - Hạnh phúc", "THỦ TỤC HÀNH CHÍNH", "1.009645"])
def test_marks_over_and_under_letters_take_no_room(words: str) -> None:
    plain = words.translate(str.maketrans("ĐộậựạúỦỤÀÍ", "ĐoaưauUUAI"))
    assert metrics.line(words) == pytest.approx(metrics.line(plain))


def test_a_table_is_long_and_one_piece() -> None:
    rows = [[at, f"9.{at:06}", "Tên thủ tục", "Lĩnh vực"] for at in range(1803)]
    heads = [Column("n", "STT", Form.COUNT), Column("c", "Mã", Form.CODE), Column("t", "Tên"), Column("f", "Lĩnh vực")]
    document = opened(Report("x", "T", "", (Paragraph("Một."),), (Annex("A", (table("t", "", heads, rows),)),)))
    (written,) = document.tables
    assert len(written._tbl.tr_lst) == 1803 + 2


def test_the_first_two_rows_and_the_last_two_stand_together() -> None:
    """LibreOffice loses the rest of a table whose second row misses the page by a hair."""
    written = alone(table("t", "", [Column("a", "A")], [["1"], ["2"], ["3"], ["4"], ["5"]]))
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in written.rows]
    assert kept == [True, True, False, False, True, False]  # of these the head


@pytest.mark.parametrize(("word", "width"), [("được", 2.154), ("Chưa", 2.378), ("rõ", 0.944), ("thực", 1.989)])
def test_a_bold_word_of_a_head_is_measured_as_wide_as_it_is(word: str, width: float) -> None:
    """In the metrics of Times New Roman bold: what is narrower is broken inside the word."""
    assert metrics.word(word) * metrics.BOLD_SMALL * 1.03 >= width
