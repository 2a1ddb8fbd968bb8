"""What is offered, what stands in the way of full service, and what would open it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tthc.analysis.online.choice import Judged
from tthc.analysis.online.criteria import Regime
from tthc.analysis.online.figures import Outcome
from tthc.analysis.online.unlocking import fixes
from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.catalogue.model import Catalogue
from tthc.domain.level import OnlineLevel
from tthc.domain.statistics import Dossiers
from tthc.messages import _
from tthc.report.model import Annex, Block, Heading, Paragraph, Table
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
from tthc.report.online import chosen, obstacles, overview, ways_on
from tthc.text import numbers
from tthc.text.spelled import both, padded


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
        Paragraph(_levels(total, _of_full(assessments), see(annexes, "fields", "agencies"))),
        recomputed(overview.offered(total, regime), formulas.offered()),
        *(recomputed(each, formulas.full_by_verdict()) for each in overview.full_by_verdict(assessments)),
        recomputed_figures(overview.rates(total), formulas.rates(split), formulas.definitions()),
        titled(recomputed(overview.levels(assessments, dossiers), formulas.group("level")), _("By level")),
    ]


def _of_full(assessments: Sequence[Assessment]) -> str:
    """Of the services offered in full, how many can be so."""
    full = [each for each in assessments if each.entry.procedure.online.level is OnlineLevel.FULL]
    verdicts = Counter(each.verdict for each in full)
    if not full:
        return ""
    parts = listed(
        (verdicts[Verdict.FULL], _("{n} are without an obstacle found")),
        (verdicts[Verdict.FIXABLE] + verdicts[Verdict.PARTIAL], _("{n} fail a criterion")),
        (verdicts[Verdict.UNKNOWN], _("{n} cannot be judged for lack of data")),
    )
    return _("Of the {n} services offered in full, {parts}.").format(n=padded(len(full)), parts=parts)


def _levels(total: Outcome, of_full: str, see_tables: str) -> str:
    """How many are online services, whether those in full can be so, and how many more could be."""
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
    waiting = total.eligible - total.eligible_offered
    words = _("Of the {eligible} procedures without an obstacle found, {n} are not offered in full.") if waiting else ""
    return " ".join(filter(None, (sentence, of_full, words.format(eligible=padded(total.eligible), n=padded(waiting)))))


def in_the_way(
    catalogue: Catalogue,
    assessments: Sequence[Assessment],
    conflicts: Judged,
    regime: Regime,
    annexes: Sequence[Annex],
) -> list[Block]:
    """III. Every criterion, what contradicts itself, and what a person has to confirm."""
    if not assessments:
        return []
    found = sum(bool(each) for _assessment, each in conflicts)
    parts: list[tuple[str, list[Block]]] = [
        (_("By criterion"), bare(obstacles.criteria(assessments, regime))),
        (
            _("Offered and possible do not agree"),
            bare(obstacles.contradictions(conflicts, overview.without_vertical(catalogue, assessments))),
        ),
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
    catalogue: Catalogue,
    judged: Judged,
    total: Outcome,
    dossiers: Mapping[str, Dossiers] | None,
    annexes: Sequence[Annex],
) -> list[Block]:
    """IV. What can be offered in full at once, and what would make full services of those that lack one thing."""
    assessments = [each for each, _found in judged]
    at_once = chosen.not_offered(catalogue, judged)
    waiting = [
        titled(block, _("No obstacle found, not offered in full")) for block in at_once if isinstance(block, Table)
    ]
    opened = sum(fix.alone.procedures for fix in fixes(assessments))
    if not opened:
        return [*waiting, *bare(ways_on.blocks(assessments, dossiers, total.eligible))]
    words = _("Procedures that lack exactly one thing for full service: {n}{see}; what opens how many stands below.")
    return [
        *waiting,
        Paragraph(words.format(n=both(opened), see=see(annexes, "one_step_away"))),
        *bare(ways_on.blocks(assessments, dossiers, total.eligible)),
    ]
