"""The times of a text to a `Deadline`: which are cases, which are stages, what kind of statement the whole is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tthc.domain.deadline import Case, Deadline, Ignored, Kind, Span, Step
from tthc.text.deadline.entries import enter
from tthc.text.deadline.entry import Entry
from tthc.text.deadline.headline import headline
from tthc.text.deadline.promptness import NextDay, exceptionally, next_days, same_day
from tthc.text.deadline.reasons import Reason
from tthc.text.deadline.sequence import once, order
from tthc.text.deadline.times import Quantity
from tthc.text.deadline.tokens import Token
from tthc.text.deadline.tree import Item
from tthc.text.deadline.wordless import without_time


def alone(text: str, tokens: Sequence[Token], quantity: Quantity) -> Deadline:
    """A text that is one duration and nothing else, as most cells of the portal are."""
    case = Case(quantity.maximum, quantity.unit, quantity.minimum, span=Span(tokens[0].start, tokens[-1].end))
    return Deadline(text, Kind.FIXED, (case,), headline=0)


def assemble(text: str, tokens: Sequence[Token], quantities: Sequence[Quantity], items: Sequence[Item]) -> Deadline:
    """What the text says, from its outline."""
    source = _Source(text, tokens)
    entries = enter(items)
    ignored = source.ignored(entries, quantities)
    base = once([entry for entry in entries if entry.counted])
    extras = [source.case(entry) for entry in entries if entry.is_extra_case]
    fallbacks = [source.fallback(day) for day in next_days(items)]

    if same_day(items, base):
        cases = _distinct([*fallbacks, *map(source.case, base), *extras])
        return Deadline(text, Kind.IMMEDIATE, cases, start_event=source.start(entries), ignored=ignored)
    if not base and not extras:
        if not fallbacks:
            return without_time(text, tokens, items, ignored)
        return Deadline(text, Kind.FIXED, (fallbacks[0],), headline=0, ignored=ignored)
    found = order(base)
    if found is None:
        return Deadline(text, Kind.UNKNOWN, ignored=source.ignored(entries, quantities, unclear=base))

    cases = _distinct([*map(source.case, found.cases), *fallbacks, *extras])
    total_of = [entry for entry in entries if entry.total is not None]
    ordinary = headline(found.cases) if not found.stages else None
    return Deadline(
        text=text,
        kind=_kind(cases, bool(found.stages), bool(total_of), exceptionally(items)),
        cases=cases,
        steps=tuple(source.step(entry) for entry in found.stages or total_of),
        headline=None if ordinary is None else _index(cases, source.case(ordinary)),
        start_event=source.start(entries),
        ignored=ignored,
    )


def _kind(cases: Sequence[Case], staged: bool, split: bool, exception: bool) -> Kind:
    if staged:
        return Kind.STEPS
    if len(cases) > 1 or cases[0].extra or exception:
        return Kind.CONDITIONAL
    return Kind.STEPS if split else Kind.FIXED


def _distinct(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Every case once: the same duration for another condition is the same case."""
    kept: dict[tuple[object, ...], Case] = {}
    for case in cases:
        kept.setdefault(_same(case), case)
    return tuple(kept.values())


def _index(cases: Sequence[Case], wanted: Case) -> int:
    return [_same(case) for case in cases].index(_same(wanted))


def _same(case: Case) -> tuple[object, ...]:
    return case.minimum, case.maximum, case.unit, case.extra


@dataclass(frozen=True, slots=True)
class _Source:
    """The text, to give back places and words for what was understood."""

    text: str
    tokens: Sequence[Token]

    def case(self, entry: Entry) -> Case:
        quantity, condition = entry.quantity, entry.condition
        when = self.span(condition.lo, condition.hi) if condition else None
        return Case(
            maximum=quantity.maximum,
            unit=quantity.unit,
            minimum=quantity.minimum,
            when=self.words(when) if when else None,
            extra=entry.extra,
            span=self.span(quantity.lo, quantity.hi),
            when_span=when,
        )

    def fallback(self, day: NextDay) -> Case:
        return Case(Decimal(1), day.unit, span=self.span(day.lo, day.hi))

    def step(self, entry: Entry) -> Step:
        quantity, actor = entry.quantity, entry.actor
        assert quantity.unit
        who = self.words(self.span(actor.lo, actor.hi)) if actor else None
        return Step(quantity.maximum, quantity.unit, who, self.span(quantity.lo, quantity.hi))

    def start(self, entries: Iterable[Entry]) -> str | None:
        """The first event that a counted time starts with."""
        starts = (entry.reading.start for entry in entries if entry.reason is None)
        first = next((start for start in starts if start.atoms), None)
        return self.words(self.span(first.lo, first.hi)).rstrip(" ,.;:") if first else None

    def ignored(
        self, entries: Iterable[Entry], quantities: Iterable[Quantity], unclear: Iterable[Entry] = ()
    ) -> tuple[Ignored, ...]:
        """Every time that does not count, and what only looks like one, in order."""
        reasons = [(quantity, quantity.reason) for quantity in quantities if quantity.reason]
        reasons += [(entry.quantity, entry.reason) for entry in entries if entry.reason]
        reasons += [(entry.quantity, Reason.AMBIGUOUS) for entry in unclear]
        reasons.sort(key=lambda pair: pair[0].lo)
        return tuple(Ignored(self.span(q.lo, q.hi), str(reason)) for q, reason in reasons)

    def span(self, lo: int, hi: int) -> Span:
        return Span(self.tokens[lo].start, self.tokens[hi - 1].end)

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]
