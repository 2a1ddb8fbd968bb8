"""How a value of a report follows from others of the same report.

A spreadsheet makes live formulas of these, so that a changed cell recomputes; a reader finds the rows behind a figure.
Table and column are named by their keys. Only body rows count; a cell that holds no number is nothing to count, to add
or to average.
"""

from dataclasses import dataclass
from enum import StrEnum

from tthc.report.term import Term


class Function(StrEnum):
    COUNT = "count"  # of numbers
    SUM = "sum"
    MEAN = "mean"


class Sign(StrEnum):
    EQUAL = "="
    ABOVE = ">"
    BELOW = "<"


@dataclass(frozen=True, slots=True)
class Own:
    """The cell of this column in the row where the formula stands."""

    column: str


@dataclass(frozen=True, slots=True)
class Where:
    """Rows whose cell in `column` stands so to `value`: a number or a text, a term, or a cell of the own row."""

    column: str
    sign: Sign
    value: str | int | Term | Own


@dataclass(frozen=True, slots=True)
class Aggregate:
    """What `function` makes of the numbers of a column, over the rows that meet every condition."""

    function: Function
    table: str
    column: str
    where: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """`left` minus `right`; nothing where either is nothing."""

    left: "Formula"
    right: "Formula"


@dataclass(frozen=True, slots=True)
class Quotient:
    """`part` divided by `whole`; nothing where either is nothing or `whole` is zero."""

    part: "Formula"
    whole: "Formula"


Formula = Own | Aggregate | Difference | Quotient


def written(formula: Formula) -> str:
    """The formula in a line of its own notation: `sum(annex.cut where field = name) / sum(annex.legal_days)`.

    A term stands as its key, as it does in the cells that machines read.
    """
    match formula:
        case Own(column):
            return column
        case Aggregate(function, table, column, where):
            rows = " and ".join(f"{each.column} {each.sign} {_value(each.value)}" for each in where)
            return f"{function}({table}.{column}{' where ' if rows else ''}{rows})"
        case Difference(left, right):
            return f"{_part(left)} - {_part(right)}"
        case Quotient(part, whole):
            return f"{_part(part)} / {_part(whole)}"


def _part(formula: Formula) -> str:
    text = written(formula)
    return f"({text})" if isinstance(formula, Difference | Quotient) else text


def _value(value: str | int | Term | Own) -> str:
    match value:
        case Own(column):
            return column
        case Term(key):
            return repr(str(key))
    return repr(value)
