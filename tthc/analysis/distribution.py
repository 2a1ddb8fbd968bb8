"""How the rates of cuts are spread: so many procedures with a cut in each band."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from tthc.analysis.cuts import CutRow
from tthc.analysis.durations import Convention


class Band(StrEnum):
    """A range of rates. A bound belongs to the band above it: 30% is reached at 30%."""

    LONGER = "longer"  # below zero: the local deadline is longer
    NONE = "none"  # zero
    BELOW_30 = "below_30"
    FROM_30 = "from_30"
    FROM_50 = "from_50"
    FROM_70 = "from_70"


_FROM = (
    (Fraction(7, 10), Band.FROM_70),
    (Fraction(1, 2), Band.FROM_50),
    (Fraction(3, 10), Band.FROM_30),
)


def band(rate: Fraction) -> Band:
    """The band of an exact rate."""
    if rate <= 0:
        return Band.LONGER if rate < 0 else Band.NONE
    return next((found for least, found in _FROM if rate >= least), Band.BELOW_30)


def distribution(rows: Iterable[CutRow], convention: Convention) -> tuple[tuple[Band, int], ...]:
    """The number of procedures in every band, empty ones too; those left out under this convention are in none."""
    found = Counter(band(amounts.rate) for row in rows if (amounts := row.amounts(convention)))
    return tuple((each, found[each]) for each in Band)
