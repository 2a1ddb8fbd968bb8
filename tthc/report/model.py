"""What a report says, free of any format: headings, paragraphs, key figures, tables, notes.

Analyses know nothing of formats and formats nothing of analyses; both know this. Values stay exact (`Decimal`,
`Fraction`) and are rounded once, where they are printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tthc.messages import _
from tthc.text import numbers


class Form(StrEnum):
    """How a value is to be read and printed."""

    TEXT = "text"
    CODE = "code"  # an identifier: never a number, never broken over lines
    COUNT = "count"
    AMOUNT = "amount"  # days and other decimals
    RATE = "rate"  # a fraction of one, printed as a percentage


Value = str | int | Decimal | Fraction | None


@dataclass(frozen=True, slots=True)
class Span:
    """A range of values, printed as "60–72%"."""

    low: Value
    high: Value


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a fixed vocabulary: people read `text`, machines `key`, which never changes with the language."""

    key: str
    text: str


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
    """

    key: str
    label: str
    value: Cell
    form: Form = Form.COUNT
    base: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    label: str
    form: Form = Form.TEXT


class RowKind(StrEnum):
    BODY = "body"
    GROUP = "group"
    TOTAL = "total"


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
    def notes(self) -> tuple[str, ...]:
        """What stands under the printed rows: how many are left out, then the note."""
        left = len(self.rows) - len(self.printed)
        more = _("and {n} more").format(n=numbers.count(left)) if left else ""
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


Block = Heading | Paragraph | Note | Figures | Table | Suggestions


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `kind` names it for machines."""

    kind: str
    title: str
    subtitle: str
    blocks: tuple[Block, ...]


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
