"""Which of several durations is the ordinary one."""

from collections.abc import Sequence

from tthc.text.deadline.entry import Entry
from tthc.text.deadline.lexicon import Tag

_EXCEPTIONAL = (Tag.AREA, Tag.HARD, Tag.REFUSED, Tag.VERIFY)


def headline(cases: Sequence[Entry]) -> Entry | None:
    """The ordinary case: the one that all others are exceptions to, the unconditional one, or none among peers."""
    ordinary = [entry for entry in cases if not _is_exception(entry)]
    readings = [entry.reading for entry in ordinary]
    ordinary = [entry for entry in ordinary if entry.reading.owner not in readings]  # 25 ngày (20 ngày đối với …)
    plain = [entry for entry in ordinary if entry.own_condition is None and not entry.headings]
    return _only(ordinary) or _only(plain) or _only([entry for entry in ordinary if _is_plain(entry)])


def _only(entries: Sequence[Entry]) -> Entry | None:
    return entries[0] if len({entry.amount for entry in entries}) == 1 else None


def _is_exception(entry: Entry) -> bool:
    """Whether the case is marked as out of the ordinary: difficult areas, complex files, refusals, longer terms."""
    reading = entry.reading
    if reading.before.has(Tag.PROLONG) or reading.condition.has(Tag.PROLONG):
        return True
    parts = [part for part in (entry.own_condition, *entry.headings) if part]
    if any(part.has(Tag.ORDINARY) for part in parts):
        return False
    return any(part.has(*_EXCEPTIONAL) for part in parts)


def _is_plain(entry: Entry) -> bool:
    """Whether the case has no condition, or one that is marked as the ordinary."""
    condition = entry.own_condition
    return condition.has(Tag.ORDINARY) if condition else not entry.headings
