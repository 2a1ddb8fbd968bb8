"""The working calendar a command counts on."""

from pathlib import Path

from tthc.analysis import calendars
from tthc.catalogue.files import read_file
from tthc.catalogue.reader import read_text
from tthc.cli.settings import SettingError
from tthc.domain.calendar import CalendarError, WorkingCalendar
from tthc.domain.finding import Finding
from tthc.messages import _
from tthc.text import numbers


def working_calendar(path: Path | None) -> WorkingCalendar:
    """The calendar of this file, else the official one. Raises SettingError, saying what is wrong and where."""
    if path is None:
        return calendars.official()
    source = read_file(path, path.as_posix())
    if isinstance(source, Finding):
        raise SettingError(f"{source.location}: {source.message}. {source.help}")
    document = read_text(source.data)
    if document.problems:
        first = document.problems[0]
        raise SettingError(f"{source.shown}:{first.line}:{first.column}: {first.message}. {first.help}")
    try:
        return calendars.working_calendar(document.data)
    except CalendarError as error:
        raise SettingError(f"{source.shown}: {_contradiction(error)}") from error
    except ValueError as error:  # of the form; pydantic's own words are for programmers
        raise SettingError(
            _("{path} is not a working calendar. Copy the official one and change it: {official}").format(
                path=source.shown, official=calendars.PATH
            )
        ) from error


def _contradiction(error: CalendarError) -> str:
    at = str(error.at) if isinstance(error.at, int) else numbers.calendar_date(error.at)
    return {
        "years_not_consecutive": _("the year {at} does not follow the year before it"),
        "day_in_another_year": _("{at} stands under another year"),
        "day_twice": _("{at} stands twice"),
        "worked_weekday": _("{at} is a weekday and worked anyway; work: true is for Saturdays and Sundays"),
    }[error.key].format(at=at)
