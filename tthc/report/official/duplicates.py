"""The report on procedures that repeat or overlap each other, for an officer to sign."""

from collections import Counter
from collections.abc import Sequence

from tthc.analysis.duplicates.certain import Kind
from tthc.analysis.duplicates.competence import decider
from tthc.analysis.duplicates.findings import Repeat
from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.duplicates.survey import Survey
from tthc.analysis.online.criteria import Decider
from tthc.catalogue.model import Catalogue
from tthc.domain.decision import Judgement
from tthc.messages import _
from tthc.report import duplicates as page
from tthc.report.duplicates import words
from tthc.report.formula import Aggregate, Formula, Function
from tthc.report.model import Annex, Block, Heading, Note, Paragraph, Report
from tthc.report.official.common import Stated, letter, sources
from tthc.report.official.layout import (
    DECREE_63,
    edition,
    jurisdiction,
    limits,
    listed,
    proposals,
    recomputed_figures,
    sections,
    see,
)
from tthc.report.values import capital
from tthc.text import numbers
from tthc.text.spelled import both, padded


def report(catalogue: Catalogue, found: Survey, repeats: Sequence[Repeat], stated: Stated) -> Report:
    """The whole document. `repeats` are those to show of all that was found in the catalogue."""
    annexes = page.annexes(catalogue, found, repeats)
    about = _("Review of administrative procedures that repeat or overlap each other")
    body = sections(
        (_("General result"), _result(found, repeats, annexes)),
        (_("What was found, by kind"), _kinds(repeats, annexes)),
        (_("Decided by the reviewers"), _decided(found, annexes)),
        (_("Proposals"), _proposals(found, repeats)),
    )
    return Report(
        "duplicates",
        about,
        edition(catalogue),
        (Paragraph(_opening(catalogue)), *limits(catalogue, stated), *body),
        (*annexes, sources(catalogue, stated, _counted(found), _definitions())),
        letter(catalogue, about, [DECREE_63]),
        main="groups",
    )


def _opening(catalogue: Catalogue) -> str:
    return _(
        "All procedures in force of the catalogue of {name} were compared with each other by code, name, level, "
        "agency, legal basis, result and dossier. The results are as follows."
    ).format(name=jurisdiction(catalogue))


def _result(found: Survey, repeats: Sequence[Repeat], annexes: Sequence[Annex]) -> list[Block]:
    same = [repeat for repeat in repeats if repeat.relation is Relation.DUPLICATE]
    if not repeats:
        words_ = _("Of {n} procedures in force none was found to repeat or overlap another.")
        return [Paragraph(words_.format(n=both(len(found.entries))))]
    concerned = {id(entry) for repeat in same for entry in repeat.entries}
    sentence = (
        _("Of {n} procedures in force, {concerned} repeat or overlap each other (groups: {groups}){see}.")
        if same
        else _("Of {n} procedures in force none was found to repeat or overlap another.")
    ).format(
        n=both(len(found.entries)), concerned=both(len(concerned)), groups=both(len(same)), see=see(annexes, "groups")
    )
    if levels := sum(repeat.relation is Relation.LEVEL for repeat in repeats):
        text = _(
            "Pairs of the same content at two levels: {n}{see}; each level lists its own, and they "
            "are no duplicates by themselves."
        )
        sentence += " " + text.format(n=both(levels), see=see(annexes, "levels"))
    caveat = _(
        "The groups come from evidence, not from a decision: the officers in charge look at each of them, and nothing "
        "is merged or repealed by this report."
    )
    pairs: dict[str, Formula] = {"levels": Aggregate(Function.COUNT, "levels", "number")} if levels else {}
    figures = recomputed_figures(page.figures(found, repeats), pairs)
    return [Paragraph(sentence), figures, *page.by_kind(repeats), Note(caveat)]


def _kinds(repeats: Sequence[Repeat], annexes: Sequence[Annex]) -> list[Block]:
    """A paragraph for each kind: how many, what it means, what to do."""
    blocks: list[Block] = []
    counts = Counter(repeat.kind for repeat in repeats)
    for number, kind in enumerate((kind for kind in Kind if counts[kind]), start=1):
        blocks.append(Heading(f"{number}. {capital(words.kind(kind))}", 3))
        count = (_("Pairs found: {n}{see}.") if kind is Kind.LEVELS else _("Groups found: {n}{see}.")).format(
            n=both(counts[kind]), see=see(annexes, "levels" if kind is Kind.LEVELS else "groups")
        )
        blocks.append(Paragraph(f"{count} {_advice(kind)}"))
    return blocks


def _advice(kind: Kind) -> str:
    return {
        Kind.CODE: _("The records are the same procedure entered twice: keep the fuller one, take the other out."),
        Kind.RECORD: _(
            "The records agree in name, level and agency but not in their codes: keep the code that the national "
            "database has, take the other out."
        ),
        Kind.NAME_DRIFT: _(
            "One code names one procedure: take the name from the decision that announced it, for every record."
        ),
        Kind.DEADLINES: _(
            "The records come from different lists, as after a merger of provinces: settle one deadline and announce "
            "it. The shorter one is not the right one by itself."
        ),
        Kind.OVERLAP: _(
            "The same name stands at several agencies: settle who handles it, or tell the names apart by their scope."
        ),
        Kind.LEVELS: _(
            "They stay apart. Worth a look where a level has lost its competence, or where deadlines and papers differ "
            "without a reason."
        ),
        Kind.NEAR: _(
            "Act, object and scope agree in the names although the words do not: merge them if they are one "
            "procedure, else record that they are different, with the reason."
        ),
        Kind.REPEALED: _("A decision has ended them, or says so: check it, and take them out of the list in force."),
    }[kind]


def _decided(found: Survey, annexes: Sequence[Annex]) -> list[Block]:
    decided = found.decided
    if not decided.pairs and not decided.lost:
        return []
    counts = Counter(decision.verdict for decision in decided.pairs.values())
    sentences = []
    if counts:
        parts = (
            (counts[Judgement.SAME], _("{n} called one procedure")),
            (counts[Judgement.DIFFERENT], _("{n} called different")),
            (counts[Judgement.UNSURE], _("{n} still open")),
        )
        text = _("Pairs that the reviewers have decided on: {n}{see}, of these {parts}.")
        sentences.append(text.format(n=both(counts.total()), parts=listed(*parts), see=see(annexes, "verdicts")))
    if counts[Judgement.DIFFERENT]:
        sentences.append(_("Pairs called different are left out of the groups above."))
    blocks: list[Block] = [Paragraph(" ".join(sentences))] if sentences else []
    if again := len(decided.stale) + len(decided.lost):
        text = _("Verdicts to be looked at again, because a record has changed or is no longer there: {n}.")
        blocks.append(Note(text.format(n=padded(again))))
    return blocks


def _proposals(found: Survey, repeats: Sequence[Repeat]) -> list[Block]:
    by: dict[Decider, Counter[Kind]] = {each: Counter() for each in Decider}
    for repeat in repeats:
        by[decider(repeat)][repeat.kind] += 1
    own = [_step(kind, n) for kind, n in _ordered(by[Decider.PROVINCE])]
    confirmed = sum(decision.verdict is Judgement.SAME for decision in found.decided.pairs.values())
    if confirmed:
        text = _("Merge what the reviewers have called one procedure (pairs: {n}).")
        own.insert(0, text.format(n=padded(confirmed)))
    ministry = [_step(kind, n) for kind, n in _ordered(by[Decider.MINISTRY])]
    return proposals(own, ministry)


def _ordered(counts: Counter[Kind]) -> list[tuple[Kind, int]]:
    return [(kind, counts[kind]) for kind in Kind if counts[kind]]


def _step(kind: Kind, n: int) -> str:
    text = {
        Kind.CODE: _("Take out the records entered twice (groups: {n})."),
        Kind.RECORD: _("Settle the right code where name, level and agency are one (groups: {n})."),
        Kind.NAME_DRIFT: _("Settle one name where the code is one (groups: {n})."),
        Kind.DEADLINES: _("Settle one deadline where the code is one, and announce it (groups: {n})."),
        Kind.OVERLAP: _("Settle which agency is competent where the name is one (groups: {n})."),
        Kind.LEVELS: _("Look at the competence of each level where the content is the same (pairs: {n})."),
        Kind.NEAR: _("Merge, or tell apart by their names, procedures that seem to be one (groups: {n})."),
        Kind.REPEALED: _("Check procedures in force for which a decision says that they have ended ({n})."),
    }[kind]
    return text.format(n=padded(n))


def _counted(found: Survey) -> list[tuple[str, str]]:
    return [(_("Procedures in force, compared with each other"), numbers.count(len(found.entries)))]


def _definitions() -> list[tuple[str, str]]:
    return [
        (
            _("Duplicate"),
            _("one procedure listed more than once: act, object, scope and level agree, whatever the wording"),
        ),
        (_("Overlap"), _("one name at one level of several agencies")),
        (_("Same content, another level"), _("each level has a procedure of its own; no duplicate")),
        (
            _("Score"),
            _(
                "the points for and against one procedure, from 0 to 100, in the weakest pair of the group; they only "
                "order the groups: where act, object, scope or level differ, no score makes one procedure of two"
            ),
        ),
        (
            _("No duplicate"),
            _("procedures that differ in act (issue, reissue, extend, revoke …), object, scope or applicant"),
        ),
        (
            _("Who decides"),
            _("the province about its own list and what it has set; ministries about what they have announced"),
        ),
    ]
