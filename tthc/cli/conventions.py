"""The convention that --convention names."""

from tthc.analysis.durations import Convention
from tthc.cli.settings import one_of
from tthc.text import vocabulary


def named(text: str) -> Convention:
    """How durations in different units are compared. Raises SettingError for what is no convention."""
    return Convention(one_of("--convention", text, vocabulary.CONVENTIONS))
