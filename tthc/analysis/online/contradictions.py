"""Contradictions between the service that is offered and the one that is possible or lawful."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from tthc.analysis.online.checks import Check, Source, Status
from tthc.analysis.online.criteria import Key, Regime
from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.domain.level import OnlineLevel, PartialReason
from tthc.domain.procedure import Procedure
from tthc.text.data import load
from tthc.text.normalise import normalise


class Kind(StrEnum):
    """What contradicts what."""

    FULL_WITH_PRESENCE = "full-with-presence"
    FULL_WITH_SITE_VISIT = "full-with-site-visit"
    FULL_WITHOUT_CHANNEL = "full-without-channel"
    FULL_WITHOUT_PAYMENT = "full-without-payment"
    FULL_WITHOUT_FORM = "full-without-form"
    FULL_WITHOUT_DELIVERY = "full-without-delivery"
    PARTIAL_WITHOUT_REASON = "partial-without-reason"
    PARTIAL_WITHOUT_BASIS = "partial-without-basis"
    PARTIAL_FOR_ANOTHER_REASON = "partial-for-another-reason"
    REASON_WITHOUT_END = "reason-without-end"
    REASON_OVER = "reason-over"
    ELIGIBLE_NOT_OFFERED = "eligible-not-offered"
    INFORMATION_WITHOUT_REASON = "information-without-reason"
    OLD_TERMS = "old-terms"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One contradiction. `certain` is False where the wording only suggests it; `path` leads to the field concerned."""

    kind: Kind
    path: tuple[str | int, ...]
    certain: bool = True
    quote: str = ""


# A full service that lacks one of these is none.
_OF_FULL = {
    Key.PRESENCE: Kind.FULL_WITH_PRESENCE,
    Key.SITE_VISIT: Kind.FULL_WITH_SITE_VISIT,
    Key.CHANNEL: Kind.FULL_WITHOUT_CHANNEL,
    Key.PAYMENT: Kind.FULL_WITHOUT_PAYMENT,
    Key.FORM: Kind.FULL_WITHOUT_FORM,
    Key.DELIVERY: Kind.FULL_WITHOUT_DELIVERY,
}


def contradictions(assessment: Assessment, regime: Regime, as_of: date) -> tuple[Contradiction, ...]:
    """All contradictions of a procedure, in the order of `Kind`."""
    procedure = assessment.entry.procedure
    found = [
        *_full(assessment),
        *_partial(procedure, regime, as_of),
        *_not_offered(assessment),
        *_old_terms(procedure, regime),
    ]
    order = list(Kind)
    return tuple(sorted(found, key=lambda each: order.index(each.kind)))


def _full(assessment: Assessment) -> Iterator[Contradiction]:
    if assessment.entry.procedure.online.level is not OnlineLevel.FULL:
        return
    for check in assessment.checks:
        kind = _OF_FULL.get(check.criterion.key)
        if kind and (check.status is Status.NOT_MET or check.to_confirm):
            yield Contradiction(kind, _place(check), check.status is Status.NOT_MET, check.quote)


def _place(check: Check) -> tuple[str | int, ...]:
    return check.path if check.source is Source.STATED else ("online", "level")


def _partial(procedure: Procedure, regime: Regime, as_of: date) -> Iterator[Contradiction]:
    online = procedure.online
    if online.level is not OnlineLevel.PARTIAL or not regime.reasons_are_published:
        return
    if not online.reason:
        yield Contradiction(Kind.PARTIAL_WITHOUT_REASON, ("online", "level"))
        return
    reason = regime.reasons.get(PartialReason(online.reason)) if online.reason in set(PartialReason) else None
    if reason is None:
        yield Contradiction(Kind.PARTIAL_FOR_ANOTHER_REASON, ("online", "reason"), quote=str(online.reason))
        return
    if reason.needs_basis and not online.reason_basis:
        yield Contradiction(Kind.PARTIAL_WITHOUT_BASIS, ("online", "reason"))
    if reason.temporary and online.reason_until is None:
        yield Contradiction(Kind.REASON_WITHOUT_END, ("online", "reason"))
    elif reason.temporary and online.reason_until and online.reason_until < as_of:
        yield Contradiction(Kind.REASON_OVER, ("online", "reason_until"))


def _not_offered(assessment: Assessment) -> Iterator[Contradiction]:
    online = assessment.entry.procedure.online
    if assessment.verdict is Verdict.FULL and online.level is not OnlineLevel.FULL:
        yield Contradiction(Kind.ELIGIBLE_NOT_OFFERED, ("online", "level"), certain=not assessment.assumed)
    if online.level is OnlineLevel.INFORMATION and not online.reason:
        yield Contradiction(Kind.INFORMATION_WITHOUT_REASON, ("online", "level"))


def _old_terms(procedure: Procedure, regime: Regime) -> Iterator[Contradiction]:
    """ "Dịch vụ công trực tuyến mức độ 4" in a text of today."""
    terms = _former_levels()
    if regime.since < terms.since:
        return
    texts = [("steps", index, text) for index, text in enumerate(procedure.steps)]
    texts += [("channels", index, entry.note or "") for index, entry in enumerate(procedure.channels)]
    for part, index, text in texts:
        plain = normalise(text)
        for other in terms.not_in:
            plain = plain.replace(other, "")
        word = next((word for word in terms.words if word in plain), None)
        if word:
            yield Contradiction(Kind.OLD_TERMS, (part, index), quote=word)
            return


class _Terms(NamedTuple):
    since: date
    words: tuple[str, ...]
    not_in: tuple[str, ...]


@cache
def _former_levels() -> _Terms:
    """What the levels of online service were called before, and what only sounds like it."""
    row = load("law/phrases")["former_online_level"]
    return _Terms(date.fromisoformat(row["from"]), tuple(row["words"]), tuple(row["not_in"]))
