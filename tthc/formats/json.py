"""A report as JSON: documented keys in English, values unformatted, the same bytes for the same catalogue."""

import json
from typing import Any

from tthc.formats.values import exact
from tthc.report.formula import written
from tthc.report.model import Definitions, Figure, Figures, Note, Paragraph, Report, RowKind, Suggestions, Table

VERSION = 1  # of this shape; raised when a key changes its meaning or goes away


def render(report: Report) -> str:
    """The whole report. Rates are fractions of one; days are in the unit the table names."""
    data: dict[str, Any] = {
        "version": VERSION,
        "kind": report.kind,
        "title": report.title,
        "subtitle": report.subtitle,
        "facts": dict(report.facts),
        "figures": {},
        "tables": {},
        "definitions": [],
        "notes": [],
        "next": [],
    }
    for block in (*report.opening, *report.outline):
        if isinstance(block, Figures):
            for figure in block.items:
                data["figures"][figure.key] = _figure(figure)
        elif isinstance(block, Definitions):
            data["definitions"] += [{"term": term, "text": words} for term, words in block.items]
        elif isinstance(block, Table):
            data["tables"][block.key] = _table(block)
        elif isinstance(block, Note | Paragraph):
            data["notes"].append(block.text)
        elif isinstance(block, Suggestions):
            data["next"] += [{"text": text, "command": command} for text, command in block.items]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _figure(figure: Figure) -> dict[str, Any]:
    """`formula` says from which table of the report the figure follows, and how."""
    data = {"value": exact(figure.value), "form": figure.form, "base": figure.base}
    if figure.definition:
        data["definition"] = figure.definition
    if figure.formula:
        data["formula"] = written(figure.formula)
    return data


def _table(table: Table) -> list[dict[str, Any]]:
    keys = [column.key for column in table.columns]
    rows = []
    for row in table.rows:
        record: dict[str, Any] = dict(zip(keys, map(exact, row.cells), strict=True))
        if row.kind is not RowKind.BODY:
            record["row"] = row.kind.value
        rows.append(record)
    return rows
