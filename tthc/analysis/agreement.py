"""Whether a value agrees with a figure as it was stated: to its decimals, within its bound, inside its range."""

from fractions import Fraction

from tthc.domain.claim import Rounding
from tthc.domain.rounding import round_half_up, truncate
from tthc.text.figures import Bound, Figure


def interval(stated: Figure, rounding: Rounding) -> tuple[Fraction, Fraction]:
    """Between which values the true one lies, by how the figure is stated; of a range, between its ends."""
    low, high, unit = stated.value, _upper(stated), stated.unit
    match stated.bound:
        case Bound.AT_LEAST:
            return low, Fraction(1)
        case Bound.AT_MOST:
            return Fraction(0), high
        case Bound.ABOUT:
            return low - unit, high + unit
        case Bound.EXACT:
            return (low, high + unit) if rounding is Rounding.TRUNCATED else (low - unit / 2, high + unit / 2)


def difference(stated: Figure, low: Fraction, high: Fraction, rounding: Rounding) -> Fraction:
    """Stated minus what was computed (from `low` to `high`), shortened as the figure is; zero where they agree.

    About ("ước đạt 86%") means: to one unit of the last decimal stated.
    """
    match stated.bound:
        case Bound.AT_LEAST:
            return max(stated.value - low, Fraction(0))
        case Bound.AT_MOST:
            return min(_upper(stated) - high, Fraction(0))
        case Bound.ABOUT:
            off = _off(stated, _shortened(low, stated, rounding))
            return off if abs(off) > stated.unit else Fraction(0)
        case Bound.EXACT:
            found = _shortened(low, stated, rounding)
            if low == high:
                return _off(stated, found)
            return stated.value - found or _upper(stated) - _shortened(high, stated, rounding)


def _upper(stated: Figure) -> Fraction:
    """The figure, or the upper end of the range that is stated."""
    return stated.value if stated.high is None else stated.high


def _off(stated: Figure, found: Fraction) -> Fraction:
    """The figure minus one value; of a range the end that is nearer, zero inside it."""
    nearest = min(max(found, stated.value), _upper(stated))
    return nearest - found


def _shortened(value: Fraction, stated: Figure, rounding: Rounding) -> Fraction:
    """To the decimals stated, on the scale stated: percentages are rounded as percentages."""
    scale = 100 if stated.percent else 1
    shorten = truncate if rounding is Rounding.TRUNCATED else round_half_up
    return Fraction(shorten(value * scale, stated.places)) / scale
