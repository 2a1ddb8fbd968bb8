"""Which rules run: ids, prefixes of ids, slugs."""

import difflib
from collections.abc import Collection, Iterable, Sequence

from tthc.domain.finding import Severity
from tthc.lint.rule import Rule
from tthc.messages import _


class UnknownRuleError(Exception):
    """A selector that names no rule; the message suggests one."""


def select(
    rules: Sequence[Rule],
    selected: Iterable[str] = (),
    ignored: Iterable[str] = (),
    extended: Iterable[str] = (),
) -> tuple[Rule, ...]:
    """The rules to run: those selected (else the default ones) and those of `extended`, without those ignored.

    `ALL` selects every rule. A longer selector wins over a shorter one, so that `--ignore B --select B005` keeps B005.
    Raises UnknownRuleError.
    """
    wanted, unwanted, more = list(selected), list(ignored), list(extended)
    chosen = []
    for rule in rules:
        on = max((_weight(rule, s) for s in [*wanted, *more]), default=0)
        off = max((_weight(rule, s) for s in unwanted), default=0)
        if not wanted and rule.default:
            on = max(on, 1)
        if on > off:
            chosen.append(rule)
    for selector in [*wanted, *unwanted, *more]:
        matching(rules, selector)
    return tuple(chosen)


def matching(rules: Sequence[Rule], selector: str) -> tuple[Rule, ...]:
    """The rules a selector names. Raises UnknownRuleError where there is none."""
    found = tuple(rule for rule in rules if _weight(rule, selector))
    if not found:
        raise UnknownRuleError(_unknown(rules, selector))
    return found


def severities(rules: Sequence[Rule], configured: Iterable[tuple[str, Severity]]) -> dict[str, Severity]:
    """Severities by rule id; the more exact selector wins."""
    pairs = sorted(configured, key=lambda pair: (len(pair[0]), pair[0]))
    return {rule.id: severity for selector, severity in pairs for rule in matching(rules, selector)}


def _weight(rule: Rule, selector: str) -> int:
    """How exactly a selector names a rule: 0 not at all, 1 ALL, then by length."""
    if selector.upper() == "ALL":
        return 1
    if selector.lower() == rule.slug:
        return 100
    return 1 + len(selector) if selector and rule.id.startswith(selector.upper()) else 0


def _unknown(rules: Collection[Rule], selector: str) -> str:
    if selector.upper() == "D107":  # a number that reports show
        return _(
            "D107 (probably one procedure in different words) is no rule of tthc check: it rests on evidence, which an "
            "officer weighs. tthc duplicates shows such procedures, tthc why CODE CODE explains a pair."
        )
    names = [name for rule in rules for name in (rule.id, rule.slug)]
    near = difflib.get_close_matches(selector, names, n=1) or difflib.get_close_matches(selector.upper(), names, n=1)
    message = _('there is no rule "{selector}".').format(selector=selector)
    if near:
        message += " " + _('Did you mean "{near}"?').format(near=near[0])
    return message + " " + _("All rules: tthc rule --all")
