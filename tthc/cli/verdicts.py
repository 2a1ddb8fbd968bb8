"""Who decides and when, and the verdict written down."""

import datetime
from pathlib import Path

from tthc.analysis.duplicates.decisions import party
from tthc.catalogue import git
from tthc.catalogue.decisions import record
from tthc.catalogue.files import DECISIONS
from tthc.catalogue.rewrite import NotEditableError
from tthc.cli import days
from tthc.cli.settings import SettingError
from tthc.domain.decision import Decision, Judgement
from tthc.domain.entry import Entry
from tthc.messages import _


class Reviewer:
    """Writes verdicts of one person and one day into one catalogue."""

    def __init__(self, root: Path, by: str | None, date: str | None) -> None:
        """`by` is the name known to git unless given; `date` is today unless given. Raises SettingError."""
        self._root = root
        self._by = by or git.user_name(root) or None
        self._date = _day(date)

    def decide(self, pair: tuple[Entry, Entry], verdict: Judgement, reason: str) -> Path:
        """Write one verdict; the file it went into. Raises SettingError for a file that cannot be changed."""
        a, b = (party(entry) for entry in pair)
        decision = Decision(a, b, verdict, self._date, " ".join(reason.split()) or None, self._by)
        try:
            return record(self._root, decision)
        except NotEditableError as error:
            raise SettingError(
                _("{path} cannot be written: {reason}").format(path=self._root / DECISIONS, reason=error)
            ) from error


def _day(text: str | None) -> datetime.date:
    if text is None:
        return datetime.datetime.now().astimezone().date()  # a verdict says when it was given
    return days.read("--date", text)
