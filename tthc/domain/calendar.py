"""The working calendar of state offices: which days are worked, from dated rows with their announcements.

Saturday and Sunday are off unless a row says that they are worked; other days are worked unless a row says that they
are off. Nothing is known outside the years of the rows, and nothing is guessed there: the answers are None.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass as plain_dataclass
from dataclasses import field, replace
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from tthc.domain.procedure import Date
from tthc.domain.strict import STRICT

_SATURDAY = 5


@dataclass(config=STRICT, slots=True)
class SpecialDay:
    """Một ngày khác với quy tắc hằng tuần."""

    date: Annotated[Date, Field(description="Ngày (năm-tháng-ngày)")]
    name: Annotated[str, Field(description="Lý do: tên ngày lễ, nghỉ hoán đổi, làm bù")]
    work: Annotated[bool, Field(description="Ngày cuối tuần đi làm bù")] = False
    source: Annotated[str | None, Field(description="Số văn bản thông báo")] = None
    verified: Annotated[bool, Field(description="Đã đối chiếu với văn bản")] = False


@dataclass(config=STRICT, slots=True)
class CalendarYear:
    """Một năm của lịch làm việc."""

    year: Annotated[int, Field(description="Năm", ge=1900, le=9998)]
    announced: Annotated[bool, Field(description="Lịch nghỉ của năm đã được thông báo chính thức")]
    days: Annotated[tuple[SpecialDay, ...], Field(description="Các ngày nghỉ lễ, hoán đổi, làm bù")] = ()


@dataclass(config=STRICT, slots=True)
class CalendarFile:
    """Lịch làm việc: các năm liền nhau và giờ làm việc trong ngày."""

    years: Annotated[tuple[CalendarYear, ...], Field(description="Các năm, liền nhau", min_length=1)]
    office_hours: Annotated[
        tuple[Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$")], ...],
        Field(description='Giờ làm việc trong ngày: ["07:30-11:30", "13:30-17:30"]'),
    ] = ("07:30-11:30", "13:30-17:30")


class CalendarError(ValueError):
    """The rows contradict each other. `key` says how, `year` or `day` where."""

    def __init__(self, key: str, at: int | date) -> None:
        super().__init__(f"{key}: {at}")
        self.key = key
        self.at = at


@plain_dataclass(frozen=True, slots=True, eq=False)
class WorkingCalendar:
    """Working days from `first` to `last`. Compared and hashed by identity, so that results can be cached on it."""

    first: date
    last: date
    announced: Sequence[int]
    special: Mapping[date, SpecialDay]
    office_hours: tuple[tuple[time, time], ...]
    working: tuple[int, ...] = field(repr=False)  # ordinals of all working days, ascending

    @classmethod
    def of(cls, file: CalendarFile) -> "WorkingCalendar":
        """The calendar of these rows. Raises CalendarError if they contradict each other."""
        years = sorted(file.years, key=lambda year: year.year)
        for before, after in pairwise(years):
            if after.year != before.year + 1:
                raise CalendarError("years_not_consecutive", after.year)
        special: dict[date, SpecialDay] = {}
        for year in years:
            for day in year.days:
                if day.date.year != year.year:
                    raise CalendarError("day_in_another_year", day.date)
                if day.date in special:
                    raise CalendarError("day_twice", day.date)
                if day.work and day.date.weekday() < _SATURDAY:
                    raise CalendarError("worked_weekday", day.date)
                special[day.date] = day
        first, last = date(years[0].year, 1, 1), date(years[-1].year, 12, 31)
        return cls(
            first=first,
            last=last,
            announced=tuple(year.year for year in years if year.announced),
            special=special,
            office_hours=tuple(_hours(text) for text in file.office_hours),
            working=_working(first, last, special),
        )

    def covers(self, day: date) -> bool:
        """Whether this day lies in the years of the calendar."""
        return self.first <= day <= self.last

    def on_or_after(self, day: date) -> date | None:
        """The first working day from this day on; None outside the calendar."""
        if not self.covers(day):
            return None
        at = bisect_left(self.working, day.toordinal())
        return date.fromordinal(self.working[at]) if at < len(self.working) else None

    def after(self, day: date, n: int) -> date | None:
        """The `n`-th working day after this day, which itself does not count; None outside the calendar."""
        if not self.covers(day):
            return None
        at = bisect_right(self.working, day.toordinal()) + n - 1
        return date.fromordinal(self.working[at]) if at < len(self.working) else None

    def provisional(self, start: date, end: date) -> tuple[int, ...]:
        """The years from `start` to `end` whose holidays have not been announced yet."""
        return tuple(year for year in range(start.year, end.year + 1) if year not in self.announced)

    def only_announced(self) -> "WorkingCalendar":
        """This calendar without the years at its end that are not announced; itself if there are none to drop."""
        if not self.announced or max(self.announced) == self.last.year:
            return self
        last = date(max(self.announced), 12, 31)
        working = self.working[: bisect_right(self.working, last.toordinal())]
        return replace(self, last=last, working=working)


def _hours(text: str) -> tuple[time, time]:
    start, end = text.split("-")
    return time.fromisoformat(start), time.fromisoformat(end)


def _working(first: date, last: date, special: Mapping[date, SpecialDay]) -> tuple[int, ...]:
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(
        day.toordinal() for day in days if (special[day].work if day in special else day.weekday() < _SATURDAY)
    )
