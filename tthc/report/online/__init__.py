"""The page about online service that an officer acts on."""

from collections.abc import Mapping, Sequence
from datetime import date

from tthc.analysis.online.contradictions import contradictions
from tthc.analysis.online.criteria import Regime
from tthc.analysis.online.figures import outcome
from tthc.analysis.online.verdict import Assessment
from tthc.catalogue.model import Catalogue
from tthc.domain.statistics import Dossiers
from tthc.messages import _
from tthc.report import unread
from tthc.report.model import Block, Report
from tthc.report.online import obstacles, overview, ways_on
from tthc.text import numbers


def report(
    catalogue: Catalogue,
    assessments: Sequence[Assessment],
    regime: Regime,
    as_of: date,
    *,
    dossiers: Mapping[str, Dossiers] | None = None,
    listed: bool = False,
) -> Report:
    """What can be full, what stands in the way, what one fix opens. `listed`: with every procedure.

    `dossiers` by code, of one year; empty or None where there are no statistics.
    """
    figures = dossiers or None
    total = outcome(assessments, figures)
    conflicts = [(a, contradictions(a, regime, as_of)) for a in assessments]
    blocks: list[Block] = [
        *unread.notes(catalogue),
        *overview.blocks(catalogue, assessments, total, regime),
        *ways_on.blocks(assessments, figures, total.eligible),
        *obstacles.contradictions(conflicts, overview.without_vertical(catalogue, assessments)),
        *obstacles.to_confirm(assessments),
        *obstacles.criteria(assessments, regime),
        *overview.groups(catalogue, assessments, figures),
        *(obstacles.procedures(assessments) if listed else ()),
        *ways_on.next_steps(assessments, conflicts),
    ]
    name = catalogue.manifest.title or catalogue.manifest.jurisdiction.name
    subtitle = _("{reference}, on {date}").format(reference=regime.reference, date=numbers.calendar_date(as_of))
    if catalogue.manifest.sample:
        subtitle += " · " + _("SAMPLE, not a real province")
    title, main = _("Online service: {name}").format(name=name), "judged" if listed else "fields"
    return Report("online", title, subtitle, tuple(blocks), main=main)
