"""The cheapest way to a target: which further cuts reach it with the fewest procedures touched, largest first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from tthc.analysis.cuts import CutRow
from tthc.analysis.due import HOURS_A_DAY
from tthc.analysis.durations import Amounts, Convention
from tthc.analysis.targets import Average
from tthc.domain.deadline import Unit
from tthc.domain.rounding import ratio

# One day in units smaller than that: what has to remain is stated in days.
_A_DAY = {Unit.WORKING_HOUR: HOURS_A_DAY, Unit.HOUR: 24, Unit.MINUTE: 24 * 60}


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a plan may go with one procedure."""

    remaining: Decimal = Decimal(1)  # at least so many (working) days stay; hours count as the day they make up
    max_rate: Fraction = Fraction(1)  # and at most this rate is cut in all
    step: Decimal = Decimal(1)  # cuts are multiples of this, in the unit of the local deadline


@dataclass(frozen=True, slots=True)
class Move:
    """One further cut, from `before` to `after` `unit`s."""

    row: CutRow
    before: Decimal
    after: Decimal
    unit: Unit
    rate_before: Fraction
    rate_after: Fraction

    @property
    def cut(self) -> Decimal:
        return self.before - self.after


@dataclass(frozen=True, slots=True)
class Plan:
    """Cuts that bring an average to a target, and how far they bring it.

    `possible` is as far as all cuts within the limits would bring it; the target is out of reach beyond that.
    """

    target: Fraction
    average: Average
    convention: Convention
    unit: Unit | None
    n: int  # procedures in the average
    before: Fraction | None
    moves: tuple[Move, ...]
    after: Fraction | None
    possible: Fraction | None

    @property
    def reached(self) -> bool:
        return self.after is not None and self.after >= self.target


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A procedure that can be cut further, by up to `steps` steps of `rate_step` each."""

    row: CutRow
    local: Decimal
    unit: Unit
    amounts: Amounts
    steps: int
    rate_step: Fraction

    def move(self, steps: int, limits: Limits) -> Move:
        rate = self.amounts.rate
        after = self.local - limits.step * steps
        return Move(self.row, self.local, after, self.unit, rate, rate + self.rate_step * steps)


def plan(
    rows: Collection[CutRow],
    target: Fraction,
    convention: Convention,
    *,
    average: Average = Average.MEAN,
    unit: Unit | None = None,
    limits: Limits = Limits(),
) -> Plan:
    """The fewest procedures to cut further, and by how much, for `average` to reach `target`.

    MEAN is the mean of rates over all compared procedures; POOLED is Σ cut / Σ legal within `unit` (None: the days of a
    convention). Raises ValueError for other averages, and for CALENDAR: days waited are not a matter of subtraction.
    """
    if average not in (Average.MEAN, Average.POOLED):
        raise ValueError(average)
    _refuse_calendar(convention)
    pooled = average is Average.POOLED
    counted = [
        (row, amounts) for row in rows if (amounts := row.amounts(convention)) and (not pooled or amounts.unit is unit)
    ]
    whole = sum((amounts.legal if pooled else Fraction(1) for _row, amounts in counted), Fraction(0))
    now = sum((amounts.cut if pooled else amounts.rate for _row, amounts in counted), Fraction(0))
    found = [
        (candidate, candidate.rate_step * (candidate.amounts.legal if pooled else 1))
        for row, _amounts in counted
        if (candidate := _candidate(row, convention, limits))
    ]
    found.sort(key=lambda item: (-item[1] * item[0].steps, item[0].row.entry.key))
    moves, after = [], now
    for candidate, gain in found:
        if after >= target * whole:
            break
        steps = min(candidate.steps, ceil((target * whole - after) / gain))
        moves.append(candidate.move(steps, limits))
        after += gain * steps
    possible = now + sum((gain * candidate.steps for candidate, gain in found), Fraction(0))
    return Plan(
        target,
        average,
        convention,
        unit,
        len(counted),
        before=ratio(now, whole),
        moves=tuple(moves),
        after=ratio(after, whole),
        possible=ratio(possible, whole),
    )


def each(
    rows: Iterable[CutRow], target: Fraction, convention: Convention, limits: Limits = Limits()
) -> tuple[Move, ...]:
    """The least further cut with which a procedure reaches the target by itself; those that cannot are left out."""
    _refuse_calendar(convention)
    moves = []
    for row in rows:
        candidate = _candidate(row, convention, limits)
        if candidate:
            steps = ceil((target - candidate.amounts.rate) / candidate.rate_step)
            if 0 < steps <= candidate.steps:
                moves.append(candidate.move(steps, limits))
    return tuple(moves)


def _refuse_calendar(convention: Convention) -> None:
    if convention is Convention.CALENDAR:
        raise ValueError(convention)


def _candidate(row: CutRow, convention: Convention, limits: Limits) -> _Candidate | None:
    """The room there is within the limits; None if there is none."""
    amounts, pair = row.amounts(convention), row.comparison.main
    if amounts is None or pair is None or pair.local.unit is None or not pair.local.maximum:
        return None
    local, unit = pair.local.maximum, pair.local.unit
    stays = limits.remaining * _A_DAY.get(unit, 1)
    rate_step = Fraction(limits.step) * amounts.local / Fraction(local) / amounts.legal
    steps = min(floor((local - stays) / limits.step), floor((limits.max_rate - amounts.rate) / rate_step))
    return _Candidate(row, local, unit, amounts, steps, rate_step) if steps > 0 else None
