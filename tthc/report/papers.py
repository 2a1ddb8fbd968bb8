"""The papers that many procedures ask for, ranked."""

from collections.abc import Sequence

from tthc.analysis.papers import Origin, Paper
from tthc.catalogue.model import Catalogue
from tthc.messages import _
from tthc.report import unread
from tthc.report.duplicates.words import named, short
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Heading, Note, Report, table
from tthc.text import numbers

_EXAMPLES = 3


def report(catalogue: Catalogue, papers: Sequence[Paper], top: int) -> Report:
    """Papers that an authority has issued, and apart from them those that applicants write."""
    by_origin = {origin: [paper for paper in papers if paper.origin is origin] for origin in Origin}
    blocks: list[Block] = [
        *unread.notes(catalogue),
        Figures(
            tuple(
                Figure(origin.value, title(origin), len(found), base=_("asked for by two procedures or more"))
                for origin, found in by_origin.items()
            )
        ),
    ]
    for origin, found in by_origin.items():
        if found:
            blocks += [Heading(title(origin)), _table(origin, found[:top])]
            if len(found) > top:
                blocks.append(Note(_("and {n} more; --top lists more").format(n=numbers.count(len(found) - top))))
    name = catalogue.manifest.title or catalogue.manifest.jurisdiction.name
    said = _("Papers asked for again and again: {name}").format(name=name)
    return Report("papers", said, "", tuple(blocks), main=f"papers_{Origin.ISSUED}")


def title(origin: Origin) -> str:
    """What can be done about such papers."""
    return {
        Origin.ISSUED: _("Papers that exist already: look up instead of asking"),
        Origin.WRITTEN: _("Forms and reports written for the occasion: use one form"),
    }[origin]


def _table(origin: Origin, papers: Sequence[Paper]) -> Block:
    dossiers = any(paper.dossiers is not None for paper in papers)
    columns = [
        Column("rank", _("No."), Form.COUNT),
        Column("paper", _("Paper")),
        Column("procedures", _("Procedures"), Form.COUNT),
        Column("agencies", _("Agencies"), Form.COUNT),
        Column("wordings", _("Wordings"), Form.COUNT),
        *([Column("dossiers", _("Dossiers a year"), Form.COUNT)] if dossiers else []),
        Column("examples", _("For example")),
    ]
    rows: list[list[Cell]] = [
        [
            rank,
            short(paper.name),
            len(paper.entries),
            paper.agencies,
            paper.wordings,
            *([paper.dossiers] if dossiers else []),
            ", ".join(named(entry) for entry in paper.entries[:_EXAMPLES]),
        ]
        for rank, paper in enumerate(papers, start=1)
    ]
    return table(f"papers_{origin.value}", "", columns, rows)
