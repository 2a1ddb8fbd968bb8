"""What codes, names and levels alone tell of repetitions: D101-D106 and D108, without weighing any evidence.

`tthc check` and `tthc duplicates` both ask here, so that they cannot disagree. What officers have judged is left out: a
pair called different is in no finding, and one called the same needs no second look for overlap or level.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tthc.analysis.duplicates import exact
from tthc.analysis.duplicates.decisions import Decided, decided
from tthc.analysis.duplicates.exact import in_force, named, national, of_one_code, record, repetitions
from tthc.analysis.duplicates.parts import Part, differ
from tthc.analysis.overview import groups, repeated
from tthc.catalogue.model import Catalogue
from tthc.domain.decision import Judgement
from tthc.domain.entry import Entry
from tthc.domain.level import Status

_JUDGED = (Judgement.SAME, Judgement.DIFFERENT)


class Kind(StrEnum):
    """What is repeated. The values are the numbers of the rules that report it."""

    CODE = "D101"  # one code twice
    RECORD = "D102"  # one name at one level of one agency
    NAME_DRIFT = "D103"  # one code, different names
    DEADLINES = "D104"  # one code, different deadlines, as after a merger of provinces
    OVERLAP = "D105"  # one name at one level of several agencies (chồng chéo)
    LEVELS = "D106"  # the same content at two levels
    NEAR = "D107"  # one procedure in different words: never certain
    REPEALED = "D108"  # in force although repealed or replaced


@dataclass(frozen=True, slots=True)
class Certain:
    """One finding about these entries, by their places; a repealed record comes after the one in force."""

    kind: Kind
    entries: tuple[Entry, ...]


def certain(catalogue: Catalogue) -> tuple[Certain, ...]:
    """All findings that need no weighing."""
    entries = sorted(in_force(catalogue.entries), key=lambda entry: entry.location)
    officers = _Officers(entries, decided(entries, catalogue.decisions))
    return (*_repeated(officers), *_same_name(officers), *_repealed(catalogue))


def clashes(found: Certain) -> Iterator[tuple[Entry, Entry]]:
    """Each entry that repeats an earlier one in the way of this finding, after the first such one."""
    for n, entry in enumerate(found.entries):
        earlier = next((other for other in found.entries[:n] if _clash(found.kind, other, entry)), None)
        if earlier:
            yield earlier, entry


def differing_deadline(a: Entry, b: Entry) -> Part | None:
    """Which deadline two records state differently: the local one, else the legal one; None where neither is."""
    return next((part for part in (Part.LOCAL_DEADLINE, Part.LEGAL_DEADLINE) if differ(a, b, part)), None)


def _clash(kind: Kind, a: Entry, b: Entry) -> bool:
    match kind:
        case Kind.NAME_DRIFT:
            return named(a) != named(b)
        case Kind.DEADLINES:
            return differing_deadline(a, b) is not None
        case Kind.RECORD:
            return not of_one_code((a, b))
        case Kind.OVERLAP:
            return record(a) != record(b) and not of_one_code((a, b))
        case _:
            return True


class _Officers:
    """The entries in force, and what officers have said about their pairs."""

    def __init__(self, entries: Sequence[Entry], verdicts: Decided) -> None:
        self.entries = entries
        self._verdicts = verdicts
        self._places = {id(entry): place for place, entry in enumerate(entries)}

    def judged(self, a: Entry, b: Entry, *verdicts: Judgement) -> bool:
        """Whether one of these verdicts stands about the two."""
        return self._verdicts.verdict(self._places[id(a)], self._places[id(b)]) in verdicts

    def parts(self, same: Sequence[Entry]) -> list[tuple[Entry, ...]]:
        """The entries in parts of two and more, in none of which two have been called different."""
        parts: list[list[Entry]] = []
        for entry in same:
            for part in parts:
                if not any(self.judged(entry, other, Judgement.DIFFERENT) for other in part):
                    part.append(entry)
                    break
            else:
                parts.append([entry])
        return [tuple(part) for part in parts if len(part) > 1]


def _repeated(officers: _Officers) -> Iterator[Certain]:
    for repetition in repetitions(officers.entries):
        for part in officers.parts(repetition.entries):
            if repetition.kind is exact.Kind.RECORD:
                if not of_one_code(part):
                    yield Certain(Kind.RECORD, part)
                continue
            for kind in (Kind.DEADLINES, Kind.NAME_DRIFT):
                if any(clashes(Certain(kind, part))):
                    yield Certain(kind, part)
                elif kind is Kind.DEADLINES:
                    yield Certain(Kind.CODE, part)


def _same_name(officers: _Officers) -> Iterator[Certain]:
    for (name, _internal), same in repeated(officers.entries, lambda e: (named(e), e.procedure.internal)):
        if name:
            yield from _overlaps(same, officers)
            yield from _levels(same, officers)


def _overlaps(same: Sequence[Entry], officers: _Officers) -> Iterator[Certain]:
    """One name at one level of several agencies."""
    for _levels, alike in groups(same, lambda entry: frozenset(entry.procedure.level)):
        for part in officers.parts(alike):
            found = Certain(Kind.OVERLAP, part)
            if any(not officers.judged(*pair, *_JUDGED) for pair in clashes(found)):
                yield found


def _levels(same: Sequence[Entry], officers: _Officers) -> Iterator[Certain]:
    """One name and legal basis at levels of which none is common: each entry beside the first such one before it."""
    for n, entry in enumerate(same):
        for earlier in same[:n]:
            if _is_other_level(earlier, entry) and not officers.judged(earlier, entry, *_JUDGED):
                yield Certain(Kind.LEVELS, (earlier, entry))
                break


def _is_other_level(a: Entry, b: Entry) -> bool:
    one, other = a.procedure, b.procedure
    stated = bool(one.level and other.level) and not set(one.level) & set(other.level)
    return stated and bool(set(one.legal.basis) & set(other.legal.basis)) and not of_one_code((a, b))


def _repealed(catalogue: Catalogue) -> Iterator[Certain]:
    """In force, although its own record names the decision that ends it, or a record of the same code is repealed.

    A record of the same code that is replaced is no contradiction: a new version takes the place of the old one.
    """
    over = [entry for entry in catalogue.entries if entry.procedure.status is Status.REPEALED]
    repealed = {national(entry): entry for entry in over if national(entry)}
    for entry in in_force(catalogue.entries):
        other = repealed.get(national(entry))
        if entry.procedure.repealed_by or other:
            yield Certain(Kind.REPEALED, (entry, other) if other else (entry,))
