"""What is to be said about duplicates in a catalogue, one finding for each set of procedures.

D101-D104 and D108 rest on codes and are certain; D105-D107 rest on evidence and are for an officer to judge. What
officers have judged is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tthc.analysis.duplicates import exact
from tthc.analysis.duplicates.exact import base_code, repetitions
from tthc.analysis.duplicates.groups import Group
from tthc.analysis.duplicates.parts import Part, differ
from tthc.analysis.duplicates.relation import Relation, Verdict
from tthc.analysis.duplicates.survey import OVER, Survey
from tthc.analysis.overview import levels_of
from tthc.catalogue.model import Catalogue
from tthc.domain.decision import Judgement
from tthc.domain.entry import Entry
from tthc.domain.level import Status
from tthc.text.normalise import normalise


class Kind(StrEnum):
    """What is repeated. The values are the numbers of the rules that report it."""

    CODE = "D101"  # one code twice
    RECORD = "D102"  # one name at one level of one agency
    NAME_DRIFT = "D103"  # one code, different names
    DEADLINES = "D104"  # one code, different deadlines, as after a merger of provinces
    OVERLAP = "D105"  # one name at one level of several agencies (chồng chéo)
    LEVELS = "D106"  # the same content at two levels
    NEAR = "D107"  # one procedure in different words
    REPEALED = "D108"  # in force although repealed or replaced


@dataclass(frozen=True, slots=True)
class Repeat:
    """One finding. `verdict` compares the first two of `entries`, which are the two most unlike."""

    kind: Kind
    entries: tuple[Entry, ...]
    verdict: Verdict | None = None

    @property
    def relation(self) -> Relation | None:
        """What the procedures are to each other, where this is about several."""
        if self.kind is Kind.REPEALED:
            return None
        return Relation.LEVEL if self.kind is Kind.LEVELS else Relation.DUPLICATE


def findings(catalogue: Catalogue, found: Survey) -> tuple[Repeat, ...]:
    """All findings, by kind, then by place. `found` is the survey of the same catalogue."""
    by_code = list(_by_code(found))
    repeats = [
        *by_code,
        *_by_evidence(found, [frozenset(map(id, repeat.entries)) for repeat in by_code]),
        *_levels(found),
        *_repealed(catalogue),
    ]
    order = list(Kind)
    return tuple(sorted(repeats, key=lambda r: (order.index(r.kind), min(entry.location for entry in r.entries))))


def _by_code(found: Survey) -> Iterator[Repeat]:
    places = {id(entry): i for i, entry in enumerate(found.entries)}
    for repetition in repetitions(found.entries):
        entries = repetition.entries
        if found.decided.settled([places[id(entry)] for entry in entries], Judgement.DIFFERENT):
            continue
        if repetition.kind is exact.Kind.RECORD:
            yield Repeat(Kind.RECORD, entries)
            continue
        yield Repeat(Kind.DEADLINES if _deadlines_differ(entries) else Kind.CODE, entries)
        if repetition.kind is exact.Kind.NAME_DRIFT:
            yield Repeat(Kind.NAME_DRIFT, entries)


def _deadlines_differ(entries: Sequence[Entry]) -> bool:
    parts = (Part.LEGAL_DEADLINE, Part.LOCAL_DEADLINE)
    return any(differ(a, b, part) for part in parts for i, a in enumerate(entries) for b in entries[:i])


def _by_evidence(found: Survey, known: Sequence[frozenset[int]]) -> Iterator[Repeat]:
    """Groups of duplicates that codes and names alone have not told already."""
    for group in found.found.groups:
        members = frozenset(id(found.entries[i]) for i in group.members)
        judged = found.decided.settled(group.members, Judgement.SAME, Judgement.DIFFERENT)
        if not judged and not any(members <= same for same in known):
            kind = Kind.OVERLAP if _is_overlap(found, group) else Kind.NEAR
            yield Repeat(kind, _weakest_first(found, group), group.weakest.verdict)


def _is_overlap(found: Survey, group: Group) -> bool:
    """One name at one level, of agencies of which each is another."""
    entries = [found.entries[i] for i in group.members]
    names = {(normalise(entry.procedure.name), levels_of(entry)) for entry in entries}
    return group.overlap and len(names) == 1


def _weakest_first(found: Survey, group: Group) -> tuple[Entry, ...]:
    first = (group.weakest.left, group.weakest.right)
    return tuple(found.entries[i] for i in (*first, *(i for i in group.members if i not in first)))


def _levels(found: Survey) -> Iterator[Repeat]:
    for link in found.found.levels:
        if found.decided.verdict(link.left, link.right) in (None, Judgement.UNSURE):
            yield Repeat(Kind.LEVELS, (found.entries[link.left], found.entries[link.right]), link.verdict)


def _repealed(catalogue: Catalogue) -> Iterator[Repeat]:
    """In force, although its own record names the decision that ends it, or a record of the same code is repealed.

    A record of the same code that is replaced is no contradiction: a new version takes the place of the old one.
    """
    repealed = {
        base_code(entry.procedure.code): entry
        for entry in catalogue.entries
        if entry.procedure.status is Status.REPEALED and base_code(entry.procedure.code)
    }
    for entry in catalogue.entries:
        if entry.procedure.status not in OVER:
            other = repealed.get(base_code(entry.procedure.code))
            if entry.procedure.repealed_by or other:
                yield Repeat(Kind.REPEALED, (entry, other) if other else (entry,))
