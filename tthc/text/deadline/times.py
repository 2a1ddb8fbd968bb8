"""Times among the tokens: `05 (năm) ngày`, `năm (05) ngày`, `7,5`, `½`, `nửa ngày`, `10 - 25 ngày làm việc`.

What only looks like a time (a date, a time of day, the number of a law) is told apart here, where its shape shows it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from tthc.domain.deadline import Unit
from tthc.text.deadline.reasons import Reason
from tthc.text.deadline.tokens import MARK, NUMBER, WORD, Token, bare, keys


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of units, or with `reason` something that only looks like one. `lo`, `hi` are token positions."""

    lo: int
    hi: int
    maximum: Decimal = Decimal(0)
    minimum: Decimal | None = None
    unit: Unit | None = None
    reason: Reason | None = None


def _keys(words: str) -> frozenset[str]:
    return frozenset(keys(words))


# Units are read without their diacritics: after a number nothing else is meant.
_UNITS = {
    "phut": Unit.MINUTE,
    "gio": Unit.HOUR,
    "h": Unit.HOUR,
    "ngay": Unit.DAY,
    "tuan": Unit.WEEK,
    "thang": Unit.MONTH,
    "nam": Unit.YEAR,
    "nlv": Unit.WORKING_DAY,
}
_SPELLED_UNITS = _keys("phút giờ ngày tuần tháng năm")
_WORKING = {Unit.DAY: Unit.WORKING_DAY, Unit.HOUR: Unit.WORKING_HOUR}
_THEO_NGAY = (("tinh", "theo", "ngay"), ("theo", "ngay"), ("ngay",))

_DIGITS = dict(zip(keys("không một hai ba bốn năm sáu bảy bẩy tám chín"), (*range(8), *range(7, 10)), strict=True))
_UNITS_AFTER_TENS = dict(zip(keys("mốt tư lăm nhăm"), (1, 4, 5, 5), strict=True))
_NONE = keys("không")[0]
_TEN, _TENS, _HUNDRED, _HALF, _AND_HALF = keys("mười mươi trăm nửa rưỡi")
_ODD = _keys("linh lẻ")
_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

_DAY, _MONTH, _YEAR, _FROM = keys("ngày tháng năm từ")
_TO = _keys("đến tới - ~ ÷")
# A number after one of these is a name, not a count: Điều 12, khoản 3, thứ 2, lần 1, ngày 5.
_NAMED = _keys("điều khoản điểm mục thứ lần bước mẫu số quý mùng mồng chương tiết") | {_DAY, _MONTH, _YEAR}
_NO_FIVE_AFTER = _keys("hằng hàng mỗi cuối đầu các cùng")  # hằng năm
_TIME_OF_DAY = _keys("sáng chiều trưa tối đêm")
_BEFORE_CLOCK = _keys("từ đến lúc trước sau vào tới") | _TIME_OF_DAY
_AFTER_CLOCK = _keys("cùng hàng hằng / đến") | _TIME_OF_DAY
_EARLIEST = 6  # sau 15 giờ: a time of day; sau 2 giờ: more likely how long
_RUNNING = _keys("kể kẻ tính từ làm khi trước đồng")  # sau 24 giờ kể từ: a duration after all
_NO_TIME = {  # what a unit may belong to instead: ngày nghỉ, năm học, tháng tuổi, năm kinh nghiệm
    _DAY: _keys("nghỉ lễ tết sinh thứ"),
    _MONTH: _keys("tuổi lương"),
    _YEAR: _keys("tuổi học kinh"),
}
_REACH = 24  # tokens from a number to its unit: "một trăm hai mươi mốt (121) đến …"
_PART_OF_PERIOD = _keys("đầu cuối")  # 05 ngày đầu tháng


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """The times in the text, and what only looks like times, in order and apart from each other."""
    grammar = _Grammar(tokens)
    units = [at for at, token in enumerate(tokens) if token.kind is WORD and bare(token.key) in _UNITS]
    units.append(len(tokens) + _REACH)
    found: list[Quantity] = []
    at = unit = 0
    while at < len(tokens):
        while units[unit] < at:
            unit += 1
        token = tokens[at]
        quantity = None
        if token.kind is NUMBER or (token.kind is WORD and token.key in _FIRST_WORDS):
            quantity = grammar.reference(at)
            if quantity is None and units[unit] - at < _REACH:
                quantity = grammar.quantity(at)
        if quantity:
            found.append(quantity)
        at = quantity.hi if quantity else at + 1
    return found


_FIRST_WORDS = frozenset(_DIGITS) | {_TEN, _HALF}


class _Grammar:
    """One method for each rule; each takes a token position and gives what it read and where that ends, or None."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.end = len(tokens)

    def key(self, at: int) -> str:
        return self.tokens[at].key if 0 <= at < self.end else ""

    def is_number(self, at: int) -> bool:
        return at < self.end and self.tokens[at].kind is NUMBER

    def is_word(self, at: int, plain: str) -> bool:
        return at < self.end and self.tokens[at].kind is WORD and bare(self.tokens[at].key) == plain

    def quantity(self, at: int) -> Quantity | None:
        """number [to number] unit, unless its surroundings make it a name, a date or a time of day."""
        number = self.number(at)
        before = self.key(at - 1)
        if number is None:
            return None
        value, end = number
        if before == _DAY and self.key(end) == _MONTH:
            return Quantity(at, end + 1 + self.is_number(end + 1), reason=Reason.CALENDAR_DATE)
        if before in _NAMED and not (before == _YEAR and self.tokens[at].kind is WORD):
            return None
        minimum = None
        upper = self.upper_bound(end)
        if upper and upper[0] > value:
            minimum, (value, end) = value, upper
        unit = self.unit(end)
        if unit is None:
            return self.number_with_unit_in_brackets(at)
        if self.key(at) == _NONE and self.key(end) not in _SPELLED_UNITS:
            return None  # "không nằm trong …" is no zero years
        kind, end = self.restated(unit, value)
        if self.key(end) == _AND_HALF:
            value, end = value + Decimal("0.5"), end + 1
        bounds_one_unit = minimum is not None and self.unit(at + 1) is None  # từ 1 đến 3 giờ; not từ 7 giờ đến 11 giờ
        alike = None if bounds_one_unit else self.look_alike(at, end, value, kind)
        return alike or Quantity(at, end, value, minimum, kind)

    def look_alike(self, at: int, end: int, value: Decimal, unit: Unit) -> Quantity | None:
        """A time of day, a date, or something else counted in these units."""
        last, following = self.key(end - 1), self.key(end)
        if unit is Unit.HOUR and value < 24 and self.is_clock(at, end, value):
            return Quantity(at, self.clock_end(end), reason=Reason.CLOCK_TIME)
        if following in _NO_TIME.get(last, ()) or (following == "/" and bare(self.key(end + 1)) in _UNITS):
            return Quantity(at, end + 1, reason=Reason.ATTRIBUTE)
        if following in _PART_OF_PERIOD or (last in (_MONTH, _YEAR) and self.is_number(end)):
            return Quantity(at, end + 1, reason=Reason.CALENDAR_DATE)  # 05 ngày đầu tháng; 20 tháng 4
        return None

    def is_clock(self, at: int, end: int, value: Decimal) -> bool:
        before, following = self.key(at - 1), self.key(end)
        if self.is_number(end) or following in _AFTER_CLOCK or before in _TIME_OF_DAY:
            return True
        return before in _BEFORE_CLOCK and following not in _RUNNING and value >= _EARLIEST

    def clock_end(self, end: int) -> int:
        if self.is_number(end):
            end += 2 if self.is_word(end + 1, "phut") else 1
        return end + (self.key(end) in _TIME_OF_DAY)

    def reference(self, at: int) -> Quantity | None:
        """Numbers joined by slashes: the number of a law (99/2022/NĐ-CP), a date (31/12); not 1/2 before a unit."""
        end, letters = at + 1, False
        while self.key(end) == "/" or (letters and self.key(end) == "-"):
            if end + 1 >= self.end or not self.are_joined(end):
                break
            letters = letters or self.tokens[end + 1].kind is WORD
            end += 2
        parts = (end - at + 1) // 2
        if parts == 1 or self.tokens[at].kind is not NUMBER or (letters and bare(self.key(at + 2)) in _UNITS):
            return None
        if parts == 2 and self.fraction(at) and self.unit(end) and self.key(at - 1) != _DAY:
            return None
        return Quantity(at, end, reason=Reason.LAW_NUMBER if letters else Reason.CALENDAR_DATE)

    def are_joined(self, at: int) -> bool:
        before, mark, after = self.tokens[at - 1 : at + 2]
        return before.end == mark.start and mark.end == after.start and after.kind in (NUMBER, WORD)

    def upper_bound(self, at: int) -> tuple[Decimal, int] | None:
        """The rest of a range after its lower bound: `- 25`, `đến 10`, `ngày đến 10`."""
        unit = self.unit(at) if self.key(at) not in _TO else None
        at = unit[1] if unit else at
        return self.number(at + 1) if self.key(at) in _TO else None

    def number(self, at: int) -> tuple[Decimal, int] | None:
        """A number, with its restatement in brackets on either side: `15 (mười lăm)`, `mười lăm (15)`."""
        number = self.plain_number(at)
        if number and self.key(number[1]) == "(":
            again = self.plain_number(number[1] + 1)
            if again and self.key(again[1]) == ")":
                return number[0], again[1] + 1
        return number

    def plain_number(self, at: int) -> tuple[Decimal, int] | None:
        if at >= self.end:
            return None
        token = self.tokens[at]
        if token.kind is WORD:
            return self.number_in_words(at)
        if token.kind is not NUMBER:
            return None
        if token.key in _SIGNS:
            return _SIGNS[token.key], at + 1
        fraction = self.fraction(at)
        if fraction is not None:
            return fraction, at + 3
        try:
            return Decimal(token.key.replace(",", ".")), at + 1
        except InvalidOperation:  # 1.000.000
            return None

    def fraction(self, at: int) -> Decimal | None:
        """`1/2`, `3/4`."""
        top, bottom = self.key(at), self.key(at + 2)
        if self.key(at + 1) == "/" and bottom in ("2", "4", "8") and top.isdecimal() and int(top) < int(bottom):
            return Decimal(int(top)) / int(bottom)
        return None

    def number_in_words(self, at: int) -> tuple[Decimal, int] | None:
        """A number below a thousand in words, or a half."""
        if self.key(at) == _HALF:
            return Decimal("0.5"), at + 1
        hundreds, rest, end = 0, -1, at  # rest: what came since the hundreds, -1 for nothing yet
        while end < self.end:
            key = self.key(end)
            if key == _HUNDRED and not hundreds and 0 < rest < 10:
                hundreds, rest = rest * 100, -1
            elif key == _TENS and 0 < rest < 10:
                rest *= 10
            elif key == _TEN and rest < 0:
                rest = 10
            elif key in _UNITS_AFTER_TENS and ((rest > 0 and rest % 10 == 0) or self.key(end - 1) in _ODD):
                rest = max(rest, 0) + _UNITS_AFTER_TENS[key]
            elif key in _DIGITS and (rest < 0 or (rest > 0 and rest % 10 == 0)) and not self.is_year(at, end):
                rest = max(rest, 0) + _DIGITS[key]
            elif not (key in _ODD and hundreds and rest < 0):
                break
            end += 1
        return (Decimal(hundreds + max(rest, 0)), end) if hundreds or rest >= 0 else None

    def is_year(self, start: int, at: int) -> bool:
        """Whether `năm` here is the unit (mười năm), or no number (hằng năm), and not five."""
        if self.key(at) != _YEAR:
            return False
        if at == start:
            return self.key(start - 1) in _NO_FIVE_AFTER
        return self.key(at + 1) != _TENS and bare(self.key(at + 1)) not in _UNITS

    def unit(self, at: int) -> tuple[Unit, int] | None:
        """ngày, ngày làm việc, and the ways round to say it: ngày (làm việc), ngày tính theo ngày làm việc."""
        if at >= self.end or self.tokens[at].kind is not WORD:
            return None
        unit = _UNITS.get(bare(self.key(at)))
        if unit is None or (self.key(at) == _YEAR and self.key(at + 1) == "(" and self.is_number(at + 2)):
            return None
        end = self.at_work(at + 1) if unit in _WORKING else None
        return (_WORKING[unit], end) if end else (unit, at + 1)

    def number_with_unit_in_brackets(self, at: int) -> Quantity | None:
        """`5 (ngày làm việc)`, `05 (năm ngày làm việc)`."""
        number = self.plain_number(at)
        if number is None or self.key(number[1]) != "(":
            return None
        inside = number[1] + 1
        again = self.plain_number(inside)
        unit = self.unit(again[1] if again else inside)
        if unit is None or self.key(unit[1]) != ")":
            return None
        return Quantity(at, unit[1] + 1, number[0], None, unit[0])

    def restated(self, unit: tuple[Unit, int], value: Decimal) -> tuple[Unit, int]:
        """`12 ngày (mười hai ngày) làm việc`: the brackets that say the amount again may part "ngày" and "làm việc"."""
        kind, end = unit
        again = self.plain_number(end + 1) if kind in _WORKING and self.key(end) == "(" else None
        if again is None or again[0] != value:
            return unit
        same = self.unit(again[1])
        closing = same[1] if same and same[0] is kind else again[1]
        work = self.working(closing + 1) if self.key(closing) == ")" else None
        return (_WORKING[kind], work) if work else unit

    def at_work(self, at: int) -> int | None:
        """Where `làm việc` ends, also in brackets or after `(tính) theo ngày`."""
        bracket = self.key(at) == "("
        end = at + (self.key(at) in ("(", "/", ","))
        said = next((words for words in _THEO_NGAY if all(self.is_word(end + i, w) for i, w in enumerate(words))), ())
        if self.key(at) == "," and "theo" not in said:
            return None
        end = self.working(end + len(said)) or 0
        if bracket and end:
            return end + 1 if self.key(end) == ")" else None
        return end or None

    def working(self, at: int) -> int | None:
        """`làm việc` with its usual slips, `lv`, `hành chính`."""
        if self.is_word(at, "lv"):
            return at + 1
        if self.is_word(at, "hanh") and self.is_word(at + 1, "chinh"):
            return at + 2
        if self.is_word(at, "lam") and bare(self.key(at + 1))[:2] in ("vi", "ve"):  # việc, vệc, việt
            return at + 2
        return None


def bare_number(tokens: Sequence[Token]) -> tuple[Decimal | None, Decimal] | None:
    """The number, or the bounds of the range, that is all the text holds: `1`, `10-25`."""
    grammar = _Grammar(tokens)
    number = grammar.number(0) if grammar.is_number(0) else None
    if number is None:
        return None
    value, end = number
    upper = grammar.upper_bound(end)
    minimum = None
    if upper and upper[0] > value:
        minimum, (value, end) = value, upper
    return (minimum, value) if all(token.kind is MARK for token in tokens[end:]) else None
