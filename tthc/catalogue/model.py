"""A catalogue in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tthc.domain.decision import Decision
from tthc.domain.entry import Entry
from tthc.domain.finding import Finding
from tthc.domain.manifest import Agency, LegalDocument, Manifest
from tthc.domain.statistics import Dossiers


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that could be read of a catalogue, in an order that does not depend on the file system.

    `findings` says what could not be read or is not valid; entries concerned are left out of `entries`.
    """

    root: Path
    manifest: Manifest
    entries: tuple[Entry, ...]
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    documents: tuple[LegalDocument, ...] = ()
    statistics: tuple[Dossiers, ...] = ()
    decisions: tuple[Decision, ...] = ()
    findings: tuple[Finding, ...] = ()

    def dossiers(self) -> dict[str, Dossiers]:
        """Dossiers by code, of the latest year there are figures for; empty without statistics."""
        latest = max((row.year for row in self.statistics), default=None)
        return {row.code: row for row in self.statistics if row.year == latest}

    def received(self) -> dict[str, int]:
        """Of these, how many were received in all."""
        return {code: figures.received for code, figures in self.dossiers().items()}

    def agency_name(self, agency: str) -> str:
        """The full name of an agency id; the id itself where agencies.yaml does not know it."""
        known = self.agencies.get(agency)
        return known.name if known else agency
