"""The counts and rates of a document on changes: by kind and level, by part, and both editions side by side."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from tthc.analysis.changes.changes import Changes, Kind
from tthc.analysis.changes.deadlines import Trend
from tthc.analysis.changes.figures import Standing
from tthc.analysis.changes.parts import Part
from tthc.analysis.durations import Convention
from tthc.analysis.overview import levels_of
from tthc.domain.level import Level
from tthc.messages import _, ngettext
from tthc.report import labels
from tthc.report.cuts.words import convention as convention_words
from tthc.report.formula import Difference, Function, Own
from tthc.report.model import Block, Cell, Column, Form, Paragraph, Row, RowKind, Table, table
from tthc.report.official.changes import words
from tthc.report.term import Term
from tthc.report.values import capital
from tthc.text import numbers
from tthc.text.spelled import both

Levels = tuple[Level, ...]


def summary(found: Changes) -> Table:
    """How many of each kind, in all and by level."""
    kinds = [kind for kind in Kind if kind is not Kind.UNCHANGED and found.of(kind)]
    levels = _in_order(levels_of(change.entry) for change in found.changes)
    columns = [
        Column("kind", _("Change")),
        Column("n", _("Procedures"), Form.COUNT),
        *(Column("_".join(each) or "unstated", labels.levels(each), Form.COUNT) for each in levels),
    ]
    rows: list[list[Cell]] = []
    for kind in kinds:
        by_level = Counter(levels_of(change.entry) for change in found.of(kind))
        name = Term(kind.value, capital(words.kind(kind)))
        rows.append([name, len(found.of(kind)), *(by_level[each] for each in levels)])
    return table("summary", _("Changes by kind and level"), columns, rows)


def amendments(found: Changes) -> list[Block]:
    """What became of deadlines, and in which parts the amended procedures differ."""
    amended = found.of(Kind.AMENDED)
    if not amended:
        return []
    trends = Counter(change.trend for change in amended if change.trend)
    said = ", ".join(f"{words.trend(trend)}: {numbers.count(trends[trend])}" for trend in Trend if trends[trend])
    sentence = ngettext(
        "Deadlines that hold for applicants changed in {n} procedure ({trends}).",
        "Deadlines that hold for applicants changed in {n} procedures ({trends}).",
        trends.total(),
    )
    blocks: list[Block] = [Paragraph(sentence.format(n=both(trends.total()), trends=said))] if trends else []
    counts = Counter(part for change in amended for part in change.parts)
    columns = [Column("part", _("What changed")), Column("n", _("Procedures"), Form.COUNT)]
    rows: list[list[Cell]] = [[Term(part.value, words.part(part)), counts[part]] for part in Part if counts[part]]
    note = _("A procedure that changed in several parts counts in each.")
    return [*blocks, table("parts", _("Amended parts"), columns, rows, note)]


def effect(found: Changes, convention: Convention) -> list[Block]:
    """The procedures in force by level, the mean cut and the share of full online service, before and after."""
    return [_levels(found.before, found.after), _rates(found.before, found.after, convention)]


def _levels(before: Standing, after: Standing) -> Table:
    columns = (
        Column("level", _("Level")),
        Column("before", _("Before"), Form.COUNT, total=Function.SUM),
        Column("after", _("After"), Form.COUNT, total=Function.SUM),
        Column("difference", _("Difference"), Form.COUNT, formula=Difference(Own("after"), Own("before"))),
    )
    rows = [
        Row(_before_after(labels.levels(each), before.by_level.get(each, 0), after.by_level.get(each, 0)))
        for each in _in_order([*before.by_level, *after.by_level])
    ]
    total = Row(_before_after(_("TOTAL"), before.in_force, after.in_force), RowKind.TOTAL)
    return Table("levels", _("Procedures in force"), columns, (*rows, total))


def _before_after(name: str, before: int, after: int) -> tuple[Cell, ...]:
    return name, before, after, after - before


def _rates(before: Standing, after: Standing, convention: Convention) -> Table:
    columns = (
        Column("figure", _("Figure")),
        Column("before", _("Before"), Form.RATE),
        Column("n_before", _("Of how many"), Form.COUNT),
        Column("after", _("After"), Form.RATE),
        Column("n_after", _("Of how many"), Form.COUNT),
        Column("points", _("Difference (percentage points)"), Form.AMOUNT),
    )
    mean = _("Mean cut of deadlines ({convention})").format(convention=convention_words(convention))
    cuts, online = (before.cuts, after.cuts), (before.online, after.online)
    rows = [
        _rate("mean_compared", mean, [(side.mean_compared, side.compared) for side in cuts]),
        _rate("full", _("Full online service"), [(side.full_of_all, side.total) for side in online]),
    ]
    note = _(
        "Procedures in force for citizens and businesses, without those of vertical agencies; the mean cut is the mean "
        "of the rates of those that could be compared."
    )
    return table("rates", _("Cuts and online service"), columns, rows, note)


def _rate(key: str, name: str, sides: Sequence[tuple[Fraction | None, int]]) -> list[Cell]:
    (old, n_old), (new, n_new) = sides
    return [Term(key, name), old, n_old, new, n_new, None if old is None or new is None else (new - old) * 100]


def _in_order(levels: Iterable[Levels]) -> list[Levels]:
    order = list(Level)
    return sorted(set(levels), key=lambda each: [order.index(level) for level in each])
