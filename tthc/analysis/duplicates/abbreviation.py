"""Abbreviations that no lexicon knows: initials of one name that the other spells out."""

from collections.abc import Iterator, Sequence

from tthc.text.normalise import fold
from tthc.text.syllable import VOWELS, is_syllable
from tthc.text.title import Kind, Term, Title

_LONGEST = 10  # letters
_LONGEST_ONSET = 3  # "ngh"


def is_initials(word: str) -> bool:
    """Whether a word can only be an abbreviation: "lptb", "antq". It is no syllable, and has few vowels."""
    if not (1 < len(word) <= _LONGEST and word.isalpha()) or is_syllable(word):
        return False
    return 3 * sum(letter in VOWELS for letter in word) <= len(word)


def abbreviated(left: list[Term], right: list[Term], a: Title, b: Title) -> list[tuple[Sequence[Term], Sequence[Term]]]:
    """Abbreviations of one name, and what they stand for in the other: "nlđ", "người lao động"."""
    ours, theirs = list(_spelled(left, right, b)), list(_spelled(right, left, a))
    return [] if ours and theirs else ours + [(other, one) for one, other in theirs]


def _spelled(own: list[Term], other: list[Term], name: Title) -> Iterator[tuple[Sequence[Term], Sequence[Term]]]:
    for term in own:
        if term.kind is Kind.WORD and is_initials(term.key):
            places, most = range(len(name.terms)), len(term.key)
            stretches = (name.terms[i:j] for i in places for j in range(i + 1, i + most + 1))
            spelled = next((run for run in stretches if _abbreviates(term.key, run)), ())
            found = sum(word in other for word in spelled)
            if found and (found == len(spelled) or most > 2):  # two letters stand for too much
                yield [term], spelled


def _abbreviates(initials: str, terms: Sequence[Term]) -> bool:
    return _begins(initials, [word for term in terms for word in term.key.split()])


def _begins(initials: str, words: list[str]) -> bool:
    """Whether the letters are the beginnings of these words, one letter or all consonants of each: "nhnng"."""
    if not words or not initials:
        return not words and not initials
    word = words[0]
    onset = next((i for i, letter in enumerate(word) if letter in VOWELS), 0)
    starts = {word[:1], word[: min(onset, _LONGEST_ONSET)]} | ({fold(word[0])} if word[0] in VOWELS else set())
    return any(start and initials.startswith(start) and _begins(initials[len(start) :], words[1:]) for start in starts)
