from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tthc.analysis.calendars import official
from tthc.analysis.due import Due, NoDue, Remark, Why, due, due_dates
from tthc.domain.deadline import Case, Deadline, Kind, Step, Unit
from tthc.text.deadline import parse

CASES = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "due-dates.yaml")

DAYS = st.dates(date(2025, 1, 1), date(2026, 8, 1))
AMOUNTS = st.integers(1, 60).map(Decimal)


def deadline(*cases, kind=Kind.CONDITIONAL, headline=None, steps=()):
    return Deadline("", kind, cases=cases, headline=headline, steps=steps)


def moment(value):
    """A date stays a date; a text with a time of day is a moment."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases(case):
    (line,) = due_dates(parse(case["text"]), moment(case["received"]), official())
    if "refused" in case:
        assert line.due == NoDue(Why(case["refused"]), case.get("year"))
        return
    expected = moment(case["due"])
    assert isinstance(line.due, Due)
    assert (line.due.moment or line.due.day) == expected
    assert line.due.moved_from == case.get("moved_from")
    assert list(line.due.provisional) == case.get("provisional", [])
    assert list(line.due.remarks) == case.get("remarks", [])


@settings(max_examples=60, deadline=None)
@given(DAYS, AMOUNTS, st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.WORKING_DAY]))
def test_ends_on_a_working_day_after_the_receipt(received, amount, unit):
    result = due(amount, unit, received, official())
    if isinstance(result, NoDue):
        assert result.why is Why.NOT_COVERED
        return
    assert official().on_or_after(result.day) == result.day
    assert result.day > received


@settings(max_examples=60, deadline=None)
@given(DAYS, AMOUNTS, st.sampled_from([Unit.DAY, Unit.WORKING_DAY]))
def test_a_longer_deadline_never_ends_earlier(received, amount, unit):
    shorter, longer = (due(n, unit, received, official()) for n in (amount, amount + 1))
    assert shorter.day <= longer.day


@settings(max_examples=40, deadline=None)
@given(DAYS, AMOUNTS)
def test_working_days_are_counted_one_by_one(received, amount):
    day, left = received, int(amount)
    while left:
        day += timedelta(days=1)
        left -= official().on_or_after(day) == day
    assert due(amount, Unit.WORKING_DAY, received, official()).day == day


def test_an_addition_is_counted_with_its_base():
    base, extra = Case(Decimal(15), Unit.DAY), Case(Decimal(10), Unit.DAY, extra=True)
    lines = due_dates(deadline(base, extra, headline=0), date(2026, 10, 1), official())
    assert lines[0].due.day == date(2026, 10, 16)
    assert lines[1].due.day == date(2026, 10, 26)
    assert lines[1].due.remarks == (Remark.ON_TOP,)


def test_an_addition_in_another_unit_starts_where_its_base_ends():
    base, extra = Case(Decimal(8), Unit.WORKING_DAY), Case(Decimal(10), Unit.DAY, extra=True)
    lines = due_dates(deadline(base, extra, headline=0), date(2026, 10, 1), official())
    assert lines[0].due.day == date(2026, 10, 13)
    assert lines[1].due.day == date(2026, 10, 23)


def test_an_addition_to_nothing_in_particular_has_no_date():
    peers = Case(Decimal(5), Unit.DAY, when="cấp mới"), Case(Decimal(3), Unit.DAY, when="cấp lại")
    extra = Case(Decimal(10), Unit.DAY, extra=True)
    lines = due_dates(deadline(*peers, extra), date(2026, 10, 1), official())
    assert lines[2].due == NoDue(Why.NO_BASE)


def test_stages_without_a_total_follow_each_other():
    steps = Step(Decimal(2), Unit.WORKING_DAY), Step(Decimal(45), Unit.DAY)
    lines = due_dates(deadline(kind=Kind.STEPS, steps=steps), date(2026, 9, 7), official())
    assert [line.due.day for line in lines] == [date(2026, 9, 9), date(2026, 10, 26)]
    assert [line.step for line in lines] == list(steps)


def test_within_the_day():
    (line,) = due_dates(deadline(kind=Kind.IMMEDIATE), date(2026, 11, 24), official())
    assert line.due == Due(date(2026, 11, 25), remarks=(Remark.SAME_DAY,))


def test_half_a_month_has_no_corresponding_day():
    assert due(Decimal("1.5"), Unit.MONTH, date(2026, 1, 5), official()) == NoDue(Why.FRACTION)
    assert due(Decimal("0.5"), Unit.YEAR, date(2026, 1, 5), official()).day == date(2026, 7, 6)


@pytest.mark.parametrize("unit", Unit)
def test_an_absurd_deadline_is_refused(unit):
    result = due(Decimal(10) ** 9, unit, datetime(2026, 1, 5, 9, 0), official())  # noqa: DTZ001 - local time is meant
    assert result.why is Why.NOT_COVERED
