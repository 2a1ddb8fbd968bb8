"""VI. What the province can do by itself and what it can only propose; the next cuts, where a target is not reached."""

from collections.abc import Sequence
from fractions import Fraction

from tthc.analysis.comparison import Reason
from tthc.analysis.durations import Convention
from tthc.analysis.plan import Limits, Plan, plan
from tthc.analysis.targets import judge, targets_of
from tthc.messages import _, ngettext
from tthc.report.cuts import words
from tthc.report.model import Annex, Block, Heading, Paragraph, Suggestions
from tthc.report.official.cuts.matter import Matter
from tthc.report.official.layout import see
from tthc.text import numbers, spelled
from tthc.text.figures import read_rate

_INCOMPLETE = (  # what an officer can put right in the record; the rest is as it should be
    Reason.NO_LEGAL,
    Reason.NO_LOCAL,
    Reason.UNKNOWN,
    Reason.UNSPECIFIED,
    Reason.NONE_STATED,
    Reason.NO_UNIT,
    Reason.STEPS,
    Reason.NOT_ALIGNED,
    Reason.ZERO,
)


def plan_of(found: Matter) -> Plan | None:
    """The fewest further cuts to the first target that the mean of all compared has not reached, if there is one.

    Days waited on a calendar are not a matter of subtraction: under that convention there is no plan.
    """
    mean = found.summary.mean_compared
    target = next((rate for rate in _rates(found) if mean is not None and mean < rate), None)
    if target is None or found.convention is Convention.CALENDAR:
        return None
    return plan(found.rows, target, found.convention, limits=Limits(max_rate=_most(found, target)))


def blocks(found: Matter, plan_: Plan | None, annexes: Sequence[Annex]) -> list[Block]:
    """The competence, where the decree covers the procedures, then the proposals that follow from the figures."""
    if not found.summary.total:
        return []
    competence: list[Block] = [Paragraph(_competence())] if found.under_decree else []
    steps = _steps(found, plan_, annexes)
    proposals: list[Block] = [Suggestions(tuple((step, "") for step in steps))] if steps else []
    if not competence or not proposals:
        return competence or proposals
    return [
        Heading(f"1. {_('Competence')}", 3),
        *competence,
        Heading(f"2. {_('Proposals')}", 3),
        *proposals,
    ]


def _competence() -> str:
    return _(
        "The Chairman of the provincial People's Committee announces the procedures handled in the province "
        "(Decree 63/2010/NĐ-CP, Article 13 Clause 2), with the time in which each is settled. From this follows, as "
        "provincial decisions reason, that a deadline shorter than the legal one can be announced without a change of "
        "the legal document. Papers, conditions, fees and steps that central documents set can only be proposed for "
        "change (Article 31); this report is about deadlines only and makes no such proposal."
    )


def _rates(found: Matter) -> list[Fraction]:
    return sorted(read_rate(target.rate) for target in targets_of(found.catalogue.manifest))


def _steps(found: Matter, plan_: Plan | None, annexes: Sequence[Annex]) -> list[str]:
    steps = []
    if n := sum(n for _overrun, n in found.summary.overruns):
        steps.append(
            _(
                "Review the {n} procedures with a deadline that is or may be longer than the legal one{see}, and bring "
                "them back to the legal deadline."
            ).format(n=spelled.both(n), see=see(annexes, "overruns"))
        )
    if plan_ and plan_.moves:
        steps.append(_next_cuts(found, plan_, annexes))
    if found.summary.compared:
        steps += _short(found)
    incomplete = sum(n for reason, n in found.summary.left_out if reason in _INCOMPLETE)
    if incomplete:
        steps.append(
            ngettext(
                "Complete the record of {n} procedure whose deadlines could not be compared for want of data.",
                "Complete the records of {n} procedures whose deadlines could not be compared for want of data.",
                incomplete,
            ).format(n=spelled.both(incomplete))
        )
    return steps


def _next_cuts(found: Matter, plan_: Plan, annexes: Sequence[Annex]) -> str:
    target, listed = numbers.percent(plan_.target), see(annexes, "plan")
    aim = (
        _(
            "Consider further cuts for {n} procedures{see}, the fewest that bring the mean over all compared to "
            "{target}."
        ).format(n=spelled.both(len(plan_.moves)), see=listed, target=target)
        if plan_.reached
        else _(
            "Consider further cuts for {n} procedures{see}. The mean over all compared does not reach {target} by "
            "them: all together bring it to {possible}."
        ).format(
            n=spelled.both(len(plan_.moves)),
            see=listed,
            target=target,
            possible=words.rate_below(plan_.possible or Fraction(0), plan_.target),
        )
    )
    limits = _("Reckoned so that each keeps at least one day and none is cut by more than {most}.").format(
        most=numbers.percent(_most(found, plan_.target))
    )
    return f"{aim} {limits}"


def _most(found: Matter, target: Fraction) -> Fraction:
    """No plan goes further with a procedure than the target, or than the largest cut there is."""
    rates = [amounts.rate for row in found.rows if (amounts := row.amounts(found.convention))]
    return max([target, *rates])


def _short(found: Matter) -> list[str]:
    """The procedures that do not reach the highest target by themselves and could."""
    target = _rates(found)[-1]
    short = judge(found.rows, target, found.convention, found.summary).short
    if not short:
        return []
    return [
        _("Keep reviewing the {n} procedures that are cut by less than {target} and have room left.").format(
            n=spelled.both(len(short)), target=numbers.percent(target)
        )
    ]
