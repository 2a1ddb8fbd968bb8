"""Two procedures compared: which relation they have, how much speaks for one and the same, and why.

The questions are asked in the officers' order. Is the object another one? Does the act differ? Does the scope differ
(class, condition, place, applicant)? Only then: does the level? What differs in nothing is a duplicate. Similar letters
decide nothing; one word ("lại", "gia hạn", "có yếu tố nước ngoài") makes another procedure.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from tthc.analysis.duplicates.accents import with_accents_of
from tthc.analysis.duplicates.difference import Difference, difference, telling
from tthc.analysis.duplicates.evidence import (
    CONTRADICTIONS,
    POINTS,
    Evidence,
    Key,
    of_contradictions,
    of_names,
    of_records,
    words,
)
from tthc.analysis.duplicates.kin import is_related
from tthc.analysis.duplicates.mend import Slips, may_be_mended, mended
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
    certain: bool = False  # a duplicate that needs no officer to be called one

    @property
    def contradictions(self) -> tuple[Key, ...]:
        """The parts that the two records state differently although the names are one."""
        keys = {piece.key for piece in self.evidence}
        return tuple(key for key in CONTRADICTIONS if key in keys)


# How much of two names must agree, in per cent:
_SAME = 60  # to be one name, where only general words differ
_REWORDED = 50  # to be one procedure in other words, where the records agree
_COLLISION = 15  # not to be two procedures that share a code by mistake
_BESIDE_THE_ACT = 80  # to speak of one object, where the acts differ
_LEAST_SHARED = 2  # terms two names must share before one may be called a misspelling of the other

_WORDING = frozenset((Kind.WORD, Kind.OBJECT, Kind.ACT, Kind.GENERIC, Kind.PAPER))  # may be a matter of wording


def compare(a: Side, b: Side, rarity: Rarity) -> Verdict:
    """Compare two procedures. `compare(b, a, …)` says the same with left and right exchanged."""
    a, b, bare = _accented(a, b)
    a, b, diff, typos = _matched(a, b, rarity) if bare is None else (a, b, difference(a.title, b.title, rarity), ())
    cut = _cut(a.title, b.title, diff)
    if cut:
        diff = replace(diff, left=(), right=(), soft_left=(), soft_right=(), similarity=diff.containment)
    records = list(of_records(a, b))
    agreed = {evidence.key for evidence in records}
    relation, against = _of_one_code(a, b, diff, agreed) or _relation(a, b, diff, agreed, rarity)
    apart = of_contradictions(a, b) if relation is Relation.DUPLICATE else ()
    found = (*of_names(a, b, diff, typos), bare, cut, *records, *apart, *against)
    evidence = tuple(piece for piece in found if piece)
    score = min(100, max(0, sum(piece.points for piece in evidence)))
    verdict = Verdict(relation, score, evidence)
    return replace(verdict, certain=_is_certain(a, b, verdict, agreed))


def _is_certain(a: Side, b: Side, verdict: Verdict, agreed: set[Key]) -> bool:
    """One code; or one name, word for word, at one level of one agency, and no part that contradicts the other."""
    if verdict.relation is not Relation.DUPLICATE:
        return False
    one_name = a.title.text == b.title.text and {Key.SAME_LEVEL, Key.SAME_AGENCY} <= agreed
    return Key.SAME_CODE in agreed or (one_name and not verdict.contradictions)


def _accented(a: Side, b: Side) -> tuple[Side, Side, Evidence | None]:
    """A name without any diacritics, read with those of the other. What that leaves open is not mended on top of it."""
    first, second = with_accents_of(a.title, b.title), with_accents_of(b.title, a.title)
    if first is None and second is None:
        return a, b, None
    found = Evidence(Key.BARE, POINTS[Key.BARE], first.text if first else "", second.text if second else "")
    return _titled(a, first), _titled(b, second), found


def _titled(side: Side, title: Title | None) -> Side:
    """The side under another title, with the levels that this one claims."""
    if title is None:
        return side
    return replace(side, title=title, levels=title.levels or side.levels, stated=title.levels or side.stated)


def _matched(a: Side, b: Side, rarity: Rarity) -> tuple[Side, Side, Difference, Slips]:
    """The names matched, without the typing errors that one shows the other to have."""
    diff = difference(a.title, b.title, rarity)
    if len(diff.shared) < _LEAST_SHARED or not may_be_mended(a.title, b.title, diff.unmatched, rarity):
        return a, b, diff, ()
    left, ours = mended(a.title, b.title, rarity)
    right, theirs = mended(b.title, a.title, rarity)
    if not ours and not theirs:
        return a, b, diff, ()
    typos = (*ours, *((meant, wrong) for wrong, meant in theirs))
    return replace(a, title=left), replace(b, title=right), difference(left, right, rarity), typos


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
    return bool(own) and own[0] in whole.terms[last:] and bool(telling(cut))


def _of_one_code(a: Side, b: Side, diff: Difference, agreed: set[Key]) -> tuple[Relation, tuple[Evidence, ...]] | None:
    """One code is one procedure, however far the wording drifted, unless the names have next to nothing in common."""
    if Key.SAME_CODE not in agreed or diff.similarity < _COLLISION:
        return None
    drift = (*_acts(a.title, b.title), *_siblings(a.title, b.title), *_against(Key.SCOPE, diff.left, diff.right))
    return Relation.DUPLICATE, tuple(replace(piece, points=0) for piece in drift)


def _relation(
    a: Side, b: Side, diff: Difference, agreed: set[Key], rarity: Rarity
) -> tuple[Relation, tuple[Evidence, ...]]:
    """The relation, and the evidence against one and the same procedure."""
    acts, objects = _acts(a.title, b.title), _siblings(a.title, b.title)
    if objects:
        return Relation.UNRELATED, (*objects, *acts)
    if acts:
        return _beside_acts(diff, acts, rarity)
    if undone := _undone(a.title, b.title, diff):
        return Relation.ACTION, undone
    if _is_one_name(a.title, b.title, diff, agreed):
        if levels := _levels(a, b):
            return Relation.LEVEL, levels
        authority = _authority(a.title, b.title)
        return (Relation.SCOPE if authority else Relation.DUPLICATE), authority
    if diff.own and all(term.kind is Kind.LEVEL for term in diff.own) and (levels := _levels(a, b)):
        return Relation.LEVEL, levels
    if is_related(a.title, b.title, diff, agreed):
        return Relation.SCOPE, _against(Key.SCOPE, diff.left or diff.soft_left, diff.right or diff.soft_right)
    left, right = (words(title.terms) or title.text for title in (a.title, b.title))
    return Relation.UNRELATED, (Evidence(Key.OBJECT, POINTS[Key.OBJECT], left, right),)


def _against(key: Key, left: Iterable[Term], right: Iterable[Term]) -> tuple[Evidence, ...]:
    ours, theirs = words(left), words(right)
    return (Evidence(key, POINTS[key], ours, theirs),) if ours or theirs else ()


def _acts(a: Title, b: Title) -> tuple[Evidence, ...]:
    """The acts of which the other name has none, whether at its head or later."""
    left, right = (
        [act for act in one.acts if act.key not in {term.key for term in (*other.acts, *other.terms)}]
        for one, other in ((a, b), (b, a))
    )
    return _against(Key.ACT, left, right)


def _undone(a: Title, b: Title, diff: Difference) -> tuple[Evidence, ...]:
    """Nothing differs but that one name undoes what the other does: "xóa cho thuê" beside "cho thuê"."""
    undoing = lexicon().undoing
    if not diff.own or any(term.key not in undoing for term in diff.own):
        return ()
    return (Evidence(Key.ACT, POINTS[Key.ACT], _with_object(a, diff.left), _with_object(b, diff.right)),)


def _with_object(title: Title, undoing: tuple[Term, ...]) -> str:
    """What undoes, together with what follows it."""
    places = (at for at, term in enumerate(title.terms) if term in undoing)
    return ", ".join(" ".join(term.words for term in title.terms[at : at + 2]) for at in places)


def _siblings(a: Title, b: Title) -> tuple[Evidence, ...]:
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


def _beside_acts(diff: Difference, acts: tuple[Evidence, ...], rarity: Rarity) -> tuple[Relation, tuple[Evidence, ...]]:
    """The acts differ. Cases belong to the act ("cấp lại do bị mất"); what else differs is a different scope, too."""
    known = lexicon()
    of_the_act = known.stages | known.reasons
    left, right = (
        [t for t in own if not t.case and t.kind not in (Kind.PAPER, Kind.ACT) and t.key not in of_the_act]
        for own in (diff.left, diff.right)
    )
    own = [*left, *right]
    grave = any(term.kind in (Kind.NEGATION, Kind.NUMBER) for term in own)
    all_weight = diff.common + 2 * sum(map(rarity.weight, own))
    if diff.common and not grave and diff.common * 100 >= all_weight * _BESIDE_THE_ACT:
        return Relation.ACTION, acts
    return Relation.UNRELATED, (*acts, *_against(Key.SCOPE, left, right))


def _is_one_name(a: Title, b: Title, diff: Difference, agreed: set[Key]) -> bool:
    """Nothing telling differs; or plain words only, and the records agree in law, papers and result."""
    if not (a.acts or a.terms) or not (b.acts or b.terms):
        return False  # a name that says nothing is like no other
    if not diff.own:
        return diff.similarity >= _SAME
    return (
        diff.similarity >= _REWORDED
        and {Key.SAME_BASIS, Key.SAME_DOSSIER, Key.SAME_RESULT} <= agreed
        and all(term.kind in _WORDING and not term.case for term in diff.own)  # cases make kin, whose records agree
    )


def _levels(a: Side, b: Side) -> tuple[Evidence, ...]:
    """Two known sets of levels without a common one."""
    if not a.levels or not b.levels or a.levels & b.levels:
        return ()
    left, right = (", ".join(side.title.level_words if side.title.levels else sorted(side.levels)) for side in (a, b))
    return (Evidence(Key.LEVEL, POINTS[Key.LEVEL], left, right),)


def _authority(a: Title, b: Title) -> tuple[Evidence, ...]:
    """Both names call an agency competent, and not the same: UBND cấp tỉnh, Ban quản lý khu kinh tế."""
    if not a.authority or not b.authority or a.authority <= b.authority or b.authority <= a.authority:
        return ()
    left, right = ("; ".join(title.level_words) for title in (a, b))
    return (Evidence(Key.SCOPE, POINTS[Key.SCOPE], left, right),)
