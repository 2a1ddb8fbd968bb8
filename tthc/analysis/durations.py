"""One legal and one local duration: by how much the local one is shorter, and whether it can end later.

There is no legal ratio between calendar days and working days. Like for like needs no ratio; every other figure stands
under a named convention.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from tthc.analysis.due import HOURS_A_DAY
from tthc.analysis.simulation import Duration, later, mean_waits
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.deadline import Case, Unit
from tthc.domain.rounding import cut_rate


class Convention(StrEnum):
    """How two durations are brought to one scale."""

    LIKE = "like"  # like for like: one unit, or units that are multiples of one another; nothing else
    NOMINAL = "nominal"  # a day is a day, of whatever kind: what newspapers print (40 ngày → 9 ngày làm việc: 77,5%)
    FIVE_SEVENTHS = "5/7"  # five working days are seven days
    CALENDAR = "calendar"  # the mean of days waited, over the receipt dates of the official calendar


class Order(StrEnum):
    """How the local duration stands to the legal one. The first three are exact, the others about due dates."""

    SHORTER = "shorter"
    EQUAL = "equal"
    LONGER = "longer"
    NEVER_LATER = "never_later"
    SOMETIMES_LATER = "sometimes_later"  # on some receipt dates, half of them at most
    MOSTLY_LATER = "mostly_later"  # on more than half of them
    ALWAYS_LATER = "always_later"  # on all of them
    UNDECIDED = "undecided"  # the calendar is too short, or one runs from a moment and the other from a day


class Overrun(StrEnum):
    """How sure it is that the local deadline exceeds the legal one."""

    CERTAIN = "certain"
    MOSTLY = "mostly"
    SOMETIMES = "sometimes"


class Proof(StrEnum):
    """What an order rests on."""

    ARITHMETIC = "arithmetic"
    BOUND = "bound"  # holds on every calendar
    SIMULATION = "simulation"  # counted over the receipt dates of the calendar


_OVERRUNS = {
    Order.LONGER: Overrun.CERTAIN,
    Order.ALWAYS_LATER: Overrun.CERTAIN,
    Order.MOSTLY_LATER: Overrun.MOSTLY,
    Order.SOMETIMES_LATER: Overrun.SOMETIMES,
}

# Units that are multiples of one another. A working day of 8 working hours is a convention
# (at most 8 by Bộ luật Lao động Điều 105 khoản 1): `Measure.eight_hours` says where it was used.
_FAMILIES: dict[Unit, tuple[str, Fraction]] = {
    Unit.MINUTE: ("clock", Fraction(1, 60)),
    Unit.HOUR: ("clock", Fraction(1)),
    Unit.WORKING_HOUR: ("working", Fraction(1, HOURS_A_DAY)),
    Unit.WORKING_DAY: ("working", Fraction(1)),
    Unit.DAY: ("day", Fraction(1)),
    Unit.WEEK: ("day", Fraction(7)),
    Unit.MONTH: ("month", Fraction(1)),
    Unit.YEAR: ("month", Fraction(12)),
}

# A month is 30 days and a year 365 for statistics (Bộ luật Dân sự Điều 146 khoản 1); never for due dates.
_NOMINAL_DAYS: dict[Unit, Fraction] = {
    Unit.MINUTE: Fraction(1, 24 * 60),
    Unit.HOUR: Fraction(1, 24),
    Unit.WORKING_HOUR: Fraction(1, HOURS_A_DAY),
    Unit.WORKING_DAY: Fraction(1),
    Unit.DAY: Fraction(1),
    Unit.WEEK: Fraction(7),
    Unit.MONTH: Fraction(30),
    Unit.YEAR: Fraction(365),
}
_WORKING_UNITS = (Unit.WORKING_DAY, Unit.WORKING_HOUR)


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """A legal and a local duration on one scale: in `unit`, or in days of the convention where there is none.

    `best` is the lower end of a local range; the upper end is what counts. Compared by identity, which is quick: there
    is one value for one pair of durations, however many procedures have it.
    """

    legal: Fraction
    local: Fraction
    best: Fraction
    unit: Unit | None
    rate: Fraction  # of the upper end
    best_rate: Fraction

    @property
    def cut(self) -> Fraction:
        return self.legal - self.local


class Durations(NamedTuple):
    """What is measured: the legal duration, the local one with the lower end of its range, and on which calendar."""

    legal: Duration
    local: Duration
    best: Duration
    calendar: WorkingCalendar


@dataclass(frozen=True, slots=True)
class Measure:
    """What there is to say about one legal and one local duration, whatever procedures they belong to."""

    durations: Durations
    order: Order
    proof: Proof
    later_on: int = 0  # receipt dates on which the local deadline ends later …
    dates: int = 0  # … of so many
    eight_hours: bool = False
    disguised: bool = (
        False  # looks equal or cut, but working days take longer than days: "15 ngày" → "15 ngày làm việc"
    )
    plus_ten: bool = False  # exactly ten days longer: the usual addition for difficult areas, in a single number
    _known: dict[Convention, Amounts | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def overrun(self) -> Overrun | None:
        """How sure it is that the local deadline exceeds the legal one; None if it never does, or cannot be told."""
        return _OVERRUNS.get(self.order)

    def amounts(self, convention: Convention) -> Amounts | None:
        """The two durations on the scale of this convention; None where it does not apply."""
        if convention not in self._known:
            self._known[convention] = _amounts(self.durations, convention)
        return self._known[convention]

    @property
    def share(self) -> Fraction | None:
        """The share of receipt dates on which the local deadline ends later, where dates were counted."""
        return Fraction(self.later_on, self.dates) if self.dates else None


def measure(legal: Case, local: Case, calendar: WorkingCalendar) -> Measure | None:
    """The local duration measured against the legal one; None where a unit is missing or the legal one is zero."""
    if legal.unit is None or local.unit is None or not legal.maximum:
        return None
    best = local.maximum if local.minimum is None else local.minimum
    ours, theirs = Duration(legal.maximum, legal.unit), Duration(local.maximum, local.unit)
    return _measure(Durations(ours, theirs, Duration(best, local.unit), calendar))


@lru_cache(maxsize=4096)
def nominal_days(duration: Duration) -> Fraction:
    """The duration in days of whatever kind: a month is 30, a year 365, eight working hours one."""
    return Fraction(duration.amount) * _NOMINAL_DAYS[duration.unit]


@lru_cache(maxsize=4096)
def _measure(durations: Durations) -> Measure:
    legal, local, _best, _calendar = durations
    order, proof, later_on, dates = _order(durations)
    unlike = legal.unit is not local.unit
    return Measure(
        durations=durations,
        order=order,
        proof=proof,
        later_on=later_on,
        dates=dates,
        eight_hours=unlike and Unit.WORKING_HOUR in (legal.unit, local.unit),
        disguised=legal.unit in (Unit.DAY, Unit.WEEK)
        and local.unit in _WORKING_UNITS
        and order in _OVERRUNS
        and nominal_days(local) <= nominal_days(legal),
        plus_ten=not unlike and legal.unit in (Unit.DAY, Unit.WORKING_DAY) and local.amount - legal.amount == 10,
    )


@lru_cache(maxsize=16_384)
def _amounts(durations: Durations, convention: Convention) -> Amounts | None:
    legal, local, best, _calendar = durations
    match convention:
        case Convention.LIKE:
            return _like(durations)
        case Convention.NOMINAL:
            return _amounts_on(nominal_days(legal), nominal_days(local), nominal_days(best))
        case Convention.FIVE_SEVENTHS:
            ours, theirs = _stretch(legal.unit), _stretch(local.unit)
            return _amounts_on(nominal_days(legal) * ours, nominal_days(local) * theirs, nominal_days(best) * theirs)
        case Convention.CALENDAR:
            return _waited(durations)


def _like(durations: Durations) -> Amounts | None:
    legal, local, best, _calendar = durations
    if _FAMILIES[legal.unit][0] != _FAMILIES[local.unit][0]:
        return None
    factor = _FAMILIES[local.unit][1] / _FAMILIES[legal.unit][1]
    return _amounts_on(
        Fraction(legal.amount), Fraction(local.amount) * factor, Fraction(best.amount) * factor, legal.unit
    )


def _waited(durations: Durations) -> Amounts | None:
    legal, local, best, calendar = durations
    if _FAMILIES[legal.unit][0] == _FAMILIES[local.unit][0] == "clock":  # hours run on every day alike
        return _amounts(durations, Convention.NOMINAL)
    waits, best_waits = mean_waits(legal, local, calendar), mean_waits(legal, best, calendar)
    if not (waits and best_waits and waits[0]):
        return None
    # a shorter duration is known for more receipt dates: bring its wait to the dates of the longer one
    return _amounts_on(*waits, best_waits[1] * waits[0] / best_waits[0])


def _stretch(unit: Unit) -> Fraction:
    return Fraction(7, 5) if unit in _WORKING_UNITS else Fraction(1)


def _amounts_on(legal: Fraction, local: Fraction, best: Fraction, unit: Unit | None = None) -> Amounts:
    rate = cut_rate(legal, local)
    return Amounts(legal, local, best, unit, rate, rate if best == local else cut_rate(legal, best))


def _order(durations: Durations) -> tuple[Order, Proof, int, int]:
    """The order, what it rests on, and the receipt dates that speak for it: later on so many of so many."""
    like = _amounts(durations, Convention.LIKE)
    if like:
        order = Order.EQUAL if like.local == like.legal else Order.SHORTER if like.local < like.legal else Order.LONGER
        return order, Proof.ARITHMETIC, 0, 0
    legal, local, _best, calendar = durations
    later_on, dates = later(legal, local, calendar)
    proven = _proven(legal, local)
    if proven:
        return proven, Proof.BOUND, later_on, dates
    return _simulated(later_on, dates), Proof.SIMULATION, later_on, dates


def _simulated(later_on: int, dates: int) -> Order:
    if not dates:
        return Order.UNDECIDED
    if later_on == dates:
        return Order.ALWAYS_LATER
    if later_on * 2 > dates:
        return Order.MOSTLY_LATER
    return Order.SOMETIMES_LATER if later_on else Order.NEVER_LATER


def _proven(legal: Duration, local: Duration) -> Order | None:
    """What holds on every calendar.

    A window of L days, even moved to the next working day, holds at most L working days; L working days last at least
    L days; a period of days ends at least 24 hours a day after the moment of receipt.
    """
    ours, theirs = (Fraction(duration.amount) * _FAMILIES[duration.unit][1] for duration in (legal, local))
    match _family(legal.unit), _family(local.unit):
        case "day", Unit.WORKING_DAY if -(-theirs // 1) > -(-ours // 1):
            return Order.ALWAYS_LATER
        case Unit.WORKING_DAY, "day" if -(-theirs // 1) <= ours // 1:
            return Order.NEVER_LATER
        case "clock", "day" | Unit.WORKING_DAY if ours <= 24 * (theirs // 1):
            return Order.ALWAYS_LATER
        case "day" | Unit.WORKING_DAY, "clock" if theirs <= 24 * (ours // 1):
            return Order.NEVER_LATER
        case _:
            return None


def _family(unit: Unit) -> str:
    """Working hours start at once and working days with the next day: what is proven for days is not for hours."""
    return unit if unit in _WORKING_UNITS else _FAMILIES[unit][0]
