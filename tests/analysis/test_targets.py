from fractions import Fraction

from tthc.analysis.durations import Convention
from tthc.analysis.targets import Average, Standing, judge, standing
from tthc.domain.deadline import Unit

THIRTY = Fraction(3, 10)
LIKE = Convention.LIKE


def average(judgement, which):
    return next(verdict for verdict in judgement.averages if verdict.average is which)


def test_29_996_percent_has_not_reached_30(compared):
    (row,) = compared(("2500 giờ", "1750,1 giờ"))
    assert row.amounts(LIKE).rate == Fraction("0.29996")
    assert standing(row, THIRTY, LIKE) is Standing.SHORT
    found = judge((row,), THIRTY, LIKE)
    assert not average(found, Average.MEAN).reached
    assert average(found, Average.MEAN).missing == Fraction("0.00004")


def test_exactly_30_percent_has(compared):
    (row,) = compared(("10 ngày", "7 ngày"))
    assert standing(row, THIRTY, LIKE) is Standing.REACHED
    assert all(verdict.reached and not verdict.missing for verdict in judge((row,), THIRTY, LIKE).averages)


def test_what_cannot_be_cut_has_not_failed(compared):
    found = judge(compared(("01 ngày làm việc", "01 ngày làm việc"), ("5 ngày", "5 ngày")), THIRTY, LIKE)
    assert (len(found.reached), len(found.short), len(found.no_room), found.left_out) == (0, 1, 1, 0)


def test_what_is_missing_in_days_and_procedures(compared):
    rows = compared(
        ("10 ngày", "9 ngày"), ("20 ngày", "10 ngày"), ("10 ngày làm việc", "10 ngày làm việc"), ("10 ngày", None)
    )
    found = judge(rows, THIRTY, LIKE)
    assert [row.entry.key for row in found.short] == ["9.000001", "9.000003"]
    assert found.days_short == ((Unit.DAY, Fraction(2)), (Unit.WORKING_DAY, Fraction(3)))
    assert found.left_out == 1
    pooled = {v.unit: (v.reached, v.missing_days) for v in found.averages if v.average is Average.POOLED}
    assert pooled == {Unit.DAY: (True, 0), Unit.WORKING_DAY: (False, 3)}


def test_nothing_to_average_has_reached_nothing():
    found = judge((), THIRTY, LIKE)
    assert not average(found, Average.MEAN).reached
    assert average(found, Average.MEAN).value is None


def test_the_convention_decides(compared):
    (row,) = compared(("15 ngày", "10 ngày làm việc"))
    assert standing(row, THIRTY, Convention.NOMINAL) is Standing.REACHED
    assert standing(row, THIRTY, Convention.FIVE_SEVENTHS) is Standing.SHORT
    assert standing(row, THIRTY, LIKE) is None
