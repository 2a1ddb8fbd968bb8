"""What a report says, free of any format: headings, paragraphs, key figures, tables, notes.

Analyses know nothing of formats and formats nothing of analyses; both know this. Values stay exact (`Decimal`,
`Fraction`) and are rounded once, where they are printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tthc.messages import _
from tthc.report.formula import Aggregate, Difference, Formula, Function, Quotient
from tthc.report.term import Term
from tthc.text import numbers


class Form(StrEnum):
    """How a value is to be read and printed."""

    TEXT = "text"
    CODE = "code"  # an identifier: never a number, never broken over lines
    COUNT = "count"
    AMOUNT = "amount"  # days and other decimals
    RATE = "rate"  # a fraction of one, printed as a percentage


NUMBERS = (Form.COUNT, Form.AMOUNT, Form.RATE)


Value = str | int | Decimal | Fraction | None


@dataclass(frozen=True, slots=True)
class Span:
    """A range of values, printed as "60–72%"."""

    low: Value
    high: Value


Cell = Value | Span | Term


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """An aside: what was left out and why, a convention, a warning about the data."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure. `key` names it for machines and never changes with the language.

    `base` says of what (the denominator, the number compared, the convention): no figure stands without it.
    `definition` says how it is reckoned; `formula` says the same for machines, and from which table of the report: its
    rows are the entries behind the figure.
    """

    key: str
    label: str
    value: Cell
    form: Form = Form.COUNT
    base: str = ""
    definition: str = ""
    formula: Formula | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """Words and what they mean here, or sources and what they are."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `formula` is how each of its cells follows from others.

    `total` is how group and total rows follow from the body rows of their column; they follow `formula` where there is
    none. A column in `detail` is for spreadsheets and machines: a page has no room for it.
    """

    key: str
    label: str
    form: Form = Form.TEXT
    formula: Difference | Quotient | Aggregate | None = None
    total: Function | None = None
    detail: bool = False


class RowKind(StrEnum):
    BODY = "body"
    GROUP = "group"  # stands above the body rows it sums up
    TOTAL = "total"  # stands below all of them


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.BODY


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head. `most` rows are printed for people, who are told how many more there are; machines get all."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    most: int | None = None

    @property
    def printed(self) -> tuple[Row, ...]:
        return self.rows[: self.most]

    @property
    def page(self) -> "Table":
        """The table without the columns that a page has no room for."""
        shown = [at for at, column in enumerate(self.columns) if not column.detail]
        if len(shown) == len(self.columns):
            return self
        return self.with_columns(shown)

    def with_columns(self, kept: Sequence[int]) -> "Table":
        """The table with these of its columns only."""
        columns = tuple(self.columns[at] for at in kept)
        rows = tuple(Row(tuple(row.cells[at] for at in kept), row.kind) for row in self.rows)
        return replace(self, columns=columns, rows=rows)

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands under the printed rows: how many are left out, then the note."""
        left = len(self.rows) - len(self.printed)
        more = _("and {n} more; all of them: -o FILE.xlsx").format(n=numbers.count(left)) if left else ""
        return tuple(filter(None, (more, self.note)))


@dataclass(frozen=True, slots=True)
class Repeated:
    """What to add to a command so that it works on the same: ` -C FOLDER`, and the filters where it takes them."""

    folder: str = ""
    filters: str = ""

    @property
    def all(self) -> str:
        return self.folder + self.filters


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What to do next: a sentence and the command that does it (empty if there is none)."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars for the first `most` body rows of a table of the report: `label` and `value` name two of its columns."""

    title: str
    table: str
    label: str
    value: str
    most: int | None = None


Block = Heading | Paragraph | Note | Figures | Definitions | Table | Chart | Suggestions


@dataclass(frozen=True, slots=True)
class Annex:
    """A part that stands behind the text: in a document on pages of its own, as Phụ lục I, II …"""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """What makes a document of a report: its head and foot after NĐ 30/2020/NĐ-CP Điều 8 khoản 2.

    Number, date, signature and the signer's name are left for a person to fill in.
    """

    agency: str  # cơ quan ban hành
    parent: str = ""  # cơ quan chủ quản
    place: str = ""
    symbol: str = ""  # behind the number: BC-VPUBND
    name: str = ""  # tên loại: BÁO CÁO
    about: str = ""  # trích yếu
    grounds: tuple[str, ...] = ()  # căn cứ, without the sign that ends each
    recipients: tuple[str, ...] = ()  # nơi nhận
    signer: str = ""  # quyền hạn, chức vụ


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `kind` names it for machines, `main` the table that stands for it where there is room for one.

    `highlights` are the few figures to see first; a letter says them in its sentences. `facts` are for machines too: of
    which edition it is, at which revision.
    """

    kind: str
    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...] = ()
    letter: Letter | None = None
    highlights: tuple[Figure, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    main: str = ""

    @property
    def opening(self) -> tuple[Block, ...]:
        """The highlights, for formats in which they stand before all else."""
        return (Figures(self.highlights),) if self.highlights else ()

    @property
    def outline(self) -> tuple[Block, ...]:
        """All blocks in one row, each annex under a heading: for formats that know no annexes."""
        named = zip(self.annex_names, self.annexes, strict=True)
        annexes = (block for name, annex in named for block in (Heading(f"{name}. {annex.title}"), *annex.blocks))
        return (*self.blocks, *annexes)

    @property
    def annex_names(self) -> tuple[str, ...]:
        """What the text calls each annex: "Annex" where there is one, else "Annex I", "Annex II" …"""
        if len(self.annexes) == 1:
            return (_("Annex"),)
        return tuple(_("Annex {number}").format(number=numbers.roman(n + 1)) for n in range(len(self.annexes)))

    @property
    def main_table(self) -> Table | None:
        """The table the report names; never another in its place, so that a reader meets the columns he knows. The
        first where it names none."""
        return next((table for table in self.tables if self.main in ("", table.key)), None)

    def abridged(self, most: int) -> "Report":
        """The report with the first rows of the tables in its annexes."""

        def short(block: Block) -> Block:
            return replace(block, most=most) if isinstance(block, Table) and len(block.printed) > most else block

        return replace(
            self,
            annexes=tuple(replace(annex, blocks=tuple(map(short, annex.blocks))) for annex in self.annexes),
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table, in the order they stand."""
        return tuple(block for block in self.outline if isinstance(block, Table))


def table(
    key: str,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    note: str = "",
    *,
    most: int | None = None,
) -> Table:
    """A table of body rows only."""
    return Table(key, title, tuple(columns), tuple(Row(tuple(cells)) for cells in rows), note, most)
