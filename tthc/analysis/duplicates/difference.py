"""What two names have in common, and what only one of them has."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tthc.analysis.duplicates.abbreviation import abbreviated
from tthc.analysis.duplicates.rarity import Rarity
from tthc.text.title import Kind, Term, Title, lexicon

_COUNTED = frozenset((Kind.VARIANT, Kind.NEGATION))  # said twice it says more: "sản xuất hóa chất hạn chế sản xuất"
# a name may lack such terms and still be the same
_CITED = (Kind.CITATION, Kind.EDITION)
_SILENT = (Kind.GENERIC, Kind.PAPER, Kind.LEVEL, *_CITED)


@dataclass(frozen=True, slots=True)
class Difference:
    """The terms of two names, matched. `left` and `right` are what only one has and what may tell them apart;
    the soft ones are what only one has too, but they say too little to do so."""

    shared: tuple[Term, ...]  # as the left name has them
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    soft_left: tuple[Term, ...] = ()
    soft_right: tuple[Term, ...] = ()
    initials: tuple[tuple[str, str], ...] = ()  # an abbreviation that no lexicon knows, and what it stands for
    common: int = 0  # weight of what is shared, of both names together
    similarity: int = 100  # per cent: shared weight of all weight
    containment: int = 100  # per cent: shared weight of the weight of the name with less of its own

    @property
    def own(self) -> tuple[Term, ...]:
        """What either name has for itself."""
        return self.left + self.right

    @property
    def unmatched(self) -> tuple[Term, ...]:
        """The same, with what says too little to tell the names apart."""
        return self.own + self.soft_left + self.soft_right


def difference(a: Title, b: Title, rarity: Rarity) -> Difference:
    """Match the terms of two names."""
    left, right = _unmatched(a, b), _unmatched(b, a)
    others = all(term in left for term in telling(a)) or all(term in right for term in telling(b))
    initials = [] if others else abbreviated(left, right, a, b)  # something else must agree, too
    if initials:
        known = {term for pair in initials for terms in pair for term in terms}
        left, right = ([term for term in side if term not in known] for side in (left, right))
    shared = tuple(term for term in a.terms if term not in left)
    left_weight, right_weight = _weight(left, rarity), _weight(right, rarity)
    both = _weight(a.terms, rarity) + _weight(b.terms, rarity) - left_weight - right_weight  # what is shared, twice
    soft_left, soft_right = tuple(_soft(left, right)), tuple(_soft(right, left))
    return Difference(
        shared=shared,
        left=tuple(term for term in left if term not in soft_left),
        right=tuple(term for term in right if term not in soft_right),
        soft_left=soft_left,
        soft_right=soft_right,
        initials=tuple((_said(one), _said(other)) for one, other in initials),
        common=both,
        similarity=_percent(both, both + 2 * (left_weight + right_weight)),
        containment=_percent(both, both + 2 * min(left_weight, right_weight)),
    )


def telling(title: Title) -> list[Term]:
    """The terms that a name must have, too, to be this one in other words (but for typing errors)."""
    silent = lexicon().silent
    return [term for term in title.terms if term.kind not in _SILENT and term.key not in silent]


def spelled_out(title: Title) -> str:
    """Every word of a title in its one spelling, acts first."""
    return " ".join([act.key for act in title.acts] + [term.key for term in title.terms])


def _weight(terms: Iterable[Term], rarity: Rarity) -> int:
    return sum(map(rarity.weight, terms))


def _percent(part: int, whole: int) -> int:
    return part * 100 // whole if whole else 100


def _unmatched(a: Title, b: Title) -> list[Term]:
    """The terms of `a` that `b` has in no form: neither as a term, nor in its acts, nor inside a longer
    term, nor in the agency it calls competent, nor under the short name of a paper."""
    counts = {act.key: 1 for act in b.acts} | {term.key: term.count for term in b.terms}
    missing = [
        term for term in a.terms if term.key not in counts or (term.kind in _COUNTED and term.count > counts[term.key])
    ]
    if not missing:
        return []
    text = f" {spelled_out(b)} "
    groups = {term.group for term in b.terms if term.kind is Kind.SIBLING}
    return [
        term
        for term in missing
        if term.key in counts
        or not (f" {term.key} " in text or b.authority.issuperset(term.key.split()) or _is_longer_paper(term, b))
        or (term.kind is Kind.SIBLING and term.group in groups)  # "giám hộ" is not in "giám sát việc giám hộ"
    ]


def _is_longer_paper(term: Term, other: Title) -> bool:
    """Whether the other name calls the same paper by a shorter name: "giấy chứng nhận"."""
    papers = (paper.key for paper in other.terms if paper.kind is Kind.PAPER)
    return term.kind is Kind.PAPER and any(term.key.startswith(f"{paper} ") for paper in papers)


def _said(terms: Iterable[Term]) -> str:
    return " ".join(term.words for term in terms)


def _soft(own: list[Term], other: list[Term]) -> Iterator[Term]:
    """What one name may have and the other lack although they mean one procedure."""
    keys, others = {term.key for term in own}, {term.key for term in other}
    whole = {key for pair in lexicon().pairs if pair <= keys and not pair & others for key in pair}
    papers = [term.key for term in other if term.kind is Kind.PAPER]
    kinds = {term.kind for term in other}
    for term in own:
        if term.kind in _CITED:
            if kinds.isdisjoint(_CITED):
                yield term
        elif term.kind is Kind.PAPER:
            if not papers or any(term.key.startswith(paper) or paper.startswith(term.key) for paper in papers):
                yield term
        elif term.kind is Kind.GENERIC or term.key in whole:
            yield term
