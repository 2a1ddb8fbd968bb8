from datetime import date

import holidays
import pytest
from pydantic import ValidationError

from tthc.analysis.calendars import official, working_calendar
from tthc.domain.calendar import CalendarError

# Where the official announcements and the `holidays` package differ: it does not know the swap at New Year 2026.
KNOWN_DIFFERENCES = {date(2026, 1, 2), date(2026, 1, 10)}


def rows(*years, **more):
    return {"years": list(years), **more}


def year(number, *days, announced=True):
    return {"year": number, "announced": announced, "days": list(days)}


def is_working(calendar, day):
    return calendar.on_or_after(day) == day


def test_agrees_with_the_holidays_package_but_for_known_differences():
    calendar = official()
    theirs = holidays.country_holidays("VN", years=range(calendar.first.year, calendar.last.year + 1))
    days = [date.fromordinal(n) for n in range(calendar.first.toordinal(), calendar.last.toordinal() + 1)]
    differing = {day for day in days if is_working(calendar, day) != theirs.is_working_day(day)}
    assert differing == KNOWN_DIFFERENCES


def test_every_row_of_an_announced_year_names_its_document():
    calendar = official()
    assert calendar.announced == (2025, 2026)
    unnamed = [day for day in calendar.special.values() if day.date.year in calendar.announced and not day.source]
    assert unnamed == []


def test_swapped_days():
    calendar = official()
    assert not is_working(calendar, date(2026, 8, 31))
    assert is_working(calendar, date(2026, 8, 22))
    assert not is_working(calendar, date(2026, 8, 23))


def test_counting_starts_the_day_after():
    calendar = official()
    assert calendar.after(date(2026, 11, 23), 1) == date(2026, 11, 25)  # 24/11 is Ngày Văn hóa Việt Nam
    assert calendar.after(date(2026, 11, 22), 1) == date(2026, 11, 23)  # received on a Sunday
    assert calendar.on_or_after(date(2026, 11, 24)) == date(2026, 11, 25)


def test_says_nothing_outside_its_years():
    calendar = official()
    assert calendar.after(date(2027, 12, 31), 1) is None
    assert calendar.after(date(2024, 12, 31), 1) is None
    assert calendar.on_or_after(date(2028, 1, 1)) is None


def test_years_that_are_not_announced_are_provisional():
    calendar = official()
    assert calendar.provisional(date(2026, 12, 1), date(2027, 1, 5)) == (2027,)
    assert calendar.provisional(date(2026, 1, 1), date(2026, 12, 31)) == ()
    announced = calendar.only_announced()
    assert announced.last == date(2026, 12, 31)
    assert announced.after(date(2026, 12, 31), 1) is None
    assert announced.only_announced() is announced


def test_another_calendar_in_the_same_form():
    holiday = {"date": "2030-06-05", "name": "Ngày thành lập tỉnh"}
    calendar = working_calendar(rows(year(2030, holiday), office_hours=["08:00-12:00"]))
    assert calendar.after(date(2030, 6, 4), 1) == date(2030, 6, 6)


@pytest.mark.parametrize(
    ("years", "key"),
    [
        ([year(2025), year(2027)], "years_not_consecutive"),
        ([year(2025), year(2025)], "years_not_consecutive"),
        ([year(2025, {"date": "2026-01-01", "name": "x"})], "day_in_another_year"),
        ([year(2025, {"date": "2025-01-01", "name": "x"}, {"date": "2025-01-01", "name": "y"})], "day_twice"),
        ([year(2025, {"date": "2025-01-06", "name": "x", "work": True})], "worked_weekday"),
    ],
)
def test_rows_that_contradict_each_other_are_refused(years, key):
    with pytest.raises(CalendarError) as error:
        working_calendar(rows(*years))
    assert error.value.key == key


@pytest.mark.parametrize("wrong", [{}, {"years": []}, {"years": [{"year": 2025}]}, rows(year(2025), holidays=[])])
def test_other_forms_are_refused(wrong):
    with pytest.raises(ValidationError):
        working_calendar(wrong)
