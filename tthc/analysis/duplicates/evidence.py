"""Evidence for and against two procedures being one, in points."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tthc.analysis.duplicates.difference import Difference
from tthc.analysis.duplicates.parts import named
from tthc.analysis.duplicates.side import Side
from tthc.text.normalise import fold
from tthc.text.title import Term


class Key(StrEnum):
    """What a piece of evidence is about."""

    NAME = "name"  # how much of the names agrees, in per cent
    SAME_CODE = "same-code"
    SPELLING = "spelling"  # an abbreviation, a former name: written differently, the same word
    SOFT = "soft"  # general words that one name lacks
    TYPO = "typo"
    ACCENTS = "accents"  # the same but for diacritics; says nothing for or against, but an officer should look
    BARE = "no-accents"  # one name has no diacritics at all; nothing else tells what its words mean
    CUT = "cut"  # one name breaks off where the other goes on
    LEVEL = "level"
    SCOPE = "scope"
    ACT = "act"
    OBJECT = "object"
    SAME_LEVEL = "same-level"
    SAME_FIELD = "same-field"
    OTHER_FIELD = "other-field"
    SAME_AGENCY = "same-agency"
    SAME_BASIS = "same-basis"
    SAME_RESULT = "same-result"
    SAME_DOSSIER = "same-dossier"
    OTHER_DOSSIER = "other-dossier"
    OTHER_RESULT = "other-result"
    OTHER_SUBJECTS = "other-subjects"
    OTHER_BASIS = "other-basis"


CONTRADICTIONS = (Key.OTHER_DOSSIER, Key.OTHER_RESULT, Key.OTHER_SUBJECTS, Key.OTHER_BASIS)

# The points of each piece of evidence. A pair's score is their sum, kept between 0 and 100. Of the points for `NAME` it
# gets as much as agrees of the names.
POINTS = {
    Key.NAME: 75,
    Key.SAME_CODE: 60,
    Key.SPELLING: 0,
    Key.SOFT: -2,
    Key.TYPO: -3,
    Key.ACCENTS: 0,
    Key.BARE: 0,
    Key.CUT: -10,
    Key.LEVEL: -30,
    Key.SCOPE: -40,
    Key.ACT: -45,
    Key.OBJECT: -60,
    Key.SAME_LEVEL: 5,
    Key.SAME_FIELD: 5,
    Key.OTHER_FIELD: -5,
    Key.SAME_AGENCY: 5,
    Key.SAME_BASIS: 10,
    Key.SAME_RESULT: 5,
    Key.SAME_DOSSIER: 10,
    Key.OTHER_DOSSIER: -10,
    Key.OTHER_RESULT: -2,
    Key.OTHER_SUBJECTS: -2,
    Key.OTHER_BASIS: -5,
}
MOST_PAPERS = 80  # per cent of two dossiers that must agree to call them the same
FEW_PAPERS = 20


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence; `left` and `right` are the words of either side that it rests on."""

    key: Key
    points: int
    left: str = ""
    right: str = ""


def of_names(a: Side, b: Side, diff: Difference, typos: Iterable[tuple[str, str]] = ()) -> Iterator[Evidence]:
    """What the names say for one procedure, despite other spellings and typing errors."""
    agreement = f"{diff.similarity}%"
    yield Evidence(Key.NAME, POINTS[Key.NAME] * diff.similarity // 100, agreement, agreement)
    shared = {term.key for term in diff.shared}
    respelt = (
        *_respelt(a.title.acts, b.title.acts),
        *_respelt(*(tuple(term for term in side.title.terms if term.key in shared) for side in (a, b))),
    )
    for left, right in (*respelt, *diff.initials):
        yield Evidence(Key.SPELLING, POINTS[Key.SPELLING], left, right)
    if diff.soft_left or diff.soft_right:
        yield Evidence(Key.SOFT, POINTS[Key.SOFT], words(diff.soft_left), words(diff.soft_right))
    for left, right in typos:
        yield Evidence(Key.TYPO, POINTS[Key.TYPO], left, right)
    if (diff.left or diff.right) and _differ_in_accents_only(a.title.text, b.title.text):
        yield Evidence(Key.ACCENTS, POINTS[Key.ACCENTS], words(diff.left), words(diff.right))


def _respelt(ours: Iterable[Term], theirs: Iterable[Term]) -> Iterator[tuple[str, str]]:
    """The words of either side for what has one key and is written in two ways."""
    mine, yours = {term.key: term.words for term in ours}, {term.key: term.words for term in theirs}
    yield from ((mine[key], yours[key]) for key in mine if yours.get(key, mine[key]) != mine[key])


def _differ_in_accents_only(a: str, b: str) -> bool:
    return len(a) == len(b) and fold(a) == fold(b)


def of_records(a: Side, b: Side) -> Iterator[Evidence]:
    """What the rest of the two records says. Nothing is said where either side is silent."""
    if a.code and a.code == b.code:
        yield Evidence(Key.SAME_CODE, POINTS[Key.SAME_CODE], a.code, b.code)
    if a.stated & b.stated and not (a.levels and b.levels and a.levels.isdisjoint(b.levels)):
        common = ", ".join(sorted(a.stated & b.stated))
        yield Evidence(Key.SAME_LEVEL, POINTS[Key.SAME_LEVEL], common, common)
    if a.field and b.field:
        key = Key.SAME_FIELD if a.field <= b.field or b.field <= a.field else Key.OTHER_FIELD
        yield Evidence(key, POINTS[key], a.field_name, b.field_name)
    if a.agency and a.agency == b.agency:
        yield Evidence(Key.SAME_AGENCY, POINTS[Key.SAME_AGENCY], a.agency, b.agency)
    if a.basis & b.basis:
        common = "; ".join(sorted(a.basis & b.basis))
        yield Evidence(Key.SAME_BASIS, POINTS[Key.SAME_BASIS], common, common)
    if a.result and a.result == b.result:
        yield Evidence(Key.SAME_RESULT, POINTS[Key.SAME_RESULT], a.result, b.result)
    if a.dossier and b.dossier:
        share = 100 * len(a.dossier & b.dossier) // len(a.dossier | b.dossier)
        counts = (f"{len(a.dossier & b.dossier)}/{len(side.dossier)}" for side in (a, b))
        if share >= MOST_PAPERS:
            yield Evidence(Key.SAME_DOSSIER, POINTS[Key.SAME_DOSSIER], *counts)
        elif share < FEW_PAPERS:
            yield Evidence(Key.OTHER_DOSSIER, POINTS[Key.OTHER_DOSSIER], *counts)


def of_contradictions(a: Side, b: Side) -> Iterator[Evidence]:
    """What two records of one name say differently; of their dossiers, `of_records` tells."""
    if a.result and b.result and a.result != b.result and named(a.result) != named(b.result):
        yield Evidence(Key.OTHER_RESULT, POINTS[Key.OTHER_RESULT], a.result, b.result)
    for key, left, right in (
        (Key.OTHER_SUBJECTS, a.subjects, b.subjects),
        (Key.OTHER_BASIS, a.basis, b.basis),
    ):
        if left and right and left.isdisjoint(right):
            yield Evidence(key, POINTS[key], "; ".join(sorted(left)), "; ".join(sorted(right)))


def words(terms: Iterable[Term]) -> str:
    """The terms as the name has them."""
    return ", ".join(dict.fromkeys(term.words for term in terms))
