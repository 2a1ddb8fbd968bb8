"""Rows under the names of their groups."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.report.grouping import grouped
from tthc.report.model import RowKind


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("abcđeôơ"), st.integers())))
def test_every_item_stands_once_numbered_throughout_under_its_group(items):
    rows = grouped(items, lambda item: item[0], lambda number, item: (number, *item), at=1)
    body = [row.cells for row in rows if row.kind is RowKind.BODY]
    assert [cells[0] for cells in body] == list(range(1, len(items) + 1))
    assert sorted((name, value) for _number, name, value in body) == sorted(items)
    for row in rows:
        if row.kind is RowKind.GROUP:
            group = row.cells[1][0].lower()
            size = sum(name == group for name, _value in items)
            assert row.cells[1] == f"{group.upper()} ({size})"
        else:
            assert row.cells[1] == group


def test_groups_stand_in_the_order_of_vietnamese_words():
    rows = grouped(["đất", "dân", "ơn"], str, lambda number, item: (number, item), at=1)
    assert [row.cells[1] for row in rows if row.kind is RowKind.GROUP] == ["Dân (1)", "Đất (1)", "Ơn (1)"]
