"""`tthc check` without its command line: run the rules, place the hits, keep quiet what is to be kept quiet."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tthc.catalogue.cache import NO_CACHE, Cache
from tthc.catalogue.locate import Sources
from tthc.domain.finding import Finding, Location, Severity
from tthc.lint import engine, kept, suppressions
from tthc.lint.context import Context
from tthc.lint.edits import Edition
from tthc.lint.engine import Hit
from tthc.lint.rule import Rule, Scope
from tthc.lint.rules import UNUSED
from tthc.lint.suppressions import Suppression
from tthc.messages import _


@dataclass(frozen=True, slots=True)
class Options:
    """What to run, and how grave to take it."""

    rules: tuple[Rule, ...]
    known: tuple[Rule, ...]  # all rules there are: what a comment may name
    severities: Mapping[str, Severity] = field(default_factory=dict)
    changed_only: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """Findings in order of place, and the hit behind each (those of the reader have none)."""

    findings: tuple[Finding, ...]
    hits: tuple[Hit | None, ...]
    suppressed: int


def check(
    context: Context,
    options: Options,
    sources: Sources,
    files: Collection[str],
    edition: Edition | None = None,
    *,
    cache: Cache = NO_CACHE,
) -> Checked:
    """Check a catalogue. `files` are all its files as shown: comments in them are read even where nothing is found."""
    configured = dict(options.severities)
    hits = kept.on_procedures(context, options.rules, sources, cache)
    hits += [kept.placed(hit, sources) for hit in engine.across(context, options.rules, edition)]
    if options.changed_only and edition is not None:
        hits = [hit for hit in hits if hit.rule.scope is Scope.EDIT or _touched(hit, edition)]
    pairs: list[tuple[Finding, Hit | None]] = [(engine.finding(hit, configured), hit) for hit in hits]
    running = {rule.id for rule in options.rules}
    pairs += [(found, None) for found in context.catalogue.findings if found.rule in running]
    left, suppressed = _suppress(pairs, options, sources, files, configured)
    left.sort(key=lambda pair: _order(pair[0]))
    return Checked(tuple(f for f, _hit in left), tuple(hit for _f, hit in left), suppressed)


def _order(found: Finding) -> tuple[str, int, int, str, str]:
    return (found.location.path, found.location.line, found.location.column, found.rule, found.message)


def _touched(hit: Hit, edition: Edition) -> bool:
    sides = [entry for entry in (hit.entry, hit.issue.also) if entry]
    return not sides or any((entry.location.path, entry.location.line) in edition.touched for entry in sides)


def _suppress(
    pairs: Sequence[tuple[Finding, Hit | None]],
    options: Options,
    sources: Sources,
    files: Collection[str],
    configured: dict[str, Severity],
) -> tuple[list[tuple[Finding, Hit | None]], int]:
    """Take out what a comment with a reason covers, and report comments that are of no use."""
    comments = {shown: read for shown in sorted(files) if (read := suppressions.read(sources.data(shown)))}
    if not comments:
        return list(pairs), 0
    slugs = {rule.slug: rule.id for rule in options.known}
    used: set[tuple[str, int, str]] = set()
    left = []
    for found, hit in pairs:
        quiet = False
        for comment in comments.get(found.location.path, ()):
            for word in comment.rules:
                if comment.reason and slugs.get(word.lower(), word.upper()) == found.rule and _covers(comment, found):
                    used.add((found.location.path, comment.line, word))
                    quiet = True
        if not quiet:
            left.append((found, hit))
    suppressed = len(pairs) - len(left)
    if UNUSED in options.rules:
        known = {rule.id for rule in options.known}
        running = {rule.id for rule in options.rules}
        left += [
            (_comment_finding(comment, shown, message, help_, configured), None)
            for shown, in_file in comments.items()
            for comment in in_file
            for message, help_ in _useless(comment, shown, used, _Names(slugs, known, running))
        ]
    return left, suppressed


def _covers(comment: Suppression, found: Finding) -> bool:
    return found.location.line == 0 or comment.covers(found.location.line)


class _Names(NamedTuple):
    """What the words of a comment can be: rules by slug, ids there are, ids that were run."""

    slugs: Mapping[str, str]
    known: Collection[str]
    running: Collection[str]


def _useless(
    comment: Suppression, shown: str, used: set[tuple[str, int, str]], names: "_Names"
) -> list[tuple[str, str]]:
    """What is wrong with a comment, and how to put it right."""
    if not comment.rules:
        return [(_("the comment names no rule"), _("Write: # tthc: ignore T101 -- the reason"))]
    if not comment.reason:
        return [
            (
                _("the comment gives no reason, so it keeps nothing quiet"),
                _("Write the reason after two dashes: # tthc: ignore {rules} -- the reason").format(
                    rules=" ".join(comment.rules)
                ),
            )
        ]
    problems: list[tuple[str, str]] = []
    for word in comment.rules:
        rule = names.slugs.get(word.lower(), word.upper())
        if rule not in names.known:
            problems.append((_('there is no rule "{rule}"').format(rule=word), _("All rules: tthc rule --all")))
        elif rule in names.running and (shown, comment.line, word) not in used:
            problems.append(
                (
                    _("the comment for {rule} is not needed: the rule finds nothing here").format(rule=word),
                    _("Delete the comment, or the rule from its list."),
                )
            )
    return problems


def _comment_finding(
    comment: Suppression, shown: str, message: str, help_: str, configured: dict[str, Severity]
) -> Finding:
    return Finding(
        rule=UNUSED.id,
        severity=configured.get(UNUSED.id, UNUSED.severity),
        message=message,
        location=Location(shown, comment.line, comment.column),
        help=help_,
        subject=" ".join(comment.rules),
    )
