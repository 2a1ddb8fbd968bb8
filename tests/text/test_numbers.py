"""Numbers and dates as Vietnamese and English readers write them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc import messages
from tthc.text import numbers

CASES = [
    (numbers.count, 0, "0", "0"),
    (numbers.count, 1803, "1.803", "1,803"),
    (numbers.count, 1234567, "1.234.567", "1,234,567"),
    (numbers.count, -1803, "-1.803", "-1,803"),
    (numbers.amount, Decimal("2.5"), "2,5", "2.5"),
    (numbers.amount, Decimal("6.25"), "6,25", "6.25"),
    (numbers.amount, Decimal("100"), "100", "100"),
    (numbers.amount, Decimal("100.00"), "100", "100"),
    (numbers.amount, Fraction(14, 3), "4,67", "4.67"),
    (numbers.amount, Fraction(123456, 10), "12.345,6", "12,345.6"),
    (numbers.amount, Fraction(-1, 1000), "0", "0"),
    (numbers.percent, Fraction(1, 2), "50%", "50%"),
    (numbers.percent, Fraction(535, 1000), "53,5%", "53.5%"),
    (numbers.percent, Fraction(775, 1000), "77,5%", "77.5%"),
    (numbers.percent, Fraction(1, 8), "12,5%", "12.5%"),
    (numbers.percent, Fraction(-1, 8), "-12,5%", "-12.5%"),
    (numbers.percent, Decimal("0.0005"), "0,1%", "0.1%"),
    (numbers.percent, Fraction(12), "1.200%", "1,200%"),
    (numbers.calendar_date, date(2026, 10, 1), "01/10/2026", "2026-10-01"),
    (numbers.calendar_date, date(987, 1, 2), "02/01/0987", "0987-01-02"),
]


@pytest.mark.parametrize(("write", "value", "vietnamese", "english"), CASES)
def test_the_readers_way(write: Any, value: Any, vietnamese: str, english: str) -> None:
    messages.use("vi")
    assert write(value) == vietnamese
    messages.use("en")
    assert write(value) == english


@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(0, 4))
def test_what_is_written_is_within_half_a_step_of_the_value(value: Fraction, places: int) -> None:
    messages.use("en")
    written = Fraction(numbers.amount(value, places).replace(",", ""))
    assert abs(written - value) <= Fraction(1, 2 * 10**places)
    assert written == Fraction(numbers.percent(value / 100, places).rstrip("%").replace(",", ""))
    messages.use("vi")
    vietnamese = numbers.amount(value, places)
    assert Fraction(vietnamese.replace(".", "").replace(",", ".")) == written


def test_roman_numbers() -> None:
    assert [numbers.roman(n) for n in (1, 2, 3, 4, 5, 6, 8, 9, 10, 14, 39)] == (
        ["I", "II", "III", "IV", "V", "VI", "VIII", "IX", "X", "XIV", "XXXIX"]
    )
