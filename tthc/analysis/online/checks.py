"""The criteria of full online service, each checked on one procedure.

What the entry states comes first. Where it states nothing about presence, site visits and originals, its wording is
read: that gives a suggestion with the phrase it rests on. A suggestion can show that nothing stands in the way; that
something does, only a person can state.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tthc.analysis.online.criteria import Criterion, Key, Regime
from tthc.domain.level import Channel, Delivery, OnlineLevel, PartialReason
from tthc.domain.procedure import DossierItem, Procedure
from tthc.text.evidence import read
from tthc.text.evidence.fee import has_fee
from tthc.text.evidence.model import Evidence, Original, Presence, Reading, SiteVisit
from tthc.text.evidence.sources import of_procedure
from tthc.text.normalise import normalise

_TECHNICAL = (PartialReason.TEMPORARY_FAILURE, PartialReason.OTHER_TECHNICAL)
_STRICT = (Original.SUBMIT, Original.COMPARE)  # said of one of the two criteria on originals, no evidence of the other
_FORMS = ("đơn", "tờ khai", "giấy đề nghị", "phiếu", "bản khai", "văn bản đề nghị", "giấy đăng ký")


class Status(StrEnum):
    """How a criterion stands."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"


class Source(StrEnum):
    """What a status rests on."""

    STATED = "stated"  # a field of the entry
    WORDING = "wording"  # a suggestion read from steps, dossier, channels
    SILENCE = "silence"  # nothing is said


@dataclass(frozen=True, slots=True)
class Check:
    """One criterion on one procedure. `path` leads to the field in the record, `quote` is the phrase it rests on."""

    criterion: Criterion
    status: Status
    source: Source
    path: tuple[str | int, ...] = ()
    quote: str = ""

    @property
    def to_confirm(self) -> bool:
        """Whether the wording suggests an obstacle that nobody has stated."""
        return self.status is Status.UNKNOWN and self.source is Source.WORDING


@dataclass(frozen=True, slots=True)
class Facts:
    """A procedure, what its wording suggests, and whether silence counts as nothing in the way."""

    procedure: Procedure
    evidence: Evidence
    silence_frees: bool


@dataclass(frozen=True, slots=True)
class _Answer:
    status: Status
    source: Source = Source.STATED
    path: tuple[str | int, ...] = ()
    quote: str = ""


def checks(procedure: Procedure, regime: Regime) -> tuple[Check, ...]:
    """Every criterion of the regime on this procedure, in the regime's order."""
    facts = Facts(procedure, read(of_procedure(procedure)), regime.full_by_default)
    found = []
    for criterion in regime.criteria:
        answer = _ANSWERS[criterion.key](facts)
        found.append(Check(criterion, answer.status, answer.source, answer.path, answer.quote))
    return tuple(found)


def _presence(facts: Facts) -> _Answer:
    online = facts.procedure.online
    if online.presence is not None:
        return _stated(not online.presence, "online", "presence")
    if online.reason == PartialReason.PRESENCE:
        return _Answer(Status.NOT_MET, path=("online", "reason"))
    said = facts.evidence.presence
    return _suggested(facts, said, asks=said.value is Presence.REQUIRED, told=bool(facts.procedure.steps))


def _site_visit(facts: Facts) -> _Answer:
    online = facts.procedure.online
    if online.site_visit is not None:
        return _stated(not online.site_visit, "online", "site_visit")
    if online.reason == PartialReason.SITE_VISIT:
        return _Answer(Status.NOT_MET, path=("online", "reason"))
    said = facts.evidence.site_visit
    return _suggested(facts, said, asks=said.value is SiteVisit.REQUIRED, told=bool(facts.procedure.steps))


def _technical(facts: Facts) -> _Answer:
    if facts.procedure.online.reason in _TECHNICAL:
        return _Answer(Status.NOT_MET, path=("online", "reason"))
    return _Answer(Status.NOT_APPLICABLE, Source.SILENCE)


def _original_shown(facts: Facts) -> _Answer:
    return _original(facts, Original.COMPARE)


def _original_kept(facts: Facts) -> _Answer:
    return _original(facts, Original.SUBMIT)


def _original(facts: Facts, asked: Original) -> _Answer:
    """Whether an original is to be shown, or handed in; a stated one is shown unless the wording says it is kept."""
    stated = facts.procedure.online.original
    said = facts.evidence.original
    if stated is not None:
        kept = said.value is Original.SUBMIT
        meant = stated and (asked is Original.SUBMIT) == kept
        quote = said.quote if meant and said.value in _STRICT else ""
        return _Answer(Status.NOT_MET if meant else Status.MET, path=("online", "original"), quote=quote)
    return _suggested(facts, said, asks=said.value is asked, told=bool(facts.procedure.dossier))


def _code(facts: Facts) -> _Answer:
    return _stated(bool(facts.procedure.code), "code")


def _channel(facts: Facts) -> _Answer:
    procedure = facts.procedure
    if procedure.channels:
        return _stated(any(entry.channel is Channel.ONLINE for entry in procedure.channels), "channels")
    if procedure.online.level in (OnlineLevel.FULL, OnlineLevel.PARTIAL):
        return _stated(True, "online", "level")
    return _Answer(Status.UNKNOWN, Source.SILENCE)


def _form(facts: Facts) -> _Answer:
    items = [(index, item) for index, item in enumerate(facts.procedure.dossier) if _is_form(item)]
    for index, item in items:
        if item.electronic_form is False:
            return _Answer(Status.NOT_MET, path=("dossier", index, "electronic_form"), quote=item.form or item.name)
    for index, item in items:
        if item.electronic_form is None:
            return _Answer(Status.UNKNOWN, Source.SILENCE, ("dossier", index), item.form or item.name)
    if items:
        return _Answer(Status.MET, path=("dossier", items[0][0], "electronic_form"))
    return _Answer(Status.NOT_APPLICABLE if facts.procedure.dossier else Status.UNKNOWN, Source.SILENCE)


def _is_form(item: DossierItem) -> bool:
    """A paper the applicant fills in: one with a form, or one that its name says is filled in."""
    if item.form or item.electronic_form is not None:
        return True
    return normalise(item.name).startswith(_FORMS)


def _payment(facts: Facts) -> _Answer:
    procedure = facts.procedure
    fees = [fee for fee in (procedure.fee, *(entry.fee for entry in procedure.channels)) if fee]
    due = has_fee(fees)
    quote = next((fee for fee in fees if has_fee([fee])), "")
    if due is False:
        return _Answer(Status.NOT_APPLICABLE, path=("fee",))
    payment = procedure.online.payment
    if payment or (payment is not None and due):
        return _Answer(Status.MET if payment else Status.NOT_MET, path=("online", "payment"), quote=quote)
    return _Answer(Status.UNKNOWN, Source.SILENCE, ("fee",) if procedure.fee else (), quote)


def _delivery(facts: Facts) -> _Answer:
    result = facts.procedure.result
    if result is None or not result.delivery:
        return _Answer(Status.UNKNOWN, Source.SILENCE)
    return _stated(set(result.delivery) != {Delivery.DIRECT}, "result", "delivery")


def _stated(met: bool, *path: str | int) -> _Answer:
    return _Answer(Status.MET if met else Status.NOT_MET, path=path)


def _suggested(
    facts: Facts, said: Reading[Presence] | Reading[SiteVisit] | Reading[Original], *, asks: bool, told: bool
) -> _Answer:
    """What the wording comes to where nothing is stated. `told`: whether there is wording that could have said it."""
    path = (said.part,) if said.part else ()
    if asks or (said.value.value == "unknown" and said.quote):
        return _Answer(Status.UNKNOWN, Source.WORDING, path, said.quote)
    if said.silent or said.value in _STRICT:  # strict is what it says of the other criterion, and nothing of this one
        return _Answer(Status.MET, Source.SILENCE, path)
    if said.value.value != "unknown":
        return _Answer(Status.MET, Source.WORDING, path, said.quote)
    return _Answer(Status.MET if told and facts.silence_frees else Status.UNKNOWN, Source.SILENCE)


_ANSWERS: Mapping[Key, Callable[[Facts], _Answer]] = {
    Key.PRESENCE: _presence,
    Key.SITE_VISIT: _site_visit,
    Key.TECHNICAL: _technical,
    Key.CODE: _code,
    Key.CHANNEL: _channel,
    Key.FORM: _form,
    Key.PAYMENT: _payment,
    Key.DELIVERY: _delivery,
    Key.ORIGINAL_SHOWN: _original_shown,
    Key.ORIGINAL_KEPT: _original_kept,
}
