"""O601-O613: online service. Internal procedures have no level of online service."""

from collections.abc import Callable, Iterable
from datetime import date

from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.domain.level import Channel, Delivery, OnlineLevel, PartialReason
from tthc.domain.procedure import Procedure
from tthc.lint.context import Context
from tthc.lint.rule import Check, Issue, Rule
from tthc.lint.wording import names_money, names_no_fee
from tthc.messages import _, mark
from tthc.text import numbers

_SINCE = date(2026, 7, 1)
_D14, _D15 = "Điều 14 NĐ 224/2026/NĐ-CP", "khoản 1 Điều 15 NĐ 224/2026/NĐ-CP"
_OFFERED = (OnlineLevel.FULL, OnlineLevel.PARTIAL)
_FOUR = frozenset(reason.value for reason in PartialReason)  # a reason is read as the text it is


def _service(find: Callable[[Procedure, Context], Iterable[Issue]]) -> Check:
    """A check of procedures that are for citizens and businesses."""

    def check(entry: Entry, context: Context) -> Iterable[Issue]:
        procedure = entry.procedure
        if procedure.internal or procedure.online.level is None:
            return ()
        return find(procedure, context)

    return check


def _presence(procedure: Procedure, _context: Context) -> Iterable[Issue]:
    if procedure.online.level is OnlineLevel.FULL and procedure.online.presence:
        yield Issue(
            _("full online service, and the applicant must be present at the agency"),
            ("online", "presence"),
            _("Write level: partial with reason: presence and reason_basis, or presence: false."),
        )


def _site_visit(procedure: Procedure, _context: Context) -> Iterable[Issue]:
    if procedure.online.level is OnlineLevel.FULL and procedure.online.site_visit:
        yield Issue(
            _("full online service, and the agency must inspect on site"),
            ("online", "site_visit"),
            _(
                "If the applicant must take part, write level: partial with reason: site-visit; otherwise say so "
                "in a comment."
            ),
        )


def _no_reason(procedure: Procedure, _context: Context) -> Iterable[Issue]:
    online = procedure.online
    if online.level is not OnlineLevel.PARTIAL:
        return
    if not online.reason:
        yield Issue(
            _("partial online service without a reason"),
            ("online", "level"),
            _("Add “reason:” (presence, site-visit, temporary-failure, other-technical), or offer full service."),
        )
    elif online.reason in (PartialReason.PRESENCE, PartialReason.SITE_VISIT) and not online.reason_basis:
        yield Issue(
            _("the reason for partial service names no provision of the sector's law"),
            ("online", "reason"),
            _("Add “reason_basis:” with document and article; it must be published with the reason."),
        )


def _foreign_reason(procedure: Procedure, _context: Context) -> Iterable[Issue]:
    online = procedure.online
    if online.level is OnlineLevel.PARTIAL and online.reason and online.reason not in _FOUR:
        yield Issue(
            _("“{reason}” is none of the four reasons for partial service").format(reason=online.reason),
            ("online", "reason"),
            _("The four are presence, site-visit, temporary-failure, other-technical; anything else can be put right."),
        )


def _payment(procedure: Procedure, _context: Context) -> Iterable[Issue]:
    fees = [procedure.fee, *(channel.fee for channel in procedure.channels)]
    costs = any(fee and names_money(fee) and not names_no_fee(fee) for fee in fees)
    if procedure.online.level is not OnlineLevel.FULL or not costs or procedure.online.payment:
        return
    if procedure.online.payment is None:
        yield Issue(
            _("full online service with a fee, and whether it can be paid online is not said"),
            ("online", "level"),
            _("Add “payment: true” once it can."),
            severity=Severity.WARNING,
        )
    else:
        yield Issue(
            _("full online service with a fee that cannot be paid online"),
            ("online", "payment"),
            _("Offer online payment; until then the service is not a full one."),
        )


def _paper_form(procedure: Procedure, _context: Context) -> Iterable[Issue]:
    if procedure.online.level not in _OFFERED:
        return
    for index, item in enumerate(procedure.dossier):
        if item.form and item.electronic_form is False:
            yield Issue(
                _("the form “{form}” has no electronic version, and the service is online").format(form=item.form),
                ("dossier", index, "electronic_form"),
                _("Provide the interactive form, then write electronic_form: true."),
            )


def _result_on_site(procedure: Procedure, _context: Context) -> Iterable[Issue]:
    result = procedure.result
    if procedure.online.level is OnlineLevel.FULL and result and result.delivery == (Delivery.DIRECT,):
        yield Issue(
            _("full online service, and the result is handed over only at the desk"),
            ("result", "delivery"),
            _("Add electronic or post."),
        )


def _temporary(procedure: Procedure, context: Context) -> Iterable[Issue]:
    online = procedure.online
    if online.reason != PartialReason.TEMPORARY_FAILURE:
        return
    if online.reason_until is None:
        yield Issue(
            _("a temporary technical failure without a day by which it will be mended"),
            ("online", "reason"),
            _("Add “reason_until: year-month-day”."),
        )
    elif online.reason_until < context.as_of:
        yield Issue(
            _("the technical failure was to be mended by {day}").format(day=numbers.calendar_date(online.reason_until)),
            ("online", "reason_until"),
            _("Offer full service again, or give the new day."),
        )


def _clash(procedure: Procedure, _context: Context) -> Iterable[Issue]:
    if not procedure.channels:
        return
    online = any(channel.channel is Channel.ONLINE for channel in procedure.channels)
    level = procedure.online.level
    if level in _OFFERED and not online:
        yield Issue(
            _("the service is online, and dossiers cannot be handed in online"),
            ("channels",),
            _("Add online to the channels, or correct online.level."),
        )
    elif level not in _OFFERED and online:
        yield Issue(
            _("dossiers can be handed in online, and there is no online service"),
            ("online", "level"),
            _("Write level: full or level: partial, or take online out of the channels."),
        )


def _territory(procedure: Procedure, _context: Context) -> Iterable[Issue]:
    if procedure.non_territorial is None:
        yield Issue(
            _("whether any desk of the province receives the dossier is not said (phi địa giới)"),
            ("online",),
            _("Add “non_territorial: true” or “false”."),
        )


def _information(procedure: Procedure, _context: Context) -> Iterable[Issue]:
    if procedure.online.level is OnlineLevel.INFORMATION and not procedure.online.reason:
        yield Issue(
            _("only information is offered, and the reason is not said"),
            ("online", "level"),
            _("Add “reason:” with what stands in the way."),
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
        check=_service(_presence),
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
        check=_service(_site_visit),
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
        check=_service(_no_reason),
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
        check=_service(_foreign_reason),
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
        check=_service(_payment),
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
        check=_service(_paper_form),
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
        check=_service(_result_on_site),
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
        check=_service(_temporary),
    ),
    Rule(
        id="O610",
        slug="online-level-contradicts-channels",
        severity=Severity.ERROR,
        what=mark("Finds online services that cannot be reached online, and online channels without a service."),
        why=mark("One of the two is wrong, and the rate of online service with it."),
        bad="channels: [direct]\nonline: {level: full}",
        ok="channels: [direct, online]\nonline: {level: full}",
        check=_service(_clash),
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
        check=_service(_territory),
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
        check=_service(_information),
    ),
)
