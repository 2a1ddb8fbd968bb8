"""The working calendar that comes with the program."""

from functools import cache

from pydantic import TypeAdapter

from tthc.domain.calendar import CalendarFile, WorkingCalendar
from tthc.text import data

PATH = data.path("calendar/vn")  # to copy from


@cache
def official() -> WorkingCalendar:
    """The official calendar of `tthc/data/calendar/vn.yaml`."""
    return working_calendar(data.load("calendar/vn"))


def working_calendar(rows: object) -> WorkingCalendar:
    """The calendar of parsed YAML in the form of `vn.yaml`.

    Raises pydantic's ValidationError (a ValueError) or CalendarError if it does not have that form.
    """
    return WorkingCalendar.of(TypeAdapter(CalendarFile).validate_python(rows))
