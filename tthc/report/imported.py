"""What an import came to, for the person who ran it."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from tthc.exchange.result import Change, ImportResult
from tthc.messages import _, ngettext
from tthc.report.model import (
    Block,
    Cell,
    Column,
    Figure,
    Figures,
    Form,
    Heading,
    Note,
    Report,
    Suggestions,
    table,
)
from tthc.text import numbers

_LISTED = 10  # of each kind
_SHORT = 60  # characters of a text in a table to be read on a screen


def report(result: ImportResult, into: Path, *, dry_run: bool = False, full: bool = False) -> Report:
    """Counts, what was filled, what stands against the catalogue, what is doubtful. `full` leaves nothing out."""
    blocks: list[Block] = [_figures(result)]
    if dry_run:
        blocks.append(Note(_("Nothing was written: this was a trial run.")))
    blocks += _filled(result)
    blocks += _changes("kept", _("Left as they were in the catalogue"), result.kept, full=full)
    blocks += _changes("updated", _("Taken from the import"), result.updated, full=full)
    blocks += _doubts(result, full=full)
    blocks.append(_next(result, into, dry_run=dry_run))
    return Report("import", _("Import into {folder}").format(folder=into.as_posix()), "", tuple(blocks))


def _figures(result: ImportResult) -> Figures:
    of_read = _("of {n} read").format(n=numbers.count(result.read))
    return Figures(
        (
            Figure("read", _("Procedures read"), result.read),
            Figure("added", _("Added"), result.added, base=of_read),
            Figure("unchanged", _("In the catalogue already, word for word"), result.unchanged, base=of_read),
            Figure("updated", _("Taken from the import"), len(result.updated), base=of_read),
            Figure("kept", _("Different, and left as they were"), len(result.kept), base=of_read),
            Figure("agencies_added", _("Agencies added"), result.agencies_added),
            Figure("files", _("Files written"), len(result.files)),
            Figure("doubts", _("Doubts"), len(result.doubts)),
        )
    )


def _filled(result: ImportResult) -> list[Block]:
    if not result.filled:
        return []
    columns = [
        Column("key", _("Key"), Form.CODE),
        Column("procedures", _("Procedures"), Form.COUNT),
        Column("share", _("Of those read"), Form.RATE),
    ]
    rows: list[list[Cell]] = [[key, n, Fraction(n, result.read)] for key, n in result.filled.items()]
    return [Heading(_("What the records fill")), table("filled", "", columns, rows)]


def _changes(key: str, title: str, changes: tuple[Change, ...], *, full: bool) -> list[Block]:
    """Key by key: what the catalogue says and what the import says."""
    if not changes:
        return []
    columns = [
        Column("place", _("Place"), Form.CODE),
        Column("procedure", _("Procedure"), Form.CODE),
        Column("key", _("Key"), Form.CODE),
        Column("catalogue", _("In the catalogue")),
        Column("import", _("In the import")),
    ]
    shown = changes if full else changes[:_LISTED]
    rows = [
        [
            str(change.place),
            change.procedure,
            difference.key,
            *(_words(v, full=full) for v in (difference.held, difference.offered)),
        ]
        for change in shown
        for difference in change.differences
    ]
    return [Heading(title), table(key, "", columns, rows, _more(len(changes) - len(shown)))]


def _doubts(result: ImportResult, *, full: bool) -> list[Block]:
    """What a person should look at: how many of each kind, then the first of them."""
    if not result.doubts:
        return []
    gravest = {doubt.rule: doubt.severity for doubt in sorted(result.doubts, key=lambda doubt: doubt.severity)}
    order = sorted(gravest, key=lambda rule: (-gravest[rule], rule))
    counts = Counter(doubt.rule for doubt in result.doubts)
    kinds = table(
        "doubts_by_kind",
        "",
        [
            Column("kind", _("Kind"), Form.CODE),
            Column("meaning", _("What is doubtful")),
            Column("count", _("Number"), Form.COUNT),
        ],
        [[rule, _meaning(rule), counts[rule]] for rule in order],
    )
    columns = [
        Column("kind", _("Kind"), Form.CODE),
        Column("place", _("Place"), Form.CODE),
        Column("procedure", _("Procedure")),
        Column("message", _("What is doubtful")),
    ]
    rows: list[list[Cell]] = []
    for rule in order:
        found = [doubt for doubt in result.doubts if doubt.rule == rule]
        for doubt in found if full else found[:_LISTED]:
            message = f"{doubt.message}. {doubt.help}" if doubt.help else doubt.message
            rows.append([rule, str(doubt.location), _words(doubt.procedure, full=full), message])
    note = _more(len(result.doubts) - len(rows))
    return [Heading(_("What is doubtful")), kinds, table("doubts", "", columns, rows, note)]


def _meaning(rule: str) -> str:
    """A kind of doubt in words."""
    return {
        "unreadable": _("files that cannot be read"),
        "not-json": _("what is not valid JSON; not imported"),
        "not-utf-8": _("what is not UTF-8; not imported"),
        "other-format": _("files of another kind; not imported"),
        "not-a-record": _("what is not a JSON object; not imported"),
        "too-long": _("lines too long for a record; not imported"),
        "unknown-form": _("objects of no known form; not imported"),
        "no-code": _("procedures without a code"),
        "odd-code": _("codes that are not written as in the national database, kept as they are"),
        "repeated-code": _("codes that stand more than once; all are kept"),
        "no-name": _("procedures without a name, called by their code"),
        "no-agency": _("procedures without an agency"),
        "no-field": _("procedures without a field"),
        "wrong-type": _("values of the wrong type, kept in the notes"),
        "unknown-level": _("levels that are not known, kept in the notes"),
        "unknown-channel": _("ways of handing in that are not known, kept in the notes"),
        "unknown-state": _("states that are not known, kept in the notes"),
        "unknown-online-level": _("online levels that are not known, kept in the notes"),
        "dossier-unsplit": _("lists of papers that run into each other, kept as one text"),
    }[rule]


def _more(hidden: int) -> str:
    return (
        ngettext("and {n} more; all with -f json", "and {n} more; all with -f json", hidden).format(n=hidden)
        if hidden
        else ""
    )


def _next(result: ImportResult, into: Path, *, dry_run: bool) -> Suggestions:
    folder = into.as_posix()
    items = []
    if dry_run and result.read:
        items.append((_("Import in earnest"), "tthc import … --into " + folder))
    elif result.read:
        items.append((_("Look at the catalogue"), "tthc audit " + folder))
    if result.kept:
        items.append((_("Take the words of the import instead"), f"tthc import … --into {folder} --update"))
    return Suggestions(tuple(items))


def _words(value: Any, *, full: bool) -> str:
    """A value of a record as one text."""
    if value is None:
        return _("(nothing)") if not full else ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=_plain)
    text = text if full else " ".join(text.split())
    return text if full or len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return dict(value) if isinstance(value, Mapping) else list(value) if isinstance(value, Iterable) else str(value)
