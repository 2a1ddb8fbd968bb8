"""What a report is, whatever the format: its annexes in a row, its main table, tables as a page has room for them."""

from dataclasses import replace

import pytest

from tthc import messages
from tthc.report.model import Annex, Column, Figure, Figures, Form, Heading, Report, Row, RowKind, Table, table


def named(key: str, rows: int = 1) -> Table:
    return table(key, "", [Column("name", "Tên")], [["x"]] * rows)


def report(*blocks: Table, annexes: tuple[Annex, ...] = ()) -> Report:
    return Report("x", "Tên", "", blocks, annexes)


@pytest.mark.parametrize(
    ("number", "names"), [(0, ()), (1, ("Phụ lục",)), (3, ("Phụ lục I", "Phụ lục II", "Phụ lục III"))]
)
def test_a_single_annex_has_no_number(number: int, names: tuple[str, ...]) -> None:
    messages.use("vi")
    assert report(annexes=(Annex("A", ()),) * number).annex_names == names


def test_where_there_are_no_annexes_they_follow_under_headings() -> None:
    messages.use("vi")
    first, second, own = named("first"), named("second"), named("own")
    made = report(own, annexes=(Annex("Một", (first,)), Annex("Hai", (second,))))
    assert made.outline == (own, Heading("Phụ lục I. Một"), first, Heading("Phụ lục II. Hai"), second)
    assert made.tables == (own, first, second)


def test_the_main_table_is_the_one_the_report_names_and_no_other() -> None:
    first, second = named("first"), named("second", rows=3)
    made = report(first, annexes=(Annex("A", (second,)),))
    assert made.main_table is first
    assert replace(made, main="second").main_table is second
    assert replace(made, main="third").main_table is None
    assert report().main_table is None


def test_the_highlights_stand_before_all_else() -> None:
    figure = Figure("n", "Số", 1)
    assert Report("x", "", "", (), highlights=(figure,)).opening == (Figures((figure,)),)
    assert report().opening == ()


def test_a_page_has_no_column_in_detail() -> None:
    columns = (Column("a", "A"), Column("b", "B", detail=True), Column("c", "C", Form.COUNT))
    rows = (Row(("nhóm", None, 2), RowKind.GROUP), Row(("x", "y", 2)))
    page = Table("t", "Tên", columns, rows, "Chú thích").page
    assert [column.key for column in page.columns] == ["a", "c"]
    assert page.rows == (Row(("nhóm", 2), RowKind.GROUP), Row(("x", 2)))
    assert (page.title, page.note) == ("Tên", "Chú thích")
    assert page.page is page


def test_readers_are_told_how_many_rows_are_left_out() -> None:
    messages.use("en")
    made = table("t", "", [Column("a", "A")], [["x"]] * 1_200, "A note.", most=10)
    assert len(made.printed) == 10
    assert made.notes == ("and 1,190 more; all of them: -o FILE.xlsx", "A note.")
    assert named("t").notes == ()
