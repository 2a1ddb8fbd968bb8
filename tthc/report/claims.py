"""Published figures beside what the catalogue gives."""

from fractions import Fraction

from tthc.analysis.claims import Because, Checked, Verdict
from tthc.analysis.measured import IN_FORCE, Measurement
from tthc.messages import _, ngettext
from tthc.report import labels
from tthc.report.cuts import averages
from tthc.report.model import Cell, Column
from tthc.report.term import Term
from tthc.text import numbers


def columns() -> list[Column]:
    """The table of claims."""
    return [
        Column("verdict", _("Verdict")),
        Column("claim", _("Published")),
        Column("stated", _("Figure stated")),
        Column("computed", _("Recomputed")),
        Column("base", _("Of what")),
        Column("because", _("Why")),
    ]


def row(checked: Checked) -> list[Cell]:
    """One claim: verdict, the sentence and the figure as published, the figure recomputed, its base, the reason."""
    claim = checked.claim
    verdict = Term(checked.verdict, _verdict(checked.verdict))
    stated = claim.stated if isinstance(claim.stated, str) else numbers.count(claim.stated)
    return [verdict, claim.text, stated, _computed(checked), _base(checked), Term(checked.because, _because(checked))]


def _verdict(verdict: Verdict) -> str:
    return {
        Verdict.HOLDS: _("holds"),
        Verdict.DOES_NOT_HOLD: _("does not hold"),
        Verdict.CANNOT_BE_CHECKED: _("cannot be checked"),
        Verdict.IMPOSSIBLE: _("impossible"),
    }[verdict]


def _computed(checked: Checked) -> str:
    if checked.computed is None:
        return "–"
    low = _figure(checked, checked.computed)
    if checked.computed_high is None or checked.computed_high == checked.computed:
        return low
    return f"{low.removesuffix('%')}–{_figure(checked, checked.computed_high)}"


def _base(checked: Checked) -> str:
    """What the figure was recomputed from; empty where that stands in the claim itself."""
    parts = [] if checked.ratio is None else ["/".join(map(numbers.amount, checked.ratio))]
    return "; ".join([*parts, *(_measured(checked.base) if checked.base else ())])


def _measured(base: Measurement) -> list[str]:
    every = len(base.kinds) == len(IN_FORCE)
    parts = [_("all in force") if every else ", ".join(map(labels.counted_as, base.kinds))]
    if base.summary:
        parts.insert(0, averages.base(base.summary))
    if base.with_statistics is not None:
        words = ngettext("{n} procedure with statistics", "{n} procedures with statistics", base.with_statistics)
        parts.insert(0, words.format(n=numbers.count(base.with_statistics)))
    return parts


def _figure(checked: Checked, value: Fraction) -> str:
    if checked.stated and checked.stated.percent:
        return numbers.percent(value, 2)
    return numbers.amount(value)


def _because(checked: Checked) -> str:
    because = checked.because
    words = {
        Because.AGREES: _("agrees, rounded as published"),
        Because.WITHIN_BOUND: _("within the bound stated"),
        Because.DIFFERS: _("differs from what the catalogue gives"),
        Because.DIFFERS_ONLY_CUT_OFF: _("right only if cut off instead of rounded"),
        Because.OUTSIDE_BOUND: _("outside the bound stated"),
        Because.PARTS_DO_NOT_SUM: _("the parts do not add up"),
        Because.PART_EXCEEDS_WHOLE: _("the part is larger than the whole"),
        Because.PART_EXCEEDS_LIMIT: _("the part is larger than it can be"),
        Because.NO_SUCH_PART: _("no whole number gives this percentage"),
        Because.EXTERNAL: _("an external figure; its source is kept"),
        Because.NO_PART: _("a percentage without the number behind it"),
        Because.NO_WHOLE: _("a percentage without its base"),
        Because.NO_DATA: _("the catalogue has nothing to measure it on"),
        Because.SEVERAL_UNITS: _("days and working days are not added up"),
        Because.NOT_UNDERSTOOD: _("the figure cannot be read"),
        Because.NOT_COMPARABLE: _("the two deadlines have no rate under this convention"),
        Because.SEVERAL_WAYS: _("the claim gives more than one way to compute it"),
    }[because]
    if checked.implied is not None:
        words += _("; it implies {n}").format(n=numbers.amount(checked.implied))
    source = checked.claim.source
    return f"{words} ({source})" if source and because is Because.EXTERNAL else words
