"""The verdict on a procedure, from its criteria and the reason it declares."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tthc.analysis.online.checks import Check, Source, Status, checks
from tthc.analysis.online.criteria import Criterion, Key, Regime
from tthc.domain.entry import Entry
from tthc.domain.level import OnlineLevel, PartialReason


class Verdict(StrEnum):
    """Whether a procedure can be a full online service."""

    FULL = "full"  # every criterion is met
    PARTIAL = "partial"  # rightly partial: for a lawful, published reason
    FIXABLE = "fixable"  # not yet; what is not met can be put right, or published as a reason
    INFORMATION = "information"  # information only, for a stated reason
    UNKNOWN = "unknown"  # not enough is known


@dataclass(frozen=True, slots=True)
class Assessment:
    """A procedure with its criteria and the verdict."""

    entry: Entry
    checks: tuple[Check, ...]
    verdict: Verdict

    @property
    def not_met(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.status is Status.NOT_MET)

    @property
    def open(self) -> tuple[Check, ...]:
        """The criteria nothing certain is known of."""
        return tuple(check for check in self.checks if check.status is Status.UNKNOWN)

    @property
    def assumed(self) -> bool:
        """Whether a criterion counts as met although the entry does not state it."""
        return any(check.status is Status.MET and check.source is not Source.STATED for check in self.checks)

    @property
    def blockers(self) -> tuple[Criterion, ...] | None:
        """What stands in the way of full service; None where that is not known, or full service is not a question.

        A declared technical reason is left out where something else is not met: that is what it is about.
        """
        if self.open or self.verdict not in (Verdict.FIXABLE, Verdict.PARTIAL):
            return None
        found = tuple(check.criterion for check in self.not_met)
        return tuple(criterion for criterion in found if criterion.key is not Key.TECHNICAL) or found


def is_assessed(entry: Entry) -> bool:
    """Internal procedures have no level of online service, and what is repealed is no longer offered."""
    return not entry.procedure.internal and entry.procedure.in_force


def assess(entry: Entry, regime: Regime, as_of: date) -> Assessment:
    """Check the criteria of the regime and judge."""
    found = checks(entry.procedure, regime)
    return Assessment(entry, found, _verdict(entry, found, regime, as_of))


def assess_all(entries: Iterable[Entry], regime: Regime, as_of: date) -> tuple[Assessment, ...]:
    """All entries that online service is a question for."""
    return tuple(assess(entry, regime, as_of) for entry in entries if is_assessed(entry))


def _verdict(entry: Entry, found: tuple[Check, ...], regime: Regime, as_of: date) -> Verdict:
    online = entry.procedure.online
    if online.level in (OnlineLevel.INFORMATION, OnlineLevel.NONE) and online.reason:
        return Verdict.INFORMATION
    if is_lawfully_partial(entry, found, regime, as_of):
        return Verdict.PARTIAL
    statuses = {check.status for check in found}
    if Status.NOT_MET in statuses:
        return Verdict.FIXABLE if regime.reasons_are_published or not _is_online(found) else Verdict.PARTIAL
    return Verdict.UNKNOWN if Status.UNKNOWN in statuses else Verdict.FULL


def _is_online(found: Iterable[Check]) -> bool:
    """Whether one can file online. Before reasons had to be published, such a service was partial and no more said."""
    return any(check.criterion.key is Key.CHANNEL and check.status is Status.MET for check in found)


def is_lawfully_partial(entry: Entry, found: Iterable[Check], regime: Regime, as_of: date) -> bool:
    """Whether the declared reason is one of the law's, is published with what it needs, and still holds."""
    online = entry.procedure.online
    if online.level is OnlineLevel.FULL or online.reason not in set(PartialReason):
        return False
    reason = regime.reasons.get(PartialReason(online.reason))
    if reason is None or (reason.needs_basis and not online.reason_basis):
        return False
    if reason.temporary and (online.reason_until is None or online.reason_until < as_of):
        return False
    refuted = any(check.criterion.reason is reason.reason and check.status is Status.MET for check in found)
    return not refuted
