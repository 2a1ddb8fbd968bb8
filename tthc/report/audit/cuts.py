"""How far deadlines are cut, what was left out of the figures and why, and where the targets stand."""

from dataclasses import replace

from tthc.analysis.audit import Audit
from tthc.analysis.cuts import CutRow, Outcome, Summary
from tthc.analysis.durations import Convention
from tthc.analysis.overview import is_citizens
from tthc.analysis.targets import Average
from tthc.messages import _
from tthc.report import labels
from tthc.report.audit.common import TOP
from tthc.report.cuts import words
from tthc.report.cuts.overruns import longer_deadlines, longer_title
from tthc.report.cuts.reached import by_convention
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Heading, Note, Table, table
from tthc.report.term import Term
from tthc.report.values import deadline_words
from tthc.text import numbers


def blocks(audit: Audit) -> list[Block]:
    """Averages by convention, targets, what was left out, and the procedures that come first."""
    lists = (replace(each, most=TOP) for each in (*overruns(audit), *uncut(audit)))
    figures = Figures((*averages(audit), *_targets(audit)))
    return [Heading(_("Cuts of deadlines")), figures, *notes(audit), *lists]


def averages(audit: Audit) -> tuple[Figure, ...]:
    """The mean by each convention, and how many are cut."""
    return (*(_mean(summary) for summary in audit.cuts.values()), *_counts(audit.cuts[Convention.NOMINAL]))


def notes(audit: Audit) -> list[Block]:
    """What the conventions are, what was left out, and the internal procedures apart."""
    nominal = audit.cuts[Convention.NOMINAL]
    return [Note(_conventions()), Note(_left_out(nominal)), *_internal(audit.internal_cuts)]


def _mean(summary: Summary) -> Figure:
    return Figure(
        f"mean_compared_{summary.convention.name.lower()}",
        _("Mean cut, {convention}").format(convention=words.convention(summary.convention)),
        summary.mean_compared,
        Form.RATE,
        _("{n} compared").format(n=numbers.count(summary.compared)),
    )


def _conventions() -> str:
    return _("Conventions: {conventions}.").format(conventions="; ".join(map(labels.convention, Convention)))


def _counts(nominal: Summary) -> tuple[Figure, ...]:
    of_compared = _("of {n} compared, nominal").format(n=numbers.count(nominal.compared))
    return (
        Figure("cut", _("Cut"), nominal.cut, base=of_compared),
        Figure("kept", _("Not cut"), nominal.kept, base=_kept(nominal) or of_compared),
        Figure(
            "lengthened",
            _("Longer than the legal deadline"),
            nominal.lengthened,
            base=words.lengthened(nominal) or of_compared,
        ),
    )


def _kept(nominal: Summary) -> str:
    text = _("of these {n} have no room left (within the day or one working day)")
    return text.format(n=numbers.count(nominal.no_room)) if nominal.no_room else ""


def targets(audit: Audit) -> list[Table]:
    """Every target of the catalogue: whether the mean reaches it, and how many procedures do."""
    columns = [
        Column("target", _("Target")),
        Column("ground", _("Ground")),
        Column("due", _("To be reached by")),
        Column("mean", _("Mean cut"), Form.RATE),
        Column("verdict", _("Result")),
        Column("reached", _("Procedures that reach it"), Form.COUNT),
        Column("short", _("That do not"), Form.COUNT),
        Column("no_room", _("No room left"), Form.COUNT),
    ]
    rows: list[list[Cell]] = []
    for target, judgement in audit.targets:
        mean = next(found for found in judgement.averages if found.average is Average.MEAN)
        verdict = Term("reached", _("reached")) if mean.reached else Term("missed", _("not reached"))
        if depends := by_convention(audit.cuts, judgement.target, judgement.convention):
            verdict = Term("by_convention", depends)
        due = numbers.calendar_date(target.due) if target.due else None
        counts = (len(judgement.reached), len(judgement.short), len(judgement.no_room))
        rows.append([target.rate, target.ground, due, mean.value, verdict, *counts])
    return [table("targets", _("Targets"), columns, rows)] if rows else []


def _targets(audit: Audit) -> list[Figure]:
    figures = []
    for target, judgement in audit.targets:
        verdict = next(found for found in judgement.averages if found.average is Average.MEAN)
        depends = by_convention(audit.cuts, judgement.target, judgement.convention)
        outcome = (
            _("mean {depends}").format(depends=depends)
            if depends
            else _("mean reaches it")
            if verdict.reached
            else _("mean does not reach it")
        )
        compared = len(judgement.reached) + len(judgement.short) + len(judgement.no_room)
        figures.append(
            Figure(
                f"target_{target.id}",
                _("Target {rate}: procedures that reach it").format(rate=target.rate),
                len(judgement.reached),
                base=_("of {n} compared; {verdict}").format(n=numbers.count(compared), verdict=outcome),
            )
        )
    return figures


def _left_out(nominal: Summary) -> str:
    if not nominal.left_out:
        return _("Nothing was left out of the nominal comparison.")
    parts = [f"{labels.reason(reason)} ({numbers.count(n)})" for reason, n in nominal.left_out]
    return _("Left out of the nominal comparison: {parts}.").format(parts="; ".join(parts))


def _internal(summary: Summary) -> list[Block]:
    if not summary.total:
        return []
    if summary.mean_compared is None:
        return [Note(_("Internal procedures: none could be compared."))]
    return [
        Note(
            _("Internal procedures, apart: mean cut {rate}, nominal, {n} of {total} compared.").format(
                rate=numbers.percent(summary.mean_compared),
                n=numbers.count(summary.compared),
                total=numbers.count(summary.total),
            )
        )
    ]


def overruns(audit: Audit) -> list[Table]:
    """Local deadlines longer than the legal ones, the surest first."""
    found = [row for row in audit.rows if is_citizens(row.entry)]
    longer = longer_deadlines(found)
    return [replace(longer, title=longer_title(found))] if longer else []


def uncut(audit: Audit) -> list[Table]:
    """What there is most to gain from: the longest deadlines that were not cut at all."""
    found = [
        (amounts.legal, row)
        for row in audit.rows
        if is_citizens(row.entry)
        and (amounts := row.amounts(Convention.NOMINAL))
        and row.outcome(Convention.NOMINAL) is Outcome.KEPT
        and not row.comparison.no_room
    ]
    if not found:
        return []
    found.sort(key=lambda item: (-item[0], item[1].entry.location))
    rows = [_deadlines(row) for _days, row in found]
    title = _("Not cut, the longest deadlines first ({n})").format(n=numbers.count(len(found)))
    return [table("uncut", title, _columns(), rows)]


def _columns() -> list[Column]:
    return [
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name of the procedure")),
        Column("legal", _("Legal")),
        Column("local", _("Local")),
    ]


def _deadlines(row: CutRow) -> list[Cell]:
    comparison = row.comparison
    return [
        row.entry.key,
        row.entry.procedure.name,
        deadline_words(comparison.legal),
        deadline_words(comparison.local),
    ]
