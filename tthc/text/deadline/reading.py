"""What a clause says around each of its times: lead, condition, label, start event, and what is to be done by whom.

A clause with several times is cut into one stretch for each. Inside a stretch the order is free: the condition may
stand before the time ("trường hợp phức tạp: 30 ngày"), behind it ("30 ngày đối với …") or in brackets.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.stretch import ENDS_START, JOINS, Stretch, behind, lead
from tthc.text.deadline.times import Quantity
from tthc.text.deadline.tree import CONDITIONS, Atom, Clause, Part

_BREAKS_EVENT = JOINS | ENDS_START | {Tag.LIMIT, Tag.FILED, Tag.QUANTITY, Tag.THEN}
_TITLE = frozenset({Tag.TIME, Tag.TOTAL})  # "Thời hạn giải quyết:" is no label of one time
_LONGEST_TITLE = 6
_BEGINS_CASE = CONDITIONS | {Tag.TIME, Tag.TOTAL}


@dataclass(slots=True, eq=False)
class Reading:
    """One time and what stands around it. Parts that are not there are empty."""

    quantity: Quantity
    clause: Clause
    owner: "Reading | None"  # the time that this one explains in brackets
    excluded: bool  # "không tính …" stands before it in its clause, or behind the brackets it stands in
    in_event: bool  # part of another time's start event: "kể từ ngày hết thời hạn niêm yết 15 ngày"
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
    cuts = [0, *(_cut(atoms, one, other) for one, other in pairwise(places)), len(atoms)]
    done, last = 0, owner
    for place, first, end in zip(places, cuts, cuts[1:], strict=False):
        excluded = excluded or any(atom.tag is Tag.EXCLUDE for atom in atoms[done:place])
        yield from _brackets(atoms[done:place], last, excluded=excluded)
        lo = clause.lo if first == 0 else atoms[first].lo
        hi = clause.hi if end == len(atoms) else atoms[end].lo
        last = _reading(clause, Stretch(atoms, first, place, end, lo, hi), owner, excluded=excluded)
        yield last
        done = place + 1
    excluded = excluded or any(atom.tag is Tag.EXCLUDE for atom in atoms[done:])
    yield from _brackets(atoms[done:], last, excluded=excluded)


def _brackets(atoms: Sequence[Atom], owner: Reading | None, *, excluded: bool) -> Iterator[Reading]:
    left_out = max((i for i, atom in enumerate(atoms) if atom.tag is Tag.LEFT_OUT), default=-1)
    for i, atom in enumerate(atoms):
        for clause in atom.inside:
            yield from read(clause, owner, excluded=excluded or i < left_out)


def _reading(clause: Clause, stretch: Stretch, owner: Reading | None, *, excluded: bool) -> Reading:
    atoms, place = stretch.atoms, stretch.place
    quantity = atoms[place].quantity
    assert quantity  # the atom is a time
    label = stretch.label()
    condition, before = stretch.condition()
    found = behind(stretch, labelled=not set(label.tags) <= _TITLE or label.hi - label.lo > _LONGEST_TITLE)
    return Reading(
        quantity=quantity,
        clause=clause,
        owner=owner,
        excluded=excluded,
        in_event=_is_in_event(atoms, place),
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


def _is_in_event(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a start event leads to this time without a break, and another time stands before that."""
    for i in range(place - 1, -1, -1):
        if atoms[i].tag is Tag.START:
            return i > 0 and atoms[i - 1].tag is Tag.QUANTITY and atoms[i].hi < atoms[place].lo
        if atoms[i].tag in _BREAKS_EVENT:
            return False
    return False


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
