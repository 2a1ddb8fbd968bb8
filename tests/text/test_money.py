"""Sums of money in texts."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tthc.text.money import Sum, Unit, sums, written

CASES = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "money.yaml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_sums(case):
    expected = [Sum(Decimal(amount), Unit(unit)) for amount, unit in case["sums"]]
    assert list(sums(case["text"])) == expected


@given(st.integers(0, 10**13), st.integers(0, 99), st.sampled_from(Unit))
def test_what_is_written_is_read_again(whole, cents, unit):
    amount = whole + Decimal(cents) / 100 if unit is not Unit.PERCENT else Decimal(cents) / 8
    assert sums(f"Lệ phí {written(amount, unit)}/lần") == (Sum(amount, unit),)


@given(st.text(st.sampled_from("0123456789., -/đồngtriệu%usd"), max_size=40))
def test_any_text_is_read(text):
    for found in sums(text):
        assert found.amount >= 0
        assert found.amount.is_finite()


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("50000.0", "Đồng", "50.000 đồng"),
        ("50000", "VNĐ", "50.000 đồng"),
        ("1250000", "", "1.250.000"),
        ("12.50", "USD", "12,5 USD"),
        ("100", "đồng", "100 đồng"),
        ("0", "Đồng", "0 đồng"),
    ],
)
def test_how_a_sum_is_written(amount, currency, text):
    assert written(Decimal(amount), currency) == text
