"""Every procedure that was audited: the rows behind the figures."""

from collections.abc import Sequence

from tthc.analysis.audit import Audit
from tthc.analysis.cuts import CutRow
from tthc.analysis.durations import Convention
from tthc.analysis.overview import is_citizens, levels_of
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
        Column("legal_days", _("By law, in days"), Form.AMOUNT, detail=True),
        Column("local_days", _("Of the province, in days"), Form.AMOUNT, detail=True),
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
            kind(entry),
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


def kind(entry: Entry) -> Term:
    """For whom a procedure is: citizens and businesses, offices themselves, or the clients of vertical agencies."""
    if is_citizens(entry):
        return citizens()
    if entry.procedure.internal:
        return internal()
    return vertical()


def citizens() -> Term:
    """What procedures for citizens and businesses are called."""
    return Term("citizens", _("citizens and businesses"))


def internal() -> Term:
    """What internal procedures are called."""
    return Term("internal", _("internal procedure"))


def vertical() -> Term:
    """What procedures of vertical agencies are called."""
    return Term("vertical", _("vertical agency"))
