"""IV. The largest and the smallest cuts, and the longest deadlines that are not cut."""

from collections.abc import Sequence
from fractions import Fraction

from tthc.analysis.cuts import CutRow, Outcome
from tthc.analysis.durations import Convention
from tthc.messages import _
from tthc.report.cuts import annex, words
from tthc.report.model import Block, Cell, Column, Form, Heading, Table, table
from tthc.report.official.cuts.matter import Matter
from tthc.report.values import deadline_words

_FEW = 5


def blocks(found: Matter) -> list[Block]:
    """Ties stand in the order of their codes; a part without procedures is left out."""
    rated = [(row, amounts) for row in found.rows if (amounts := row.amounts(found.convention))]
    outcomes = {id(row): row.outcome(found.convention) for row, _amounts in rated}
    cut = [each for each in rated if outcomes[id(each[0])] is Outcome.CUT]
    kept = [row for row, _amounts in rated if outcomes[id(row)] is Outcome.KEPT and not row.comparison.no_room]
    largest = sorted(cut, key=lambda each: (-each[1].rate, each[0].entry.key))[:_FEW]
    smallest = sorted(cut, key=lambda each: (each[1].rate, each[0].entry.key))[:_FEW] if len(cut) > _FEW else []
    longest = sorted(kept, key=lambda row: (-_length(row), row.entry.key))[:_FEW]
    parts = (
        ("largest", _("The largest cuts"), [row for row, _amounts in largest]),
        ("smallest", _("The smallest cuts of the procedures that are cut"), [row for row, _amounts in smallest]),
        ("longest_kept", _("The longest deadlines that are not cut though there is room"), longest),
    )
    spoken = [part for part in parts if part[2]]
    return [
        block
        for number, (key, title, rows) in enumerate(spoken, start=1)
        for block in (Heading(f"{number}. {title}", 3), _table(key, rows, found))
    ]


def _length(row: CutRow) -> Fraction:
    """The legal duration in nominal days, whatever the convention: units have to be ranked somehow."""
    amounts = row.amounts(Convention.NOMINAL)
    return amounts.legal if amounts else Fraction(0)


def _table(key: str, rows: Sequence[CutRow], found: Matter) -> Table:
    columns = (
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name of the procedure")),
        Column("agency", _("Agency")),
        Column("legal", _("By law")),
        Column("local", _("Local deadline")),
        Column("rate", _("Rate (%)"), Form.RATE),
    )
    cells: list[list[Cell]] = [
        [
            row.entry.key,
            row.entry.procedure.name,
            annex.managing(found.catalogue, row),
            deadline_words(row.comparison.legal),
            deadline_words(row.comparison.local),
            annex.rate(row, found.convention),
        ]
        for row in rows
    ]
    note = _("Equal rates stand in the order of the codes.")
    return table(key, "", columns, cells, f"{words.by_convention(found.convention)} {note}")
