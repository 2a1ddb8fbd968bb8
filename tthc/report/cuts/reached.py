"""Whether a mean reaches a target, where that depends on the convention."""

from collections.abc import Mapping
from fractions import Fraction

from tthc.analysis.cuts import Summary
from tthc.analysis.durations import Convention
from tthc.messages import _
from tthc.report.cuts.words import convention, rate_below
from tthc.text import numbers


def by_convention(summaries: Mapping[Convention, Summary], target: Fraction, own: Convention) -> str:
    """By which conventions the mean of all compared reaches the target and by which not, what holds by `own` first.

    Empty where all agree.
    """
    means = {each: found.mean_compared for each, found in summaries.items() if found.mean_compared is not None}
    reached = [f"{convention(each)} ({numbers.percent(mean)})" for each, mean in means.items() if mean >= target]
    missed = [f"{convention(each)} ({rate_below(mean, target)})" for each, mean in means.items() if mean < target]
    if not reached or not missed:
        return ""
    parts = [
        _("reached by the convention {conventions}").format(conventions=", ".join(reached)),
        _("not reached by the convention {conventions}").format(conventions=", ".join(missed)),
    ]
    if own in means and means[own] < target:
        parts.reverse()
    return "; ".join(parts)
