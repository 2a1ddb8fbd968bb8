"""In which parts two records of one procedure differ, and in which of these only by how they are written."""

import re
from collections.abc import Callable, Hashable, Iterable
from enum import StrEnum

from tthc.analysis.duplicates.exact import base_code
from tthc.analysis.overview import levels_of
from tthc.domain.entry import Entry
from tthc.domain.procedure import DeadlineText
from tthc.text.normalise import normalise

_ZEROS = re.compile(r"(?<![\d.,])0+(?=\d)")  # 05 ngày
_IN_WORDS = re.compile(r"(?<=\d) ?\([^\d()]{1,20}\)")  # 05 (năm) ngày
_POINT = re.compile(r"(?<=\d)\.(?=\d{1,2}(?!\d))")  # 3.5 ngày


class Part(StrEnum):
    """A part of a record, in the order of an announcement; the last two say where a record belongs."""

    CODE = "code"
    NAME = "name"
    LEVEL = "level"
    TYPE = "type"  # internal or not, standard, specific …
    HANDLED_BY = "handled_by"
    COORDINATING = "coordinating"
    PLACE = "place"
    SUBJECTS = "subjects"
    LEGAL_DEADLINE = "legal_deadline"
    LOCAL_DEADLINE = "local_deadline"
    CHANNELS = "channels"
    STEPS = "steps"
    INTERNAL_STEPS = "internal_steps"
    DOSSIER = "dossier"
    FEE = "fee"
    REQUIREMENTS = "requirements"
    RESULT = "result"
    BASIS = "basis"
    DECISION = "decision"
    ONLINE = "online"
    AGENCY = "agency"
    FIELD = "field"


BELONGING = frozenset({Part.AGENCY, Part.FIELD})


def differences(before: Entry, after: Entry) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The parts that say something else, and those that say the same in another spelling; both in the order of `Part`.

    The order of agencies, papers, applicants and legal documents says nothing. Files are not looked at: where a record
    stands only the whole catalogue knows.
    """
    changed: list[Part] = []
    spelled: list[Part] = []
    for part, value in _VALUES.items():
        old, new = value(before), value(after)
        if old != new:
            (changed if _meaning(part, old) != _meaning(part, new) else spelled).append(part)
    return tuple(changed), tuple(spelled)


def _meaning(part: Part, value: Hashable) -> Hashable:
    """What is said, whatever its spelling."""
    spell = _SPELLINGS.get(part, normalise)

    def plain(inner: Hashable) -> Hashable:
        if type(inner) is str:
            return spell(inner)
        if isinstance(inner, tuple):
            return tuple(map(plain, inner))
        return frozenset(map(plain, inner)) if isinstance(inner, frozenset) else inner

    return None if value in ("", ()) else plain(value)


def _deadline(text: str) -> str:
    """05 ngày, 5(năm) ngày and 5 ngày are one; every other word counts, the event from which it runs too."""
    words = _POINT.sub(",", _IN_WORDS.sub("", _ZEROS.sub("", normalise(text))))
    return words.replace("nlv", " ngày làm việc").replace("  ", " ")


def _code(text: str) -> str:
    """The national code: the province's ending says nothing about the procedure."""
    return base_code(text) or normalise(text)


def _stated(stated: DeadlineText) -> Hashable:
    if stated is None or isinstance(stated, str):
        return stated
    return _any_order((case.when, case.deadline) for case in stated)


def _legal(entry: Entry) -> Hashable:
    channels = ((item.channel, item.legal_deadline) for item in entry.procedure.channels if item.legal_deadline)
    return _stated(entry.procedure.legal.deadline), _any_order(channels)


def _local(entry: Entry) -> Hashable:
    channels = ((item.channel, item.local_deadline) for item in entry.procedure.channels if item.local_deadline)
    return _stated(entry.procedure.local.deadline), _any_order(channels)


def _channels(entry: Entry) -> Hashable:
    return _any_order((item.channel, item.note) for item in entry.procedure.channels)


def _dossier(entry: Entry) -> Hashable:
    papers = (
        (item.name, item.form, item.electronic_form, item.originals, item.copies, item.required, item.when)
        for item in entry.procedure.dossier
    )
    return _any_order(papers), entry.procedure.dossier_sets


def _fee(entry: Entry) -> Hashable:
    return entry.procedure.fee, _any_order((item.channel, item.fee) for item in entry.procedure.channels if item.fee)


def _result(entry: Entry) -> Hashable:
    result = entry.procedure.result
    return (result.name, frozenset(result.delivery)) if result else None


def _decision(entry: Entry) -> Hashable:
    procedure = entry.procedure
    local = procedure.local
    return procedure.legal.decision, local.decision, local.decided, local.effective, procedure.repealed_by


def _online(entry: Entry) -> Hashable:
    online = entry.procedure.online
    needs = online.presence, online.site_visit, online.original
    return online.level, online.reason, online.reason_basis, online.reason_until, online.payment, needs


def _any_order(values: Iterable[Hashable]) -> tuple[Hashable, ...]:
    return tuple(sorted(values, key=repr))


_SPELLINGS: dict[Part, Callable[[str], str]] = {
    Part.CODE: _code,
    Part.LEGAL_DEADLINE: _deadline,
    Part.LOCAL_DEADLINE: _deadline,
    Part.INTERNAL_STEPS: _deadline,
}
_VALUES: dict[Part, Callable[[Entry], Hashable]] = {
    Part.CODE: lambda entry: (entry.procedure.code, entry.procedure.local_id),
    Part.NAME: lambda entry: entry.procedure.name,
    Part.LEVEL: levels_of,
    Part.TYPE: lambda entry: (entry.procedure.internal, entry.procedure.formality),
    Part.HANDLED_BY: lambda entry: _any_order(entry.procedure.handled_by),
    Part.COORDINATING: lambda entry: _any_order(entry.procedure.coordinating),
    Part.PLACE: lambda entry: (entry.procedure.place, entry.procedure.non_territorial),
    Part.SUBJECTS: lambda entry: _any_order(entry.procedure.subjects),
    Part.LEGAL_DEADLINE: _legal,
    Part.LOCAL_DEADLINE: _local,
    Part.CHANNELS: _channels,
    Part.STEPS: lambda entry: entry.procedure.steps,
    Part.INTERNAL_STEPS: lambda entry: tuple((s.name, s.agency, s.time) for s in entry.procedure.local.steps),
    Part.DOSSIER: _dossier,
    Part.FEE: _fee,
    Part.REQUIREMENTS: lambda entry: entry.procedure.requirements,
    Part.RESULT: _result,
    Part.BASIS: lambda entry: _any_order(entry.procedure.legal.basis),
    Part.DECISION: _decision,
    Part.ONLINE: _online,
    Part.AGENCY: lambda entry: entry.agency,
    Part.FIELD: lambda entry: entry.field,
}
