"""Writing workbooks, against what XlsxWriter alone needs for the same cells; and how both grow with the rows."""

import io
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_cell_to_rowcol

from benchmarks.measure import PYTHON, run, table
from tools.office import Cell, read
from tthc.formats import xlsx
from tthc.report.formula import Difference, Function, Own, Quotient
from tthc.report.model import Column, Form, Report, Row, RowKind, Table

ROWS = 1_803
SIZES = (1_803, 18_000, 110_000)
FIELDS = 60
DETAIL = ("field", "managing", "level", "unit", "band")
COLUMNS = (
    Column("number", "STT", Form.COUNT),
    Column("code", "Mã", Form.CODE),
    Column("name", "Tên thủ tục"),
    Column("agency", "Cơ quan thực hiện"),
    Column("legal", "Thời hạn theo quy định"),
    Column("local", "Thời hạn sau cắt giảm"),
    Column("legal_days", "Theo quy định (số)", Form.AMOUNT, total=Function.SUM, detail=True),
    Column("local_days", "Sau cắt giảm (số)", Form.AMOUNT, total=Function.SUM, detail=True),
    Column("cut", "Cắt giảm", Form.AMOUNT, Difference(Own("legal_days"), Own("local_days")), Function.SUM),
    Column("rate", "Tỷ lệ (%)", Form.RATE, Quotient(Own("cut"), Own("legal_days"))),
    Column("basis", "Căn cứ pháp lý"),
    *(Column(key, key, detail=True) for key in DETAIL),
)


def report(size: int) -> Report:
    """An annex of so many procedures in 16 columns, by field, with sub-totals."""
    return Report("cuts", "Cắt giảm", "", (Table("annex", "Phụ lục", COLUMNS, tuple(_rows(size))),))


def _rows(size: int) -> Iterator[Row]:
    each = -(-size // FIELDS)
    for first in range(0, size, each):
        days = [5 + n % 30 for n in range(first, min(size, first + each))]
        field = f"Lĩnh vực {first // each + 1}"
        total, half = sum(days), Decimal(sum(days)) / 2
        yield Row((None, None, field, *[None] * 3, total, half, half, Fraction(1, 2), *[None] * 6), RowKind.GROUP)
        for n, legal in enumerate(days, first):
            yield Row(
                (
                    n + 1,
                    f"9.{n:06}",
                    f"Cấp giấy chứng nhận đủ điều kiện hoạt động số {n + 1} cho tổ chức, cá nhân",
                    "Sở Tài chính; Ủy ban nhân dân tỉnh",
                    f"{legal} ngày kể từ ngày nhận đủ hồ sơ hợp lệ",
                    f"{legal / 2:n} ngày làm việc",
                    legal,
                    Decimal(legal) / 2,
                    Decimal(legal) / 2,
                    Fraction(1, 2),
                    "61/2020/QH14 Điều 33; 31/2021/NĐ-CP",
                    field,
                    "Sở Tài chính",
                    "cấp tỉnh",
                    "ngày",
                    "cắt giảm từ 50% đến dưới 70%",
                )
            )


def main() -> None:
    """Ratio to XlsxWriter writing the same cells and nothing else (aim: 2), then time and memory at three sizes."""
    _against_the_library()
    _growth()


def _against_the_library() -> None:
    made = report(ROWS)
    sheets = {
        name: [(*xl_cell_to_rowcol(place), cell) for place, cell in cells.items()]
        for name, cells in read(io.BytesIO(xlsx.render(made))).items()
    }
    ratios, ours, floors = [], [], []
    for _round in range(7):
        start = time.perf_counter()
        _plain(sheets)
        middle = time.perf_counter()
        xlsx.render(made)
        end = time.perf_counter()
        floors.append(middle - start)
        ours.append(end - middle)
        ratios.append(ours[-1] / floors[-1])
    middle_of = len(ratios) // 2
    cells = [cell for sheet in sheets.values() for _line, _at, cell in sheet]
    row = (
        f"{ROWS:,} rows, {len(cells):,} cells, {sum(cell.formula is not None for cell in cells):,} formulas",
        f"{sorted(ours)[middle_of]:.2f} s",
        f"{sorted(floors)[middle_of]:.2f} s",
        f"{sorted(ratios)[middle_of]:.1f} ×",
        "2 ×",
    )
    table("Writing a workbook, in one process", ("workbook", "tthc", "XlsxWriter", "ratio", "aim"), [row])


def _plain(sheets: dict[str, list[tuple[int, int, Cell]]]) -> bytes:
    out = io.BytesIO()
    book = Workbook(out, {"constant_memory": True})
    for name, cells in sheets.items():
        sheet = book.add_worksheet(name)
        for line, at, cell in cells:
            if cell.formula is not None:
                sheet.write_formula(line, at, cell.formula, None, cell.value)
            elif isinstance(cell.value, float):
                sheet.write_number(line, at, cell.value)
            elif cell.value is not None:
                sheet.write_string(line, at, cell.value)
    book.close()
    return out.getvalue()


RENDER = (
    "import sys; from benchmarks.workbook import report; from tthc.formats import xlsx; xlsx.render(report({size}))"
)


def _growth() -> None:
    rows = []
    for size in SIZES:
        result = run([PYTHON, "-c", RENDER.format(size=size)])
        each = result.seconds / size * 1e6
        rows.append((f"{size:,}", f"{result.seconds:.2f} s", f"{each:.0f} µs", f"{result.peak_mib:.0f} MiB"))
    table("Writing workbooks of growing size, whole process", ("rows", "time", "each", "peak"), rows)


if __name__ == "__main__":
    sys.exit(main())
