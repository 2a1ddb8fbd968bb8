"""What the document is about: the procedures compared, and their averages under every convention."""

from collections.abc import Mapping
from dataclasses import dataclass

from tthc.analysis.cuts import CutRow, Summary, summarise
from tthc.analysis.durations import Convention
from tthc.catalogue.model import Catalogue


@dataclass(frozen=True, slots=True)
class Matter:
    """Procedures that count (`rows`), those that stand apart from them, and the convention that figures rest on."""

    catalogue: Catalogue
    rows: tuple[CutRow, ...]
    apart: tuple[CutRow, ...]
    convention: Convention
    summaries: Mapping[Convention, Summary]

    @property
    def under_decree(self) -> bool:
        """Whether NĐ 63/2010/NĐ-CP covers them: internal procedures are outside its scope (Điều 1)."""
        return not self.rows or any(not row.entry.procedure.internal for row in self.rows)

    @property
    def summary(self) -> Summary:
        """The averages under the convention of the document."""
        return self.summaries[self.convention]

    @property
    def like(self) -> Summary:
        """The averages like for like: what sums by unit are taken from."""
        return self.summaries[Convention.LIKE]


def matter(catalogue: Catalogue, rows: tuple[CutRow, ...], apart: tuple[CutRow, ...], convention: Convention) -> Matter:
    """The same with all averages."""
    return Matter(catalogue, rows, apart, convention, {each: summarise(rows, each) for each in Convention})
