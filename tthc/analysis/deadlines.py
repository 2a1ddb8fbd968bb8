"""The deadlines of a record, understood: one text, or a list of texts by case, as one `Deadline`."""

from collections.abc import Iterator
from dataclasses import replace

from tthc.analysis.alignment import is_exception, is_ordinary
from tthc.domain.deadline import Case, Deadline, Kind
from tthc.domain.procedure import DeadlineText, Procedure
from tthc.text.deadline import parse

_SEPARATOR = "; "


def read(stated: DeadlineText) -> Deadline | None:
    """What a record states as a deadline; None if it states nothing.

    In a list of cases each `when` is the condition of its deadline. One text that is not understood makes the whole
    unknown, since nobody can tell which case it would have been.
    """
    if stated is None or isinstance(stated, str):
        return parse(stated) if stated else None
    if not stated:
        return None
    parsed = [(item.when, parse(item.deadline)) for item in stated]
    cases = [_with_condition(case, when) for when, deadline in parsed for case in deadline.cases]
    kinds = {deadline.kind for _when, deadline in parsed}
    return Deadline(
        text=_SEPARATOR.join(f"{item.when}: {item.deadline}" for item in stated),
        kind=_kind(kinds, len(cases)),
        cases=tuple(cases),
        headline=_headline(cases),
    )


def stated(procedure: Procedure) -> Iterator[str]:
    """Every text of a record that states a deadline."""
    for part in (procedure.legal.deadline, procedure.local.deadline):
        yield from (part,) if isinstance(part, str) else (case.deadline for case in part or ())
    for channel in procedure.channels:
        yield from (text for text in (channel.legal_deadline, channel.local_deadline) if text)


def _with_condition(case: Case, when: str) -> Case:
    """The officer's condition, and after it the text's own; places in the text no longer apply."""
    condition = f"{when}, {case.when}" if case.when else when
    return replace(case, when=condition, span=None, when_span=None)


def _kind(kinds: set[Kind], cases: int) -> Kind:
    if Kind.UNKNOWN in kinds:
        return Kind.UNKNOWN
    if len(kinds) == 1 and cases <= 1:
        return next(iter(kinds))
    return Kind.CONDITIONAL if cases else min(kinds)


def _headline(cases: list[Case]) -> int | None:
    """The case marked as ordinary; else the only one that is no exception."""
    ordinary = [n for n, case in enumerate(cases) if not case.extra and case.when and is_ordinary(case.when)]
    plain = [n for n, case in enumerate(cases) if not case.extra and not is_exception(case.when)]
    found = ordinary or plain
    return found[0] if len(found) == 1 else None
