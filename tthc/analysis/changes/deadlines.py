"""What became of the deadlines of a procedure: giảm, giữ, tăng, đổi đơn vị."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from tthc.analysis.comparison import Comparison, says_no_cut
from tthc.analysis.durations import Convention, Overrun
from tthc.domain.level import Channel
from tthc.domain.procedure import DeadlineText, Procedure

Compare = Callable[[DeadlineText, DeadlineText], Comparison]

_SURE = (Overrun.CERTAIN, Overrun.MOSTLY)


class Trend(StrEnum):
    """Where a deadline went, what deserves most attention first."""

    LONGER = "longer"  # for certain, or on most receipt dates; of several cases, at least one
    DROPPED = "dropped"  # there is none any more
    UNIT = "unit"  # another unit, and neither longer nor shorter on most receipt dates
    UNCLEAR = "unclear"  # the two cannot be compared
    SHORTER = "shorter"
    STATED = "stated"  # there was none
    KEPT = "kept"  # other words, the same time


@dataclass(frozen=True, slots=True)
class Turn:
    """A deadline before and after: the procedure's own (`channel` is None), or that of one way of filing.

    `comparison` takes the earlier one for the legal one; None where one of the two is missing.
    """

    channel: Channel | None
    before: DeadlineText
    after: DeadlineText
    trend: Trend
    comparison: Comparison | None = None

    @property
    def other_unit(self) -> bool:
        """Whether a case changed its unit for one that is no multiple of it."""
        return self.comparison is not None and _unlike(self.comparison)


def legal(procedure: Procedure, channel: Channel | None = None) -> DeadlineText:
    """The legal deadline; that of one way of filing where it has its own."""
    own = (item.legal_deadline for item in procedure.channels if item.channel is channel)
    return next(filter(None, own), procedure.legal.deadline)


def held(procedure: Procedure, channel: Channel | None = None) -> DeadlineText:
    """The deadline that holds for applicants: the local one, else the legal one."""
    own = (item.local_deadline for item in procedure.channels if item.channel is channel)
    local = next(filter(None, own), procedure.local.deadline)
    if local is None or (isinstance(local, str) and says_no_cut(local)):
        return legal(procedure, channel)
    return local


def turns(
    before: Procedure,
    after: Procedure,
    deadline: Callable[[Procedure, Channel | None], DeadlineText],
    compared: Compare,
) -> tuple[Turn, ...]:
    """Every deadline that is not worded as before; `deadline` is `legal` or `held`.

    Ways of filing are compared where both records have them, and are left out where they go with the procedure's own.
    """
    whole = deadline(before, None), deadline(after, None)
    found: dict[Channel | None, tuple[DeadlineText, DeadlineText]] = {None: whole}
    for channel in Channel:
        if all(any(item.channel is channel for item in side.channels) for side in (before, after)):
            own = deadline(before, channel), deadline(after, channel)
            if own != whole:
                found[channel] = own
    return tuple(_turn(channel, *sides, compared) for channel, sides in found.items() if sides[0] != sides[1])


def gravest(found: Iterable[Turn]) -> Turn | None:
    """The one that deserves most attention; None where nothing changed."""
    return min(found, key=lambda turn: list(Trend).index(turn.trend), default=None)


def _turn(channel: Channel | None, before: DeadlineText, after: DeadlineText, compared: Compare) -> Turn:
    if not before or not after:
        return Turn(channel, before, after, Trend.DROPPED if before else Trend.STATED)
    comparison = compared(before, after)
    return Turn(channel, before, after, _trend(comparison, compared(after, before)), comparison)


def _trend(there: Comparison, back: Comparison) -> Trend:
    """What shortens one way lengthens the other: either is an overrun, seen from its side."""
    if _overruns(there):
        return Trend.LONGER
    if _overruns(back):
        return Trend.SHORTER
    if there.reason or there.legal_only or there.local_only:
        return Trend.UNCLEAR
    return Trend.UNIT if _unlike(there) else Trend.KEPT


def _overruns(found: Comparison) -> bool:
    return found.overrun in _SURE or bool(found.surplus)


def _unlike(found: Comparison) -> bool:
    return any(pair.measure is not None and not pair.measure.amounts(Convention.LIKE) for pair in found.pairs)
