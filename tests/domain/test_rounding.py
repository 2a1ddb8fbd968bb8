from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.domain.rounding import cut_rate, mean, ratio, round_half_up, truncate


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(1, 3), 2, "0.33"),
        (Decimal("94.066"), 2, "94.07"),
        (Decimal("0.5"), 0, "1"),
        (Decimal("-0.5"), 0, "-1"),
        (Decimal("2.675"), 2, "2.68"),
        (Fraction(29996, 1000), 2, "30.00"),
        (7, 1, "7.0"),
    ],
)
def test_halves_go_away_from_zero(value, places, expected):
    assert str(round_half_up(value, places)) == expected


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**6), max_value=10**6, places=5))
def test_agrees_with_decimal_on_decimals(value):
    assert round_half_up(value, 2) == value.quantize(Decimal("0.01"), ROUND_HALF_UP)


@given(st.fractions(), st.integers(0, 6))
def test_the_nearest_decimal_and_of_two_the_larger(value, places):
    rounded = Fraction(round_half_up(value, places))
    step = Fraction(1, 10**places)
    assert (rounded / step).denominator == 1
    assert -step / 2 < abs(rounded) - abs(value) <= step / 2
    assert rounded * value >= 0


@given(st.fractions(), st.integers(0, 6))
def test_rounding_is_the_same_on_both_sides_of_zero_and_done_once(value, places):
    rounded = round_half_up(value, places)
    assert Fraction(rounded) == -Fraction(round_half_up(-value, places))
    assert round_half_up(rounded, places) == rounded


def test_long_numbers_are_not_cut():
    assert str(round_half_up(Fraction(10**40 + 1, 2), 1)) == "5" + "0" * 39 + ".5"
    assert str(truncate(10**30, 2)) == "1" + "0" * 30 + ".00"


def test_truncating_cuts_towards_zero():
    assert truncate(Fraction(8829, 100), 1) == Decimal("88.2")
    assert truncate(Decimal("-1.99"), 1) == Decimal("-1.9")


def test_a_cut_is_exact():
    assert cut_rate(15, Decimal("7.5")) == Fraction(1, 2)
    assert cut_rate(10, 10) == 0
    assert cut_rate(10, 15) == Fraction(-1, 2)
    with pytest.raises(ZeroDivisionError):
        cut_rate(0, 1)


def test_a_ratio_of_nothing_is_none():
    assert ratio(1, 0) is None
    assert ratio(164, 233) == Fraction(164, 233)


@given(st.lists(st.fractions(min_value=-2, max_value=2, max_denominator=60), min_size=1, max_size=30))
def test_the_mean_is_the_sum_over_the_number(values):
    assert mean(values) == sum(values, Fraction(0)) / len(values)


def test_the_mean_of_nothing_is_none():
    assert mean([]) is None
