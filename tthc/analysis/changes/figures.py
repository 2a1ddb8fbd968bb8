"""What the figures of a catalogue are in one edition, so that two can be set side by side."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from tthc.analysis.cuts import Summary, rows, summarise
from tthc.analysis.durations import Convention
from tthc.analysis.online.figures import Split, split
from tthc.analysis.overview import is_citizens, levels_of
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.entry import Entry
from tthc.domain.level import Level


@dataclass(frozen=True, slots=True)
class Standing:
    """The figures of one edition. Only procedures in force count.

    Cuts and online service are those of the procedures for citizens and businesses that the province handles itself.
    """

    in_force: int
    by_level: dict[tuple[Level, ...], int]  # combinations of levels: they add up to `in_force`
    cuts: Summary
    online: Split


def standing(entries: Collection[Entry], calendar: WorkingCalendar, convention: Convention) -> Standing:
    """Count one edition; mean cuts under this convention."""
    active = [entry for entry in entries if entry.procedure.in_force]
    citizens = [entry for entry in entries if is_citizens(entry)]
    return Standing(
        in_force=len(active),
        by_level=dict(Counter(map(levels_of, active))),
        cuts=summarise(rows(citizens, calendar), convention),
        online=split(entry.procedure.online.level for entry in citizens),
    )
