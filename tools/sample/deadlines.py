"""The legal and the local deadline of a procedure, as texts."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from tools.sample import times
from tools.sample.draw import Draw
from tools.sample.times import Time
from tools.sample.vocabulary import Entry

Deadline = str | list[dict[str, str]]
_MORE_DAYS = 10  # where the ground is difficult


class Deadlines:
    """Words the deadlines of one procedure. The same wording serves both sides: only the amounts differ."""

    def __init__(self, entry: Entry, phrases: Mapping[str, Any], draw: Draw) -> None:
        self._pinned = times.parse(entry.local) if entry.local else None
        self._hard_areas: str = phrases["hard_areas"] if "hard" in entry.traits else ""
        self._event: str = draw.weighted([(event, weight) for event, weight in phrases["start_events"]])
        self._prefix = draw.weighted([("", 90), ("Trong thời hạn ", 7), ("Không quá ", 3)])
        self._listed = draw.chance(0.4)
        token = entry.time or phrases["default_time"]
        self._time = times.parse(token)
        self._special = None if self._time else phrases["special_times"][token]
        self.legal = self._single(self._time) if self._time else self._cases(lambda time: time)

    def local(self, draw: Draw) -> tuple[Deadline, Time | None]:
        """The deadline of the province, and its amount where it is a single one."""
        if self._pinned:
            return self._single(self._pinned), self._pinned
        share = times.rate(draw)
        if not self._time:
            return self._cases(lambda time: times.cut(time, share, draw)), None
        time = times.cut(self._time, share, draw, keep_unit=bool(self._hard_areas))
        return self._single(time), None if self._hard_areas else time

    def _single(self, time: Time) -> Deadline:
        if self._hard_areas:
            return self._with_hard_areas(time)
        return f"{self._prefix}{time} {self._event}"

    def _with_hard_areas(self, time: Time) -> Deadline:
        """Land law: ten days more where the ground is difficult, in one sentence or as two cases."""
        if not self._listed:
            more = Time(Decimal(_MORE_DAYS), time.unit)
            return f"{time} {self._event}; đối với {self._hard_areas} thì thời gian thực hiện tăng thêm {more}"
        longer = Time(time.amount + _MORE_DAYS, time.unit)
        return [
            {"when": "Trường hợp thông thường", "deadline": f"{time} {self._event}"},
            {"when": f"Đối với {self._hard_areas}", "deadline": f"{longer} {self._event}"},
        ]

    def _cases(self, change: Callable[[Time], Time]) -> Deadline:
        """A special time of phrases.yaml: a text that stays as it is, or cases that are each changed."""
        if isinstance(self._special, str):
            return self._special
        return [
            {"when": when, "deadline": f"{change(times.read(token))} {self._event}"}
            for when, token in self._special or ()
        ]
