"""Texts that promise the result at once or within the day, and their fallback to the next day."""

from collections.abc import Iterator, Sequence
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


def exceptionally(items: Sequence[Item]) -> bool:
    """Whether a condition is told under which the result comes the same day."""
    return any(condition and atom.tag is Tag.SAME_DAY for atom, condition in _prompt(items))


def same_day(items: Sequence[Item], base: Sequence[Entry]) -> bool:
    """Whether the ordinary course is the same day: said before any other duration, which then are exceptions."""
    atoms = list(_prompt(items))
    if not atoms:
        return False
    for entry in base:
        if entry.own_condition is None and not entry.headings:
            return False
    first, condition = atoms[0]
    return not (base and condition and base[0].quantity.lo < first.lo)


def _prompt(items: Sequence[Item]) -> Iterator[tuple[Atom, bool]]:
    for item in items:
        if any(above.heading.has(*_NOT_THE_RESULT) for above in item.above):
            continue
        for clause in item.clauses:
            yield from _in_clause(clause)


def _in_clause(clause: Clause) -> Iterator[tuple[Atom, bool]]:
    condition = False
    for i, atom in enumerate(clause.atoms):
        if atom.tag in _NOT_THE_RESULT:
            return
        condition = condition or atom.tag in CONDITIONS
        if atom.tag in (Tag.SAME_DAY, Tag.AT_ONCE):
            yield atom, condition
        if not (i and clause.atoms[i - 1].tag is Tag.QUANTITY):  # "không quá 01 ngày (trong ngày …)" explains
            for inner in atom.inside:
                yield from _in_clause(inner)


def next_days(items: Sequence[Item]) -> list[NextDay]:
    """The days after that the text falls back to; "08 giờ ngày hôm sau" is a time of day."""
    found: list[NextDay] = []
    for clause in clauses_of(items):
        found.extend(_next_days(clause))
    return found


def _next_days(clause: Clause) -> Iterator[NextDay]:
    for i, atom in enumerate(clause.atoms):
        unit = _NEXT.get(atom.tag)
        before = clause.atoms[i - 1] if i else None
        if unit and not (before and before.tag is Tag.LOOKALIKE and before.hi == atom.lo):
            yield NextDay(atom.lo, atom.hi, unit)
        if not (before and before.tag is Tag.QUANTITY):
            for inner in atom.inside:
                yield from _next_days(inner)
