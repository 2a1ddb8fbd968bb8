"""T104-T110, T117, T118: how deadlines are worded. The text is judged by what the parser understood of it."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache

from tthc.domain.deadline import Deadline, Kind
from tthc.domain.entry import Entry
from tthc.domain.finding import Severity
from tthc.domain.procedure import Procedure
from tthc.lint.context import Context, comparison
from tthc.lint.rule import Check, Fixability, Issue, Path, Rule
from tthc.lint.wording import simple
from tthc.messages import _, mark
from tthc.text.deadline import parse

_D8 = "điểm đ khoản 2 Điều 8 NĐ 63/2010/NĐ-CP"
_SINCE = date(2010, 10, 14)
_SUPPLEMENT = re.compile(r"bổ sung[^.;]{0,60}?không quá\s+(\d+|một|hai|ba|bốn)(?:\s*\([^)]*\))?\s+lần")
_EXCLUSION = re.compile(r"không (?:bao gồm|tính|kể)\b")
_NUMBER_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4}


def stated(procedure: Procedure) -> Iterator[tuple[Path, str]]:
    """Every deadline text of a record, with its path."""
    for part, held in (("legal", procedure.legal.deadline), ("local", procedure.local.deadline)):
        if isinstance(held, str):
            yield (part, "deadline"), held
        else:
            for index, case in enumerate(held or ()):
                yield (part, "deadline", index, "deadline"), case.deadline
    for index, channel in enumerate(procedure.channels):
        if channel.legal_deadline:
            yield ("channels", index, "legal_deadline"), channel.legal_deadline
        if channel.local_deadline:
            yield ("channels", index, "local_deadline"), channel.local_deadline


def _each(find: Callable[[Path, str, Deadline], Issue | None]) -> Check:
    """A check of every deadline text of a procedure by itself."""

    def check(entry: Entry, _context: Context) -> Iterable[Issue]:
        found = (find(path, text, parse(text)) for path, text in stated(entry.procedure))
        return [issue for issue in found if issue]

    return check


def _no_unit(path: Path, text: str, deadline: Deadline) -> Issue | None:
    if deadline.kind is not Kind.NO_UNIT:
        return None
    return Issue(
        _("the deadline “{text}” has no unit").format(text=text),
        path,
        _("Write “{text} ngày” or “{text} ngày làm việc”, whichever the announcing decision says.").format(text=text),
    )


def _unknown(path: Path, text: str, deadline: Deadline) -> Issue | None:
    if deadline.kind is not Kind.UNKNOWN:
        return None
    return Issue(
        _("the deadline “{text}” is not understood and stays out of every figure").format(text=_short(text)),
        path,
        _("Write one deadline a case: {when: …, deadline: …}. How a text is read: tthc deadline “…”."),
    )


def _range(path: Path, text: str, deadline: Deadline) -> Issue | None:
    if path[0] == "legal" or not any(case.minimum is not None for case in deadline.cases):
        return None
    return Issue(
        _("the deadline “{text}” is a range; its upper end is what counts").format(text=_short(text)),
        path,
        _("Announce the upper end, or one deadline for each case."),
    )


def _form(path: Path, text: str, deadline: Deadline) -> Issue | None:
    new = canonical(text)
    if new == text or not _same_meaning(deadline, parse(new)):
        return None
    return Issue(
        _("the deadline is not written in the usual form: “{text}”").format(text=_short(text)),
        path,
        _("Write “{text}”.").format(text=_short(new)),
        fix=((path, new),),
    )


@lru_cache(maxsize=20_000)
def canonical(text: str) -> str:
    """The usual way of writing a deadline: composed, single spaces, decimal comma, no abbreviated unit."""
    new = " ".join(text.replace("\u00a0", " ").split()) if "\n" not in text else text
    new = re.sub(r"(?<=\d)\.(?=\d{1,2}(?!\d))(?=\d+\s*(?:ngày|giờ|tháng|nlv))", ",", new)
    new = re.sub(r"(?<=\d)\s*nlv\b", " ngày làm việc", new, flags=re.IGNORECASE)
    return re.sub(r"(?<=\d)\((?=\w+\))", " (", new)


def _same_meaning(one: Deadline, other: Deadline) -> bool:
    """Whether two readings say the same: the proof that only the form changes."""
    if one.kind is not other.kind or len(one.cases) != len(other.cases) or len(one.steps) != len(other.steps):
        return False
    return all(
        (a.maximum, a.unit, a.minimum, a.extra) == (b.maximum, b.unit, b.minimum, b.extra)
        for a, b in zip(one.cases, other.cases, strict=True)
    )


def _no_start(path: Path, text: str, deadline: Deadline) -> Issue | None:
    if deadline.kind is not Kind.FIXED or deadline.start_event or path[0] != "legal":
        return None
    return Issue(
        _("the deadline “{text}” does not say from when it runs").format(text=_short(text)),
        path,
        _("Usually “kể từ ngày nhận đủ hồ sơ hợp lệ”; take it from the legal document."),
    )


def _exclusion(path: Path, text: str, deadline: Deadline) -> Issue | None:
    if not deadline.cases or not _EXCLUSION.search(simple(text)):
        return None
    return Issue(
        _("the deadline “{text}” leaves out a time that averages cannot know").format(text=_short(text)),
        path,
        _("State the time left out in a case of its own, if it is known."),
    )


def _units(entry: Entry, _context: Context) -> Iterable[Issue]:
    pair = comparison(entry).main
    if pair is None or pair.legal.unit is pair.local.unit:
        return
    yield Issue(
        _("the legal and the local deadline are in different units: not comparable without a named convention"),
        ("local", "deadline"),
        _("Keep the unit of the legal document if the decision allows it."),
    )


def _not_cut(entry: Entry, _context: Context) -> Iterable[Issue]:
    found = comparison(entry)
    pair = found.main
    if found.no_room or pair is None or pair.measure is None or pair.legal.unit is not pair.local.unit:
        return
    if pair.legal.maximum == pair.local.maximum:
        yield Issue(
            _("the deadline is not cut: local and legal are the same"),
            ("local", "deadline"),
            _("Consider whether it can be shortened; cutting time is within the province's competence."),
        )


def _supplements(entry: Entry, _context: Context) -> Iterable[Issue]:
    for index, step in enumerate(entry.procedure.steps):
        for match in _SUPPLEMENT.finditer(simple(step)):
            times = _NUMBER_WORDS.get(match[1]) or int(match[1])
            if times > 2:
                yield Issue(
                    _("a dossier may be sent back for more papers {n} times; two is the limit").format(n=times),
                    ("steps", index),
                    _("Write “không quá 02 lần” or less."),
                )


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:119] + "…"


RULES = (
    Rule(
        id="T104",
        slug="units-differ",
        severity=Severity.NOTE,
        what=mark("Lists procedures whose legal and local deadline are in different units."),
        why=mark(
            "A percentage between two units rests on a convention; reports name it, and like for like needs none."
        ),
        default=False,
        bad="legal: {deadline: 40 ngày}\nlocal: {deadline: 9 ngày làm việc}",
        ok="legal: {deadline: 40 ngày}\nlocal: {deadline: 30 ngày}",
        check=_units,
    ),
    Rule(
        id="T105",
        slug="deadline-without-unit",
        severity=Severity.WARNING,
        what=mark("Finds deadlines that are a bare number."),
        why=mark("“5” may be days, working days or hours; nobody can be held to it, and it enters no figure."),
        ground=_D8,
        since=_SINCE,
        bad='local: {deadline: "5"}',
        ok="local: {deadline: 5 ngày làm việc}",
        check=_each(_no_unit),
    ),
    Rule(
        id="T106",
        slug="deadline-not-understood",
        severity=Severity.NOTE,
        what=mark("Finds deadlines that the program does not understand."),
        why=mark("A deadline is parsed or left out, never guessed: what stands here is missing from every average."),
        bad="local: {deadline: 10 ngày hoặc 15 ngày}",
        ok="local: {deadline: 5 ngày làm việc}",
        check=_each(_unknown),
    ),
    Rule(
        id="T107",
        slug="deadline-range",
        severity=Severity.WARNING,
        what=mark("Finds local deadlines that are a range (“7-10 ngày”)."),
        why=mark("The applicant can only rely on the upper end; the lower one makes a cut look larger than it is."),
        bad="local: {deadline: 7-10 ngày làm việc}",
        ok="local: {deadline: 10 ngày làm việc}",
        check=_each(_range),
    ),
    Rule(
        id="T108",
        slug="deadline-form",
        severity=Severity.NOTE,
        what=mark("Finds deadlines with abbreviated units (nlv), decimal points, double spaces or “05(năm)”."),
        why=mark("One way of writing makes lists comparable by eye and keeps edits small."),
        fix=Fixability.SAFE,
        bad="local: {deadline: 3.5 nlv}",
        ok='local: {deadline: "3,5 ngày làm việc"}',
        check=_each(_form),
    ),
    Rule(
        id="T109",
        slug="deadline-without-start",
        severity=Severity.NOTE,
        what=mark("Finds legal deadlines that do not say from which event they run."),
        why=mark("From receipt or from a complete dossier makes days of difference."),
        ground=_D8,
        since=_SINCE,
        default=False,
        bad="legal: {deadline: 15 ngày}",
        ok="legal: {deadline: 15 ngày kể từ ngày nhận đủ hồ sơ hợp lệ}",
        check=_each(_no_start),
    ),
    Rule(
        id="T110",
        slug="deadline-not-cut",
        severity=Severity.NOTE,
        what=mark("Lists procedures whose local deadline equals the legal one although there is room to cut."),
        why=mark("The programme of cuts asks for 30% of processing time; this is the list of what is left to look at."),
        ground="NQ 66/NQ-CP",
        since=date(2025, 3, 26),
        default=False,
        bad="legal: {deadline: 15 ngày}\nlocal: {deadline: 15 ngày}",
        ok="legal: {deadline: 15 ngày}\nlocal: {deadline: 10 ngày}",
        check=_not_cut,
    ),
    Rule(
        id="T117",
        slug="too-many-supplements",
        severity=Severity.NOTE,
        what=mark("Finds steps that let a dossier be sent back for more papers more than twice."),
        why=mark("Applicants must not be made to come back to supplement a dossier more than two times."),
        ground="khoản 4 Điều 20 NĐ 63/2010/NĐ-CP",
        since=_SINCE,
        bad="steps: [Yêu cầu bổ sung hồ sơ không quá 03 lần]",
        ok="steps: [Yêu cầu bổ sung hồ sơ không quá 01 lần]",
        check=_supplements,
    ),
    Rule(
        id="T118",
        slug="deadline-with-exclusion",
        severity=Severity.NOTE,
        what=mark("Lists deadlines that leave out some time (“không bao gồm thời gian …”)."),
        why=mark("The applicant waits longer than the number says; totals built on it should say so."),
        default=False,
        bad="legal: {deadline: 15 ngày (không bao gồm thời gian thẩm định thực tế)}",
        ok="legal: {deadline: 15 ngày}",
        check=_each(_exclusion),
    ),
)
