"""How telling a term is: one that few names of the catalogue have says more than one that every third has."""

import math
from collections import Counter
from collections.abc import Iterable

from tthc.text.title import Kind, Term, Title

# What a term says by its kind, before its rarity: the one table of weights. Whole numbers, so that sums are exact
# in any order.
WEIGHTS = {
    Kind.SIBLING: 1500,
    Kind.OBJECT: 1500,
    Kind.VARIANT: 1000,
    Kind.WORD: 1000,
    Kind.SUBJECT: 700,
    Kind.NUMBER: 700,
    Kind.NEGATION: 600,
    Kind.BOUND: 500,
    Kind.LEVEL: 400,
    Kind.ACT: 400,
    Kind.PAPER: 300,
    Kind.GENERIC: 200,
}
_ENOUGH_NAMES = 200  # fewer names say nothing about rarity
_COMMON = 0.4  # what is left of the weight of a term that every name has


class Rarity:
    """Weights of terms, by kind and by how many distinct names have them. Independent of the order of the names."""

    def __init__(self, titles: Iterable[Title] = ()) -> None:
        distinct = {title.text: title for title in titles}
        self._names = len(distinct)
        self._counts = Counter(term.key for title in distinct.values() for term in title.terms)
        self._weights: dict[str, int] = {}

    def weight(self, term: Term) -> int:
        """How much a term says."""
        weight = self._weights.get(term.key)
        if weight is None:
            weight = self._weights[term.key] = round(WEIGHTS[term.kind] * self._factor(term.key))
        return weight

    def _factor(self, key: str) -> float:
        if self._names < _ENOUGH_NAMES:
            return 1.0
        rarity = math.log(self._names / (self._counts[key] or 1)) / math.log(self._names)
        return _COMMON + (1 - _COMMON) * rarity
