"""How far the deadlines of a catalogue are cut: per procedure, and in averages that say what they are averages of.

Every figure belongs to a convention (`Convention`) and comes with the number compared and the number left out, by
reason. Rates are exact fractions.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from tthc.analysis.comparison import Comparison, Reason, compare
from tthc.analysis.deadlines import read
from tthc.analysis.durations import Amounts, Convention, Overrun
from tthc.analysis.overview import Kind, kind
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.deadline import Unit
from tthc.domain.entry import Entry
from tthc.domain.level import Channel
from tthc.domain.procedure import DeadlineText, Procedure
from tthc.domain.rounding import ratio, total

_GRADES = (*Overrun, None)  # the surest first


class Outcome(StrEnum):
    """What became of the time a procedure takes: one of these for every procedure compared."""

    CUT = "cut"
    KEPT = "kept"
    LONGER = "longer"


class Longer(StrEnum):
    """How a deadline that is certainly longer than the legal one shows in the rate of its procedure."""

    RATE = "rate"  # the rate is below zero
    UNIT = "unit"  # the rate does not show it: "15 ngày" → "15 ngày làm việc" is 0% by the nominal convention
    PART = "part"  # the rate does not show it: only one of several cases or channels is longer
    NO_RATE = "no_rate"  # there is no rate: the law says "within the day", or the convention knows none


@dataclass(frozen=True, slots=True)
class CutRow:
    """One procedure: its deadlines compared, and what stands against counting it.

    `comparison` stands for the procedure; it is that of `channel` where only channels state deadlines. `excluded` keeps
    a procedure out of every figure: it is no longer in force, or not the province's to cut.
    """

    entry: Entry
    comparison: Comparison
    channel: Channel | None = None
    channels: tuple[tuple[Channel, Comparison], ...] = ()
    excluded: Reason | None = None
    dossiers: int | None = None  # received in a year

    @property
    def gravest(self) -> Comparison:
        """The comparison with the surest overrun, be it the procedure's or that of one of its channels."""
        if not self.channels:
            return self.comparison
        comparisons = [self.comparison, *(found for _channel, found in self.channels)]
        return min(comparisons, key=lambda found: _GRADES.index(found.overrun))

    def amounts(self, convention: Convention) -> Amounts | None:
        """The two durations on the scale of this convention, with the rate; None if the procedure is left out."""
        return None if self.excluded else self.comparison.amounts(convention)

    def outcome(self, convention: Convention) -> Outcome | None:
        """Cut, kept or longer; None if the procedure is left out.

        Longer is what is certainly longer than the law allows, whatever its rate. What is not, and has no rate above
        zero, is not cut: a rate below zero may come from units that are compared by convention.
        """
        amounts = self.amounts(convention)
        if amounts is None:
            return None
        if self.longer(convention):
            return Outcome.LONGER
        return Outcome.CUT if amounts.rate > 0 else Outcome.KEPT

    def longer(self, convention: Convention) -> Longer | None:
        """How the rate shows that a deadline is certainly longer than the legal one; None if none is."""
        if self.excluded or self.gravest.overrun is not Overrun.CERTAIN:
            return None
        amounts = self.amounts(convention)
        if amounts is None:
            return Longer.NO_RATE
        if amounts.rate < 0:
            return Longer.RATE
        return Longer.UNIT if self.gravest.disguised else Longer.PART

    def left_out(self, convention: Convention) -> Reason | None:
        """Why the procedure has no rate under this convention; None if it has one."""
        return self.excluded or self.comparison.reason_under(convention)


@dataclass(frozen=True, slots=True)
class Pooled:
    """Durations of several procedures added up: in `unit`, or in days of the convention where there is none."""

    unit: Unit | None
    n: int
    legal: Fraction
    local: Fraction

    @property
    def cut(self) -> Fraction:
        return self.legal - self.local

    @property
    def rate(self) -> Fraction | None:
        """Σ cut / Σ legal."""
        return ratio(self.cut, self.legal)


@dataclass(frozen=True, slots=True)
class Weighted:
    """What the dossiers of a year make of the cuts; only procedures with statistics count."""

    n: int
    dossiers: int
    rate: Fraction | None  # Σ dossiers x rate / Σ dossiers: the cut that a dossier meets on average
    pooled: tuple[Pooled, ...]  # durations times dossiers: `cut` is the waiting saved in a year


@dataclass(frozen=True, slots=True)
class Summary:
    """Cuts of several procedures under one convention. `total` = `compared` + all of `left_out`."""

    convention: Convention
    total: int
    compared: int
    cut: int
    kept: int
    lengthened: int  # `compared` = `cut` + `kept` + `lengthened`
    longer: tuple[tuple[Longer, int], ...]  # `lengthened`, and those that are longer and not compared
    no_room: int  # of `kept`: within the day, or one working day at most
    left_out: tuple[tuple[Reason, int], ...]
    mean_compared: Fraction | None  # mean of rates over all that were compared, zero cuts included
    mean_cut: Fraction | None  # mean of rates over those that were cut
    pooled: tuple[Pooled, ...]  # one per unit like for like; one in all under the other conventions
    weighted: Weighted | None  # None without statistics
    overruns: tuple[tuple[Overrun, int], ...]  # of all procedures, whatever the convention


def rows(
    entries: Iterable[Entry], calendar: WorkingCalendar, dossiers: Mapping[str, int] | None = None
) -> tuple[CutRow, ...]:
    """Every procedure compared, in the order given. `dossiers` counts those received in a year, by code."""
    volumes = dossiers or {}
    compared = comparer(calendar)
    return tuple(_row(entry, compared, volumes.get(entry.key)) for entry in entries)


def counted_and_apart(
    found: Iterable[CutRow], *, internal: bool | None = None
) -> tuple[tuple[CutRow, ...], tuple[CutRow, ...]]:
    """The rows that averages are averages of, and those that stand apart from them.

    Averages are those of the province's procedures for citizens and businesses; of its internal ones where only these
    are asked for (`internal`).
    """
    meant = Kind.INTERNAL if internal else Kind.CITIZENS
    counted: list[CutRow] = []
    apart: list[CutRow] = []
    for row in found:
        (counted if kind(row.entry) is meant else apart).append(row)
    return tuple(counted), tuple(apart)


@lru_cache(maxsize=8)
def comparer(calendar: WorkingCalendar) -> Callable[[DeadlineText, DeadlineText], Comparison]:
    """Compares stated deadlines, the legal one first, on this calendar.

    Many procedures state the same two, and several analyses ask for them: what is the same is compared once.
    """

    @lru_cache(maxsize=20_000)
    def compared(legal: DeadlineText, local: DeadlineText) -> Comparison:
        return compare(read(legal), read(local), calendar)

    return compared


def summarise(found: Collection[CutRow], convention: Convention) -> Summary:
    """The averages under this convention, with what was left out and why."""
    compared = [(row, amounts) for row in found if (amounts := row.amounts(convention))]
    numbers = Counter(amounts for _row, amounts in compared)  # equal durations are common: count, then add
    outcomes = [(row, amounts, row.outcome(convention)) for row, amounts in compared]
    cut = Counter(amounts for _row, amounts, outcome in outcomes if outcome is Outcome.CUT)
    kept = [row for row, _amounts, outcome in outcomes if outcome is Outcome.KEPT]
    longer = Counter(how for row in found if (how := row.longer(convention)))
    left_out = Counter(reason for row in found if (reason := row.left_out(convention)))
    overruns = Counter(row.gravest.overrun for row in found if not row.excluded)
    return Summary(
        convention=convention,
        total=len(found),
        compared=len(compared),
        cut=cut.total(),
        kept=len(kept),
        lengthened=len(compared) - cut.total() - len(kept),
        longer=tuple((how, longer[how]) for how in Longer if longer[how]),
        no_room=sum(row.comparison.no_room for row in kept),
        left_out=tuple((reason, left_out[reason]) for reason in Reason if left_out[reason]),
        mean_compared=_mean(numbers),
        mean_cut=_mean(cut),
        pooled=_pooled([(amounts, 1) for _row, amounts in compared]),
        weighted=_weighted([(amounts, row.dossiers) for row, amounts in compared if row.dossiers is not None]),
        overruns=tuple((overrun, overruns[overrun]) for overrun in Overrun if overruns[overrun]),
    )


def _mean(numbers: Mapping[Amounts, int]) -> Fraction | None:
    """The mean of rates, each as often as it occurs."""
    rates = total((amounts.rate, n) for amounts, n in numbers.items())
    return ratio(rates, sum(numbers.values()))


def _row(entry: Entry, compared: Callable[[DeadlineText, DeadlineText], Comparison], dossiers: int | None) -> CutRow:
    procedure = entry.procedure
    legal, local = procedure.legal.deadline, procedure.local.deadline
    whole = compared(legal, local)
    channels = tuple(
        (item.channel, compared(item.legal_deadline or legal, item.local_deadline or local))
        for item in procedure.channels
        if item.legal_deadline or item.local_deadline
    )
    slowest = None if legal and local else _slowest(channels)
    channel, comparison = slowest or (None, whole)
    return CutRow(entry, comparison, channel, channels, _excluded(procedure), dossiers)


def _slowest(channels: Sequence[tuple[Channel, Comparison]]) -> tuple[Channel, Comparison] | None:
    """The channel with the lowest rate: as with ranges, what may happen at the latest is what counts."""
    rated = [
        (amounts.rate, n)
        for n, (_channel, found) in enumerate(channels)
        if (amounts := found.amounts(Convention.NOMINAL))
    ]
    if rated:
        return channels[min(rated)[1]]
    return channels[0] if channels else None


def _excluded(procedure: Procedure) -> Reason | None:
    if not procedure.in_force:
        return Reason.NOT_ACTIVE
    return Reason.VERTICAL if procedure.vertical else None


def _pooled(weighed: Iterable[tuple[Amounts, int]]) -> tuple[Pooled, ...]:
    """Durations added up within each unit, never across; the order of units is fixed."""
    numbers: Counter[Unit | None] = Counter()
    together: Counter[Amounts] = Counter()  # equal durations are common: add them once
    for amounts, weight in weighed:
        numbers[amounts.unit] += 1
        together[amounts] += weight
    pooled = []
    for unit in (None, *Unit):
        if unit in numbers:
            within = [(amounts, weight) for amounts, weight in together.items() if amounts.unit is unit]
            legal = total((amounts.legal, weight) for amounts, weight in within)
            local = total((amounts.local, weight) for amounts, weight in within)
            pooled.append(Pooled(unit, numbers[unit], legal, local))
    return tuple(pooled)


def _weighted(weighed: Sequence[tuple[Amounts, int]]) -> Weighted | None:
    if not weighed:
        return None
    together: Counter[Amounts] = Counter()
    for amounts, weight in weighed:
        together[amounts] += weight
    dossiers = together.total()
    rates = total((amounts.rate, weight) for amounts, weight in together.items())
    return Weighted(len(weighed), dossiers, ratio(rates, dossiers), _pooled(weighed))
