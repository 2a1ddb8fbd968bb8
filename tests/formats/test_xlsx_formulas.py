"""Formulas of a workbook: what a spreadsheet makes of them is what the report states."""

import io
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.office import Cell, read
from tthc.formats import xlsx
from tthc.report.formula import Aggregate, Difference, Formula, Function, Own, Quotient, Sign, Where
from tthc.report.model import Cell as Stated
from tthc.report.model import Column, Figure, Figures, Form, Report, Row, RowKind, Span, Table, Term

# --- A spreadsheet, as small as it can be: the functions that we write, on cells that are read back.

_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")
      | (?P<cells>(?:'(?P<sheet>(?:[^']|'')*)'!)?
                  \$?(?P<column>[A-Z]{1,3})\$?(?P<first>\d+)(?::\$?[A-Z]{1,3}\$?(?P<last>\d+))?)
      | (?P<number>\d+(?:\.\d+)?)
      | (?P<name>[A-Z]+)(?=\()
      | (?P<sign>[-/=&(),])""",
    re.VERBOSE,
)
Result = float | str | None | list["Result"]


class FormulaError(Exception):
    """#DIV/0! and #VALUE!"""


@dataclass
class Spreadsheet:
    """Reckons every formula anew; nothing that is kept beside a formula is read."""

    sheets: dict[str, dict[str, Cell]]
    known: dict[tuple[str, str], Result] = field(default_factory=dict)

    def value(self, sheet: str, name: str) -> Result:
        if (sheet, name) not in self.known:
            cell = self.sheets[sheet].get(name, Cell(None))
            self.known[sheet, name] = cell.value if cell.formula is None else self.reckon(cell.formula, sheet)
        return self.known[sheet, name]

    def reckon(self, formula: str, sheet: str) -> Result:
        tokens, at = [], 0
        while at < len(formula):
            match = _TOKEN.match(formula, at)
            assert match, formula[at:]
            tokens.append(match)
            at = match.end()
        value = _Reading(self, sheet, tokens).comparison()
        return value[0] if isinstance(value, list) else value

    def cells(self, match: re.Match[str], sheet: str, *, subtotals: bool = True) -> list[Result]:
        of = (match["sheet"] or "").replace("''", "'") or sheet
        names = [
            f"{match['column']}{line}" for line in range(int(match["first"]), int(match["last"] or match["first"]) + 1)
        ]
        kept = [
            name
            for name in names
            if subtotals or "SUBTOTAL(" not in (self.sheets[of].get(name, Cell(None)).formula or "")
        ]
        return [self.value(of, name) for name in kept]


@dataclass
class _Reading:
    spreadsheet: Spreadsheet
    sheet: str
    tokens: list[re.Match[str]]
    at: int = 0

    def accept(self, *signs: str) -> str | None:
        if self.at < len(self.tokens) and self.tokens[self.at]["sign"] in signs:
            self.at += 1
            return self.tokens[self.at - 1]["sign"]
        return None

    def comparison(self) -> Result:
        left = self.joined()
        return float(left == self.joined()) if self.accept("=") else left

    def joined(self) -> Result:
        left = self.difference()
        if self.accept("&"):
            right = _one(self.difference())
            return f"{_one(left)}{right:g}"
        return left

    def difference(self) -> Result:
        left = self.quotient()
        while self.accept("-"):
            left = _number(left) - _number(self.quotient())
        return left

    def quotient(self) -> Result:
        left = self.atom()
        while self.accept("/"):
            whole = _number(self.atom())
            if whole == 0:
                raise FormulaError
            left = _number(left) / whole
        return left

    def atom(self) -> Result:
        if self.accept("("):
            inner = self.comparison()
            assert self.accept(")")
            return inner
        token = self.tokens[self.at]
        self.at += 1
        if token["text"]:
            return token["text"][1:-1].replace('""', '"')
        if token["number"]:
            return float(token["number"])
        if token["cells"]:
            return self.spreadsheet.cells(token, self.sheet)
        return self.call(token["name"])

    def call(self, name: str) -> Result:
        assert self.accept("(")
        start = self.at
        arguments: list[Result] = []
        failed = False
        while True:
            begun = self.at
            try:
                arguments.append(self.comparison())
            except FormulaError:
                failed = True
                self.skip(begun)
                arguments.append(None)
            if not self.accept(","):
                break
        assert self.accept(")")
        if name == "IFERROR":
            return arguments[1] if failed else arguments[0]
        if name == "IF" and not failed:
            return arguments[1] if arguments[0] else arguments[2]
        if name == "IF" and not arguments[0]:
            return arguments[2]
        if failed:
            raise FormulaError
        if name == "SUBTOTAL":
            which = {1.0: "AVERAGE", 2.0: "COUNT", 9.0: "SUM"}[_number(arguments[0])]
            return _fold(which, self.spreadsheet.cells(self.tokens[start + 2], self.sheet, subtotals=False))
        if name.endswith("IFS"):
            return self.conditional(name.removesuffix("S").removesuffix("IF"), arguments)
        return _fold(name, [each for one in arguments for each in (one if isinstance(one, list) else [one])])

    def skip(self, begun: int) -> None:
        """To the end of the argument that begins there."""
        self.at, depth = begun, 0
        while depth or self.tokens[self.at]["sign"] not in (",", ")"):
            depth += {"(": 1, ")": -1}.get(self.tokens[self.at]["sign"] or "", 0)
            self.at += 1

    @staticmethod
    def conditional(name: str, arguments: list[Result]) -> Result:
        counted = arguments[0]
        pairs = arguments if name == "COUNT" else arguments[1:]
        assert isinstance(counted, list)
        for cells in pairs[::2]:
            assert isinstance(cells, list)
            assert len(cells) == len(counted)
        kept = [
            cell
            for at, cell in enumerate(counted)
            if all(_meets(cells[at], _one(criterion)) for cells, criterion in zip(pairs[::2], pairs[1::2], strict=True))
        ]
        return float(len(kept)) if name == "COUNT" else _fold(name, kept)


def _one(value: Result) -> Result:
    return value[0] if isinstance(value, list) else value


def _number(value: Result) -> float:
    value = _one(value)
    if isinstance(value, str):
        raise FormulaError
    return value or 0.0


def _fold(name: str, cells: list[Result]) -> float:
    numbers = [cell for cell in cells if isinstance(cell, float)]
    if name == "COUNT":
        return float(len(numbers))
    if name == "SUM":
        return math.fsum(numbers)
    if not numbers:
        raise FormulaError
    return math.fsum(numbers) / len(numbers)


def _meets(cell: Result, criterion: Result) -> bool:
    """As Excel reads criteria: operators, numbers in words, wildcards, no difference of upper and lower case."""
    if isinstance(criterion, float):
        return cell == criterion or (isinstance(cell, str) and _as_number(cell) == criterion)
    assert isinstance(criterion, str)
    assert len(criterion) <= 255
    match = re.match("<>|>|<|=|", criterion)
    assert match
    sign, rest = match[0], criterion[match.end() :]
    if sign == "<>":
        assert not rest
        return cell is not None
    value = _as_number(rest)
    if sign in "<>" and sign:
        assert value is not None
        return isinstance(cell, float) and (cell > value if sign == ">" else cell < value)
    if value is not None:
        return cell == value or (isinstance(cell, str) and _as_number(cell) == value)
    wild = re.sub(r"~(.)|(\*)|(\?)|(.)", _wild, rest, flags=re.DOTALL)
    return isinstance(cell, str) and re.fullmatch(wild, cell, re.IGNORECASE | re.DOTALL) is not None


def _wild(match: re.Match[str]) -> str:
    return ".*" if match[2] else "." if match[3] else re.escape(match[1] or match[4])


def _as_number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


# --- What the report means by its formulas, exactly.

Rows = list[dict[str, Stated]]


def _low(cell: Stated) -> Fraction | None:
    cell = cell.low if isinstance(cell, Span) else cell
    return Fraction(cell) if isinstance(cell, int | Decimal | Fraction) else None


def meant(formula: Formula, own: dict[str, Stated], tables: dict[str, Rows]) -> Fraction | None:
    match formula:
        case Own(column):
            return _low(own[column])
        case Difference(left, right):
            first, second = meant(left, own, tables), meant(right, own, tables)
            return None if first is None or second is None else first - second
        case Quotient(part, whole):
            first, second = meant(part, own, tables), meant(whole, own, tables)
            return None if first is None or not second else first / second
        case Aggregate(function, table, column, where):
            rows = [row for row in tables[table] if all(_holds(each, row, own) for each in where)]
            return _folded(function, [number for row in rows if (number := _low(row[column])) is not None])


def _holds(where: Where, row: dict[str, Stated], own: dict[str, Stated]) -> bool:
    cell, value = row[where.column], where.value
    value = own[value.column] if isinstance(value, Own) else value
    value = value.text if isinstance(value, Term) else value
    if isinstance(value, str) or isinstance(cell, str | Term):
        assert where.sign is Sign.EQUAL
        return (cell.text if isinstance(cell, Term) else cell) == value
    left, right = _low(cell), _low(value)
    if left is None or right is None:
        return False
    return {Sign.EQUAL: left == right, Sign.ABOVE: left > right, Sign.BELOW: left < right}[where.sign]


def _folded(function: Function, numbers: list[Fraction]) -> Fraction | None:
    if function is Function.COUNT:
        return Fraction(len(numbers))
    if function is Function.SUM:
        return sum(numbers, Fraction(0))
    return sum(numbers, Fraction(0)) / len(numbers) if numbers else None


# --- Both are asked about the same reports.

FIELDS = (
    "Đất đai",
    "ĐẤT ĐAI",
    "Hộ tịch",
    "a*",
    "ab",
    "<b",
    "=1+1",
    "5",
    "5.0",
    "1e5",
    "true",
    "",
    "SUM(1)",
    'nói "x"',
    "x" * 300,
)
_DAYS = st.one_of(st.none(), st.integers(0, 40), st.decimals(0, 40, places=1))
_COLUMNS = (
    Column("number", "STT", Form.COUNT),
    Column("field", "Lĩnh vực", detail=True),
    Column("legal", "Theo quy định", Form.AMOUNT, total=Function.SUM, detail=True),
    Column("local", "Của tỉnh", Form.AMOUNT, total=Function.MEAN),
    Column("cut", "Cắt giảm", Form.AMOUNT, Difference(Own("legal"), Own("local")), Function.SUM),
    Column("rate", "Tỷ lệ", Form.RATE, Quotient(Own("cut"), Own("legal")), Function.COUNT),
    Column("part", "Còn lại", Form.RATE, Quotient(Difference(Own("legal"), Own("cut")), Own("legal"))),
)
_OF_FIELD = (Where("field", Sign.EQUAL, Own("name")),)
_CUT = Where("rate", Sign.ABOVE, 0)
_LEGAL = Aggregate(Function.SUM, "annex", "legal", _OF_FIELD)
_GROUPS = (
    Column("name", "Lĩnh vực"),
    Column("compared", "So sánh", Form.COUNT, Aggregate(Function.COUNT, "annex", "rate", _OF_FIELD)),
    Column("cut", "Được cắt giảm", Form.COUNT, Aggregate(Function.COUNT, "annex", "rate", (*_OF_FIELD, _CUT))),
    Column("days", "Ngày", Form.AMOUNT, Aggregate(Function.SUM, "annex", "cut", _OF_FIELD)),
    Column("mean", "Bình quân", Form.RATE, Aggregate(Function.MEAN, "annex", "rate", _OF_FIELD)),
    Column("share", "Phần", Form.RATE, Quotient(_LEGAL, Aggregate(Function.SUM, "annex", "legal"))),
)
_FIGURES = (
    Aggregate(Function.MEAN, "annex", "rate"),
    Aggregate(Function.COUNT, "annex", "rate", (_CUT,)),
    Aggregate(
        Function.COUNT, "annex", "legal", (Where("local", Sign.BELOW, 10), Where("field", Sign.EQUAL, "Hộ tịch"))
    ),
    Quotient(Aggregate(Function.SUM, "annex", "cut"), Aggregate(Function.SUM, "annex", "legal")),
    Aggregate(Function.COUNT, "annex", "field", (Where("field", Sign.EQUAL, "Hộ tịch"),)),  # texts are no numbers
    Aggregate(Function.SUM, "annex", "cut", (Where("field", Sign.EQUAL, Term("ho-tich", "Hộ tịch")),)),
)


def _row(values: dict[str, Stated], columns: tuple[Column, ...], kind: RowKind = RowKind.BODY) -> Row:
    return Row(tuple(values.get(column.key) for column in columns), kind)


def _derived(values: dict[str, Stated], tables: dict[str, Rows], columns: tuple[Column, ...]) -> dict[str, Stated]:
    """The values with those that follow from them."""
    for column in columns:
        if column.formula and column.key not in values:
            values[column.key] = meant(column.formula, values, tables)
    return values


def _summed(name: str, rows: Rows) -> dict[str, Stated]:
    totals: dict[str, Stated] = {
        column.key: _folded(column.total, [number for row in rows if (number := _low(row[column.key])) is not None])
        for column in _COLUMNS
        if column.total
    }
    return _derived({"field": None, **totals, "cut": totals["cut"]}, {}, _COLUMNS)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    grouped, totalled, headless = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    lines: list[Row] = []
    body: Rows = []
    for name in draw(st.lists(st.sampled_from(FIELDS), max_size=3, unique=True)):
        found: Rows = [
            _derived({"number": None if headless else 1, "field": name, "legal": legal, "local": local}, {}, _COLUMNS)
            for legal, local in draw(st.lists(st.tuples(_DAYS, _DAYS), max_size=3))
        ]
        if grouped:
            lines.append(_row(_summed(name, found), _COLUMNS, RowKind.GROUP))
        lines += [_row(values, _COLUMNS) for values in found]
        body += found
    if totalled:
        lines.append(_row(_summed("TỔNG CỘNG", body), _COLUMNS, RowKind.TOTAL))
    tables = {"annex": body}
    names = draw(st.lists(st.sampled_from(FIELDS), max_size=4))
    groups = [_row(_derived({"name": name}, tables, _GROUPS), _GROUPS) for name in names]
    values = [meant(formula, {}, tables) for formula in _FIGURES]
    figures = [Figure(f"f{at}", "", value, Form.RATE, formula=_FIGURES[at]) for at, value in enumerate(values)]
    return Report(
        "x",
        "Báo cáo",
        "",
        (
            Figures(tuple(figures)),
            Table("groups", "Nhóm", _GROUPS, tuple(groups)),
            Table("annex", "Phụ lục's", _COLUMNS, tuple(lines)),
        ),
    )


def formulas(report: Report) -> Iterator[tuple[Cell, Result]]:
    """Every cell with a formula, and what a spreadsheet makes of it."""
    sheets = read(io.BytesIO(xlsx.render(report)))
    spreadsheet = Spreadsheet(sheets)
    for sheet, cells in sheets.items():
        for name, cell in cells.items():
            if cell.formula is not None:
                yield cell, spreadsheet.value(sheet, name)


@settings(max_examples=100, deadline=None)
@given(reports())
def test_every_formula_gives_the_value_that_is_kept_beside_it(report: Report) -> None:
    for cell, reckoned in formulas(report):
        kept = cell.value
        if isinstance(kept, float):
            assert isinstance(reckoned, float), cell
            assert math.isclose(kept, reckoned, rel_tol=5e-15, abs_tol=1e-14), cell
        else:
            assert not kept, cell
            assert not reckoned, cell


@settings(max_examples=30, deadline=None)
@given(reports())
def test_every_value_is_the_exact_one(report: Report) -> None:
    sheets = read(io.BytesIO(xlsx.render(report)))
    for table, name in zip(report.tables, ("Nhóm", "Phụ lục's"), strict=True):
        order = sorted(range(len(table.columns)), key=lambda at: table.columns[at].detail)
        for line, row in enumerate(table.rows, 4):
            for column, at in zip("ABCDEFG", order, strict=False):
                stated, cell = row.cells[at], sheets[name][f"{column}{line}"]
                if isinstance(stated, str | None):
                    assert (cell.value or None) == (stated or None)
                else:
                    assert isinstance(cell.value, float)
                    assert math.isclose(cell.value, float(stated), rel_tol=5e-16)


def test_the_fixture_is_live(document: Report) -> None:
    found = [cell.formula for cell, _reckoned in formulas(document)]
    assert len(found) == 2 + 6 + 3 * 3 + 4 + 7  # figures; groups; subtotals; cuts; rates
    for cell, reckoned in formulas(document):
        assert cell.value == reckoned or (not cell.value and not reckoned), cell


def test_names_that_a_criterion_would_misread_are_looked_up_by_nobody() -> None:
    """COUNTIFS takes "5" for a number, "a*" for all that begins with a, "ĐẤT ĐAI" for "Đất đai"."""
    body: Rows = [
        _derived({"number": 1, "field": name, "legal": at + 1, "local": 0}, {}, _COLUMNS)
        for at, name in enumerate(FIELDS)
    ]
    groups = [_row(_derived({"name": name}, {"annex": body}, _GROUPS), _GROUPS) for name in FIELDS]
    annex = Table("annex", "Phụ lục", _COLUMNS, tuple(_row(values, _COLUMNS) for values in body))
    report = Report("x", "", "", (Table("groups", "Nhóm", _GROUPS, tuple(groups)), annex))
    for cell, reckoned in formulas(report):
        assert cell.value == pytest.approx(reckoned), cell
    live = [
        name
        for name, cell in zip(FIELDS, (_groups(report)[f"D{line}"] for line in range(4, 99)), strict=False)
        if cell.formula
    ]
    assert live == ["Hộ tịch", "ab", 'nói "x"']


def _groups(report: Report) -> dict[str, Cell]:
    return read(io.BytesIO(xlsx.render(report)))["Nhóm"]
