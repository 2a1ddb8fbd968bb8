"""Reports as Markdown."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tthc import messages
from tthc.formats import markdown
from tthc.report.model import Column, Heading, Note, Paragraph, Report, Suggestions, table


def test_every_kind_of_block(report: Report) -> None:
    messages.use("vi")
    assert markdown.render(report) == (
        "# Báo cáo mẫu\n"
        "\n"
        "Danh mục ngày 01/10/2026\n"
        "\n"
        "## Quy mô\n"
        "\n"
        "- Thủ tục: **1.803**\n"
        "- Toàn trình: **53,5%** (trên 1.000 thủ tục)\n"
        "- Bình quân: **–**\n"
        "\n"
        "Một đoạn văn.\n"
        "\n"
        "**Theo lĩnh vực**\n"
        "\n"
        "| Mã | Tên | Ngày | Tỷ lệ |\n"
        "|---|---|---:|---:|\n"
        "| 9.000001 | Cấp giấy phép | 2,5 | 33,3% |\n"
        "| 9.000002 | Gia hạn | 5–10 | 60–72% |\n"
        "|  | **Cộng** | **10** |  |\n"
        "\n"
        "Không tính thủ tục nội bộ.\n"
        "\n"
        "> Một lưu ý.\n"
        "\n"
        "- Sửa 4 lỗi. `tthc check`\n"
        "- Xem lại.\n"
    )


def test_lines_of_a_cell_stay_apart() -> None:
    words = markdown.render(Report("x", "T", "", (table("t", "", [Column("a", "A")], [["một\nhai"]]),)))
    assert "| một<br>hai |" in words


ANY = st.text("ab1.-+=#*_`[]<>|&~\\()!:\n\t \x1b", max_size=12).filter(str.strip)


def shown(markup: str) -> str:
    """The text a reader sees, from the HTML made of it."""
    html = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").render(markup)
    text = re.sub(r"<[^>]*>", "", html)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text


def one_line(words: str) -> str:
    return " ".join(words.replace("\x1b", "\N{REPLACEMENT CHARACTER}").split())


@given(ANY)
def test_a_reader_sees_the_words_as_they_are(words: str) -> None:
    for block in (Heading(words), Paragraph(words), Note(words), Suggestions(((words, ""),))):
        rendered = markdown.render(Report("x", "T", "", (block,)))
        assert one_line(shown(rendered)) == f"T {one_line(words)}"
        assert "<" not in re.sub(r"\\<", "", rendered)


@given(ANY)
def test_a_cell_stays_one_cell(words: str) -> None:
    line = one_line(words)
    rendered = markdown.render(
        Report("x", "T", "", (table("t", "", [Column("a", "A"), Column("b", "B")], [[line, "z"]]),))
    )
    assert (
        shown(rendered).split("\n")[-6:-1] == ["", line, "z", "", ""] or one_line(shown(rendered)) == f"T A B {line} z"
    )


def test_a_command_with_a_backtick_is_still_code() -> None:
    assert "``tthc show `x``" in markdown.render(Report("x", "T", "", (Suggestions((("A", "tthc show `x"),)),)))
