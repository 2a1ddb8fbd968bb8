"""The page about online service that an officer acts on."""

from collections.abc import Mapping, Sequence
from datetime import date

from tthc.analysis.online.choice import Choice, Judged
from tthc.analysis.online.choice import chosen as choices
from tthc.analysis.online.contradictions import contradictions
from tthc.analysis.online.criteria import Key, Regime
from tthc.analysis.online.figures import outcome
from tthc.analysis.online.verdict import Assessment
from tthc.catalogue.model import Catalogue
from tthc.domain.statistics import Dossiers
from tthc.messages import _
from tthc.report import unread
from tthc.report.model import Block, Repeated, Report
from tthc.report.online import chosen, obstacles, overview, tasks, ways_on
from tthc.text import numbers

_NOTHING = Repeated()


def report(
    catalogue: Catalogue,
    assessments: Sequence[Assessment],
    regime: Regime,
    as_of: date,
    *,
    dossiers: Mapping[str, Dossiers] | None = None,
    listed: bool = False,
    choice: Choice | Key | None = None,
    again: Repeated = _NOTHING,
) -> Report:
    """What can be full, what stands in the way, what one fix opens. `listed`: with every procedure; with a `choice`,
    nothing but its procedures.

    `dossiers` by code, of one year; empty or None where there are no statistics. `again` is what its commands repeat.
    """
    judged = [(each, contradictions(each, regime, as_of)) for each in assessments]
    if choice:
        blocks = chosen.listed(catalogue, choices(judged, choice), choice)
    else:
        found = chosen.listed(catalogue, judged, None) if listed else []
        blocks = [*_page(catalogue, judged, regime, dossiers or None), *found, *tasks.blocks(judged, again)]
    name = catalogue.manifest.title or catalogue.manifest.jurisdiction.name
    subtitle = _("{reference}, on {date}").format(reference=regime.reference, date=numbers.calendar_date(as_of))
    if catalogue.manifest.sample:
        subtitle += " · " + _("SAMPLE, not a real province")
    title = _("Online service: {name}").format(name=name)
    main = "judged" if listed or choice else ""
    return Report("online", title, subtitle, (*unread.notes(catalogue), *blocks), main=main)


def _page(catalogue: Catalogue, judged: Judged, regime: Regime, dossiers: Mapping[str, Dossiers] | None) -> list[Block]:
    """What can be full, what is offered, what stands in the way, and the same by group."""
    assessments = [each for each, _found in judged]
    total = outcome(assessments, dossiers)
    return [
        *overview.blocks(catalogue, assessments, total, regime),
        *chosen.not_offered(catalogue, judged),
        *ways_on.blocks(assessments, dossiers, total.eligible),
        *obstacles.contradictions(judged, overview.without_vertical(catalogue, assessments)),
        *obstacles.to_confirm(assessments),
        *obstacles.criteria(assessments, regime),
        *overview.groups(catalogue, assessments, dossiers),
    ]
