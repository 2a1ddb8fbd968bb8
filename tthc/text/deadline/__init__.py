"""What a Vietnamese deadline text (thời hạn giải quyết) says."""

from functools import lru_cache

from tthc.domain.deadline import Deadline, Kind
from tthc.text.deadline.assemble import alone, assemble
from tthc.text.deadline.outline import outline
from tthc.text.deadline.printing import render
from tthc.text.deadline.times import quantities
from tthc.text.deadline.tokens import lex

__all__ = ["parse", "render"]

_MOST_TIMES = 200  # with more of them a text is no deadline but a whole document


@lru_cache(maxsize=8192)
def parse(text: str) -> Deadline:
    """Understand a deadline text. Never raises; what is not understood is `Kind.UNKNOWN`."""
    tokens = lex(text)
    times = quantities(tokens)
    if len(times) > _MOST_TIMES:
        return Deadline(text, Kind.UNKNOWN)
    if len(times) == 1 and (times[0].lo, times[0].hi) == (0, len(tokens)) and not times[0].reason:
        return alone(text, tokens, times[0])
    return assemble(text, tokens, times, outline(tokens, times))
