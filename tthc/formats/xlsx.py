"""A report as XLSX."""

from tthc.report.model import Report


def render(report: Report) -> bytes:
    """The whole report."""
    raise NotImplementedError(report.kind)
