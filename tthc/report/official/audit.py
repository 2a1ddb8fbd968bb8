"""The report on the review of a whole catalogue, for an officer to sign."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tthc.analysis.audit import Audit
from tthc.analysis.claims import Verdict as Standing
from tthc.analysis.cuts import Summary
from tthc.analysis.duplicates.competence import decider
from tthc.analysis.duplicates.findings import Repeat
from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.duplicates.survey import Survey
from tthc.analysis.durations import Convention
from tthc.analysis.online.criteria import Decider, Regime
from tthc.analysis.online.verdict import Assessment
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.finding import Finding, Severity
from tthc.domain.level import OnlineLevel
from tthc.lint.rule import Rule
from tthc.messages import _
from tthc.report import duplicates, findings
from tthc.report.audit import cuts, online, problems, size, steps
from tthc.report.model import Annex, Block, Chart, Figures, Note, Paragraph, Report
from tthc.report.official import audit_annexes as lists
from tthc.report.official.common import Stated, letter, sources
from tthc.report.official.findings import graded
from tthc.report.official.layout import (
    DECREE_63,
    edition,
    in_full,
    jurisdiction,
    limits,
    listed,
    proposals,
    recomputed_figures,
    sections,
    see,
    share,
    titled,
    without_zeros,
)
from tthc.report.official.online import judged
from tthc.report.online import ways_on
from tthc.text import numbers
from tthc.text.spelled import both, padded

_SEVERITIES = tuple(severity.key for severity in findings.SEVERITIES)
_LARGEST = 10  # fields in the chart


@dataclass(frozen=True, slots=True)
class Reviewed:
    """All that was found out about a catalogue."""

    audit: Audit
    assessments: Sequence[Assessment]
    regime: Regime | None  # None for a day before the first law of online service
    survey: Survey
    repeats: Sequence[Repeat]
    findings: Sequence[Finding]
    rules: Mapping[str, Rule]


def report(reviewed: Reviewed, stated: Stated, calendar: WorkingCalendar) -> Report:
    """The whole document: what was found, what to do by who decides, and the full lists behind it."""
    audit = reviewed.audit
    annexes = lists.annexes(audit, reviewed.survey, reviewed.repeats)
    body = sections(
        (_("Size of the catalogue"), _size(audit, annexes)),
        (_("Cuts of deadlines"), _cuts(audit, annexes)),
        (_("Online service"), _online(reviewed)),
        (_("Duplicates and overlaps"), _repeats(reviewed, annexes)),
        (_("Published figures, recomputed"), _claims(audit)),
        (_("Quality of the data"), _quality(reviewed, annexes)),
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
        (Paragraph(_opening(audit)), *limits(stated), *body),
        (*annexes, last),
        letter(audit.catalogue, about, [DECREE_63]),
    )


def _opening(audit: Audit) -> str:
    return _(
        "The catalogue of administrative procedures of {name} was reviewed for its size, the cuts of deadlines, online "
        "service, duplicates and overlaps, the figures published about it and the quality of its data. The results are "
        "as follows."
    ).format(name=jurisdiction(audit.catalogue))


def _size(audit: Audit, annexes: Sequence[Annex]) -> list[Block]:
    counts = audit.overview
    if not counts.total:
        return [Paragraph(_("The catalogue has no procedures."))]
    words = _(
        "The catalogue has {total} administrative procedures: {parts}. They belong to {fields} fields; {agencies} "
        "agencies are in charge of them{see}."
    ).format(
        total=both(counts.total),
        parts=listed(
            (counts.citizens, _("{n} for citizens and businesses that the province's own agencies handle")),
            (counts.internal, _("{n} internal")),
            (counts.vertical, _("{n} of vertical agencies")),
        ),
        fields=padded(len({row.entry.field for row in audit.rows})),
        agencies=padded(len({row.entry.agency for row in audit.rows})),
        see=see(annexes, lists.LIST, "fields", "agencies"),
    )
    return [
        Paragraph(words),
        recomputed_figures(size.figures(audit), lists.figures(), lists.definitions()),
        titled(lists.division(size.levels(audit), "level"), _("By level")),
        Chart(_("The fields with the most procedures"), "fields", "name", "total", _LARGEST),
    ]


def _cuts(audit: Audit, annexes: Sequence[Annex]) -> list[Block]:
    nominal = audit.cuts[Convention.NOMINAL]
    if nominal.mean_compared is None:
        return [Paragraph(_("The catalogue has no deadlines that could be compared.")), *cuts.notes(audit)]
    words = _(
        "Of {citizens} procedures for citizens and businesses, {compared} state a legal and a local deadline that can "
        "be compared by the nominal convention{see}."
    )
    sentences = [
        words.format(
            citizens=padded(audit.overview.citizens), compared=both(nominal.compared), see=see(annexes, lists.LIST)
        ),
        _cut(nominal),
        _kept(nominal, see(annexes, "uncut")),
        _longer(sum(n for _grade, n in nominal.overruns), see(annexes, "overruns")),
    ]
    figures = recomputed_figures(Figures(cuts.averages(audit)), lists.figures(), lists.definitions())
    return [Paragraph(" ".join(filter(None, sentences))), figures, *cuts.targets(audit), *cuts.notes(audit)]


def _cut(nominal: Summary) -> str:
    if not nominal.cut or nominal.mean_compared is None:
        return _("None of these is cut.")
    return _("{cut} of these are cut ({rate}); the mean cut over all compared is {mean}.").format(
        cut=both(nominal.cut),
        rate=share(nominal.cut, nominal.compared),
        mean=numbers.percent(nominal.mean_compared),
    )


def _kept(nominal: Summary, see_list: str) -> str:
    if not nominal.kept:
        return ""
    words = _("Not cut: {n}{see}.")
    if nominal.no_room:
        words = _("Not cut: {n}, of which {no_room} with no room left{see}.")
    return words.format(n=both(nominal.kept), no_room=padded(nominal.no_room), see=see_list)


def _longer(n: int, see_list: str) -> str:
    if not n:
        return _("No deadline of the province was found to be longer than the law sets.")
    words = _(
        "Counted on the working calendar too, deadlines of the province that are, or on some days of receipt may be, "
        "longer than the law sets: {n}{see}."
    )
    return words.format(n=both(n), see=see_list)


def _online(reviewed: Reviewed) -> list[Block]:
    counts, verdicts = reviewed.audit.overview, Counter(each.verdict for each in reviewed.assessments)
    full = counts.online.get(OnlineLevel.FULL, 0)
    blocks: list[Block] = []
    if counts.citizens:
        words = (
            _(
                "Of {citizens} procedures for citizens and businesses, {full} are stated to be full online services "
                "({rate})."
            )
            if full
            else _("Of {citizens} procedures for citizens and businesses, none is stated to be a full online service.")
        ).format(
            citizens=padded(counts.citizens),
            full=both(full),
            rate=share(full, counts.citizens),
        )
        states = lists.states(online.states(reviewed.audit))
        blocks += [Paragraph(words), states, Chart(_("Levels of online service"), "online", "state", "count")]
    if reviewed.assessments and reviewed.regime:
        words = _(
            "Judged by {reference}, of {n} procedures there are {verdicts}. What is read from the wording is a "
            "suggestion that a person has to confirm."
        ).format(
            reference=in_full(reviewed.regime.reference),
            n=padded(len(reviewed.assessments)),
            verdicts=judged(verdicts),
        )
        blocks.append(Paragraph(words))
    return blocks


def _repeats(reviewed: Reviewed, annexes: Sequence[Annex]) -> list[Block]:
    if not reviewed.repeats:
        return [Paragraph(_("No procedure was found to be listed more than once."))]
    same = [repeat for repeat in reviewed.repeats if repeat.relation is Relation.DUPLICATE]
    concerned = {id(entry) for repeat in same for entry in repeat.entries}
    levels = sum(repeat.relation is Relation.LEVEL for repeat in reviewed.repeats)
    sentences = []
    if same:
        words = _(
            "Groups that show signs of being listed more than once or of overlapping: {n}, with "
            "{procedures} procedures{see}; officers decide on each."
        )
        count = padded(len(concerned))
        sentences.append(words.format(n=both(len(same)), procedures=count, see=see(annexes, "groups")))
    if levels:
        words = _("Pairs of the same content at two levels, which is no duplicate by itself: {n}.")
        sentences.append(words.format(n=both(levels)))
    return [Paragraph(" ".join(sentences)), *duplicates.by_kind(reviewed.repeats)]


def _claims(audit: Audit) -> list[Block]:
    if not audit.claims:
        return []
    verdicts = Counter(checked.verdict for checked in audit.claims)
    wrong = verdicts[Standing.DOES_NOT_HOLD] + verdicts[Standing.IMPOSSIBLE]
    words = _("Published figures recomputed from the catalogue: {n}, of these {parts}.").format(
        n=both(len(audit.claims)),
        parts=listed(
            (verdicts[Standing.HOLDS], _("{n} right")),
            (wrong, _("{n} not right")),
            (verdicts[Standing.CANNOT_BE_CHECKED], _("{n} not to be checked")),
        ),
    )
    return [Paragraph(words), problems.claims_table(audit)]


def _quality(reviewed: Reviewed, annexes: Sequence[Annex]) -> list[Block]:
    counts = Counter(finding.severity for finding in reviewed.findings)
    if not counts:
        words = _("{rules} rules were applied to every record; nothing was found.")
        return [Paragraph(words.format(rules=numbers.count(len(reviewed.rules))))]
    words = _("{rules} rules were applied to every record; they found {parts}{see}.").format(
        rules=numbers.count(len(reviewed.rules)), parts=graded(counts), see=see(annexes, "findings")
    )
    return [Paragraph(words), without_zeros(findings.by_rule(reviewed.findings, reviewed.rules), _SEVERITIES)]


def _proposals(reviewed: Reviewed) -> list[Block]:
    audit = reviewed.audit
    by = Counter(decider(each) for each in reviewed.repeats if each.relation is not Relation.LEVEL)
    own = [step for step, _command in steps.urgent(audit)]
    grave = sum(finding.severity is not Severity.NOTE for finding in reviewed.findings)
    if grave:
        own.append(_("Complete and correct the records by the {n} errors and warnings found.").format(n=padded(grave)))
    own += [step for step, _command in steps.room(audit)]
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
