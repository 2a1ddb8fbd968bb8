"""What stands in the way: contradictions, suggestions to confirm, criteria."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tthc.analysis.online.checks import Check, Source, Status
from tthc.analysis.online.contradictions import Contradiction, Kind
from tthc.analysis.online.criteria import Key, Regime
from tthc.analysis.online.verdict import Assessment
from tthc.messages import _
from tthc.report.model import Block, Cell, Column, Form, Heading, Note, table
from tthc.report.online import words
from tthc.report.term import Term


def contradictions(found: Sequence[tuple[Assessment, Sequence[Contradiction]]], note: str) -> list[Block]:
    """How often what is offered and what is possible do not agree. `note` says among which procedures."""
    rows: list[list[Cell]] = []
    for kind in Kind:
        hits = [(a, each) for a, conflicts in found for each in conflicts if each.kind is kind]
        if hits:
            certain = sum(each.certain for _a, each in hits)
            keys = [a.entry.key for a, _each in hits]
            rows.append([Term(kind, words.contradiction(kind)), certain, len(hits) - certain, words.codes(keys)])
    if not rows:
        return []
    columns = [
        Column("contradiction", _("Contradiction")),
        Column("certain", _("Certain"), Form.COUNT),
        Column("suggested", _("By the wording"), Form.COUNT),
        Column("examples", _("Procedures")),
    ]
    return [Heading(_("Offered and possible do not agree")), table("contradictions", "", columns, rows, note)]


def to_confirm(assessments: Iterable[Assessment]) -> list[Block]:
    """Where the wording suggests an obstacle that no field of the record states."""
    found: dict[Key, list[tuple[Assessment, Check]]] = {}
    for assessment in assessments:
        for check in assessment.checks:
            if check.to_confirm:
                found.setdefault(check.criterion.key, []).append((assessment, check))
    if not found:
        return []
    columns = [
        Column("criterion", _("Criterion")),
        Column("count", _("Procedures"), Form.COUNT),
        Column("example", _("For example")),
    ]
    rows: list[list[Cell]] = []
    for key, hits in found.items():
        assessment, check = hits[0]
        example = f"{assessment.entry.key}: “{check.quote}”" if check.quote else assessment.entry.key
        rows.append([Term(key, words.criterion(key)), len(hits), example])
    note = _(
        "Suggestions, never reasons: state in the record whether the applicant must be present, whether a check on the "
        "spot is required, and whether an original is asked for."
    )
    return [Heading(_("To be confirmed by a person")), table("to_confirm", "", columns, rows, note)]


def criteria(assessments: Sequence[Assessment], regime: Regime) -> list[Block]:
    """Every criterion: how often it is met, and its ground."""
    columns = [
        Column("criterion", _("Criterion")),
        Column("met", _("Met"), Form.COUNT),
        Column("by_wording", _("… not stated"), Form.COUNT),
        Column("not_met", _("Not met"), Form.COUNT),
        Column("unknown", _("Unknown"), Form.COUNT),
        Column("not_applicable", _("Does not apply"), Form.COUNT),
        Column("ground", _("Ground")),
    ]
    rows: list[list[Cell]] = []
    for index, criterion in enumerate(regime.criteria):
        found = [assessment.checks[index] for assessment in assessments]
        counts = Counter(check.status for check in found)
        unstated = sum(check.status is Status.MET and check.source is not Source.STATED for check in found)
        name = Term(criterion.key, words.criterion(criterion.key))
        cells: list[Cell] = [name, counts[Status.MET], unstated, counts[Status.NOT_MET]]
        rows.append([*cells, counts[Status.UNKNOWN], counts[Status.NOT_APPLICABLE], criterion.ground])
    blocks: list[Block] = [Heading(_("Criteria")), table("criteria", "", columns, rows)]
    if regime.outside:
        outside = "; ".join(regime.outside)
        blocks.append(Note(_("Asked by law, but not to be seen in a catalogue: {what}.").format(what=outside)))
    if not regime.verified:
        blocks.append(Note(_("The text of these provisions was not at hand; check the grounds before citing them.")))
    return blocks
