"""The documents that `tthc report` writes: one function for each kind, from a catalogue to a report."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tthc.analysis.durations import Convention
    from tthc.catalogue.model import Catalogue
    from tthc.catalogue.selection import Selection
    from tthc.domain.calendar import WorkingCalendar
    from tthc.report.model import Repeated, Report
    from tthc.report.official.common import Stated


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of a document."""

    stated: "Stated"
    day: "date"  # to judge for: --as-of, else the edition, else today (which `stated.as_of` then does not say)
    calendar: "WorkingCalendar"
    convention: "Convention"
    selection: "Selection"  # already applied to the catalogue; for what else is read
    folder: "Path | None"  # as named on the line, or None for the usual one
    since: str | None  # a git revision, or a folder with the catalogue of before
    repeated: "Repeated"  # what to add to a suggested command


def cuts(selected: "Catalogue", asked: Asked) -> "Report":
    """How far deadlines are cut."""
    from tthc.report.official import cuts as document

    return document.report(selected, asked.stated, asked.convention, asked.calendar, internal=asked.selection.internal)


KINDS: dict[str, "Callable[[Catalogue, Asked], Report]"] = {
    "cuts": cuts,
}
