"""What deadline texts mean, what in them was not counted and why, and when they end."""

from collections.abc import Sequence
from dataclasses import dataclass

from tthc.analysis.due import DueLine
from tthc.domain.deadline import Deadline, Kind, Span
from tthc.messages import _
from tthc.report import due, labels
from tthc.report.model import Block, Cell, Column, Form, Note, Report, table
from tthc.report.term import Term
from tthc.text.deadline import render
from tthc.text.deadline.reasons import Reason

Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """One text, what it means, and its due dates where a day of receipt was given."""

    deadline: Deadline
    due: tuple[DueLine, ...] = ()


def report(texts: Sequence[Understood]) -> Report:
    """All texts in one report, each with its number."""
    number = Column("text", _("Text"), Form.COUNT)
    numbered = list(enumerate(texts, 1))
    rows: list[Cells] = [(n, text.deadline.text, *_summary(text.deadline)) for n, text in numbered]
    columns = [number, Column("words", _("Words")), Column("kind", _("Kind")), Column("meaning", _("Meaning"))]
    blocks: list[Block] = [table("texts", "", [*columns, Column("start", _("Starts"))], rows)]
    parts: list[Cells] = [(n, *row) for n, text in numbered for row in _parts(text)]
    if parts:
        blocks.append(table("parts", _("What counts"), [number, *_part_columns()], parts))
    ignored: list[Cells] = [(n, *row) for n, text in numbered for row in _ignored(text.deadline)]
    if ignored:
        blocks.append(table("ignored", _("What does not count, and why"), [number, *_ignored_columns()], ignored))
    return Report("deadline", _("What the deadline texts mean"), "", tuple(blocks))


def report_of(text: Understood) -> Report:
    """One text in a report of its own, under the words themselves."""
    meaning, start = _summary(text.deadline)[1:]
    blocks: list[Block] = [Note(_("Starts: {event}").format(event=start))] if start else []
    parts, ignored = _parts(text), _ignored(text.deadline)
    if parts:
        columns = _part_columns()
        used = [i for i in range(len(columns)) if any(row[i] for row in parts)]
        blocks.append(table("parts", "", [columns[i] for i in used], [[row[i] for i in used] for row in parts]))
    if ignored:
        blocks.append(table("ignored", _("What does not count, and why"), _ignored_columns(), ignored))
    return Report("deadline", f"→ {labels.kind(text.deadline.kind)}", str(meaning), tuple(blocks))


def marks(deadline: Deadline) -> dict[Span, str]:
    """How to underline the text: what counts ━ and its number, conditions ╌, what does not count ·."""
    found = {ignored.span: "·" for ignored in deadline.ignored}
    found |= {case.when_span: "╌" for case in deadline.cases if case.when_span}
    counted = [*(case.span for case in deadline.cases), *(step.span for step in deadline.steps)]
    return found | {span: f"━{n}" for n, span in enumerate(counted, 1) if span}


def _summary(deadline: Deadline) -> Cells:
    meaning = "" if deadline.kind is Kind.UNKNOWN else render(deadline)
    return _kind(deadline.kind), meaning, deadline.start_event


def _kind(kind: Kind) -> Term:
    return Term(kind, labels.kind(kind))


def _part_columns() -> list[Column]:
    return [
        Column("number", _("No."), Form.COUNT),
        Column("part", _("Part")),
        Column("duration", _("Duration")),
        Column("for", _("For")),
        Column("due", _("Due")),
        Column("remark", _("Remark")),
    ]


def _parts(text: Understood) -> list[Cells]:
    deadline = text.deadline
    ends = {line.case or line.step: (due.when(line), due.remarks(line)) for line in text.due}
    rows: list[Cells] = []
    if deadline.kind is Kind.IMMEDIATE:
        rows.append(
            (None, Term("ordinary", _("ordinary case")), _kind(deadline.kind), None, *ends.get(None, (None, None)))
        )
    for i, case in enumerate(deadline.cases):
        said = labels.duration(case.maximum, case.unit, case.minimum)
        rows.append((i + 1, _role(deadline, i), said, case.when, *ends.get(case, (None, None))))
    for n, step in enumerate(deadline.steps, len(deadline.cases) + 1):
        said = labels.duration(step.maximum, step.unit)
        rows.append((n, Term("stage", _("stage")), said, step.who, *ends.get(step, (None, None))))
    return rows


def _role(deadline: Deadline, index: int) -> Term:
    if deadline.cases[index].extra:
        return Term("extra", _("in addition"))
    return Term("ordinary", _("ordinary case")) if index == deadline.headline else Term("case", _("case"))


def _ignored_columns() -> list[Column]:
    return [Column("words", _("Words")), Column("reason", _("Reason"))]


def _ignored(deadline: Deadline) -> list[Cells]:
    said = ((deadline.text[ignored.span.start : ignored.span.end], ignored.reason) for ignored in deadline.ignored)
    return [(words, Term(key, reason(Reason(key)))) for words, key in said]


def reason(value: Reason) -> str:
    """Why a time was not counted."""
    return {
        Reason.CLOCK_TIME: _("a time of day"),
        Reason.CALENDAR_DATE: _("a date"),
        Reason.LAW_NUMBER: _("the number of a legal document"),
        Reason.EXCLUDED: _("said not to count"),
        Reason.REDUCTION: _("how much was cut, or what from"),
        Reason.BEFORE_EVENT: _("counted back from an event"),
        Reason.EXPIRED_WINDOW: _("what happens after this time has passed"),
        Reason.PERIODIC: _("how often something is repeated"),
        Reason.ATTRIBUTE: _("describes something else"),
        Reason.MINIMUM: _("a minimum, not a deadline"),
        Reason.APPLICATION_WINDOW: _("when dossiers can be filed"),
        Reason.VALIDITY: _("how long something is valid or kept"),
        Reason.PAYMENT: _("for how long something is paid"),
        Reason.POSTING: _("how long something is posted"),
        Reason.INCOMPLETE_DOSSIER: _("for the notice of an incomplete dossier"),
        Reason.COMPLETENESS_CHECK: _("for checking that the dossier is complete"),
        Reason.APPLICANT_DUTY: _("the applicant's time, not the authority's"),
        Reason.WAITING: _("a time to wait before the deadline begins"),
        Reason.RESTATED: _("says again what was said"),
        Reason.AMBIGUOUS: _("not clear whether alternative or stage"),
    }[value]
