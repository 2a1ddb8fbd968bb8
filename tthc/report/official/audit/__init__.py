"""The report on the review of a whole catalogue, for an officer to sign."""

from collections import Counter

from tthc.analysis.audit import Audit
from tthc.analysis.duplicates.competence import decider
from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.durations import Convention
from tthc.analysis.online.criteria import Decider
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.finding import Severity
from tthc.messages import _
from tthc.report.audit import steps
from tthc.report.model import Block, Note, Paragraph, Report
from tthc.report.official.audit import lists, parts
from tthc.report.official.audit.reviewed import Reviewed
from tthc.report.official.common import Stated, letter, sources
from tthc.report.official.findings import graded
from tthc.report.official.layout import DECREE_63, edition, jurisdiction, limits, proposals, sections
from tthc.report.online import ways_on
from tthc.text import numbers
from tthc.text.spelled import padded

__all__ = ["Reviewed", "report"]


def report(reviewed: Reviewed, stated: Stated, calendar: WorkingCalendar) -> Report:
    """The whole document: what was found, what to do by who decides, and the full lists behind it."""
    audit = reviewed.audit
    annexes = lists.annexes(audit, reviewed.survey, reviewed.repeats)
    body = sections(
        (_("Size of the catalogue"), parts.size_of(audit, annexes)),
        (_("Cuts of deadlines"), parts.cuts_of(audit, annexes)),
        (_("Online service"), parts.online_service(reviewed)),
        (_("Duplicates and overlaps"), parts.repeats(reviewed, annexes)),
        (_("Published figures, recomputed"), parts.published(audit)),
        (_("Quality of the data"), parts.quality(reviewed, annexes)),
        (_("What to do next"), _proposals(reviewed)),
    )
    about = _("Review of the catalogue of administrative procedures of {name}").format(
        name=jurisdiction(audit.catalogue)
    )
    last = sources(
        audit.catalogue, stated, _counted(reviewed), _definitions(), calendar=calendar, rules=len(reviewed.rules)
    )
    return Report(
        "audit",
        about,
        edition(audit.catalogue),
        (Paragraph(_opening(audit)), *limits(audit.catalogue, stated), *body),
        (*annexes, last),
        letter(audit.catalogue, about, [DECREE_63]),
        main=lists.LIST,
    )


def _opening(audit: Audit) -> str:
    return _(
        "The catalogue of administrative procedures of {name} was reviewed for its size, the cuts of deadlines, online "
        "service, duplicates and overlaps, the figures published about it and the quality of its data. The results are "
        "as follows."
    ).format(name=jurisdiction(audit.catalogue))


def _proposals(reviewed: Reviewed) -> list[Block]:
    audit = reviewed.audit
    by = Counter(decider(each) for each in reviewed.repeats if each.relation is not Relation.LEVEL)
    own = [step.sentence for step in steps.urgent(audit)]
    grave = Counter(finding.severity for finding in reviewed.findings)
    del grave[Severity.NOTE]
    if grave:
        own.append(_("Complete and correct the records by the {findings} found.").format(findings=graded(grave)))
    own += [step.sentence for step in steps.room(audit)]
    own += ways_on.measures(reviewed.assessments, Decider.PROVINCE)
    if by[Decider.PROVINCE]:
        words = _("Decide on the {n} groups of repeated procedures: keep one, merge or repeal.")
        own.append(words.format(n=padded(by[Decider.PROVINCE])))
    ministry = ways_on.measures(reviewed.assessments, Decider.MINISTRY)
    if by[Decider.MINISTRY]:
        words = _(
            "Merge, or tell apart by their names, procedures of one group that ministries have announced (groups: {n})."
        )
        ministry.append(words.format(n=padded(by[Decider.MINISTRY])))
    return proposals(own, ministry) or [Note(_("Nothing stands out."))]


def _counted(reviewed: Reviewed) -> list[tuple[str, str]]:
    audit = reviewed.audit
    return [
        (_("Procedures counted"), numbers.count(audit.overview.total)),
        (_("Deadlines compared (nominal)"), numbers.count(audit.cuts[Convention.NOMINAL].compared)),
        (_("Judged for online service"), numbers.count(len(reviewed.assessments))),
        (_("In force, compared with each other"), numbers.count(len(reviewed.survey.entries))),
    ]


def _definitions() -> list[tuple[str, str]]:
    return [
        (
            _("Rate of a cut"),
            _("(deadline by law − deadline of the province) / deadline by law; of a range, the longer end counts"),
        ),
        (_("Mean cut"), _("the rates of all procedures compared, added up and divided by their number")),
        (_("Nominal"), _("a day counts as a day, be it a working day or not")),
        (_("Full online"), _("as the catalogue states it, of the procedures for citizens and businesses")),
        (
            _("Group of duplicates"),
            _("procedures that evidence from codes, names and records takes for one; an officer decides"),
        ),
    ]
