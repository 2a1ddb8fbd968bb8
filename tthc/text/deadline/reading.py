"""What a clause says around each of its times: lead, condition, label, start event, and what is to be done by whom.

A clause with several times is cut into one stretch for each. Inside a stretch the order is free: the condition may
stand before the time ("trường hợp phức tạp: 30 ngày"), behind it ("30 ngày đối với …") or in brackets.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tthc.text.deadline.inner import is_in_event, is_inside
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.stretch import JOINS, TITLE, Stretch, behind, lead
from tthc.text.deadline.times import Quantity
from tthc.text.deadline.tree import CONDITIONS, Atom, Clause, Part

_LONGEST_TITLE = 6
_TITLE_OF_ALL = 4  # words: "thời hạn giải quyết", not "thời gian" of this or that
_BEGINS_CASE = CONDITIONS | {Tag.TIME, Tag.TOTAL}


@dataclass(slots=True, eq=False)
class Reading:
    """One time and what stands around it. Parts that are not there are empty."""

    quantity: Quantity
    clause: Clause
    owner: "Reading | None"  # the time that this one explains in brackets
    excluded: bool  # "không tính …" stands before it in its clause, or behind the brackets it stands in
    inside: bool  # part of what is said of another time: of its start event, its condition or its label
    lead: tuple[Tag, ...]  # directly before the time, nearest first
    condition: Part
    label: Part  # before a colon
    name: Part  # directly before the lead: "nhóm A không quá 40 ngày"
    before: Part  # all before the time but the condition
    start: Part
    act: Part  # what else stands behind the time
    follows: Tag | None  # directly behind the time
    right_label: bool  # "04 ngày: đổi tên": the condition is a label behind the time


def read(clause: Clause, owner: Reading | None = None, *, excluded: bool = False) -> Iterator[Reading]:
    """The readings of a clause and of the brackets in it, in the order of the text."""
    atoms = clause.atoms
    places = [i for i, atom in enumerate(atoms) if atom.tag is Tag.QUANTITY]
    inside = {place for place, behind in pairwise(places) if is_inside(clause, place, behind)}
    told = [place for place in places if place not in inside]
    cuts = [0, *(_cut(atoms, one, other) for one, other in pairwise(told)), len(atoms)]
    exclusions = _Exclusions(atoms, everything=excluded)
    done, last = 0, owner
    for place, first, end in zip(told, cuts, cuts[1:], strict=False):
        left_out = exclusions.reach(place)
        for other in sorted(inside.intersection(range(done, place))):
            yield _reading(clause, _stretch(clause, min(first, other), other, other + 1), owner, left_out, inside=True)
        yield from _brackets(atoms[done:place], last, excluded=left_out)
        last = _reading(clause, _stretch(clause, first, place, end), owner, left_out, inside=is_in_event(atoms, place))
        yield last
        done = place + 1
    yield from _brackets(atoms[done:], last, excluded=exclusions.reach(len(atoms)))


class _Exclusions:
    """What "không tính" leaves out in a clause: all that follows, but no main clause behind a comma."""

    def __init__(self, atoms: Sequence[Atom], *, everything: bool) -> None:
        self.everything = everything
        self.starts = [i for i, atom in enumerate(atoms) if atom.tag is Tag.EXCLUDE]
        self.main = _main_clause(atoms) if self.starts[:1] == [0] else 0

    def reach(self, place: int) -> bool:
        """Whether the atom at `place` is left out."""
        if self.everything or not self.starts:
            return self.everything
        first = self.main if place >= self.main else 0
        return any(first <= start < place for start in self.starts)


def _main_clause(atoms: Sequence[Atom]) -> int:
    """Where "không tính ngày nghỉ, thời hạn giải quyết là …" comes to its point; 0 where it only lists."""
    for i, (comma, first) in enumerate(pairwise(atoms)):
        if comma.tag is Tag.COMMA and first.lo == comma.hi:
            titled = first.tag is Tag.TIME and first.hi - first.lo >= _TITLE_OF_ALL
            acts = first.tag is Tag.AUTHORITY and atoms[i - 1].tag is not Tag.AUTHORITY
            if titled or acts or first.tag is Tag.LIMIT:
                return i + 1
    return 0


def _brackets(atoms: Sequence[Atom], owner: Reading | None, *, excluded: bool) -> Iterator[Reading]:
    left_out = max((i for i, atom in enumerate(atoms) if atom.tag is Tag.LEFT_OUT), default=-1)
    for i, atom in enumerate(atoms):
        for clause in atom.inside:
            yield from read(clause, owner, excluded=excluded or i < left_out)


def _stretch(clause: Clause, first: int, place: int, end: int) -> Stretch:
    atoms = clause.atoms
    lo = clause.lo if first == 0 else atoms[first].lo
    hi = clause.hi if end == len(atoms) else atoms[end].lo
    return Stretch(atoms, first, place, end, lo, hi)


def _reading(clause: Clause, stretch: Stretch, owner: Reading | None, excluded: bool, *, inside: bool) -> Reading:
    atoms, place = stretch.atoms, stretch.place
    quantity = atoms[place].quantity
    assert quantity  # the atom is a time
    label = stretch.label()
    condition, before = stretch.condition()
    found = behind(stretch, labelled=not set(label.tags) <= TITLE or label.hi - label.lo > _LONGEST_TITLE)
    return Reading(
        quantity=quantity,
        clause=clause,
        owner=owner,
        excluded=excluded,
        inside=inside,
        lead=tuple(atom.tag for atom in reversed(atoms[stretch.lead_at() : place])),
        condition=condition if condition.atoms else found.condition,
        label=label,
        name=stretch.name(),
        before=before,
        start=found.start if found.start.atoms else stretch.start(),
        act=found.act,
        follows=stretch.follows(),
        right_label=found.labelled,
    )


def _cut(atoms: Sequence[Atom], left: int, right: int) -> int:
    """Where, between two times, the stretch of the second begins."""
    for i in range(left + 1, right):
        if atoms[i].tag is Tag.SPLIT:
            return i
    begin = lead(atoms, left + 1, right)
    joined = begin - 1 > left and atoms[begin - 1].tag in JOINS
    if joined and (_opens_behind(atoms, left) or _opens_behind(atoms, right)):
        return begin - 1
    for i in range(left + 1, right - 1):
        if atoms[i].tag in JOINS and atoms[i + 1].tag in _BEGINS_CASE and atoms[i + 1].lo == atoms[i].hi:
            return i
    for i in range(right - 1, left, -1):
        if atoms[i].tag in JOINS:
            return i
        if atoms[i].tag is Tag.BRACKET:
            return i + 1
    return begin


def _opens_behind(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a condition follows this time, directly or after its start event."""
    for i in range(place + 1, len(atoms)):
        if atoms[i].tag in CONDITIONS or atoms[i].tag is Tag.MATTER:
            return True
        if atoms[i].tag in JOINS or atoms[i].tag is Tag.QUANTITY:
            return False
    return False
