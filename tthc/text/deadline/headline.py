"""Which of several durations is the ordinary one."""

from collections.abc import Sequence

from tthc.domain.deadline import Kind
from tthc.text.deadline.entries import Entry
from tthc.text.deadline.lexicon import Tag

_EXCEPTIONAL = (Tag.AREA, Tag.HARD)


def headline(cases: Sequence[Entry], kind: Kind) -> int | None:
    """The index of the ordinary case: the only one, the unconditional one, or the one that all others are exceptions to."""
    if kind is Kind.STEPS and len(cases) != 1:
        return None
    ordinary = [i for i, entry in enumerate(cases) if not is_exception(entry)]
    if len({cases[i].amount for i in ordinary}) == 1:
        return ordinary[0]
    plain = [i for i in ordinary if is_plain(cases[i])]
    return plain[0] if len({cases[i].amount for i in plain}) == 1 else None


def is_exception(entry: Entry) -> bool:
    """Whether the case is marked as out of the ordinary: difficult areas, complex files, refusals, longer terms."""
    reading = entry.reading
    parts = [entry.own_condition, *entry.headings]
    said = {tag for part in parts if part for tag in part.tags}
    if reading.before.has(Tag.PROLONG) or reading.condition.has(Tag.PROLONG):
        return True
    if said & {Tag.ORDINARY}:
        return False
    return bool(said.intersection(_EXCEPTIONAL))


def is_plain(entry: Entry) -> bool:
    """Whether the case has no condition, or one that is marked as the ordinary."""
    condition = entry.own_condition
    if condition is None:
        return not entry.headings
    return Tag.ORDINARY in condition.tags
