"""What an edit changed: the records of two editions that are not the same on both sides."""

from collections.abc import Iterable
from dataclasses import dataclass

from tthc.analysis.changes.pairing import Pair, pairs
from tthc.domain.entry import Entry


@dataclass(frozen=True, slots=True)
class Edition:
    """All changes since a revision. What is the same on both sides is not among them."""

    revision: str
    changes: tuple[Pair, ...]

    @property
    def touched(self) -> frozenset[tuple[str, int]]:
        """The records an edit touched, by path and line."""
        return frozenset((c.after.location.path, c.after.location.line) for c in self.changes if c.after)


def changes(revision: str, before: Iterable[Entry], after: Iterable[Entry]) -> Edition:
    """Set the records of two editions against each other and keep those that differ."""
    return Edition(revision, tuple(pair for pair in pairs(before, after) if pair.differs))
