"""Two durations in different units, compared by their due dates on every receipt date of the calendar.

There is no legal ratio between calendar days and working days, but both have due dates. The receipt dates are all
working days of the calendar for which both due dates are known.
"""

from bisect import bisect_left
from datetime import date
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from tthc.analysis.due import HOURS_A_DAY, corresponding_day
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.deadline import Unit


class Duration(NamedTuple):
    """So many of a unit."""

    amount: Decimal
    unit: Unit


@lru_cache(maxsize=4096)
def ends(duration: Duration, calendar: WorkingCalendar) -> tuple[int, ...]:
    """The due dates (ordinals) for the working days of the calendar as receipt dates, as far as they are known.

    The n-th belongs to the n-th working day. Working hours count as parts of a working day; hours and minutes run from
    a moment and have no due date here: none are returned.
    """
    working = calendar.working
    match duration.unit:
        case Unit.WORKING_DAY | Unit.WORKING_HOUR:
            return working[_whole(_days(duration)) :]
        case Unit.DAY | Unit.WEEK:
            days = _whole(_days(duration))
            return _on_or_after(calendar, [receipt + days for receipt in working])
        case Unit.MONTH | Unit.YEAR:
            months = duration.amount * 12 if duration.unit is Unit.YEAR else duration.amount
            if months != months.to_integral_value():
                return ()
            last = (corresponding_day(date.fromordinal(receipt), int(months)) for receipt in working)
            return _on_or_after(calendar, [day.toordinal() if day else date.max.toordinal() for day in last])
        case _:
            return ()


@lru_cache(maxsize=4096)
def later(legal: Duration, local: Duration, calendar: WorkingCalendar) -> tuple[int, int]:
    """On how many receipt dates the local duration ends later than the legal one, and of how many."""
    pairs = list(zip(ends(legal, calendar), ends(local, calendar), strict=False))
    if _part(local) > _part(legal):  # of two that end on one day, the one that takes more of it
        return sum(theirs >= ours for ours, theirs in pairs), len(pairs)
    return sum(theirs > ours for ours, theirs in pairs), len(pairs)


@lru_cache(maxsize=4096)
def mean_waits(legal: Duration, local: Duration, calendar: WorkingCalendar) -> tuple[Fraction, Fraction] | None:
    """The days of waiting from receipt to due date, each a mean over the same receipt dates; None if there are none."""
    legal_ends, local_ends = ends(legal, calendar), ends(local, calendar)
    n = min(len(legal_ends), len(local_ends))
    if n == 0:
        return None
    receipts = sum(calendar.working[:n])
    return Fraction(sum(legal_ends[:n]) - receipts, n), Fraction(sum(local_ends[:n]) - receipts, n)


def _on_or_after(calendar: WorkingCalendar, days: list[int]) -> tuple[int, ...]:
    """Each day (ascending), or the next working day; those past the calendar are left off."""
    following = _following(calendar)
    first = calendar.first.toordinal()
    known = bisect_left(days, first + len(following))
    return tuple(following[day - first] for day in days[:known])


@lru_cache(maxsize=16)
def _following(calendar: WorkingCalendar) -> list[int]:
    """For every day up to the last working day, the first working day on or after it."""
    result: list[int] = []
    for day in calendar.working:
        result += [day] * (day - calendar.first.toordinal() + 1 - len(result))
    return result


def _days(duration: Duration) -> Decimal:
    """In working days or in calendar days, whichever the unit is a part or a multiple of."""
    if duration.unit is Unit.WORKING_HOUR:
        return duration.amount / HOURS_A_DAY
    return duration.amount * 7 if duration.unit is Unit.WEEK else duration.amount


def _whole(days: Decimal) -> int:
    return int(days.to_integral_value(ROUND_CEILING))


def _part(duration: Duration) -> Decimal:
    """How much of its last day a duration takes: one for whole days."""
    days = _days(duration)
    return days - (_whole(days) - 1)
