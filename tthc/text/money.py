"""Sums of money as people write them: "50.000 đồng", "2 triệu đồng", "1,5 triệu", "100 USD", "0,1%"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from math import prod
from unicodedata import normalize


class Unit(StrEnum):
    """What a sum is in."""

    DONG = "đồng"
    DOLLAR = "USD"
    PERCENT = "%"  # of a value that the text names


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount, exactly as it is stated, and its unit."""

    amount: Decimal
    unit: Unit


_SCALES = {"trăm": 100, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_UNITS = (
    (Unit.DONG, r"(?:việt nam )?đồng(?! (?:hồ|thời|bộ)\b)|đ\b|₫|vnđ|vnd"),
    (Unit.DOLLAR, r"usd|us\$|\$|đô la"),
    (Unit.PERCENT, r"%|phần trăm"),
)
_NUMBER = r"\d{1,3}(?: \d{3}){1,5}(?![\d.,]{0,30}\d)|\d(?:[\d.,]{0,30}\d)?"
_SCALE = rf"(?: ?(?:{'|'.join(_SCALES)})\b){{0,2}}"  # "trăm triệu" has two
_UNIT = "|".join(f"(?P<{unit.name}>{words})" for unit, words in _UNITS)
# "2 triệu" is money where no thing is counted: at the end, before a sign, or before a word that binds
_ENDS = r"(?= ?(?:$|[^\w\s%])| (?:đến|tới|đối|cho|mỗi|một|nếu|và|hoặc|theo|khi)\b)"
_SUM = re.compile(
    rf"(?<![\w.,/])(?:(?P<low>{_NUMBER})(?P<low_scale>{_SCALE}) ?(?:-|đến|tới) ?)?"
    rf"(?P<number>{_NUMBER})(?P<scale>{_SCALE})(?P<rest> \d{{1,3}} (?:triệu|nghìn|ngàn)\b)?(?:,-)? ?(?:{_UNIT}|{_ENDS})"
)
_GROUPS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")


def sums(text: str) -> tuple[Sum, ...]:
    """Every sum in a text, in order; of a range both ends. A number that can be read in no way is left out.

    A point or comma before three digits sets thousands apart, unless it follows a nought, stands in a percentage, or is
    a comma before "triệu": "50,000 đồng" is fifty thousand, "1,500 triệu" one and a half million.
    """
    return _sums(text) if any(map(str.isdigit, text)) else ()


@lru_cache(maxsize=10_000)
def _sums(text: str) -> tuple[Sum, ...]:
    plain = " ".join(normalize("NFC", text).casefold().replace("–", "-").split())
    return tuple(found for match in _SUM.finditer(plain) for found in _read(match))


def _read(match: re.Match[str]) -> Iterator[Sum]:
    unit = next((unit for unit, _words in _UNITS if match[unit.name]), None)
    if unit is None and not match["scale"]:
        return
    unit = unit or Unit.DONG
    high = _amount(match["number"], match["scale"], unit)
    if high is None:
        return
    low = _amount(match["low"], match["low_scale"] or match["scale"], unit) if match["low"] else None
    if low is not None and low <= high:  # "từ 500 đến 2 triệu" does not say what its 500 are
        yield Sum(low, unit)
    rest, _blank, scale = (match["rest"] or "").strip().partition(" ")  # 2 triệu 500 nghìn
    yield Sum(high + (int(rest) * _SCALES[scale] if rest else 0), unit)


def _amount(written: str, scale: str, unit: Unit) -> Decimal | None:
    number = _number(written, decimal_comma=bool(scale), whole=unit is not Unit.PERCENT)
    return number and number * prod(_SCALES[word] for word in scale.split())


def _number(written: str, *, decimal_comma: bool, whole: bool) -> Decimal | None:
    """`whole`: whether three digits behind a single sign are thousands."""
    written = written.replace(" ", "")
    last = max(written.rfind("."), written.rfind(","))
    before, sign, decimals = written[:last], written[last : last + 1], written[last + 1 :]
    if last < 0:
        return Decimal(written)
    grouped = _GROUPS.fullmatch(written)
    if grouped and (written.count(sign) > 1 or (whole and before != "0" and not (decimal_comma and sign == ","))):
        return Decimal(before.replace(sign, "") + decimals)
    other = "," if sign == "." else "."
    if before.isdigit() or (sign not in before and (groups := _GROUPS.fullmatch(before)) and groups[1] == other):
        return Decimal(f"{before.replace(other, '')}.{decimals}")
    return None


def written(amount: Decimal, currency: str) -> str:
    """A sum as a Vietnamese catalogue writes it: "50.000 đồng", "12,5 USD"; the currency in words of its own."""
    plain = f"{amount:,f}"
    number = (plain.rstrip("0").rstrip(".") if "." in plain else plain).translate(str.maketrans(",.", ".,"))
    dong = currency.strip().casefold() in ("đồng", "đ", "vnđ", "vnd", "việt nam đồng", "đồng việt nam")
    return f"{number} {Unit.DONG if dong else currency.strip()}".strip()
