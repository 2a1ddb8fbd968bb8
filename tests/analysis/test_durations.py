"""One legal against one local duration. The golden figures were counted apart, over the receipt dates of 2026."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tthc.analysis.calendars import official, working_calendar
from tthc.analysis.due import due
from tthc.analysis.durations import Convention, Order, Overrun, Proof, measure
from tthc.analysis.simulation import Duration, ends, later
from tthc.domain.deadline import Case, Unit
from tthc.text import data

ANNOUNCED = official().only_announced()
DAY, WORKING_DAY = Unit.DAY, Unit.WORKING_DAY

amounts = st.integers(1, 180).map(lambda n: Decimal(n) / 2)
units = st.sampled_from(Unit)


def calendar_of_2026(*, worked_saturday=True):
    """The year 2026, with or without Saturday 10/01, which was worked for 02/01."""
    year = next(year for year in data.load("calendar/vn")["years"] if year["year"] == "2026")
    days = [day for day in year["days"] if worked_saturday or day["date"] != "2026-01-10"]
    return working_calendar({"years": [{**year, "days": days}]})


def table_row(legal, local_unit, calendar):
    """The largest M never later, the smallest M mostly later, the smallest M always later; receipts to 27/9/2026."""
    receipts = sum(day <= date(2026, 9, 27).toordinal() for day in calendar.working)
    counts = {}
    for m in range(1, 60):
        ours, theirs = ends(legal, calendar), ends(Duration(Decimal(m), local_unit), calendar)
        counts[m] = sum(a < b for a, b in zip(ours[:receipts], theirs[:receipts], strict=True))
    never = max(m for m, count in counts.items() if not count)
    mostly = min(m for m, count in counts.items() if count * 2 > receipts)
    always = min(m for m, count in counts.items() if count == receipts)
    return never, mostly, always


def case(amount, unit, minimum=None):
    return Case(Decimal(amount), unit, None if minimum is None else Decimal(minimum))


def measured(legal, legal_unit, local, local_unit, minimum=None):
    return measure(case(legal, legal_unit), case(local, local_unit, minimum), ANNOUNCED)


@pytest.mark.parametrize(
    ("legal", "never", "mostly", "always"),
    [
        (3, 1, 4, 4),
        (5, 1, 4, 6),
        (7, 1, 6, 7),
        (10, 1, 9, 10),
        (15, 6, 12, 13),
        (20, 9, 15, 17),
        (30, 16, 23, 24),
        (45, 26, 32, 35),
    ],
)
def test_days_against_working_days(legal, never, mostly, always):
    assert table_row(Duration(Decimal(legal), DAY), WORKING_DAY, calendar_of_2026()) == (never, mostly, always)


@pytest.mark.parametrize(
    ("legal", "never", "mostly", "always"),
    [(3, 3, 6, 13), (5, 5, 8, 15), (7, 8, 10, 19), (10, 11, 15, 22), (15, 18, 22, 29), (20, 25, 29, 36)],
)
def test_working_days_against_days(legal, never, mostly, always):
    assert table_row(Duration(Decimal(legal), WORKING_DAY), DAY, calendar_of_2026()) == (never, mostly, always)


def test_one_receipt_date_decides_between_44_and_45_days():
    """30 working days against 44 days: later on 91 of 181 dates with Saturday 10/01 worked, else on 90 of 180."""
    legal = Duration(Decimal(30), WORKING_DAY)
    assert table_row(legal, DAY, calendar_of_2026()) == (39, 44, 50)
    assert table_row(legal, DAY, calendar_of_2026(worked_saturday=False)) == (39, 45, 50)


@pytest.mark.parametrize(
    ("n", "shortest", "longest", "median"),
    [(5, 5, 14, 7), (7, 8, 18, 9), (10, 11, 21, 14), (15, 18, 28, 21), (20, 25, 35, 28), (30, 39, 49, 43)],
)
def test_days_that_working_days_span_in_2026(n, shortest, longest, median):
    calendar = calendar_of_2026()
    waits = sorted(
        end - receipt
        for receipt, end in zip(calendar.working, ends(Duration(Decimal(n), WORKING_DAY), calendar), strict=False)
        if receipt <= date(2026, 9, 27).toordinal()
    )
    assert (waits[0], waits[-1], waits[len(waits) // 2]) == (shortest, longest, median)


@pytest.mark.parametrize(
    ("legal", "local", "minimum", "nominal", "five_sevenths"),
    [
        (40, 9, None, ("0.775", "0.775"), ("0.685", "0.685")),
        (25, 10, 7, ("0.6", "0.72"), ("0.44", "0.608")),
    ],
)
def test_the_figures_of_the_newspaper(legal, local, minimum, nominal, five_sevenths):
    found = measured(legal, DAY, local, WORKING_DAY, minimum)
    for convention, (rate, best) in ((Convention.NOMINAL, nominal), (Convention.FIVE_SEVENTHS, five_sevenths)):
        amounts = found.amounts(convention)
        assert (amounts.rate, amounts.best_rate) == (Fraction(rate), Fraction(best))
    assert found.amounts(Convention.LIKE) is None
    assert found.order is Order.NEVER_LATER  # a genuine cut on every receipt date
    assert 0 < found.amounts(Convention.CALENDAR).rate < found.amounts(Convention.NOMINAL).rate


@pytest.mark.parametrize(
    ("n", "overrun"),
    [(3, Overrun.SOMETIMES), (5, Overrun.MOSTLY), (7, Overrun.CERTAIN), (15, Overrun.CERTAIN), (30, Overrun.CERTAIN)],
)
def test_the_same_figure_in_working_days_is_a_disguised_lengthening(n, overrun):
    found = measured(n, DAY, n, WORKING_DAY)
    assert found.overrun is overrun
    assert found.disguised
    assert found.amounts(Convention.NOMINAL).rate == 0


def test_a_longer_figure_is_not_disguised():
    assert not measured(15, DAY, 20, WORKING_DAY).disguised
    assert not measured(15, WORKING_DAY, 15, DAY).disguised


@pytest.mark.parametrize(
    ("legal", "legal_unit", "local", "local_unit", "order"),
    [
        (24, Unit.HOUR, 1, WORKING_DAY, Order.ALWAYS_LATER),
        (1, WORKING_DAY, 24, Unit.HOUR, Order.NEVER_LATER),
        (1, Unit.MONTH, 30, DAY, Order.SOMETIMES_LATER),  # received in February
        (1, Unit.MONTH, 20, WORKING_DAY, Order.SOMETIMES_LATER),  # over Tết
        (1, Unit.YEAR, 12, Unit.MONTH, Order.EQUAL),
        (14, DAY, 2, Unit.WEEK, Order.EQUAL),
        (90, Unit.MINUTE, 1, Unit.HOUR, Order.SHORTER),
        (1, WORKING_DAY, 8, Unit.WORKING_HOUR, Order.EQUAL),
        (3, Unit.HOUR, 2, Unit.WORKING_HOUR, Order.UNDECIDED),
        (2, Unit.YEAR, 500, DAY, Order.UNDECIDED),  # the calendar is too short
    ],
)
def test_other_units(legal, legal_unit, local, local_unit, order):
    assert measured(legal, legal_unit, local, local_unit).order is order


def test_eight_working_hours_are_a_working_day_by_convention_and_it_says_so():
    found = measured(1, WORKING_DAY, 4, Unit.WORKING_HOUR)
    assert found.amounts(Convention.LIKE).rate == Fraction(1, 2)
    assert found.eight_hours
    assert not measured(8, Unit.WORKING_HOUR, 4, Unit.WORKING_HOUR).eight_hours


def test_ten_days_more_are_the_usual_addition():
    assert measured(15, WORKING_DAY, 25, WORKING_DAY).plus_ten
    assert not measured(15, WORKING_DAY, 26, WORKING_DAY).plus_ten
    assert not measured(15, DAY, 25, WORKING_DAY).plus_ten


def test_nothing_is_measured_against_zero_or_without_a_unit():
    assert measure(case(0, DAY), case(1, DAY), ANNOUNCED) is None
    assert measure(case(5, None), case(1, DAY), ANNOUNCED) is None


@settings(max_examples=80, deadline=None)
@given(amounts, units, amounts, units)
def test_no_cut_across_unequal_units_without_a_named_convention(legal, legal_unit, local, local_unit):
    found = measured(legal, legal_unit, local, local_unit)
    like = found.amounts(Convention.LIKE)
    exact = {(DAY, Unit.WEEK), (Unit.MINUTE, Unit.HOUR), (Unit.MONTH, Unit.YEAR), (WORKING_DAY, Unit.WORKING_HOUR)}
    same = legal_unit is local_unit or (legal_unit, local_unit) in exact or (local_unit, legal_unit) in exact
    assert (like is not None) == same
    assert (found.proof is Proof.ARITHMETIC) == same
    if legal_unit is local_unit:
        for convention in (Convention.LIKE, Convention.NOMINAL, Convention.FIVE_SEVENTHS):
            assert found.amounts(convention).rate == 1 - Fraction(local) / Fraction(legal)


@settings(max_examples=60, deadline=None)
@given(amounts, units)
def test_what_is_not_changed_is_not_cut(amount, unit):
    found = measured(amount, unit, amount, unit)
    assert found.order is Order.EQUAL
    assert {amounts.rate for convention in Convention if (amounts := found.amounts(convention))} == {0}
    assert found.overrun is None


@settings(max_examples=60, deadline=None)
@given(amounts, units, amounts, units)
def test_a_shorter_local_deadline_is_never_a_smaller_cut(legal, legal_unit, local, local_unit):
    assume(local > 1)
    shorter, longer = (measured(legal, legal_unit, n, local_unit) for n in (local - 1, local))
    for convention in (Convention.LIKE, Convention.NOMINAL, Convention.FIVE_SEVENTHS):
        if longer.amounts(convention):
            assert shorter.amounts(convention).rate > longer.amounts(convention).rate
    grades = [None, Overrun.SOMETIMES, Overrun.MOSTLY, Overrun.CERTAIN]
    if Order.UNDECIDED not in (shorter.order, longer.order):
        assert grades.index(shorter.overrun) <= grades.index(longer.overrun)


@settings(max_examples=60, deadline=None)
@given(amounts, amounts, st.sampled_from([(DAY, WORKING_DAY), (WORKING_DAY, DAY), (Unit.WEEK, WORKING_DAY)]))
def test_what_is_proven_is_what_the_simulation_finds(legal, local, pair):
    found = measured(legal, pair[0], local, pair[1])
    if found.proof is Proof.BOUND and found.dates:
        assert found.later_on == (found.dates if found.order is Order.ALWAYS_LATER else 0)


@settings(max_examples=40, deadline=None)
@given(amounts, st.sampled_from([DAY, WORKING_DAY, Unit.WEEK, Unit.MONTH]), st.integers(0, 400))
def test_the_simulation_ends_where_the_due_date_is(amount, unit, n):
    assume(unit is not Unit.MONTH or amount == int(amount))
    found = ends(Duration(amount, unit), ANNOUNCED)
    assume(n < len(found))
    receipt = date.fromordinal(ANNOUNCED.working[n])
    assert due(amount, unit, receipt, ANNOUNCED).day == date.fromordinal(found[n])


def test_dates_are_counted_as_far_as_both_ends_are_known():
    later_on, dates = later(Duration(Decimal(15), DAY), Duration(Decimal(15), WORKING_DAY), ANNOUNCED)
    assert later_on == dates == len(ANNOUNCED.working) - 15
