"""What stands where: which table on which sheet, which of its columns in which of the sheet's."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from xlsxwriter.utility import xl_col_to_name

from tthc.formats.xlsx.names import LONGEST, sheet_name
from tthc.messages import _
from tthc.report.model import Block, Cell, Chart, Column, Form, Heading, Report, Row, RowKind, Span, Table

_LONG = 24  # characters in a code
_SHORT = 15  # rows of a table that leave room for a chart on their page
_NUMBER = re.compile(r"^(?:[0-9]+|[IVX]+)\. ")  # of a section: a workbook has others
TITLE, NOTE, HEAD, TOP = range(4)  # lines of a sheet, counted from 0; rows of the table from TOP on


@dataclass(frozen=True, slots=True)
class Slot:
    """A column of a sheet. Where a column of the report holds ranges, a second one behind it takes their upper ends."""

    at: int  # which cell of a row
    column: Column
    upper: bool = False

    @property
    def label(self) -> str:
        return _("{label}, to").format(label=self.column.label) if self.upper else self.column.label

    def cell(self, row: Row) -> Cell:
        cell = row.cells[self.at]
        if isinstance(cell, Span) and self.column.form is not Form.TEXT:
            return cell.high if self.upper else cell.low
        return None if self.upper else cell


@dataclass(frozen=True)
class Place:
    """A table and its sheet. `caption` is the headings it stands under and its title."""

    table: Table
    sheet: str
    caption: str

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The columns of the page, then those in detail: what is printed stands together."""
        slots = (
            Slot(at, column, upper)
            for at, column in enumerate(self.table.columns)
            for upper in ((False, True) if column.form is not Form.TEXT and self._has_ranges(at) else (False,))
        )
        return tuple(sorted(slots, key=lambda slot: slot.column.detail))

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """How each column of the sheet is written: codes as long as sentences are broken over lines as words are."""
        return tuple(Form.TEXT if self._is_long(slot) else slot.column.form for slot in self.slots)

    def _is_long(self, slot: Slot) -> bool:
        cells = (slot.cell(row) for row in self.table.rows)
        return slot.column.form is Form.CODE and any(isinstance(cell, str) and len(cell) > _LONG for cell in cells)

    @property
    def printed(self) -> int:
        """How many columns of the sheet are those of the page."""
        return sum(not slot.column.detail for slot in self.slots) or len(self.slots)

    def _has_ranges(self, at: int) -> bool:
        return any(isinstance(row.cells[at], Span) for row in self.table.rows)

    @cached_property
    def columns(self) -> dict[str, int]:
        """Where on the sheet the column of a key stands; a key that two columns have names none."""
        count = Counter(column.key for column in self.table.columns)
        return {
            slot.column.key: at for at, slot in enumerate(self.slots) if count[slot.column.key] == 1 and not slot.upper
        }

    @cached_property
    def body(self) -> tuple[tuple[int, int], ...]:
        """The runs of body rows, as first and last line of the sheet."""
        runs: list[tuple[int, int]] = []
        for line, row in enumerate(self.table.rows, TOP):
            if row.kind is RowKind.BODY:
                first = runs.pop()[0] if runs and runs[-1][1] == line - 1 else line
                runs.append((first, line))
        return tuple(runs)

    @cached_property
    def grouped(self) -> bool:
        return any(row.kind is RowKind.GROUP for row in self.table.rows)

    @property
    def last(self) -> int:
        """The line of the last row, or of the head where there is none."""
        return HEAD + len(self.table.rows)

    def range(self, at: int, first: int, last: int) -> str:
        """Cells of the sheet's column `at`, as another sheet refers to them."""
        letter = xl_col_to_name(at)
        return f"{quoted(self.sheet)}!${letter}${first + 1}:${letter}${last + 1}"


def quoted(sheet: str) -> str:
    return "'" + sheet.replace("'", "''") + "'"


def places(report: Report, taken: set[str]) -> list[Place]:
    """A sheet for every table of the report, in the order they stand. `taken` are the names of other sheets."""
    found = []
    annexes = tuple(f"{name}. {annex.title}" for name, annex in zip(report.annex_names, report.annexes, strict=True))
    for headings, table in _tables(report):
        first = next((column.label for column in table.columns if column.form is Form.TEXT), table.key)
        wishes = (table.title,) if table.title else (headings[-1] if headings else report.title, first)
        if wishes[0] in annexes and len(wishes[0]) > LONGEST:  # the front sheet and the caption have the whole title
            wishes = (report.annex_names[annexes.index(wishes[0])], *wishes)
        name = sheet_name(tuple(_NUMBER.sub("", wish) for wish in wishes), taken)
        found.append(Place(table, name, " – ".join(dict.fromkeys(filter(None, (*headings, table.title)))) or name))
    return found


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, the table it draws, and the sheet it stands on."""

    chart: Chart
    place: Place
    sheet: str

    @property
    def apart(self) -> bool:
        """On a sheet of its own: under a long table nobody would find it, and pages would cut it in two."""
        return self.sheet != self.place.sheet


def drawings(report: Report, places: Sequence[Place], taken: set[str]) -> list[Drawing]:
    """Every chart whose table and columns are in the workbook."""
    found = []
    for chart in report.outline:
        if not isinstance(chart, Chart):
            continue
        place = next((place for place in places if place.table.key == chart.table), None)
        if place and place.body and {chart.label, chart.value} <= place.columns.keys():
            apart = len(place.table.rows) > _SHORT
            wishes = (chart.title, _("Chart: {title}").format(title=chart.title))
            found.append(Drawing(chart, place, sheet_name(wishes, taken) if apart else place.sheet))
    return found


def _tables(report: Report) -> Iterator[tuple[tuple[str, ...], Table]]:
    """Every table that has columns, behind the headings it stands under: of its annex, and the last one before it."""
    parts: list[tuple[str, tuple[Block, ...]]] = [("", report.blocks)]
    for name, annex in zip(report.annex_names, report.annexes, strict=True):
        parts.append((f"{name}. {annex.title}", annex.blocks))
    for title, blocks in parts:
        heading = ""
        for block in blocks:
            if isinstance(block, Heading):
                heading = block.text
            elif isinstance(block, Table) and block.columns:
                yield tuple(filter(None, (title, heading))), block
