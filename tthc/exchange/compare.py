"""Which imported record is which on disk, and where the two disagree."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tthc.catalogue.rewrite import same
from tthc.domain.finding import Location
from tthc.exchange.result import Difference
from tthc.exchange.shelf import Held


@dataclass(frozen=True, slots=True)
class Imported:
    """A record as it would be written, the agency id and field it belongs to, and where it came from."""

    record: dict[str, Any]
    agency: str
    field: str
    place: Location


def matched(imported: Sequence[Imported], held: Sequence[Held]) -> list[Held | None]:
    """For each imported record the one on disk that it is about, each of these at most once.

    First by code (or name, where there is no code) within agency and field, then by code anywhere, because a person may
    have moved it. Records that repeat a code are told apart by their order.
    """
    found: list[Held | None] = [None] * len(imported)
    free = list(held)
    for near in (True, False):
        pools: dict[object, deque[Held]] = defaultdict(deque)
        for there in free:
            home = there.book.data
            pools[_key(there.record, home.get("agency"), home.get("field"), near=near)].append(there)
        for at, item in enumerate(imported):
            pool = pools[_key(item.record, item.agency, item.field, near=near)]
            if found[at] is None and pool and (near or "code" in item.record):
                found[at] = pool.popleft()
        free = [there for pool in pools.values() for there in pool]
    return found


def _key(record: Mapping[str, Any], agency: Any, field: Any, *, near: bool) -> tuple[Any, ...]:
    name = ("code", str(record["code"])) if record.get("code") else ("name", str(record.get("name")))
    return (*name, agency, field) if near else name


def differences(
    held: Mapping[str, Any], record: Mapping[str, Any], above: tuple[str, ...] = ()
) -> Iterator[Difference]:
    """Every key for which the import has other words than the catalogue. What only the catalogue has is none."""
    for key, offered in record.items():
        there = held.get(key)
        if isinstance(there, dict) and isinstance(offered, Mapping):
            yield from differences(there, offered, (*above, key))
        elif key not in held or not same(there, offered):
            yield Difference((*above, key), there, offered)
