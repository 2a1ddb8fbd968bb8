"""Rows under the names of their groups, as annexes have them."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from tthc.analysis.overview import groups
from tthc.report.model import Cell, Row, RowKind
from tthc.report.values import capital
from tthc.text import collation, numbers

Item = TypeVar("Item")


def grouped(
    items: Iterable[Item], name: Callable[[Item], str], cells: Callable[[int, Item], Sequence[Cell]], at: int
) -> tuple[Row, ...]:
    """A row for each item, numbered throughout, under a row for each group: its name, in column `at`, and its size."""
    rows: list[Row] = []
    number = 0
    for title, members in sorted(groups(items, name), key=lambda group: collation.key(group[0])):
        body = [tuple(cells(number + place, item)) for place, item in enumerate(members, start=1)]
        number += len(members)
        head: list[Cell] = [None] * len(body[0])
        head[at] = f"{capital(title)} ({numbers.count(len(members))})"
        rows += [Row(tuple(head), RowKind.GROUP), *map(Row, body)]
    return tuple(rows)
