"""K703-K707: figures about the catalogue, and decisions against its date."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from tthc.analysis.calendars import official
from tthc.analysis.claims import Because, Checked, Grounds, Verdict, check_claims
from tthc.analysis.cuts import rows
from tthc.catalogue.files import MANIFEST
from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.lint.context import Context
from tthc.lint.rule import Check, Issue, Rule, Scope
from tthc.messages import _, mark
from tthc.text import numbers


def _claims(*verdicts: Verdict) -> Check:
    """A check for published figures with one of these verdicts."""

    def check(context: Context) -> Iterable[Issue]:
        for index, checked in enumerate(_checked(context)):
            if checked.verdict in verdicts:
                yield Issue(
                    _("published: “{text}”; {reason}").format(text=checked.claim.text, reason=_reason(checked)),
                    ("claims", index, "stated"),
                    _("Find out which is right, the figure or the list, before you change either."),
                    file=MANIFEST,
                )

    return check


@lru_cache(maxsize=1)
def _checked(context: Context) -> tuple[Checked, ...]:
    """The published figures of a catalogue, recomputed once for both rules."""
    catalogue = context.catalogue
    if not catalogue.manifest.claims:
        return ()
    calendar = official()
    grounds = Grounds(rows(catalogue.entries, calendar), catalogue.dossiers(), calendar)
    return check_claims(catalogue.manifest.claims, grounds)


def _reason(checked: Checked) -> str:
    computed = checked.computed
    if computed is not None and checked.because in (Because.DIFFERS, Because.OUTSIDE_BOUND, Because.PARTS_DO_NOT_SUM):
        words = numbers.count(int(computed)) if computed.denominator == 1 else numbers.percent(computed, 2)
        return _("recomputed: {computed}").format(computed=words)
    return {
        Because.PARTS_DO_NOT_SUM: _("the parts do not add up to the whole"),
        Because.PART_EXCEEDS_WHOLE: _("the part is larger than the whole"),
        Because.PART_EXCEEDS_LIMIT: _("the part is larger than there can be"),
        Because.NO_SUCH_PART: _("no whole number gives this percentage"),
        Because.DIFFERS_ONLY_CUT_OFF: _("the figure was cut off instead of rounded"),
    }.get(checked.because, checked.because.value)


def _no_decision(entry: Entry, _context: Context) -> Iterable[Issue]:
    procedure = entry.procedure
    if not (procedure.local.decision or procedure.legal.decision):
        yield Issue(
            _("no decision announces the procedure"),
            ("legal", "decision") if procedure.vertical else ("local", "decision"),
            _("Add “decision:” with the number of the announcing decision."),
        )


def _newer(entry: Entry, context: Context) -> Iterable[Issue]:
    decided, edition = entry.procedure.local.decided, context.catalogue.manifest.edition
    if decided and edition and decided > edition:
        yield Issue(
            _("the decision is of {decided}, later than the catalogue's date, {edition}").format(
                decided=numbers.calendar_date(decided), edition=numbers.calendar_date(edition)
            ),
            ("local", "decided"),
            _("Bring “edition:” in catalogue.yaml up to date, or correct the date of the decision."),
        )


RULES = (
    Rule(
        id="K703",
        slug="published-figure-differs",
        severity=Severity.WARNING,
        what=mark(
            "Finds published figures (claims in catalogue.yaml) that recomputing from the catalogue does not give."
        ),
        why=mark("The figure that was announced and the list behind it must agree, or one of them is not up to date."),
        scope=Scope.CATALOGUE,
        bad=(
            "manifest:\n  claims: [{id: tong, text: Tổng số 2 thủ tục, stated: 2, measure: {of: procedures}}]\n"
            "procedures: [{name: A}]"
        ),
        ok=(
            "manifest:\n  claims: [{id: tong, text: Tổng số 1 thủ tục, stated: 1, measure: {of: procedures}}]\n"
            "procedures: [{name: A}]"
        ),
        check=_claims(Verdict.DOES_NOT_HOLD),
    ),
    Rule(
        id="K704",
        slug="published-figure-impossible",
        severity=Severity.ERROR,
        what=mark(
            "Finds published figures that contradict themselves: parts that do not add up, a part above its whole."
        ),
        why=mark("A sum that does not add up is the first thing a reader of a report notices."),
        scope=Scope.CATALOGUE,
        bad="manifest:\n  claims: [{id: tong, text: Tổng 1.817, stated: 1817, sum: [1168, 648]}]\nprocedures: []",
        ok="manifest:\n  claims: [{id: tong, text: Tổng 1.817, stated: 1817, sum: [1168, 649]}]\nprocedures: []",
        check=_claims(Verdict.IMPOSSIBLE),
    ),
    Rule(
        id="K706",
        slug="no-decision",
        severity=Severity.WARNING,
        what=mark("Finds procedures in force that no decision announces."),
        why=mark("Procedures take effect for citizens by the decision that announces them."),
        ground="Điều 15 NĐ 63/2010/NĐ-CP",
        since=date(2010, 10, 14),
        bad="local: {deadline: 5 ngày làm việc}",
        ok="local: {deadline: 5 ngày làm việc, decision: 1234/QĐ-UBND}",
        check=_no_decision,
    ),
    Rule(
        id="K707",
        slug="decision-after-edition",
        severity=Severity.NOTE,
        what=mark("Finds decisions that are newer than the date of the catalogue."),
        why=mark("The catalogue says of which day it is; rules and reports rely on that day."),
        bad="manifest: {edition: 2026-09-30}\nprocedures:\n  - local: {decided: 2026-10-15}",
        ok="manifest: {edition: 2026-10-31}\nprocedures:\n  - local: {decided: 2026-10-15}",
        check=_newer,
    ),
)
