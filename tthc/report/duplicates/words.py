"""Procedures, verdicts and decisions in words. A bare name is useless to an officer: code, level, agency, place too."""

from collections.abc import Sequence
from dataclasses import replace

from tthc.analysis.duplicates.across import Ground
from tthc.analysis.duplicates.certain import Kind
from tthc.analysis.duplicates.evidence import Evidence, Key
from tthc.analysis.duplicates.groups import WEAKEST
from tthc.analysis.duplicates.parts import Part
from tthc.analysis.duplicates.relation import Relation, Verdict
from tthc.analysis.overview import levels_of
from tthc.catalogue.model import Catalogue
from tthc.domain.decision import Decision, Judgement
from tthc.domain.entry import Entry
from tthc.domain.level import Channel, Level
from tthc.messages import _
from tthc.report import labels, reasons
from tthc.report.model import Cell, Column, Form, Table, table
from tthc.report.term import Term
from tthc.text import numbers
from tthc.text.normalise import normalise

_RECORDED = (
    Key.SAME_AGENCY,
    Key.SAME_BASIS,
    Key.SAME_RESULT,
    Key.OTHER_RESULT,
    Key.OTHER_SUBJECTS,
    Key.OTHER_BASIS,
)
_LONGEST = 160  # characters of a text in a table


def kind(value: Kind) -> str:
    """What is repeated."""
    return {
        Kind.CODE: _("one code twice"),
        Kind.RECORD: _("the same name, level and agency"),
        Kind.NAME_DRIFT: _("one code, different names"),
        Kind.DEADLINES: _("one code, different deadlines"),
        Kind.OVERLAP: _("the same name and level, several agencies (overlap)"),
        Kind.LEVELS: _("same content, another level"),
        Kind.NEAR: _("probably one procedure in different words"),
        Kind.REPEALED: _("in force although repealed"),
    }[value]


def part(value: Part) -> str:
    """A part of a record."""
    return {
        Part.CODE: _("Code"),
        Part.NAME: _("Name"),
        Part.LEVEL: _("Level"),
        Part.AGENCY: _("Agency"),
        Part.FIELD: _("Field"),
        Part.HANDLED_BY: _("Handled by"),
        Part.LEGAL_DEADLINE: _("Legal deadline"),
        Part.LOCAL_DEADLINE: _("Local deadline"),
        Part.FEE: _("Fee"),
        Part.DOSSIER: _("Dossier"),
        Part.REQUIREMENTS: _("Requirements"),
        Part.RESULT: _("Result"),
        Part.SUBJECTS: _("Applicants"),
        Part.CHANNELS: _("Channels"),
        Part.BASIS: _("Legal basis"),
        Part.ONLINE: _("Online service"),
    }[value]


def said(catalogue: Catalogue, of: Part, stated: Sequence[str]) -> str:
    """What a record says in one part, in the reader's words; a long dossier by its number of papers."""
    if of is Part.LEVEL:
        return labels.levels(tuple(map(Level, stated)))
    if of is Part.CHANNELS:
        return ", ".join(labels.channel(Channel(value)) for value in stated)
    if of in (Part.AGENCY, Part.HANDLED_BY):
        return ", ".join(map(catalogue.agency_name, stated))
    if of is Part.DOSSIER:
        return _("{n} papers").format(n=numbers.count(len(stated)))
    return short("; ".join(stated)) if stated else _("not stated")


def short(text: str) -> str:
    """One line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"


def named(entry: Entry) -> str:
    """What names a procedure in a sentence: its code; its name in quotes where it has none."""
    procedure = entry.procedure
    return procedure.identifier or f"“{short(procedure.name)}”"


def members(key: str, catalogue: Catalogue, entries: Sequence[Entry], kept: int | None = None) -> Table:
    """Procedures side by side; `kept` is the one proposed to stay."""
    columns = [
        Column("number", _("No."), Form.COUNT),
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name")),
        Column("level", _("Level")),
        Column("agency", _("Agency")),
        Column("place", _("Where")),
        *([Column("keep", _("Keep"))] if kept is not None else []),
    ]
    rows = [
        [number, *identity(catalogue, entry), *(["✓" if number - 1 == kept else ""] if kept is not None else [])]
        for number, entry in enumerate(entries, start=1)
    ]
    return table(key, "", columns, rows)


def identity(catalogue: Catalogue, entry: Entry) -> list[Cell]:
    """Code, name, level, agency, place."""
    procedure = entry.procedure
    return [
        procedure.identifier,
        procedure.name,
        labels.levels(levels_of(entry)),
        catalogue.agency_name(entry.agency),
        place(catalogue, entry),
    ]


def place(catalogue: Catalogue, entry: Entry) -> str:
    """Where the record stands, from the folder of the catalogue on."""
    path = entry.location.path.removeprefix(catalogue.root.as_posix() + "/")
    return str(entry.location._replace(path=path))


def waterfall(key: str, title: str, catalogue: Catalogue, verdict: Verdict, entries: Sequence[Entry]) -> Table:
    """Every piece of evidence with its points, and the score under it."""
    columns = [
        Column("says", _("Speaks")),
        Column("evidence", _("Evidence")),
        Column("points", _("Points"), Form.AMOUNT),
    ]
    rows: list[list[Cell]] = [
        [_direction(piece.points), reasons.sentence(piece), piece.points]
        for piece in evidence(catalogue, verdict, entries)
    ]
    note = _("Score: {score}, the sum of the points, kept between 0 and 100.")
    return table(key, title, columns, rows, note.format(score=numbers.count(verdict.score)))


def decisive() -> str:
    """What a score does not do."""
    return _(
        "Act, object, scope and level decide: where one of them differs, these are two procedures however high the "
        "score. The score only orders the pairs; of those that seem to be one, it leaves out what is below {least}."
    ).format(least=WEAKEST)


def evidence(catalogue: Catalogue, verdict: Verdict, entries: Sequence[Entry]) -> list[Evidence]:
    """The evidence, with agencies, documents and results spelled as the records have them."""
    texts = [
        text
        for entry in entries
        for text in (
            catalogue.agency_name(entry.agency),
            *entry.procedure.legal.basis,
            *entry.procedure.subjects,
            entry.procedure.result.name if entry.procedure.result else "",
        )
    ]
    spelling = {normalise(text): " ".join(text.split()) for text in texts}

    def spelled(words: str) -> str:
        return spelling.get(words) or "; ".join(spelling.get(part, part) for part in words.split("; "))

    return [
        replace(piece, left=spelled(piece.left), right=spelled(piece.right)) if piece.key in _RECORDED else piece
        for piece in verdict.evidence
    ]


def _direction(points: int) -> Term:
    if not points:
        return Term("neither", _("neither"))
    return Term("for", _("for")) if points > 0 else Term("against", _("against"))


def conclusion(verdict: Verdict, *, decided: bool = False) -> str:
    """What the evidence amounts to, and what an officer makes of it: one wording wherever a pair is judged.

    `decided`: an officer has spoken already.
    """
    if verdict.relation is Relation.DUPLICATE:
        said = _one_procedure(verdict)
        return said if verdict.certain or decided else said + " " + _("An officer has to decide.")
    return {
        Relation.LEVEL: _(
            "The content is the same, the level is not: two procedures of one kind, each listed at its level."
        ),
        Relation.ACTION: _("The object is the same, the act is not: two procedures, and no duplicate."),
        Relation.SCOPE: _(
            "The act is the same, the scope is not (class, condition, place or applicant): two procedures, and no "
            "duplicate."
        ),
        Relation.UNRELATED: _("The names speak of different things: no duplicate."),
    }[verdict.relation]


def _one_procedure(verdict: Verdict) -> str:
    parts = ", ".join(map(_contradiction, verdict.contradictions))
    if verdict.certain:
        if parts:
            return _("One code: one procedure listed twice, but with different {parts}. Settle these.").format(
                parts=parts
            )
        return _("Nothing tells the two apart: one procedure listed twice.")
    if parts:
        return _("Perhaps one procedure: the names are nearly the same, but not the {parts}.").format(parts=parts)
    return _("Perhaps one procedure: act, object and scope agree in the names.")


def _contradiction(key: Key) -> str:
    return {
        Key.OTHER_DOSSIER: _("dossier"),
        Key.OTHER_RESULT: _("result"),
        Key.OTHER_SUBJECTS: _("applicants"),
        Key.OTHER_BASIS: _("legal basis"),
    }[key]


def relation(verdict: Verdict) -> str:
    """How two procedures stand to each other, no surer than the evidence."""
    if verdict.relation is Relation.DUPLICATE and not verdict.certain:
        return _("perhaps a duplicate")
    return reasons.relation(verdict.relation)


def judgement(value: Judgement) -> str:
    """An officer's word."""
    return {
        Judgement.SAME: _("one procedure"),
        Judgement.DIFFERENT: _("different procedures"),
        Judgement.UNSURE: _("not sure yet"),
    }[value]


def decision(value: Decision) -> str:
    """A verdict with who, when and why."""
    words = _("{a} and {b}: {verdict}, {date}").format(
        a=value.a.procedure,
        b=value.b.procedure,
        verdict=judgement(value.verdict),
        date=numbers.calendar_date(value.date),
    )
    words += f", {value.by}" if value.by else ""
    return f"{words} ({value.reason})" if value.reason else words


def ground(value: Ground) -> str:
    """What two procedures of two catalogues were matched by."""
    return {
        Ground.CODE: _("code"),
        Ground.EVIDENCE: _("evidence"),
        Ground.OTHER_LEVEL: _("evidence, at another level"),
    }[value]
