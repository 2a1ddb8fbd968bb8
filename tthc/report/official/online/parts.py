"""What is offered, what stands in the way of full service, and what would open it."""

from collections.abc import Mapping, Sequence

from tthc.analysis.online.contradictions import Contradiction
from tthc.analysis.online.criteria import Regime
from tthc.analysis.online.figures import Outcome
from tthc.analysis.online.unlocking import fixes
from tthc.analysis.online.verdict import Assessment
from tthc.domain.statistics import Dossiers
from tthc.messages import _
from tthc.report.model import Annex, Block, Heading, Paragraph
from tthc.report.official.layout import (
    bare,
    listed,
    recomputed,
    recomputed_figures,
    see,
    share,
    titled,
)
from tthc.report.official.online import formulas
from tthc.report.online import obstacles, overview, ways_on
from tthc.text import numbers
from tthc.text.spelled import both, padded

Conflicts = Sequence[tuple[Assessment, Sequence[Contradiction]]]  # what is offered against what the record states


def offered(
    assessments: Sequence[Assessment],
    total: Outcome,
    regime: Regime,
    dossiers: Mapping[str, Dossiers] | None,
    annexes: Sequence[Annex],
) -> list[Block]:
    """II. What is offered, and the rates that are published of it."""
    if not total.total:
        return []
    split = total.offered
    return [
        Paragraph(_levels(total, see(annexes, "fields", "agencies"))),
        recomputed(overview.offered(total, regime), formulas.offered()),
        recomputed_figures(overview.rates(total), formulas.rates(split), formulas.definitions()),
        titled(recomputed(overview.levels(assessments, dossiers), formulas.group("level")), _("By level")),
    ]


def _levels(total: Outcome, see_tables: str) -> str:
    """How many are online services, and how many of those that are eligible for full service are offered so."""
    split = total.offered
    words = _("None of the procedures judged is an online service{see}.")
    if split.online:
        words = _("{online} of {total} procedures are online services ({rate}): {parts}{see}.")
    sentence = words.format(
        online=numbers.count(split.online),
        total=numbers.count(total.total),
        rate=share(split.online, total.total),
        parts=listed((split.full, _("{n} in full")), (split.partial, _("{n} in part"))),
        see=see_tables,
    )
    if not total.eligible:
        return sentence
    words = _("None of the {eligible} that are eligible for full service is offered so.")
    if total.eligible_offered:
        words = _("{offered} of the {eligible} that are eligible for full service are offered so ({rate}).")
    return f"{sentence} " + words.format(
        offered=padded(total.eligible_offered),
        eligible=padded(total.eligible),
        rate=share(total.eligible_offered, total.eligible),
    )


def in_the_way(
    assessments: Sequence[Assessment], conflicts: Conflicts, regime: Regime, annexes: Sequence[Annex]
) -> list[Block]:
    """III. Every criterion, what contradicts itself, and what a person has to confirm."""
    if not assessments:
        return []
    found = sum(bool(each) for _assessment, each in conflicts)
    parts: list[tuple[str, list[Block]]] = [
        (_("By criterion"), bare(obstacles.criteria(assessments, regime))),
        (_("Offered and possible do not agree"), bare(obstacles.contradictions(conflicts))),
        (_("To be confirmed by a person"), bare(obstacles.to_confirm(assessments))),
    ]
    if found:
        words = _("Procedures in which what is offered and what the record states do not agree: {n}{see}.")
        parts[1][1].insert(0, Paragraph(words.format(n=both(found), see=see(annexes, "conflicts"))))
    spoken = [part for part in parts if part[1]]
    return [
        block
        for number, (title, blocks) in enumerate(spoken, start=1)
        for block in (Heading(f"{number}. {title}", 3), *blocks)
    ]


def ways(
    assessments: Sequence[Assessment],
    total: Outcome,
    dossiers: Mapping[str, Dossiers] | None,
    annexes: Sequence[Annex],
) -> list[Block]:
    """IV. What would make full services of those that lack one thing."""
    opened = sum(fix.alone.procedures for fix in fixes(assessments))
    if not opened:
        return bare(ways_on.blocks(assessments, dossiers, total.eligible))
    words = _("Procedures that lack exactly one thing for full service: {n}{see}; what opens how many stands below.")
    return [
        Paragraph(words.format(n=both(opened), see=see(annexes, "one_step_away"))),
        *bare(ways_on.blocks(assessments, dossiers, total.eligible)),
    ]
