"""Several durations in one text: do they follow each other, or are they alternatives?"""

from collections.abc import Sequence
from typing import NamedTuple

from tthc.text.deadline.entry import Entry
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.tree import Part


class Order(NamedTuple):
    """Stages that follow each other, and durations of which one applies."""

    stages: list[Entry]
    cases: list[Entry]


def order(base: Sequence[Entry]) -> Order | None:
    """How the durations stand to each other; None where the text leaves it unclear."""
    if len(base) < 2:
        return Order([], list(base))
    groups = _by_heading(base)
    if len(groups) == 1:
        return _order_of_group(base)
    inner = [order(group) for group in groups]
    if all(part is not None and not part.stages for part in inner):
        return Order([], list(base))
    if len({tuple(entry.amount for entry in group) for group in groups}) == 1:
        return inner[0]  # the same stages for every channel
    return None


def _by_heading(base: Sequence[Entry]) -> list[list[Entry]]:
    """The durations by the headings that not all of them stand under."""
    shared = shared_headings(base)
    groups: dict[tuple[Part, ...], list[Entry]] = {}
    for entry in base:
        groups.setdefault(entry.headings[shared:], []).append(entry)
    return list(groups.values())


def shared_headings(base: Sequence[Entry]) -> int:
    """How many headings all these durations stand under."""
    first, *rest = (entry.headings for entry in base)
    shared = 0
    while shared < len(first) and all(other[shared : shared + 1] == first[shared : shared + 1] for other in rest):
        shared += 1
    return shared


def _order_of_group(base: Sequence[Entry]) -> Order | None:
    alternative = [_is_alternative(entry, base) for entry in base]
    if any(alternative) and all(_or_peer(*pair) for pair in zip(base, alternative, strict=True)):
        for entry in base:
            entry.peer = True
        return Order([], list(base))
    in_turn = [entry for entry, other in zip(base, alternative, strict=True) if not other]
    cases = [entry for entry, other in zip(base, alternative, strict=True) if other]
    if not cases:
        if all(entry.is_stage for entry in in_turn[1:]) or _joined(base):
            return Order(in_turn, [])
        return None
    named = sum(entry.is_named_stage for entry in in_turn)
    only_first = alternative[0] and len(cases) == 1
    if named == len(in_turn) > 0 and (only_first or base[0].split):
        return Order(list(base), [])
    if named <= 1:
        return Order([], list(base))
    last = len(base) - len(cases)
    return Order(in_turn, cases) if all(alternative[last:]) else None  # variants of the whole, after its stages


def _is_alternative(entry: Entry, base: Sequence[Entry]) -> bool:
    if entry.own_condition is None:
        return False
    if entry.starts_later and not entry.reading.label.hi and not _starts_with_another(entry, base):
        return False  # "đủ điều kiện thì trong 10 ngày kể từ ngày có biên bản thẩm định": the next stage
    if not (entry.reading.label.has(Tag.TIME) and entry.is_named_stage):
        return True
    sentence = entry.reading.clause.sentence  # "Thời hạn thẩm định: 10 ngày đối với nhóm A; 5 ngày đối với nhóm B"
    return any(other is not entry and other.reading.clause.sentence == sentence for other in base)


def _starts_with_another(entry: Entry, base: Sequence[Entry]) -> bool:
    """Whether another duration starts with the same event: as long, and of the same known words."""
    start = entry.reading.start
    others = (other.reading.start for other in base if other is not entry)
    return any(other.tags == start.tags and other.hi - other.lo == start.hi - start.lo for other in others)


def _or_peer(entry: Entry, alternative: bool) -> bool:
    """Whether a label names the procedure: "cấp lại trường hợp bị mất: …" too, for it tells the type."""
    label, condition = entry.reading.label, entry.reading.condition
    conditional = condition.atoms and not (label.tags[:1] in ((Tag.TYPE,), (Tag.RENEW,)) and condition.hi <= label.hi)
    return label.hi > label.lo and not conditional and (alternative or entry.names_procedure)


def _joined(base: Sequence[Entry]) -> bool:
    """ "02 ngày làm việc và 45 ngày"."""
    return all(entry.reading.before.tags[:1] == (Tag.AND,) for entry in base[1:])


def _takes_over(entry: Entry, first: Entry) -> bool:
    """Whether a clock starts when the first has ended, or somebody acts after somebody else has acted."""
    acts = (entry.reading.act.tags[:1], first.reading.act.tags[:1]) == ((Tag.AUTHORITY,), (Tag.AUTHORITY,))
    return entry.starts_later or (acts and not entry.reading.start.atoms)


def once(base: list[Entry]) -> list[Entry]:
    """The same duration said again, for another channel or as a title above the sentence, is one duration."""
    if len({entry.amount for entry in base}) != 1 or (len(base) > 1 and _joined(base)):
        return base
    shared = shared_headings(base)
    if any(entry.headings[shared:] for entry in base):
        return base[:1]
    if sum(entry.is_named_stage for entry in base) > 1:
        return base
    first, *rest = base
    if first.reading.start.has(Tag.FILED) and any(_takes_over(entry, first) for entry in rest):
        return base
    again = all(entry.is_stage and not entry.reading.start.has(Tag.FILED) for entry in base)
    return base if again else base[:1]
