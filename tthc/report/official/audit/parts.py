"""The parts of the review: size, cuts, online service, repetitions, published figures, quality of the data."""

from collections import Counter
from collections.abc import Sequence

from tthc.analysis.audit import Audit
from tthc.analysis.claims import Verdict as Standing
from tthc.analysis.cuts import Longer, Summary
from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.durations import Convention, Overrun
from tthc.domain.level import OnlineLevel
from tthc.messages import _, ngettext
from tthc.report import duplicates, findings
from tthc.report.audit import cuts, online, problems, size
from tthc.report.cuts.words import lengthened
from tthc.report.model import Annex, Block, Chart, Figures, Paragraph
from tthc.report.official.audit import lists
from tthc.report.official.audit.reviewed import Reviewed
from tthc.report.official.findings import graded
from tthc.report.official.layout import (
    in_full,
    listed,
    recomputed_figures,
    see,
    share,
    titled,
    without_zeros,
)
from tthc.report.official.online import judged
from tthc.text import numbers
from tthc.text.spelled import both, padded

_SEVERITIES = tuple(severity.key for severity in findings.SEVERITIES)
_LARGEST = 10  # fields in the chart


def size_of(audit: Audit, annexes: Sequence[Annex]) -> list[Block]:
    """I. How many procedures there are, and how they divide."""
    counts = audit.overview
    gone = _not_in_force(counts.not_in_force, see(annexes, lists.NOT_IN_FORCE))
    if not counts.total:
        return [Paragraph(" ".join(filter(None, (_("The catalogue has no procedures in force."), gone))))]
    words = _(
        "The catalogue has {total} administrative procedures in force: {parts}. They belong to {fields} fields; "
        "{agencies} agencies are in charge of them{see}."
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
        Paragraph(" ".join(filter(None, (words, gone)))),
        recomputed_figures(size.figures(audit), lists.figures(), lists.definitions()),
        titled(lists.division(size.levels(audit), "level"), _("By level")),
        Chart(_("The fields with the most procedures"), "fields", "name", "total", _LARGEST),
    ]


def _not_in_force(n: int, see_list: str) -> str:
    if not n:
        return ""
    words = ngettext(
        "{n} more record is of a procedure repealed or replaced, which is counted nowhere else{see}.",
        "{n} more records are of procedures repealed or replaced, which are counted nowhere else{see}.",
        n,
    )
    return words.format(n=both(n), see=see_list)


def cuts_of(audit: Audit, annexes: Sequence[Annex]) -> list[Block]:
    """II. How far deadlines are cut, against the targets."""
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
        _longer(nominal, see(annexes, "overruns")),
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


def _longer(nominal: Summary, see_list: str) -> str:
    """Those that are longer, with how it came; those among them without a rate; and those that may be longer."""
    without = dict(nominal.longer).get(Longer.NO_RATE, 0)
    unsure = sum(n for grade, n in nominal.overruns if grade is not Overrun.CERTAIN)
    if not nominal.lengthened and not without and not unsure:
        return _("No deadline of the province was found to be longer than the law sets.")
    how = lengthened(nominal)
    sentences = (
        (nominal.lengthened, _("Longer than the law sets: {n}{how}{see}.")),
        (without, _("Without a rate, and longer than the law sets: {n}{see}.")),
        (unsure, _("Perhaps longer, depending on the day of receipt or on the case, and to be checked: {n}{see}.")),
    )
    return " ".join(text.format(n=both(n), how=f", {how}" if how else "", see=see_list) for n, text in sentences if n)


def online_service(reviewed: Reviewed) -> list[Block]:
    """III. What is offered online, and what could be."""
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


def repeats(reviewed: Reviewed, annexes: Sequence[Annex]) -> list[Block]:
    """IV. What stands more than once."""
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


def published(audit: Audit) -> list[Block]:
    """V. Figures published before, recomputed."""
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


def quality(reviewed: Reviewed, annexes: Sequence[Annex]) -> list[Block]:
    """VI. What the rules found in the data."""
    counts = Counter(finding.severity for finding in reviewed.findings)
    if not counts:
        words = _("{rules} rules were applied to every record; nothing was found.")
        return [Paragraph(words.format(rules=numbers.count(len(reviewed.rules))))]
    words = _("{rules} rules were applied to every record; they found {parts}{see}.").format(
        rules=numbers.count(len(reviewed.rules)), parts=graded(counts), see=see(annexes, "findings")
    )
    return [Paragraph(words), without_zeros(findings.by_rule(reviewed.findings, reviewed.rules), _SEVERITIES)]
