"""II. Every target: which averages reach it, how many procedures do, and how many still can."""

from collections.abc import Sequence
from fractions import Fraction

from tthc.analysis.durations import Convention
from tthc.analysis.targets import Average, Judgement, Verdict, judge, targets_of
from tthc.domain.manifest import Target
from tthc.domain.rounding import round_half_up
from tthc.messages import _, ngettext
from tthc.report.cuts import words
from tthc.report.cuts.reached import by_convention
from tthc.report.model import Block, Cell, Column, Form, Heading, Paragraph, Table, table
from tthc.report.official.citation import cited
from tthc.report.official.cuts.matter import Matter
from tthc.report.values import capital
from tthc.text import numbers, spelled
from tthc.text.figures import read_rate

_FINEST = 9  # decimals of a target; what is missing is printed as it is


def blocks(found: Matter) -> list[Block]:
    """Nothing where nothing was compared."""
    if not found.summary.compared:
        return []
    result: list[Block] = []
    if not found.catalogue.manifest.targets:
        result.append(Paragraph(_("The catalogue states no target; these are the usual ones.")))
    targets = targets_of(found.catalogue.manifest)
    for number, target in enumerate(targets, start=1):
        result.append(Heading(f"{number}. {_('Target {rate}').format(rate=target.rate)}", 3))
        result += _target(found, target)
    return [*result, Heading(f"{len(targets) + 1}. {_('All averages against the targets')}", 3), _all(found, targets)]


def _target(found: Matter, target: Target) -> list[Block]:
    """The mean of all compared, then the procedures one by one."""
    rate = read_rate(target.rate)
    judgement = judge(found.rows, rate, found.convention, found.summary)
    mean = next(verdict for verdict in judgement.averages if verdict.average is Average.MEAN)
    depends = by_convention(found.summaries, rate, found.convention)
    if depends and mean.reached:
        result = f"{_name(mean)}: {depends}."
    else:
        result = f"{_name(mean)}: {_printed(mean, rate)}, {_outcome(mean, rate)}."
        result += f" {capital(depends)}." if depends else ""
    ground = _ground(found, target)
    return [
        *([Paragraph(ground)] if ground else []),
        Paragraph(result),
        Paragraph(_procedures(judgement, target.rate)),
    ]


def _all(found: Matter, targets: Sequence[Target]) -> Table:
    """Every average against every target."""
    rates = [read_rate(target.rate) for target in targets]
    verdicts = [_verdicts(found, rate) for rate in rates]
    columns = (
        Column("average", _("Average")),
        Column("value", _("Value"), Form.RATE),
        *(Column(f"target_{target.id}", _("Target {rate}").format(rate=target.rate)) for target in targets),
    )
    rows: list[list[Cell]] = [
        [
            _name(line[0]),
            line[0].value,
            *(_judged(found, verdict, rate) for verdict, rate in zip(line, rates, strict=True)),
        ]
        for line in zip(*verdicts, strict=True)
    ]
    return table("averages", "", columns, rows, words.by_convention(found.convention))


def _verdicts(found: Matter, rate: Fraction) -> list[Verdict]:
    """The means under the convention of the document; sums within each unit, since there is none across units."""
    own = judge(found.rows, rate, found.convention, found.summary).averages
    like = judge(found.rows, rate, Convention.LIKE, found.like).averages
    return [
        *(verdict for verdict in own if verdict.average is not Average.POOLED and verdict.value is not None),
        *(verdict for verdict in like if verdict.average is Average.POOLED),
    ]


def _ground(found: Matter, target: Target) -> str:
    """What a target of the catalogue rests on and when it is due; where a usual one is from."""
    own = target in found.catalogue.manifest.targets
    words_ = _("Ground: {ground}") if own else _("For comparison: {ground}")
    parts = [
        words_.format(ground=cited(target.ground, found.catalogue.documents)) if target.ground else "",
        _("due by {date}").format(date=numbers.calendar_date(target.due)) if target.due else "",
    ]
    text = "; ".join(filter(None, parts))
    return f"{capital(text)}." if text else ""


def _printed(verdict: Verdict, target: Fraction) -> str:
    """The value; one below the target in the decimals in which what is missing is said."""
    value = verdict.value or Fraction(0)
    return numbers.percent(value) if verdict.reached else numbers.percent(value, _places(value, target))


def _places(value: Fraction, target: Fraction) -> int:
    """Two decimals of a percentage; as many more as it takes for a value below the target not to look like it."""
    places = 2
    while round_half_up(value * 100, places) == target * 100:
        places += 1
    return places


def _judged(found: Matter, verdict: Verdict, target: Fraction) -> str:
    """The outcome; before it the value in more decimals than it has beside, where these look like the target.

    A mean that reaches the target by some conventions only says by which this is.
    """
    if verdict.reached and verdict.average is Average.MEAN and by_convention(found.summaries, target, found.convention):
        own = words.convention(found.convention)
        return _("reached by the convention {conventions}").format(conventions=own)
    value = verdict.value or Fraction(0)
    alike = verdict.missing_days and numbers.percent(value) == words.rate_below(value, target)
    exact = "" if verdict.reached or alike else f"{_printed(verdict, target)}, "
    return f"{exact}{_outcome(verdict, target)}"


def _outcome(verdict: Verdict, target: Fraction) -> str:
    """Reached, or what is missing: points of a mean, which with the value as printed make up the target; time of a sum.

    There is time missing wherever a sum does not reach its target.
    """
    if verdict.reached:
        return _("reached")
    if verdict.missing_days:
        return _("not reached, {days} {unit} more would have to be cut").format(
            days=_at_least(verdict.missing_days), unit=words.unit(verdict.unit)
        )
    value = verdict.value or Fraction(0)
    points = target * 100 - Fraction(round_half_up(value * 100, _places(value, target)))
    return _("not reached, {points} percentage points are missing").format(points=numbers.amount(points, _FINEST))


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
    """Those that reach the target, that could, and that cannot; what does not occur is not said."""
    reached, short, no_room = map(len, (judgement.reached, judgement.short, judgement.no_room))
    counts = (
        (reached, ngettext("{n} reaches {rate} or more", "{n} reach {rate} or more", reached)),
        (short, ngettext("{n} does not and has room left to cut", "{n} do not and have room left to cut", short)),
        (
            no_room,
            ngettext("{n} does not and has no room left to cut", "{n} do not and have no room left to cut", no_room),
        ),
    )
    parts = [words_.format(n=spelled.both(n), rate=rate) for n, words_ in counts if n]
    return _("Procedure by procedure: {parts}.").format(parts="; ".join(parts))
