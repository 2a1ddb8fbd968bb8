"""When a deadline ends: Bộ luật Dân sự Điều 144-148 over the working calendar.

Periods of hours and minutes run from the moment of receipt; in all others the day of receipt does not count (Điều 147).
A period of days, weeks, months or years whose last day is not worked ends with the next working day (Điều 148 khoản 5).
Working days are not defined there: they are counted on the calendar. Nothing is computed outside the calendar.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from tthc.domain.calendar import WorkingCalendar
from tthc.domain.deadline import Case, Deadline, Kind, Step, Unit

HOURS_A_DAY = 8  # working hours in a working day: at most 8 by Bộ luật Lao động Điều 105 khoản 1


class Why(StrEnum):
    """Why there is no due date."""

    NOT_COVERED = "not_covered"  # the calendar does not reach that far
    TIME_NEEDED = "time_needed"  # hours run from a moment, and only a day was given
    FRACTION = "fraction"  # part of a month has no corresponding day
    NO_BASE = "no_base"  # an addition to several durations, none of them the ordinary one
    NO_DURATION = "no_duration"  # the text states no duration


class Remark(StrEnum):
    """What to know about a due date."""

    PART_OF_DAY = "part_of_day"  # 2,5 days: in the course of this day
    OFFICE_HOURS = "office_hours"  # depends on the office hours of the calendar, which are practice and not law
    SAME_DAY = "same_day"
    ON_TOP = "on_top"  # an addition, counted with the duration it is added to
    IN_TURN = "in_turn"  # a stage that starts when the one before it ends


@dataclass(frozen=True, slots=True)
class Due:
    """The end of a deadline: the end of `day` (24:00, Điều 148 khoản 6), or `moment` for hours and minutes.

    `moved_from` is the last day of the period where it was not worked; `provisional` holds the years passed through
    whose holidays have not been announced.
    """

    day: date
    moment: datetime | None = None
    moved_from: date | None = None
    remarks: tuple[Remark, ...] = ()
    provisional: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NoDue:
    """No due date, and why; `year` is the first year that the calendar would have to cover."""

    why: Why
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DueLine:
    """The due date of one case or one stage; neither for "within the day" and where the text states no duration."""

    due: Due | NoDue
    case: Case | None = None
    step: Step | None = None


def due_dates(deadline: Deadline, received: date | datetime, calendar: WorkingCalendar) -> tuple[DueLine, ...]:
    """The due date of every case of `deadline` for a dossier received then; never empty."""
    lines = []
    if deadline.kind is Kind.IMMEDIATE:
        lines.append(DueLine(_same_day(received, calendar)))
    lines += [DueLine(_of_case(case, deadline, received, calendar), case=case) for case in deadline.cases]
    if deadline.steps and all(case.extra for case in deadline.cases):
        lines.extend(_in_turn(deadline.steps, received, calendar))
    return tuple(lines) or (DueLine(NoDue(Why.NO_DURATION)),)


def due(amount: Decimal, unit: Unit, received: date | datetime, calendar: WorkingCalendar) -> Due | NoDue:
    """The end of a period of `amount` `unit`s that starts with the receipt."""
    day = received.date() if isinstance(received, datetime) else received
    if not calendar.covers(day):
        return NoDue(Why.NOT_COVERED, day.year)
    match unit:
        case Unit.MINUTE | Unit.HOUR | Unit.WORKING_HOUR:
            if not isinstance(received, datetime):
                return NoDue(Why.TIME_NEEDED)
            if unit is Unit.WORKING_HOUR:
                return _working_hours(amount, received, calendar)
            return _elapsed(amount / 60 if unit is Unit.MINUTE else amount, received, calendar)
        case Unit.WORKING_DAY:
            return _ended(day, calendar.after(day, _whole(amount)), amount, calendar)
        case Unit.DAY | Unit.WEEK:
            days = amount * 7 if unit is Unit.WEEK else amount
            return _day_period(day, _later(day, _whole(days)), days, calendar)
        case Unit.MONTH | Unit.YEAR:
            months = amount * 12 if unit is Unit.YEAR else amount
            if months != months.to_integral_value():
                return NoDue(Why.FRACTION)
            return _day_period(day, corresponding_day(day, int(months)), months, calendar)


def corresponding_day(day: date, months: int) -> date | None:
    """The same day so many months later, else the last day of that month (Điều 148 khoản 4); None past year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _whole(days: Decimal) -> int:
    """Two and a half days end in the course of the third."""
    return int(days.to_integral_value(ROUND_CEILING))


def _day_period(start: date, last: date | None, amount: Decimal, calendar: WorkingCalendar) -> Due | NoDue:
    """A period that ends on `last`, or on the next working day."""
    end = last and calendar.on_or_after(last)
    result = _ended(start, end, amount, calendar)
    if isinstance(result, NoDue) and last is not None:
        return NoDue(Why.NOT_COVERED, max(last.year, calendar.last.year + 1))
    return replace(result, moved_from=last) if isinstance(result, Due) and end != last else result


def _ended(start: date, end: date | None, amount: Decimal, calendar: WorkingCalendar) -> Due | NoDue:
    if end is None:
        return NoDue(Why.NOT_COVERED, calendar.last.year + 1)
    remarks = (Remark.PART_OF_DAY,) if amount != amount.to_integral_value() else ()
    return Due(end, remarks=remarks, provisional=calendar.provisional(start, end))


def _elapsed(hours: Decimal, received: datetime, calendar: WorkingCalendar) -> Due | NoDue:
    if hours > 24 * ((calendar.last - received.date()).days + 1):
        return NoDue(Why.NOT_COVERED, calendar.last.year + 1)
    moment = received + _hours(hours)
    if not calendar.covers(moment.date()):
        return NoDue(Why.NOT_COVERED, moment.year)
    return Due(moment.date(), moment, provisional=calendar.provisional(received.date(), moment.date()))


def _hours(hours: Decimal) -> timedelta:
    return timedelta(microseconds=int(hours * 3_600_000_000))


def _working_hours(hours: Decimal, received: datetime, calendar: WorkingCalendar) -> Due | NoDue:
    """Hours counted in the office hours of working days, from the moment of receipt."""
    if hours > 24 * len(calendar.working):
        return NoDue(Why.NOT_COVERED, calendar.last.year + 1)
    left = _hours(hours)
    day = calendar.on_or_after(received.date())
    while day is not None:
        for opens, closes in calendar.office_hours:
            start = max(received, datetime.combine(day, opens, received.tzinfo))
            end = datetime.combine(day, closes, received.tzinfo)
            if start + left <= end:
                years = calendar.provisional(received.date(), day)
                return Due(day, start + left, remarks=(Remark.OFFICE_HOURS,), provisional=years)
            left -= max(end - start, timedelta())
        day = calendar.after(day, 1)
    return NoDue(Why.NOT_COVERED, calendar.last.year + 1)


def _same_day(received: date | datetime, calendar: WorkingCalendar) -> Due | NoDue:
    """Within the day: the day of receipt, or the next working day if it is not worked."""
    day = received.date() if isinstance(received, datetime) else received
    end = calendar.on_or_after(day)
    if end is None:
        return NoDue(Why.NOT_COVERED, day.year if not calendar.covers(day) else calendar.last.year + 1)
    return Due(end, remarks=(Remark.SAME_DAY,), provisional=calendar.provisional(day, end))


def _of_case(case: Case, deadline: Deadline, received: date | datetime, calendar: WorkingCalendar) -> Due | NoDue:
    if case.unit is None:
        return NoDue(Why.NO_DURATION)
    if not case.extra:
        return due(case.maximum, case.unit, received, calendar)
    base = _base(deadline)
    if base is None or base.unit is None:
        return NoDue(Why.NO_BASE)
    if base.unit is case.unit:
        return _remark(due(base.maximum + case.maximum, case.unit, received, calendar), Remark.ON_TOP)
    end = due(base.maximum, base.unit, received, calendar)
    return _remark(_continue(end, case.maximum, case.unit, calendar), Remark.ON_TOP)


def _base(deadline: Deadline) -> Case | None:
    """The duration an addition is added to: the ordinary one, or the only one."""
    ordinary = [case for case in deadline.cases if not case.extra]
    return deadline.headline_case or (ordinary[0] if len(ordinary) == 1 else None)


def _in_turn(steps: tuple[Step, ...], received: date | datetime, calendar: WorkingCalendar) -> list[DueLine]:
    """Stages without a stated total, each starting when the one before it ends."""
    lines: list[DueLine] = []
    end: Due | NoDue | None = None
    for step in steps:
        if end is None:
            end = due(step.maximum, step.unit, received, calendar)
        else:
            end = _continue(end, step.maximum, step.unit, calendar)
        lines.append(DueLine(_remark(end, Remark.IN_TURN), step=step))
    return lines


def _continue(end: Due | NoDue, amount: Decimal, unit: Unit, calendar: WorkingCalendar) -> Due | NoDue:
    """A period that starts where another ended."""
    if isinstance(end, NoDue):
        return end
    after = due(amount, unit, end.moment or end.day, calendar)
    if isinstance(after, NoDue):
        return after
    return replace(after, provisional=tuple(sorted({*end.provisional, *after.provisional})))


def _remark(result: Due | NoDue, remark: Remark) -> Due | NoDue:
    if isinstance(result, NoDue) or remark in result.remarks:
        return result
    return replace(result, remarks=(*result.remarks, remark))
