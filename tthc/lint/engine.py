"""Run rules over a catalogue: hits in a stable order, each with its rule and its entry."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from tthc.domain.entry import Entry
from tthc.domain.finding import Finding, Location, Severity
from tthc.lint.context import Context
from tthc.lint.edits import Edition
from tthc.lint.rule import Check, Fixability, Issue, Rule, Scope


@dataclass(frozen=True, slots=True)
class Hit:
    """An issue, the rule that found it and where: in the entry's record, or in a file (line 0).

    `place` is that of what the issue is about, once somebody has looked it up.
    """

    rule: Rule
    issue: Issue
    entry: Entry | None
    record: Location
    place: Location | None = None


def run(context: Context, rules: Collection[Rule], edition: Edition | None = None) -> list[Hit]:
    """What the rules find. Rules on edits run only where there is an edition to compare with."""
    return [*on_procedures(context, rules, context.catalogue.entries), *across(context, rules, edition)]


def on_procedures(context: Context, rules: Collection[Rule], entries: Iterable[Entry]) -> list[Hit]:
    """What the rules on single procedures find in these entries; in those out of force only what holds for any."""
    hits: list[Hit] = []
    alone = context.alone
    checks = [(rule, check) for rule, check in _holding(context, rules) if rule.scope is Scope.PROCEDURE]
    for_any = [(rule, check) for rule, check in checks if rule.in_any_status]
    for entry in entries:
        for rule, check in checks if entry.procedure.in_force else for_any:
            for issue in check(entry, alone):
                hits.append(Hit(rule, issue, entry, entry.location))  # noqa: PERF401 - a list for each call costs more
    return hits


def across(context: Context, rules: Collection[Rule], edition: Edition | None = None) -> list[Hit]:
    """What the rules on the whole catalogue and on an edit find."""
    hits: list[Hit] = []
    for rule, check in _holding(context, rules):
        if rule.scope is Scope.CATALOGUE:
            hits += _placed(rule, check(context), context)
        elif rule.scope is Scope.EDIT and edition is not None:
            for change in edition.changes:
                hits += _placed(rule, check(change, context), context)
    return hits


def _holding(context: Context, rules: Iterable[Rule]) -> list[tuple[Rule, Check]]:
    """The rules with something to run that hold on the day."""
    return [(rule, rule.check) for rule in rules if rule.check and (rule.since is None or rule.since <= context.as_of)]


def _placed(rule: Rule, issues: Iterable[Issue], context: Context) -> Iterator[Hit]:
    for issue in issues:
        record = issue.entry.location if issue.entry and not issue.file else Location(context.file(issue.file))
        yield Hit(rule, issue, issue.entry, record)


def severity(hit: Hit, configured: dict[str, Severity]) -> Severity:
    """How grave a hit is: as configured, else as the rule says, milder where the issue says so."""
    own = configured.get(hit.rule.id, hit.rule.severity)
    return min(own, hit.issue.severity) if hit.issue.severity else own


def finding(hit: Hit, configured: dict[str, Severity]) -> Finding:
    """A hit as a finding at its place, else at that of its record.

    The subject is the path without positions in lists: it survives insertions.
    """
    return Finding(
        rule=hit.rule.id,
        severity=severity(hit, configured),
        message=hit.issue.message,
        location=hit.place or hit.record,
        help=hit.issue.help,
        ground=hit.issue.ground or hit.rule.cited,
        procedure=hit.entry.key if hit.entry else "",
        subject=".".join(part for part in hit.issue.path if isinstance(part, str)),
    )


def fixable(hit: Hit | None, *, unsafe: bool) -> bool:
    """Whether a hit brings a fix of this kind."""
    allowed = (Fixability.SAFE, Fixability.SUGGEST) if unsafe else (Fixability.SAFE,)
    return hit is not None and hit.entry is not None and bool(hit.issue.fix) and hit.rule.fix in allowed
