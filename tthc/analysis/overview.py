"""How large the catalogue is, and how it divides. Every division is disjoint, so that its parts add up to the whole."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from tthc.domain.entry import Entry
from tthc.domain.level import Level, OnlineLevel

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


class Kind(StrEnum):
    """What a record counts as in every figure; each counts as one of these."""

    CITIZENS = "citizens"  # for citizens and businesses, handled by the province's own bodies
    INTERNAL = "internal"  # TTHC nội bộ: outside NĐ 63/2010/NĐ-CP (Điều 1), counted apart
    VERTICAL = "vertical"  # ngành dọc: not the province's to announce or to cut
    NOT_IN_FORCE = "not_in_force"  # repealed or replaced: the record is kept, the procedure is gone


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of the procedures in force: `total` = `citizens` + `internal` + `vertical`."""

    citizens: int
    internal: int
    vertical: int
    not_in_force: int  # records besides `total`
    online: dict[OnlineLevel | None, int]  # of `citizens`; None: not stated

    @property
    def total(self) -> int:
        """The procedures in force."""
        return self.citizens + self.internal + self.vertical


def kind(entry: Entry) -> Kind:
    """What the record counts as."""
    procedure = entry.procedure
    if not procedure.in_force:
        return Kind.NOT_IN_FORCE
    if procedure.internal:
        return Kind.INTERNAL
    return Kind.VERTICAL if procedure.vertical else Kind.CITIZENS


def is_citizens(entry: Entry) -> bool:
    """In force, for citizens and businesses, and the province's own: neither internal nor vertical."""
    return kind(entry) is Kind.CITIZENS


def overview(entries: Iterable[Entry]) -> Overview:
    """Count the entries."""
    found = [(kind(entry), entry.procedure.online.level) for entry in entries]
    kinds = Counter(each for each, _level in found)
    online = Counter(level for each, level in found if each is Kind.CITIZENS)
    return Overview(
        citizens=kinds[Kind.CITIZENS],
        internal=kinds[Kind.INTERNAL],
        vertical=kinds[Kind.VERTICAL],
        not_in_force=kinds[Kind.NOT_IN_FORCE],
        online={level: online[level] for level in (*OnlineLevel, None)},
    )


def groups(items: Iterable[Item], key: Callable[[Item], Key]) -> list[tuple[Key, tuple[Item, ...]]]:
    """Items by a key, the largest group first, ties in the order of the key's text."""
    return _sorted(_grouped(items, key).items())


def repeated(items: Iterable[Item], key: Callable[[Item], Key]) -> list[tuple[Key, tuple[Item, ...]]]:
    """As `groups`, but only those of two items and more: where most are alone, it takes far less time."""
    return _sorted((k, same) for k, same in _grouped(items, key).items() if len(same) > 1)


def _grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    found: dict[Key, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def _sorted(found: Iterable[tuple[Key, list[Item]]]) -> list[tuple[Key, tuple[Item, ...]]]:
    return [(k, tuple(same)) for k, same in sorted(found, key=lambda pair: (-len(pair[1]), str(pair[0])))]


def levels_of(entry: Entry) -> tuple[Level, ...]:
    """The combination of levels, in the order of `Level`: combinations are disjoint where single levels overlap."""
    order = list(Level)
    return tuple(sorted(set(entry.procedure.level), key=order.index))
