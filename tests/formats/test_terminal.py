"""Reports at a terminal and in a pipe."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tthc import messages
from tthc.formats import terminal
from tthc.report.model import (
    Column,
    Figure,
    Figures,
    Form,
    Heading,
    Note,
    Paragraph,
    Report,
    RowKind,
    Suggestions,
    table,
)

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_every_kind_of_block(report: Report) -> None:
    messages.use("vi")
    assert terminal.render(report, width=80, color=False) == (
        "Báo cáo mẫu\n"
        "Danh mục ngày 01/10/2026\n"
        "\n"
        "Quy mô\n"
        "  Thủ tục     1.803\n"
        "  Toàn trình  53,5%  trên 1.000 thủ tục\n"
        "  Bình quân       –\n"
        "Một đoạn văn.\n"
        "\n"
        "Theo lĩnh vực\n"
        "\n"
        " Mã         Tên             Ngày    Tỷ lệ\n"
        " ────────────────────────────────────────\n"
        " 9.000001   Cấp giấy phép    2,5    33,3%\n"
        " 9.000002   Gia hạn         5–10   60–72%\n"
        "            Cộng              10\n"
        "\n"
        " Không tính thủ tục nội bộ.\n"
        "  Một lưu ý.\n"
        "  1. Sửa 4 lỗi.\n"
        "     tthc check\n"
        "  2. Xem lại.\n"
    )


def test_colour_adds_nothing_but_colour(report: Report) -> None:
    plain = terminal.render(report, width=80, color=False)
    colored = terminal.render(report, width=80, color=True)
    assert "\x1b" not in plain
    assert "\x1b[1m" in colored
    assert [line.rstrip() for line in ANSI.sub("", colored).splitlines()] == plain.splitlines()


def test_a_table_too_wide_for_the_screen_is_written_row_by_row() -> None:
    columns = [Column("place", "Place", Form.CODE), Column("rule", "Rule", Form.CODE), Column("help", "Help")]
    rows = [["procedures/so-xay-dung/hoat-dong-xay-dung.yaml:118:13", "F011", "Put it in quotes. " * 3]]
    block = table("t", "", columns, rows)
    assert terminal.render(Report("x", "T", "", (block,)), width=60, color=False) == (
        "T\n"
        "\n"
        " procedures/so-xay-dung/hoat-dong-xay-dung.yaml:118:13\n"
        "   Rule: F011\n"
        "   Help: Put it in quotes. Put it in quotes. Put it in\n"
        "   quotes.\n"
    )
    wide = terminal.render(Report("x", "T", "", (block,)), width=120, color=False)
    assert "hoat-dong-xay-dung.yaml:118:13   F011   Put it in quotes." in wide


def test_labels_are_broken_over_lines_before_a_table_is_given_up() -> None:
    columns = [Column("name", "Name"), Column("n", "Left out", Form.COUNT), Column("rate", "Mean", Form.RATE)]
    block = table("t", "", columns, [["A name of several words", 1, Fraction(1, 2)]])
    assert terminal.render(Report("x", "T", "", (block,)), width=38, color=False) == (
        "T\n"
        "\n"
        "                          Left\n"
        " Name                      out   Mean\n"
        " ────────────────────────────────────\n"
        " A name of several           1    50%\n"
        " words\n"
    )


def test_nothing_in_a_file_steers_the_terminal() -> None:
    spoilt = "a\x1b[2J\x07b\x9bc"
    blocks = (
        Heading(spoilt),
        Paragraph(spoilt),
        Note(spoilt),
        Figures((Figure("x", spoilt, spoilt, Form.TEXT, spoilt),)),
        table("t", spoilt, [Column("a", spoilt)], [[spoilt]], spoilt),
        Suggestions(((spoilt, spoilt),)),
    )
    words = terminal.render(Report("x", spoilt, spoilt, blocks), width=80, color=False)
    assert not set("\x1b\x07\x9b") & set(words)


WORDS = st.text("aế 中\n9-/", max_size=60) | st.just("procedures/" + "x" * 90)
CELLS = WORDS | st.integers(0, 10**9) | st.none()
BLOCKS = (
    st.builds(Heading, WORDS)
    | st.builds(Paragraph, WORDS)
    | st.builds(Note, WORDS)
    | st.builds(
        lambda forms, rows, note: table(
            "t",
            "Bảng",
            [Column(str(n), f"Cột {n}", form) for n, form in enumerate(forms)],
            [r[: len(forms)] for r in rows],
            note,
        ),
        st.lists(st.sampled_from([Form.TEXT, Form.CODE, Form.COUNT]), min_size=1, max_size=6),
        st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=3),
        WORDS,
    )
    | st.lists(st.tuples(WORDS, WORDS), max_size=2).map(lambda items: Suggestions(tuple(items)))
)


@settings(max_examples=60)
@given(st.lists(BLOCKS, max_size=3), st.sampled_from([40, 80, 120]))
def test_nothing_is_wider_than_the_screen_and_nothing_is_lost(blocks: list[Any], width: int) -> None:
    words = terminal.render(Report("x", "T", "", tuple(blocks)), width=width, color=False)
    assert max(map(cell_len, words.splitlines())) <= width
    given = "".join(text for block in blocks for text in _texts(dataclasses.astuple(block)))
    assert not Counter(given) - Counter(words) - Counter(" \n" * len(given))


def _texts(node: Any) -> Iterator[str]:
    """The texts of a block that a reader is to see."""
    if isinstance(node, tuple):
        skipped = 1 if node[:1] == ("t",) else 0  # the key of a table is for machines
        columns = 2 if skipped else -1
        for at, part in enumerate(node[skipped:], start=skipped):
            if at != columns:
                yield from _texts(part)
    elif isinstance(node, str) and not isinstance(node, RowKind):
        yield node


def test_rows_of_groups_have_their_name_alone_where_columns_have_no_room(document: Report) -> None:
    lines = terminal.render(document, width=40, color=False).splitlines()
    assert " Đất đai" in lines
    assert " TỔNG CỘNG" in lines
