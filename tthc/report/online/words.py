"""The words for criteria, verdicts, fixes and contradictions."""

from collections.abc import Sequence

from tthc.analysis.online.checks import Check, Source, Status
from tthc.analysis.online.choice import Choice
from tthc.analysis.online.contradictions import Contradiction, Kind
from tthc.analysis.online.criteria import Decider, Key
from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.domain.level import OnlineLevel, PartialReason
from tthc.messages import _
from tthc.report import labels
from tthc.report.term import Term

_FEW, _EXAMPLES = 10, 3


def verdict(value: Verdict) -> Term:
    """Chưa thấy vướng mắc, một phần (lý do hợp lệ) … One that nothing is found against is not yet a confirmed one."""
    words = {
        Verdict.FULL: _("no obstacle found"),
        Verdict.PARTIAL: _("rightly partial"),
        Verdict.FIXABLE: _("not yet, can be put right"),
        Verdict.INFORMATION: _("information only, for a reason"),
        Verdict.UNKNOWN: _("not enough data"),
    }
    return Term(value, words[value])


def judgement(value: Assessment) -> Term:
    """The verdict on one procedure, with whether the record states all that it rests on."""
    if value.verdict is not Verdict.FULL:
        return verdict(value.verdict)
    words = _("no obstacle found, to be confirmed by a person") if value.assumed else _("eligible, confirmed")
    return Term(value.verdict, words)


def offered(value: OnlineLevel | None) -> Term:
    """The level of service as the record states it."""
    return Term(value or "not_stated", labels.online(value))


def criterion(value: Key) -> str:
    """What a full service needs."""
    return {
        Key.PRESENCE: _("the applicant need not be present"),
        Key.SITE_VISIT: _("no check on the spot is required"),
        Key.TECHNICAL: _("no technical failure is declared"),
        Key.CODE: _("has a national code"),
        Key.CHANNEL: _("can be filed online"),
        Key.FORM: _("forms are electronic"),
        Key.PAYMENT: _("fees can be paid online"),
        Key.DELIVERY: _("the result comes electronically or by post"),
        Key.ORIGINAL_SHOWN: _("no original need be shown"),
        Key.ORIGINAL_KEPT: _("no original need be handed in"),
    }[value]


def fix(value: Key) -> str:
    """What puts a criterion right."""
    return {
        Key.PRESENCE: _("Drop the required presence."),
        Key.SITE_VISIT: _("Keep the check on the spot apart from the service."),
        Key.TECHNICAL: _("Mend the technical failure."),
        Key.CODE: _("Have the procedure entered in the national database."),
        Key.CHANNEL: _("Open online filing."),
        Key.FORM: _("Provide interactive electronic forms."),
        Key.PAYMENT: _("Connect online payment."),
        Key.DELIVERY: _("Deliver the result electronically or by post."),
        Key.ORIGINAL_SHOWN: _("Accept certified electronic copies or data instead of the original."),
        Key.ORIGINAL_KEPT: _("Drop the handing in of the original."),
    }[value]


def decider(value: Decider) -> str:
    """Who can put it right."""
    return {Decider.PROVINCE: _("the province"), Decider.MINISTRY: _("proposal to the ministry")}[value]


def reason(value: str) -> str:
    """Why a service is not a full one: one of the four reasons in words, anything else as it is written."""
    if value not in set(PartialReason):
        return value
    return {
        PartialReason.PRESENCE: _("the applicant must be present at the agency"),
        PartialReason.SITE_VISIT: _("the agency must check on the spot"),
        PartialReason.TEMPORARY_FAILURE: _("a technical failure for the time being"),
        PartialReason.OTHER_TECHNICAL: _("another technical obstacle"),
    }[PartialReason(value)]


def status(check: Check) -> Term:
    """Đạt, chưa đạt …; how a criterion stands, with a word where that rests on wording only."""
    if check.to_confirm:
        return Term("to-confirm", _("to be confirmed"))
    if check.status is Status.MET and check.source is Source.WORDING:
        return Term("met-by-wording", _("met, by the wording"))
    if check.status is Status.MET and check.source is Source.SILENCE:
        return Term("met-by-silence", _("met, nothing said against it"))
    words = {
        Status.MET: _("met"),
        Status.NOT_MET: _("not met"),
        Status.NOT_APPLICABLE: _("does not apply"),
        Status.UNKNOWN: _("unknown"),
    }[check.status]
    return Term(check.status, words)


def evidence(check: Check) -> str:
    """What the status rests on: the field that states it, or the phrase."""
    quote = f"“{check.quote}”" if check.quote else ""
    if check.source is Source.WORDING:
        return _("suggested by {quote}").format(quote=quote) if quote else _("suggested by the wording")
    if check.source is Source.SILENCE:
        if check.status is Status.MET and (missing := _not_asked(check.criterion.key)):
            return missing
        return _("nothing is said") if not quote else _("nothing is said: {quote}").format(quote=quote)
    return _("stated") if not quote else _("stated: {quote}").format(quote=quote)


def _not_asked(value: Key) -> str:
    """What a record would say if it stood in the way."""
    words = {
        Key.PRESENCE: _("the record does not ask the applicant to be present"),
        Key.SITE_VISIT: _("the record tells of no check on the spot"),
        Key.ORIGINAL_SHOWN: _("the record does not ask to show an original"),
        Key.ORIGINAL_KEPT: _("the record does not ask to hand in an original"),
    }
    return words.get(value, "")


def contradiction(value: Kind) -> str:
    """What contradicts what."""
    return {
        Kind.FULL_WITH_PRESENCE: _("full service, though the applicant must be present"),
        Kind.FULL_WITH_SITE_VISIT: _("full service, though the agency must check on the spot"),
        Kind.FULL_WITHOUT_CHANNEL: _("full service that cannot be filed online"),
        Kind.FULL_WITHOUT_PAYMENT: _("full service with a fee that cannot be paid online"),
        Kind.FULL_WITHOUT_FORM: _("full service with a form on paper only"),
        Kind.FULL_WITHOUT_DELIVERY: _("full service with a result handed over only at the desk"),
        Kind.PARTIAL_WITHOUT_CHANNEL: _("partial service that cannot be filed online"),
        Kind.PARTIAL_WITHOUT_FORM: _("partial service with a form on paper only"),
        Kind.PARTIAL_WITHOUT_REASON: _("partial service without a published reason"),
        Kind.PARTIAL_WITHOUT_BASIS: _("partial service without the sector's law for its reason"),
        Kind.PARTIAL_FOR_ANOTHER_REASON: _("partial service for a reason the law does not know"),
        Kind.REASON_WITHOUT_END: _("temporary failure without a day by which it is mended"),
        Kind.REASON_OVER: _("temporary failure that was to be mended by now"),
        Kind.ELIGIBLE_NOT_OFFERED: _("no obstacle found, not offered in full"),
        Kind.INFORMATION_WITHOUT_REASON: _("information only, without a reason"),
        Kind.CHANNEL_WITHOUT_SERVICE: _("can be filed online, and no online service is offered"),
        Kind.OLD_TERMS: _("old terms: levels 3 and 4"),
    }[value]


def certainty(value: Contradiction) -> Term:
    """Whether the record states it, or its wording only suggests it."""
    if value.certain:
        return Term("certain", _("certain"))
    words = _("suggested: “{quote}”").format(quote=value.quote) if value.quote else _("to be confirmed")
    return Term("suggested", words)


def choice(value: Choice | Key) -> str:
    """What somebody asks for with `--only`."""
    if isinstance(value, Key):
        return _("Lacks only: {criterion}").format(criterion=criterion(value))
    return {
        Choice.ELIGIBLE: _("No obstacle found"),
        Choice.NOT_ELIGIBLE: _("Not yet, can be put right"),
        Choice.PARTIAL: _("Rightly partial"),
        Choice.INFORMATION: _("Information only, for a reason"),
        Choice.UNKNOWN: _("Not enough data"),
        Choice.TO_CONFIRM: _("No obstacle found, to be confirmed by a person"),
        Choice.DOUBTFUL: _("The wording suggests an obstacle"),
        Choice.NOT_OFFERED: _("No obstacle found, not offered in full"),
        Choice.FULL_NOT_MET: _("Offered in full, a criterion not met"),
        Choice.CONTRADICTING: _("Offered and possible do not agree"),
    }[value]


def codes(keys: Sequence[str]) -> str:
    """Codes as examples: all of them where they are few."""
    return ", ".join(keys) if len(keys) <= _FEW else ", ".join(keys[:_EXAMPLES]) + " …"


def part(steps: tuple[str | int, ...]) -> str:
    """A place in a record as people call it: "thành phần hồ sơ, giấy tờ thứ 2"."""
    words = {
        "channels": _("ways of filing"),
        "code": _("national code"),
        "dossier": _("papers of the dossier"),
        "dossier.electronic_form": _("papers of the dossier"),
        "fee": _("fees"),
        "online.level": _("level of online service"),
        "online.original": _("original papers"),
        "online.payment": _("online payment"),
        "online.presence": _("presence of the applicant"),
        "online.reason": _("reason for not being a full service"),
        "online.reason_until": _("end of that reason"),
        "online.site_visit": _("check on the spot"),
        "result.delivery": _("delivery of the result"),
        "steps": _("steps of handling"),
    }
    named = path(tuple(step for step in steps if isinstance(step, str)))
    number = next((step + 1 for step in steps if isinstance(step, int)), None)
    name = words.get(named, named)
    return name if number is None else _("{part}, no. {n}").format(part=name, n=number)


def path(steps: tuple[str | int, ...]) -> str:
    """A place in a record: dossier[2].electronic_form."""
    words = ""
    for step in steps:
        words += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return words.removeprefix(".")
