"""Dossiers of a year, by procedure: what a catalogue cannot know by itself and a report may weigh by."""

from collections.abc import Mapping
from dataclasses import dataclass

from tthc.domain.entry import Entry


@dataclass(frozen=True, slots=True)
class Dossiers:
    """Dossiers of one procedure in one year. None where the file does not say."""

    code: str
    year: int
    received: int
    online: int | None = None
    on_time: int | None = None


def dossiers_of(entry: Entry, dossiers: Mapping[str, Dossiers] | None) -> Dossiers | None:
    """Those of one procedure, which the file names by its code, or by its local id where it has no code."""
    return dossiers.get(entry.key) if dossiers else None
