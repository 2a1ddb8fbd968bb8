"""Typing errors of one name, put right by the other.

A word is taken for another one's misspelling only where it cannot be meant: it is no syllable, or stands where the
other name has a compound that the lexicons know. "Dưa" and "dứa" are one stroke apart and two plants.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from tthc.analysis.duplicates.rarity import Rarity
from tthc.text.syllable import VOWELS, is_syllable, is_torn_end
from tthc.text.title import Term, Title, lexicon, parse

_WORD = re.compile(r"\w+")
_NONE: frozenset[str] = frozenset()
_SHORTEST = 3  # letters; shorter words are too much alike

Slips = tuple[tuple[str, str], ...]  # as written, as the other name has it


def may_be_mended(a: Title, b: Title, unmatched: Iterable[Term], rarity: Rarity) -> bool:
    """Whether any of the terms that the other name lacks looks like a typing error; a quick look only."""
    words = {word for term in unmatched for word in term.key.split()}
    odd = misfits(a.text).keys() | misfits(b.text).keys()
    return any(len(word) == 1 or word[0] in VOWELS or word in odd or rarity.corrections(word) for word in words)


def mended(a: Title, b: Title, rarity: Rarity) -> tuple[Title, Slips]:
    """The title `a` without the typing errors that `b` shows to be such, and what these are."""
    ours, theirs = words_of(a.text), words_of(b.text)
    slips = (*_torn(ours, theirs), *_misspelt(ours, theirs, a.text, rarity))
    if not slips:
        return a, ()
    text = a.text
    for wrong, right in slips:
        text = re.sub(rf"\b{wrong}\b", right, text)
    return retitled(a, text), slips


def retitled(title: Title, text: str) -> Title:
    """The title read as if its text were this one; what was written stays."""
    return replace(_parsed(text), text=title.text, code=title.code, cut=title.cut)


_parsed = lru_cache(maxsize=10_000)(parse)


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a normalised text, those that say nothing included."""
    return tuple(_WORD.findall(text))


def _misspelt(ours: tuple[str, ...], theirs: tuple[str, ...], text: str, rarity: Rarity) -> Iterator[tuple[str, str]]:
    odd, together, theirs_too = misfits(text), lexicon().pairs_of_syllables, frozenset(theirs)
    compounds = {word for pair in pairwise(theirs) if pair in together for word in pair}
    for word in dict.fromkeys(ours):
        near = corrections(word, odd, rarity) & theirs_too
        if word in theirs_too or len(near) != 1:
            continue
        (right,) = near
        is_no_word = not is_syllable(word) or right in compounds
        if is_no_word and _beside(ours, word) & _beside(theirs, right):
            yield word, right


def corrections(word: str, odd: Mapping[str, frozenset[str]], rarity: Rarity) -> frozenset[str]:
    """What a word may have been meant to be, where `odd` are the misfits of its text."""
    found = rarity.corrections(word)
    return found | odd[word] if word in odd else found


@lru_cache(maxsize=20_000)
def misfits(text: str) -> dict[str, frozenset[str]]:
    """The words that go with neither neighbour, but would with other accents: "tải khoản", and what they would be."""
    before, behind = _partners()
    framed = ("", *words_of(text), "")
    fits = [pair in lexicon().pairs_of_syllables for pair in pairwise(framed)]
    found = {}
    for i, word in enumerate(framed[1:-1]):
        if not (fits[i] or fits[i + 1] or len(word) < _SHORTEST):
            letters = bare(word)
            if meant := behind.get((framed[i], letters), _NONE) | before.get((letters, framed[i + 2]), _NONE):
                found[word] = meant - {word}
    return found


def neighbours(before: str, word: str, behind: str) -> frozenset[str]:
    """The syllables of the letters of `word` that go with the one before or the one behind."""
    with_behind, with_before = _partners()
    return with_before.get((before, word), _NONE) | with_behind.get((word, behind), _NONE)


@cache
def _partners() -> tuple[dict[tuple[str, str], frozenset[str]], dict[tuple[str, str], frozenset[str]]]:
    """For a bare syllable and the one behind it, and for one before it and the bare one: the syllables that fit."""
    before: dict[tuple[str, str], frozenset[str]] = {}
    behind: dict[tuple[str, str], frozenset[str]] = {}
    for one, two in lexicon().pairs_of_syllables:
        before[bare(one), two] = before.get((bare(one), two), frozenset()) | {one}
        behind[one, bare(two)] = behind.get((one, bare(two)), frozenset()) | {two}
    return before, behind


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """A word of a normalised text without its diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).replace("đ", "d")


def _beside(words: tuple[str, ...], word: str) -> set[tuple[int, str]]:
    """What stands before and behind a word."""
    framed = ("", *words, "")
    return {(step, framed[i + step]) for i, each in enumerate(framed) if each == word for step in (-1, 1)}


def _torn(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """ "thu ốc", where the other name has "thuốc" and not both parts."""
    spelt = set(theirs)
    for start, end in dict.fromkeys(pairwise(ours)):
        if start + end in spelt and not {start, end} <= spelt and (start, end) in tears(start + end):
            yield f"{start} {end}", start + end


@lru_cache(maxsize=20_000)
def tears(word: str) -> tuple[tuple[str, str], ...]:
    """The ways to tear a syllable into two parts that both may be words."""
    if not is_syllable(word):
        return ()
    places = (i for i in range(1, len(word)) if word[i] in VOWELS and not is_torn_end(word[i:]))
    return tuple((word[:i], word[i:]) for i in places)


@lru_cache(maxsize=20_000)
def parts(word: str) -> frozenset[str]:
    """All parts that a word may be torn into."""
    return frozenset(part for tear in tears(word) for part in tear)


def joins(text: str) -> Iterator[str]:
    """The words that a normalised text may have torn apart."""
    words = words_of(text)
    return (a + b for a, b in pairwise(words) if b[0] in VOWELS and (a, b) in tears(a + b))
