"""What is to be said about duplicates in a catalogue, one finding for each set of procedures.

What is certain comes from `certain`; what only evidence tells (D107, and D106 where the names are not quite the same)
is added here, for an officer to judge. What officers have judged is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tthc.analysis.duplicates.certain import Certain, Kind, certain
from tthc.analysis.duplicates.groups import Group
from tthc.analysis.duplicates.relation import Relation, Verdict
from tthc.analysis.duplicates.survey import Survey
from tthc.catalogue.model import Catalogue
from tthc.domain.decision import Judgement
from tthc.domain.entry import Entry


@dataclass(frozen=True, slots=True)
class Repeat:
    """One finding. `verdict` compares the first two of `entries`; of a group told by evidence, the two most unlike."""

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
    sure = certain(catalogue)
    known = [frozenset(map(id, each.entries)) for each in sure]
    repeats = [*_compared(found, sure), *_near(found, known), *_levels(found, known)]
    order = list(Kind)
    return tuple(sorted(repeats, key=lambda r: (order.index(r.kind), min(entry.location for entry in r.entries))))


def _compared(found: Survey, sure: Sequence[Certain]) -> Iterator[Repeat]:
    """What is certain; overlaps and levels, which officers judge, with the evidence about the first two."""
    places = {id(entry): i for i, entry in enumerate(found.entries)}
    for each in sure:
        verdict = None
        if each.kind in (Kind.OVERLAP, Kind.LEVELS):
            verdict = found.verdict(*(places[id(entry)] for entry in each.entries[:2]))
        yield Repeat(each.kind, each.entries, verdict)


def _near(found: Survey, known: Sequence[frozenset[int]]) -> Iterator[Repeat]:
    """Groups of duplicates that codes and names alone have not told already."""
    for group in found.found.groups:
        members = frozenset(id(found.entries[i]) for i in group.members)
        judged = found.decided.settled(group.members, Judgement.SAME, Judgement.DIFFERENT)
        if not judged and not any(members <= same for same in known):
            yield Repeat(Kind.NEAR, _weakest_first(found, group), group.weakest.verdict)


def _weakest_first(found: Survey, group: Group) -> tuple[Entry, ...]:
    first = (group.weakest.left, group.weakest.right)
    return tuple(found.entries[i] for i in (*first, *(i for i in group.members if i not in first)))


def _levels(found: Survey, known: Sequence[frozenset[int]]) -> Iterator[Repeat]:
    for link in found.found.levels:
        pair = (found.entries[link.left], found.entries[link.right])
        open_ = found.decided.verdict(link.left, link.right) in (None, Judgement.UNSURE)
        if open_ and frozenset(map(id, pair)) not in known:
            yield Repeat(Kind.LEVELS, pair, link.verdict)
