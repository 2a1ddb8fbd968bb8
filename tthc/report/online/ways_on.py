"""What is one step away, and which fix opens the most."""

from collections.abc import Mapping, Sequence

from tthc.analysis.online.criteria import Decider
from tthc.analysis.online.unlocking import Fix, best_sequence, fixes
from tthc.analysis.online.verdict import Assessment
from tthc.domain.statistics import Dossiers
from tthc.messages import _
from tthc.report.model import Block, Cell, Column, Form, Heading, Note, table
from tthc.report.online import words
from tthc.report.online.words import codes
from tthc.report.term import Term
from tthc.text import numbers
from tthc.text.spelled import padded


def blocks(assessments: Sequence[Assessment], dossiers: Mapping[str, Dossiers] | None, eligible: int) -> list[Block]:
    """One fix at a time, and the best order of all fixes."""
    found = fixes(assessments, dossiers)
    if not found:
        return []
    return [
        Heading(_("One step away from full service")),
        _alone(found, with_dossiers=bool(dossiers)),
        *_sequence(assessments, dossiers, eligible),
    ]


def _alone(found: Sequence[Fix], *, with_dossiers: bool) -> Block:
    columns = [
        Column("fix", _("Put right")),
        Column("opens", _("Opens"), Form.COUNT),
        Column("in_the_way", _("In the way of"), Form.COUNT),
        Column("decides", _("Decided by")),
        Column("examples", _("Procedures")),
    ]
    if with_dossiers:
        columns.insert(2, Column("dossiers", _("Dossiers"), Form.COUNT))
    rows: list[list[Cell]] = []
    for fix in found:
        cells: list[Cell] = [
            Term(fix.criterion.key, words.fix(fix.criterion.key)),
            fix.alone.procedures,
            fix.in_the_way.procedures,
            Term(fix.criterion.decides, words.decider(fix.criterion.decides)),
            codes([each.entry.key for each in fix.opened]),
        ]
        if with_dossiers:
            cells.insert(2, fix.alone.dossiers)
        rows.append(cells)
    away = sum(fix.alone.procedures for fix in found)
    note = _("{n} procedures lack exactly one thing; all else is met, or nothing is found against it.").format(
        n=numbers.count(away)
    )
    return table("fixes", "", columns, rows, note)


def _sequence(assessments: Sequence[Assessment], dossiers: Mapping[str, Dossiers] | None, eligible: int) -> list[Block]:
    """What the province can do by itself."""
    steps = best_sequence(assessments, dossiers, decider=Decider.PROVINCE)
    if len(steps) < 2:
        return []
    columns = [
        Column("step", _("No."), Form.COUNT),
        Column("fix", _("Put right")),
        Column("opens", _("Opens"), Form.COUNT),
        Column("eligible", _("Without an obstacle then"), Form.COUNT),
    ]
    if dossiers:
        columns.append(Column("dossiers", _("Dossiers opened"), Form.COUNT))
    rows: list[list[Cell]] = []
    for number, step in enumerate(steps, start=1):
        name = Term(step.criterion.key, words.fix(step.criterion.key))
        cells: list[Cell] = [number, name, step.opens.procedures]
        cells.append(eligible + step.total.procedures)
        rows.append([*cells, step.total.dossiers] if dossiers else cells)
    title = _("The order that opens services soonest, of what the province decides itself")
    found: list[Block] = [table("sequence", title, columns, rows)]
    if dossiers:
        other = best_sequence(assessments, dossiers, by_dossiers=True, decider=Decider.PROVINCE)
        if [step.criterion.key for step in other] != [step.criterion.key for step in steps]:
            order = " → ".join(words.criterion(step.criterion.key) for step in other)
            found.append(Note(_("By dossiers the best order is another one: {order}.").format(order=order)))
    return found


def measures(assessments: Sequence[Assessment], decider: Decider) -> list[str]:
    """What this side can do, what opens the most first: each a sentence with the number of services it opens alone."""
    return [opens(fix) for fix in opening(assessments, decider)]


def opening(assessments: Sequence[Assessment], decider: Decider) -> list[Fix]:
    """The fixes of this side that open a service by themselves."""
    return [fix for fix in fixes(assessments) if fix.alone.procedures and fix.criterion.decides is decider]


def opens(fix: Fix) -> str:
    """The fix, and how many it opens by itself."""
    return _("{fix} That alone opens {n}.").format(fix=words.fix(fix.criterion.key), n=padded(fix.alone.procedures))
