"""A local deadline against the legal one: case by case, like for like first, other conventions by name.

A province may shorten a deadline and not lengthen it (NĐ 63/2010/NĐ-CP Điều 8 khoản 1, Điều 18 khoản 6). The comparison
holds only between the same case in the same unit; what cannot be compared says why.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from tthc.analysis.alignment import How, align
from tthc.analysis.durations import Amounts, Convention, Measure, Overrun, measure, nominal_days
from tthc.analysis.simulation import Duration
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.deadline import Case, Deadline, Kind
from tthc.text.normalise import fold

# The cell of a cut table that says in words that nothing was cut; compared without spaces, which PDFs break.
_NO_CUT = ("khongthuchiencatgiam", "khongdexuatcatgiam", "khongcatgiam", "giunguyen")


class Reason(StrEnum):
    """Why there is no cut to compute."""

    NO_LEGAL = "no_legal"  # no legal deadline in the record
    NO_LOCAL = "no_local"  # no local deadline in the record
    UNKNOWN = "unknown"  # a text that was not understood
    UNSPECIFIED = "unspecified"  # "Không quy định": the text leaves the time open
    NONE_STATED = "none_stated"  # the text says nothing about a time
    NO_UNIT = "no_unit"
    IMMEDIATE = "immediate"  # within the day: there is nothing to divide by or to subtract
    STEPS = "steps_without_total"
    NOT_ALIGNED = "not_aligned"  # several cases, and none could be set against another
    ZERO = "zero"  # a legal deadline of zero
    UNITS_DIFFER = "units_differ"  # of a convention only: nothing to compare like for like
    NOT_COVERED = "not_covered"  # of a convention only: the calendar is too short to measure on
    NOT_ACTIVE = "not_active"  # of a procedure: repealed or replaced, no part of the catalogue in force
    VERTICAL = "vertical"  # of a procedure: of a vertical agency only, not the province's to announce or to cut


_REASON_OF_KIND = {
    Kind.UNKNOWN: Reason.UNKNOWN,
    Kind.UNSPECIFIED: Reason.UNSPECIFIED,
    Kind.NONE: Reason.NONE_STATED,
    Kind.NO_UNIT: Reason.NO_UNIT,
    Kind.IMMEDIATE: Reason.IMMEDIATE,
}


@dataclass(frozen=True, slots=True)
class CasePair:
    """A legal and a local case that belong together, measured. `measure` is None where the legal duration is zero."""

    legal: Case
    local: Case
    how: How
    measure: Measure | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two deadlines, compared.

    `main` is the pair that stands for the procedure in statistics: the ordinary case, else the longest; None where
    nothing can be computed, and then `reason` says why.
    """

    legal: Deadline | None
    local: Deadline | None
    pairs: tuple[CasePair, ...] = ()
    main: CasePair | None = None
    reason: Reason | None = None
    legal_only: tuple[Case, ...] = ()  # cases without a counterpart
    local_only: tuple[Case, ...] = ()
    surplus: tuple[Case, ...] = ()  # of `local_only`, those that exceed every legal case
    overrun: Overrun | None = None  # the gravest of all pairs
    several: bool = False  # several cases: an officer has to look before it is called an error
    plus_ten: bool = False  # what exceeds is the usual ten days for difficult areas
    kept: bool = False  # the local text says in words that nothing was cut
    no_room: bool = False  # within the day, or one working day at most: there is nothing left to cut

    @property
    def disguised(self) -> bool:
        """Whether a case looks kept or cut and takes longer: "15 ngày" turned into "15 ngày làm việc"."""
        return any(pair.measure is not None and pair.measure.disguised for pair in self.pairs)

    def amounts(self, convention: Convention) -> Amounts | None:
        """The durations of the main pair on the scale of this convention, with the rate; None if there is none."""
        return self.main.measure.amounts(convention) if self.main and self.main.measure else None

    def reason_under(self, convention: Convention) -> Reason | None:
        """Why there is no rate under this convention; None if there is one."""
        if self.reason or self.amounts(convention):
            return self.reason
        return Reason.UNITS_DIFFER if convention is Convention.LIKE else Reason.NOT_COVERED


def compare(legal: Deadline | None, local: Deadline | None, calendar: WorkingCalendar) -> Comparison:
    """The local deadline against the legal one; None stands for a deadline that the record does not give.

    Due dates are simulated on the announced years of `calendar`.
    """
    kept = local is not None and not local.cases and says_no_cut(local.text)
    if kept:
        local = legal
    no_room = _no_room(local or legal)
    if legal is None or local is None:
        reason = Reason.NO_LEGAL if legal is None else Reason.NO_LOCAL
        return Comparison(legal, local, reason=reason, kept=kept, no_room=no_room)
    several = len(legal.cases) > 1 or len(local.cases) > 1
    if why := _reason(legal) or _reason(local):
        overrun = _lost_immediacy(legal, local)
        return Comparison(legal, local, reason=why, overrun=overrun, several=several, kept=kept, no_room=no_room)

    announced = _announced(calendar)
    alignment = align(legal, local)
    pairs = tuple(
        CasePair(match.legal, match.local, match.how, measure(match.legal, match.local, announced))
        for match in alignment.matches
    )
    main = _main(pairs)
    surplus = _surplus(legal, alignment.local_only, announced)
    measures = [pair.measure for pair in pairs if pair.measure]
    return Comparison(
        legal,
        local,
        pairs,
        main,
        reason=None if main else Reason.ZERO if len(measures) < len(pairs) else Reason.NOT_ALIGNED,
        legal_only=alignment.legal_only,
        local_only=alignment.local_only,
        surplus=surplus,
        overrun=_gravest([found.overrun for found in measures if found.overrun]),
        several=several,
        plus_ten=any(found.plus_ten for found in measures) or _adds_ten(surplus, legal, local),
        kept=kept,
        no_room=no_room,
    )


def says_no_cut(text: str) -> bool:
    """Whether a local deadline says in words that the legal one is kept ("Không thực hiện cắt giảm")."""
    return fold(text).replace(" ", "").startswith(_NO_CUT)


@lru_cache(maxsize=16)
def _announced(calendar: WorkingCalendar) -> WorkingCalendar:
    """One value for one calendar, since results are cached on it."""
    return calendar.only_announced()


def _reason(deadline: Deadline) -> Reason | None:
    """Why a deadline cannot be compared with any other."""
    if deadline.kind in _REASON_OF_KIND:
        return _REASON_OF_KIND[deadline.kind]
    if deadline.steps and all(case.extra for case in deadline.cases):
        return Reason.STEPS
    return None if any(case.unit for case in deadline.cases) else Reason.NONE_STATED


def _main(pairs: tuple[CasePair, ...]) -> CasePair | None:
    """The pair that stands for the procedure: the ordinary case, else the one with the longest legal duration."""
    usable = [pair for pair in pairs if pair.measure and not pair.legal.extra]
    ordinary = [pair for pair in usable if pair.how in (How.ONLY, How.HEADLINE)]
    return (
        ordinary[0]
        if ordinary
        else max(usable, key=lambda pair: (*map(_days, (pair.legal, pair.local)),), default=None)
    )


def _days(case: Case) -> Fraction:
    return nominal_days(Duration(case.maximum, case.unit)) if case.unit else Fraction(0)


def _surplus(legal: Deadline, local_only: tuple[Case, ...], calendar: WorkingCalendar) -> tuple[Case, ...]:
    """Local cases without a counterpart that exceed the longest legal case; additions always do."""
    longest = max((case for case in legal.cases if not case.extra), key=_days, default=None)
    return tuple(
        case
        for case in local_only
        if case.extra or (longest and (found := measure(longest, case, calendar)) and found.overrun)
    )


def _adds_ten(surplus: tuple[Case, ...], legal: Deadline, local: Deadline) -> bool:
    """Whether all that exceeds is ten days more than a duration that both know: the addition for difficult areas."""
    bases = [case for case in (*legal.cases, *local.cases) if not case.extra]

    def ten_more(case: Case) -> bool:
        if case.extra:
            return case.maximum == 10
        return any(case.unit is base.unit and case.maximum - base.maximum == 10 for base in bases)

    return bool(surplus) and all(ten_more(case) for case in surplus)


def _lost_immediacy(legal: Deadline, local: Deadline) -> Overrun | None:
    """A legal deadline of the same day, and a local one that is counted in days."""
    if legal.kind is not Kind.IMMEDIATE or local.kind in _REASON_OF_KIND:
        return None
    longest, fallback = (max(map(_days, deadline.cases), default=Fraction(0)) for deadline in (local, legal))
    if not longest:
        return None
    return Overrun.CERTAIN if longest > fallback else Overrun.SOMETIMES


def _no_room(deadline: Deadline | None) -> bool:
    """Within the day, or one (working) day at most in every case."""
    if deadline is None:
        return False
    if deadline.kind is Kind.IMMEDIATE:
        return True
    counted = [case for case in deadline.cases if case.unit]
    return bool(counted) and all(_days(case) <= 1 for case in counted)


def _gravest(overruns: list[Overrun]) -> Overrun | None:
    return next((overrun for overrun in Overrun if overrun in overruns), None)
