"""Cuts judged against a target, on exact fractions: 29,996% has not reached 30%."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tthc.analysis.cuts import CutRow, Summary, summarise
from tthc.analysis.durations import Convention
from tthc.domain.deadline import Unit
from tthc.domain.manifest import Manifest, Target
from tthc.text import data


class Standing(StrEnum):
    """Where one procedure stands."""

    REACHED = "reached"
    SHORT = "short"
    NO_ROOM = "no_room"  # not reached, but within the day or one working day at most: nothing is left to cut


class Average(StrEnum):
    """Which of the averages is judged."""

    MEAN = "mean"  # of rates, over all that were compared
    MEAN_OF_CUT = "mean_of_cut"  # of rates, over those that were cut
    POOLED = "pooled"  # Σ cut / Σ legal, within one unit
    WEIGHTED = "weighted"  # of rates, weighted by dossiers


@dataclass(frozen=True, slots=True)
class Verdict:
    """One average against the target. `missing` is a rate; `missing_days`, of a pooled average, is in `unit`."""

    average: Average
    value: Fraction | None
    reached: bool
    missing: Fraction
    unit: Unit | None = None
    missing_days: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A target, the procedures that reach it, and what the averages still lack."""

    target: Fraction
    convention: Convention
    reached: tuple[CutRow, ...]
    short: tuple[CutRow, ...]
    no_room: tuple[CutRow, ...]
    left_out: int
    days_short: tuple[tuple[Unit | None, Fraction], ...]  # to bring each of `short` to the target by itself
    averages: tuple[Verdict, ...]


def targets_of(manifest: Manifest) -> tuple[Target, ...]:
    """The targets the catalogue states, else the usual ones."""
    if manifest.targets:
        return manifest.targets
    return tuple(
        Target(id=row["id"], rate=row["rate"], ground=row["ground"]) for row in data.load("law/targets")["targets"]
    )


def standing(row: CutRow, target: Fraction, convention: Convention) -> Standing | None:
    """Where the procedure stands; None if it is left out under this convention."""
    amounts = row.amounts(convention)
    if amounts is None:
        return None
    if amounts.rate >= target:
        return Standing.REACHED
    return Standing.NO_ROOM if row.comparison.no_room else Standing.SHORT


def judge(
    rows: Collection[CutRow], target: Fraction, convention: Convention, summary: Summary | None = None
) -> Judgement:
    """The procedures and their averages against a target (a rate such as 3/10). `summary` is theirs, if it is known."""
    found: dict[Standing | None, list[CutRow]] = {}
    for row in rows:
        found.setdefault(standing(row, target, convention), []).append(row)
    short = found.get(Standing.SHORT, [])
    return Judgement(
        target=target,
        convention=convention,
        reached=tuple(found.get(Standing.REACHED, ())),
        short=tuple(short),
        no_room=tuple(found.get(Standing.NO_ROOM, ())),
        left_out=len(found.get(None, ())),
        days_short=_days_short(short, target, convention),
        averages=_averages(summary or summarise(rows, convention), target),
    )


def _days_short(
    short: Collection[CutRow], target: Fraction, convention: Convention
) -> tuple[tuple[Unit | None, Fraction], ...]:
    days: dict[Unit | None, Fraction] = {}
    for row in short:
        amounts = row.amounts(convention)
        if amounts:
            days[amounts.unit] = days.get(amounts.unit, Fraction(0)) + amounts.legal * (target - amounts.rate)
    return tuple((unit, days[unit]) for unit in (None, *Unit) if unit in days)


def _averages(summary: Summary, target: Fraction) -> tuple[Verdict, ...]:
    verdicts = [
        _verdict(Average.MEAN, summary.mean_compared, target),
        _verdict(Average.MEAN_OF_CUT, summary.mean_cut, target),
    ]
    for pooled in summary.pooled:
        lacking = max(target * pooled.legal - pooled.cut, Fraction(0))
        verdicts.append(_verdict(Average.POOLED, pooled.rate, target, pooled.unit, lacking))
    if summary.weighted:
        verdicts.append(_verdict(Average.WEIGHTED, summary.weighted.rate, target))
    return tuple(verdicts)


def _verdict(
    average: Average, value: Fraction | None, target: Fraction, unit: Unit | None = None, days: Fraction | None = None
) -> Verdict:
    """Nothing to average has reached nothing."""
    reached = value is not None and value >= target
    return Verdict(average, value, reached, Fraction(0) if reached else target - (value or 0), unit, days)
