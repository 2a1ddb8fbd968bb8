"""P201-P210: the legal basis, checked against the dated registry of documents."""

from collections.abc import Iterable
from datetime import date, timedelta

from tthc.analysis.online.terms import former_level
from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.lint.citation import Kind, citations, mentions_document, names_law
from tthc.lint.context import Context
from tthc.lint.rule import Issue, Rule
from tthc.lint.wording import says
from tthc.messages import _, mark
from tthc.text import numbers

_D13 = "điểm a khoản 2 Điều 13, Điều 15 NĐ 63/2010/NĐ-CP"
_SINCE = date(2010, 10, 14)
_LEAD = timedelta(days=5)  # Điều 15 NĐ 63/2010/NĐ-CP: a province announces at least five days before


def _expired(entry: Entry, context: Context) -> Iterable[Issue]:
    for index, text in enumerate(entry.procedure.legal.basis):
        for cited in citations(text):
            document = context.documents.get(cited.key)
            if document is None or document.expired is None or document.expired > context.as_of:
                continue
            help_ = _("Find the document that holds now and cite it.")
            if document.replaced_by:
                help_ = _("Cite what holds now; it was replaced by {number}.").format(number=document.replaced_by)
            if not document.verified:
                help_ += " " + _("The date is not verified against the text itself: check it first.")
            yield Issue(
                _("the legal basis {number} is no longer in force since {day}").format(
                    number=cited.number, day=numbers.calendar_date(document.expired)
                ),
                ("legal", "basis", index),
                help_,
                severity=None if document.verified else Severity.WARNING,
                ground=document.source or "",
            )


def _expiring(entry: Entry, context: Context) -> Iterable[Issue]:
    for index, text in enumerate(entry.procedure.legal.basis):
        for cited in citations(text):
            document = context.documents.get(cited.key)
            if document is None or document.expired is None:
                continue
            left = (document.expired - context.as_of).days
            if 0 < left <= context.horizon:
                yield Issue(
                    _(
                        "the legal basis {number} is in force only until {day}, {n} days from the day of the check"
                    ).format(
                        number=cited.number, day=numbers.calendar_date(document.expired - timedelta(days=1)), n=left
                    ),
                    ("legal", "basis", index),
                    _("Prepare the announcement that must follow; what rests on it reverts or changes."),
                    ground=document.source or "",
                )


def _malformed(entry: Entry, _context: Context) -> Iterable[Issue]:
    for index, text in enumerate(entry.procedure.legal.basis):
        found = citations(text)
        no_year = next((c for c in found if c.kind is Kind.INDIVIDUAL and ("/NĐ-CP" in c.key or "/TT-" in c.key)), None)
        if no_year:
            message = _("{number} has no year").format(number=no_year.number)
        elif not found and not names_law(text):
            message = (
                _("“{text}” names no document by its number")
                if mentions_document(text)
                else _("“{text}” is not a citation of a legal document")
            ).format(text=text)
        else:
            continue
        yield Issue(message, ("legal", "basis", index), _("Write number, year and issuer: 118/2025/NĐ-CP Điều 8."))


def _unknown(entry: Entry, context: Context) -> Iterable[Issue]:
    for index, text in enumerate(entry.procedure.legal.basis):
        for cited in citations(text):
            if cited.key not in context.documents:
                yield Issue(
                    _("{number} is not in the registry: whether it is in force cannot be judged").format(
                        number=cited.number
                    ),
                    ("legal", "basis", index),
                    _("Add a row to legal-documents.yaml: number, effective, source."),
                )


def _only_individual(entry: Entry, _context: Context) -> Iterable[Issue]:
    procedure = entry.procedure
    basis = procedure.legal.basis
    if procedure.internal or not basis or any(map(names_law, basis)):
        return
    found = [cited for text in basis for cited in citations(text)]
    if found and all(cited.kind is Kind.INDIVIDUAL for cited in found):
        yield Issue(
            _("the only legal basis is no legal document: {numbers}").format(
                numbers=", ".join(cited.number for cited in found)
            ),
            ("legal", "basis"),
            _("Cite the law, decree or circular that sets the procedure; decisions and letters only apply it."),
        )


def _former_level(entry: Entry, context: Context) -> Iterable[Issue]:
    for path, text in context.texts(entry):
        words = former_level(text)
        if words:
            yield Issue(
                _("“{words}” is no longer a level of online service").format(words=words),
                path,
                _("Write “toàn trình” or “một phần”, as the service is."),
            )


def _former_controller(entry: Entry, context: Context) -> Iterable[Issue]:
    for path, text in context.texts(entry):
        words = says(text, "former_controller")
        if words:
            yield Issue(
                _("“{words}” no longer controls administrative procedures").format(words=words),
                path,
                _("The Ministry of Justice (Bộ Tư pháp) does; write it, or the body your province names."),
            )


def _announced_late(entry: Entry, _context: Context) -> Iterable[Issue]:
    local = entry.procedure.local
    if local.decided and local.effective and local.effective - local.decided < _LEAD:
        yield Issue(
            _("the decision of {decided} takes effect on {effective}: less than 5 days later").format(
                decided=numbers.calendar_date(local.decided), effective=numbers.calendar_date(local.effective)
            ),
            ("local", "effective"),
            _("Announce earlier; if the legal document was made by the shortened procedure, say so in a comment."),
        )


RULES = (
    Rule(
        id="P201",
        slug="expired-basis",
        severity=Severity.ERROR,
        what=mark(
            "Finds legal bases that are no longer in force on the day of the check. An error where the registry "
            "has the "
            "end from the document itself; a warning where that is not verified yet."
        ),
        why=mark("A document without force is no ground for asking anyone to follow a procedure."),
        ground=_D13,
        since=_SINCE,
        bad="legal: {basis: [42/2022/NĐ-CP Điều 11]}",
        ok="legal: {basis: [224/2026/NĐ-CP Điều 14]}",
        check=_expired,
    ),
    Rule(
        id="P202",
        slug="expiring-basis",
        severity=Severity.WARNING,
        what=mark("Finds legal bases whose end is known and less than half a year away."),
        why=mark("Resolutions of limited term end by themselves; the announcement of what follows needs its time."),
        bad="legal: {basis: [66.16/2026/NQ-CP]}",
        ok="legal: {basis: [224/2026/NĐ-CP Điều 14]}",
        check=_expiring,
    ),
    Rule(
        id="P204",
        slug="malformed-citation",
        severity=Severity.WARNING,
        what=mark("Finds citations without number, year or issuer. A law cited by name is in order."),
        why=mark("A document that cannot be found cannot be checked, neither by an applicant nor by this program."),
        ground=_D13,
        since=_SINCE,
        bad="legal: {basis: [Nghị định 63/NĐ-CP]}",
        ok="legal: {basis: [63/2010/NĐ-CP Điều 8, Luật Đầu tư 2020]}",
        check=_malformed,
    ),
    Rule(
        id="P205",
        slug="unknown-basis",
        severity=Severity.NOTE,
        what=mark("Lists cited documents that the registry does not know."),
        why=mark("For these, whether they are still in force is not checked at all."),
        default=False,
        bad="legal: {basis: [999/2024/NĐ-CP]}",
        ok="legal: {basis: [224/2026/NĐ-CP]}",
        check=_unknown,
    ),
    Rule(
        id="P206",
        slug="basis-is-no-legal-document",
        severity=Severity.ERROR,
        what=mark("Finds procedures whose only basis is an individual decision or an official letter."),
        why=mark(
            "A procedure must be set in a legal document by the body that may; decisions and letters only apply one."
        ),
        ground="khoản 1 Điều 8 NĐ 63/2010/NĐ-CP",
        since=_SINCE,
        bad="legal: {basis: [1234/QĐ-UBND]}",
        ok="legal: {basis: [61/2020/QH14 Điều 33, 1234/QĐ-UBND]}",
        check=_only_individual,
    ),
    Rule(
        id="P207",
        slug="former-online-level",
        severity=Severity.WARNING,
        what=mark("Finds texts that still speak of online service of level 2, 3 or 4 (mức độ 3, mức độ 4)."),
        why=mark(
            "The levels are full (toàn trình) and partial (một phần); the four of Điều 16 are about something else."
        ),
        ground="Điều 14 NĐ 224/2026/NĐ-CP",
        since=date(2026, 7, 1),
        bad="steps: [Nộp hồ sơ qua dịch vụ công trực tuyến mức độ 4]",
        ok=(
            "steps: [Nộp hồ sơ qua dịch vụ công trực tuyến toàn trình bằng tài khoản định danh mức độ 2]\n"
            "fee: Theo Thông tư 12/2025/TT-BTC, mức 3.000 đồng"
        ),
        check=_former_level,
    ),
    Rule(
        id="P208",
        slug="former-controller",
        severity=Severity.NOTE,
        what=mark("Finds texts that name the former authority for the control of procedures."),
        why=mark("Control of administrative procedures passed from the Government Office to the Ministry of Justice."),
        ground="NĐ 09/2026/NĐ-CP",
        since=date(2026, 1, 10),
        bad="steps: [Gửi phản ánh đến Cục Kiểm soát thủ tục hành chính]",
        ok="steps: [Gửi phản ánh đến Bộ Tư pháp]",
        check=_former_controller,
    ),
    Rule(
        id="P210",
        slug="announced-late",
        severity=Severity.WARNING,
        what=mark("Finds local decisions signed less than five days before they take effect."),
        why=mark("Agencies and applicants need the time; documents made by the shortened procedure are the exception."),
        ground="Điều 15 NĐ 63/2010/NĐ-CP",
        since=_SINCE,
        bad="local: {decided: 2026-06-29, effective: 2026-07-01}",
        ok="local: {decided: 2026-06-20, effective: 2026-07-01}",
        check=_announced_late,
    ),
)
