"""Whether a value agrees with a figure as it was stated: to its decimals, within its bound, inside its range."""

from fractions import Fraction

from tthc.domain.claim import Rounding
from tthc.domain.rounding import round_half_up, truncate
from tthc.text.figures import Bound, Figure


def interval(stated: Figure, rounding: Rounding) -> tuple[Fraction, Fraction]:
    """Between which values the true one lies, by how the figure is stated."""
    value, unit = stated.value, stated.unit
    match stated.bound:
        case Bound.AT_LEAST:
            return value, Fraction(1)
        case Bound.AT_MOST:
            return Fraction(0), value
        case Bound.ABOUT:
            return value - unit, value + unit
        case Bound.EXACT:
            return (value, value + unit) if rounding is Rounding.TRUNCATED else (value - unit / 2, value + unit / 2)


def difference(stated: Figure, low: Fraction, high: Fraction, rounding: Rounding) -> Fraction:
    """Stated minus what was computed (from `low` to `high`), shortened as the figure is; zero where they agree.

    About ("ước đạt 86%") means: to one unit of the last decimal stated.
    """
    match stated.bound:
        case Bound.AT_LEAST:
            return max(stated.value - low, Fraction(0))
        case Bound.AT_MOST:
            return min(stated.value - high, Fraction(0))
        case Bound.ABOUT:
            off = stated.value - _shortened(low, stated, rounding)
            return off if abs(off) > stated.unit else Fraction(0)
        case Bound.EXACT:
            off = stated.value - _shortened(low, stated, rounding)
            if low == high and stated.high is not None:  # one value against a range: inside it or not
                return Fraction(0) if stated.value <= low <= stated.high else off
            upper = stated.value if stated.high is None else stated.high
            return off or upper - _shortened(high, stated, rounding)


def _shortened(value: Fraction, stated: Figure, rounding: Rounding) -> Fraction:
    """To the decimals stated, on the scale stated: percentages are rounded as percentages."""
    scale = 100 if stated.percent else 1
    shorten = truncate if rounding is Rounding.TRUNCATED else round_half_up
    return Fraction(shorten(value * scale, stated.places)) / scale
