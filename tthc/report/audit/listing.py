"""Every procedure that was audited: the rows behind the figures; and the records that are counted in none."""

from collections.abc import Sequence

from tthc.analysis.audit import Audit
from tthc.analysis.cuts import CutRow
from tthc.analysis.durations import Convention
from tthc.analysis.overview import Kind, kind, levels_of
from tthc.domain.entry import Entry
from tthc.messages import _
from tthc.report import labels
from tthc.report.cuts import words
from tthc.report.formula import Difference, Own, Quotient
from tthc.report.grouping import grouped
from tthc.report.model import Cell, Column, Form, Table
from tthc.report.online.words import offered
from tthc.report.term import Term
from tthc.report.values import deadline_words


def procedures(audit: Audit) -> Table:
    """One row a procedure, by agency; days and rates by the nominal convention."""
    unit = words.scale(Convention.NOMINAL)
    columns = (
        Column("number", _("No."), Form.COUNT),
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name of the procedure")),
        Column("field", _("Field"), detail=True),
        Column("agency", _("Agency"), detail=True),
        Column("kind", _("For whom"), detail=True),
        Column("level", _("Level")),
        Column("online", _("Online service")),
        Column("legal", _("Deadline by law")),
        Column("local", _("Deadline of the province")),
        Column("legal_days", _("By law ({unit})").format(unit=unit), Form.AMOUNT, detail=True),
        Column("local_days", _("Of the province ({unit})").format(unit=unit), Form.AMOUNT, detail=True),
        Column(
            "rate",
            _("Rate of a cut"),
            Form.RATE,
            Quotient(Difference(Own("legal_days"), Own("local_days")), Own("legal_days")),
        ),
        Column("outcome", _("Result"), detail=True),
    )

    def cells(number: int, row: CutRow) -> Sequence[Cell]:
        entry, amounts, outcome = row.entry, row.amounts(Convention.NOMINAL), row.outcome(Convention.NOMINAL)
        return (
            number,
            entry.procedure.identifier,
            entry.procedure.name,
            entry.field,
            audit.catalogue.agency_name(entry.agency),
            term(kind(entry)),
            labels.levels(levels_of(entry)),
            offered(entry.procedure.online.level),
            deadline_words(row.comparison.legal),
            deadline_words(row.comparison.local),
            amounts.legal if amounts else None,
            amounts.local if amounts else None,
            amounts.rate if amounts else None,
            words.outcome(outcome) if outcome else None,
        )

    rows = grouped(audit.rows, lambda row: audit.catalogue.agency_name(row.entry.agency), cells, at=2)
    return Table("procedures", "", columns, rows)


def term(value: Kind) -> Term:
    """For whom procedures are, as the cells of the list say it."""
    return Term(value, labels.counted_as(value))


def not_in_force(audit: Audit) -> Table:
    """One row a record that is repealed or replaced, by agency, with the decision that says so."""
    columns = (
        Column("number", _("No."), Form.COUNT),
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name of the procedure")),
        Column("field", _("Field")),
        Column("agency", _("Agency"), detail=True),
        Column("status", _("Status")),
        Column("decision", _("Decision")),
    )

    def cells(number: int, entry: Entry) -> Sequence[Cell]:
        procedure = entry.procedure
        return (
            number,
            procedure.identifier,
            procedure.name,
            entry.field,
            audit.catalogue.agency_name(entry.agency),
            Term(procedure.status, labels.status(procedure.status)),
            procedure.repealed_by,
        )

    rows = grouped(audit.not_in_force, lambda entry: audit.catalogue.agency_name(entry.agency), cells, at=2)
    return Table("not_in_force", "", columns, rows)
