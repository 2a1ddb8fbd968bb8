"""Targets, the cheapest way to them, and what would be if deadlines were changed."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from tthc.analysis.cuts import CutRow, Summary, summarise
from tthc.analysis.durations import Convention
from tthc.analysis.plan import Move, Plan
from tthc.analysis.targets import Average, Judgement, Verdict, judge
from tthc.analysis.what_if import WhatIf
from tthc.domain.manifest import Target
from tthc.messages import _, ngettext
from tthc.report.cuts import reached
from tthc.report.cuts.words import average, by_convention, rate_below, unit
from tthc.report.cuts.words import convention as convention_word
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Heading, Note, table
from tthc.report.term import Term
from tthc.text import numbers
from tthc.text.figures import read_rate


def targets(rows: Sequence[CutRow], found: Sequence[Target], convention: Convention) -> list[Block]:
    """Every target: the procedures that reach it, what the averages lack."""
    columns = [
        Column("target", _("Target")),
        Column("reached", _("Reach it"), Form.COUNT),
        Column("short", _("Do not"), Form.COUNT),
        Column("no_room", _("No room"), Form.COUNT),
        Column("left_out", _("Left out"), Form.COUNT),
        Column("averages", _("Averages")),
        Column("days", _("To bring each to it")),
    ]
    judged = [(target, judge(rows, read_rate(target.rate), convention)) for target in found]
    cells: list[list[Cell]] = [
        [
            f"{target.rate} · {target.ground}" if target.ground else target.rate,
            len(judgement.reached),
            len(judgement.short),
            len(judgement.no_room),
            judgement.left_out,
            "\n".join(_average(verdict, judgement) for verdict in judgement.averages),
            "\n".join(f"{numbers.amount(days)} {unit(each)}" for each, days in judgement.days_short),
        ]
        for target, judgement in judged
    ]
    summaries = {each: summarise(rows, each) for each in Convention}
    depends = [
        _("Target {rate}: the mean {depends}.").format(rate=target.rate, depends=text)
        for target, judgement in judged
        if (text := reached.by_convention(summaries, judgement.target, convention))
    ]
    note = " ".join([by_convention(convention), *depends])
    return [Heading(_("Targets")), table("targets", "", columns, cells, note)]


def plan(found: Plan, most: int | None = None) -> list[Block]:
    """The cuts that reach the target under their heading; at most `most` of them are printed."""
    return [Heading(_("Plan for {target}").format(target=numbers.percent(found.target))), *planned(found, most)]


def planned(found: Plan, most: int | None = None) -> list[Block]:
    """The same without a heading, largest first."""
    if found.before is None:
        return [Note(_("Nothing to plan: no procedure could be compared."))]
    words = _plan_average(found)
    figures = Figures(
        (
            Figure("before", _("Now"), found.before, Form.RATE, f"{words}{_not_yet(found.before, found.target)}"),
            Figure("after", _("After these cuts"), found.after, Form.RATE, words),
            Figure(
                "moves",
                _("Procedures to cut further"),
                len(found.moves),
                base=_("of {n}").format(n=numbers.count(found.n)),
            ),
        )
    )
    blocks: list[Block] = [figures]
    if not found.reached and found.possible is not None:
        beyond = _("Out of reach within these limits: all cuts possible bring it to {rate}.")
        blocks.append(Note(beyond.format(rate=rate_below(found.possible, found.target))))
    if found.before >= found.target:
        done = _(
            "Nothing more has to be cut for that: the average is {rate} ({average}) and has reached {target}. Which "
            "procedures do not reach it by themselves: tthc cuts --annex -o {file}"
        )
        rate, target = numbers.percent(found.before), numbers.percent(found.target)
        blocks.append(Note(done.format(rate=rate, average=words, target=target, file=_("annex.xlsx"))))
    if found.moves:
        blocks.append(_moves(found.moves, most))
    return blocks


def what_if(before: Sequence[CutRow], result: WhatIf, change: Decimal, convention: Convention) -> list[Block]:
    """The averages before and after, and what could not be changed."""
    columns = [
        Column("average", _("Average")),
        Column("before", _("Now"), Form.RATE),
        Column("after", _("Then"), Form.RATE),
    ]
    now, then = summarise(before, convention), summarise(result.rows, convention)
    cells: list[list[Cell]] = [
        [_("Mean cut, of all compared"), now.mean_compared, then.mean_compared],
        [_("Mean cut, of those cut"), now.mean_cut, then.mean_cut],
        *_pooled_before_and_after(now, then),
    ]
    changed = _("{change} days for {n} procedures.").format(
        change=numbers.amount(change), n=numbers.count(len(result.changed))
    )
    if result.unchanged:
        changed += " " + ngettext(
            "{n} is meant and stays as it is: no local deadline in days, or too short.",
            "{n} are meant and stay as they are: no local deadline in days, or too short.",
            len(result.unchanged),
        ).format(n=numbers.count(len(result.unchanged)))
    return [
        Heading(_("What if")),
        Note(changed),
        table("what_if", "", columns, cells, by_convention(convention)),
        *_new_overruns(now, then),
    ]


def _pooled_before_and_after(now: Summary, then: Summary) -> list[list[Cell]]:
    after = {pooled.unit: pooled.rate for pooled in then.pooled}
    return [
        [_("Pooled, {unit}").format(unit=unit(pooled.unit)), pooled.rate, after.get(pooled.unit)]
        for pooled in now.pooled
    ]


def _new_overruns(now: Summary, then: Summary) -> list[Block]:
    more = sum(n for _overrun, n in then.overruns) - sum(n for _overrun, n in now.overruns)
    if not more:
        return []
    words = (
        _("Local deadlines that may exceed the legal one: {n} more.")
        if more > 0
        else _("Local deadlines that may exceed the legal one: {n} fewer.")
    )
    return [Note(words.format(n=numbers.count(abs(more))))]


def _average(verdict: Verdict, judgement: Judgement) -> str:
    name = average(verdict.average, verdict.unit)
    if verdict.value is None:
        return f"{name}: –"
    if verdict.reached:
        return _("{name}: {rate}, reached").format(name=name, rate=numbers.percent(verdict.value))
    rate = rate_below(verdict.value, judgement.target)
    if verdict.missing_days:
        return _("{name}: {rate}, {days} {unit} missing").format(
            name=name, rate=rate, days=numbers.amount(verdict.missing_days), unit=unit(verdict.unit)
        )
    return _("{name}: {rate}, not reached").format(name=name, rate=rate)


def _not_yet(rate: Fraction, target: Fraction) -> str:
    """The rate in full where, printed as usual, it would look like the target it has not reached."""
    exact = rate_below(rate, target)
    return f"; {exact}" if rate < target and exact != numbers.percent(rate) else ""


def _plan_average(found: Plan) -> str:
    return f"{average(Average.MEAN, None)}; {convention_word(found.convention)}"


def _moves(moves: Sequence[Move], most: int | None) -> Block:
    columns = [
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name of the procedure")),
        Column("before", _("Now"), Form.AMOUNT),
        Column("after", _("Then"), Form.AMOUNT),
        Column("unit", _("Unit")),
        Column("rate_before", _("Cut now"), Form.RATE),
        Column("rate_after", _("Cut then"), Form.RATE),
    ]
    cells: list[list[Cell]] = [
        [
            move.row.entry.key,
            move.row.entry.procedure.name,
            move.before,
            move.after,
            Term(move.unit, unit(move.unit)),
            move.rate_before,
            move.rate_after,
        ]
        for move in moves
    ]
    return table("plan", "", columns, cells, most=most)
