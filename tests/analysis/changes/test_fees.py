"""Whether a fee is higher than it was."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.analysis.changes.fees import amounts, raised, rises
from tthc.domain.level import Channel


@pytest.mark.parametrize(
    ("fee", "said"),
    [
        ("Lệ phí: 150.000 đồng/lần", [150_000]),
        ("50,000 đồng", [50_000]),
        ("2 triệu đồng", [2_000_000]),
        ("1.200.000 VNĐ (cấp mới); 300.000 vnđ (cấp lại)", [1_200_000, 300_000]),
        ("Không", [0]),
        ("Không thu phí", [0]),
        ("Theo quy định", []),
        ("năm 2026", []),
        ("", []),
    ],
)
def test_the_amounts_of_a_fee(fee: str, said: list[int]) -> None:
    assert amounts(fee) == [Decimal(amount) for amount in said]


@pytest.mark.parametrize(
    ("before", "after", "more"),
    [
        ("50.000 đồng", "80.000 đồng", True),
        ("50.000 đồng", "50,000 đồng", False),
        ("900.000 đồng", "1 triệu đồng", True),
        ("Không", "50.000 đồng", True),
        ("50.000 đồng", "Không", False),
        ("100.000 đồng; cấp lại 50.000 đồng", "100.000 đồng; cấp lại 80.000 đồng", True),
        ("100.000 đồng; cấp lại 50.000 đồng", "80.000 đồng; cấp lại 50.000 đồng", False),
        ("Cấp mới 50.000 đồng", "Cấp mới 50.000 đồng, cấp lại 70.000 đồng", True),
        ("Cấp mới 50.000 đồng", "Cấp mới 50.000 đồng, cấp lại 30.000 đồng", False),
        ("Dự án trên 10 tỷ đồng: 2 triệu đồng", "Dự án trên 10 tỷ đồng: 3 triệu đồng", True),
        ("100 USD", "120 USD", True),
        ("Giảm 30% phí", "Giảm 50% phí", False),
        ("50.000 đồng", "Theo Nghị quyết của Hội đồng nhân dân tỉnh", False),
        (None, "50.000 đồng", False),
    ],
)
def test_a_higher_fee(record, before: str | None, after: str | None, more: bool) -> None:
    assert raised(record(fee=before).procedure, record(fee=after).procedure) is more


def test_the_fee_of_one_way_of_filing(record) -> None:
    before = record(fee="100.000 đồng", channels=["direct", {"channel": "online", "fee": "50.000 đồng"}])
    after = record(fee="100.000 đồng", channels=["direct", {"channel": "online", "fee": "80.000 đồng"}])
    (found,) = rises(before.procedure, after.procedure)
    assert (found.channel, found.before, found.after) == (Channel.ONLINE, "50.000 đồng", "80.000 đồng")


def test_a_fee_that_moves_to_the_ways_of_filing(record) -> None:
    one = record(fee="50.000 đồng").procedure
    ways = [{"channel": name, "fee": "50.000 đồng"} for name in ("direct", "post")]
    assert not raised(one, record(channels=ways).procedure)
    assert raised(one, record(channels=[*ways, {"channel": "online", "fee": "70.000 đồng"}]).procedure)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=4), st.integers(1, 10**6))
def test_more_of_each_is_more_and_never_less(record, fees: list[int], more: int) -> None:
    one, other = (record(fee="; ".join(f"{fee + extra} đồng" for fee in fees)).procedure for extra in (0, more))
    assert raised(one, other)
    assert not raised(other, one)
    assert not raised(one, one)
