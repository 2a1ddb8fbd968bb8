import unicodedata

import pytest

from tthc.domain.deadline import Span
from tthc.formats.underline import underline


def test_signs_stand_below_the_words():
    assert underline("không quá 10 ngày", {Span(10, 17): "━1"}, 80) == "  không quá 10 ngày\n            ━━━━━━1\n"


def test_long_texts_are_broken_at_blanks_and_keep_their_marks():
    shown = underline("một hai ba bốn năm", {Span(4, 10): "━1", Span(11, 14): "·"}, 12)
    assert shown.splitlines() == ["  một hai ba", "      ━━━━━1", "  bốn năm", "  ···"]


def test_line_ends_stay():
    assert underline("một:\n- hai", {Span(7, 10): "·"}, 80).splitlines() == ["  một:", "  - hai", "    ···"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_marks_on_letters_have_no_width(form):
    text = unicodedata.normalize(form, "thời hạn 5 ngày")
    at = text.index("5")
    assert underline(text, {Span(at, at + 1): "━"}, 80).splitlines()[1] == "           ━"


def test_controls_are_not_passed_on():
    assert "\x1b" not in underline("5\x1b[31m ngày", {Span(0, 1): "━"}, 80)


def test_a_word_longer_than_the_line():
    assert underline("a" * 25, {}, 12).splitlines() == ["  " + "a" * 10, "  " + "a" * 10, "  " + "a" * 5]
