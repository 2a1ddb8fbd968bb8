"""The annex of a decision on cuts: every procedure, by field, with sub-totals and a total."""

from collections.abc import Sequence

from tthc.analysis.cuts import CutRow, summarise
from tthc.analysis.durations import Amounts, Convention
from tthc.analysis.overview import groups
from tthc.catalogue.model import Catalogue
from tthc.messages import _
from tthc.report.cuts.words import by_convention, note
from tthc.report.model import Block, Cell, Column, Form, Heading, Row, RowKind, Span, Table
from tthc.text import collation, numbers


def blocks(catalogue: Catalogue, rows: Sequence[CutRow], convention: Convention) -> list[Block]:
    """The table in the columns of the official annex; sums are left blank where there is no single unit."""
    columns = (
        Column("number", _("No."), Form.COUNT),
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name of the procedure")),
        Column("field", _("Field")),
        Column("agency", _("Handled by")),
        Column("legal", _("Deadline by law")),
        Column("local", _("Deadline after the cut")),
        Column("cut", _("Days cut"), Form.AMOUNT),
        Column("rate", _("Rate (%)"), Form.RATE),
        Column("basis", _("Legal basis")),
        Column("note", _("Remarks")),
    )
    lines: list[Row] = []
    number = 0
    for field, found in sorted(groups(rows, lambda row: row.entry.field), key=lambda group: collation.key(group[0])):
        lines.append(_total(field, found, convention, RowKind.GROUP))
        for row in found:
            number += 1
            lines.append(Row(_cells(number, row, catalogue, convention)))
    lines.append(_total(_("TOTAL"), rows, convention, RowKind.TOTAL))
    return [Heading(_("Annex")), Table("annex", "", columns, tuple(lines), by_convention(convention))]


def _cells(number: int, row: CutRow, catalogue: Catalogue, convention: Convention) -> tuple[Cell, ...]:
    procedure, comparison = row.entry.procedure, row.comparison
    amounts = row.amounts(convention)
    return (
        number,
        procedure.code or procedure.local_id,
        procedure.name,
        row.entry.field,
        "; ".join(catalogue.agency_name(agency) for agency in procedure.handled_by or (row.entry.agency,)),
        comparison.legal.text if comparison.legal else None,
        _("no cut made") if comparison.kept else comparison.local.text if comparison.local else None,
        amounts.cut if amounts else None,
        _rate(amounts) if amounts else None,
        "; ".join(procedure.legal.basis),
        note(row, convention),
    )


def _rate(amounts: Amounts) -> Cell:
    return amounts.rate if amounts.best_rate == amounts.rate else Span(amounts.rate, amounts.best_rate)


def _total(name: str, rows: Sequence[CutRow], convention: Convention, kind: RowKind) -> Row:
    """How many procedures, their days cut and the pooled rate; in the remarks, how many were compared."""
    summary = summarise(rows, convention)
    pooled = summary.pooled[0] if len(summary.pooled) == 1 else None
    count = _("{n} procedures").format(n=numbers.count(summary.total))
    compared = _("{n} compared, {cut} cut").format(n=numbers.count(summary.compared), cut=numbers.count(summary.cut))
    return Row(
        (
            None,
            None,
            f"{name} ({count})",
            None,
            None,
            None,
            None,
            pooled.cut if pooled else None,
            pooled.rate if pooled else None,
            None,
            compared,
        ),
        kind,
    )
