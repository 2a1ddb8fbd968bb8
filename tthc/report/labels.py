"""The names people know for the closed lists of the catalogue."""

from decimal import Decimal

from tthc.analysis.comparison import Reason
from tthc.analysis.duplicates.exact import Kind as Repeats
from tthc.analysis.durations import Convention, Overrun
from tthc.analysis.overview import Kind as Counted
from tthc.domain.deadline import Case, Kind, Step, Unit
from tthc.domain.finding import Severity
from tthc.domain.level import Channel, Delivery, Level, OnlineLevel, Status
from tthc.messages import _
from tthc.text import numbers


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


def counted_as(value: Counted) -> str:
    """For whom a procedure in force is: citizens and businesses, offices themselves, clients of vertical agencies."""
    return {
        Counted.CITIZENS: _("citizens and businesses"),
        Counted.INTERNAL: _("internal procedure"),
        Counted.VERTICAL: _("vertical agency"),
        Counted.NOT_IN_FORCE: _("repealed or replaced"),
    }[value]


def overrun(value: Overrun) -> str:
    """How sure it is that the local deadline is longer."""
    return {
        Overrun.CERTAIN: _("certainly longer than the law allows"),
        Overrun.MOSTLY: _("longer on most receipt dates"),
        Overrun.SOMETIMES: _("longer on some receipt dates"),
    }[value]


def repetition(value: Repeats) -> str:
    """What two entries have in common."""
    return {
        Repeats.CODE: _("the same code twice"),
        Repeats.NAME_DRIFT: _("one code, different names"),
        Repeats.RECORD: _("the same name, level and agency"),
    }[value]


def status(value: Status) -> str:
    """Đang có hiệu lực, bãi bỏ …"""
    return {
        Status.ACTIVE: _("in force"),
        Status.NEW: _("new"),
        Status.AMENDED: _("amended"),
        Status.REPLACED: _("replaced"),
        Status.REPEALED: _("repealed"),
    }[value]


def channel(value: Channel) -> str:
    """Trực tiếp, bưu chính, trực tuyến."""
    return {Channel.DIRECT: _("in person"), Channel.POST: _("by post"), Channel.ONLINE: _("online")}[value]


def delivery(value: Delivery) -> str:
    """Trả kết quả trực tiếp, qua bưu chính, điện tử."""
    return {
        Delivery.DIRECT: _("in person"),
        Delivery.POST: _("by post"),
        Delivery.ELECTRONIC: _("electronically"),
    }[value]


def kind(value: Kind) -> str:
    """What kind of statement a deadline text is."""
    return {
        Kind.FIXED: _("one duration"),
        Kind.CONDITIONAL: _("several cases"),
        Kind.STEPS: _("steps"),
        Kind.IMMEDIATE: _("at once, within the day"),
        Kind.UNSPECIFIED: _("left open"),
        Kind.NO_UNIT: _("a number without a unit"),
        Kind.NONE: _("no handling time stated"),
        Kind.UNKNOWN: _("not understood"),
    }[value]


def duration(maximum: Decimal, unit: Unit | None, minimum: Decimal | None = None) -> str:
    """An amount with its unit: 9 ngày làm việc."""
    amount = numbers.amount(maximum)
    if minimum is not None:
        amount = f"{numbers.amount(minimum)}–{amount}"
    if unit is None:
        return _("{amount} (no unit)").format(amount=amount)
    one = maximum == 1
    return {
        Unit.MINUTE: _("{amount} minute") if one else _("{amount} minutes"),
        Unit.HOUR: _("{amount} hour") if one else _("{amount} hours"),
        Unit.WORKING_HOUR: _("{amount} working hour") if one else _("{amount} working hours"),
        Unit.DAY: _("{amount} day") if one else _("{amount} days"),
        Unit.WORKING_DAY: _("{amount} working day") if one else _("{amount} working days"),
        Unit.WEEK: _("{amount} week") if one else _("{amount} weeks"),
        Unit.MONTH: _("{amount} month") if one else _("{amount} months"),
        Unit.YEAR: _("{amount} year") if one else _("{amount} years"),
    }[unit].format(amount=amount)


def case(value: Case) -> str:
    """One case: its duration, and when it applies."""
    words = duration(value.maximum, value.unit, value.minimum)
    if value.extra:
        words = _("in addition {duration}").format(duration=words)
    return f"{words} ({value.when})" if value.when else words


def step(value: Step) -> str:
    """One step: its duration, and whose it is."""
    words = duration(value.maximum, value.unit)
    return f"{words} ({value.who})" if value.who else words
