"""How wide the columns of a table are on paper, and in which size its text is set.

Word makes nothing of a fixed layout but what it is told, so the words are measured here: with the widths of Times New
Roman, which its free counterparts share.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from tthc.report.model import Column, Form

PADDING = 80  # twips left and right of a cell's text
SIZES = (13, 12, 11)  # points

_TWIPS_PER_POINT = 20
_BOLD = 1.07  # bold letters are so much wider
_EASE = 1.03  # a word that just fits by our measure may not by that of the program that shows it
_LONGEST_PIECE = 12  # em; a longer word is broken
_READABLE = 5  # em; words in a narrower column make a tower
_COMFORTABLE = 12  # em; about five Vietnamese syllables a line
_WIDEST = 30  # em; a column gains nothing by more
_HEAD_LINES = 3
_USUAL = 0.9  # the share of a column's cells that its wish is for: one long cell goes on to the next line

_PIECE = re.compile(r"[^\s-]+-?|-")
_THOUSANDTHS = {
    sign: width
    for width, signs in {
        0: "\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING TILDE}"
        "\N{COMBINING BREVE}\N{COMBINING HOOK ABOVE}\N{COMBINING DOT BELOW}\N{COMBINING HORN}",
        250: " ,.\N{NO-BREAK SPACE}",
        278: "/:;\\ijlt'|",
        333: "!()-I[]`fr",
        389: "Js",
        444: '"?^acez“”{}',
        500: "#$*_0123456789bdghknopquvxyđ–§",
        560: "+<=>~FPS",
        611: "ELTZ",
        667: "BCR",
        722: "wADGHKNOQUVXYĐ",
        833: "&m%",
        889: "M",
    }.items()
    for sign in signs
}
_OTHER = 1000  # what is not listed is taken for as wide as a letter can be


@dataclass(frozen=True, slots=True)
class Plan:
    """The size of the text in points, and the width of every column in twips."""

    size: int
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """What a column asks for, in em: `floor` lest words break, `comfort` to read well, `wish` for most cells whole."""

    floor: float
    comfort: float
    wish: float


def needs(columns: Iterable[Column], texts: Iterable[list[str]]) -> tuple[Need, ...]:
    """What the columns ask for; `texts` holds the cells of each column."""
    return tuple(_need(column, cells) for column, cells in zip(columns, texts, strict=True))


def fits(wanted: tuple[Need, ...], width: int, size: int) -> bool:
    """Whether the columns have room to be read in comfort on this width in twips."""
    return sum(_twips(need.comfort, size) for need in wanted) <= width


def plan(wanted: tuple[Need, ...], width: int) -> Plan:
    """The largest size that leaves the columns comfort, and widths that fill the width in twips exactly."""
    size = next((size for size in SIZES if fits(wanted, width, size)), SIZES[-1])
    floors = [_twips(need.floor, size) for need in wanted]
    wishes = [_twips(max(need.floor, need.wish), size) for need in wanted]
    return Plan(size, _exact(_shared(floors, wishes, width), width))


def _need(column: Column, cells: list[str]) -> Need:
    head = max((_width(word) for word in _PIECE.findall(column.label)), default=0) * _BOLD
    head_wish = max(head, _line(column.label) * _BOLD / _HEAD_LINES)
    if column.form is Form.TEXT:
        pieces = {piece for cell in cells for piece in _PIECE.findall(cell)}
    else:
        pieces = {piece for cell in cells for piece in cell.split()}
    longest = min(max(map(_width, pieces), default=0), _LONGEST_PIECE)
    lines = sorted(_line(line) for cell in cells for line in cell.splitlines())
    usual = max(lines[int((len(lines) - 1) * _USUAL)], min(lines[-1], _COMFORTABLE)) if lines else 0
    floor = max(head, longest, min(usual, _READABLE))
    wish = max(floor, head_wish, min(usual, _WIDEST))
    return Need(floor, max(floor, head_wish, min(wish, _COMFORTABLE)), wish)


def _line(words: str) -> float:
    return sum(map(_width, words.split())) + words.count(" ") * _THOUSANDTHS[" "] / 1000


@functools.lru_cache(maxsize=1 << 14)
def _width(word: str) -> float:
    """In em."""
    return sum(_THOUSANDTHS.get(sign, _OTHER) for sign in unicodedata.normalize("NFD", word)) / 1000


def measure(words: str, size: int, *, bold: bool = False) -> int:
    """The width in twips of words on one line, in this size in points."""
    return round(_line(words) * (_BOLD if bold else 1) * size * _TWIPS_PER_POINT)


def _twips(em: float, size: int) -> int:
    return round(em * size * _TWIPS_PER_POINT * _EASE) + 2 * PADDING


def _shared(floors: list[int], wishes: list[int], width: int) -> list[float]:
    """Floors first; what is left over goes to those who wish for more, then to all in proportion."""
    spare = width - sum(floors)
    if spare <= 0:
        return [floor * width / sum(floors) for floor in floors]
    wanting = [wish - floor for wish, floor in zip(wishes, floors, strict=True)]
    if spare <= sum(wanting):
        return [floor + spare * want / sum(wanting) for floor, want in zip(floors, wanting, strict=True)]
    return [wish * width / sum(wishes) for wish in wishes]


def _exact(shares: list[float], width: int) -> tuple[int, ...]:
    """Whole twips that add up to the width."""
    ends = [round(sum(shares[: at + 1])) for at in range(len(shares))]
    ends[-1] = width
    return tuple(end - start for start, end in zip([0, *ends], ends, strict=False))
