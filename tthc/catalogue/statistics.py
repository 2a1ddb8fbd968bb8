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
            yield _bad(
                Location(shown, 1, 1),
                _("the column “{name}” is missing").format(name=missing[0]),
                _("The first line names the columns: {columns}.").format(columns=",".join(COLUMNS)),
            )
            return
        lines: dict[str, int] = {}  # where each code stands
        for row in rows:
            found = _row(row, shown, year, rows.line_num)
            if isinstance(found, Dossiers) and lines.setdefault(found.code, rows.line_num) != rows.line_num:
                message = _("the code {code} stands in line {line} already; only that line counts")
                found = _bad(
                    Location(shown, rows.line_num),
                    message.format(code=found.code, line=lines[found.code]),
                    _("Keep one line for each code, with all its dossiers of the year."),
                    found.code,
                )
            yield found
    except csv.Error:
        yield _bad(
            Location(shown, max(rows.line_num, 1)),
            _("from this line on, the file is not a table"),
            _("Check the quotes; save the table anew as CSV."),
        )


def _row(row: Mapping[str, Any], shown: str, year: int, line: int) -> Dossiers | Finding:
    """What a row says, if it can be used: a code, how many were received, and no part larger than that."""
    place, code = Location(shown, line), (row["code"] or "").strip()
    try:
        received, online, on_time = (_number(row.get(name)) for name in COLUMNS[1:])
    except ValueError as error:
        message = _("“{value}” is not a number of dossiers").format(value=error.args[0])
        return _bad(place, message, _("Write whole numbers without a sign."), code)
    if not code:
        return _bad(place, _("the line has no code"), _("Write the code or the local id of the procedure."))
    if received is None:
        help_ = _("Write 0 where there were none; leave the line out where nobody knows.")
        return _bad(place, _("the number of dossiers received is missing"), help_, code)
    if online is not None and online > received:  # what is settled on time may have come the year before
        message = _("{online} dossiers received online, {received} received in all")
        help_ = _("A part cannot be larger than the whole: see whether both are counted over the same year.")
        return _bad(place, message.format(online=online, received=received), help_, code)
    return Dossiers(code, year, received, online, on_time)


def _bad(place: Location, message: str, help_: str, code: str = "") -> Finding:
    """A row that is not used, and why."""
    return Finding("F012", Severity.ERROR, message, place, help_, procedure=code)


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
