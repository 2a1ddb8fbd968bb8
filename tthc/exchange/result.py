"""What an import came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tthc.domain.finding import Finding, Location


@dataclass(frozen=True, slots=True)
class Difference:
    """A place in a record where the catalogue and the import disagree; `held` is None where the key is missing."""

    path: tuple[str, ...]
    held: Any
    offered: Any

    @property
    def key(self) -> str:
        """The place as people write it: legal.deadline."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Change:
    """A procedure that is in the catalogue with other words than in the import."""

    procedure: str  # its code, else its name
    place: Location  # its record in the catalogue
    source: Location  # its record in the imported file
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Counts of an import and what a person should look at.

    `read` = `added` + `unchanged` + the changes in `updated` and `kept`. `filled` counts, for each key of the
    catalogue's record, the procedures in which the import filled it.
    """

    read: int = 0
    added: int = 0
    unchanged: int = 0
    updated: tuple[Change, ...] = ()  # taken from the import, because that was asked for
    kept: tuple[Change, ...] = ()  # left as they were in the catalogue
    agencies_added: int = 0
    files: tuple[str, ...] = ()  # written, or to be written, below the catalogue's folder
    filled: Mapping[str, int] = field(default_factory=dict)
    doubts: tuple[Finding, ...] = ()
