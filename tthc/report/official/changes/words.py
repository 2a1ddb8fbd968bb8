"""Changes in words: what happened, in which part, and what became of a deadline."""

from tthc.analysis.changes.changes import Kind
from tthc.analysis.changes.deadlines import Trend, Turn
from tthc.analysis.changes.parts import Part
from tthc.analysis.comparison import Comparison
from tthc.domain.procedure import DeadlineText
from tthc.messages import _
from tthc.report import labels
from tthc.report.cuts.words import overrun
from tthc.report.values import deadline_words


def kind(value: Kind) -> str:
    """What happened to a procedure."""
    return {
        Kind.NEW: _("new, or new in the list"),
        Kind.AMENDED: _("amended"),
        Kind.REPLACED: _("replaced"),
        Kind.REPEALED: _("repealed"),
        Kind.REMOVED: _("gone without a repealing decision"),
        Kind.MOVED: _("moved, otherwise unchanged"),
        Kind.RECORD: _("changed in spelling or notes only, or not in force before either"),
        Kind.UNCHANGED: _("unchanged"),
    }[value]


def part(value: Part) -> str:
    """A part of a record."""
    return {
        Part.CODE: _("Code"),
        Part.NAME: _("Name"),
        Part.LEVEL: _("Level"),
        Part.TYPE: _("Type of procedure"),
        Part.HANDLED_BY: _("Handled by"),
        Part.COORDINATING: _("Coordinating agency"),
        Part.PLACE: _("Where to file"),
        Part.SUBJECTS: _("Applicants"),
        Part.LEGAL_DEADLINE: _("Legal deadline"),
        Part.LOCAL_DEADLINE: _("Local deadline"),
        Part.CHANNELS: _("Channels"),
        Part.STEPS: _("Steps"),
        Part.INTERNAL_STEPS: _("Internal steps"),
        Part.DOSSIER: _("Dossier"),
        Part.FEE: _("Fee"),
        Part.REQUIREMENTS: _("Requirements"),
        Part.RESULT: _("Result"),
        Part.BASIS: _("Legal basis"),
        Part.DECISION: _("Announcing decision"),
        Part.ONLINE: _("Online service"),
        Part.AGENCY: _("Agency"),
        Part.FIELD: _("Field"),
    }[value]


def trend(value: Trend) -> str:
    """Giảm, giữ, tăng, đổi đơn vị."""
    return {
        Trend.LONGER: _("longer"),
        Trend.DROPPED: _("no longer stated"),
        Trend.UNIT: _("other unit"),
        Trend.UNCLEAR: _("cannot be compared, to be looked at"),
        Trend.SHORTER: _("shorter"),
        Trend.STATED: _("stated for the first time"),
        Trend.KEPT: _("the same time in other words"),
    }[value]


def stated(value: DeadlineText) -> str:
    """A deadline as announced, one line for each case; empty where there is none."""
    if value is None or isinstance(value, str):
        return value or ""
    return "\n".join(f"{case.when}: {case.deadline}" for case in value)


def turn(found: Turn) -> str:
    """What became of a deadline, and by how much or for what reason it is called so."""
    words = trend(found.trend)
    if found.trend is Trend.LONGER and found.comparison:
        words += f" ({_longer(found.comparison)})"
    elif found.trend is Trend.SHORTER and found.other_unit:
        words += f" ({trend(Trend.UNIT)})"
    return words


def beyond(found: Comparison) -> str:
    """By what a local deadline exceeds the legal one: "05 > 03 ngày làm việc", "15 ngày làm việc > 15 ngày"."""
    local, legal = deadline_words(found.local), deadline_words(found.legal)
    pairs = [pair for pair in found.pairs if pair.measure and pair.measure.overrun is found.overrun]
    if found.several and pairs:
        local, legal = (labels.duration(case.maximum, case.unit) for case in (pairs[0].local, pairs[0].legal))
    amount, _space, unit = local.partition(" ")
    return f"{amount} > {legal}" if legal.endswith(f" {unit}") and amount[:1].isdigit() else f"{local} > {legal}"


def _longer(found: Comparison) -> str:
    if not found.overrun:
        return _("in further cases")
    return overrun(found) if found.pairs else _("it was within the day")
