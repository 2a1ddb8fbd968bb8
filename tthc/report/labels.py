"""The names people know for the closed lists of the catalogue."""

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
