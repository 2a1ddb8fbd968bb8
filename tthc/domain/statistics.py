"""Dossiers of a year, by procedure: what a catalogue cannot know by itself and a report may weigh by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dossiers:
    """Dossiers of one procedure in one year. None where the file does not say."""

    code: str
    year: int
    received: int
    online: int | None = None
    on_time: int | None = None
