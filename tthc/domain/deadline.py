"""What a deadline text (thời hạn giải quyết) says, as values.

The announced wording stays in the catalogue verbatim; a `Deadline` is what was understood of it. Amounts are `Decimal`:
halves and quarters of days are ordinary. Units are never converted here.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """The unit as written. There is no legal ratio between calendar days and working days."""

    MINUTE = "minute"
    HOUR = "hour"
    WORKING_HOUR = "working_hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Kind(StrEnum):
    """What kind of statement the whole text is."""

    FIXED = "fixed"  # exactly one counted duration (a range is one)
    CONDITIONAL = "conditional"  # several durations for different conditions, or an addition on top
    STEPS = "steps"  # stages that follow each other, with or without a stated total
    IMMEDIATE = "immediate"  # at once, or within the day; a fallback may stand in `cases`
    UNSPECIFIED = "unspecified"  # the text says that the time is open or laid down elsewhere
    NO_UNIT = "no_unit"  # a number without a unit
    NONE = "none"  # nothing is said about a handling time
    UNKNOWN = "unknown"  # not understood; counted, never averaged


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of character positions in the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Case:
    """One duration, for one condition. `minimum` only where a range is written; the maximum is what counts."""

    maximum: Decimal
    unit: Unit | None
    minimum: Decimal | None = None
    when: str | None = None
    extra: bool = False  # comes on top of another case ("tăng thêm 10 ngày"), never added up here
    span: Span | None = None  # where the amount stands
    when_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of several that follow each other."""

    maximum: Decimal
    unit: Unit
    who: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Ignored:
    """A stretch of the text that holds a time which does not count, and why."""

    span: Span
    reason: str  # a stable key such as "clock_time", "law_number", "incomplete_dossier", "excluded"


@dataclass(frozen=True, slots=True)
class Deadline:
    """What was understood of one deadline text; `headline` is the index in `cases` of the ordinary case."""

    text: str
    kind: Kind
    cases: tuple[Case, ...] = ()
    steps: tuple[Step, ...] = ()
    headline: int | None = None
    start_event: str | None = None
    ignored: tuple[Ignored, ...] = ()

    @property
    def headline_case(self) -> Case | None:
        """The ordinary case, if the text has one."""
        return None if self.headline is None else self.cases[self.headline]
