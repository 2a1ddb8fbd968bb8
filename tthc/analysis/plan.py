"""The cheapest way to a target: which further cuts reach it with the fewest procedures touched, largest first."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from tthc.analysis.cuts import CutRow
from tthc.analysis.durations import Amounts, Convention, nominal_days
from tthc.analysis.simulation import Duration
from tthc.domain.deadline import Unit
from tthc.domain.rounding import ratio


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a plan may go with one procedure."""

    remaining: Decimal = Decimal(1)  # at least so many (working) days stay; hours, weeks, months as their nominal days
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
    """Cuts that bring the mean of rates over all compared to a target, and how far they bring it.

    `possible` is as far as all cuts within the limits would bring it; the target is out of reach beyond that.
    """

    target: Fraction
    convention: Convention
    n: int  # procedures in the mean
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


def plan(rows: Collection[CutRow], target: Fraction, convention: Convention, limits: Limits = Limits()) -> Plan:
    """The fewest procedures to cut further, and by how much, for the mean of rates over all compared to reach `target`.

    Raises ValueError for CALENDAR: days waited are not a matter of subtraction.
    """
    if convention is Convention.CALENDAR:
        raise ValueError(convention)
    rates = [(row, amounts.rate) for row in rows if (amounts := row.amounts(convention))]
    now = sum((rate for _row, rate in rates), Fraction(0))
    found = [candidate for row, _rate in rates if (candidate := _candidate(row, convention, limits))]
    found.sort(key=lambda candidate: (-candidate.rate_step * candidate.steps, candidate.row.entry.key))
    needed = target * len(rates)
    moves, after = [], now
    for candidate in found:
        if after >= needed:
            break
        steps = min(candidate.steps, ceil((needed - after) / candidate.rate_step))
        moves.append(candidate.move(steps, limits))
        after += candidate.rate_step * steps
    possible = now + sum((candidate.rate_step * candidate.steps for candidate in found), Fraction(0))
    return Plan(
        target,
        convention,
        len(rates),
        before=ratio(now, len(rates)),
        moves=tuple(moves),
        after=ratio(after, len(rates)),
        possible=ratio(possible, len(rates)),
    )


def _candidate(row: CutRow, convention: Convention, limits: Limits) -> _Candidate | None:
    """The room there is within the limits; None if there is none."""
    amounts, pair = row.amounts(convention), row.comparison.main
    if amounts is None or pair is None or pair.local.unit is None or not pair.local.maximum:
        return None
    local, unit = pair.local.maximum, pair.local.unit
    stays = Fraction(limits.remaining) / nominal_days(Duration(Decimal(1), unit))
    rate_step = Fraction(limits.step) * amounts.local / Fraction(local) / amounts.legal
    steps = min(
        floor((Fraction(local) - stays) / Fraction(limits.step)), floor((limits.max_rate - amounts.rate) / rate_step)
    )
    return _Candidate(row, local, unit, amounts, steps, rate_step) if steps > 0 else None
