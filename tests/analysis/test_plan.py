from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tthc.analysis.durations import Convention
from tthc.analysis.plan import Limits, plan

LIKE, NOMINAL = Convention.LIKE, Convention.NOMINAL
THIRTY = Fraction(3, 10)


def moves(found):
    return [(move.row.entry.key, move.before, move.after) for move in found.moves]


def test_the_largest_cuts_first_and_the_last_no_further_than_needed(compared):
    rows = compared(("20 ngày", "20 ngày"), ("10 ngày", "10 ngày"), ("4 ngày", "4 ngày"))
    found = plan(rows, THIRTY, LIKE)
    assert moves(found) == [("9.000001", 20, 2)]
    assert found.before == 0
    assert found.after == THIRTY
    assert found.reached


def test_a_target_already_reached_needs_nothing(compared):
    found = plan(compared(("20 ngày", "10 ngày")), THIRTY, LIKE)
    assert found.moves == ()
    assert found.reached


def test_limits_are_kept(compared):
    rows = compared(("20 ngày", "20 ngày"), ("10 ngày", "10 ngày"), ("1 ngày làm việc", "1 ngày làm việc"))
    found = plan(rows, THIRTY, LIKE, limits=Limits(max_rate=Fraction(1, 4)))
    assert moves(found) == [("9.000001", 20, 15), ("9.000002", 10, 8)]
    assert not found.reached
    assert found.after == found.possible == Fraction(3, 20)
    found = plan(rows, THIRTY, LIKE, limits=Limits(remaining=Decimal(8)))
    assert moves(found) == [("9.000001", 20, 8), ("9.000002", 10, 8)]


def test_half_days(compared):
    found = plan(compared(("3 ngày", "3 ngày")), Fraction(1, 10), LIKE, limits=Limits(step=Decimal("0.5")))
    assert moves(found) == [("9.000001", 3, Decimal("2.5"))]


def test_hours_keep_a_day(compared):
    found = plan(compared(("24 giờ làm việc", "24 giờ làm việc")), Fraction(1), LIKE)
    assert moves(found) == [("9.000001", 24, 8)]
    assert found.possible == Fraction(2, 3)


@pytest.mark.parametrize(
    ("local", "after"),
    [
        ("5 tháng", 1),  # a month is 30 days
        ("5 tuần", 2),  # a week is 7 days, and one is less than ten days
        ("30 ngày", 10),
        ("30 ngày làm việc", 10),
        ("96 giờ làm việc", 80),
        ("480 giờ", 240),
        ("2 năm", 1),
    ],
)
def test_what_has_to_remain_is_days_whatever_the_unit(compared, local, after):
    found = plan(compared((local, local)), Fraction(1), LIKE, Limits(remaining=Decimal(10)))
    assert [move.after for move in found.moves] == [after]


def test_mixed_units_under_a_named_convention(compared):
    rows = compared(("10 ngày", "10 ngày làm việc"))
    assert plan(rows, THIRTY, LIKE).n == 0
    assert moves(plan(rows, THIRTY, NOMINAL)) == [("9.000001", 10, 7)]
    assert moves(plan(rows, THIRTY, Convention.FIVE_SEVENTHS)) == [("9.000001", 10, 5)]


def test_what_is_not_subtraction_is_refused(compared):
    with pytest.raises(ValueError, match="calendar"):
        plan(compared(("10 ngày", "8 ngày")), THIRTY, Convention.CALENDAR)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), min_size=1, max_size=4), st.integers(1, 9))
def test_no_plan_touches_fewer_procedures(compared, pairs, tenths):
    """Against all possible plans of whole days."""
    rows = compared(*[(f"{legal} ngày", f"{local} ngày") for legal, local in pairs])
    target = Fraction(tenths, 10)
    found = plan(rows, target, LIKE)

    def mean_of(choice):
        rates = [1 - Fraction(m, legal) for (legal, _local), m in zip(pairs, choice, strict=True)]
        return sum(rates, Fraction(0)) / len(rates)

    reaching = [
        sum(m != local for (_legal, local), m in zip(pairs, choice, strict=True))
        for choice in product(*[range(1, local + 1) for _legal, local in pairs])
        if mean_of(choice) >= target
    ]
    assert found.reached == bool(reaching)
    if reaching:
        assert len(found.moves) == min(reaching)
        assert found.after == found.before + sum(
            (move.rate_after - move.rate_before for move in found.moves), Fraction(0)
        ) / len(pairs)
