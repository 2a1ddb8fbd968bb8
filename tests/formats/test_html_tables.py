"""Tables and charts of the HTML page."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from tthc import messages
from tthc.formats import html
from tthc.formats.html import tables
from tthc.formats.html.charts import bars
from tthc.report.model import Cell, Chart, Column, Form, Report, Row, RowKind, Span, Table, table
from tthc.report.term import Term

CODE, NAME, DAYS = Column("code", "Mã", Form.CODE), Column("name", "Tên"), Column("days", "Ngày", Form.AMOUNT)


def grid(*rows: Row | tuple[Cell, ...], columns: tuple[Column, ...] = (CODE, NAME, DAYS)) -> tables.Grid:
    """A table of these rows as the page shows it."""
    lines = tuple(row if isinstance(row, Row) else Row(row) for row in rows)
    return tables.grid(Table("t", "Bảng", columns, lines), "p1", "Heading")


def cells(shown: tables.Grid) -> list[list[tuple[str, str, str, int]]]:
    return [
        [(box.text, box.style, box.scope, box.span) for box in line]
        for body in shown.bodies
        for _kind, line in body.lines
    ]


def test_the_name_heads_its_row() -> None:
    messages.use("vi")
    assert cells(grid(("9.000001", "Cấp", Decimal("2.5")))) == [
        [("9.000001", "code", "", 1), ("Cấp", "", "row", 1), ("2,5", "number", "", 1)]
    ]


@pytest.mark.parametrize(
    ("columns", "head"),
    [
        ((CODE, NAME, DAYS), 1),
        ((Column("field", "Lĩnh vực"), NAME, DAYS), 1),
        ((DAYS, Column("field", "Lĩnh vực"), CODE), 1),
        ((CODE, DAYS, DAYS), 0),
    ],
)
def test_which_column_heads_the_row(columns: tuple[Column, ...], head: int) -> None:
    (line,) = cells(grid(("1", "2", "3"), columns=columns))
    assert [at for at, (_text, _style, scope, _span) in enumerate(line) if scope] == [head]


def test_what_is_missing_is_a_dash_among_numbers_and_nothing_among_words() -> None:
    assert [text for text, *_rest in cells(grid((None, None, None)))[0]] == ["", "", "–"]


def test_a_group_row_heads_a_body_and_spreads_over_its_empty_cells() -> None:
    shown = grid(
        Row((None, "Đất đai", 15), RowKind.GROUP),
        ("9.000001", "Cấp", 1),
        Row(("Hộ tịch", None, None), RowKind.GROUP),
        ("9.000002", "Khai", 2),
        Row((None, "Cộng", 3), RowKind.TOTAL),
    )
    assert [[kind.value for kind, _line in body.lines] for body in shown.bodies] == [
        ["group", "body"],
        ["group", "body"],
        ["total"],
    ]
    lines = cells(shown)
    assert lines[0] == [("Đất đai", "", "rowgroup", 2), ("15", "number", "", 1)]
    assert lines[2] == [("Hộ tịch", "", "rowgroup", 3)]
    assert lines[4][0] == ("Cộng", "", "row", 2)


def test_every_row_is_there_however_few_are_shown_at_first() -> None:
    shown = table("t", "Bảng", [NAME], [[str(n)] for n in range(20)], most=5)
    page = html.render(Report("x", "T", "", (shown,)))
    assert page.count('<tr class="row">') == 20
    assert 'data-most="5"' in page
    assert "and 15 more" not in page


@pytest.mark.parametrize("most", [None, 3, 4])
def test_nothing_is_said_of_more_rows_where_there_are_none(most: int | None) -> None:
    shown = table("t", "Bảng", [NAME], [["a"]] * 3, most=most)
    assert "data-most" not in html.render(Report("x", "T", "", (shown,))).split("</script>")[1]


def test_a_column_for_spreadsheets_is_left_out() -> None:
    page = html.render(
        Report("x", "T", "", (table("t", "", [NAME, Column("d", "Detail", detail=True)], [["a", "b"]]),))
    )
    assert "<td>" not in page
    assert "Detail" not in page


def test_an_empty_table_says_so() -> None:
    assert "No rows." in html.render(Report("x", "T", "", (table("t", "A", [NAME], []),)))


@pytest.mark.parametrize(
    ("words", "style", "markup"),
    [
        ("9.000001", "code", "9.000001"),
        ("9.000001, 9.000002", "code", "9.000001,<wbr> 9.000002"),
        ("<a>, b", "code", "&lt;a&gt;,<wbr> b"),
        ("procedures/so-xay-dung/xay-dung.yaml:4:5", "path", "procedures/so-xay-dung/xay-dung.yaml:4:5"),
    ],
)
def test_codes_are_not_broken_but_paths_are(words: str, style: str, markup: str) -> None:
    page = html.render(Report("x", "T", "", (table("t", "", [NAME, CODE], [["a", words]]),)))
    assert f'<td class="{style}">{markup}</td>' in page


LONG = "một tên dài đến mức chiếm hết bề ngang của điện thoại"


@pytest.mark.parametrize(
    ("row", "cards"),
    [
        (("9.000001", LONG, 1), False),
        ((LONG, LONG, 1), True),
        ((Term("k", LONG), LONG, 1), True),
        ((LONG, LONG, None), True),
    ],
)
def test_rows_with_much_to_read_are_cards_on_a_phone(row: tuple[Cell, ...], cards: bool) -> None:
    assert grid(row, columns=(Column("a", "A"), NAME, DAYS)).cards == cards


def test_a_card_labels_its_cells_whatever_the_label() -> None:
    labels = ["Tên", '"}</style>', "a\\b\nc"]
    columns = [Column(f"c{at}", label) for at, label in enumerate(labels)]
    page = html.render(Report("x", "T", "", (table("t", "", columns, [[LONG, LONG, "c"]]),)))
    style = page.split("<style>")[1].split("</style>")[0]
    written = re.findall(r'td:nth-last-child\((\d)\)\{--label:"(.*)"\}', style)
    said = {at: re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), text) for at, text in written}
    assert said == {"3": labels[0], "2": labels[1], "1": labels[2]}


def chart(*rows: tuple[Cell, Cell], most: int | None = None) -> tuple[list[tuple[str, str, str, str]], int]:
    """Label, value, start and length of each bar, and the height of all."""
    data = table("t", "", [NAME, Column("v", "V", Form.RATE)], rows)
    drawn = bars(Report("x", "T", "", (data,)), Chart("C", "t", "name", "v", most), "p1")
    return [(bar.label, bar.value, bar.start, bar.length) for bar in drawn.bars], drawn.height


def test_bars_are_as_long_as_their_values() -> None:
    drawn, _height = chart(("a", Fraction(1, 2)), ("b", Fraction(1, 4)), ("c", None), ("d", 0))
    assert drawn == [
        ("a", "50%", "0.00%", "80.00%"),
        ("b", "25%", "0.00%", "40.00%"),
        ("c", "–", "0.00%", "0.00%"),
        ("d", "0%", "0.00%", "0.00%"),
    ]


def test_bars_below_zero_stand_left_of_the_others() -> None:
    drawn, _height = chart(("a", Fraction(3, 10)), ("b", Fraction(-1, 10)))
    assert [(start, length) for _label, _value, start, length in drawn] == [("20.00%", "60.00%"), ("0.00%", "20.00%")]


def test_a_range_is_drawn_from_its_low_to_its_high_end() -> None:
    data = table("t", "", [NAME, Column("v", "V", Form.AMOUNT)], [("a", Span(5, 10))])
    (bar,) = bars(Report("x", "T", "", (data,)), Chart("C", "t", "name", "v"), "p1").bars
    assert (bar.length, bar.low, bar.rest, bar.end) == ("40.00%", "40.00%", "40.00%", "80.00%")


def test_only_as_many_bars_as_asked_for() -> None:
    drawn, _height = chart(*((str(n), Fraction(n, 10)) for n in range(1, 6)), most=2)
    assert [label for label, *_rest in drawn] == ["1", "2"]
    assert drawn[1][3] == "80.00%"


def test_nothing_to_draw_is_no_fault() -> None:
    assert chart() == ([], 0)
    assert chart(("a", None))[0] == [("a", "–", "0.00%", "0.00%")]


def test_a_long_label_is_cut_off_and_said_in_full() -> None:
    long = "Cấp giấy chứng nhận " * 10
    data = table("t", "", [NAME, DAYS], [(long, 3)])
    page = html.render(Report("x", "T", "", (data, Chart("C", "t", "name", "days"))))
    assert page.count("<text y=") == 2
    assert f"<title>{long}: 3</title>" in page


def test_a_chart_says_its_values_to_those_who_do_not_see_it() -> None:
    data = table("t", "", [NAME, DAYS], [("Đất đai", 3), ("Hộ tịch", Decimal("2.5"))])
    page = html.render(Report("x", "T", "", (data, Chart("C", "t", "name", "days"))))
    assert 'role="img"' in page
    assert ">Đất đai: 3; Hộ tịch: 2.5</desc>" in page
