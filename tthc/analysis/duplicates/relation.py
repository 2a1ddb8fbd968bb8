"""Two procedures compared: which relation they have, how much speaks for one and the same, and why.

The questions are asked in the officers' order. Is the object another one? Does the act differ? Does the scope differ
(class, condition, place, applicant)? Only then: does the level? What differs in nothing is a duplicate. Similar letters
decide nothing; one word ("lại", "gia hạn", "có yếu tố nước ngoài") makes another procedure.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from tthc.analysis.duplicates.difference import Difference, difference
from tthc.analysis.duplicates.evidence import POINTS, Evidence, Key, of_names, of_records, words
from tthc.analysis.duplicates.rarity import Rarity
from tthc.analysis.duplicates.side import Side
from tthc.text.title import Kind, Term, Title, lexicon


class Relation(StrEnum):
    """How two procedures stand to each other."""

    DUPLICATE = "duplicate"  # trùng: one procedure listed twice
    LEVEL = "level"  # cùng nội dung, khác cấp
    ACTION = "action"  # cùng đối tượng, khác hành vi
    SCOPE = "scope"  # cùng hành vi, khác phạm vi (loại, điều kiện, nơi, người làm)
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The relation of two procedures; `score`, from 0 to 100, is how much speaks for one and the same."""

    relation: Relation
    score: int
    evidence: tuple[Evidence, ...]


# Names of one act speak of one object when at least so much of them agrees, in per cent: where the records stand in one
# field, where a field is not known, and where the fields differ.
_RELATED_IN_FIELD, _RELATED, _RELATED_ACROSS = 20, 30, 50
_SAME_FOCUS = 40  # how much of the lesser name must agree when both speak of the same thing first
SAME = 60  # names of which less agrees are not one name, though only general words differ
_BESIDE_THE_ACT = 90  # of two names of different acts, how much of the rest must agree to speak of one object
_REWORDED = 50  # how much of two names must agree before their records may show that only the wording differs
_COLLISION = 15  # two records of one code of whose names less agrees are two procedures
_WORDING = frozenset((Kind.WORD, Kind.OBJECT, Kind.ACT, Kind.GENERIC, Kind.PAPER))  # may be a matter of wording
_TELLING = frozenset((Kind.WORD, Kind.OBJECT, Kind.SIBLING, Kind.VARIANT))


def compare(a: Side, b: Side, rarity: Rarity) -> Verdict:
    """Compare two procedures. `compare(b, a, …)` says the same with left and right exchanged."""
    diff = difference(a.title, b.title, rarity)
    cut = _cut(a.title, b.title, diff)
    if cut:
        diff = replace(diff, left=(), right=(), soft_left=(), soft_right=(), similarity=diff.containment)
    records = list(of_records(a, b))
    relation, against = _relation(a, b, diff, {evidence.key for evidence in records}, rarity)
    evidence = [*of_names(a, b, diff), *([cut] if cut else []), *records, *against]
    score = min(100, max(0, sum(piece.points for piece in evidence)))
    return Verdict(relation, score, tuple(evidence))


def _cut(a: Title, b: Title, diff: Difference) -> Evidence | None:
    """One name breaks off ("…") and the other, which has all of it, goes on."""
    left, right = diff.left + diff.soft_left, diff.right + diff.soft_right
    if (a.cut and not left and _goes_on(a, b, diff.right)) or (b.cut and not right and _goes_on(b, a, diff.left)):
        return Evidence(Key.CUT, POINTS[Key.CUT], words(left), words(right))
    return None


def _goes_on(cut: Title, whole: Title, own: tuple[Term, ...]) -> bool:
    """Whether what only the whole name has comes after all that the cut one has, and that is not just general words."""
    common = {term.key for term in cut.terms}
    last = max((i for i, term in enumerate(whole.terms) if term.key in common), default=0)
    return bool(own) and own[0] in whole.terms[last:] and any(term.kind in _TELLING for term in cut.terms)


def _relation(a: Side, b: Side, diff: Difference, agreed: set[Key], rarity: Rarity) -> tuple[Relation, list[Evidence]]:
    """The relation, and the evidence against one and the same procedure."""
    acts, objects = _acts(a.title, b.title), _siblings(a.title, b.title)
    if Key.SAME_CODE in agreed and diff.similarity >= _COLLISION:
        drift = [*acts, *objects, *_against(Key.SCOPE, diff.left, diff.right)]
        return Relation.DUPLICATE, [replace(piece, points=0) for piece in drift]
    if not (a.title.acts or a.title.terms) or not (b.title.acts or b.title.terms):
        return Relation.UNRELATED, [Evidence(Key.OBJECT, POINTS[Key.OBJECT], a.name, b.name)]  # a name that says nothing
    if objects:
        return Relation.UNRELATED, [*objects, *acts]
    if acts:
        return _beside_acts(diff, acts, rarity)
    if not diff.own and diff.similarity >= SAME:
        levels = _levels(a, b)
        if not levels and (authority := _authority(a.title, b.title)):
            return Relation.SCOPE, authority
        return (Relation.LEVEL if levels else Relation.DUPLICATE), levels
    if all(term.kind is Kind.LEVEL for term in diff.own) and (levels := _levels(a, b)):
        return Relation.LEVEL, levels
    if _is_reworded(diff, agreed):
        return Relation.DUPLICATE, []
    scope = _against(Key.SCOPE, diff.left or diff.soft_left, diff.right or diff.soft_right)
    if _is_related(a.title, b.title, diff, agreed):
        return Relation.SCOPE, scope
    return Relation.UNRELATED, _against(Key.OBJECT, diff.left, diff.right)


def _against(key: Key, left: Iterable[Term], right: Iterable[Term]) -> list[Evidence]:
    left, right = words(left), words(right)
    return [Evidence(key, POINTS[key], left, right)] if left or right else []


def _acts(a: Title, b: Title) -> list[Evidence]:
    """The acts of which the other name has none, whether at its head or later."""
    left, right = (
        [act for act in one.acts if act.key not in {term.key for term in (*other.acts, *other.terms)}]
        for one, other in ((a, b), (b, a))
    )
    return _against(Key.ACT, left, right)


def _siblings(a: Title, b: Title) -> list[Evidence]:
    """Objects of one group, of which the names speak of different ones first: khai sinh, khai tử."""
    left, right = _by_group(a), _by_group(b)
    apart = [group for group in left if group in right and _apart(left[group], right[group])]
    return _against(Key.OBJECT, (left[group][0] for group in apart), (right[group][0] for group in apart))


def _by_group(title: Title) -> dict[str, list[Term]]:
    groups: dict[str, list[Term]] = {}
    for term in title.terms:
        if term.kind is Kind.SIBLING and not term.case:
            groups.setdefault(term.group, []).append(term)
    return groups


def _apart(left: list[Term], right: list[Term]) -> bool:
    return left[0].key != right[0].key and {term.key for term in left} != {term.key for term in right}


def _beside_acts(diff: Difference, acts: list[Evidence], rarity: Rarity) -> tuple[Relation, list[Evidence]]:
    """The acts differ. Cases belong to the act ("cấp lại do bị mất"), so what else differs is a different scope."""
    known = lexicon()
    aside = known.stages | known.reasons
    own = [t for t in diff.own if not t.case and t.kind not in (Kind.PAPER, Kind.ACT) and t.key not in aside]
    grave = any(term.kind in (Kind.NEGATION, Kind.NUMBER) for term in own)
    shared_weight, own_weight = (sum(map(rarity.weight, terms)) for terms in (diff.shared, own))
    if shared_weight and not grave and shared_weight * 100 >= (shared_weight + own_weight) * _BESIDE_THE_ACT:
        return Relation.ACTION, acts
    left = [term for term in own if term in diff.left]
    right = [term for term in own if term in diff.right]
    return Relation.UNRELATED, [*acts, *_against(Key.SCOPE, left, right)]


def _levels(a: Side, b: Side) -> list[Evidence]:
    """Two known sets of levels without a common one."""
    if not a.levels or not b.levels or a.levels & b.levels:
        return []
    left, right = (", ".join(side.title.level_words) or ", ".join(sorted(side.levels)) for side in (a, b))
    return [Evidence(Key.LEVEL, POINTS[Key.LEVEL], left, right)]


def _authority(a: Title, b: Title) -> list[Evidence]:
    """Both names call an agency competent, and not the same: UBND cấp tỉnh, Ban quản lý khu kinh tế."""
    if not a.authority or not b.authority or a.authority <= b.authority or b.authority <= a.authority:
        return []
    left, right = ("; ".join(title.level_words) for title in (a, b))
    return [Evidence(Key.SCOPE, POINTS[Key.SCOPE], left, right)]


def _is_reworded(diff: Difference, agreed: set[Key]) -> bool:
    """Only plain words differ, and the records agree in law, papers and result."""
    return (
        diff.similarity >= _REWORDED
        and {Key.SAME_BASIS, Key.SAME_DOSSIER, Key.SAME_RESULT} <= agreed
        and all(term.kind in _WORDING for term in diff.own)
    )


def _is_related(a: Title, b: Title, diff: Difference, agreed: set[Key]) -> bool:
    """Whether two names of one act speak of one object, so that what differs is its scope."""
    least = _RELATED_IN_FIELD if Key.SAME_FIELD in agreed else _RELATED_ACROSS if Key.OTHER_FIELD in agreed else _RELATED
    if diff.similarity >= least:
        return True
    focus, other = _focus(a), _focus(b)
    if focus and other and focus.key == other.key and (focus.kind is Kind.SIBLING or diff.containment >= _SAME_FOCUS):
        return True
    if Key.OTHER_FIELD in agreed:
        return False
    parallel = {term.group for term in diff.left} & {term.group for term in diff.right} - {""}
    return bool(parallel) or all(term.case for term in diff.own)


def _focus(title: Title) -> Term | None:
    """What a name speaks of first."""
    telling = (term for term in title.terms if term.kind in _TELLING and not term.case and not term.aside)
    return next(telling, None)
