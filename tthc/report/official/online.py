"""The report on which procedures can be full online services, for an officer to sign."""

from collections.abc import Mapping, Sequence
from datetime import date

from tthc.analysis.online.contradictions import Contradiction, Kind, contradictions
from tthc.analysis.online.criteria import Decider, Regime
from tthc.analysis.online.figures import Outcome, outcome
from tthc.analysis.online.unlocking import fixes
from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.catalogue.model import Catalogue
from tthc.domain.statistics import Dossiers
from tthc.messages import _
from tthc.report.model import Annex, Block, Chart, Figure, Heading, Note, Paragraph, Report
from tthc.report.official import online_formulas as formulas
from tthc.report.official.common import Stated, letter, sources
from tthc.report.official.layout import (
    bare,
    edition,
    in_full,
    jurisdiction,
    limits,
    listed,
    proposals,
    recomputed,
    recomputed_figures,
    sections,
    see,
    share,
    titled,
)
from tthc.report.online import listing, obstacles, overview, ways_on
from tthc.text import numbers
from tthc.text.spelled import both, padded

Conflicts = Sequence[tuple[Assessment, Sequence[Contradiction]]]

_UNPUBLISHED = (Kind.PARTIAL_WITHOUT_REASON, Kind.PARTIAL_WITHOUT_BASIS, Kind.PARTIAL_FOR_ANOTHER_REASON)
_FALSELY_FULL = (
    Kind.FULL_WITH_PRESENCE,
    Kind.FULL_WITH_SITE_VISIT,
    Kind.FULL_WITHOUT_CHANNEL,
    Kind.FULL_WITHOUT_PAYMENT,
    Kind.FULL_WITHOUT_FORM,
    Kind.FULL_WITHOUT_DELIVERY,
)


def report(
    catalogue: Catalogue, assessments: Sequence[Assessment], regime: Regime, as_of: date, stated: Stated
) -> Report:
    """The whole document: verdicts and rates, what stands in the way, what opens the most, and who decides."""
    dossiers = catalogue.dossiers() or None
    total = outcome(assessments, dossiers)
    conflicts = [(each, contradictions(each, regime, as_of)) for each in assessments]
    annexes = _annexes(catalogue, assessments, conflicts, dossiers)
    about = _("Review of administrative procedures for full online service")
    body = sections(
        (_("General result"), _result(catalogue, total, annexes)),
        (_("Levels of online service"), _offered(assessments, total, regime, dossiers, annexes)),
        (_("What stands in the way"), _obstacles(assessments, conflicts, regime, annexes)),
        (_("What can become full online service"), _ways(assessments, total, dossiers, annexes)),
        (_("Proposals"), _proposals(assessments, conflicts)),
    )
    return Report(
        "online",
        about,
        edition(catalogue),
        (Paragraph(_opening(catalogue, regime, as_of)), *limits(stated), *body),
        (*annexes, sources(catalogue, stated, _counted(catalogue, total), _definitions(regime))),
        letter(catalogue, about, _grounds(regime)),
        highlights=_highlights(total),
    )


def _highlights(total: Outcome) -> tuple[Figure, ...]:
    """What is published first: how much is offered online, in full, and of what could be in full."""
    if not total.total:
        return ()
    first = ("online_rate", "full_of_online", "full_of_eligible")
    return tuple(figure for figure in overview.rates(total).items if figure.key in first and figure.value is not None)


def _grounds(regime: Regime) -> list[str]:
    """The decree of the day, where its text was read."""
    return [f"Căn cứ {in_full(regime.reference)} của Chính phủ"] if regime.verified else []


def _opening(catalogue: Catalogue, regime: Regime, as_of: date) -> str:
    return _(
        "The administrative procedures of {name} were judged by {reference} as of {date}: which of them can be full "
        "online services, and what stands in the way of the others. The results are as follows."
    ).format(name=jurisdiction(catalogue), reference=in_full(regime.reference), date=numbers.calendar_date(as_of))


def _annexes(
    catalogue: Catalogue,
    assessments: Sequence[Assessment],
    conflicts: Conflicts,
    dossiers: Mapping[str, Dossiers] | None,
) -> tuple[Annex, ...]:
    found = fixes(assessments, dossiers)
    parts: list[tuple[str, Sequence[Block], bool]] = [
        (
            _("Procedures judged for full online service"),
            [listing.procedures(catalogue, assessments, dossiers)],
            bool(assessments),
        ),
        (
            _("Procedures one step away from full online service"),
            [listing.one_step_away(catalogue, found, dossiers)],
            any(fix.opened for fix in found),
        ),
        (
            _("Procedures offered otherwise than they can be"),
            [listing.contradictions(catalogue, conflicts)],
            any(each for _assessment, each in conflicts),
        ),
        (
            _("Figures by field"),
            [recomputed(overview.fields(assessments, dossiers), formulas.group("field"))],
            bool(assessments),
        ),
        (
            _("Figures by agency"),
            [recomputed(overview.agencies(catalogue, assessments, dossiers), formulas.group("agency"))],
            bool(assessments),
        ),
    ]
    return tuple(Annex(title, tuple(blocks)) for title, blocks, any_ in parts if any_)


def _result(catalogue: Catalogue, total: Outcome, annexes: Sequence[Annex]) -> list[Block]:
    if not total.total:
        return [Paragraph(_("There is no procedure to judge: all are internal, repealed or of vertical agencies."))]
    left = len(catalogue.entries) - total.total
    words = _("{total} procedures were judged{see}: {verdicts}. None of them is eligible for full service.")
    if total.eligible:
        words = _(
            "{total} procedures were judged{see}: {verdicts}. Those eligible for full service are {rate} of all judged."
        )
    words = words.format(
        total=both(total.total),
        rate=share(total.eligible, total.total),
        verdicts=judged(total.verdicts),
        see=see(annexes, formulas.LIST),
    )
    blocks: list[Block] = [
        Paragraph(words),
        recomputed(overview.verdicts(total), formulas.verdicts()),
        Chart(_("Verdicts"), "verdicts", "verdict", "count"),
    ]
    if left:
        text = _("{n} left out: internal, repealed, or of vertical agencies.")
        blocks.append(Note(text.format(n=padded(left))))
    if total.assumed:
        text = _("Of those eligible, {n} rest in part on their wording or on silence, not on what the record states.")
        blocks.append(Note(text.format(n=padded(total.assumed))))
    blocks.append(
        Note(_("What is read from the wording of a record is a suggestion; it counts once a person has confirmed it."))
    )
    return blocks


def judged(verdicts: Mapping[Verdict, int]) -> str:
    """How many procedures there are of each verdict, in a row."""
    return listed(
        (verdicts[Verdict.FULL], _("{n} eligible for full service")),
        (verdicts[Verdict.FIXABLE], _("{n} not eligible yet, for want of what can be put right")),
        (verdicts[Verdict.PARTIAL], _("{n} rightly partial")),
        (verdicts[Verdict.INFORMATION], _("{n} with information only, for a stated reason")),
        (verdicts[Verdict.UNKNOWN], _("{n} not to be judged for lack of data")),
    )


def _offered(
    assessments: Sequence[Assessment],
    total: Outcome,
    regime: Regime,
    dossiers: Mapping[str, Dossiers] | None,
    annexes: Sequence[Annex],
) -> list[Block]:
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


def _obstacles(
    assessments: Sequence[Assessment], conflicts: Conflicts, regime: Regime, annexes: Sequence[Annex]
) -> list[Block]:
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


def _ways(
    assessments: Sequence[Assessment],
    total: Outcome,
    dossiers: Mapping[str, Dossiers] | None,
    annexes: Sequence[Annex],
) -> list[Block]:
    opened = sum(fix.alone.procedures for fix in fixes(assessments))
    if not opened:
        return bare(ways_on.blocks(assessments, dossiers, total.eligible))
    words = _("Procedures that lack exactly one thing for full service: {n}{see}; what opens how many stands below.")
    return [
        Paragraph(words.format(n=both(opened), see=see(annexes, "one_step_away"))),
        *bare(ways_on.blocks(assessments, dossiers, total.eligible)),
    ]


def _proposals(assessments: Sequence[Assessment], conflicts: Conflicts) -> list[Block]:
    own = [text for text in (ways_on.offer(conflicts), _publish(conflicts), _correct(conflicts)) if text]
    own += ways_on.measures(assessments, Decider.PROVINCE)
    own += [text for text in (ways_on.confirm(assessments), _complete(assessments)) if text]
    return proposals(own, ways_on.measures(assessments, Decider.MINISTRY))


def _publish(conflicts: Conflicts) -> str:
    n = _number(conflicts, _UNPUBLISHED)
    words = _(
        "Publish the reason of partial services, and the provision of the sector's law where it "
        "is needed (services: {n})."
    )
    return words.format(n=padded(n)) if n else ""


def _correct(conflicts: Conflicts) -> str:
    n = _number(conflicts, _FALSELY_FULL)
    words = _("Look again at services stated to be full that do not seem to meet a criterion (services: {n}).")
    return words.format(n=padded(n)) if n else ""


def _complete(assessments: Sequence[Assessment]) -> str:
    n = sum(each.verdict is Verdict.UNKNOWN for each in assessments)
    words = _("Complete the records of procedures of which not enough is known (procedures: {n}).")
    return words.format(n=padded(n)) if n else ""


def _number(conflicts: Conflicts, kinds: Sequence[Kind]) -> int:
    return sum(any(each.kind in kinds for each in found) for _assessment, found in conflicts)


def _counted(catalogue: Catalogue, total: Outcome) -> list[tuple[str, str]]:
    return [
        (_("Procedures in the catalogue"), numbers.count(len(catalogue.entries))),
        (_("Judged for online service"), numbers.count(total.total)),
        (_("Dossiers received"), numbers.count(total.received) if total.received is not None else ""),
    ]


def _definitions(regime: Regime) -> list[tuple[str, str]]:
    return [
        (_("Law applied"), regime.reference),
        (_("Eligible for full service"), _("every criterion is met")),
        (_("Rightly partial"), _("partial for one of the reasons the law knows, stated with what it needs")),
        (_("Not yet"), _("a criterion is not met that can be put right")),
        (_("One step away"), _("exactly one criterion is not met, and all others are known")),
        (
            _("Base of the rates"),
            _("printed with each rate: all judged, those online, all but information only, or those eligible"),
        ),
    ]
