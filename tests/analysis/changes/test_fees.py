"""The highest amount that texts on fees name."""

from decimal import Decimal

import pytest

from tthc.analysis.changes.fees import highest


@pytest.mark.parametrize(
    ("fees", "amount"),
    [
        (["Lệ phí: 150.000 đồng/lần"], 150_000),
        (["50.000đ", None, "1.200.000 VNĐ (cấp mới); 300.000 vnđ (cấp lại)"], 1_200_000),
        (["8.000,5 đồng"], 8_000),
        (["Không"], 0),
        (["Không thu phí", "20.000 đồng"], 20_000),
        (["Theo quy định"], None),
        (["năm 2026"], None),
        ([None], None),
        ([], None),
    ],
)
def test_the_highest_amount(fees: list[str | None], amount: int | None) -> None:
    assert highest(fees) == (None if amount is None else Decimal(amount))
