"""A catalogue with one file held otherwise: as an editor has it before saving, or as a fix would leave it."""

from dataclasses import replace

from tthc.catalogue.files import Source
from tthc.catalogue.load import read_procedures
from tthc.catalogue.model import Catalogue
from tthc.domain.finding import Finding


def with_file(catalogue: Catalogue, shown: str, data: bytes) -> Catalogue:
    """The catalogue as it would be if the file of procedures `shown` held `data`; the file need not exist."""
    findings: list[Finding] = [found for found in catalogue.findings if found.location.path != shown]
    entries = [entry for entry in catalogue.entries if entry.location.path != shown]
    entries += read_procedures(Source(shown, data), findings)
    entries.sort(key=lambda entry: (entry.location.path.split("/"), entry.location.line))
    return replace(catalogue, entries=tuple(entries), findings=tuple(findings))
