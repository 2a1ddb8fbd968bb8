"""The page's outline: what stands under which heading, and what the table of contents names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from tthc.formats.html.charts import Bars, bars
from tthc.formats.html.tables import Grid, grid
from tthc.report.model import (
    Annex,
    Block,
    Chart,
    Definitions,
    Figures,
    Heading,
    Note,
    Paragraph,
    Report,
    Suggestions,
    Table,
)

_SHORT = 40  # an annex of fewer rows stands open
_DEEPEST = 6  # level of headings in HTML

Shown = Paragraph | Note | Figures | Definitions | Suggestions | Grid | Bars


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it."""

    id: str
    title: str
    level: int
    blocks: tuple[Shown, ...]
    parts: tuple["Part", ...]
    annex: bool = False

    @property
    def tables(self) -> tuple[Grid, ...]:
        """Every table under the heading, in the order they stand."""
        own = (block for block in self.blocks if isinstance(block, Grid))
        return (*own, *(grid for part in self.parts for grid in part.tables))

    @property
    def open(self) -> bool:
        """Whether an annex is short enough to stand open."""
        return sum(grid.size for grid in self.tables) < _SHORT


def page(report: Report) -> Part:
    """The whole report: its title is the first heading, under which parts and annexes stand."""
    ids = count(1)
    blocks, parts = _divided(report, report.title, (*report.opening, *report.blocks), 2, ids)
    named = zip(report.annex_names, report.annexes, strict=True)
    annexes = tuple(_annex(report, name, annex, ids) for name, annex in named)
    return Part("report", report.title, 1, blocks, (*parts, *annexes))


def _annex(report: Report, name: str, annex: Annex, ids: Iterator[int]) -> Part:
    own = _id(ids)
    return Part(own, f"{name}. {annex.title}", 2, *_divided(report, annex.title, annex.blocks, 3, ids), annex=True)


def _divided(
    report: Report, title: str, blocks: Sequence[Block], level: int, ids: Iterator[int]
) -> tuple[tuple[Shown, ...], tuple[Part, ...]]:
    """The blocks before the first heading, then each heading with what stands under it up to its next equal.

    A heading's level on the page follows from those above it, so that none is skipped.
    """
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    rest = blocks[first:]
    parts = []
    while rest and isinstance(head := rest[0], Heading):
        end = next((at for at, block in enumerate(rest) if at and _ends(block, head)), len(rest))
        own = _id(ids)
        inner = _divided(report, head.text, rest[1:end], level + 1, ids)
        parts.append(Part(own, head.text, min(level, _DEEPEST), *inner))
        rest = rest[end:]
    return tuple(_shown(report, title, block, ids) for block in blocks[:first]), tuple(parts)


def _ends(block: Block, head: Heading) -> bool:
    return isinstance(block, Heading) and block.level <= head.level


def _shown(report: Report, title: str, block: Block, ids: Iterator[int]) -> Shown:
    match block:
        case Table():
            return grid(block.page, _id(ids), title)
        case Chart():
            return bars(report, block, _id(ids))
        case Heading(words):
            raise AssertionError(words)  # headings divide the blocks
    return block


def _id(ids: Iterator[int]) -> str:
    return f"p{next(ids)}"
