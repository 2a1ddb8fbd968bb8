"""Two procedures side by side: what speaks for one and the same, what against, and what it amounts to."""

from collections.abc import Sequence
from shlex import quote

from tthc.analysis.duplicates.decisions import Decided
from tthc.analysis.duplicates.groups import WEAKEST
from tthc.analysis.duplicates.parts import Part, values
from tthc.analysis.duplicates.relation import Relation, Verdict
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.messages import _
from tthc.report.duplicates import words
from tthc.report.model import (
    Block,
    Column,
    Figure,
    Figures,
    Form,
    Heading,
    Note,
    Paragraph,
    Report,
    Suggestions,
    table,
)
from tthc.report.term import Term

SHOWN = (
    Part.CODE,
    Part.NAME,
    Part.LEVEL,
    Part.AGENCY,
    Part.FIELD,
    Part.LEGAL_DEADLINE,
    Part.LOCAL_DEADLINE,
    Part.FEE,
    Part.DOSSIER,
    Part.RESULT,
    Part.BASIS,
)


def report(
    catalogue: Catalogue,
    pair: tuple[Entry | str, Entry | str],
    verdict: Verdict,
    decided: Decided,
    *,
    asked: bool = False,
) -> Report:
    """One pair explained; a side that is not in the catalogue is its name only. `asked`: the reader decides now."""
    blocks: list[Block] = [
        Paragraph(words.conclusion(verdict, decided=bool(decided.pairs))),
        Figures(
            (
                Figure("relation", _("Relation"), Term(verdict.relation, words.relation(verdict)), Form.TEXT),
                Figure("score", _("Score"), verdict.score, base=_score_base(verdict)),
            )
        ),
        Heading(_("Why")),
        words.waterfall("evidence", "", catalogue, verdict, [side for side in pair if isinstance(side, Entry)]),
        Note(words.decisive()),
        Heading(_("Side by side")),
        beside(catalogue, pair),
        *(Note(words.decision(decision)) for decision in decided.pairs.values()),
        *(Note(_("A record has changed since that verdict; look again.")) for _decision in decided.stale),
        *(() if asked else _next(pair, decided)),
    ]
    a, b = (side if isinstance(side, str) else words.named(side) for side in pair)
    return Report("why", _("Why: {a} and {b}").format(a=a, b=b), "", tuple(blocks), main="beside")


def beside(catalogue: Catalogue, pair: Sequence[Entry | str]) -> Block:
    """The parts of two records that either states."""
    columns = [Column("part", ""), Column("a", "A"), Column("b", "B")]
    rows = []
    for part in SHOWN:
        stated = [values(side, part) if isinstance(side, Entry) else _of_name(side, part) for side in pair]
        if any(stated):
            rows.append(
                [words.part(part), *(words.said(catalogue, part, value) if value else None for value in stated)]
            )
    places = [words.place(catalogue, side) if isinstance(side, Entry) else None for side in pair]
    if any(places):
        rows.append([_("Where"), *places])
    return table("beside", "", columns, rows)


def _of_name(name: str, part: Part) -> tuple[str, ...]:
    return (name,) if part is Part.NAME else ()


def _score_base(verdict: Verdict) -> str:
    if verdict.relation is not Relation.DUPLICATE:
        return _("of 100; it orders pairs and does not decide")
    if verdict.relation is Relation.DUPLICATE and verdict.score < WEAKEST:
        return _("of 100; too little to be put into one group (from {least})").format(least=WEAKEST)
    return _("of 100: how much speaks for one and the same procedure")


def _next(pair: Sequence[Entry | str], decided: Decided) -> list[Block]:
    if decided.pairs or not all(isinstance(side, Entry) for side in pair):
        return []
    a, b = (quote(side.key) for side in pair if isinstance(side, Entry))
    command = f'tthc decide {a} {b} same|different|unsure --reason "…"'
    return [Suggestions(((_("Record what you decide"), command),))]
