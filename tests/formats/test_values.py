"""Cells as text and as exact values."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tthc import messages
from tthc.formats.values import exact, text, uneven
from tthc.report.model import Form, Span


@pytest.mark.parametrize(
    ("cell", "form", "words"),
    [
        (None, Form.COUNT, "–"),
        ("9.000001", Form.CODE, "9.000001"),
        (1803, Form.COUNT, "1.803"),
        (Decimal("2.50"), Form.AMOUNT, "2,5"),
        (Fraction(1, 3), Form.RATE, "33,3%"),
        (1, Form.RATE, "100%"),
        (Span(Fraction(6, 10), Fraction(72, 100)), Form.RATE, "60–72%"),
        (Span(5, Decimal("7.5")), Form.AMOUNT, "5–7,5"),
        (Span(5, Decimal("5.0")), Form.AMOUNT, "5"),
        (Span(None, 5), Form.AMOUNT, "––5"),
    ],
)
def test_the_readers_way(cell: Any, form: Form, words: str) -> None:
    messages.use("vi")
    assert text(cell, form) == words


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (None, None),
        ("a", "a"),
        (3, 3),
        (Decimal("2.50"), 2.5),
        (Fraction(1, 3), 0.333333),
        (Fraction(1, 2_000_000), 0.000001),
        (Span(1, None), {"low": 1, "high": None}),
    ],
)
def test_for_machines(cell: Any, value: Any) -> None:
    assert exact(cell) == value


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ([Fraction(54, 100), Fraction(503, 1000)], True),
        ([Fraction(54, 100), None, Fraction(1, 2)], False),
        ([Fraction(541, 1000), Fraction(503, 1000)], False),
        ([Span(Fraction(6, 10), Fraction(725, 1000))], True),
        ([], False),
    ],
)
def test_rates_of_one_column_have_the_same_decimals(cells: list[Any], found: bool) -> None:
    assert uneven(cells) is found
    messages.use("vi")
    assert text(Fraction(54, 100), Form.RATE, even=True) == "54,0%"
    assert text(Span(Fraction(6, 10), Fraction(725, 1000)), Form.RATE, even=True) == "60,0–72,5%"
