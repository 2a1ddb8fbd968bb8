"""What is one step away, which fix opens the most, and what to do next."""

from collections.abc import Mapping, Sequence
from shlex import quote

from tthc.analysis.online.contradictions import Contradiction, Kind
from tthc.analysis.online.criteria import Decider
from tthc.analysis.online.unlocking import Fix, best_sequence, fixes
from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.domain.statistics import Dossiers
from tthc.messages import _, ngettext
from tthc.report.model import Block, Cell, Column, Form, Heading, Note, Suggestions, table
from tthc.report.online import words
from tthc.report.term import Term
from tthc.text import numbers
from tthc.text.spelled import padded

_EXAMPLES = 3


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
            _examples(fix.opened),
        ]
        if with_dossiers:
            cells.insert(2, fix.alone.dossiers)
        rows.append(cells)
    away = sum(fix.alone.procedures for fix in found)
    note = _("{n} procedures lack exactly one thing; everything else is known and met.").format(n=numbers.count(away))
    return table("fixes", "", columns, rows, note)


def _examples(opened: Sequence[Assessment]) -> str:
    keys = [assessment.entry.key for assessment in opened[:_EXAMPLES]]
    return ", ".join(keys) + (" …" if len(opened) > _EXAMPLES else "")


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


def next_steps(
    assessments: Sequence[Assessment], conflicts: Sequence[tuple[Assessment, Sequence[Contradiction]]]
) -> list[Block]:
    """At most four things to do, the surest first."""
    items: list[tuple[str, str]] = []
    if text := offer(conflicts):
        items.append((text, "tthc online --list"))
    own = opening(assessments, Decider.PROVINCE)
    if own:
        items.append((_opens(own[0]), f"tthc why-online {quote(own[0].opened[0].entry.key)}"))
    unclear = [a for a in assessments if any(check.to_confirm for check in a.checks)]
    if unclear:
        items.append((_confirm(len(unclear)), f"tthc why-online {quote(unclear[0].entry.key)}"))
    empty = sum(a.verdict is Verdict.UNKNOWN for a in assessments)
    if empty and not unclear:
        text = _("Complete the records of {n} procedures of which not enough is known.")
        items.append((text.format(n=numbers.count(empty)), "tthc check --select O"))
    return [Heading(_("What to do next")), Suggestions(tuple(items))] if items else []


def measures(assessments: Sequence[Assessment], decider: Decider) -> list[str]:
    """What this side can do, what opens the most first: each a sentence with the number of services it opens alone."""
    return [_opens(fix) for fix in opening(assessments, decider)]


def opening(assessments: Sequence[Assessment], decider: Decider) -> list[Fix]:
    """The fixes of this side that open a service by themselves."""
    return [fix for fix in fixes(assessments) if fix.alone.procedures and fix.criterion.decides is decider]


def offer(conflicts: Sequence[tuple[Assessment, Sequence[Contradiction]]]) -> str:
    """To offer what is eligible already; empty where all of it is offered."""
    n = sum(any(each.kind is Kind.ELIGIBLE_NOT_OFFERED for each in found) for _assessment, found in conflicts)
    words = ngettext(
        "Confirm and offer in full the {n} procedure without an obstacle found that is not offered so.",
        "Confirm and offer in full the {n} procedures without an obstacle found that are not offered so.",
        n,
    )
    return words.format(n=padded(n)) if n else ""


def confirm(assessments: Sequence[Assessment]) -> str:
    """To confirm what only wording suggests; empty where nothing does."""
    n = sum(any(check.to_confirm for check in assessment.checks) for assessment in assessments)
    return _confirm(n) if n else ""


def _confirm(n: int) -> str:
    words = ngettext(
        "Confirm what the wording of {n} procedure suggests.", "Confirm what the wording of {n} procedures suggests.", n
    )
    return words.format(n=padded(n))


def _opens(fix: Fix) -> str:
    return _("{fix} That alone opens {n}.").format(fix=words.fix(fix.criterion.key), n=padded(fix.alone.procedures))
