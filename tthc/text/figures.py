"""Published figures as people write them: "1.803", "trên 53,5%", "ước đạt 86%", "60–72%"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tthc.text.normalise import fold


class Bound(StrEnum):
    """What the words before a figure make of it."""

    EXACT = "exact"
    AT_LEAST = "at_least"  # trên, hơn
    AT_MOST = "at_most"  # dưới, không quá
    ABOUT = "about"  # ước đạt, khoảng


_WORDS = {
    Bound.AT_LEAST: ("tren", "hon", "it nhat", "khong duoi", "toi thieu", "tu"),
    Bound.AT_MOST: ("duoi", "khong qua", "toi da", "chua den"),
    Bound.ABOUT: ("uoc dat", "uoc", "khoang", "gan", "xap xi"),
}
_BOUNDS = {word: bound for bound, words in _WORDS.items() for word in words}

_AMOUNT = r"\d[\d.,]*"
_FIGURE = re.compile(rf"(?P<words>[a-z ]*?) ?(?P<low>{_AMOUNT})(?: ?- ?(?P<high>{_AMOUNT}))? ?(?P<percent>%)?")
_MINUS = ("-", "\N{EN DASH}", "\N{MINUS SIGN}")
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the precision it is stated in. Percentages are fractions of one: "53,5%" is 107/200, places 1.

    `high` differs from `value` only where a range is stated.
    """

    value: Fraction
    places: int  # decimals, as printed
    percent: bool = False
    bound: Bound = Bound.EXACT
    high: Fraction | None = None

    @property
    def unit(self) -> Fraction:
        """One unit of the last decimal stated."""
        return Fraction(1, 10**self.places * (100 if self.percent else 1))


def read_figure(stated: str | int) -> Figure | None:
    """The figure that is stated; None if the text is not one (a number in words, an unknown qualifier)."""
    if isinstance(stated, int):
        return Figure(Fraction(stated), 0)
    if stated.lstrip().startswith(_MINUS):  # folding would drop it
        return None
    match = _FIGURE.fullmatch(fold(stated))
    if not match:
        return None
    bound = Bound.EXACT if not match["words"] else _BOUNDS.get(match["words"].strip())
    low, high = _number(match["low"]), _number(match["high"]) if match["high"] else None
    if bound is None or low is None or (match["high"] and high is None):
        return None
    scale = 100 if match["percent"] else 1
    places = max(_places(number) for number in (low, high) if number is not None)
    return Figure(
        Fraction(low) / scale, places, bool(match["percent"]), bound, None if high is None else Fraction(high) / scale
    )


def read_rate(stated: str) -> Fraction:
    """A percentage such as "30%" or "33,3 %" as an exact rate. Raises ValueError for anything else."""
    figure = read_figure(stated)
    if figure is None or not figure.percent or figure.bound is not Bound.EXACT or figure.high is not None:
        raise ValueError(stated)
    return figure.value


def _number(text: str) -> Decimal | None:
    """1.803 has thousands; 53,5 and 53.5 have decimals; 1.803,5 has both."""
    whole, comma, decimals = text.partition(",")
    if _THOUSANDS.fullmatch(whole):
        whole = whole.replace(".", "")
    elif comma and "." in whole:
        return None
    number = f"{whole}.{decimals}" if comma else whole
    return Decimal(number) if re.fullmatch(r"\d+(\.\d+)?", number) else None


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
