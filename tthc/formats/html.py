"""A report as HTML."""

from tthc.report.model import Report


def render(report: Report) -> str:
    """The whole report."""
    raise NotImplementedError(report.kind)
