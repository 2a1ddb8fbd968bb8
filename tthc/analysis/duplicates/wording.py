"""How well a name is worded: of several names for one thing, an announcement takes the full and well-formed one."""

import re

from tthc.text.normalise import fold, normalise
from tthc.text.syllable import is_syllable
from tthc.text.title import parse

_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVX]+")
_LOOSE = re.compile(r"\s{2,}|^\W|[\s.,;:-]$|\s[,;:.)]|[\r\n\t]")  # what typing leaves behind


def flaws(name: str) -> tuple[int, ...]:
    """What an announcement would not print, the gravest first; the least tuple is the best name.

    It breaks off, a code is glued to it, it has no diacritics; abbreviations; words that are no syllables; all in
    capitals or none at its head; loose spaces and punctuation.
    """
    title = parse(name)
    words = [word for word in _LETTERS.findall(name) if not _ROMAN.fullmatch(word)]
    return (
        title.cut,
        bool(title.code),
        fold(name) == normalise(name),
        _abbreviations(name, words) + sum(len(term.key.split()) > len(term.words.split()) for term in title.terms),
        sum(not is_syllable(word.lower()) for word in words),
        name.isupper() or not name[:1].isupper(),
        len(_LOOSE.findall(name)),
    )


def _abbreviations(name: str, words: list[str]) -> int:
    """Words in capitals among others that are not: GCN, UBND."""
    if name.isupper():
        return 0
    return sum(len(word) > 1 and word.isupper() for word in words)
