"""What the sections of the page share."""

from tthc.messages import _
from tthc.text import numbers

TOP = 10  # rows of a list that the page prints


def base(total: int) -> str:
    """The denominator, in words."""
    return _("of {n}").format(n=numbers.count(total))
