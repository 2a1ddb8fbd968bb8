"""The procedures one by one: with their verdicts, one step away from full service, and in contradiction."""

from collections.abc import Mapping, Sequence

from tthc.analysis.online.contradictions import Contradiction
from tthc.analysis.online.unlocking import Fix
from tthc.analysis.online.verdict import Assessment
from tthc.analysis.overview import levels_of
from tthc.catalogue.model import Catalogue
from tthc.domain.statistics import Dossiers, dossiers_of
from tthc.messages import _
from tthc.report import labels
from tthc.report.grouping import grouped
from tthc.report.model import Cell, Column, Form, Table
from tthc.report.online import words
from tthc.report.term import Term

_NAME = 2  # the column of the name, where groups have theirs


def procedures(
    catalogue: Catalogue, assessments: Sequence[Assessment], dossiers: Mapping[str, Dossiers] | None
) -> Table:
    """Every procedure that was judged, by agency, with the phrases of the record that speak for or against it."""
    columns = (
        *_identity(),
        Column("level", _("Level"), detail=True),
        Column("offered", _("Offered as")),
        Column("verdict", _("Verdict")),
        Column("not_met", _("Criteria not met")),
        Column("unknown", _("Criteria unknown")),
        Column("evidence", _("What that rests on"), detail=True),
        Column("reason", _("Reason stated"), detail=True),
        Column("basis", _("Legal basis of that reason"), detail=True),
        *(_dossier_columns() if dossiers else ()),
    )

    def cells(number: int, assessment: Assessment) -> Sequence[Cell]:
        online = assessment.entry.procedure.online
        return (
            *_identified(catalogue, number, assessment),
            labels.levels(levels_of(assessment.entry)),
            words.offered(online.level),
            words.verdict(assessment.verdict),
            "; ".join(words.criterion(check.criterion.key) for check in assessment.not_met),
            "; ".join(words.criterion(check.criterion.key) for check in assessment.open),
            _evidence(assessment),
            words.reason(online.reason) if online.reason else None,
            online.reason_basis,
            *(_dossiers(dossiers, assessment) if dossiers else ()),
        )

    rows = grouped(assessments, lambda each: catalogue.agency_name(each.entry.agency), cells, _NAME)
    return Table("procedures", "", columns, rows)


def one_step_away(catalogue: Catalogue, found: Sequence[Fix], dossiers: Mapping[str, Dossiers] | None) -> Table:
    """The procedures that lack exactly one thing, by what that is."""
    columns = (
        *_identity(agency=True),
        Column("offered", _("Offered as")),
        Column("fix", _("Put right"), detail=True),
        Column("decides", _("Decided by")),
        *([Column("dossiers", _("Dossiers"), Form.COUNT)] if dossiers else []),
    )
    fixes = {id(assessment): fix for fix in found for assessment in fix.opened}

    def cells(number: int, assessment: Assessment) -> Sequence[Cell]:
        criterion = fixes[id(assessment)].criterion
        received = dossiers_of(assessment.entry, dossiers)
        return (
            *_identified(catalogue, number, assessment),
            words.offered(assessment.entry.procedure.online.level),
            Term(criterion.key, words.fix(criterion.key)),
            Term(criterion.decides, words.decider(criterion.decides)),
            *([received.received if received else None] if dossiers else []),
        )

    every = [assessment for fix in found for assessment in fix.opened]
    rows = grouped(every, lambda each: words.fix(fixes[id(each)].criterion.key), cells, _NAME)
    return Table("one_step_away", "", columns, rows)


def contradictions(catalogue: Catalogue, found: Sequence[tuple[Assessment, Sequence[Contradiction]]]) -> Table:
    """The procedures whose level of service does not agree with what they state, by what contradicts what."""
    columns = (
        *_identity(agency=True),
        Column("offered", _("Offered as")),
        Column("contradiction", _("Contradiction"), detail=True),
        Column("certain", _("How sure")),
    )
    pairs = [(assessment, each) for assessment, conflicts in found for each in conflicts]

    def cells(number: int, pair: tuple[Assessment, Contradiction]) -> Sequence[Cell]:
        assessment, conflict = pair
        return (
            *_identified(catalogue, number, assessment),
            words.offered(assessment.entry.procedure.online.level),
            Term(conflict.kind, words.contradiction(conflict.kind)),
            words.certainty(conflict),
        )

    rows = grouped(pairs, lambda pair: words.contradiction(pair[1].kind), cells, _NAME)
    return Table("conflicts", "", columns, rows)


def _identity(*, agency: bool = False) -> list[Column]:
    """`agency`: on a page, too; it is that of the group where groups are agencies."""
    return [
        Column("number", _("No."), Form.COUNT),
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name of the procedure")),
        Column("field", _("Field"), detail=True),
        Column("agency", _("Agency"), detail=not agency),
    ]


def _identified(catalogue: Catalogue, number: int, assessment: Assessment) -> list[Cell]:
    entry = assessment.entry
    code = entry.procedure.identifier
    return [number, code, entry.procedure.name, entry.field, catalogue.agency_name(entry.agency)]


def _dossier_columns() -> tuple[Column, ...]:
    return (
        Column("dossiers", _("Dossiers"), Form.COUNT, detail=True),
        Column("dossiers_online", _("Dossiers filed online"), Form.COUNT, detail=True),
    )


def _dossiers(dossiers: Mapping[str, Dossiers], assessment: Assessment) -> tuple[Cell, ...]:
    """Of a year: received, and received online."""
    row = dossiers_of(assessment.entry, dossiers)
    return (row.received, row.online) if row else (None, None)


def _evidence(assessment: Assessment) -> str:
    """The phrases that say something for or against a criterion."""
    quoted = [check for check in assessment.checks if check.quote]
    return "; ".join(f"{words.criterion(check.criterion.key)}: {words.evidence(check)}" for check in quoted)
