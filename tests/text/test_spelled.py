"""Numbers in words."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tthc import messages
from tthc.text import deadline, spelled

CASES = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "numbers-in-words.yaml")


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["number"]))
def test_the_words(case, language):
    messages.use(language)
    assert spelled.words(Decimal(case["number"])) == case[language]


@pytest.mark.parametrize("language", messages.LANGUAGES)
@given(st.integers(0, 10**20), st.integers(0, 10**20))
def test_distinct_numbers_have_distinct_words(language, one, other):
    messages.use(language)
    assert (spelled.words(one) == spelled.words(other)) == (one == other)


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("scale", [1, 100])
def test_no_two_small_numbers_share_their_words(language, scale):
    messages.use(language)
    assert len({spelled.words(Fraction(n, scale)) for n in range(20_000)}) == 20_000


def test_deadlines_are_read_back_from_their_words():
    messages.use("vi")
    for number in range(1, 1000):
        (case,) = deadline.parse(f"{spelled.words(number)} ngày làm việc").cases
        assert case.maximum == number


@given(st.fractions(0, 10**9))
@settings(max_examples=50)
def test_words_say_what_is_printed(value):
    messages.use("vi")
    printed, space, rest = spelled.both(value).partition(" ")
    assert not space or rest == f"({spelled.words(Decimal(printed.replace('.', '').replace(',', '.')))})"


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (5, "05 (năm)", "5 (five)"),
        (0, "0", "0"),
        (15, "15 (mười lăm)", "15 (fifteen)"),
        (Decimal("2.5"), "2,5 (hai phẩy năm)", "2.5 (two point five)"),
        (
            1487,
            "1.487 (một nghìn bốn trăm tám mươi bảy)",
            "1,487 (one thousand four hundred eighty-seven)",
        ),
    ],
)
def test_figure_and_words(value, vietnamese, english):
    assert spelled.both(value) == english
    messages.use("vi")
    assert spelled.both(value) == vietnamese


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (0, "0", "0"),
        (1, "01", "1"),
        (9, "09", "9"),
        (10, "10", "10"),
        (12, "12", "12"),
        (123, "123", "123"),
        (1803, "1.803", "1,803"),
    ],
)
def test_one_figure_alone_has_a_zero_before_it(number: int, vi: str, en: str) -> None:
    for language, printed in (("vi", vi), ("en", en)):
        messages.use(language)
        assert spelled.padded(number) == printed
        assert spelled.both(number).partition(" ")[0] == printed
