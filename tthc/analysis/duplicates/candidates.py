"""Which pairs are worth comparing: every pair that `compare` could call a duplicate or the same at another level.

The bound is proven, not guessed. Such a verdict needs one of

1. one national code;
2. names of which each has every telling word of the other, but for words that may be typing errors or torn apart; or
   a name that breaks off, or abbreviates, and of which the other has every telling word but the abbreviations;
3. one result and dossiers that agree in four of five papers, where numbers in the names are those of the other.

So in case 2 the rarest telling words of one name all stand in the other, and the index of words finds the pair; in
case 3 one of the few rarest papers of one dossier is in the other.

Names without any diacritics are looked up apart (`accents`): there the bound is that nothing but diacritics, known
abbreviations and words that may say nothing differs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from tthc.analysis.duplicates.abbreviation import is_initials
from tthc.analysis.duplicates.accents import bare_pairs
from tthc.analysis.duplicates.difference import spelled_out, telling
from tthc.analysis.duplicates.evidence import MOST_PAPERS
from tthc.analysis.duplicates.mend import corrections, joins, misfits, parts, words_of
from tthc.analysis.duplicates.rarity import Rarity
from tthc.analysis.duplicates.side import Side
from tthc.text.title import Kind, Title

_PROBES = 3  # words looked up for each name; more find no fewer pairs, and fewer that fail


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a name."""

    needed: frozenset[str]  # the other name must have them
    doubtful: tuple[frozenset[str], ...]  # of each, the other must have one: a word that may be a typo, its corrections
    offered: frozenset[str]  # all that it has for the other: corrections and the competent agency included
    acts: frozenset[str]  # the words of its acts
    cut: bool  # or it abbreviates: then it lacks words of the other

    def within(self, other: "_Words") -> bool:
        """Whether the other name has all that this one needs."""
        return self.needed <= other.offered and self.acts <= other.offered


def candidates(sides: Sequence[Side], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """The pairs to compare, as positions in `sides`, the smaller first; each once, in ascending order."""
    found = {
        (min(pair), max(pair))
        for pairs in (_by_code(sides), _by_name(sides, rarity), _by_papers(sides))
        for pair in pairs
        if pair[0] != pair[1]
    }
    yield from sorted(found)


def _by_code(sides: Sequence[Side]) -> Iterator[tuple[int, int]]:
    same: dict[str, list[int]] = defaultdict(list)
    for i, side in enumerate(sides):
        if side.code:
            same[side.code].append(i)
    for members in same.values():
        yield from ((i, j) for i in members for j in members if i < j)


def _by_name(sides: Sequence[Side], rarity: Rarity) -> Iterator[tuple[int, int]]:
    torn = frozenset(whole for side in sides for whole in joins(side.title.text))
    words = [_words(side.title, torn, rarity) for side in sides]
    holders: dict[str, set[int]] = defaultdict(set)
    for i, name in enumerate(words):
        for word in name.offered:
            holders[word].add(i)
    wordless: dict[frozenset[str], list[int]] = defaultdict(list)
    for i, name in enumerate(words):
        if name.needed:
            rarest = nsmallest(_PROBES, (holders[word] for word in name.needed), key=len)
            near = set.intersection(*rarest)
        elif name.doubtful:
            near = set().union(*(holders[word] for word in name.doubtful[0]))
        else:
            wordless[name.acts].append(i)
            continue
        for j in near:
            if name.within(words[j]) and (name.cut or words[j].within(name)):
                yield i, j
    for members in wordless.values():
        yield from ((i, j) for i in members for j in members if i < j)
    yield from bare_pairs([side.title for side in sides], [name.offered for name in words])


def _words(title: Title, torn: frozenset[str], rarity: Rarity) -> _Words:
    """What is looked up of a name; `torn` are the words that some name may have torn apart."""
    odd = misfits(title.text)
    words = {*words_of(title.text), *spelled_out(title).split()}
    near = {word: meant for word in words if (meant := corrections(word, odd, rarity))}
    told = {word for term in telling(title) for word in term.key.split()}
    needed = {word for word in told if not is_initials(word)} or told  # nothing but abbreviations: they must be met
    return _Words(
        needed=frozenset(word for word in needed if word not in near),
        doubtful=tuple(near[word] | {word} for word in sorted(needed) if word in near),
        offered=frozenset(words).union(title.authority, joins(title.text), *map(parts, torn & words), *near.values()),
        acts=frozenset(word for act in title.acts for word in act.key.split() if word not in near),
        cut=title.cut or needed != told,
    )


def _by_papers(sides: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """Two sets that agree in 80 % share one of the rarest `len - ⌈80 % of len⌉ + 1` members of either.

    A number that only one name has is no matter of wording: such pairs are none.
    """
    words = [frozenset(spelled_out(side.title).split()) for side in sides]
    numbers = [
        frozenset(word for term in side.title.terms if term.kind is Kind.NUMBER for word in term.key.split())
        for side in sides
    ]
    frequency = Counter(paper for side in sides if side.result for paper in side.dossier)
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, side in enumerate(sides):
        if side.result and side.basis:
            papers = sorted(side.dossier, key=lambda paper: (frequency[paper], paper))
            prefix = len(papers) - -(-len(papers) * MOST_PAPERS // 100) + 1
            for paper in papers[:prefix]:
                for j in holders[side.result, paper]:
                    if numbers[i] <= words[j] and numbers[j] <= words[i]:
                        yield i, j
                holders[side.result, paper].append(i)
