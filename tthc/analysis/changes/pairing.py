"""The procedures of two editions set against each other: which record of the one is which of the other."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from tthc.analysis.duplicates.exact import named, national
from tthc.analysis.overview import levels_of
from tthc.domain.entry import Entry


@dataclass(frozen=True, slots=True)
class Pair:
    """A procedure before and after an edit; None where it did not exist, or does not any more."""

    before: Entry | None
    after: Entry | None

    @property
    def latest(self) -> Entry:
        """The record as it is now; as it was, where there is none any more."""
        entry = self.after or self.before
        assert entry is not None  # a pair has at least one side
        return entry

    @property
    def differs(self) -> bool:
        """Whether anything but the place of the record differs."""
        if self.before is None or self.after is None:
            return True
        one, other = self.before, self.after
        return (one.procedure, one.agency, one.field) != (other.procedure, other.agency, other.field)


def pairs(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[Pair, ...]:
    """Every record of either side in exactly one pair, ordered by place.

    What agrees most is matched first: by code, with the province's ending or without, then by local id, then by name
    and level at the same agency, then by name and level; a record without a code or an id of its own, at last, by its
    name at its agency. The order of the records does not matter.
    """
    old, new = list(before), list(after)
    found: list[Pair] = []
    for key in _KEYS:
        matched, old, new = _matched(old, new, key)
        found += matched
    found += [Pair(entry, None) for entry in old]
    found += [Pair(None, entry) for entry in new]
    return tuple(sorted(found, key=_place))


Key = Callable[[Entry], Hashable]


def _itself(entry: Entry) -> Hashable:
    return entry.key, entry.procedure.name, entry.agency, entry.field, entry.procedure.level


def _code(entry: Entry) -> Hashable:
    return entry.procedure.code


def _base(entry: Entry) -> Hashable:
    return national(entry)


def _local_id(entry: Entry) -> Hashable:
    return entry.procedure.local_id


def _name_at_agency(entry: Entry) -> Hashable:
    return named(entry) and (named(entry), levels_of(entry), entry.agency)


def _name(entry: Entry) -> Hashable:
    return named(entry) and (named(entry), levels_of(entry))


def _only_name(entry: Entry) -> Hashable:
    procedure = entry.procedure
    return None if procedure.identifier else named(entry) and (named(entry), entry.agency)


_KEYS: tuple[Key, ...] = (_itself, _code, _base, _local_id, _name_at_agency, _name, _only_name)


def _matched(before: Sequence[Entry], after: Sequence[Entry], key: Key) -> tuple[list[Pair], list[Entry], list[Entry]]:
    """Pairs that agree in `key`, and what is left of both sides. An empty key agrees with nothing."""
    old, new = _grouped(before, key), _grouped(after, key)
    found: list[Pair] = []
    for value in old.keys() & new.keys():
        found += _one_by_one(old[value], new[value])
    paired = {id(entry) for pair in found for entry in (pair.before, pair.after)}
    left, right = ([entry for entry in side if id(entry) not in paired] for side in (before, after))
    return found, left, right


def _grouped(entries: Iterable[Entry], key: Key) -> dict[Hashable, list[Entry]]:
    groups: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        if value := key(entry):
            groups[value].append(entry)
    return groups


def _one_by_one(old: list[Entry], new: list[Entry]) -> list[Pair]:
    """As many pairs as the shorter side allows: first what did not change, then in the order of what they say."""
    if len(old) == len(new) == 1:
        return [Pair(old[0], new[0])]
    found: list[Pair] = []
    left, right = sorted(old, key=_content), sorted(new, key=_content)
    for entry in tuple(left):
        same = next((other for other in right if not Pair(entry, other).differs), None)
        if same:
            found.append(Pair(entry, same))
            left.remove(entry)
            right.remove(same)
    return found + [Pair(one, other) for one, other in zip(left, right, strict=False)]


def _content(entry: Entry) -> tuple[str, ...]:
    return entry.agency, entry.field, repr(entry.procedure), str(entry.location)


def _place(pair: Pair) -> tuple[str, int, str]:
    return (*pair.latest.location[:2], pair.latest.key)
