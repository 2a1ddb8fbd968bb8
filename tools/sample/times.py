"""Handling times: the short form of the vocabulary, the wording of announcements, and what a province cuts."""

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from tools.sample.draw import Draw

_TOKEN = re.compile(r"(?:(?P<low>\d+)-)?(?P<amount>[\d,]+) (?P<unit>nlv|ngày|giờ lv|giờ|tháng)")
_UNITS = {"nlv": "ngày làm việc", "ngày": "ngày", "giờ": "giờ", "giờ lv": "giờ làm việc", "tháng": "tháng"}

# A cut in calendar days announced in working days: so many never end later, whatever the day of receipt.
_WORKING_DAYS_WITHIN = {15: 6, 20: 9, 25: 12, 30: 16, 40: 23, 45: 26, 60: 36, 90: 56}

# Rates aimed at, from … to … percent, with their weights: half of the time on average, as measured over the sample.
_RATES = (((0, 0), 5), ((20, 34), 11), ((40, 50), 20), ((50, 50), 17), ((51, 68), 31), ((69, 80), 16))


@dataclass(frozen=True, slots=True)
class Time:
    """An amount of one unit; `low` only where a range is announced."""

    amount: Decimal
    unit: str
    low: int | None = None

    def __str__(self) -> str:
        if self.low is not None:
            return f"{self.low}-{self.amount} {_UNITS[self.unit]}"
        written = format(self.amount.normalize(), "f").replace(".", ",")
        return f"{written.zfill(2) if written.isdigit() else written} {_UNITS[self.unit]}"


def parse(token: str) -> Time | None:
    """`15 nlv`, `7-10 nlv`, `24 giờ`; None for the name of a special time."""
    found = _TOKEN.fullmatch(token)
    if not found:
        return None
    low = found["low"]
    return Time(Decimal(found["amount"].replace(",", ".")), found["unit"], int(low) if low else None)


def read(token: str) -> Time:
    """As `parse`, where only an amount can stand."""
    time = parse(token)
    if time is None:
        raise ValueError(f"not a time: {token}")
    return time


def rate(draw: Draw) -> Decimal:
    """The share of a time that a province takes off."""
    low, high = draw.weighted(_RATES)
    return Decimal(draw.between(low, high)) / 100


def cut(time: Time, share: Decimal, draw: Draw, *, keep_unit: bool = False) -> Time:
    """The time after a cut of about `share`: never longer on any date, never nothing."""
    if not share:
        return time
    if time.unit == "tháng" or (time.unit == "nlv" and time.amount <= 1):
        return _coarse(time, draw)
    most = _WORKING_DAYS_WITHIN.get(int(time.amount)) if time.unit == "ngày" else None
    kept = _rounded(time.amount * (1 - share), draw)
    if most and not keep_unit and draw.chance(0.35):
        return Time(min(kept, Decimal(most)), "nlv")
    if time.unit == "ngày":
        kept = max(Decimal(1), kept.quantize(Decimal(1), ROUND_HALF_UP))
    return replace(time, amount=min(kept, time.amount))


def _coarse(time: Time, draw: Draw) -> Time:
    """Months are halved at most; a single working day may become half a day's hours."""
    if time.unit == "tháng":
        return Time((time.amount + 1) // 2, "tháng") if time.amount > 1 else time
    return Time(Decimal(4), "giờ lv") if draw.chance(0.3) else time


def _rounded(amount: Decimal, draw: Draw) -> Decimal:
    """Half and quarter days for short times, whole days for long ones, as provinces announce them."""
    if amount >= 10:
        step = Decimal("0.5") if draw.chance(0.15) else Decimal(1)
    else:
        step = Decimal("0.25") if draw.chance(0.05) else Decimal("0.5")
        step = Decimal(1) if amount > 3 and draw.chance(0.6) else step
    return max(Decimal("0.5"), (amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step)
