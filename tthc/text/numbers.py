"""Numbers and dates the way the reader writes them: 1.803 and 53,5% in Vietnamese, 1,803 and 53.5% in English."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from tthc import messages
from tthc.domain.rounding import Number, round_half_up

_TO_VIETNAMESE = str.maketrans(",.", ".,")


def count(value: int) -> str:
    """A whole number with its thousands apart."""
    return _local(f"{value:,}")


def amount(value: Number, places: int = 2) -> str:
    """A decimal, rounded once; zeros at the end of the fraction are not written."""
    rounded = round_half_up(value, places)
    text = f"{rounded:,f}"
    return _local(text.rstrip("0").rstrip(".") if "." in text else text)


def percent(rate: Fraction | Decimal, places: int = 1) -> str:
    """A rate as a percentage, rounded once; `Fraction(1, 2)` is "50%"."""
    return amount(Fraction(rate) * 100, places) + "%"


def even_percent(rate: Fraction | Decimal, places: int = 1) -> str:
    """The same with all its decimals, to stand below others: "50,0%"."""
    return _local(f"{round_half_up(Fraction(rate) * 100, places):,f}") + "%"


def roman(number: int) -> str:
    """I, II, III, IV … as sections and annexes are numbered, from one to 39."""
    signs = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        times, number = divmod(number, value)
        signs += sign * times
    return signs


def calendar_date(day: date) -> str:
    """01/7/2026 in Vietnamese, 2026-07-01 in English.

    Of the months January and February alone have a zero before them: so official documents write days.
    """
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day:%d}/{month}/{day.year:04}" if messages.language() == "vi" else day.isoformat()


def _local(text: str) -> str:
    return text.translate(_TO_VIETNAMESE) if messages.language() == "vi" else text
