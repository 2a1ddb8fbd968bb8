"""Values as short texts for tables."""

from tthc.domain.deadline import Deadline, Kind
from tthc.text.deadline import render

_SHORT = 80
_PLAIN = (Kind.FIXED, Kind.IMMEDIATE)


def deadline_words(deadline: Deadline | None) -> str:
    """The deadline as officials' tables have it: its duration without the event it runs from ("09 ngày làm việc").

    One that is not that plain stands as announced, cut at a word where it is long; a dash where there is none.
    """
    if deadline is None:
        return "–"
    words = render(deadline) if deadline.kind in _PLAIN else " ".join(deadline.text.split())
    return words if len(words) <= _SHORT else words[:_SHORT].rsplit(" ", 1)[0] + " …"


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
