"""Procedures that stand in the catalogue more than once, word for word or by code: certain without any weighing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tthc.analysis.overview import levels_of, repeated
from tthc.domain.entry import Entry
from tthc.domain.level import Level
from tthc.text.normalise import normalise

_BASE = re.compile(r"\s*([1-9]\.\d{6})(?:\.(?:\d{3}\.\d{2}\.\d{2}\.)?[HG]\d{2})?\s*")


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


def in_force(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The procedures that are neither repealed nor replaced."""
    return tuple(entry for entry in entries if entry.procedure.in_force)


def national(entry: Entry) -> str:
    """The code that names the procedure, without the province's ending; whatever else is written there as it is."""
    code = entry.procedure.code or ""
    return base_code(code) or code.strip()


def of_one_code(entries: Iterable[Entry]) -> bool:
    """Whether all have a code, and the same one."""
    codes = {national(entry) for entry in entries}
    return len(codes) == 1 and "" not in codes


def named(entry: Entry) -> str:
    """The name in one spelling."""
    return _normalised(entry.procedure.name)


def record(entry: Entry) -> tuple[str, bool, tuple[Level, ...], str, frozenset[str]]:
    """What makes a record the same under another code: name, kind, levels, agency, and who handles it there."""
    procedure = entry.procedure
    handled_by = frozenset(procedure.handled_by) or frozenset((entry.agency,))
    return named(entry), procedure.internal, levels_of(entry), entry.agency, handled_by


def repetitions(entries: Iterable[Entry]) -> tuple[Repetition, ...]:
    """All repetitions among the entries in force; each entry at most once for its code and once for its name."""
    active = in_force(entries)
    found: list[Repetition] = []
    for code, same in repeated(active, national):
        if code:
            drift = len({named(entry) for entry in same}) > 1
            found.append(Repetition(Kind.NAME_DRIFT if drift else Kind.CODE, same))
    for (name, *_rest), same in repeated(active, record):
        if name and not of_one_code(same):
            found.append(Repetition(Kind.RECORD, same))
    order = list(Kind)
    return tuple(sorted(found, key=lambda r: (order.index(r.kind), r.entries[0].location)))


_normalised = lru_cache(maxsize=20_000)(normalise)
