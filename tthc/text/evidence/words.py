"""Words with their place in the text, so that what is found can be quoted as it stands."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tthc.text.normalise import normalise

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|[^\w\s]")


class Word(NamedTuple):
    """A word, a number or a sign of punctuation."""

    key: str  # in one spelling, for comparing
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order."""
    result = []
    for found in _WORD.finditer(text):
        at = found.start()
        for key, start, end in _parts(found[0]):
            result.append(Word(key, at + start, at + end))  # a list for each word is slower
    return tuple(result)


@lru_cache(maxsize=20_000)
def _parts(word: str) -> tuple[tuple[str, int, int], ...]:
    """A word in one spelling; two where records glued them together: "phủBáo" is "phủ" and "Báo"."""
    if not word[0].isalpha():
        return ((word, 0, len(word)),)
    return tuple((normalise(word[start:end]), start, end) for start, end in _spans(word))


def _spans(word: str) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(word)):
        if word[place - 1].islower() and word[place].isupper() and word[place + 1 : place + 2].islower():
            yield start, place
            start = place
    yield start, len(word)
