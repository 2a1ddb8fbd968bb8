"""Texts that promise the result at once or within the day, and their fallback to the next day."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tthc.domain.deadline import Unit
from tthc.text.deadline.entry import Entry
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.tree import CONDITIONS, Atom, Clause, Item, clauses_of

_NEXT = {Tag.NEXT_DAY: Unit.DAY, Tag.NEXT_WORKING_DAY: Unit.WORKING_DAY}
_NOT_THE_RESULT = (Tag.EXCLUDE, Tag.CHECK, Tag.INCOMPLETE, Tag.REQUEST)


class NextDay(NamedTuple):
    """ "ngày làm việc tiếp theo", "ngày tiếp theo"; token positions."""

    lo: int
    hi: int
    unit: Unit


class _Promise(NamedTuple):
    """ "trong ngày", "cấp ngay"; a token position."""

    lo: int
    conditional: bool
    is_result: bool  # a decision comes so soon, not only some act


def exceptionally(items: Sequence[Item]) -> bool:
    """Whether a condition is told under which the result comes the same day, or at once."""
    return any(promise.conditional and promise.is_result for promise in _prompt(items))


def same_day(items: Sequence[Item], base: Sequence[Entry]) -> bool:
    """Whether the ordinary course is the same day: said before any other duration, which then are exceptions."""
    promises = list(_prompt(items))
    if not promises:
        return False
    for entry in base:
        if entry.own_condition is None and not entry.headings:
            return False
    first = promises[0]
    return not (base and first.conditional and base[0].quantity.lo < first.lo)


def _prompt(items: Sequence[Item]) -> Iterator[_Promise]:
    for item in items:
        if any(above.heading.has(*_NOT_THE_RESULT) for above in item.above):
            continue
        for clause in item.clauses:
            yield from _in_clause(clause)


def _in_clause(clause: Clause) -> Iterator[_Promise]:
    atoms, condition = clause.atoms, False
    for i, atom in enumerate(atoms):
        if atom.tag in _NOT_THE_RESULT:
            return
        condition = condition or atom.tag in CONDITIONS
        if atom.tag is Tag.SAME_DAY or (atom.tag is Tag.AT_ONCE and not _leads_to_time(atoms, i)):
            yield _Promise(atom.lo, condition, atom.tag is Tag.SAME_DAY or _grants(atoms[:i]))
        if atom.inside and not (i and atoms[i - 1].tag is Tag.QUANTITY):  # "không quá 01 ngày (trong ngày …)" explains
            for inner in atom.inside:
                yield from _in_clause(inner)


def _grants(before: Sequence[Atom]) -> bool:
    """Whether "ngay" is said of a decision that is no refusal: "cấp phép ngay", not "thông báo ngay"."""
    return bool(before) and before[-1].tag is Tag.DECIDE and all(atom.tag is not Tag.REFUSED for atom in before)


def _leads_to_time(atoms: Sequence[Atom], at: int) -> bool:
    """ "ngay trong vòng 24 giờ": the bound is what is promised."""
    behind = atoms[at + 1 : at + 3]
    tags = [atom.tag for one, atom in pairwise([atoms[at], *behind]) if atom.lo == one.hi]
    return tags[:1] == [Tag.QUANTITY] or tags == [Tag.LIMIT, Tag.QUANTITY]


def next_days(items: Sequence[Item]) -> list[NextDay]:
    """The days after that the text falls back to for the result."""
    found: list[NextDay] = []
    for clause in clauses_of(items):
        found.extend(_next_days(clause))
    return found


def _next_days(clause: Clause) -> Iterator[NextDay]:
    for i, atom in enumerate(clause.atoms):
        unit = _NEXT.get(atom.tag)
        before = clause.atoms[i - 1] if i else None
        if unit and not (before and _starts_clock(before, atom)) and not _is_in_condition(clause.atoms, i):
            yield NextDay(atom.lo, atom.hi, unit)
        if not (before and before.tag is Tag.QUANTITY):
            for inner in atom.inside:
                yield from _next_days(inner)


def _starts_clock(before: Atom, day: Atom) -> bool:
    """ "08 giờ (của) ngày hôm sau" is a time of day; "được tính là ngày làm việc tiếp theo", when the clock starts."""
    if before.tag is Tag.LOOKALIKE:
        return day.lo - before.hi <= 1
    return before.tag in (Tag.COUNTS_AS, Tag.START) and day.lo - before.hi <= 2


def _is_in_condition(atoms: Sequence[Atom], at: int) -> bool:
    """ "trường hợp trả kết quả trong ngày làm việc tiếp theo thì phải có phiếu hẹn"."""
    opened = any(atom.tag in CONDITIONS for atom in atoms[:at]) and all(atom.tag is not Tag.THEN for atom in atoms[:at])
    turn = next((atom.tag for atom in atoms[at + 1 :] if atom.tag in (Tag.THEN, *CONDITIONS)), None)
    return opened and turn is Tag.THEN
