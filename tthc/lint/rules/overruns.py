"""T101, T102, T103, T119: a local deadline that exceeds the legal one, told apart by what is certain."""

from collections.abc import Iterable, Iterator
from datetime import date

from tthc.analysis.comparison import CasePair, Comparison
from tthc.analysis.durations import Overrun
from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.lint.context import Context, compare_texts, comparison
from tthc.lint.rule import Check, Issue, Path, Rule
from tthc.messages import _, mark

_GROUND = "khoản 1 Điều 8, khoản 6 Điều 18 NĐ 63/2010/NĐ-CP"
_SINCE = date(2010, 10, 14)
_SEVERITIES = {
    Overrun.CERTAIN: Severity.ERROR,
    Overrun.MOSTLY: Severity.WARNING,
    Overrun.SOMETIMES: Severity.NOTE,
}


def _only(rule: str) -> Check:
    def check(entry: Entry, _context: Context) -> Iterable[Issue]:
        return [issue for found, issue in _overruns(entry) if found == rule]

    return check


def _overruns(entry: Entry) -> Iterator[tuple[str, Issue]]:
    """The issues of a procedure with the rule each belongs to: as a whole, and channel by channel."""
    procedure = entry.procedure
    whole = comparison(entry)
    if whole.overrun or whole.surplus:
        yield _issue(whole, ("local", "deadline"))
    for index, channel in enumerate(procedure.channels):
        if channel.local_deadline and (channel.legal_deadline or procedure.legal.deadline):
            found = compare_texts(channel.legal_deadline or procedure.legal.deadline, channel.local_deadline)
            if found.overrun or found.surplus:
                yield _issue(found, ("channels", index, "local_deadline"))


def _issue(found: Comparison, path: Path) -> tuple[str, Issue]:
    legal = found.legal.text if found.legal else ""
    local = found.local.text if found.local else ""
    pair = _worst(found)
    if found.plus_ten:
        return "T119", Issue(
            _("the local deadline “{local}” is exactly 10 days longer than the legal one, “{legal}”").format(
                local=local, legal=legal
            ),
            path,
            _("If this is the addition for difficult areas, write it as a case of its own: {when: …, deadline: …}."),
        )
    if pair is None or found.several:
        return "T102", Issue(
            _("in at least one case the local deadline “{local}” exceeds the legal one, “{legal}”").format(
                local=local, legal=legal
            ),
            path,
            _("Set the cases side by side and correct the one that is longer; the legal deadline is the limit."),
        )
    if pair.legal.unit is not pair.local.unit and pair.measure is not None:
        measure = pair.measure
        message = _("the local deadline “{local}” ends later than the legal one, “{legal}”: the unit differs").format(
            local=local, legal=legal
        )
        if measure.dates:
            message = _(
                "the local deadline “{local}” ends later than the legal one, “{legal}”, "
                "on {later} of {dates} receipt dates: the unit differs"
            ).format(local=local, legal=legal, later=measure.later_on, dates=measure.dates)
        return "T103", Issue(
            message,
            path,
            _("Keep the unit of the legal deadline, or take so few working days that it never ends later."),
            severity=_SEVERITIES[found.overrun or Overrun.SOMETIMES],
        )
    return "T101", Issue(
        _("the local deadline “{local}” is longer than the legal one, “{legal}”").format(local=local, legal=legal),
        path,
        _("Write {legal} or less. A province may shorten a deadline, not lengthen it.").format(legal=legal),
        severity=None if found.overrun is Overrun.CERTAIN else Severity.WARNING,
    )


def _worst(found: Comparison) -> CasePair | None:
    """The pair that exceeds; None where it is a case without a counterpart."""
    return next((pair for pair in found.pairs if pair.measure and pair.measure.overrun is found.overrun), None)


RULES = (
    Rule(
        id="T101",
        slug="deadline-longer-than-law",
        severity=Severity.ERROR,
        what=mark("Finds a local deadline that is longer than the legal one, in the same unit, one case each."),
        why=mark(
            "The chairman of the province announces deadlines and may cut them; lengthening one sets a rule "
            "that only the legal document may set."
        ),
        ground=_GROUND,
        since=_SINCE,
        bad="legal: {deadline: 10 ngày làm việc}\nlocal: {deadline: 12 ngày làm việc}",
        ok="legal: {deadline: 10 ngày làm việc}\nlocal: {deadline: 7 ngày làm việc}",
        check=_only("T101"),
    ),
    Rule(
        id="T102",
        slug="case-longer-than-law",
        severity=Severity.WARNING,
        what=mark("Finds a local deadline of several cases that exceeds the legal one in at least one of them."),
        why=mark(
            "Cases may be set against the wrong counterpart: an officer has to look before it is called an error."
        ),
        ground=_GROUND,
        since=_SINCE,
        bad=(
            "legal:\n  deadline:\n    - {when: Trường hợp thông thường, deadline: 10 ngày làm việc}\n"
            "    - {when: Trường hợp phức tạp, deadline: 20 ngày làm việc}\n"
            "local:\n  deadline:\n    - {when: Trường hợp thông thường, deadline: 7 ngày làm việc}\n"
            "    - {when: Trường hợp phức tạp, deadline: 24 ngày làm việc}"
        ),
        ok=(
            "legal:\n  deadline:\n    - {when: Trường hợp thông thường, deadline: 10 ngày làm việc}\n"
            "    - {when: Trường hợp phức tạp, deadline: 20 ngày làm việc}\n"
            "local:\n  deadline:\n    - {when: Trường hợp thông thường, deadline: 7 ngày làm việc}\n"
            "    - {when: Trường hợp phức tạp, deadline: 15 ngày làm việc}"
        ),
        check=_only("T102"),
    ),
    Rule(
        id="T103",
        slug="unit-hides-lengthening",
        severity=Severity.ERROR,
        what=mark(
            "Finds a local deadline in another unit than the legal one that ends later: always (error), on most "
            "receipt dates (warning) or on some (note), counted over the official working calendar."
        ),
        why=mark(
            "“15 ngày làm việc” looks like “15 ngày” and takes about three weeks. There is no legal ratio between "
            "the two units; only due dates can be compared."
        ),
        ground=_GROUND,
        since=_SINCE,
        bad="legal: {deadline: 15 ngày}\nlocal: {deadline: 15 ngày làm việc}",
        ok="legal: {deadline: 40 ngày}\nlocal: {deadline: 9 ngày làm việc}",
        check=_only("T103"),
    ),
    Rule(
        id="T119",
        slug="ten-days-merged",
        severity=Severity.WARNING,
        what=mark("Finds a local deadline that is exactly ten days longer than the legal one."),
        why=mark(
            "Ten days is the usual addition for difficult areas. Merged into one number it lengthens the deadline "
            "for everybody; written as a case it holds only where it applies."
        ),
        ground=_GROUND,
        since=_SINCE,
        bad="legal: {deadline: 15 ngày}\nlocal: {deadline: 25 ngày}",
        ok="legal: {deadline: 15 ngày}\nlocal: {deadline: 12 ngày}",
        check=_only("T119"),
    ),
)
