"""Two editions of a catalogue set against each other: what is new, amended, replaced, repealed, and what merely went.

A procedure that is absent, or marked as repealed without a decision, is set apart: lists are announced by decisions
(NĐ 63/2010/NĐ-CP Điều 13, Điều 14), from which follows that only a decision takes one out.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from tthc.analysis.changes.deadlines import Compare, Trend, Turn, gravest, held, legal, turns
from tthc.analysis.changes.dossiers import Papers, papers
from tthc.analysis.changes.fees import raised
from tthc.analysis.changes.figures import Standing, standing
from tthc.analysis.changes.pairing import Pair, pairs
from tthc.analysis.changes.parts import BELONGING, Part, differences
from tthc.analysis.comparison import Comparison
from tthc.analysis.cuts import CutRow, comparer, rows
from tthc.analysis.durations import Convention
from tthc.analysis.overview import levels_of
from tthc.catalogue.model import Catalogue
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.entry import Entry
from tthc.domain.level import Level, OnlineLevel, Status
from tthc.text import collation


class Kind(StrEnum):
    """What happened to a procedure, in the order of an announcement."""

    NEW = "new"  # in force now, and was not there, or no longer in force
    AMENDED = "amended"
    REPLACED = "replaced"  # by a decision
    REPEALED = "repealed"  # by a decision
    REMOVED = "removed"  # out of the catalogue, or marked as out of force, and no decision says so
    MOVED = "moved"  # to another field, agency or file, and nothing else
    RECORD = "record"  # spelling, order, notes; or a procedure that was not in force, and is not now
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Change:
    """One procedure in two editions. Parts, deadlines, papers and online service are those of amended ones."""

    kind: Kind
    pair: Pair
    file: str  # from the folder of the catalogue on; that of `entry`
    file_before: str
    parts: tuple[Part, ...] = ()
    spelled: tuple[Part, ...] = ()  # parts that say the same in another spelling
    legal: tuple[Turn, ...] = ()
    held: tuple[Turn, ...] = ()  # the deadlines that hold for applicants
    papers: Papers = field(default_factory=Papers)
    dearer: bool = False  # the highest fee is higher than it was
    cut: tuple[Fraction | None, Fraction | None] = (None, None)  # the rates by which the law's deadline is cut
    beyond: Comparison | None = None  # the local deadline against the law's, where it certainly exceeds that now
    online: int = 0  # steps up (or down, below zero) from none over information and partial to full

    @property
    def entry(self) -> Entry:
        """The record as it is now; as it was, where there is none any more."""
        return self.pair.latest

    @property
    def trend(self) -> Trend | None:
        """What became of the deadline that holds for applicants; None where it did not change."""
        turn = gravest(self.held)
        return turn.trend if turn else None

    @property
    def lengthened(self) -> bool:
        """Whether applicants wait longer than before, in one case or by one way of filing at least."""
        return self.trend is Trend.LONGER


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes between two editions, ordered by level, field and code; and the figures of both."""

    before: Standing
    after: Standing
    changes: tuple[Change, ...]  # without those that are unchanged
    unchanged: int

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind is kind)

    @property
    def lengthened(self) -> tuple[Change, ...]:
        """The amended procedures that applicants wait longer for."""
        return tuple(change for change in self.changes if change.lengthened)


class _Reading(NamedTuple):
    """How deadlines are read: two set against each other, and those of a procedure."""

    compared: Compare
    row: Callable[[Entry], CutRow]
    convention: Convention

    def rate(self, entry: Entry) -> Fraction | None:
        amounts = self.row(entry).amounts(self.convention)
        return amounts.rate if amounts else None

    def beyond(self, entry: Entry) -> Comparison | None:
        row = self.row(entry)
        return row.gravest if row.longer(self.convention) else None


def changes(
    before: Catalogue,
    after: Catalogue,
    calendar: WorkingCalendar,
    convention: Convention = Convention.NOMINAL,
    chosen: Callable[[Entry], bool] = lambda _entry: True,
) -> Changes:
    """Set two editions against each other; the order of files and records does not matter.

    `chosen` keeps part of the result: a change where it holds for the record before or after.
    """
    read = _Reading(comparer(calendar), lambda entry: rows([entry], calendar)[0], convention)
    found = [
        _change(pair, _file(before, pair.before), _file(after, pair.after), read)
        for pair in pairs(before.entries, after.entries)
        if any(entry and chosen(entry) for entry in (pair.before, pair.after))
    ]
    changed = [change for change in found if change.kind is not Kind.UNCHANGED]
    return Changes(
        before=_standing(before, chosen, calendar, convention),
        after=_standing(after, chosen, calendar, convention),
        changes=tuple(sorted(changed, key=_order)),
        unchanged=len(found) - len(changed),
    )


def _change(pair: Pair, file_before: str, file_after: str, read: _Reading) -> Change:
    before, after = pair.before, pair.after
    files = file_after or file_before, file_before
    was, is_ = (entry is not None and entry.procedure.in_force for entry in (before, after))
    if was and not is_:
        return Change(_end(pair.latest), pair, *files)
    if is_ and not was:
        return Change(Kind.NEW, pair, *files, beyond=read.beyond(pair.latest))
    if before is None or after is None:
        return Change(Kind.RECORD, pair, *files)
    moved = file_before != file_after
    if not pair.differs and not moved:
        return Change(Kind.UNCHANGED, pair, *files)
    parts, spelled = differences(before, after)
    if not was or not (parts or moved):
        return Change(Kind.RECORD, pair, *files, parts, spelled)
    if not set(parts) - BELONGING:
        return Change(Kind.MOVED, pair, *files, parts, spelled)
    return Change(
        Kind.AMENDED,
        pair,
        *files,
        parts,
        spelled,
        legal=turns(before.procedure, after.procedure, legal, read.compared),
        held=turns(before.procedure, after.procedure, held, read.compared),
        papers=papers(before.procedure, after.procedure),
        dearer=raised(before.procedure, after.procedure),
        cut=(read.rate(before), read.rate(after)),
        beyond=read.beyond(after),
        online=_steps_up(before.procedure.online.level, after.procedure.online.level),
    )


def _end(last: Entry) -> Kind:
    """How a procedure went that was in force; `last` is the record of it now, or the last there was."""
    procedure = last.procedure
    if not procedure.repealed_by:
        return Kind.REMOVED
    return Kind.REPLACED if procedure.status is Status.REPLACED else Kind.REPEALED


def _steps_up(before: OnlineLevel | None, after: OnlineLevel | None) -> int:
    return after.rank - before.rank if before and after else 0


def _file(root: Catalogue, entry: Entry | None) -> str:
    """The file of a record, from the folder of its catalogue on."""
    return entry.location.path.removeprefix(root.root.as_posix() + "/") if entry else ""


def _standing(
    catalogue: Catalogue, chosen: Callable[[Entry], bool], calendar: WorkingCalendar, convention: Convention
) -> Standing:
    return standing([entry for entry in catalogue.entries if chosen(entry)], calendar, convention)


def _order(change: Change) -> tuple[object, ...]:
    entry = change.entry
    levels = [list(Level).index(level) for level in levels_of(entry)]
    return levels, collation.key(entry.field), entry.key, str(entry.location)
