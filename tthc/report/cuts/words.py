"""Words for durations, and for what an officer should know about one comparison."""

from fractions import Fraction

from tthc.analysis.comparison import CasePair, Comparison
from tthc.analysis.cuts import CutRow, Longer, Outcome, Pooled, Summary
from tthc.analysis.distribution import Band
from tthc.analysis.durations import Convention, Order, Proof
from tthc.analysis.targets import Average, Standing
from tthc.domain.deadline import Unit
from tthc.domain.level import Channel
from tthc.messages import _
from tthc.report import labels
from tthc.report.term import Term
from tthc.text import numbers, spelled


def unit(value: Unit | None) -> str:
    """The unit of a sum; None is the day of a convention."""
    if value is None:
        return _("days of the convention")
    return {
        Unit.MINUTE: _("minutes"),
        Unit.HOUR: _("hours"),
        Unit.WORKING_HOUR: _("working hours"),
        Unit.DAY: _("days"),
        Unit.WORKING_DAY: _("working days"),
        Unit.WEEK: _("weeks"),
        Unit.MONTH: _("months"),
        Unit.YEAR: _("years"),
    }[value]


def unit_term(value: Unit | None) -> Term:
    """The unit of a sum, as a cell says it."""
    return Term(value or "convention", unit(value))


def time(amount: Fraction, value: Unit | None) -> str:
    """An amount with its unit: 02 ngày làm việc; None is the day of a convention."""
    return f"{spelled.padded_amount(amount)} {unit(value)}"


def scale(value: Convention) -> str:
    """What numbers of a convention count, to stand behind the head of their column."""
    if value is Convention.LIKE:
        return _("in the unit beside")
    return _("days of the convention {convention}").format(convention=convention(value))


def convention_days(value: Convention) -> str:
    """What a day of the convention is, as a sentence; nothing like for like, where units stay what they are."""
    if value is Convention.LIKE:
        return ""
    return _("Days of the convention: {meaning}.").format(meaning=meaning(value))


def pooled(found: Pooled) -> str:
    """What is cut of all legal time, with its unit, and the rate of these sums by its own name."""
    return _("rate of the sums {rate} ({cut} of {legal} {unit})").format(
        rate="–" if found.rate is None else numbers.percent(found.rate),
        cut=numbers.amount(found.cut),
        legal=numbers.amount(found.legal),
        unit=unit(found.unit),
    )


def convention(value: Convention) -> str:
    """The convention in a word or two."""
    return {
        Convention.LIKE: _("like for like"),
        Convention.NOMINAL: _("nominal"),
        Convention.FIVE_SEVENTHS: "5/7",
        Convention.CALENDAR: _("by the calendar"),
    }[value]


def meaning(value: Convention) -> str:
    """What the convention does, for a list of definitions."""
    return {
        Convention.LIKE: _(
            "only deadlines in one unit, or in units that are multiples of one another (weeks and days, years and "
            "months, 8 working hours and 1 working day), are compared; all others are left out"
        ),
        Convention.NOMINAL: _("a day is a day, working or not; a month is 30 days, a year 365"),
        Convention.FIVE_SEVENTHS: _("five working days count as seven days; for the rest as nominal"),
        Convention.CALENDAR: _("the days waited on the working calendar, on the mean of all receipt dates"),
    }[value]


def average(value: Average, unit_: Unit | None) -> str:
    """Which of the averages; `unit_` is that of pooled durations."""
    return {
        Average.MEAN: _("mean of all compared"),
        Average.MEAN_OF_CUT: _("mean of those cut"),
        Average.POOLED: _("pooled, {unit}").format(unit=unit(unit_)),
        Average.WEIGHTED: _("weighted by dossiers"),
    }[value]


def outcome(value: Outcome) -> Term:
    """What became of the time a procedure takes, as a cell says it."""
    texts = {Outcome.CUT: _("cut"), Outcome.KEPT: _("not cut"), Outcome.LONGER: _("longer than the law sets")}
    return Term(value, texts[value])


def standing(value: Standing) -> Term:
    """Where a procedure stands against a target, as a cell says it."""
    texts = {
        Standing.REACHED: _("reached"),
        Standing.SHORT: _("not reached"),
        Standing.NO_ROOM: _("no room left to cut"),
    }
    return Term(value, texts[value])


def lengthened(summary: Summary) -> str:
    """Of those compared that are longer, how many are so although their rate does not show it; empty where none is."""
    texts = {
        Longer.UNIT: _("{n} by turning days into working days"),
        Longer.PART: _("{n} in one of several cases or ways of filing"),
    }
    parts = [texts[how].format(n=spelled.padded(n)) for how, n in summary.longer if how in texts]
    return _("of these {parts}").format(parts="; ".join(parts)) if parts else ""


def band(value: Band) -> str:
    """A range of rates."""
    return {
        Band.LONGER: _("longer than the legal deadline"),
        Band.NONE: _("not cut (0%)"),
        Band.BELOW_30: _("cut by less than 30%"),
        Band.FROM_30: _("cut by 30% to less than 50%"),
        Band.FROM_50: _("cut by 50% to less than 70%"),
        Band.FROM_70: _("cut by 70% and more"),
    }[value]


def by_convention(value: Convention) -> str:
    """The convention, as a sentence under a table."""
    return _("Convention: {convention}.").format(convention=labels.convention(value))


def rate_below(value: Fraction, bound: Fraction) -> str:
    """A rate below a bound, with as many decimals as it takes not to look as if it had reached it."""
    places = 1
    while value != bound and numbers.percent(value, places) == numbers.percent(bound, places):
        places += 1
    return numbers.percent(value, places)


def overrun(comparison: Comparison) -> str:
    """Why the local deadline is called longer: the proof, and what may explain it."""
    pairs = [pair for pair in comparison.pairs if pair.measure and pair.measure.overrun is comparison.overrun]
    parts = [_proof(pairs[0]) if pairs else _("the law says: within the day")]
    if any(pair.measure.disguised for pair in pairs if pair.measure):
        parts.append(_("days became working days"))
    if comparison.plus_ten:
        parts.append(_("ten days more: perhaps the addition for difficult areas"))
    if comparison.several:
        parts.append(_("several cases: compare each"))
    return "; ".join(parts)


def note(row: CutRow, by: Convention) -> str:
    """The remark on one procedure in the annex; empty where there is nothing to say."""
    reason = row.left_out(by)
    if reason:
        return labels.reason(reason)
    comparison = row.comparison
    amounts, main, gravest = comparison.amounts(by), comparison.main, row.gravest
    parts = []
    if row.outcome(by) is Outcome.KEPT:
        parts.append(_("no room left to cut") if comparison.no_room else _("not cut"))
        if amounts and amounts.rate < 0 and not gravest.overrun:
            parts.append(_("longer by the convention only, its due date never being later"))
    if main and main.measure and not main.measure.amounts(Convention.LIKE):
        parts.append(_("different units: {convention}").format(convention=convention(by)))
    if main and main.measure and main.measure.eight_hours:
        parts.append(_("8 working hours counted as 1 working day"))
    if row.channel:
        parts.append(_("deadline of the channel: {channel}").format(channel=labels.channel(row.channel)))
    parts += [_channel(each, found, by) for each, found in row.channels if each is not row.channel]
    if gravest.overrun:
        parts.append(labels.overrun(gravest.overrun))
    if gravest.disguised:
        parts.append(_("days became working days"))
    if comparison.surplus:
        parts.append(_("local cases that the legal deadline does not have"))
    return "; ".join(parts)


def _channel(value: Channel, found: Comparison, by: Convention) -> str:
    """A deadline that another channel has, with its rate."""
    local = found.local.text if found.local else _("no local deadline recorded")
    amounts = found.amounts(by)
    rate = f" ({numbers.percent(amounts.rate)})" if amounts else ""
    return f"{labels.channel(value)}: {local}{rate}"


def _proof(pair: CasePair) -> str:
    measure = pair.measure
    if measure is None:
        return ""
    like = measure.amounts(Convention.LIKE)
    if measure.proof is Proof.ARITHMETIC and like:
        return _("by {amount} {unit}").format(amount=numbers.amount(-like.cut), unit=unit(like.unit))
    if measure.proof is Proof.BOUND and measure.order is Order.ALWAYS_LATER:
        return _("later on every receipt date, of any calendar")
    return _("later on {n} of {dates} receipt dates").format(
        n=numbers.count(measure.later_on), dates=numbers.count(measure.dates)
    )
