"""Figures of online service, each with its denominator.

Three denominators get mixed in published figures: all procedures, those that can be online services at all, and those
that can be full ones. A share of the one printed as a share of the other can even be impossible.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.analysis.overview import groups
from tthc.domain.level import OnlineLevel
from tthc.domain.rounding import ratio
from tthc.domain.statistics import Dossiers, dossiers_of

GroupKey = TypeVar("GroupKey", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Split:
    """What is offered. `total` = `full` + `partial` + `information` + `none` + `unstated`."""

    full: int = 0
    partial: int = 0
    information: int = 0
    none: int = 0
    unstated: int = 0

    @property
    def total(self) -> int:
        return self.full + self.partial + self.information + self.none + self.unstated

    @property
    def online(self) -> int:
        """Offered as an online service, full or partial."""
        return self.full + self.partial

    @property
    def online_rate(self) -> Fraction | None:
        """Online services, of all procedures."""
        return ratio(self.online, self.total)

    @property
    def full_of_online(self) -> Fraction | None:
        """Full services, of the online services: what provinces print as the share of full service."""
        return ratio(self.full, self.online)

    @property
    def full_of_all(self) -> Fraction | None:
        """Full services, of all procedures."""
        return ratio(self.full, self.total)

    @property
    def partial_of_all(self) -> Fraction | None:
        """Partial services, of all procedures."""
        return ratio(self.partial, self.total)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is offered and what is possible, of one group of procedures."""

    offered: Split
    verdicts: Mapping[Verdict, int]
    eligible_offered: int  # eligible for full service, and offered so
    assumed: int  # eligible for full service where the entry itself does not state everything
    with_dossiers: int  # procedures the statistics of a year have
    received: int | None  # their dossiers; None without statistics
    stating_online: int  # of those procedures, such as state how many dossiers were received online
    received_online: int | None
    received_stating: int | None  # all dossiers of these: what `received_online` is a part of
    received_full: int | None  # dossiers of the procedures offered in full

    @property
    def total(self) -> int:
        return self.offered.total

    @property
    def eligible(self) -> int:
        """Procedures that can be full services now."""
        return self.verdicts[Verdict.FULL]

    @property
    def confirmed(self) -> int:
        """Of these, those whose records state every criterion that is met."""
        return self.eligible - self.assumed

    @property
    def possible(self) -> int:
        """Procedures that are not information only for a reason: those that can be online services at all."""
        return self.total - self.verdicts[Verdict.INFORMATION]

    @property
    def full_of_possible(self) -> Fraction | None:
        """Offered in full, of those that can be online services."""
        return ratio(self.offered.full, self.possible)

    @property
    def eligible_rate(self) -> Fraction | None:
        """Offered in full, of those eligible for it."""
        return ratio(self.eligible_offered, self.eligible)

    @property
    def online_dossiers_rate(self) -> Fraction | None:
        """Dossiers filed online, of all dossiers of the procedures that state how many these are."""
        if self.received_online is None or self.received_stating is None:
            return None
        return ratio(self.received_online, self.received_stating)


def outcome(assessments: Collection[Assessment], dossiers: Mapping[str, Dossiers] | None = None) -> Outcome:
    """Count a group. `dossiers` by code, of one year."""
    known = [(a, figures) for a in assessments if (figures := dossiers_of(a.entry, dossiers))]
    stating = [(figures.received, figures.online) for _a, figures in known if figures.online is not None]
    full = [a for a in assessments if a.verdict is Verdict.FULL]
    in_full = [figures.received for a, figures in known if _level(a) is OnlineLevel.FULL]
    return Outcome(
        offered=split(map(_level, assessments)),
        verdicts={verdict: sum(a.verdict is verdict for a in assessments) for verdict in Verdict},
        eligible_offered=sum(_level(a) is OnlineLevel.FULL for a in full),
        assumed=sum(a.assumed for a in full),
        with_dossiers=len(known),
        received=sum(figures.received for _a, figures in known) if known else None,
        stating_online=len(stating),
        received_online=sum(online for _received, online in stating) if stating else None,
        received_stating=sum(received for received, _online in stating) if stating else None,
        received_full=sum(in_full) if known else None,
    )


def split(levels: Iterable[OnlineLevel | None]) -> Split:
    """Count what is offered."""
    found = list(levels)
    return Split(
        full=found.count(OnlineLevel.FULL),
        partial=found.count(OnlineLevel.PARTIAL),
        information=found.count(OnlineLevel.INFORMATION),
        none=found.count(OnlineLevel.NONE),
        unstated=found.count(None),
    )


def by_group(
    assessments: Iterable[Assessment],
    key: Callable[[Assessment], GroupKey],
    dossiers: Mapping[str, Dossiers] | None = None,
) -> list[tuple[GroupKey, Outcome]]:
    """The figures of each group, the largest group first."""
    return [(name, outcome(members, dossiers)) for name, members in groups(assessments, key)]


def _level(assessment: Assessment) -> OnlineLevel | None:
    return assessment.entry.procedure.online.level
