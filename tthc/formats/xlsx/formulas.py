"""Formulas of a report in the language of spreadsheets.

A formula is written only where it can be resolved and gives what the report states; elsewhere the value stands alone.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from xlsxwriter.utility import xl_col_to_name

from tthc.formats.xlsx.cells import words
from tthc.formats.xlsx.criteria import Texts
from tthc.formats.xlsx.places import Place
from tthc.report.formula import Aggregate, Difference, Formula, Function, Own, Quotient, Sign, Where
from tthc.report.model import NUMBERS, Cell, Form, Row, RowKind, Span
from tthc.report.term import Term

_LINE = "\0"  # stands for the number of the row that the formula is written in
_PLAIN = {Function.COUNT: "COUNT", Function.SUM: "SUM", Function.MEAN: "AVERAGE"}
_SUBTOTAL = {Function.COUNT: 2, Function.SUM: 9, Function.MEAN: 1}
_ANY_NUMBER = '"<9E+99"'
_ANYTHING = '"<>"'


class _UnresolvedError(Exception):
    """The formula names what is not in the workbook, or what a spreadsheet would read otherwise."""


@dataclass(frozen=True, slots=True)
class Live:
    """A formula for any row of its sheet.

    `operands` are the columns of the report's table whose cells it reads; `criteria` are columns whose cells it looks
    up, with the texts they look among.
    """

    formula: Formula
    text: str
    own: dict[str, int]
    operands: tuple[int, ...]
    criteria: tuple[tuple[int, Texts], ...]
    derived: bool  # from its own row alone
    may_fail: bool  # and gives nothing then

    def at(self, row: Row, value: Cell, line: int) -> str | None:
        """The formula in this line of the sheet; None where it would not give the value."""
        if self.derived:
            if self._result(self.formula, row) != _exact(value):
                return None
        elif (value is None and not self.may_fail) or any(_exact(row.cells[at]) is None for at in self.operands):
            return None
        for at, texts in self.criteria:
            looked_up = words(row.cells[at])
            if not (texts.finds(looked_up) or (not value and texts.misses(looked_up))):
                return None
        return self.text.replace(_LINE, str(line + 1))

    def _result(self, formula: Formula, row: Row) -> Fraction | None:
        match formula:
            case Own(column):
                return _exact(row.cells[self.own[column]])
            case Difference(left, right):
                first, second = self._result(left, row), self._result(right, row)
                return None if first is None or second is None else first - second
            case Quotient(part, whole):
                first, second = self._result(part, row), self._result(whole, row)
                return None if first is None or not second else first / second
        raise TypeError(formula)


def _exact(cell: Cell) -> Fraction | None:
    if isinstance(cell, Span):
        cell = cell.low
    return Fraction(cell) if isinstance(cell, int | Decimal | Fraction) else None


def subtotal(function: Function, at: int, first: int, last: int) -> str:
    """Over the rows between two lines, without other subtotals there and without rows that a filter hides."""
    letter = xl_col_to_name(at)
    text = f"SUBTOTAL({_SUBTOTAL[function]},{letter}{first + 1}:{letter}{last + 1})"
    return f'=IFERROR({text},"")' if function is Function.MEAN else f"={text}"


class Formulas:
    """The formulas of one workbook."""

    def __init__(self, places: Sequence[Place]) -> None:
        count = Counter(place.table.key for place in places)
        self._places = {place.table.key: place for place in places if count[place.table.key] == 1}
        self._texts: dict[tuple[str, int], Texts] = {}

    def figure(self, formula: Formula | None) -> str | None:
        """For a cell that belongs to no table."""
        live = self.live(formula, None)
        return live.text if live else None

    def live(self, formula: Formula | None, home: Place | None) -> Live | None:
        """For the rows of the table `home`; None where it cannot be resolved."""
        if formula is None:
            return None
        draft = _Draft(home)
        try:
            text = self._write(formula, draft)
        except _UnresolvedError:
            return None
        if draft.operands:
            cells = [xl_col_to_name(at) + _LINE for at in draft.operands]
            text = f'IF(COUNT({",".join(cells)})={len(cells)},{text},"")'
        if draft.may_fail:
            text = f'IFERROR({text},"")'
        slots = home.slots if home else ()
        return Live(
            formula,
            f"={text}",
            {key: slots[at].at for key, at in home.columns.items()} if home else {},
            tuple(slots[at].at for at in draft.operands),
            tuple((slots[at].at, texts) for at, texts in draft.criteria.items()),
            draft.derived,
            draft.may_fail,
        )

    def _write(self, formula: Formula, draft: "_Draft") -> str:
        match formula:
            case Own(column):
                at = draft.own(column)
                draft.operands[at] = None
                return f"{xl_col_to_name(at)}{_LINE}"
            case Difference(left, right):
                return f"{self._part(left, draft)}-{self._part(right, draft)}"
            case Quotient(part, whole):
                draft.may_fail = True
                return f"{self._part(part, draft)}/{self._part(whole, draft)}"
            case Aggregate():
                draft.derived = False
                return self._aggregate(formula, draft)

    def _part(self, formula: Formula, draft: "_Draft") -> str:
        text = self._write(formula, draft)
        return f"({text})" if isinstance(formula, Difference | Quotient) else text

    def _aggregate(self, formula: Aggregate, draft: "_Draft") -> str:
        place = self._places.get(formula.table)
        if place is None or not place.body:
            raise _UnresolvedError
        at = _column(place, formula.column)
        numbers = _range(place, at)
        criteria = [self._criterion(place, where, draft) for where in formula.where]
        criteria += self._body_only(place, at, formula.where)
        draft.may_fail |= formula.function is Function.MEAN
        if not criteria:
            return f"{_PLAIN[formula.function]}({numbers})"
        if formula.function is Function.COUNT:
            compared = place.slots[at].column.form in NUMBERS
            if not (compared and any(where.column == formula.column for where in formula.where)):
                criteria.insert(0, f"{numbers},{_ANY_NUMBER}")
            return f"COUNTIFS({','.join(criteria)})"
        return f"{_PLAIN[formula.function]}IFS({numbers},{','.join(criteria)})"

    def _body_only(self, place: Place, at: int, where: tuple[Where, ...]) -> list[str]:
        """A condition that group rows do not meet, where they stand between body rows and nothing else keeps them out.

        What follows the last body row is not in the range.
        """
        if len(place.body) == 1 or _empty_beside_body(place, at):
            return []
        if any(_empty_beside_body(place, _column(place, each.column)) for each in where):
            return []
        for marker, slot in enumerate(place.slots):
            body = (slot.cell(row) for row in place.table.rows if row.kind is RowKind.BODY)
            if _empty_beside_body(place, marker) and all(cell not in (None, "") for cell in body):
                return [f"{_range(place, marker)},{_ANYTHING}"]
        raise _UnresolvedError

    def _criterion(self, place: Place, where: Where, draft: "_Draft") -> str:
        at = _column(place, where.column)
        form = place.slots[at].column.form
        if form in NUMBERS:
            criterion = _number_criterion(where, form, draft)
        elif where.sign is not Sign.EQUAL or isinstance(where.value, int):
            raise _UnresolvedError
        elif isinstance(where.value, Own):
            own = draft.own(where.value.column)
            draft.criteria[own] = self._among(place, at)
            criterion = f"${xl_col_to_name(own)}{_LINE}"
        else:
            criterion = _text_criterion(words(where.value), self._among(place, at))
        return f"{_range(place, at)},{criterion}"

    def _among(self, place: Place, at: int) -> Texts:
        key = (place.table.key, at)
        if key not in self._texts:
            self._texts[key] = Texts({words(place.slots[at].cell(row)) for row in place.table.rows})
        return self._texts[key]


@dataclass(slots=True)
class _Draft:
    """What a formula turns out to need while it is written. Columns are those of the sheet."""

    home: Place | None
    operands: dict[int, None] = field(default_factory=dict)
    criteria: dict[int, Texts] = field(default_factory=dict)
    may_fail: bool = False
    derived: bool = True

    def own(self, key: str) -> int:
        """The column of the row where the formula stands."""
        if self.home is None:
            raise _UnresolvedError
        return _column(self.home, key)

    def form(self, at: int) -> Form | None:
        return self.home.slots[at].column.form if self.home else None


def _column(place: Place, key: str) -> int:
    at = place.columns.get(key)
    if at is None:
        raise _UnresolvedError
    return at


def _range(place: Place, at: int) -> str:
    """The column from the first body row to the last."""
    return place.range(at, place.body[0][0], place.body[-1][1])


def _empty_beside_body(place: Place, at: int) -> bool:
    return all(place.slots[at].cell(row) in (None, "") for row in place.table.rows if row.kind is not RowKind.BODY)


def _text_criterion(text: str, among: Texts) -> str:
    if not (among.finds(text) or among.misses(text)):
        raise _UnresolvedError
    return '"' + text.replace('"', '""') + '"'


def _number_criterion(where: Where, form: Form, draft: _Draft) -> str:
    """A comparison in words goes through fifteen digits: no rate is compared so."""
    if isinstance(where.value, str | Term):
        raise _UnresolvedError
    if isinstance(where.value, int):
        return str(where.value) if where.sign is Sign.EQUAL else f'"{where.sign}{where.value}"'
    own = draft.own(where.value.column)
    forms = {form, draft.form(own)}
    if not forms <= set(NUMBERS) or (where.sign is not Sign.EQUAL and Form.RATE in forms):
        raise _UnresolvedError
    draft.operands[own] = None
    cell = f"${xl_col_to_name(own)}{_LINE}"
    return cell if where.sign is Sign.EQUAL else f'"{where.sign}"&{cell}'
