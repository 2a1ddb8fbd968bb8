"""The annex of a decision on cuts: every procedure, by field, with sub-totals and a total."""

from collections.abc import Sequence
from fractions import Fraction

from tthc.analysis.cuts import CutRow, summarise
from tthc.analysis.distribution import band
from tthc.analysis.durations import Amounts, Convention
from tthc.analysis.overview import groups, levels_of
from tthc.analysis.targets import standing, targets_of
from tthc.catalogue.model import Catalogue
from tthc.domain.manifest import Target
from tthc.messages import _
from tthc.report import labels
from tthc.report.cuts import averages, words
from tthc.report.formula import Difference, Function, Own, Quotient
from tthc.report.model import Block, Cell, Column, Form, Heading, Row, RowKind, Span, Table
from tthc.report.term import Term
from tthc.report.values import deadline_words
from tthc.text import collation, numbers
from tthc.text.figures import read_rate

KEY = "annex"


def blocks(catalogue: Catalogue, rows: Sequence[CutRow], convention: Convention) -> list[Block]:
    """The table under its heading."""
    return [Heading(_("Annex")), table(catalogue, rows, convention)]


def table(catalogue: Catalogue, rows: Sequence[CutRow], convention: Convention) -> Table:
    """The table in the columns of the official annex: what is cut stands with its unit, and is not added up.

    Columns in detail have what figures are recomputed from: the groups a procedure belongs to, its durations on the
    scale of the convention, and like for like. They are added up where that scale has one unit. The rate of a field is
    the mean of its rates, as in the text; the rate of its sums stands in the remarks, by its own name.
    """
    one_unit = len(summarise(rows, convention).pooled) == 1
    targets = targets_of(catalogue.manifest)
    columns = _columns(convention, targets, Function.SUM if one_unit else None)
    lines: list[Row] = []
    number = 0
    for field, found in sorted(groups(rows, lambda row: row.entry.field), key=lambda group: collation.key(group[0])):
        lines.append(_total(columns, field, found, convention, RowKind.GROUP))
        for row in found:
            number += 1
            lines.append(_row(columns, _cells(number, row, catalogue, convention)))
    lines.append(_total(columns, _("TOTAL"), rows, convention, RowKind.TOTAL))
    mean = _("The rates of fields and of the total are the means of the rates of the procedures compared.")
    note = " ".join(filter(None, (words.by_convention(convention), mean, words.convention_days(convention))))
    return Table(KEY, "", columns, tuple(lines), note)


def managing(catalogue: Catalogue, row: CutRow) -> str:
    """The agency that keeps the procedure, which may be another than the one that handles it."""
    return catalogue.agency_name(row.entry.agency)


def level(row: CutRow) -> str:
    """The combination of levels."""
    return labels.levels(levels_of(row.entry))


def rate(row: CutRow, convention: Convention) -> Cell:
    """The rate; a range where the local deadline is one. Nothing where the procedure is left out."""
    amounts = row.amounts(convention)
    if amounts is None:
        return None
    return amounts.rate if amounts.best_rate == amounts.rate else Span(amounts.rate, amounts.best_rate)


def _columns(convention: Convention, targets: Sequence[Target], total: Function | None) -> tuple[Column, ...]:
    like = (
        Column("like_unit", _("Unit, like for like"), detail=True),
        Column("like_legal", _("By law, like for like"), Form.AMOUNT, detail=True),
        Column("like_local", _("After the cut, like for like"), Form.AMOUNT, detail=True),
        Column("like_cut", _("Cut, like for like"), Form.AMOUNT, _minus("like_legal", "like_local"), detail=True),
    )
    unit = words.scale(convention)
    return (
        Column("number", _("No."), Form.COUNT),
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name of the procedure")),
        Column("field", _("Field"), detail=True),
        Column("managing", _("Managing agency"), detail=True),
        Column("level", _("Level"), detail=True),
        Column("agency", _("Handled by")),
        Column("legal", _("Deadline by law")),
        Column("local", _("Deadline after the cut")),
        Column("legal_text", _("By law, as announced"), detail=True),
        Column("local_text", _("After the cut, as announced"), detail=True),
        Column("legal_days", _("By law ({unit})").format(unit=unit), Form.AMOUNT, total=total, detail=True),
        Column("local_days", _("After the cut ({unit})").format(unit=unit), Form.AMOUNT, total=total, detail=True),
        Column("unit", _("Unit"), detail=True),
        Column(
            "cut",
            _("Cut ({unit})").format(unit=unit),
            Form.AMOUNT,
            _minus("legal_days", "local_days"),
            total,
            detail=True,
        ),
        Column("cut_time", _("Time cut")),
        Column("rate", _("Rate (%)"), Form.RATE, Quotient(Own("cut"), Own("legal_days")), Function.MEAN),
        Column("outcome", _("Result"), detail=True),
        Column("band", _("Band"), detail=True),
        *(Column(f"target_{each.id}", _("Target {rate}").format(rate=each.rate), detail=True) for each in targets),
        *(() if convention is Convention.LIKE else like),
        Column("basis", _("Legal basis")),
        Column("note", _("Remarks")),
    )


def _minus(left: str, right: str) -> Difference:
    return Difference(Own(left), Own(right))


def _cells(number: int, row: CutRow, catalogue: Catalogue, convention: Convention) -> dict[str, Cell]:
    procedure, comparison = row.entry.procedure, row.comparison
    amounts, like = row.amounts(convention), row.amounts(Convention.LIKE)
    cells: dict[str, Cell] = {
        "number": number,
        "code": procedure.identifier,
        "name": procedure.name,
        "field": row.entry.field,
        "managing": managing(catalogue, row),
        "level": level(row),
        "agency": "; ".join(catalogue.agency_name(agency) for agency in procedure.handled_by or (row.entry.agency,)),
        "legal": deadline_words(comparison.legal) if comparison.legal else None,
        "local": _("no cut made")
        if comparison.kept
        else deadline_words(comparison.local)
        if comparison.local
        else None,
        "legal_text": comparison.legal.text if comparison.legal else None,
        "local_text": comparison.local.text if comparison.local else None,
        "basis": "; ".join(procedure.legal.basis),
        "note": words.note(row, convention),
    }
    if amounts:
        cells |= {
            "legal_days": amounts.legal,
            "local_days": amounts.local,
            "unit": words.unit_term(amounts.unit),
            "cut": amounts.cut,
            "cut_time": _cut_time(like or amounts),
            "rate": rate(row, convention),
            "outcome": _outcome(row, convention),
            "band": _band(row, convention),
        }
    for target in targets_of(catalogue.manifest):
        if found := standing(row, read_rate(target.rate), convention):
            cells[f"target_{target.id}"] = words.standing(found)
    if like:
        cells |= {
            "like_unit": words.unit_term(like.unit),
            "like_legal": like.legal,
            "like_local": like.local,
            "like_cut": like.cut,
        }
    return cells


def _cut_time(amounts: Amounts) -> str:
    """In its own unit where both deadlines have one, else in days of the convention: "0,5 giờ", "31 ngày quy ước"."""
    if not amounts.cut:
        return "0"
    time = words.time(abs(amounts.cut), amounts.unit)
    return time if amounts.cut > 0 else _("longer by {time}").format(time=time)


def _outcome(row: CutRow, convention: Convention) -> Cell:
    found = row.outcome(convention)
    return words.outcome(found) if found else None


def _band(row: CutRow, convention: Convention) -> Cell:
    found = band(row, convention)
    return Term(found, words.band(found)) if found else None


def _total(columns: Sequence[Column], name: str, rows: Sequence[CutRow], convention: Convention, kind: RowKind) -> Row:
    """How many procedures and their mean rate; in the remarks, how many were compared, and the rate of their sums."""
    summary = summarise(rows, convention)
    count = _("{n} procedures").format(n=numbers.count(summary.total))
    note = _("{n} compared, {cut} cut").format(n=numbers.count(summary.compared), cut=numbers.count(summary.cut))
    cut, legal, _rate = averages.sums(summary)
    cells: dict[str, Cell] = {"cut": cut, "legal_days": legal, "rate": summary.mean_compared}
    if cut is not None:
        cells["local_days"] = sum((one.local for one in summary.pooled), Fraction(0))
    if len(summary.pooled) == 1:
        note += f"; {words.pooled(summary.pooled[0])}"
    return _row(columns, cells | {"name": f"{name} ({count})", "note": note}, kind)


def _row(columns: Sequence[Column], cells: dict[str, Cell], kind: RowKind = RowKind.BODY) -> Row:
    return Row(tuple(cells.get(column.key) for column in columns), kind)
