"""The report on which procedures can be full online services, for an officer to sign."""

from collections.abc import Mapping, Sequence
from datetime import date

from tthc.analysis.online.choice import Judged
from tthc.analysis.online.contradictions import contradictions
from tthc.analysis.online.criteria import Regime
from tthc.analysis.online.figures import Outcome, outcome
from tthc.analysis.online.unlocking import fixes
from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.catalogue.model import Catalogue
from tthc.domain.statistics import Dossiers
from tthc.messages import _
from tthc.report.model import Annex, Block, Chart, Figure, Note, Paragraph, Report
from tthc.report.official.common import Stated, letter, sources
from tthc.report.official.layout import edition, in_full, jurisdiction, limits, listed, recomputed, sections, see, share
from tthc.report.official.online import formulas, parts, proposals
from tthc.report.online import listing, overview
from tthc.text import numbers
from tthc.text.spelled import both, padded


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
        (_("General result"), _result(catalogue, assessments, total, annexes)),
        (_("Levels of online service"), parts.offered(assessments, total, regime, dossiers, annexes)),
        (_("What stands in the way"), parts.in_the_way(catalogue, assessments, conflicts, regime, annexes)),
        (_("What can become full online service"), parts.ways(catalogue, conflicts, total, dossiers, annexes)),
        (_("Proposals"), proposals.blocks(assessments, conflicts)),
    )
    return Report(
        "online",
        about,
        edition(catalogue),
        (Paragraph(_opening(catalogue, regime, as_of)), *limits(catalogue, stated), *body),
        (*annexes, sources(catalogue, stated, _counted(catalogue, total), _definitions(regime))),
        letter(catalogue, about, _grounds(regime)),
        highlights=_highlights(total),
        main=formulas.LIST,
    )


def _highlights(total: Outcome) -> tuple[Figure, ...]:
    """What is published first: how much is offered online, and how much of that in full.

    Not how much is offered of what could be: a rate near 100 % next to these reads as if all were in order.
    """
    if not total.total:
        return ()
    first = ("online_rate", "full_of_online")
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
    conflicts: Judged,
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


def _result(
    catalogue: Catalogue, assessments: Sequence[Assessment], total: Outcome, annexes: Sequence[Annex]
) -> list[Block]:
    if not total.total:
        return [Paragraph(_("There is no procedure to judge: all are internal, repealed or of vertical agencies."))]
    words = _("{total} procedures were judged{see}: {verdicts}. None of them is without an obstacle to full service.")
    if total.eligible:
        words = _(
            "{total} procedures were judged{see}: {verdicts}. Those without an obstacle found are {rate} of all judged"
            "; confirmed: {confirmed}, yet to be confirmed by a person: {assumed}."
        )
    words = words.format(
        total=both(total.total),
        rate=share(total.eligible, total.total),
        confirmed=padded(total.confirmed),
        assumed=padded(total.assumed),
        verdicts=judged(total.verdicts),
        see=see(annexes, formulas.LIST),
    )
    blocks: list[Block] = [
        Paragraph(words),
        recomputed(overview.verdicts(total), formulas.verdicts()),
        Chart(_("Verdicts"), "verdicts", "verdict", "count"),
        *overview.left_out(catalogue, assessments),
        *overview.assumed(total),
    ]
    blocks.append(
        Note(_("What is read from the wording of a record is a suggestion; it counts once a person has confirmed it."))
    )
    return blocks


def judged(verdicts: Mapping[Verdict, int]) -> str:
    """How many procedures there are of each verdict, in a row."""
    return listed(
        (verdicts[Verdict.FULL], _("{n} without an obstacle found")),
        (verdicts[Verdict.FIXABLE], _("{n} not eligible yet, for want of what can be put right")),
        (verdicts[Verdict.PARTIAL], _("{n} rightly partial")),
        (verdicts[Verdict.INFORMATION], _("{n} with information only, for a stated reason")),
        (verdicts[Verdict.UNKNOWN], _("{n} not to be judged for lack of data")),
    )


def _counted(catalogue: Catalogue, total: Outcome) -> list[tuple[str, str]]:
    return [
        (_("Records in the catalogue"), numbers.count(len(catalogue.entries))),
        (_("Judged for online service"), numbers.count(total.total)),
        (_("Dossiers received"), numbers.count(total.received) if total.received is not None else ""),
    ]


def _definitions(regime: Regime) -> list[tuple[str, str]]:
    return [
        (_("Law applied"), regime.reference),
        (_("No obstacle found"), _("every criterion is met, also where the record only says nothing against it")),
        (_("Rightly partial"), _("partial for one of the reasons the law knows, stated with what it needs")),
        (_("Not yet"), _("a criterion is not met that can be put right")),
        (_("One step away"), _("exactly one criterion is not met, and all others are known")),
        (
            _("Base of the rates"),
            _(
                "printed with each rate: all judged, those online, all but information only, or those without an "
                "obstacle found"
            ),
        ),
    ]
