"""How right the program is on labelled data: every rate with its numbers, its interval and the name of the set."""

from collections.abc import Mapping

from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.evaluation import PairResult, Share
from tthc.messages import _
from tthc.report import reasons
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Note, Report, Span, table
from tthc.text import numbers


def pairs(result: PairResult, name: str, ambiguous: int, *, codes: bool) -> Report:
    """Relations of pairs. `name` is that of the set, `codes` whether the codes could be seen."""
    blocks: list[Block] = [
        Figures(
            (
                _figure("accuracy", _("Right relation"), result.accuracy),
                Figure("macro_f1", _("Macro F1"), result.macro_f1, Form.RATE, _("mean over the relations of the set")),
            )
        ),
        _scores(result),
        _confusion(result),
        _groups(result),
    ]
    if ambiguous:
        blocks.append(Note(_("{n} pairs marked ambiguous are left out.").format(n=numbers.count(ambiguous))))
    seen = _("with the codes") if codes else _("with the codes hidden")
    return Report("evaluation", _title(name, result.n), seen, tuple(blocks))


def deadlines(shares: Mapping[str, Share], name: str, ambiguous: int) -> Report:
    """Deadline texts understood exactly, in all and by difficulty."""
    whole = Share(sum(share.part for share in shares.values()), sum(share.whole for share in shares.values()))
    columns = [
        Column("difficulty", _("Difficulty")),
        Column("n", _("Texts"), Form.COUNT),
        Column("exact", _("Exact"), Form.COUNT),
        Column("rate", _("Rate"), Form.RATE),
        Column("interval", _("95% interval"), Form.RATE),
    ]
    rows: list[list[Cell]] = [
        [difficulty or _("not stated"), share.whole, share.part, share.rate, _interval(share)]
        for difficulty, share in shares.items()
    ]
    note = _("Exact: the kind, every duration with its unit, the ordinary one and the steps.")
    blocks: list[Block] = [
        Figures((_figure("exact", _("Understood exactly"), whole),)),
        table("difficulties", "", columns, rows, note),
    ]
    if ambiguous:
        blocks.append(Note(_("{n} texts marked ambiguous are left out.").format(n=numbers.count(ambiguous))))
    return Report("evaluation", _title(name, whole.whole), "", tuple(blocks))


def _title(name: str, n: int) -> str:
    return _("Accuracy on {name} (n = {n})").format(name=name, n=numbers.count(n))


def _figure(key: str, label: str, share: Share) -> Figure:
    interval = share.interval
    base = _("{part} of {whole}").format(part=numbers.count(share.part), whole=numbers.count(share.whole))
    if interval:
        low, high = (numbers.percent(bound) for bound in interval)
        base += "; " + _("95% interval {low} to {high}").format(low=low, high=high)
    return Figure(key, label, share.rate, Form.RATE, base)


def _interval(share: Share) -> Cell:
    return Span(*share.interval) if share.interval else None


def _scores(result: PairResult) -> Block:
    columns = [
        Column("relation", _("Relation")),
        Column("known", _("Known"), Form.COUNT),
        Column("found", _("Found"), Form.COUNT),
        Column("precision", _("Precision"), Form.RATE),
        Column("precision_interval", _("95% interval"), Form.RATE),
        Column("recall", _("Recall"), Form.RATE),
        Column("recall_interval", _("95% interval"), Form.RATE),
        Column("f1", "F1", Form.RATE),
    ]
    rows: list[list[Cell]] = []
    for relation in Relation:
        score = result.score(relation)
        rows.append(
            [
                reasons.relation(relation),
                score.recall.whole,
                score.precision.whole,
                score.precision.rate,
                _interval(score.precision),
                score.recall.rate,
                _interval(score.recall),
                score.f1,
            ]
        )
    note = _("Intervals by Wilson's method: with few cases they are wide.")
    return table("relations", _("By relation"), columns, rows, note)


def _confusion(result: PairResult) -> Block:
    columns = [
        Column("known", _("Known as")),
        *(Column(relation.value, _short(relation), Form.COUNT) for relation in Relation),
    ]
    rows: list[list[Cell]] = [
        [reasons.relation(known), *(result.confusion.get((known, found), 0) for found in Relation)]
        for known in Relation
    ]
    return table("confusion", _("Known relation (rows) against the one found (columns)"), columns, rows)


def _short(relation: Relation) -> str:
    """The relation in one or two words, for the head of a narrow column."""
    return {
        Relation.DUPLICATE: _("duplicate"),
        Relation.LEVEL: _("other level"),
        Relation.ACTION: _("other act"),
        Relation.SCOPE: _("other scope"),
        Relation.UNRELATED: _("unrelated"),
    }[relation]


def _groups(result: PairResult) -> Block:
    groups = result.groups
    of_records = _("over {n} records of the set, grouped by duplicate pairs").format(n=numbers.count(groups.n))
    return Figures(
        (
            Figure("b_cubed_precision", _("B-cubed precision"), groups.precision, Form.RATE, of_records),
            Figure("b_cubed_recall", _("B-cubed recall"), groups.recall, Form.RATE, of_records),
            Figure("b_cubed_f1", _("B-cubed F1"), groups.f1, Form.RATE, of_records),
        )
    )
