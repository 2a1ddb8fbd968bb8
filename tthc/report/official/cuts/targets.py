"""II. Every target: which averages reach it, how many procedures do, and how many still can."""

from datetime import date
from fractions import Fraction

from tthc.analysis.durations import Convention
from tthc.analysis.targets import Average, Judgement, Verdict, judge, targets_of
from tthc.domain.manifest import Target
from tthc.domain.rounding import round_half_up
from tthc.messages import _
from tthc.report.cuts import words
from tthc.report.model import Block, Heading, Paragraph
from tthc.report.official.cuts.matter import Matter
from tthc.text import numbers, spelled
from tthc.text.figures import read_rate


def blocks(found: Matter) -> list[Block]:
    """Nothing where nothing was compared."""
    if not found.summary.compared:
        return []
    result: list[Block] = []
    if not found.catalogue.manifest.targets:
        result.append(Paragraph(_("The catalogue states no target; these are the usual ones.")))
    for number, target in enumerate(targets_of(found.catalogue.manifest), start=1):
        result.append(Heading(f"{number}. {_('Target {rate}').format(rate=target.rate)}", 3))
        result += _target(found, target)
    return result


def _target(found: Matter, target: Target) -> list[Block]:
    rate = read_rate(target.rate)
    judgement = judge(found.rows, rate, found.convention, found.summary)
    like = judge(found.rows, rate, Convention.LIKE, found.like)
    verdicts = [verdict for verdict in judgement.averages if verdict.average is not Average.POOLED]
    verdicts += [verdict for verdict in like.averages if verdict.average is Average.POOLED]  # no sum across units
    ground = _ground(target.ground, target.due)
    return [
        *([Paragraph(ground)] if ground else []),
        *(Paragraph(f"- {_verdict(verdict, rate)}") for verdict in verdicts if verdict.value is not None),
        Paragraph(_procedures(judgement, target.rate)),
    ]


def _ground(ground: str | None, due: date | None) -> str:
    parts = [
        _("Ground: {ground}").format(ground=ground) if ground else "",
        _("due by {date}").format(date=numbers.calendar_date(due)) if due else "",
    ]
    text = "; ".join(filter(None, parts))
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _verdict(verdict: Verdict, target: Fraction) -> str:
    """One average; a rate below the target is printed with as many decimals as it takes not to look like it."""
    name = _name(verdict)
    value = verdict.value or Fraction(0)
    if verdict.reached:
        return _("{name}: {rate}, reached.").format(name=name, rate=numbers.percent(value))
    if verdict.missing_days:
        return _("{name}: {rate}, not reached; {days} {unit} more would have to be cut.").format(
            name=name,
            rate=words.rate_below(value, target),
            days=_at_least(verdict.missing_days),
            unit=words.unit(verdict.unit),
        )
    return _("{name}: {rate}, not reached; {points} percentage points are missing.").format(
        name=name, rate=words.rate_below(value, target), points=_at_least(verdict.missing * 100)
    )


def _name(verdict: Verdict) -> str:
    return {
        Average.MEAN: _("Mean cut, of all compared"),
        Average.MEAN_OF_CUT: _("Mean cut, of those cut"),
        Average.WEIGHTED: _("Mean cut, weighted by dossiers"),
        Average.POOLED: _("Cut of all legal time in {unit}").format(unit=words.unit(verdict.unit)),
    }[verdict.average]


def _at_least(missing: Fraction) -> str:
    """What is missing, with as many decimals as it takes not to look like nothing."""
    places = 2
    while missing and not round_half_up(missing, places):
        places += 1
    return numbers.amount(missing, places)


def _procedures(judgement: Judgement, rate: str) -> str:
    """Those that reach the target, that could, that cannot, and that were not compared."""
    return _(
        "Procedure by procedure: {reached} reach {rate} or more; {short} do not and have room left to cut; {no_room} "
        "do not and have no room left."
    ).format(
        rate=rate,
        reached=spelled.both(len(judgement.reached)),
        short=spelled.both(len(judgement.short)),
        no_room=spelled.both(len(judgement.no_room)),
    )
