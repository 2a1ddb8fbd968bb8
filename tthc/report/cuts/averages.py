"""Averages of cuts: under the convention asked for, under all of them side by side, and by group."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from tthc.analysis.cuts import CutRow, Pooled, Summary, summarise
from tthc.analysis.durations import Convention
from tthc.analysis.overview import Kind, groups, kind
from tthc.messages import _, ngettext
from tthc.report import labels
from tthc.report.cuts import words
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Note, Paragraph, Table, table
from tthc.report.term import Term
from tthc.text import numbers


def blocks(rows: Sequence[CutRow], apart: Sequence[CutRow], convention: Convention) -> list[Block]:
    """One sentence, key figures, all conventions, sums by unit, dossiers, what was left out and what stands apart."""
    summaries = {each: summarise(rows, each) for each in Convention}
    chosen, like = summaries[convention], summaries[Convention.LIKE]
    return [
        Paragraph(_sentence(chosen)),
        figures(chosen),
        conventions(summaries),
        *pooled([like] if convention is Convention.LIKE else [like, chosen]),
        *_weighted(chosen),
        left_out(chosen, like),
        *_apart(apart, convention),
    ]


def by_group(
    rows: Sequence[CutRow],
    convention: Convention,
    label: str,
    key: Callable[[CutRow], str],
    *,
    note: str = "",
    name: str = "groups",
) -> Table:
    """The same averages for every group, the largest first; `name` is the key of the table.

    Sums stand where they have one unit, which the head of their column names.
    """
    units = [each.unit for each in summarise(rows, convention).pooled]
    unit = words.unit(units[0]) if len(units) == 1 else ""
    sums_ = (
        Column("cut_days", _("Time cut ({unit})").format(unit=unit), Form.AMOUNT),
        Column("legal_days", _("Of legal time ({unit})").format(unit=unit), Form.AMOUNT),
        Column("pooled", _("Rate of the sums"), Form.RATE),
    )
    columns = [
        Column("name", label),
        Column("total", _("Total"), Form.COUNT),
        Column("compared", _("Compared"), Form.COUNT),
        Column("left_out", _("Left out"), Form.COUNT),
        Column("cut", _("Cut"), Form.COUNT),
        Column("mean_compared", _("Mean cut"), Form.RATE),
        Column("mean_cut", _("Mean of those cut"), Form.RATE),
        *(sums_ if unit else ()),
    ]
    cells = [[group, *_group_cells(summarise(found, convention))][: len(columns)] for group, found in groups(rows, key)]
    notes = (words.by_convention(convention), words.convention_days(convention) if unit else "", note)
    return table(name, "", columns, cells, " ".join(filter(None, notes)))


def base(summary: Summary) -> str:
    """What a figure is a figure of: convention, number compared, number left out."""
    return _("{convention}; {n} compared, {left} left out").format(
        convention=words.convention(summary.convention),
        n=numbers.count(summary.compared),
        left=numbers.count(summary.total - summary.compared),
    )


def _sentence(summary: Summary) -> str:
    if summary.mean_compared is None:
        return _("None of {n} procedures could be compared.").format(n=numbers.count(summary.total))
    sentences = [
        _(
            "Of {compared} procedures that could be compared, {cut} are cut; over all compared the mean cut is {mean}."
        ).format(
            compared=numbers.count(summary.compared),
            cut=numbers.count(summary.cut),
            mean=numbers.percent(summary.mean_compared),
        )
    ]
    if summary.mean_cut is not None:
        sentences.append(_("Over those that are cut it is {mean}.").format(mean=numbers.percent(summary.mean_cut)))
    return " ".join([*sentences, words.by_convention(summary.convention)])


def figures(summary: Summary) -> Figures:
    """The averages and the counts of one convention."""
    of_compared = base(summary)
    no_room = _("of these {n} have no room left (within the day or one working day)")
    of_kept = no_room.format(n=numbers.count(summary.no_room)) if summary.no_room else of_compared
    return Figures(
        (
            Figure(
                "mean_compared",
                _("Mean cut, of all compared"),
                summary.mean_compared,
                Form.RATE,
                of_compared,
                _("the rates of all procedures compared, those not cut included, added up and divided by their number"),
            ),
            Figure(
                "mean_cut",
                _("Mean cut, of those cut"),
                summary.mean_cut,
                Form.RATE,
                of_compared,
                _("the rates of the procedures that are cut, added up and divided by their number"),
            ),
            Figure(
                "cut",
                _("Cut"),
                summary.cut,
                base=of_compared,
                definition=_("the rate is above zero, and no deadline of the procedure is certainly longer"),
            ),
            Figure(
                "kept",
                _("Not cut"),
                summary.kept,
                base=of_kept,
                definition=_(
                    "the rate is zero, or below zero by the convention only: no deadline of the procedure is certainly "
                    "longer"
                ),
            ),
            Figure(
                "lengthened",
                _("Longer than the legal deadline"),
                summary.lengthened,
                base=words.lengthened(summary) or of_compared,
                definition=_(
                    "a deadline of the procedure is certainly longer than the legal one, whether its rate shows it or "
                    "not"
                ),
            ),
        )
    )


def conventions(summaries: Mapping[Convention, Summary]) -> Table:
    """The averages under every convention, side by side."""
    columns = [
        Column("convention", _("Convention")),
        Column("compared", _("Compared"), Form.COUNT),
        Column("left_out", _("Left out"), Form.COUNT),
        Column("cut", _("Cut"), Form.COUNT),
        Column("mean_compared", _("Mean cut"), Form.RATE),
        Column("mean_cut", _("Mean of those cut"), Form.RATE),
    ]
    cells: list[list[Cell]] = [
        [
            Term(found.convention, labels.convention(found.convention)),
            found.compared,
            found.total - found.compared,
            found.cut,
            found.mean_compared,
            found.mean_cut,
        ]
        for found in summaries.values()
    ]
    return table("conventions", _("Mean of rates, by convention"), columns, cells)


def pooled(summaries: Sequence[Summary]) -> list[Table]:
    """Sums within each unit like for like; there is no sum across units but under a named convention."""
    columns = [
        Column("convention", _("Convention")),
        Column("unit", _("Unit")),
        Column("n", _("Procedures"), Form.COUNT),
        Column("cut", _("Time cut"), Form.AMOUNT),
        Column("legal", _("Of legal time"), Form.AMOUNT),
        Column("rate", _("Rate of the sums"), Form.RATE),
    ]
    cells = [
        [Term(summary.convention, words.convention(summary.convention)), *_pooled_cells(each)]
        for summary in summaries
        for each in summary.pooled
    ]
    note = " ".join(filter(None, (words.convention_days(summary.convention) for summary in summaries)))
    return [table("pooled", _("Pooled: what is cut of all legal time"), columns, cells, note)] if cells else []


def _pooled_cells(found: Pooled) -> list[Cell]:
    return [words.unit_term(found.unit), found.n, found.cut, found.legal, found.rate]


def _weighted(summary: Summary) -> list[Block]:
    weighted = summary.weighted
    if weighted is None:
        return []
    of_dossiers = _("{dossiers} dossiers of {n} procedures with statistics; {convention}").format(
        dossiers=numbers.count(weighted.dossiers),
        n=numbers.count(weighted.n),
        convention=words.convention(summary.convention),
    )
    saved = tuple(
        Figure(
            f"saved_{each.unit or 'convention'}",
            _("Waiting saved in a year, {unit}").format(unit=words.unit(each.unit)),
            each.cut,
            Form.AMOUNT,
            of_dossiers,
        )
        for each in weighted.pooled
    )
    rate = Figure("weighted", _("Mean cut, weighted by dossiers"), weighted.rate, Form.RATE, of_dossiers)
    return [Figures((rate, *saved))]


def left_out(chosen: Summary, like: Summary) -> Note | Table:
    """Reasons under the convention asked for, and beside it like for like."""
    if not like.left_out and not chosen.left_out:
        return Note(_("Nothing was left out."))
    sides = {"n": chosen} if chosen.convention is Convention.LIKE else {"n": chosen, "like": like}
    columns = [
        Column("reason", _("Left out because")),
        *(Column(key, words.convention(side.convention), Form.COUNT) for key, side in sides.items()),
    ]
    counts = [dict(side.left_out) for side in sides.values()]
    reasons = {reason: None for found in counts for reason in found}
    cells: list[list[Cell]] = [
        [Term(reason, labels.reason(reason)), *(found.get(reason, 0) for found in counts)] for reason in reasons
    ]
    return table("left_out", "", columns, cells)


def _apart(rows: Sequence[CutRow], convention: Convention) -> list[Block]:
    """Internal procedures have their own average; the others are not the province's to cut, or gone."""
    kinds = Counter(kind(row.entry) for row in rows)
    internal = [row for row in rows if kind(row.entry) is Kind.INTERNAL]
    vertical, gone = kinds[Kind.VERTICAL], kinds[Kind.NOT_IN_FORCE]
    notes = []
    if internal:
        summary = summarise(internal, convention)
        notes.append(
            _("Internal procedures, apart: {cut} of {n} cut, mean cut {mean} ({base}).").format(
                cut=numbers.count(summary.cut),
                n=numbers.count(summary.total),
                mean="–" if summary.mean_compared is None else numbers.percent(summary.mean_compared),
                base=base(summary),
            )
        )
    if vertical:
        notes.append(
            ngettext(
                "{n} procedure of vertical agencies is not counted: it is not the province's to cut.",
                "{n} procedures of vertical agencies are not counted: they are not the province's to cut.",
                vertical,
            ).format(n=numbers.count(vertical))
        )
    if gone:
        notes.append(
            ngettext(
                "{n} record is not counted: the procedure is repealed or replaced.",
                "{n} records are not counted: the procedures are repealed or replaced.",
                gone,
            ).format(n=numbers.count(gone))
        )
    return [Note(note) for note in notes]


def _group_cells(summary: Summary) -> list[Cell]:
    """Days and their rate only where there is one scale: like for like they may be days and working days."""
    cut, legal, rate = sums(summary)
    return [
        summary.total,
        summary.compared,
        summary.total - summary.compared,
        summary.cut,
        summary.mean_compared,
        summary.mean_cut,
        cut,
        legal,
        rate,
    ]


def sums(summary: Summary) -> tuple[Cell, Cell, Cell]:
    """All time cut, of all legal time, and the rate: nought of nothing, and none across units."""
    match summary.pooled:
        case ():
            return 0, 0, None
        case (one,):
            return one.cut, one.legal, one.rate
    return None, None, None
