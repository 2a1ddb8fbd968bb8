"""Published figures, recomputed: each holds, does not hold, cannot be checked, or contradicts itself.

What nobody wrote down (the number behind a percentage) is computed backwards, and the claim refused where there can be
no such number.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from tthc.analysis import measured
from tthc.analysis.agreement import difference, interval
from tthc.analysis.comparison import compare
from tthc.analysis.cuts import CutRow
from tthc.analysis.durations import Convention
from tthc.analysis.measured import Measurement
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.claim import Claim, Measured, Operand, Ratio, Rounding, StatedCut
from tthc.domain.rounding import mean
from tthc.domain.statistics import Dossiers
from tthc.text.deadline import parse
from tthc.text.figures import Bound, Figure, read_figure


class Verdict(StrEnum):
    """What became of a claim."""

    HOLDS = "holds"
    DOES_NOT_HOLD = "does_not_hold"
    CANNOT_BE_CHECKED = "cannot_be_checked"
    IMPOSSIBLE = "impossible"  # the figures contradict each other, whatever the facts are


class Because(StrEnum):
    """What a verdict rests on."""

    AGREES = "agrees"
    WITHIN_BOUND = "within_bound"
    DIFFERS = "differs"
    DIFFERS_ONLY_CUT_OFF = "differs_only_cut_off"  # right if it was cut off instead of rounded
    OUTSIDE_BOUND = "outside_bound"
    PARTS_DO_NOT_SUM = "parts_do_not_sum"
    PART_EXCEEDS_WHOLE = "part_exceeds_whole"
    PART_EXCEEDS_LIMIT = "part_exceeds_limit"  # more than there can be, such as those eligible
    NO_SUCH_PART = "no_such_part"  # no whole number gives this percentage of the whole
    EXTERNAL = "external"  # the catalogue does not have it
    NO_PART = "no_part"  # a percentage of something, without the number behind it
    NO_WHOLE = "no_whole"  # a percentage without its base
    NO_DATA = "no_data"  # nothing to measure: no statistics, or nothing comparable
    SEVERAL_UNITS = "several_units"  # days and working days are not added up like for like
    NOT_UNDERSTOOD = "not_understood"  # a figure that cannot be read
    NOT_COMPARABLE = "not_comparable"  # two deadlines that have no rate under the convention
    SEVERAL_WAYS = "several_ways"  # the claim gives more than one way to compute it


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim and what became of it.

    `computed` (to `computed_high`, where a range comes out) is exact; rates are fractions of one. `difference` is
    stated minus computed, at the precision stated. `implied` is the part or the whole computed backwards. `base` says
    of what a measured quantity was taken, of a ratio its whole; `ratio` is the part and the whole it was computed from.
    """

    claim: Claim
    verdict: Verdict
    because: Because
    stated: Figure | None = None
    computed: Fraction | None = None
    computed_high: Fraction | None = None
    difference: Fraction | None = None
    implied: Fraction | None = None
    base: Measurement | None = None
    ratio: tuple[Fraction, Fraction] | None = None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What claims are checked against: the procedures compared, and the dossiers of the latest year by code."""

    rows: Collection[CutRow]
    dossiers: Mapping[str, Dossiers]
    calendar: WorkingCalendar


class _CannotCheckError(Exception):
    def __init__(self, because: Because) -> None:
        self.because = because


def check_claims(claims: Iterable[Claim], grounds: Grounds) -> tuple[Checked, ...]:
    """Every claim, in the order given."""
    return tuple(check_claim(claim, grounds) for claim in claims)


def check_claim(claim: Claim, grounds: Grounds) -> Checked:
    """One claim, recomputed the way it says."""
    stated = read_figure(claim.stated)
    if stated is None:
        return Checked(claim, Verdict.CANNOT_BE_CHECKED, Because.NOT_UNDERSTOOD)
    ways = (claim.measure, claim.sum, claim.mean, claim.each, claim.ratio, claim.cut)
    if sum(bool(way) for way in ways) > 1:
        return Checked(claim, Verdict.CANNOT_BE_CHECKED, Because.SEVERAL_WAYS, stated)
    try:
        return _recomputed(claim, stated, grounds)
    except _CannotCheckError as error:
        return Checked(claim, Verdict.CANNOT_BE_CHECKED, error.because, stated)


def _recomputed(claim: Claim, stated: Figure, grounds: Grounds) -> Checked:
    if claim.measure:
        base = _measured(claim.measure, grounds)
        return replace(_judged(claim, stated, base.value), base=base)
    if claim.sum:
        return _sum(claim, stated, grounds)
    if claim.mean:
        return _judged(claim, stated, mean(_values(claim.mean, grounds)))
    if claim.each:
        values = _values(claim.each, grounds)
        return _judged(claim, stated, min(values), max(values))
    if claim.ratio:
        return _ratio(claim, claim.ratio, stated, grounds)
    if claim.cut:
        return _judged(claim, stated, *_cut(claim.cut, grounds))
    raise _CannotCheckError(Because.EXTERNAL)


def _measured(quantity: Measured, grounds: Grounds) -> Measurement:
    result = measured.measure(quantity, grounds.rows, grounds.dossiers)
    if result is measured.Missing.SEVERAL_UNITS:
        raise _CannotCheckError(Because.SEVERAL_UNITS)
    if isinstance(result, measured.Missing):
        raise _CannotCheckError(Because.NO_DATA)
    return result


def _value(operand: Operand, grounds: Grounds) -> Fraction:
    if isinstance(operand, Measured):
        return _measured(operand, grounds).value
    figure = read_figure(operand)
    if figure is None:
        raise _CannotCheckError(Because.NOT_UNDERSTOOD)
    return figure.value


def _values(operands: Iterable[Operand], grounds: Grounds) -> list[Fraction]:
    return [_value(operand, grounds) for operand in operands]


def _cut(cut: StatedCut, grounds: Grounds) -> tuple[Fraction, Fraction]:
    """The rate, and where the local deadline is a range the rate of its lower end."""
    comparison = compare(parse(cut.legal), parse(cut.local), grounds.calendar)
    amounts = comparison.amounts(Convention(cut.convention))
    if amounts is None:
        raise _CannotCheckError(Because.NOT_COMPARABLE)
    return amounts.rate, amounts.best_rate


def _sum(claim: Claim, stated: Figure, grounds: Grounds) -> Checked:
    """Stated parts that do not add up to the stated whole contradict it; measured ones only differ from it."""
    parts = _values(claim.sum, grounds)
    checked = _judged(claim, stated, sum(parts, Fraction(0)))
    all_stated = not any(isinstance(operand, Measured) for operand in claim.sum)
    if checked.verdict is Verdict.DOES_NOT_HOLD and all_stated and stated.bound is Bound.EXACT:
        larger = any(part > stated.value for part in parts)
        return _impossible(checked, Because.PART_EXCEEDS_WHOLE if larger else Because.PARTS_DO_NOT_SUM)
    return checked


def _ratio(claim: Claim, ratio: Ratio, stated: Figure, grounds: Grounds) -> Checked:
    part, whole, limit = (
        None if operand is None else _value(operand, grounds)
        for operand in (ratio.part, ratio.whole, ratio.part_at_most)
    )
    if part is None and whole is None:
        return Checked(claim, Verdict.CANNOT_BE_CHECKED, Because.EXTERNAL, stated)
    if part is None:
        return _without_part(claim, stated, whole or Fraction(0), limit)
    if whole is None:
        implied = part / stated.value if stated.value and stated.high is None else None
        return Checked(claim, Verdict.CANNOT_BE_CHECKED, Because.NO_WHOLE, stated, implied=implied)
    checked = replace(
        _judged(claim, stated, part / whole if whole else None),
        base=_measured(ratio.whole, grounds) if isinstance(ratio.whole, Measured) else None,
        ratio=(part, whole),
    )
    if part > whole:
        return _impossible(checked, Because.PART_EXCEEDS_WHOLE)
    if limit is not None and part > limit:
        return _impossible(checked, Because.PART_EXCEEDS_LIMIT)
    return checked


def _without_part(claim: Claim, stated: Figure, whole: Fraction, limit: Fraction | None) -> Checked:
    """A percentage of a whole, without the number behind it: whether there can be such a number."""
    low, high = interval(stated, claim.rounding)
    checked = Checked(
        claim,
        Verdict.CANNOT_BE_CHECKED,
        Because.NO_PART,
        stated,
        implied=stated.value * whole if whole and stated.high is None else None,
    )
    if low > 1:
        return _impossible(checked, Because.PART_EXCEEDS_WHOLE)
    if limit is not None and low * whole > limit:
        return _impossible(checked, Because.PART_EXCEEDS_LIMIT)
    if stated.bound is Bound.EXACT and ceil(low * whole) > floor(high * whole):
        return _impossible(checked, Because.NO_SUCH_PART)
    return checked


def _impossible(checked: Checked, because: Because) -> Checked:
    return replace(checked, verdict=Verdict.IMPOSSIBLE, because=because)


def _judged(claim: Claim, stated: Figure, computed: Fraction | None, high: Fraction | None = None) -> Checked:
    """The stated figure against what came out, from `computed` to `high` where that is a range."""
    if computed is None:
        return Checked(claim, Verdict.CANNOT_BE_CHECKED, Because.NO_DATA, stated)
    high = computed if high is None else high
    exact = stated.bound is Bound.EXACT
    off = difference(stated, computed, high, claim.rounding)
    if not off:
        verdict, because = Verdict.HOLDS, Because.AGREES if exact else Because.WITHIN_BOUND
    else:
        verdict, because = Verdict.DOES_NOT_HOLD, Because.DIFFERS if exact else Because.OUTSIDE_BOUND
        if exact and not difference(stated, computed, high, Rounding.TRUNCATED):
            because = Because.DIFFERS_ONLY_CUT_OFF
    return Checked(claim, verdict, because, stated, computed, high if high != computed else None, off or None)
