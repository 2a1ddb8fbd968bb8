"""How the rates of cuts are spread: so many procedures with a cut in each band."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from tthc.analysis.cuts import CutRow, Outcome
from tthc.analysis.durations import Convention


class Band(StrEnum):
    """A range of rates. A bound belongs to the band above it: 30% is reached at 30%."""

    LONGER = "longer"  # a local deadline is certainly longer, whether the rate shows it or not
    NONE = "none"  # zero; below zero where that is by convention only
    BELOW_30 = "below_30"
    FROM_30 = "from_30"
    FROM_50 = "from_50"
    FROM_70 = "from_70"


_FROM = (
    (Fraction(7, 10), Band.FROM_70),
    (Fraction(1, 2), Band.FROM_50),
    (Fraction(3, 10), Band.FROM_30),
)


def band(row: CutRow, convention: Convention) -> Band | None:
    """The band of a procedure; None if it is left out under this convention."""
    amounts, outcome = row.amounts(convention), row.outcome(convention)
    if amounts is None:
        return None
    if outcome is not Outcome.CUT:
        return Band.LONGER if outcome is Outcome.LONGER else Band.NONE
    return next((found for least, found in _FROM if amounts.rate >= least), Band.BELOW_30)


def distribution(rows: Iterable[CutRow], convention: Convention) -> tuple[tuple[Band, int], ...]:
    """The number of procedures in every band, empty ones too; those left out under this convention are in none."""
    found = Counter(found for row in rows if (found := band(row, convention)))
    return tuple((each, found[each]) for each in Band)
