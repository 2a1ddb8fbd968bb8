"""What rules found in a file need not be found again while nothing changes that they looked at.

After an edit, one file of a hundred and fifty is new to `tthc check`. Rules on single procedures see the record, the
options of the check and the files beside the procedures, and no other record (`Context.alone` sees to that). So what
they find in a file hangs on its bytes and on these surroundings: a table for each surroundings, in the cache, says for
the hash of a file what was found in it and where. Rules that compare procedures run every time, and all that is done
with findings afterwards (severities, comments, a baseline, fixes) is done as if they were new.

A table holds the files of one run, so it does not grow. One that is damaged is as good as none.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from tthc import messages
from tthc.catalogue.cache import Cache
from tthc.catalogue.locate import Sources
from tthc.domain.entry import Entry
from tthc.domain.finding import Location, Severity
from tthc.lint import engine
from tthc.lint.context import Context
from tthc.lint.engine import Hit
from tthc.lint.rule import Issue, Rule


def on_procedures(context: Context, rules: Collection[Rule], sources: Sources, cache: Cache) -> list[Hit]:
    """What the rules on single procedures find in the catalogue, with the place of each hit; kept in the cache."""
    by_id = {rule.id: rule for rule in rules}
    key = cache.key("found", context.alone.catalogue, context.as_of, context.horizon, [*by_id], messages.language())
    before = cache.load(key)
    by_file: dict[str, list[Entry]] = {}
    for entry in context.catalogue.entries:
        by_file.setdefault(entry.location.path, []).append(entry)
    hits: list[Hit] = []
    now: dict[str, Any] = {}
    for shown, entries in by_file.items():
        digest = blake2b(sources.data(shown), digest_size=20).hexdigest() if key else ""
        found = _known(before, digest, by_id, entries)
        if found is None:
            found = [placed(hit, sources) for hit in engine.on_procedures(context, rules, entries)]
        hits += found
        if key:
            now[digest] = _rows(found, entries)
    if now != before:
        cache.store(key, now)
    return hits


def placed(hit: Hit, sources: Sources) -> Hit:
    """The hit with the place of what it is about."""
    return replace(hit, place=sources.place(hit.record, hit.issue.path))


def _known(table: Any, digest: str, rules: Mapping[str, Rule], entries: Sequence[Entry]) -> list[Hit] | None:
    """What the table says of a file; None where it says nothing that can be read."""
    try:
        return [_hit(row, rules, entries) for row in table[digest]]
    except (TypeError, ValueError, KeyError, IndexError):
        return None


def _hit(row: Any, rules: Mapping[str, Rule], entries: Sequence[Entry]) -> Hit:
    number, rule, message, path, help_, severity, ground, fix, line, column = row
    entry = entries[number]
    issue = Issue(
        str(message),
        tuple(path),
        str(help_),
        severity=None if severity is None else Severity(severity),
        ground=str(ground),
        fix=tuple((tuple(where), str(text)) for where, text in fix),
    )
    return Hit(rules[rule], issue, entry, entry.location, Location(entry.location.path, int(line), int(column)))


def _rows(hits: Sequence[Hit], entries: Sequence[Entry]) -> list[Any]:
    """As `_hit` reads them. Lists all through, as JSON gives them back: a table is compared with the one before."""
    numbers = {id(entry): number for number, entry in enumerate(entries)}
    rows = []
    for hit in hits:
        issue, place = hit.issue, hit.place
        assert place is not None  # they were all placed
        fix = [[list(where), text] for where, text in issue.fix]
        found = [issue.message, list(issue.path), issue.help, issue.severity, issue.ground, fix]
        rows.append([numbers[id(hit.entry)], hit.rule.id, *found, place.line, place.column])
    return rows
