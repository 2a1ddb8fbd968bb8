"""The duplicates of a catalogue in force, with the officers' verdicts taken into account."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from tthc.analysis.duplicates.decisions import Decided, decided
from tthc.analysis.duplicates.exact import in_force
from tthc.analysis.duplicates.groups import Found, groups
from tthc.analysis.duplicates.rarity import Rarity
from tthc.analysis.duplicates.relation import Verdict, compare
from tthc.analysis.duplicates.side import Side, from_entry
from tthc.catalogue.model import Catalogue
from tthc.domain.decision import Judgement
from tthc.domain.entry import Entry


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found among the procedures in force. Positions everywhere are those of `entries`."""

    entries: tuple[Entry, ...]
    sides: tuple[Side, ...]
    rarity: Rarity
    decided: Decided
    found: Found

    def verdict(self, i: int, j: int) -> Verdict:
        """How two of the procedures stand to each other."""
        return compare(self.sides[i], self.sides[j], self.rarity)


def survey(catalogue: Catalogue) -> Survey:
    """Compare all procedures in force. Pairs that officers have called different are never in one group."""
    entries = in_force(catalogue.entries)
    verdicts = decided(entries, catalogue.decisions)
    with catalogue_left_alone():
        sides = sides_of(catalogue, entries)
        rarity = Rarity(side.title for side in sides)
        apart, together = (
            [frozenset(sides[i].key for i in pair) for pair in verdicts.of(judgement)]
            for judgement in (Judgement.DIFFERENT, Judgement.SAME)
        )
        found = groups(sides, rarity, apart=apart, together=together)
    return Survey(entries, sides, rarity, verdicts, found)


@contextmanager
def catalogue_left_alone() -> Iterator[None]:
    """The garbage collector does not walk again and again through what was there before: a quarter of the time."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def sides_of(catalogue: Catalogue, entries: Sequence[Entry]) -> tuple[Side, ...]:
    """Procedures made ready for comparison, each with a key of its own: several may share a code or a name."""
    return tuple(
        replace(from_entry(entry, catalogue.agency_name(entry.agency)), key=f"{entry.key}\n{entry.location}")
        for entry in entries
    )
