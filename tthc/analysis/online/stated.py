"""Contradictions that the fields of a record show by themselves; its wording is not read, so this costs nothing.

Where a criterion of full service is stated as not met (`checks`), a service offered as full contradicts it here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tthc.analysis.online.criteria import Key, Regime
from tthc.domain.level import Channel, Delivery, OnlineLevel, PartialReason
from tthc.domain.procedure import Procedure

Path = tuple[str | int, ...]


class Kind(StrEnum):
    """What contradicts what."""

    FULL_WITH_PRESENCE = "full-with-presence"
    FULL_WITH_SITE_VISIT = "full-with-site-visit"
    FULL_WITHOUT_CHANNEL = "full-without-channel"
    FULL_WITHOUT_PAYMENT = "full-without-payment"
    FULL_WITHOUT_FORM = "full-without-form"
    FULL_WITHOUT_DELIVERY = "full-without-delivery"
    PARTIAL_WITHOUT_CHANNEL = "partial-without-channel"
    PARTIAL_WITHOUT_FORM = "partial-without-form"
    PARTIAL_WITHOUT_REASON = "partial-without-reason"
    PARTIAL_WITHOUT_BASIS = "partial-without-basis"
    PARTIAL_FOR_ANOTHER_REASON = "partial-for-another-reason"
    REASON_WITHOUT_END = "reason-without-end"
    REASON_OVER = "reason-over"
    ELIGIBLE_NOT_OFFERED = "eligible-not-offered"
    INFORMATION_WITHOUT_REASON = "information-without-reason"
    CHANNEL_WITHOUT_SERVICE = "channel-without-service"
    OLD_TERMS = "old-terms"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One contradiction. `certain` is False where the wording only suggests it; `path` leads to the field concerned."""

    kind: Kind
    path: Path
    certain: bool = True
    quote: str = ""


def stated(procedure: Procedure, regime: Regime, as_of: date) -> tuple[Contradiction, ...]:
    """What the fields contradict on a day: one contradiction of a kind, in the order of `Kind`."""
    level = procedure.online.level
    if level is OnlineLevel.FULL:
        asked = {criterion.key for criterion in regime.criteria}
        return tuple(found for key, found in _full(procedure) if key in asked)
    if level is None:
        return ()
    if level is OnlineLevel.PARTIAL:
        found = [*_partial(procedure, regime), *_reason(procedure, regime), *_end(procedure, regime, as_of)]
    else:
        found = [*_end(procedure, regime, as_of), *_not_online(procedure)]
    return tuple(found)


def _full(procedure: Procedure) -> Iterator[tuple[Key, Contradiction]]:
    """What a full service lacks, with the criterion that asks for it."""
    online = procedure.online
    if path := _obstacle(online.presence, "presence", online.reason, PartialReason.PRESENCE):
        yield Key.PRESENCE, Contradiction(Kind.FULL_WITH_PRESENCE, path)
    if path := _obstacle(online.site_visit, "site_visit", online.reason, PartialReason.SITE_VISIT):
        yield Key.SITE_VISIT, Contradiction(Kind.FULL_WITH_SITE_VISIT, path)
    if procedure.channels and not _filed_online(procedure):
        yield Key.CHANNEL, Contradiction(Kind.FULL_WITHOUT_CHANNEL, ("channels",))
    if online.payment is False and (fee := due(procedure)):
        yield Key.PAYMENT, Contradiction(Kind.FULL_WITHOUT_PAYMENT, ("online", "payment"), quote=fee)
    for index in paper_forms(procedure)[:1]:
        yield Key.FORM, _form(procedure, Kind.FULL_WITHOUT_FORM, index)
    if procedure.result and set(procedure.result.delivery) == {Delivery.DIRECT}:
        yield Key.DELIVERY, Contradiction(Kind.FULL_WITHOUT_DELIVERY, ("result", "delivery"))


def _obstacle(given: bool | None, name: str, reason: str | None, told_by: PartialReason) -> Path:
    """Where an obstacle is stated: in its own field, else in the reason for partial service; () where it is not."""
    if given is None:
        return ("online", "reason") if reason == told_by else ()
    return ("online", name) if given else ()


def _filed_online(procedure: Procedure) -> bool:
    return any(way.channel is Channel.ONLINE for way in procedure.channels)


def due(procedure: Procedure) -> str:
    """The fee to be paid, as it is written; "" where there is none, or the record leaves it open."""
    fees = [fee for fee in (procedure.fee, *(way.fee for way in procedure.channels)) if fee]
    if not set(fees) - {"Không"}:  # most records: nothing to read
        return ""
    from tthc.text.evidence.fee import has_fee  # noqa: PLC0415 - with all that reads wording: few records need it

    return next((fee for fee in fees if has_fee([fee])), "")


def paper_forms(procedure: Procedure) -> list[int]:
    """The places in the dossier of forms that exist on paper only."""
    return [index for index, item in enumerate(procedure.dossier) if item.electronic_form is False]


def _form(procedure: Procedure, kind: Kind, index: int) -> Contradiction:
    item = procedure.dossier[index]
    return Contradiction(kind, ("dossier", index, "electronic_form"), quote=item.form or item.name)


def _partial(procedure: Procedure, regime: Regime) -> Iterator[Contradiction]:
    if procedure.channels and not _filed_online(procedure):
        yield Contradiction(Kind.PARTIAL_WITHOUT_CHANNEL, ("channels",))
    if regime.full_by_default:  # since NĐ 224/2026/NĐ-CP Điều 15 every online service brings its forms along
        for index in paper_forms(procedure)[:1]:
            yield _form(procedure, Kind.PARTIAL_WITHOUT_FORM, index)


def _reason(procedure: Procedure, regime: Regime) -> Iterator[Contradiction]:
    online = procedure.online
    if not regime.reasons_are_published:
        return
    if not online.reason:
        yield Contradiction(Kind.PARTIAL_WITHOUT_REASON, ("online", "level"))
        return
    reason = regime.reasons.get(PartialReason(online.reason)) if online.reason in set(PartialReason) else None
    if reason is None:
        yield Contradiction(Kind.PARTIAL_FOR_ANOTHER_REASON, ("online", "reason"), quote=str(online.reason))
    elif reason.needs_basis and not online.reason_basis:
        yield Contradiction(Kind.PARTIAL_WITHOUT_BASIS, ("online", "reason"))


def _end(procedure: Procedure, regime: Regime, as_of: date) -> Iterator[Contradiction]:
    """A reason for the time being, of whatever service is not full for it."""
    online = procedure.online
    reason = regime.reasons.get(PartialReason(online.reason)) if online.reason in set(PartialReason) else None
    if reason is None or not reason.temporary:
        return
    if online.reason_until is None:
        yield Contradiction(Kind.REASON_WITHOUT_END, ("online", "reason"))
    elif online.reason_until < as_of:
        yield Contradiction(Kind.REASON_OVER, ("online", "reason_until"))


def _not_online(procedure: Procedure) -> Iterator[Contradiction]:
    if procedure.online.level is OnlineLevel.INFORMATION and not procedure.online.reason:
        yield Contradiction(Kind.INFORMATION_WITHOUT_REASON, ("online", "level"))
    if _filed_online(procedure):
        yield Contradiction(Kind.CHANNEL_WITHOUT_SERVICE, ("online", "level"))
