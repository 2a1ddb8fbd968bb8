"""Values as short texts."""

import pytest

from tthc import messages
from tthc.report.values import capital, deadline_words
from tthc.text.deadline import parse

VAGUE = "theo quy định của pháp luật chuyên ngành " * 4


@pytest.mark.parametrize(
    ("announced", "words"),
    [
        ("9 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ", "09 ngày làm việc"),
        ("Không quy định", "Không quy định"),
        ("theo   quy  định của\npháp luật", "theo quy định của pháp luật"),
    ],
)
def test_a_plain_deadline_is_its_duration_another_as_announced(announced: str, words: str) -> None:
    messages.use("vi")
    assert deadline_words(parse(announced)) == words


def test_a_long_deadline_is_cut_at_a_word() -> None:
    words = deadline_words(parse(VAGUE))
    assert words.endswith(" …")
    assert VAGUE.startswith(words.removesuffix("…"))
    assert len(words) <= 82


def test_no_deadline_is_a_dash() -> None:
    assert deadline_words(None) == "–"


@pytest.mark.parametrize(("text", "begun"), [("đất đai", "Đất đai"), ("ất", "Ất"), ("", ""), ("A b", "A b")])
def test_a_capital_begins_a_text(text: str, begun: str) -> None:
    assert capital(text) == begun
