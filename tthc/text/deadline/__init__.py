"""What a Vietnamese deadline text (thời hạn giải quyết) says."""

from functools import lru_cache

from tthc.domain.deadline import Deadline
from tthc.text.deadline.assemble import assemble
from tthc.text.deadline.numbers import quantities
from tthc.text.deadline.outline import outline
from tthc.text.deadline.tokens import lex


@lru_cache(maxsize=8192)
def parse(text: str) -> Deadline:
    """Understand a deadline text. Never raises; what is not understood is `Kind.UNKNOWN`."""
    tokens = lex(text)
    times = quantities(tokens)
    return assemble(text, tokens, times, outline(tokens, times))
