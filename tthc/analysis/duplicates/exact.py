"""Procedures that stand in the catalogue more than once, word for word or by code: certain without any weighing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tthc.analysis.overview import groups, levels_of
from tthc.domain.entry import Entry
from tthc.domain.level import Status
from tthc.text.normalise import normalise

_BASE = re.compile(r"\s*([1-9]\.\d{6})(?:\.(?:\d{3}\.\d{2}\.\d{2}\.)?[HG]\d{2})?\s*")
_OVER = (Status.REPEALED, Status.REPLACED)


class Kind(StrEnum):
    """What is the same."""

    CODE = "code"  # one code, one name, twice in force
    NAME_DRIFT = "name_drift"  # one code, different names
    RECORD = "record"  # one name at one level of one agency, under different codes or without


@dataclass(frozen=True, slots=True)
class Repetition:
    """Entries that repeat each other, in the order of the catalogue."""

    kind: Kind
    entries: tuple[Entry, ...]


def base_code(code: str | None) -> str | None:
    """The national code without the province's ending: "1.001234.000.00.00.H49" is "1.001234"; None for other forms."""
    found = _BASE.fullmatch(code or "")
    return found[1] if found else None


def repetitions(entries: Iterable[Entry]) -> tuple[Repetition, ...]:
    """All repetitions among the entries in force; each entry at most once for its code and once for its name."""
    active = [entry for entry in entries if entry.procedure.status not in _OVER]
    found: list[Repetition] = []
    for code, same in groups(active, lambda entry: base_code(entry.procedure.code)):
        if code and len(same) > 1:
            names = {normalise(entry.procedure.name) for entry in same}
            found.append(Repetition(Kind.CODE if len(names) == 1 else Kind.NAME_DRIFT, same))
    by_code = {frozenset(map(id, repetition.entries)) for repetition in found}
    for (name, _levels, _agency), same in groups(active, _record):
        if name and len(same) > 1 and frozenset(map(id, same)) not in by_code:
            found.append(Repetition(Kind.RECORD, same))
    order = list(Kind)
    return tuple(sorted(found, key=lambda r: (order.index(r.kind), r.entries[0].location)))


def _record(entry: Entry) -> tuple[str, tuple[str, ...], str]:
    return normalise(entry.procedure.name), levels_of(entry), entry.agency
