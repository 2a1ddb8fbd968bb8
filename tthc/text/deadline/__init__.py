"""What a Vietnamese deadline text (thời hạn giải quyết) says."""

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any

from tthc.domain.deadline import Deadline, Kind
from tthc.text.deadline.assemble import alone, assemble
from tthc.text.deadline.outline import outline
from tthc.text.deadline.printing import render
from tthc.text.deadline.rows import from_row, to_row
from tthc.text.deadline.times import quantities
from tthc.text.deadline.tokens import lex

__all__ = ["parse", "remember", "render", "to_row"]

_MOST_TIMES = 200  # with more of them a text is no deadline but a whole document


_known: Mapping[str, Any] = {}


def remember(rows: Mapping[str, Any]) -> None:
    """Take what was understood earlier for known: rows of deadlines by text, as `to_row` makes them."""
    global _known  # noqa: PLW0603 - like the memory of `parse`, of the whole process
    _known = rows


@lru_cache(maxsize=8192)
def parse(text: str) -> Deadline:
    """Understand a deadline text. Never raises; what is not understood is `Kind.UNKNOWN`."""
    if text in _known:
        with suppress(ValueError, TypeError, ArithmeticError):
            return from_row(text, _known[text])
    tokens = lex(text)
    times = quantities(tokens)
    if len(times) > _MOST_TIMES:
        return Deadline(text, Kind.UNKNOWN)
    if len(times) == 1 and (times[0].lo, times[0].hi) == (0, len(tokens)) and not times[0].reason:
        return alone(text, tokens, times[0])
    return assemble(text, tokens, times, outline(tokens, times))
