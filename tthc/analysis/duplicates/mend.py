"""Typing errors of one name, put right by the other.

A word is taken for another one's misspelling only where it cannot be a word of its own: it is no syllable, or stands
where the other name has a compound that the lexicons know. "Dưa" and "dứa" are one stroke apart and two plants.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from tthc.analysis.duplicates.rarity import Rarity
from tthc.text.syllable import VOWELS, is_syllable, is_torn_end
from tthc.text.title import Term, Title, lexicon, parse
from tthc.text.title.words import split

_WORD = re.compile(r"\w+")

Slips = tuple[tuple[str, str], ...]  # as written, as the other name has it


def may_be_mended(unmatched: Iterable[Term], rarity: Rarity) -> bool:
    """Whether any of the terms that the other name lacks looks like a typing error; a quick look only."""
    words = {word for term in unmatched for word in term.key.split()}
    return any(word[0] in VOWELS or rarity.corrections(word) for word in words)


def mended(a: Title, b: Title, rarity: Rarity) -> tuple[Title, Slips]:
    """The title `a` without the typing errors that `b` shows to be such, and what these are."""
    ours, theirs = words_of(a.text), words_of(b.text)
    slips = (*_torn(ours, theirs), *_misspelt(ours, theirs, b, rarity))
    if not slips:
        return a, ()
    text = a.text
    for wrong, right in slips:
        text = re.sub(rf"\b{wrong}\b", right, text)
    return replace(_parsed(text), text=a.text, code=a.code, cut=a.cut), slips


_parsed = lru_cache(maxsize=10_000)(parse)


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a normalised text, those that say nothing included."""
    return tuple(_WORD.findall(text))


def _misspelt(
    ours: tuple[str, ...], theirs: tuple[str, ...], other: Title, rarity: Rarity
) -> Iterator[tuple[str, str]]:
    telling = {word for term in (*other.acts, *other.terms) for word in term.key.split()}.intersection(theirs)
    for word in dict.fromkeys(ours):
        near = (rarity.corrections(word) & telling).difference(ours)
        if word in theirs or len(near) != 1:
            continue
        (right,) = near
        is_no_word = not is_syllable(word) or right in _compounds(other)
        if is_no_word and _beside(ours, word) & _beside(theirs, right):
            yield word, right


@lru_cache(maxsize=10_000)
def _compounds(title: Title) -> frozenset[str]:
    """The words that stand in compounds which the lexicons know."""
    words, known = split(title.text), lexicon().compounds
    matches = ((i, known.match(words, i)) for i in range(len(words)))
    listed = {word.text for i, match in matches if match for word in words[i : i + match[0]]}
    return frozenset(listed).union(
        *(term.key.split() for term in (*title.acts, *title.terms) if " " in term.key),
    )


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


def joins(text: str) -> Iterator[str]:
    """The words that a normalised text may have torn apart."""
    words = words_of(text)
    return (a + b for a, b in pairwise(words) if b[0] in VOWELS and (a, b) in tears(a + b))
