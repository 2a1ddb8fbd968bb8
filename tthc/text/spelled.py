"""Numbers in words, as documents repeat them: "1.487 (một nghìn bốn trăm tám mươi bảy)", "2,5 (hai phẩy năm)"."""

from tthc import messages
from tthc.domain.rounding import Number, round_half_up
from tthc.text import numbers

PLACES = 2  # decimals that are spelled; the rest is rounded as numbers are printed

_ZERO_TO_NINE = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}  # hai mươi mốt, hai mươi tư, hai mươi lăm
_AFTER_TEN = {5: "lăm"}  # mười lăm, but mười một and mười bốn
_AFTER_ODD = {4: "tư"}  # một trăm linh tư
_SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))

_ZERO_TO_NINETEEN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred"))


def words(value: Number) -> str:
    """The number in the words of the language in use, rounded once to two decimals."""
    rounded = round_half_up(value, PLACES)
    whole, _point, decimals = f"{abs(rounded):f}".partition(".")
    decimals = decimals.rstrip("0")
    if messages.language() == "vi":
        text = _vietnamese(int(whole)) + (f" phẩy {_vietnamese_decimals(decimals)}" if decimals else "")
        return f"âm {text}" if rounded < 0 else text
    digits = " ".join(_ZERO_TO_NINETEEN[int(digit)] for digit in decimals)
    text = _english(int(whole)) + (f" point {digits}" if digits else "")
    return f"minus {text}" if rounded < 0 else text


def both(value: Number) -> str:
    """The number as printed, then in words; in Vietnamese, one figure alone has a zero before it: "05 (năm)".

    Nought needs no words.
    """
    printed = numbers.amount(value, PLACES)
    return printed if printed == "0" else f"{_padded(printed)} ({words(value)})"


def padded(value: int) -> str:
    """A count in running text without its words; in Vietnamese, one figure alone has a zero before it: "05 thủ tục"."""
    return _padded(numbers.count(value))


def padded_amount(value: Number) -> str:
    """The same of a time, with its decimals: "02 ngày", "2,5 ngày"."""
    return _padded(numbers.amount(value, PLACES))


def _padded(printed: str) -> str:
    return f"0{printed}" if messages.language() == "vi" and len(printed) == 1 and printed != "0" else printed


def _vietnamese(number: int) -> str:
    for scale, name in _SCALES:
        if number >= scale:
            high, low = divmod(number, scale)
            rest = f" {_in_full(low)}" if low else ""
            return f"{_vietnamese(high)} {name}{rest}"
    hundreds, rest_ = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest_)
    return f"{_ZERO_TO_NINE[hundreds]} trăm{_after_hundreds(rest_)}"


def _in_full(number: int) -> str:
    """What follows a higher scale: its hundreds are said although there are none, "một nghìn không trăm linh năm"."""
    leading = next((number // scale for scale, _name in _SCALES if number >= scale), number)
    if leading >= 100:
        return _vietnamese(number)
    scale, name = next(((scale, f" {name}") for scale, name in _SCALES if number >= scale), (1, ""))
    low = number % scale
    return f"không trăm{_after_hundreds(leading)}{name}" + (f" {_in_full(low)}" if low else "")


def _after_hundreds(number: int) -> str:
    if not number:
        return ""
    if number < 10:
        return f" linh {_AFTER_ODD.get(number, _ZERO_TO_NINE[number])}"
    return f" {_below_hundred(number)}"


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _ZERO_TO_NINE[ones]
    if tens == 1:
        return "mười" + (f" {_AFTER_TEN.get(ones, _ZERO_TO_NINE[ones])}" if ones else "")
    return f"{_ZERO_TO_NINE[tens]} mươi" + (f" {_AFTER_TENS.get(ones, _ZERO_TO_NINE[ones])}" if ones else "")


def _vietnamese_decimals(digits: str) -> str:
    """phẩy năm, phẩy hai mươi lăm, phẩy không năm."""
    return f"không {_ZERO_TO_NINE[int(digits)]}" if digits.startswith("0") else _vietnamese(int(digits))


def _english(number: int) -> str:
    for scale, name in _ENGLISH_SCALES:
        if number >= scale:
            high, low = divmod(number, scale)
            return f"{_english(high)} {name}" + (f" {_english(low)}" if low else "")
    tens, ones = divmod(number, 10)
    if number < 20:
        return _ZERO_TO_NINETEEN[number]
    return f"{_TENS[tens]}-{_ZERO_TO_NINETEEN[ones]}" if ones else _TENS[tens]
