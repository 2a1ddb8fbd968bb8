"""The times of a text to a `Deadline`: which are cases, which are stages, what kind of statement the whole is."""

from collections.abc import Sequence
from decimal import Decimal

from tthc.domain.deadline import Case, Deadline, Ignored, Kind, Span, Step, Unit
from tthc.text.deadline.entries import Entry, enter
from tthc.text.deadline.sequence import once, order
from tthc.text.deadline.headline import headline
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.numbers import Quantity
from tthc.text.deadline.outline import Item, clauses_of
from tthc.text.deadline.promptness import NextDay, next_days, same_day
from tthc.text.deadline.reading import Part
from tthc.text.deadline.roles import Reason
from tthc.text.deadline.tokens import Token
from tthc.text.deadline.wordless import without_time


class Source:
    """The text and its tokens, to give back places and words."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens

    def span(self, lo: int, hi: int) -> Span:
        return Span(self.tokens[lo].start, self.tokens[hi - 1].end)

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]


def assemble(text: str, tokens: Sequence[Token], quantities: Sequence[Quantity], items: Sequence[Item]) -> Deadline:
    """What the text says, from its outline."""
    source = Source(text, tokens)
    entries = enter(items)
    base = [entry for entry in entries if entry.counted]
    extras = [entry for entry in entries if entry.extra and entry.reason is None]
    stages = [entry for entry in entries if entry.total is not None]
    base = once(base)
    ignored = _ignored(source, entries, quantities)
    fallbacks = next_days(items)

    kind, cases, steps = Kind.FIXED, list(base), list(stages)
    if same_day(items, base):
        kind = Kind.IMMEDIATE
        made = [_fallback(source, next_day) for next_day in fallbacks]
        return Deadline(
            text, kind, _distinct(made + [_case(source, e) for e in base + extras]), ignored=ignored
        )
    if not base and not extras:
        if fallbacks:
            case = _fallback(source, fallbacks[0])
            return Deadline(text, Kind.FIXED, (case,), headline=0, ignored=ignored)
        return without_time(text, tokens, items, ignored)
    if len(base) > 1:
        sequence = order(base)
        if sequence is None:
            ambiguous = tuple(Ignored(source.span(e.quantity.lo, e.quantity.hi), Reason.AMBIGUOUS) for e in base)
            merged = sorted(ignored + ambiguous, key=lambda i: i.span.start)
            return Deadline(text, Kind.UNKNOWN, ignored=tuple(merged))
        follow, cases = sequence
        if follow:
            kind, steps = Kind.STEPS, follow
        else:
            kind = Kind.CONDITIONAL
    if extras and kind is not Kind.STEPS:
        kind = Kind.CONDITIONAL
    elif kind is Kind.FIXED and len(steps) > 0:
        kind = Kind.STEPS
    made = _distinct([_case(source, e) for e in cases + extras])
    head = headline(cases, kind)
    index = None
    if head is not None:
        want = _case(source, cases[head])
        index = next(i for i, c in enumerate(made) if _key(c) == _key(want))
    if kind is Kind.CONDITIONAL and len(made) == 1 and not made[0].extra:
        kind = Kind.FIXED
    return Deadline(
        text,
        kind,
        made,
        tuple(_step(source, e) for e in steps),
        index,
        _start(source, entries),
        ignored,
    )


def _distinct(cases: Sequence[Case]) -> tuple[Case, ...]:
    seen = set()
    kept = []
    for case in cases:
        if _key(case) not in seen:
            seen.add(_key(case))
            kept.append(case)
    return tuple(kept)


def _key(case: Case) -> tuple[object, ...]:
    return case.minimum, case.maximum, case.unit, case.extra


def _case(source: Source, entry: Entry) -> Case:
    quantity = entry.quantity
    condition = entry.own_condition
    when_span = None
    if condition is not None and condition.hi > condition.lo:
        when_span = source.span(condition.lo, condition.hi)
    elif entry.headings:
        when_span = source.span(entry.headings[-1].lo, entry.headings[-1].hi)
    return Case(
        quantity.maximum,
        quantity.unit,
        quantity.minimum,
        source.words(when_span) if when_span else None,
        entry.extra,
        source.span(quantity.lo, quantity.hi),
        when_span,
    )


def _fallback(source: Source, next_day: NextDay) -> Case:
    return Case(Decimal(1), next_day.unit, span=source.span(next_day.lo, next_day.hi))


def _step(source: Source, entry: Entry) -> Step:
    quantity = entry.quantity
    assert quantity.unit
    return Step(quantity.maximum, quantity.unit, None, source.span(quantity.lo, quantity.hi))


def _start(source: Source, entries: Sequence[Entry]) -> str | None:
    for entry in entries:
        start = entry.reading.start
        if entry.reason is None and start.hi > start.lo:
            return source.words(source.span(start.lo, start.hi))
    return None


def _ignored(source: Source, entries: Sequence[Entry], quantities: Sequence[Quantity]) -> tuple[Ignored, ...]:
    found = [(q, q.reason) for q in quantities if q.reason]
    found += [(e.quantity, e.reason) for e in entries if e.reason]
    found.sort(key=lambda pair: pair[0].lo)
    return tuple(Ignored(source.span(q.lo, q.hi), str(reason)) for q, reason in found)
