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
from tthc.catalogue.beside import in_two
from tthc.catalogue.cache import Cache
from tthc.catalogue.locate import Sources
from tthc.domain.entry import Entry
from tthc.domain.finding import Location, Severity
from tthc.lint import engine
from tthc.lint.context import Context
from tthc.lint.engine import Hit
from tthc.lint.rule import Issue, Rule

_ENOUGH = 100  # procedures, some 25 ms: fewer are not worth a second process


def on_procedures(context: Context, rules: Collection[Rule], sources: Sources, cache: Cache) -> list[Hit]:
    """What the rules on single procedures find in the catalogue, with the place of each hit; kept in the cache."""
    by_id = {rule.id: rule for rule in rules}
    key = cache.key("found", context.alone.catalogue, context.as_of, context.horizon, [*by_id], messages.language())
    by_file: dict[str, list[Entry]] = {}
    for entry in context.catalogue.entries:
        by_file.setdefault(entry.location.path, []).append(entry)
    if key is None:
        found_now = (engine.on_procedures(context, rules, entries) for entries in by_file.values())
        return [placed(hit, sources) for hits in found_now for hit in hits]
    digests = {shown: blake2b(sources.data(shown), digest_size=20).hexdigest() for shown in by_file}
    before = cache.load(key)
    found = {shown: _known(before, digests[shown], by_id, entries) for shown, entries in by_file.items()}
    new = [shown for shown, hits in found.items() if hits is None]

    def look(files: Sequence[str]) -> dict[str, Any]:
        return {shown: _look(context, rules, sources, by_file[shown]) for shown in files}

    rows = look(new) if sum(len(by_file[shown]) for shown in new) < _ENOUGH else in_two(look, new)
    for shown in new:
        found[shown] = [_hit(row, by_id, by_file[shown]) for row in rows[shown]]
    now = {digest: rows[shown] if shown in rows else before[digest] for shown, digest in digests.items()}
    if now != before:
        cache.store(key, now)
    return [hit for hits in found.values() for hit in hits or ()]


def _look(context: Context, rules: Collection[Rule], sources: Sources, entries: Sequence[Entry]) -> list[Any]:
    """What the rules find in the entries of a file, as rows."""
    return _rows([placed(hit, sources) for hit in engine.on_procedures(context, rules, entries)], entries)


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
