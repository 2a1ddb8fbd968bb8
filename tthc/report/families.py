"""Near relatives that do not fit together, by what does not fit."""

from collections.abc import Sequence

from tthc.analysis.duplicates.parts import Part, values
from tthc.analysis.families import Kind, Misfit
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.messages import _
from tthc.report import unread
from tthc.report.duplicates import words
from tthc.report.model import (
    Block,
    Cell,
    Column,
    Figure,
    Figures,
    Form,
    Heading,
    Note,
    Paragraph,
    Report,
    Row,
    RowKind,
    Table,
)
from tthc.text import numbers


def report(catalogue: Catalogue, found: Sequence[Misfit]) -> Report:
    """Figures, then a table for each kind: the procedures one below the other with what they say."""
    by_kind = {kind: [misfit for misfit in found if misfit.kind is kind] for kind in Kind}
    figures = [Figure(kind.value, title(kind), len(misfits)) for kind, misfits in by_kind.items()]
    blocks: list[Block] = [*unread.notes(catalogue), Figures(tuple(figures))]
    if not found:
        blocks.append(Paragraph(_("Nothing was found that does not fit.")))
    for kind, misfits in by_kind.items():
        if misfits:
            blocks += [Heading(f"{title(kind)} ({numbers.count(len(misfits))})"), Note(_question(kind))]
            blocks.append(_table(catalogue, kind, misfits))
    name = catalogue.manifest.title or catalogue.manifest.jurisdiction.name
    return Report(
        "families", _("Related procedures that do not fit together: {name}").format(name=name), "", tuple(blocks)
    )


def title(kind: Kind) -> str:
    """What does not fit."""
    return {
        Kind.SLOWER_REISSUE: _("Reissue takes longer than first issue"),
        Kind.HEAVIER_RENEWAL: _("Renewal asks for more papers than first issue"),
        Kind.LEVELS: _("Same content at two levels, other deadlines or fees"),
        Kind.ARTICLE: _("One legal article, different legal deadlines"),
    }[kind]


def _question(kind: Kind) -> str:
    return {
        Kind.SLOWER_REISSUE: _("The authority has the file already; can the reissue be as fast as the first issue?"),
        Kind.HEAVIER_RENEWAL: _("What the authority holds since the first issue need not be asked for again."),
        Kind.LEVELS: _("Is there a reason for the difference, or was one level forgotten when the other was cut?"),
        Kind.ARTICLE: _("Does the article set several deadlines, or is one record wrong?"),
    }[kind]


def _table(catalogue: Catalogue, kind: Kind, misfits: Sequence[Misfit]) -> Table:
    parts = [part for part in Part if any(part in misfit.parts for misfit in misfits)]
    columns = (
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name")),
        Column("level", _("Level")),
        *(Column(part.value, words.part(part)) for part in parts),
    )
    rows: list[Row] = []
    for number, misfit in enumerate(misfits, start=1):
        group = words.short(misfit.article) or _("Set {n}").format(n=numbers.count(number))
        rows.append(Row((None, group, *(None for _column in columns[2:])), RowKind.GROUP))
        rows += [Row(_cells(catalogue, entry, misfit, parts)) for entry in misfit.entries]
    return Table(kind.value, "", columns, tuple(rows))


def _cells(catalogue: Catalogue, entry: Entry, misfit: Misfit, parts: Sequence[Part]) -> tuple[Cell, ...]:
    stated = (words.said(catalogue, part, values(entry, part)) if part in misfit.parts else None for part in parts)
    return (*words.identity(catalogue, entry)[:3], *stated)
