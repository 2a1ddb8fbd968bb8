"""O601-O613: online service. What contradicts what is for `tthc.analysis.online.stated` to say; here it gets its words.

The rules look at the procedures that `tthc online` counts: for citizens and businesses, and the province's own.
"""

from collections.abc import Callable, Iterable
from datetime import date

from tthc.analysis.online.stated import Contradiction, Kind, due, paper_forms
from tthc.analysis.overview import is_citizens
from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.domain.level import OnlineLevel
from tthc.domain.procedure import Procedure
from tthc.lint.context import Context
from tthc.lint.rule import Check, Issue, Rule
from tthc.messages import _, mark
from tthc.text import numbers

_SINCE = date(2026, 7, 1)
_D14, _D15 = "Điều 14 NĐ 224/2026/NĐ-CP", "khoản 1 Điều 15 NĐ 224/2026/NĐ-CP"


def _contradicts(*kinds: Kind) -> Check:
    """A check for contradictions of these kinds."""

    def check(entry: Entry, context: Context) -> Iterable[Issue]:
        for found in context.contradictions(entry):
            if found.kind in kinds:
                yield from _WORDS[found.kind](found, entry.procedure)

    return check


def _said(message: str, help_: str) -> Callable[[Contradiction, Procedure], Iterable[Issue]]:
    """One issue in these words, at the place of the contradiction; {quote} is the phrase it rests on."""

    def issues(found: Contradiction, _procedure: Procedure) -> Iterable[Issue]:
        yield Issue(_(message).format(quote=found.quote), found.path, _(help_))

    return issues


def _over(found: Contradiction, procedure: Procedure) -> Iterable[Issue]:
    until = procedure.online.reason_until
    assert until is not None  # it has passed
    yield Issue(
        _("the technical failure was to be mended by {day}").format(day=numbers.calendar_date(until)),
        found.path,
        _("Offer full service again, or give the new day."),
    )


def _paper_forms(_found: Contradiction, procedure: Procedure) -> Iterable[Issue]:
    """Each form by itself, so that none is left when one is put right."""
    for index in paper_forms(procedure):
        item = procedure.dossier[index]
        yield Issue(
            _("the form “{form}” has no electronic version, and the service is online").format(
                form=item.form or item.name
            ),
            ("dossier", index, "electronic_form"),
            _("Provide the interactive form, then write electronic_form: true."),
        )


_NOT_FILED = _said(
    mark("the service is online, and dossiers cannot be handed in online"),
    mark("Add online to the channels, or correct online.level."),
)
_WORDS = {
    Kind.FULL_WITH_PRESENCE: _said(
        mark("full online service, and the applicant must be present at the agency"),
        mark("Write level: partial with reason: presence and reason_basis, or presence: false."),
    ),
    Kind.FULL_WITH_SITE_VISIT: _said(
        mark("full online service, and the agency must inspect on site"),
        mark(
            "If the applicant must take part, write level: partial with reason: site-visit; otherwise say so "
            "in a comment."
        ),
    ),
    Kind.FULL_WITHOUT_CHANNEL: _NOT_FILED,
    Kind.FULL_WITHOUT_PAYMENT: _said(
        mark("full online service with a fee that cannot be paid online"),
        mark("Offer online payment; until then the service is not a full one."),
    ),
    Kind.FULL_WITHOUT_FORM: _paper_forms,
    Kind.FULL_WITHOUT_DELIVERY: _said(
        mark("full online service, and the result is handed over only at the desk"),
        mark("Add electronic or post."),
    ),
    Kind.PARTIAL_WITHOUT_CHANNEL: _NOT_FILED,
    Kind.PARTIAL_WITHOUT_FORM: _paper_forms,
    Kind.PARTIAL_WITHOUT_REASON: _said(
        mark("partial online service without a reason"),
        mark("Add “reason:” (presence, site-visit, temporary-failure, other-technical), or offer full service."),
    ),
    Kind.PARTIAL_WITHOUT_BASIS: _said(
        mark("the reason for partial service names no provision of the sector's law"),
        mark("Add “reason_basis:” with document and article; it must be published with the reason."),
    ),
    Kind.PARTIAL_FOR_ANOTHER_REASON: _said(
        mark("“{quote}” is none of the four reasons for partial service"),
        mark("The four are presence, site-visit, temporary-failure, other-technical; anything else can be put right."),
    ),
    Kind.REASON_WITHOUT_END: _said(
        mark("a temporary technical failure without a day by which it will be mended"),
        mark("Add “reason_until: year-month-day”."),
    ),
    Kind.REASON_OVER: _over,
    Kind.INFORMATION_WITHOUT_REASON: _said(
        mark("only information is offered, and the reason is not said"),
        mark("Add “reason:” with what stands in the way."),
    ),
    Kind.CHANNEL_WITHOUT_SERVICE: _said(
        mark("dossiers can be handed in online, and there is no online service"),
        mark("Write level: full or level: partial, or take online out of the channels."),
    ),
}


def _payment(entry: Entry, context: Context) -> Iterable[Issue]:
    yield from _contradicts(Kind.FULL_WITHOUT_PAYMENT)(entry, context)
    online = entry.procedure.online
    if online.level is OnlineLevel.FULL and online.payment is None and is_citizens(entry) and due(entry.procedure):
        yield Issue(
            _("full online service with a fee, and whether it can be paid online is not said"),
            ("online", "level"),
            _("Add “payment: true” once it can."),
            severity=Severity.WARNING,
        )


def _territory(entry: Entry, _context: Context) -> Iterable[Issue]:
    procedure = entry.procedure
    if procedure.online.level is not None and procedure.non_territorial is None and is_citizens(entry):
        yield Issue(
            _("whether any desk of the province receives the dossier is not said (phi địa giới)"),
            ("online",),
            _("Add “non_territorial: true” or “false”."),
        )


RULES = (
    Rule(
        id="O601",
        slug="full-but-presence",
        severity=Severity.ERROR,
        what=mark("Finds full online service although the applicant must come in person."),
        why=mark(
            "Full service means that nobody has to come; a required presence makes it partial, with its legal reason."
        ),
        ground=_D14,
        since=_SINCE,
        bad="online: {level: full, presence: true}",
        ok="online: {level: partial, presence: true, reason: presence, reason_basis: 60/2014/QH13 Điều 18}",
        check=_contradicts(Kind.FULL_WITH_PRESENCE),
    ),
    Rule(
        id="O602",
        slug="full-but-site-visit",
        severity=Severity.WARNING,
        what=mark("Finds full online service although the agency must inspect on site."),
        why=mark(
            "An inspection can be a reason for partial service, but does not by itself keep a dossier from being "
            "handled online."
        ),
        ground=_D14,
        since=_SINCE,
        bad="online: {level: full, site_visit: true}",
        ok="online: {level: full, site_visit: false}",
        check=_contradicts(Kind.FULL_WITH_SITE_VISIT),
    ),
    Rule(
        id="O603",
        slug="partial-without-reason",
        severity=Severity.ERROR,
        what=mark(
            "Finds partial online service without a reason, or without the provision that requires presence or "
            "inspection."
        ),
        why=mark(
            "Full service is the rule since 01/7/2026; partial service is an exception whose reason and provision"
            " must be published."
        ),
        ground=_D14,
        since=_SINCE,
        bad="online: {level: partial}",
        ok="online: {level: partial, reason: site-visit, reason_basis: 50/2014/QH13 Điều 123}",
        check=_contradicts(Kind.PARTIAL_WITHOUT_REASON, Kind.PARTIAL_WITHOUT_BASIS),
    ),
    Rule(
        id="O604",
        slug="reason-not-of-the-four",
        severity=Severity.WARNING,
        what=mark("Finds reasons for partial online service that are none of the four the decree names."),
        why=mark("A paper original or a missing form is no legal obstacle but something to put right."),
        ground=_D14,
        since=_SINCE,
        bad="online: {level: partial, reason: Phải nộp bản chính}",
        ok="online: {level: partial, reason: other-technical}",
        check=_contradicts(Kind.PARTIAL_FOR_ANOTHER_REASON),
    ),
    Rule(
        id="O606",
        slug="full-without-payment",
        severity=Severity.ERROR,
        what=mark("Finds full online service with a fee that cannot be paid online."),
        why=mark("Where there is a fee, an online service must take it online."),
        ground=f"điểm đ {_D15}",
        since=_SINCE,
        bad="fee: 100.000 đồng\nonline: {level: full, payment: false}",
        ok="fee: 100.000 đồng\nonline: {level: full, payment: true}",
        check=_payment,
    ),
    Rule(
        id="O607",
        slug="online-with-paper-form",
        severity=Severity.WARNING,
        what=mark("Finds online services with a form that exists on paper only."),
        why=mark("An online service must bring its electronic form along."),
        ground=f"điểm b {_D15}",
        since=_SINCE,
        bad="online: {level: full}\ndossier:\n  - {name: Tờ khai, form: Mẫu số 01, electronic_form: false}",
        ok="online: {level: full}\ndossier:\n  - {name: Tờ khai, form: Mẫu số 01, electronic_form: true}",
        check=_contradicts(Kind.FULL_WITHOUT_FORM, Kind.PARTIAL_WITHOUT_FORM),
    ),
    Rule(
        id="O608",
        slug="full-with-result-at-desk",
        severity=Severity.WARNING,
        what=mark("Finds full online service whose result must be fetched at the desk."),
        why=mark("Whoever has to come for the result has to come."),
        ground="suy ra từ khái niệm toàn trình",  # NĐ 224/2026/NĐ-CP does not say how results are handed over
        since=_SINCE,
        bad="online: {level: full}\nresult: {name: Giấy phép, delivery: [direct]}",
        ok="online: {level: full}\nresult: {name: Giấy phép, delivery: [electronic, direct]}",
        check=_contradicts(Kind.FULL_WITHOUT_DELIVERY),
    ),
    Rule(
        id="O609",
        slug="temporary-without-end",
        severity=Severity.NOTE,
        what=mark("Finds temporary technical failures without a day by which they end, or whose day has passed."),
        why=mark(
            "The reason holds only for a failure that cannot be mended at once; without a day it becomes permanent."
        ),
        ground=_D14,
        since=_SINCE,
        bad="online: {level: partial, reason: temporary-failure}",
        ok="online: {level: partial, reason: temporary-failure, reason_until: 2027-01-31}",
        check=_contradicts(Kind.REASON_WITHOUT_END, Kind.REASON_OVER),
    ),
    Rule(
        id="O610",
        slug="online-level-contradicts-channels",
        severity=Severity.ERROR,
        what=mark("Finds online services that cannot be reached online, and online channels without a service."),
        why=mark("One of the two is wrong, and the rate of online service with it."),
        bad="channels: [direct]\nonline: {level: full}",
        ok="channels: [direct, online]\nonline: {level: full}",
        check=_contradicts(Kind.FULL_WITHOUT_CHANNEL, Kind.PARTIAL_WITHOUT_CHANNEL, Kind.CHANNEL_WITHOUT_SERVICE),
    ),
    Rule(
        id="O611",
        slug="territory-not-said",
        severity=Severity.NOTE,
        what=mark("Lists procedures that do not say whether any desk of the province receives them (phi địa giới)."),
        why=mark("The lists of what can be handed in anywhere are drawn from this."),
        ground="NĐ 118/2025/NĐ-CP",
        since=date(2025, 7, 1),
        default=False,
        bad="online: {level: full}",
        ok="online: {level: full}\nnon_territorial: true",
        check=_territory,
    ),
    Rule(
        id="O613",
        slug="information-only-without-reason",
        severity=Severity.NOTE,
        what=mark("Lists procedures of which only information is offered, without a reason."),
        why=mark("What stands in the way is the first thing a plan for more online service asks."),
        default=False,
        bad="online: {level: information}",
        ok="online: {level: information, reason: Hồ sơ chứa bí mật nhà nước}",
        check=_contradicts(Kind.INFORMATION_WITHOUT_REASON),
    ),
)
