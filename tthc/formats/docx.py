"""A report as DOCX."""

from pathlib import Path

from tthc.report.model import Report


def render(report: Report, reference: Path | None = None) -> bytes:
    """The whole report. `reference` is a document that lends its styles."""
    raise NotImplementedError(report.kind, reference)
