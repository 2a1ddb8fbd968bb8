"""How wide the columns of a table are on paper, and in which size its text is set.

A table of fixed layout is what it is told to be, in every program that shows it: so the words are measured here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from tthc.formats.docx import metrics
from tthc.report.model import Column, Form

PADDING = 80  # twips left and right of a cell's text

_EASE = 1.03  # a word that just fits by our measure may not by that of the program that shows it
_SYLLABLE = 2  # em; words in a column without even this room are letters only
_LONGEST_PIECE = 12  # em; a longer word is broken
_READABLE = 5  # em; words in a narrower column make a tower
_CODES = 16  # em; so much room is given to lists of codes before words may spread
_COMFORTABLE = 10  # em; about five Vietnamese syllables a line
_RAGGED = 1  # em; what a line leaves empty because the next word does not fit
_MANY_LINES = 1e4
_STEPS = 40  # of halving, to far less than a twip
_HEAD_LINES = 3  # at most, where there is room to read
_HEAD_LINE = 8  # em; a longer label takes several lines even where there is room
_USUAL = 0.9  # the share of a column's cells that its width is for: a rare long one takes more lines
_PIECE = re.compile(r"\d+/[\w/-]+|[^\s-]+-?|-")  # what is parted at hyphens is no number of a document


@dataclass(frozen=True, slots=True)
class Plan:
    """The size of the text in points, and the width of every column in twips."""

    size: int
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """What a column asks for, in em: each has room for all that the one before it has room for."""

    figures: float  # numbers and codes are whole
    words: float  # words are whole
    readable: float  # no cell is a tower
    comfort: float
    line: float  # most cells stand on one line


def needs(columns: Iterable[Column], cells: Iterable[list[str]]) -> tuple[Need, ...]:
    """What the columns ask for; `cells` holds the texts of each."""
    return tuple(_need(column, texts) for column, texts in zip(columns, cells, strict=True))


def comfortable(wanted: tuple[Need, ...], width: int, size: int) -> bool:
    """Whether the columns are read with ease on this width in twips."""
    return _total([need.comfort for need in wanted], size) <= width


def readable(wanted: tuple[Need, ...], width: int, size: int) -> bool:
    """Whether the columns can be read at all on this width in twips."""
    return _total([need.readable for need in wanted], size) <= width


def plan(wanted: tuple[Need, ...], width: int, sizes: tuple[int, ...]) -> Plan:
    """The first of the sizes that leaves the columns comfort, else the last; widths that fill the width exactly."""
    size = next((size for size in sizes if comfortable(wanted, width, size)), sizes[-1])
    return Plan(size, _exact(_shared(wanted, width, size), width))


def _need(column: Column, texts: list[str]) -> Need:
    head = max((metrics.word(word) for word in _PIECE.findall(column.label)), default=0) * metrics.BOLD_SMALL
    label = metrics.line(column.label) * metrics.BOLD_SMALL
    lines = sorted(metrics.line(line) for text in texts for line in text.splitlines())
    longest = lines[-1] if lines else 0
    usual = max(lines[int((len(lines) - 1) * _USUAL)], min(longest, _COMFORTABLE)) if lines else 0
    if column.form is Form.TEXT:
        words = max(head, _widest(piece for text in texts for piece in _PIECE.findall(text)))
        figures = min(words, _SYLLABLE)
        room = _READABLE
    else:
        figures = words = max(head, _widest(piece for text in texts for piece in text.split()))
        room = _CODES
    readable = max(words, label / _HEAD_LINES, min(usual, room))
    comfort = max(readable, min(usual, _COMFORTABLE))
    return Need(figures, words, readable, comfort, max(comfort, usual, min(label, _HEAD_LINE)))


def _widest(pieces: Iterable[str]) -> float:
    return min(max(map(metrics.word, set(pieces)), default=0), _LONGEST_PIECE)


def _twips(em: float, size: int) -> int:
    return metrics.twips(em * _EASE, size) + 2 * PADDING


def _total(ems: list[float], size: int) -> int:
    return sum(_twips(em, size) for em in ems)


def _shared(wanted: tuple[Need, ...], width: int, size: int) -> list[float]:
    """What is there for all, level by level; beyond what is readable, so that rows have the fewest lines."""
    levels = [
        [float(_twips(em, size)) for em in level]
        for level in zip(*((need.figures, need.words, need.readable, need.line) for need in wanted), strict=True)
    ]
    *_floors, readable, line = levels
    if width < sum(levels[0]):
        return _stretched(levels[0], width)
    if width >= sum(line):
        return _stretched(line, width)
    if width >= sum(readable):
        return _stretched(_fewest_lines(readable, line, width, metrics.twips(_RAGGED, size)), width)
    lower, upper = next((low, up) for low, up in pairwise(levels) if sum(low) <= width < sum(up))
    part = (width - sum(lower)) / (sum(upper) - sum(lower))
    return [low + part * (up - low) for low, up in zip(lower, upper, strict=True)]


def _fewest_lines(readable: list[float], line: list[float], width: int, ragged: int) -> list[float]:
    """The widths at which the cells of all columns take equally many lines, none narrower than readable."""

    def widths(lines: float) -> list[float]:
        return [max(least, whole / lines + ragged) for least, whole in zip(readable, line, strict=True)]

    few, many = 1.0, _MANY_LINES
    for _step in range(_STEPS):
        lines = (few + many) / 2
        few, many = (lines, many) if sum(widths(lines)) > width else (few, lines)
    return widths(many)


def _stretched(widths: list[float], width: int) -> list[float]:
    return [each * width / sum(widths) for each in widths]


def _exact(shares: list[float], width: int) -> tuple[int, ...]:
    """Whole twips that add up to the width."""
    ends = [round(sum(shares[: at + 1])) for at in range(len(shares))]
    ends[-1] = width
    return tuple(end - start for start, end in pairwise((0, *ends)))
