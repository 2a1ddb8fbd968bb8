"""The report on reviewing and cutting the deadlines of procedures, for an officer to sign."""

from collections.abc import Sequence

from tthc.analysis.cuts import counted_and_apart, rows
from tthc.analysis.durations import Convention
from tthc.analysis.plan import Plan
from tthc.catalogue.model import Catalogue
from tthc.domain.calendar import WorkingCalendar
from tthc.messages import _
from tthc.report.cuts import annex, outlook
from tthc.report.cuts.overruns import longer_deadlines
from tthc.report.model import Annex, Block, Letter, Paragraph, Report
from tthc.report.official.citation import cited
from tthc.report.official.common import Stated, letter, sources
from tthc.report.official.cuts import averages, competence, definitions, examples, groups, remaining, targets
from tthc.report.official.cuts.matter import Matter, matter
from tthc.report.official.layout import DECREE_63, edition, jurisdiction, limits, sections
from tthc.text import numbers

IN_TEXT = 20  # a table of more fields stands in an annex


def report(
    catalogue: Catalogue,
    stated: Stated,
    convention: Convention,
    calendar: WorkingCalendar,
    *,
    internal: bool | None = None,
) -> Report:
    """The whole document: on internal procedures where these are asked for, else on those for citizens and businesses;
    the others stand apart."""
    counted, apart = counted_and_apart(rows(catalogue.entries, calendar, catalogue.received()), internal=internal)
    found = matter(catalogue, counted, apart, convention)
    plan = competence.plan_of(found)
    annexes = _annexes(found, plan)
    return Report(
        "cuts",
        _("Review and cuts of the deadlines of administrative procedures"),
        edition(catalogue),
        (
            *_opening(catalogue, stated),
            *sections(
                (_("General result"), averages.blocks(found, annexes)),
                (_("Against the targets"), targets.blocks(found)),
                (_("By field, agency and level"), groups.blocks(found, annexes)),
                (_("The largest and the smallest cuts"), examples.blocks(found)),
                (_("Not compared, longer than the law, counted apart"), remaining.blocks(found, annexes)),
                (_("Competence and proposals"), competence.blocks(found, plan, annexes)),
            ),
            Paragraph(_("This is the result of reviewing and cutting the deadlines of administrative procedures.")),
        ),
        (
            *annexes,
            sources(catalogue, stated, definitions.counted(found), definitions.definitions(found), calendar=calendar),
        ),
        _letter(found),
        averages.highlights(found),
        main=annex.KEY,
    )


def _letter(found: Matter) -> Letter:
    stated = [target.ground for target in found.catalogue.manifest.targets if target.ground]
    documents = found.catalogue.documents
    grounds = [f"Căn cứ {cited(ground.removeprefix('Căn cứ').strip(), documents)}" for ground in stated]
    return letter(
        found.catalogue,
        _("Review and cuts of the deadlines of administrative procedures"),
        [DECREE_63, *grounds] if found.under_decree else grounds,
    )


def _opening(catalogue: Catalogue, stated: Stated) -> Sequence[Block]:
    day = catalogue.manifest.edition
    words = (
        _("On the basis of the catalogue of administrative procedures of {province} as of {date},").format(
            province=jurisdiction(catalogue), date=numbers.calendar_date(day)
        )
        if day
        else _("On the basis of the catalogue of administrative procedures of {province},").format(
            province=jurisdiction(catalogue)
        )
    )
    result = _("the result of reviewing and cutting their deadlines is as follows.")
    return [Paragraph(f"{words} {result}"), *limits(catalogue, stated)]


def _annexes(found: Matter, plan: Plan | None) -> tuple[Annex, ...]:
    """Every procedure; what is large or grave enough for an annex of its own; the figures."""
    annexes = [Annex(_("Cuts by procedure"), (annex.table(found.catalogue, found.rows, found.convention),))]
    fields = groups.by_field(found)
    if len(fields.rows) > IN_TEXT:
        annexes.append(Annex(_("Cuts by field"), (fields,)))
    if longer := longer_deadlines(found.rows):
        annexes.append(Annex(_("Local deadlines longer than the legal ones"), (longer,)))
    if plan and plan.moves:
        annexes.append(Annex(_("Further cuts reckoned to reach the target"), tuple(outlook.planned(plan))))
    annexes.append(Annex(_("Figures of this report"), (averages.figures(found),)))
    return tuple(annexes)
