"""Names typed without any diacritics: read with those of the name they are compared with.

"Cap giay phep" may be "Cấp giấy phép": each word is taken for the word of the other name that has its letters; what the
other name lacks, for the one word that goes with its neighbours ("cap lai": "cấp lại"). Only a whole name tells that
its writer left the diacritics out, and only one of three words or more.
"""

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TypeVar

from tthc.analysis.duplicates.abbreviation import is_initials
from tthc.analysis.duplicates.difference import spelled_out, telling
from tthc.analysis.duplicates.mend import bare, neighbours, retitled, words_of
from tthc.text.title import Kind, Title, lexicon

T = TypeVar("T")

_FEWEST = 3  # words
_MAY_LACK = (Kind.FILLER, Kind.COMPETENCE, Kind.CASE, Kind.LEVEL, Kind.GENERIC, Kind.PAPER)
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=50_000)
def is_bare(text: str) -> bool:
    """Whether a normalised name has no diacritics at all though it is long enough to need some."""
    words = [word for word in words_of(text) if word.isalpha()]
    return len(words) >= _FEWEST and all(word.isascii() for word in words)


def with_accents_of(a: Title, b: Title) -> Title | None:
    """The title `a` with the diacritics of `b`, where `a` has none and `b` has some; else None."""
    if not is_bare(a.text) or is_bare(b.text) or a.cut:
        return None
    meant = _accented(words_of(a.text), words_of(b.text))
    return retitled(a, _WORD.sub(lambda _word: next(meant), a.text))


def _accented(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    """Each of our words in the spelling of theirs; where they have it in several, in that of the same place."""
    folded = [bare(word) for word in theirs]
    spelt = dict(zip(folded, theirs, strict=True))
    meant = [spelt.get(word, "") for word in ours]
    for i, j, length in difflib.SequenceMatcher(None, ours, folded, autojunk=False).get_matching_blocks():
        meant[i : i + length] = theirs[j : j + length]
    for i, pair in enumerate(pairwise(ours)):
        if not meant[i] and not meant[i + 1] and (known := _only(_pairs().get(pair, ()))):
            meant[i : i + 2] = known
    head = next((i for i, word in enumerate(meant) if word not in _openings()), 0)
    meant[head] = meant[head] or _only(_acts().get(ours[head], ())) or ""
    framed = ["", *meant, ""]
    for i, word in enumerate(ours):
        yield meant[i] or _only(neighbours(framed[i], word, framed[i + 2])) or word


def _only(found: Collection[T]) -> T | None:
    return next(iter(found)) if len(found) == 1 else None


@cache
def _openings() -> frozenset[str]:
    return frozenset(word for word, _phrase in lexicon().openings)


@cache
def _acts() -> dict[str, set[str]]:
    """The acts of one word, by their letters; those of several are pairs."""
    found: dict[str, set[str]] = defaultdict(set)
    for act in {act for _word, act in lexicon().acts if act and " " not in act}:
        found[bare(act)].add(act)
    return found


@cache
def _pairs() -> dict[tuple[str, str], set[tuple[str, str]]]:
    """The pairs of syllables that stand together in words and openings ("thủ tục"), by their letters."""
    known = lexicon()
    openings = (pair for _word, phrase in known.openings if phrase for pair in pairwise(phrase.split()))
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for one, two in (*known.pairs_of_syllables, *openings):
        found[bare(one), bare(two)].add((one, two))
    return found


def bare_pairs(titles: Sequence[Title], offered: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """The pairs of a bare name and one with diacritics that may be one name.

    The bare one has every telling word of the other, as that is written or spelled out; what it has besides are words
    that may say nothing. `offered` are the words of each name in every form.
    """
    bares = [i for i, title in enumerate(titles) if is_bare(title.text)]
    if not bares:
        return
    needed = [(j, words) for j in set(range(len(titles))).difference(bares) for words in _needed(titles[j])]
    frequency = Counter(word for _j, words in needed for word in words)
    by_rarest: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for j, words in needed:
        by_rarest[min(words, key=lambda word: (frequency[word], word), default="")].append((j, words))
    for i in bares:
        own, said = _folded(offered[i]) | {""}, _folded(spelled_out(titles[i]).split()) - _silent()
        near = {j for word in own for j, words in by_rarest.get(word, ()) if words <= own}
        yield from ((i, j) for j in near if said <= _folded(offered[j]))


def _needed(title: Title) -> Iterator[frozenset[str]]:
    """The telling words of a name without diacritics: as it has them, and spelled out; not those that abbreviate."""
    terms = telling(title)
    for texts in ({term.words for term in terms}, {term.key for term in terms}):
        words = {word for text in texts for word in words_of(text)}
        yield _folded(word for word in words if not is_initials(word))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(bare, words))


@cache
def _silent() -> frozenset[str]:
    """The words, without diacritics, of all phrases that a name may have for itself and still be the same."""
    known = lexicon()
    lacked = (meaning.key for _word, meaning in known.meanings if meaning and meaning.kind in _MAY_LACK)
    tables = (known.openings, known.carriers, known.light, known.agencies, known.citing, known.numbered)
    words = (word for table in tables for word, _meaning in table)
    return _folded((*words, *(word for text in (*lacked, *known.silent) for word in words_of(text))))
