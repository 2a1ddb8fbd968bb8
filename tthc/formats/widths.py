"""How wide the columns of a table should be, in characters, for formats that must be told."""

from tthc.formats.values import text
from tthc.report.model import Form, Table

WIDEST = 60  # words go on on the next line beyond this


def widths(table: Table) -> tuple[int, ...]:
    """For every column the width of its longest cell, words no wider than WIDEST; the words of its head unbroken."""
    found = []
    for at, column in enumerate(table.columns):
        longest = max((len(line) for row in table.rows for line in _lines(text(row.cells[at], column.form))), default=0)
        head = max((len(word) for word in column.label.split()), default=0)
        found.append(max(head, min(longest, WIDEST) if column.form is Form.TEXT else longest))
    return tuple(found)


def _lines(words: str) -> list[str]:
    return words.splitlines() or [""]
