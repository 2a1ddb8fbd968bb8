"""The one rounding function. Values stay exact until they are printed, and are rounded once."""

from collections.abc import Collection, Iterable
from decimal import Decimal
from fractions import Fraction

Number = int | Decimal | Fraction


def round_half_up(value: Number, places: int = 0) -> Decimal:
    """`value` to `places` decimals, halves away from zero, as officials round by hand. Exact for any `Fraction`."""
    scaled = abs(Fraction(value)) * 10**places
    return _decimal(int(scaled + Fraction(1, 2)), value < 0, places)


def truncate(value: Number, places: int = 0) -> Decimal:
    """`value` cut off after `places` decimals, as some published figures are. Only to recognise such a figure."""
    return _decimal(int(abs(Fraction(value)) * 10**places), value < 0, places)


def _decimal(whole: int, negative: bool, places: int) -> Decimal:
    """`whole` tenths, hundredths … Written out, because arithmetic on `Decimal` would round long numbers."""
    return Decimal(f"{-whole if negative else whole}e-{places}")


def ratio(part: Number, whole: Number) -> Fraction | None:
    """`part` of `whole`, exact; None where there is no whole to take a part of."""
    return Fraction(part) / Fraction(whole) if whole else None


def cut_rate(before: Number, after: Number) -> Fraction:
    """The cut from `before` to `after` as an exact rate: (before - after) / before. Raises ZeroDivisionError.

    Both must be in one unit, or brought to one by a convention that is named beside the result.
    """
    return 1 - Fraction(after) / Fraction(before)


def mean(values: Collection[Fraction]) -> Fraction | None:
    """The mean of exact values, exact; None of none. Never of values that are rounded already."""
    if not values:
        return None
    return total((value, 1) for value in values) / len(values)


def total(weighed: Iterable[tuple[Fraction, int]]) -> Fraction:
    """The sum of values times their weights, exact: integers are added, and fractions once for each denominator."""
    numerators: dict[int, int] = {}
    for value, weight in weighed:
        denominator = value.denominator
        numerators[denominator] = numerators.get(denominator, 0) + value.numerator * weight
    return sum((Fraction(numerator, denominator) for denominator, numerator in numerators.items()), Fraction(0))
