"""What goes into a cell: text that stays text, numbers that Excel can hold."""

import math
import re
from decimal import Decimal
from fractions import Fraction

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tthc.formats.values import text as printed
from tthc.messages import _, visible
from tthc.report.model import Cell, Span
from tthc.report.term import Term

LONGEST = 32_767  # UTF-16 units
_HARMLESS = LONGEST // 2  # characters that cannot be too long whatever they are
_WHOLE = 10**15
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")


def number(cell: Cell) -> float | None:
    """The value as the one kind of number that spreadsheets know; None where it is none or beyond them."""
    if not isinstance(cell, int | Decimal | Fraction):
        return None
    try:
        value = float(cell)
    except (OverflowError, ValueError):
        return None
    return value if math.isfinite(value) else None


def cached(value: float | None) -> float | str:
    """A number as it is kept beside a formula: whole where it is whole, and nothing where there is none."""
    if value is None:
        return ""
    return int(value) if value.is_integer() and abs(value) < _WHOLE else value


def words(cell: Cell) -> str:
    """The text of a cell that is no number."""
    match cell:
        case None:
            return ""
        case str():
            return clean(cell)
        case Term(_key, text):
            return clean(text)
        case Span():
            return clean(printed(cell))
    return str(cell)


def places(cell: Cell) -> int:
    """How many decimals a number needs, two at most."""
    if number(cell) is None or isinstance(cell, int):
        return 0
    denominator = _denominator(cell)
    return 0 if denominator == 1 else 1 if 10 % denominator == 0 else 2


def rate_places(cell: Cell) -> int:
    """How many decimals a rate needs as a percentage: one or two."""
    return 1 if number(cell) is None or 1000 % _denominator(cell) == 0 else 2


def _denominator(cell: Cell) -> int:
    return cell.as_integer_ratio()[1] if isinstance(cell, int | Decimal | Fraction) else 1


def clean(text: str) -> str:
    """The text without what XML or Excel cannot hold; what is too long is cut, and says so."""
    if text.isprintable() and len(text) <= _HARMLESS:
        return text
    text = visible(_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n")))
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    note = _("… (cut: Excel holds {n} characters in a cell)").format(n=LONGEST)
    return units[: 2 * (LONGEST - len(note))].decode("utf-16-le", "ignore") + note


def put_text(sheet: Worksheet, line: int, at: int, text: str, style: Format) -> None:
    """Write text as it is, whatever it looks like; no text is an empty cell. The text must be clean."""
    if not text:
        sheet.write_blank(line, at, None, style)
    elif text.startswith("<r>") and text.endswith("</r>"):  # the library would take it for markup of its own
        sheet.write_rich_string(line, at, text[:1], style, text[1:], style)
    else:
        sheet.write_string(line, at, text, style)
