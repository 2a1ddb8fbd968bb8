"""statistics/<year>.csv: dossiers received, handed in online and handled on time, by code."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tthc.catalogue.files import STATISTICS, read_file, unreadable
from tthc.domain.finding import Finding, Location, Severity
from tthc.domain.statistics import Dossiers
from tthc.messages import _

COLUMNS = ("code", "received", "online", "on_time")


def read(root: Path) -> Iterator[Dossiers | Finding]:
    """Every row of every year, in the order of years and rows; a row that cannot be used is a finding."""
    for path in sorted((root / STATISTICS).glob("*.csv")):
        shown = path.as_posix()
        if not (path.stem.isascii() and path.stem.isdigit()):
            yield unreadable(shown, _("the file is not named after a year"), _("Name it like 2025.csv."))
            continue
        source = read_file(path, shown)
        if isinstance(source, Finding):
            yield source
            continue
        try:
            text = source.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            yield unreadable(shown, _("the file is not UTF-8"), _("In Excel: Save As, “CSV UTF-8 (comma delimited)”."))
            continue
        yield from _rows(text, shown, int(path.stem))


def _rows(text: str, shown: str, year: int) -> Iterator[Dossiers | Finding]:
    delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    try:
        missing = [name for name in COLUMNS[:2] if name not in (rows.fieldnames or [])]
        if missing:
            yield Finding(
                "F012",
                Severity.ERROR,
                _("the column “{name}” is missing").format(name=missing[0]),
                Location(shown, 1, 1),
                _("The first line names the columns: {columns}.").format(columns=",".join(COLUMNS)),
            )
            return
        for row in rows:
            yield _row(row, shown, year, rows.line_num)
    except csv.Error:
        yield Finding(
            "F012",
            Severity.ERROR,
            _("from this line on, the file is not a table"),
            Location(shown, max(rows.line_num, 1)),
            _("Check the quotes; save the table anew as CSV."),
        )


def _row(row: Mapping[str, Any], shown: str, year: int, line: int) -> Dossiers | Finding:
    try:
        return Dossiers(
            code=(row["code"] or "").strip(),
            year=year,
            received=_number(row["received"]) or 0,
            online=_number(row.get("online")),
            on_time=_number(row.get("on_time")),
        )
    except ValueError as error:
        return Finding(
            "F012",
            Severity.ERROR,
            _("“{value}” is not a number of dossiers").format(value=error.args[0]),
            Location(shown, line),
            _("Write whole numbers without a sign."),
            procedure=row["code"] or "",
        )


def _number(cell: str | None) -> int | None:
    """A count as people write it in a sheet: 1803, 1.803, 1,803 or 1 803; None for an empty cell."""
    text = (cell or "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return int(text)
    parts = text.replace("\u00a0", " ").replace(",", ".").replace(" ", ".").split(".")
    grouped = len(parts) == 1 or (0 < len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:]))
    if not grouped or not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError(text)
    return int("".join(parts))
