"""The parts of two records that can agree or disagree, and whether they say the same in other words."""

from collections.abc import Callable, Hashable
from enum import StrEnum
from functools import lru_cache

from tthc.analysis.deadlines import read
from tthc.domain.deadline import Kind
from tthc.domain.entry import Entry
from tthc.domain.procedure import DeadlineText, Procedure
from tthc.text.normalise import normalise
from tthc.text.title import parse


class Part(StrEnum):
    """A part of a record that a merger has to settle, in the order of an announcement."""

    CODE = "code"
    NAME = "name"
    LEVEL = "level"
    AGENCY = "agency"
    FIELD = "field"
    HANDLED_BY = "handled_by"
    LEGAL_DEADLINE = "legal_deadline"
    LOCAL_DEADLINE = "local_deadline"
    FEE = "fee"
    DOSSIER = "dossier"
    REQUIREMENTS = "requirements"
    RESULT = "result"
    SUBJECTS = "subjects"
    CHANNELS = "channels"
    BASIS = "basis"
    ONLINE = "online"


def values(entry: Entry, part: Part) -> tuple[str, ...]:
    """What the record says in this part, one text for each item; empty where it says nothing."""
    return _VALUES[part](entry)


def differ(a: Entry, b: Entry, part: Part) -> bool:
    """Whether both records say something here, and not the same."""
    left, right = values(a, part), values(b, part)
    return bool(left and right) and meaning(part, left) != meaning(part, right)


def meaning(part: Part, stated: tuple[str, ...]) -> Hashable:
    """What is said, without how it is written: order, spelling, the wording of a deadline that was understood."""
    if part in (Part.LEGAL_DEADLINE, Part.LOCAL_DEADLINE):
        return frozenset(map(understood, stated))
    return frozenset(map(named if part in (Part.NAME, Part.RESULT) else normalise, stated))


@lru_cache(maxsize=20_000)
def named(name: str) -> Hashable:
    """What a name says: "Thủ tục cấp GCN …" and "Cấp giấy chứng nhận …" say the same."""
    title = parse(name)
    return tuple(act.key for act in title.acts), frozenset(term.key for term in title.terms), title.levels


def _deadlines(procedure: Procedure, *, legal: bool) -> tuple[str, ...]:
    """The deadline of the procedure, case by case; those of its channels where it has none of its own."""
    stated: DeadlineText = (procedure.legal if legal else procedure.local).deadline
    if isinstance(stated, tuple):
        return tuple(f"{case.when}: {case.deadline}" for case in stated)
    of_channels = (channel.legal_deadline if legal else channel.local_deadline for channel in procedure.channels)
    return _texts(stated) or _distinct(*of_channels)


@lru_cache(maxsize=20_000)
def understood(text: str) -> Hashable:
    """What a deadline text means; the normalised text where it is not understood."""
    deadline = read(text)
    if deadline is None or deadline.kind is Kind.UNKNOWN:
        return normalise(text)
    cases = frozenset(
        (case.minimum, case.maximum, case.unit, case.extra, normalise(case.when or "")) for case in deadline.cases
    )
    return deadline.kind, cases, tuple((step.maximum, step.unit) for step in deadline.steps)


def _fee(entry: Entry) -> tuple[str, ...]:
    return _texts(entry.procedure.fee) or _distinct(*(channel.fee for channel in entry.procedure.channels))


def _result(entry: Entry) -> tuple[str, ...]:
    return _texts(entry.procedure.result.name if entry.procedure.result else None)


def _texts(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _distinct(*texts: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


_VALUES: dict[Part, Callable[[Entry], tuple[str, ...]]] = {
    Part.CODE: lambda entry: _texts(entry.procedure.code),
    Part.NAME: lambda entry: (entry.procedure.name,),
    Part.LEVEL: lambda entry: tuple(entry.procedure.level),
    Part.AGENCY: lambda entry: _texts(entry.agency),
    Part.FIELD: lambda entry: _texts(entry.field),
    Part.HANDLED_BY: lambda entry: entry.procedure.handled_by,
    Part.LEGAL_DEADLINE: lambda entry: _deadlines(entry.procedure, legal=True),
    Part.LOCAL_DEADLINE: lambda entry: _deadlines(entry.procedure, legal=False),
    Part.FEE: _fee,
    Part.DOSSIER: lambda entry: tuple(item.name for item in entry.procedure.dossier),
    Part.REQUIREMENTS: lambda entry: _texts(entry.procedure.requirements),
    Part.RESULT: _result,
    Part.SUBJECTS: lambda entry: entry.procedure.subjects,
    Part.CHANNELS: lambda entry: tuple(channel.channel for channel in entry.procedure.channels),
    Part.BASIS: lambda entry: entry.procedure.legal.basis,
    Part.ONLINE: lambda entry: _texts(entry.procedure.online.level),
}
