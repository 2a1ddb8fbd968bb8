"""Values as short texts for tables."""

from tthc.domain.deadline import Deadline

_SHORT = 80


def deadline_words(deadline: Deadline | None) -> str:
    """The deadline as announced, cut at a word where it is long; a dash where there is none."""
    if deadline is None:
        return "–"
    words = " ".join(deadline.text.split())
    return words if len(words) <= _SHORT else words[:_SHORT].rsplit(" ", 1)[0] + " …"


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
