"""How wide the columns of a sheet should be, in characters."""

import math
from collections.abc import Sequence

from tthc.formats.xlsx.cells import number, words
from tthc.formats.xlsx.places import Place
from tthc.report.model import Cell, Form

MARGIN = 2.5  # for the lines and the indent
_ROOM = 170  # characters side by side on a page across that can still be read
_WIDEST = 70  # words go on on the next line beyond this
_DETAIL = 40  # words in columns that are not printed
_NARROWEST = 12
_LONGEST_WORD = 24
_LONG = 0.9  # the share of cells that are no longer than what we call a long one
_ARROW = 2  # of the filter, beside the words of the head


def widths(place: Place) -> tuple[float, ...]:
    """Wide enough for every number and code; columns of words share the rest so that long cells are equally high."""
    least: list[int] = []
    wanted: list[int] = []
    for slot, form in zip(place.slots, place.forms, strict=True):
        cells = [slot.cell(row) for row in place.table.rows]
        longest = _longest(cells, form)
        head = _head(slot.label)
        wanted.append(max(head, min(longest, _DETAIL if slot.column.detail else _WIDEST)))
        rigid = form is not Form.TEXT
        least.append(max(head, longest) if rigid else max(head, min(longest, _NARROWEST)))
    shared = _shared(least[: place.printed], wanted[: place.printed])
    return tuple(width + MARGIN for width in (*shared, *map(max, least[place.printed :], wanted[place.printed :])))


def _shared(least: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """From the least on, always to the column in which a long cell takes most lines, while there is room."""
    found = list(least)
    for _character in range(round(_ROOM - MARGIN * len(found)) - sum(found)):
        at = max(range(len(found)), key=lambda at: wanted[at] / found[at])
        if wanted[at] <= found[at]:
            break
        found[at] += 1
    return found


def _head(label: str) -> int:
    """What the label needs in three lines."""
    word = max(map(len, label.split()), default=0)
    return max(min(word, _LONGEST_WORD), math.ceil(len(label) / 3)) + _ARROW


def _longest(cells: Sequence[Cell], form: Form) -> int:
    """The longest number or code, or a long cell of words: few are longer."""
    texts = [words(cell) for cell in cells if cell is not None and (form is Form.CODE or number(cell) is None)]
    lengths = sorted(max(map(len, text.split("\n"))) for text in texts) or [0]
    text = lengths[math.ceil(_LONG * (len(lengths) - 1))] if form is Form.TEXT else min(lengths[-1], _WIDEST)
    return max(text, 0 if form is Form.CODE else _digits(cells, form))


def _digits(cells: Sequence[Cell], form: Form) -> int:
    """What the longest number takes as it is printed."""
    numbers = [value for cell in cells if (value := number(cell)) is not None]
    if not numbers:
        return 0
    largest = max(map(abs, numbers)) * (100 if form is Form.RATE else 1)
    decimals = 2 if form is Form.RATE or any(not value.is_integer() for value in numbers) else 0
    return min(_WIDEST, len(f"{largest:,.{decimals}f}") + (min(numbers) < 0) + (form is Form.RATE))
