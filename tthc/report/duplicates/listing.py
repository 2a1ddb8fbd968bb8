"""Every group in one table: a row for each procedure, under a row that says what is repeated and by what evidence."""

from collections.abc import Sequence

from tthc.analysis.duplicates.certain import Kind, differing_deadline
from tthc.analysis.duplicates.competence import decider
from tthc.analysis.duplicates.findings import Repeat
from tthc.analysis.duplicates.merge import apart
from tthc.analysis.duplicates.parts import values
from tthc.analysis.overview import levels_of
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.messages import _
from tthc.report import labels, reasons
from tthc.report.duplicates import words
from tthc.report.model import Cell, Column, Form, Row, RowKind, Table
from tthc.report.online.words import decider as decider_words
from tthc.report.term import Term
from tthc.text import numbers

MERGED = (Kind.CODE, Kind.RECORD, Kind.NAME_DRIFT, Kind.DEADLINES, Kind.NEAR)  # one record is to stay


def table(catalogue: Catalogue, groups: Sequence[tuple[Repeat, int]]) -> Table:
    """The groups, numbered, each with the position of the record to keep."""
    columns = (
        Column("group", _("Group"), Form.COUNT),
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name of the procedure")),
        Column("field", _("Field"), detail=True),
        Column("agency", _("Agency")),
        Column("level", _("Level")),
        Column("kind", _("What is repeated"), detail=True),
        Column("score", _("Score"), Form.COUNT, detail=True),
        Column("evidence", _("Evidence"), detail=True),
        Column("proposed", _("Proposed")),
        Column("decides", _("Decided by")),
        Column("place", _("Place"), Form.CODE, detail=True),
    )
    rows: list[Row] = []
    for number, (repeat, kept) in enumerate(groups, start=1):
        kind, evidence = Term(repeat.kind, words.kind(repeat.kind)), because(catalogue, repeat)
        title = _("Group {n}: {kind}.").format(n=numbers.count(number), kind=kind.text)
        head: list[Cell] = [None] * len(columns)
        head[2] = _("{group} Evidence: {evidence}.").format(group=title, evidence=evidence) if evidence else title
        rows.append(Row(tuple(head), RowKind.GROUP))
        by = decider(repeat)
        rows += [
            Row(
                (
                    number,
                    entry.procedure.identifier,
                    entry.procedure.name,
                    entry.field,
                    catalogue.agency_name(entry.agency),
                    labels.levels(levels_of(entry)),
                    kind,
                    repeat.verdict.score if repeat.verdict else None,
                    evidence,
                    _proposed(repeat, kept, entry),
                    Term(by, decider_words(by)),
                    words.place(catalogue, entry),
                )
            )
            for entry in repeat.entries
        ]
    note = _("Proposals for the officers in charge to look at; nothing here has been decided.")
    return Table("groups", "", columns, tuple(rows), note)


def because(catalogue: Catalogue, repeat: Repeat) -> str:
    """What a finding rests on: the evidence for and against, or the parts that codes and records tell."""
    first, *rest = repeat.entries
    if repeat.verdict:
        pieces = words.evidence(catalogue, repeat.verdict, repeat.entries[:2])
        return "; ".join(reasons.sentence(piece) for piece in pieces if piece.points)
    if repeat.kind is Kind.REPEALED:
        by = first.procedure.repealed_by
        return _("repealed or replaced by {decision}").format(decision=by) if by else ""
    if repeat.kind is Kind.DEADLINES and (part := differing_deadline(first, rest[0])):
        stated = " / ".join(words.said(catalogue, part, values(entry, part)) for entry in repeat.entries)
        return f"{words.part(part)}: {stated}"
    return ""


def keeps_one(repeat: Repeat) -> bool:
    """Whether one of the records can be proposed to stay: nothing speaks against one procedure, nor does that choose
    between agencies or levels."""
    return repeat.kind in MERGED and not _contradicted(repeat) and not apart(repeat.entries)


def _contradicted(repeat: Repeat) -> bool:
    return bool(repeat.verdict and repeat.verdict.contradictions)


def _proposed(repeat: Repeat, kept: int, entry: Entry) -> Term:
    if _contradicted(repeat):
        return Term("judge", _("decide whether they are one procedure"))
    if keeps_one(repeat):
        keep = repeat.entries[kept]
        if entry is keep:
            return Term("keep", _("keep"))
        return Term("merge", _("merge into {code}").format(code=words.named(keep)))
    if repeat.kind is Kind.REPEALED:
        if entry.procedure.in_force:
            return Term("take-out", _("look at it again; take it out if it is repealed"))
        return Term("repealed", _("repealed"))
    return Term("settle", _("settle which agency handles it"))
