"""How the figures of the document follow from the annex that lists every procedure."""

from collections.abc import Mapping

from tthc.analysis.cuts import Outcome
from tthc.analysis.durations import Convention
from tthc.domain.deadline import Unit
from tthc.report.cuts.annex import KEY
from tthc.report.cuts.words import outcome, unit_term
from tthc.report.formula import Aggregate, Difference, Formula, Function, Own, Quotient, Sign, Where


def of_figures() -> Mapping[str, Formula]:
    """By the key of the figure."""
    return {
        "mean_compared": _of(Function.MEAN, "rate"),
        "mean_cut": _of(Function.MEAN, "rate", _that_is(Outcome.CUT)),
        "cut": _of(Function.COUNT, "rate", _that_is(Outcome.CUT)),
        "kept": _of(Function.COUNT, "rate", _that_is(Outcome.KEPT)),
        "lengthened": _of(Function.COUNT, "rate", _that_is(Outcome.LONGER)),
    }


def of_group(column: str, *, one_unit: bool) -> Mapping[str, Difference | Quotient | Aggregate]:
    """By the column of a table of groups; `column` of the annex has their names. Without one unit there are no sums."""
    own = Where(column, Sign.EQUAL, Own("name"))
    total, compared = _of(Function.COUNT, "number", own), _of(Function.COUNT, "rate", own)
    sums = {
        "cut_days": _of(Function.SUM, "cut", own),
        "legal_days": _of(Function.SUM, "legal_days", own),
    }
    return {
        "total": total,
        "compared": compared,
        "left_out": Difference(total, compared),
        "cut": _of(Function.COUNT, "rate", own, _that_is(Outcome.CUT)),
        "mean_compared": _of(Function.MEAN, "rate", own),
        "mean_cut": _of(Function.MEAN, "rate", own, _that_is(Outcome.CUT)),
        **(sums if one_unit else {}),
        "pooled": Quotient(Own("cut_days"), Own("legal_days")),
    }


def of_unit(unit: Unit | None, convention: Convention) -> Formula:
    """All time cut in a unit, like for like, of all legal time in it. The annex has columns for that where the scale of
    its convention is another."""
    columns = (
        ("unit", "legal_days", "cut") if convention is Convention.LIKE else ("like_unit", "like_legal", "like_cut")
    )
    named, legal, cut = columns
    own = Where(named, Sign.EQUAL, unit_term(unit))
    return Quotient(_of(Function.SUM, cut, own), _of(Function.SUM, legal, own))


def of_bands() -> Mapping[str, Difference | Quotient | Aggregate]:
    """By the column of the table of bands."""
    return {
        "n": _of(Function.COUNT, "rate", Where("band", Sign.EQUAL, Own("band"))),
        "share": Quotient(Own("n"), _of(Function.COUNT, "rate")),
    }


def _that_is(result: Outcome) -> Where:
    """Counted on the column that says it: a rate of 0% may hide a deadline that is certainly longer."""
    return Where("outcome", Sign.EQUAL, outcome(result))


def _of(function: Function, column: str, *where: Where) -> Aggregate:
    return Aggregate(function, KEY, column, where)
