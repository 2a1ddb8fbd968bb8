from datetime import date, datetime

import pytest

from tthc import messages
from tthc.analysis.calendars import official
from tthc.analysis.due import NoDue, Why, due_dates
from tthc.report.due import remarks, when
from tthc.text.deadline import parse


def line(text, received):
    return due_dates(parse(text), received, official())[0]


@pytest.mark.parametrize(
    ("text", "received", "expected", "about"),
    [
        ("3 ngày làm việc", date(2026, 11, 23), "2026-11-27", ""),
        ("30 ngày", date(2026, 11, 5), "2026-12-07", "2026-12-05, is not worked"),
        ("2,5 ngày làm việc", date(2026, 11, 2), "2026-11-05", "in the course"),
        ("8 giờ làm việc", datetime(2026, 11, 20, 15, 30), "2026-11-23 15:30", "office hours"),  # noqa: DTZ001
        ("1 tháng", date(2027, 1, 31), "2027-03-01", "2027 have not been announced"),
        ("30 ngày", date(2027, 12, 20), "not computed: the calendar does not cover 2028; use --calendar FILE", ""),
        ("24 giờ", date(2026, 11, 20), "not computed: hours run from the moment of receipt; give the time too", ""),
    ],
)
def test_due_dates_in_words(text, received, expected, about):
    found = line(text, received)
    assert when(found) == expected
    assert about in remarks(found)


def test_the_reader_s_way_of_dates():
    messages.use("vi")
    assert when(line("3 ngày làm việc", date(2026, 11, 23))) == "27/11/2026"


@pytest.mark.parametrize("why", Why)
def test_every_refusal_has_words(why):
    found = line("3 ngày", date(2026, 11, 23))
    refused = type(found)(NoDue(why))
    assert when(refused).startswith("not computed")
    assert remarks(refused) == ""
