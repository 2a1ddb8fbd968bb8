"""Deadlines as rows of plain values, and back: what was understood once can be kept and need not be read again."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from tthc.domain.deadline import Case, Deadline, Ignored, Kind, Span, Step, Unit


def to_row(deadline: Deadline) -> list[Any]:
    """A deadline, without its text, as lists, texts, numbers and None."""
    return [
        deadline.kind,
        [
            [
                str(case.maximum),
                case.unit,
                None if case.minimum is None else str(case.minimum),
                case.when,
                case.extra,
                _ends(case.span),
                _ends(case.when_span),
            ]
            for case in deadline.cases
        ],
        [[str(step.maximum), step.unit, step.who, _ends(step.span)] for step in deadline.steps],
        deadline.headline,
        deadline.start_event,
        [[_ends(ignored.span), ignored.reason] for ignored in deadline.ignored],
    ]


def from_row(text: str, row: Any) -> Deadline:
    """The deadline of this text. Raises ValueError, TypeError or ArithmeticError for what `to_row` did not make."""
    kind, cases, steps, headline, start_event, ignored = row
    return Deadline(
        text,
        Kind(kind),
        tuple(
            Case(
                Decimal(maximum),
                None if unit is None else Unit(unit),
                None if minimum is None else Decimal(minimum),
                when,
                extra,
                _span(span),
                _span(when_span),
            )
            for maximum, unit, minimum, when, extra, span, when_span in cases
        ),
        tuple(Step(Decimal(maximum), Unit(unit), who, _span(span)) for maximum, unit, who, span in steps),
        headline,
        start_event,
        tuple(Ignored(Span(*ends), reason) for ends, reason in ignored),
    )


def _ends(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span(ends: Iterable[int] | None) -> Span | None:
    return None if ends is None else Span(*ends)
