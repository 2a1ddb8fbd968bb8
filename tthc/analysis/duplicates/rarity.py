"""What the catalogue's words tell of themselves: the rare ones say much, the unknown ones may be typing errors."""

import math
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tthc.text.title import Kind, Term, Title, lexicon

# What a term says by its kind, before its rarity: the one table of weights. Whole numbers, so that sums are exact
# in any order.
WEIGHTS = {
    Kind.SIBLING: 1500,
    Kind.OBJECT: 1500,
    Kind.CITATION: 1500,
    Kind.VARIANT: 1000,
    Kind.WORD: 1000,
    Kind.SUBJECT: 700,
    Kind.NUMBER: 700,
    Kind.NEGATION: 600,
    Kind.BOUND: 500,
    Kind.LEVEL: 400,
    Kind.ACT: 400,
    Kind.PAPER: 300,
    Kind.EDITION: 300,
    Kind.GENERIC: 200,
}
_ENOUGH_NAMES = 200  # fewer names say nothing about rarity
_COMMON = 0.4  # what is left of the weight of a term that every name has
_KNOWN = 5  # a word of so many names is no typing error
_SHORTEST_TYPO = 3  # letters; in a shorter word one letter makes another word


class Rarity:
    """How telling the terms of a catalogue are. Depends on its distinct names only, not on their order or number."""

    def __init__(self, titles: Iterable[Title] = ()) -> None:
        distinct = {title.text: title for title in titles}
        self._names = len(distinct)
        self._terms = Counter(term.key for title in distinct.values() for term in title.terms)
        self._weights: dict[str, int] = {}
        self._corrections: dict[str, frozenset[str]] = {}
        words: Counter[str] = Counter()
        for key, count in self._terms.items():
            for word in set(key.split()):
                words[word] += count
        self._known = lexicon().vocabulary | {word for word, count in words.items() if count >= _KNOWN}
        self._choices = sorted(word for word in self._known if len(word) >= _SHORTEST_TYPO - 1)

    def weight(self, term: Term) -> int:
        """How much a term says."""
        weight = self._weights.get(term.key)
        if weight is None:
            weight = self._weights[term.key] = round(WEIGHTS[term.kind] * self._factor(term.key))
        return weight

    def _factor(self, key: str) -> float:
        if self._names < _ENOUGH_NAMES:
            return 1.0
        rarity = math.log(self._names / (self._terms[key] or 1)) / math.log(self._names)
        return _COMMON + (1 - _COMMON) * rarity

    def corrections(self, word: str) -> frozenset[str]:
        """The known words one keystroke away from a word that is not known itself: "phếp" may be "phép"."""
        if word in self._known or len(word) < _SHORTEST_TYPO or not word.isalpha():
            return frozenset()
        found = self._corrections.get(word)
        if found is None:
            near = process.extract(word, self._choices, scorer=OSA.distance, score_cutoff=1, limit=None)
            found = self._corrections[word] = frozenset(choice for choice, _, _ in near)
        return found
