"""What officers have decided about pairs of procedures."""

from collections import Counter

from tthc.analysis.duplicates.decisions import Decided
from tthc.domain.decision import Decision, Judgement
from tthc.messages import _
from tthc.report.duplicates import words
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Heading, Table, table
from tthc.report.term import Term
from tthc.text import numbers


def blocks(decided: Decided) -> list[Block]:
    """How many verdicts there are, and each of them; nothing where there are none."""
    if not decided.pairs and not decided.lost:
        return []
    return [Heading(_("Decided by the reviewers")), figures(decided), listing(decided)]


def figures(decided: Decided) -> Figures:
    """How many pairs were decided which way."""
    counts = Counter(decision.verdict for decision in decided.pairs.values())
    of_pairs = _("of {n} pairs decided").format(n=numbers.count(counts.total()))
    return Figures(
        tuple(
            Figure(verdict.value, words.judgement(verdict), counts[verdict], base=of_pairs)
            for verdict in Judgement
            if counts[verdict]
        )
    )


def listing(decided: Decided) -> Table:
    """Every verdict with who, when, why, and whether somebody has to look at it again."""
    columns = [
        Column("a", _("Code"), Form.CODE),
        Column("name_a", _("Name")),
        Column("b", _("Code"), Form.CODE),
        Column("name_b", _("Name")),
        Column("verdict", _("Verdict")),
        Column("reason", _("Reason")),
        Column("by", _("By")),
        Column("date", _("Date")),
        Column("state", _("State")),
    ]
    stale = {id(each) for each in decided.stale}
    holding = [(each, _state(stale=id(each) in stale)) for each in decided.pairs.values()]
    lost = [(each, Term("lost", _("no effect: a procedure is gone or not in force"))) for each in decided.lost]
    rows = [_row(decision, state) for decision, state in (*holding, *lost)]
    return table("verdicts", "", columns, rows)


def _row(decision: Decision, state: Term) -> list[Cell]:
    return [
        decision.a.procedure,
        decision.a.name,
        decision.b.procedure,
        decision.b.name,
        Term(decision.verdict, words.judgement(decision.verdict)),
        decision.reason,
        decision.by,
        numbers.calendar_date(decision.date),
        state,
    ]


def _state(*, stale: bool) -> Term:
    if stale:
        return Term("stale", _("holds; a record has changed, look again"))
    return Term("holds", _("holds"))
