"""How large the catalogue is, and how it divides. Every division is disjoint, so that its parts add up to the whole."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from tthc.domain.entry import Entry
from tthc.domain.level import Level, OnlineLevel

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of a catalogue. `total` = `citizens` + `internal` + `vertical`."""

    total: int
    internal: int  # TTHC nội bộ: outside NĐ 63/2010/NĐ-CP (Điều 1), counted apart
    vertical: int  # ngành dọc: not the province's to announce or to cut
    online: dict[OnlineLevel | None, int]  # of `citizens`; None: not stated

    @property
    def citizens(self) -> int:
        """Procedures for citizens and businesses that the province's own bodies handle."""
        return self.total - self.internal - self.vertical


def is_citizens(entry: Entry) -> bool:
    """For citizens and businesses, and the province's own: neither internal nor vertical."""
    return not entry.procedure.internal and not entry.procedure.vertical


def overview(entries: Iterable[Entry]) -> Overview:
    """Count the entries."""
    entries = tuple(entries)
    internal = sum(entry.procedure.internal for entry in entries)
    vertical = sum(entry.procedure.vertical and not entry.procedure.internal for entry in entries)
    online = Counter(entry.procedure.online.level for entry in entries if is_citizens(entry))
    return Overview(
        total=len(entries),
        internal=internal,
        vertical=vertical,
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
