"""The names people know for the closed lists of the catalogue."""

from tthc.analysis.comparison import Reason
from tthc.analysis.duplicates.exact import Kind
from tthc.analysis.durations import Convention, Overrun
from tthc.domain.finding import Severity
from tthc.domain.level import Level, OnlineLevel
from tthc.messages import _


def level(value: Level) -> str:
    """Cấp tỉnh, cấp xã …"""
    return {
        Level.MINISTRY: _("ministry"),
        Level.PROVINCE: _("province"),
        Level.DISTRICT: _("district"),
        Level.COMMUNE: _("commune"),
        Level.VERTICAL: _("vertical agency"),
        Level.OTHER: _("other body"),
    }[value]


def levels(values: tuple[Level, ...]) -> str:
    """A combination of levels, in words."""
    return ", ".join(map(level, values)) if values else _("level not stated")


def online(value: OnlineLevel | None) -> str:
    """Toàn trình, một phần …"""
    if value is None:
        return _("not stated")
    return {
        OnlineLevel.FULL: _("full online service"),
        OnlineLevel.PARTIAL: _("partial online service"),
        OnlineLevel.INFORMATION: _("information only"),
        OnlineLevel.NONE: _("not offered"),
    }[value]


def severity(value: Severity) -> str:
    """Lỗi, cảnh báo, lưu ý."""
    return {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.NOTE: _("note")}[value]


def convention(value: Convention) -> str:
    """How durations in different units were compared."""
    return {
        Convention.LIKE: _("like for like (same unit only)"),
        Convention.NOMINAL: _("nominal (a day is a day, working or not)"),
        Convention.FIVE_SEVENTHS: _("5/7 (five working days count as seven days)"),
        Convention.CALENDAR: _("calendar (days waited on the official calendar)"),
    }[value]


def reason(value: Reason) -> str:
    """Why a procedure has no cut rate."""
    return {
        Reason.NO_LEGAL: _("no legal deadline recorded"),
        Reason.NO_LOCAL: _("no local deadline recorded"),
        Reason.UNKNOWN: _("deadline text not understood"),
        Reason.UNSPECIFIED: _("the text leaves the time open"),
        Reason.NONE_STATED: _("the text states no handling time"),
        Reason.NO_UNIT: _("a number without a unit"),
        Reason.IMMEDIATE: _("handled within the day"),
        Reason.STEPS: _("steps without a total"),
        Reason.NOT_ALIGNED: _("several cases that do not match"),
        Reason.ZERO: _("a legal deadline of zero"),
        Reason.UNITS_DIFFER: _("legal and local deadline in different units"),
        Reason.NOT_COVERED: _("the calendar does not reach far enough"),
        Reason.NOT_ACTIVE: _("repealed or replaced"),
        Reason.VERTICAL: _("of a vertical agency, not the province's to cut"),
    }[value]


def overrun(value: Overrun) -> str:
    """How sure it is that the local deadline is longer."""
    return {
        Overrun.CERTAIN: _("certainly longer than the law allows"),
        Overrun.MOSTLY: _("longer on most receipt dates"),
        Overrun.SOMETIMES: _("longer on some receipt dates"),
    }[value]


def repetition(value: Kind) -> str:
    """What two entries have in common."""
    return {
        Kind.CODE: _("the same code twice"),
        Kind.NAME_DRIFT: _("one code, different names"),
        Kind.RECORD: _("the same name, level and agency"),
    }[value]
