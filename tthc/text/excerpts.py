"""What differs between two texts, with some words around it."""

from collections.abc import Sequence

_AROUND = 8  # words that stay on either side of what changed in a long text
_LONG = 30  # words; what is shorter is given whole


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Both texts; of long ones, what differs with some words on either side."""
    old, new = before.split(), after.split()
    if max(len(old), len(new)) <= _LONG or not old or not new:
        return before, after
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return _excerpt(old, start, end), _excerpt(new, start, end)


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words are the same from the start."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(old), len(new)))


def _excerpt(words: Sequence[str], start: int, end: int) -> str:
    first, last = max(start - _AROUND, 0), min(len(words) - end + _AROUND, len(words))
    return " ".join([*(["…"] if first else []), *words[first:last], *(["…"] if last < len(words) else [])])
