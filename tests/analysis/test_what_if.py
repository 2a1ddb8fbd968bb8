from decimal import Decimal
from fractions import Fraction

from tthc.analysis.calendars import official
from tthc.analysis.cuts import summarise
from tthc.analysis.durations import Convention, Overrun
from tthc.analysis.what_if import what_if

LIKE = Convention.LIKE


def test_two_days_less_for_those_meant(compared):
    rows = compared(("10 ngày", "10 ngày"), ("10 ngày", "10 ngày"), ("2 ngày", "2 ngày"), ("10 ngày", None))
    found = what_if(rows, lambda row: row.entry.key != "9.000002", Decimal(-2), official())
    assert [row.amounts(LIKE) and row.amounts(LIKE).rate for row in found.rows] == [Fraction(1, 5), 0, 0, None]
    assert [row.entry.key for row in found.changed] == ["9.000001"]
    assert [row.entry.key for row in found.unchanged] == ["9.000003", "9.000004"]  # no time left; no local deadline
    assert summarise(found.rows, LIKE).mean_compared == Fraction(1, 15)
    assert summarise(rows, LIKE).mean_compared == 0


def test_days_more_are_seen_as_an_overrun(compared):
    rows = compared(("10 ngày", "9 ngày"))
    found = what_if(rows, lambda _row: True, Decimal(2), official())
    assert found.rows[0].comparison.overrun is Overrun.CERTAIN


def test_hours_and_open_times_are_left_as_they_are(compared):
    rows = compared(("24 giờ", "24 giờ"), ("5 ngày", "Không quy định"), ("5 ngày", "Ngay trong ngày"))
    found = what_if(rows, lambda _row: True, Decimal(-1), official())
    assert found.rows == rows
    assert len(found.unchanged) == 3


def test_a_deadline_kept_in_words_can_be_cut(compared):
    rows = compared(("8 ngày làm việc", "Không thực hiện cắt giảm"))
    found = what_if(rows, lambda _row: True, Decimal(-2), official())
    assert found.rows[0].amounts(LIKE).rate == Fraction(1, 4)


def test_both_ends_of_a_range_move(compared):
    found = what_if(compared(("20 ngày", "7-10 ngày")), lambda _row: True, Decimal("-0.5"), official())
    amounts = found.rows[0].amounts(LIKE)
    assert (amounts.local, amounts.best) == (Fraction(19, 2), Fraction(13, 2))
