"""What stands more than once in a catalogue: by kind, group by group, with evidence and a proposal to merge."""

from collections import Counter
from collections.abc import Sequence
from shlex import quote

from tthc.analysis.duplicates.certain import Kind
from tthc.analysis.duplicates.findings import Repeat
from tthc.analysis.duplicates.groups import Link
from tthc.analysis.duplicates.merge import proposal
from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.duplicates.survey import Survey
from tthc.catalogue.model import Catalogue
from tthc.messages import _
from tthc.report import reasons, unread
from tthc.report.duplicates import listing, merging, verdicts, words
from tthc.report.duplicates.listing import MERGED, keeps_one
from tthc.report.model import (
    Annex,
    Block,
    Cell,
    Column,
    Figure,
    Figures,
    Form,
    Heading,
    Paragraph,
    Report,
    Suggestions,
    Table,
    table,
)
from tthc.report.term import Term
from tthc.text import numbers


def report(
    catalogue: Catalogue,
    found: Survey,
    repeats: Sequence[Repeat],
    relation: Relation | None = None,
    *,
    one_list: bool = False,
) -> Report:
    """Figures, every group, the pairs at two levels, the officers' verdicts. `relation`: only what stands so.

    `one_list`: the groups in one table instead of one by one, for formats to filter and sort in.
    """
    shown = [repeat for repeat in repeats if relation is None or repeat.relation is relation]
    levels = [repeat for repeat in shown if repeat.kind is Kind.LEVELS]
    groups = [repeat for repeat in shown if repeat.kind is not Kind.LEVELS]
    blocks: list[Block] = [*unread.notes(catalogue), figures(found, shown), *by_kind(shown)]
    if one_list:
        listed, main = annexes(catalogue, found, shown), "levels" if relation is Relation.LEVEL else "groups"
        return Report("duplicates", _title(catalogue), _subtitle(catalogue), tuple(blocks), listed, main=main)
    blocks += overview(groups)
    for number, (repeat, kept) in enumerate(with_kept(found, groups), start=1):
        blocks += _group(catalogue, repeat, kept, number)
    blocks += [*_levels(catalogue, levels), *verdicts.blocks(found.decided), *_next(groups)]
    return Report("duplicates", _title(catalogue), _subtitle(catalogue), tuple(blocks))


def annexes(catalogue: Catalogue, found: Survey, repeats: Sequence[Repeat]) -> tuple[Annex, ...]:
    """All groups in one table, what is to be settled before merging them, pairs at two levels, officers' verdicts."""
    groups = with_kept(found, [repeat for repeat in repeats if repeat.kind is not Kind.LEVELS])
    levels = [repeat for repeat in repeats if repeat.kind is Kind.LEVELS]
    merged = [
        (number, repeat.entries, proposal(repeat.entries, kept))
        for number, (repeat, kept) in enumerate(groups, start=1)
        if repeat.kind in MERGED
    ]
    tables = (
        (_("Groups of procedures that repeat or overlap each other"), listing.table(catalogue, groups)),
        (_("What is to be settled before merging"), merging.all_groups(catalogue, merged)),
        (_("Pairs of the same content at two levels"), levels_table(catalogue, levels)),
        (_("Verdicts of the reviewers"), verdicts.listing(found.decided)),
    )
    return tuple(Annex(title, (table,)) for title, table in tables if table.rows)


def related(catalogue: Catalogue, found: Survey, links: Sequence[Link], relation: Relation) -> Report:
    """The pairs of one field that stand in one relation, which is no duplicate."""
    columns = [
        Column("a", _("Code"), Form.CODE),
        Column("name_a", _("Name")),
        Column("b", _("Code"), Form.CODE),
        Column("name_b", _("Name")),
        Column("why", _("What differs")),
        Column("score", _("Score"), Form.COUNT),
    ]
    rows: list[list[Cell]] = []
    for link in links:
        a, b = found.entries[link.left], found.entries[link.right]
        against = [reasons.sentence(piece) for piece in link.verdict.evidence if piece.points < 0]
        rows.append(
            [a.key, a.procedure.name, b.key, b.procedure.name, "; ".join(against), link.verdict.score],
        )
    count = _("{n} pairs within their fields").format(n=numbers.count(len(links)))
    blocks: list[Block] = [*unread.notes(catalogue), Heading(reasons.relation(relation)), Paragraph(count)]
    if rows:
        blocks.append(table("related", "", columns, rows, words.decisive()))
    return Report("duplicates", _title(catalogue), _subtitle(catalogue), tuple(blocks))


def _title(catalogue: Catalogue) -> str:
    return _("Duplicates and overlaps: {name}").format(
        name=catalogue.manifest.title or catalogue.manifest.jurisdiction.name
    )


def _subtitle(catalogue: Catalogue) -> str:
    edition = catalogue.manifest.edition
    return _("Edition of {date}").format(date=numbers.calendar_date(edition)) if edition else ""


def figures(found: Survey, shown: Sequence[Repeat]) -> Figures:
    """How much is repeated, and how many procedures are concerned."""
    same = [r for r in shown if r.relation is Relation.DUPLICATE]
    concerned = {id(entry) for repeat in same for entry in repeat.entries}
    levels = sum(repeat.kind is Kind.LEVELS for repeat in shown)
    of_all = _("of {n} procedures in force").format(n=numbers.count(len(found.entries)))
    return Figures(
        (
            Figure("groups", _("Sets of duplicates or overlaps"), len(same), base=of_all),
            Figure("concerned", _("Procedures in them"), len(concerned), base=of_all),
            Figure("levels", _("Pairs of the same content at two levels"), levels),
        )
    )


def by_kind(shown: Sequence[Repeat]) -> list[Block]:
    """How many there are of each kind."""
    counts = Counter(repeat.kind for repeat in shown)
    if not counts:
        return [Paragraph(_("Nothing stands more than once."))]
    columns = [
        Column("rule", _("Rule"), Form.CODE),
        Column("kind", _("What is repeated")),
        Column("found", _("Groups or pairs"), Form.COUNT),
    ]
    rows: list[list[Cell]] = [[kind.value, Term(kind, words.kind(kind)), counts[kind]] for kind in Kind if counts[kind]]
    return [table("kinds", "", columns, rows)]


def overview(groups: Sequence[Repeat]) -> list[Block]:
    """One row a group."""
    if not groups:
        return []
    columns = [
        Column("number", _("No."), Form.COUNT),
        Column("rule", _("Rule"), Form.CODE),
        Column("codes", _("Codes")),
        Column("name", _("Name")),
        Column("score", _("Score"), Form.COUNT),
    ]
    rows: list[list[Cell]] = [
        [
            number,
            repeat.kind.value,
            ", ".join(words.named(entry) for entry in repeat.entries),
            repeat.entries[0].procedure.name,
            repeat.verdict.score if repeat.verdict else None,
        ]
        for number, repeat in enumerate(groups, start=1)
    ]
    note = _("Score: how much of 100 speaks for one procedure, in the weakest pair.")
    return [table("overview", "", columns, rows, f"{note} {words.decisive()}")]


def _group(catalogue: Catalogue, repeat: Repeat, kept: int, number: int) -> list[Block]:
    key = f"group_{number}"
    blocks: list[Block] = [
        Heading(f"{number}. {repeat.kind.value} · {words.kind(repeat.kind)}", level=3),
        words.members(key, catalogue, repeat.entries, kept if keeps_one(repeat) else None),
    ]
    if repeat.verdict:
        blocks.append(Paragraph(words.conclusion(repeat.verdict)))
        several = len(repeat.entries) > 2
        title = _("Evidence in the weakest pair, 1 and 2") if several else _("Evidence")
        blocks.append(words.waterfall(f"{key}_evidence", title, catalogue, repeat.verdict, repeat.entries[:2]))
    if repeat.kind in MERGED:
        blocks += merging.blocks(f"{key}_merge", catalogue, repeat.entries, proposal(repeat.entries, kept))
    return blocks


def with_kept(found: Survey, repeats: Sequence[Repeat]) -> list[tuple[Repeat, int]]:
    """Each finding with the record to keep, as a position in it: that of the group it belongs to, else the first."""
    kept = {id(found.entries[group.representative]) for group in found.found.groups}
    return [(each, next((i for i, entry in enumerate(each.entries) if id(entry) in kept), 0)) for each in repeats]


def _levels(catalogue: Catalogue, levels: Sequence[Repeat]) -> list[Block]:
    if not levels:
        return []
    heading = Heading(f"{Kind.LEVELS.value} · {words.kind(Kind.LEVELS)}", level=3)
    return [heading, levels_table(catalogue, levels)]


def levels_table(catalogue: Catalogue, levels: Sequence[Repeat]) -> Table:
    """The pairs of the same content at two levels."""
    columns = [
        Column("number", _("No."), Form.COUNT),
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name")),
        Column("level", _("Level")),
        Column("other", _("Code"), Form.CODE),
        Column("other_name", _("Name")),
        Column("other_level", _("Level")),
    ]
    rows: list[list[Cell]] = [
        [number, *(cell for entry in repeat.entries for cell in words.identity(catalogue, entry)[:3])]
        for number, repeat in enumerate(levels, start=1)
    ]
    note = _("No duplicates: each level lists its own. Worth a look where a level has lost its competence.")
    return table("levels", "", columns, rows, note)


def _next(groups: Sequence[Repeat]) -> list[Block]:
    first = next((repeat for repeat in groups if repeat.verdict), None)
    if first is None:
        return []
    a, b = (quote(entry.key) for entry in first.entries[:2])
    return [
        Heading(_("Next")),
        Suggestions(
            (
                (_("See why a pair is taken for one procedure"), f"tthc why {a} {b}"),
                (_("Decide on a pair, with a reason"), f'tthc decide {a} {b} different --reason "…"'),
                (_("Walk through all open pairs"), "tthc duplicates --review"),
            )
        ),
    ]
