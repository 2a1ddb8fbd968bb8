"""What the sections of the page share."""

from tthc.messages import _
from tthc.text import numbers

TOP = 10  # rows of a list; the rest is a number and a command


def and_more(found: int, command: str = "") -> str:
    """What a list of the first ten leaves out, and the command that shows it."""
    if found <= TOP:
        return ""
    words = _("and {n} more").format(n=numbers.count(found - TOP))
    return f"{words}: {command}" if command else words


def base(total: int) -> str:
    """The denominator, in words."""
    return _("of {n}").format(n=numbers.count(total))
