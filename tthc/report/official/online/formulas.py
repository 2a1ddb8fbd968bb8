"""How the figures on online service follow from the list of procedures in the first annex."""

from tthc.analysis.online.figures import Split
from tthc.analysis.online.verdict import Verdict
from tthc.domain.level import OnlineLevel
from tthc.messages import _
from tthc.report.formula import Aggregate, Difference, Formula, Function, Own, Quotient, Sign, Where
from tthc.report.online import words

LIST = "procedures"

Columns = dict[str, Difference | Quotient | Aggregate]


def verdicts() -> Columns:
    """Of the table of verdicts."""
    return {"count": _count(Where("verdict", Sign.EQUAL, Own("verdict"))), "rate": Quotient(Own("count"), _count())}


def full_by_verdict() -> Columns:
    """Of the table of what is offered in full, by verdict."""
    full = _is(OnlineLevel.FULL)
    return {
        "count": _count(full, Where("verdict", Sign.EQUAL, Own("verdict"))),
        "rate": Quotient(Own("count"), _count(full)),
    }


def offered() -> Columns:
    """Of the table of what is offered."""
    return {"count": _count(Where("offered", Sign.EQUAL, Own("offered")))}


def group(by: str) -> Columns:
    """Of a table of groups; `by` is the column of the list that holds the name of the group."""
    own = Where(by, Sign.EQUAL, Own("name"))
    return {
        "total": _count(own),
        "full": _count(own, _is(OnlineLevel.FULL)),
        "partial": _count(own, _is(OnlineLevel.PARTIAL)),
        "eligible": _count(own, _judged(Verdict.FULL)),
        "eligible_offered": _count(own, _judged(Verdict.FULL), _is(OnlineLevel.FULL)),
        "rate": Quotient(Own("eligible_offered"), Own("eligible")),
        "dossiers": Aggregate(Function.SUM, LIST, "dossiers", (own,)),
    }


def rates(split: Split) -> dict[str, Formula]:
    """Of the key figures that are shares. Online is what is left without the other levels there are."""
    full, partial = _count(_is(OnlineLevel.FULL)), _count(_is(OnlineLevel.PARTIAL))
    online: Aggregate | Difference = _count()
    for level, n in (
        (OnlineLevel.INFORMATION, split.information),
        (OnlineLevel.NONE, split.none),
        (None, split.unstated),
    ):
        if n:
            online = Difference(online, _count(_is(level)))
    possible = Difference(_count(), _count(_judged(Verdict.INFORMATION)))
    stated = Where("dossiers_online", Sign.ABOVE, -1)  # an empty cell is no number
    received = Aggregate(Function.SUM, LIST, "dossiers", (stated,))
    received_online = Aggregate(Function.SUM, LIST, "dossiers_online")
    return {
        "online_rate": Quotient(online, _count()),
        "full_of_online": Quotient(full, online),
        "online_dossiers": Quotient(received_online, received),
        "full_of_possible": Quotient(full, possible),
        "full_of_eligible": Quotient(
            _count(_judged(Verdict.FULL), _is(OnlineLevel.FULL)), _count(_judged(Verdict.FULL))
        ),
        "partial_of_all": Quotient(partial, _count()),
    }


def definitions() -> dict[str, str]:
    """What the shares are shares of, by their keys."""
    return {
        "online_rate": _("full and partial services, of all procedures judged"),
        "full_of_online": _("full services, of full and partial ones"),
        "full_of_possible": _("full services, of all judged but those that give information only for a stated reason"),
        "full_of_eligible": _("those offered in full, of all without an obstacle found"),
        "partial_of_all": _("partial services, of all procedures judged"),
        "online_dossiers": _("dossiers filed online, of all received in the year by the procedures that state both"),
    }


def _is(level: OnlineLevel | None) -> Where:
    return Where("offered", Sign.EQUAL, words.offered(level))


def _judged(verdict: Verdict) -> Where:
    return Where("verdict", Sign.EQUAL, words.verdict(verdict))


def _count(*where: Where) -> Aggregate:
    return Aggregate(Function.COUNT, LIST, "number", where)
