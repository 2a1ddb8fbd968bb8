"""Documents made of a small catalogue that has something of everything, and formulas worked out by hand."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tthc.report.formula import Aggregate, Difference, Formula, Function, Own, Quotient, Sign
from tthc.report.model import Cell, Figures, Report, Row, RowKind, Span, Table
from tthc.report.term import Term

MANIFEST = """\
jurisdiction: {name: Tỉnh Thử Nghiệm}
edition: 2026-10-01
targets: [{id: a, rate: 30%, ground: Kế hoạch của tỉnh, due: 2026-12-31}]
claims:
  - {id: tong, text: Tổng số 9 thủ tục, stated: 9, measure: {of: procedures}}
  - {id: sai, text: Cả tỉnh có 40 thủ tục, stated: 40, measure: {of: procedures}}
"""
AGENCIES = """\
agencies:
  - {id: so-xay-dung, name: Sở Xây dựng, level: province}
  - {id: so-y-te, name: Sở Y tế, level: province}
"""
BUILDING = """\
- code: "9.000001"
  name: Cấp giấy phép xây dựng
  level: province
  legal: {deadline: 20 ngày làm việc, basis: [50/2014/QH13 Điều 89]}
  local: {deadline: 10 ngày làm việc}
  channels: [direct, online]
  steps: [Nộp hồ sơ trực tuyến. Sở thẩm định và cấp giấy phép.]
  dossier: [{name: Đơn đề nghị, form: Mẫu 01, electronic_form: false}]
  fee: Không
  result: {name: Giấy phép, delivery: [electronic]}
  online: {level: full, presence: false, site_visit: false, original: false}
- code: "9.000002"
  name: Gia hạn giấy phép xây dựng
  level: province
  legal: {deadline: 5 ngày làm việc}
  local: {deadline: 5 ngày làm việc}
  channels: [direct, online]
  dossier: [{name: Đơn đề nghị, form: Mẫu 02, electronic_form: true}]
  fee: Không
  result: {name: Giấy phép, delivery: [electronic]}
  online: {level: partial, presence: true, site_visit: false, original: false}
- code: "9.000003"
  name: Cấp chứng chỉ hành nghề xây dựng
  level: province
  legal: {deadline: 10 ngày}
  local: {deadline: 12 ngày}
  online: {level: information}
- code: "9.000004"
  name: Cấp phép lưu động
  level: [province, commune]
  legal: {deadline: 7-10 ngày}
  local: {deadline: trong ngày}
  online: {level: information, reason: Ít hồ sơ}
- {code: "6.000001", name: Phê duyệt quy hoạch, level: province, internal: true}
- {code: "9.000005", name: Kiểm tra của ngành dọc, level: vertical}
"""
HEALTH = """\
agency: so-y-te
field: Khám bệnh, chữa bệnh
procedures:
  - {code: "9.000006", name: Cấp phép lưu động, level: [province, commune], legal: {deadline: 4 ngày}}
  - {code: "9.000007", name: Cấp giấy phép hoạt động phòng khám, level: province}
  - {code: "9.000007", name: Cấp giấy phép hoạt động cho phòng khám, level: province}
"""
STATISTICS = "code,received,online,on_time\n9.000001,300,120,290\n9.000002,50,20,50\n"


@pytest.fixture
def province(folder: Any) -> Any:
    """A catalogue on disk with a bit of everything."""
    folder.write("catalogue.yaml", MANIFEST)
    folder.write("agencies.yaml", AGENCIES)
    folder.records(BUILDING)
    folder.write("procedures/so-y-te/kham-benh.yaml", HEALTH)
    folder.write("statistics/2026.csv", STATISTICS)
    return folder


@pytest.fixture
def made(province: Any) -> Callable[..., Report]:
    """Makes a document of the catalogue: the kind, and filters."""
    return lambda kind, **filters: document(province.root, kind, **filters)


def document(root: Path, kind: str, **filters: Any) -> Report:
    from tthc.analysis.calendars import official
    from tthc.analysis.durations import Convention
    from tthc.catalogue.selection import Selection
    from tthc.cli import days, documents, reading
    from tthc.report.official.common import Stated, part

    selection = Selection(**filters)
    whole = reading.catalogue(root)
    selected = reading.selected(whole, selection)
    day = days.default(selected)
    asked = documents.Asked(
        whole=whole,
        selected=selected,
        stated=Stated(selected.manifest.edition, "", part(selected, selection)),
        day=day,
        calendar=official(),
        convention=Convention.NOMINAL,
        selection=selection,
        since=None,
    )
    return documents.KINDS[kind](asked)


@pytest.fixture
def recomputed() -> Callable[[Report], list[tuple[str, Fraction | None, Fraction | None]]]:
    """Every value of a report that has a formula: where it stands, what is stated, what the formula gives."""
    return every_value


def every_value(report: Report) -> list[tuple[str, Fraction | None, Fraction | None]]:
    tables = {table.key: table for table in report.tables}
    found = [
        (figure.key, number(figure.value), worked_out(figure.formula, tables))
        for block in report.outline
        if isinstance(block, Figures)
        for figure in block.items
        if figure.formula
    ]
    for table in report.tables:
        for at, column in enumerate(table.columns):
            if column.formula:
                found += [
                    (f"{table.key}.{column.key}", number(row.cells[at]), worked_out(column.formula, tables, table, row))
                    for row in table.rows
                    if row.kind is RowKind.BODY
                ]
    return found


def worked_out(
    formula: Formula, tables: dict[str, Table], home: Table | None = None, row: Row | None = None
) -> Fraction | None:
    match formula:
        case Own(column):
            return number(cell(home, row, column))
        case Difference(left, right):
            first, second = (worked_out(each, tables, home, row) for each in (left, right))
            return None if first is None or second is None else first - second
        case Quotient(part, whole):
            first, second = (worked_out(each, tables, home, row) for each in (part, whole))
            return first / second if first is not None and second else None
        case Aggregate(function, key, column, where):
            table = tables[key]
            numbers = [
                value
                for each in table.rows
                if each.kind is RowKind.BODY and all(meets(table, each, one, home, row) for one in where)
                if (value := number(cell(table, each, column))) is not None
            ]
            if function is Function.COUNT:
                return Fraction(len(numbers))
            total = sum(numbers, Fraction(0))
            return total if function is Function.SUM else total / len(numbers) if numbers else None
    raise AssertionError(formula)


def meets(table: Table, each: Row, where: Any, home: Table | None, row: Row | None) -> bool:
    wanted = cell(home, row, where.value.column) if isinstance(where.value, Own) else where.value
    found = cell(table, each, where.column)
    if isinstance(wanted, Term):
        return where.sign is Sign.EQUAL and isinstance(found, Term) and found.key == wanted.key
    if isinstance(wanted, str):
        return where.sign is Sign.EQUAL and words(found) == words(wanted)
    left, right = number(found), number(wanted)
    if left is None or right is None:
        return False
    return {Sign.EQUAL: left == right, Sign.ABOVE: left > right, Sign.BELOW: left < right}[where.sign]


def cell(table: Table | None, row: Row | None, column: str) -> Cell:
    assert table
    assert row
    return row.cells[[each.key for each in table.columns].index(column)]


def words(value: Cell) -> Cell:
    return value.text if isinstance(value, Term) else value


def number(value: Cell) -> Fraction | None:
    if isinstance(value, Span):
        value = value.low
    return Fraction(value) if isinstance(value, int | Decimal | Fraction) else None


@pytest.fixture
def made_of() -> Callable[..., Report]:
    """Makes a document of a catalogue in any folder."""
    return document
