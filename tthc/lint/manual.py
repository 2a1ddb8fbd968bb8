"""The manual of the rules, as Markdown: one page a rule with fixed headings, and the list of all."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from tthc.domain.finding import Severity
from tthc.lint.rule import Fixability, Rule, Scope
from tthc.messages import _, mark
from tthc.text import numbers

_FAMILIES = {
    "B": mark("Parts of a procedure"),
    "C": mark("Levels and agencies"),
    "D": mark("Duplicates"),
    "F": mark("Files"),
    "H": mark("Dossiers and fees"),
    "K": mark("The catalogue and its edits"),
    "M": mark("Codes and texts"),
    "O": mark("Online service"),
    "P": mark("Legal basis"),
    "T": mark("Deadlines"),
}
_SEVERITIES = {Severity.ERROR: mark("error"), Severity.WARNING: mark("warning"), Severity.NOTE: mark("note")}
_SCOPES = {
    Scope.FILE: mark("the way files are written"),
    Scope.PROCEDURE: mark("each procedure in force"),
    Scope.CATALOGUE: mark("the whole catalogue"),
    Scope.EDIT: mark("an edit (--since)"),
}
_ANY_STATUS = mark("each procedure, whether in force or not")
_FIXES = {
    Fixability.SAFE: mark("safe (--fix)"),
    Fixability.SUGGEST: mark("suggested (--unsafe-fixes)"),
    Fixability.NONE: mark("by hand"),
}


def page(rule: Rule) -> str:
    """The page of one rule."""
    default = _("yes") if rule.default else _("no: --extend-select {rule}").format(rule=rule.id)
    looks_at = _ANY_STATUS if rule.in_any_status else _SCOPES[rule.scope]
    facts = [
        f"- {_('Severity')}: {_(_SEVERITIES[rule.severity])}",
        f"- {_('Looks at')}: {_(looks_at)}",
        f"- {_('Putting it right')}: {_(_FIXES[rule.fix])}",
        f"- {_('Runs by default')}: {default}",
    ]
    ground = rule.cited or _("No provision: a matter of consistency.")
    if rule.since:
        ground += "\n\n" + _("Checked for days from {day}.").format(day=numbers.calendar_date(rule.since))
    references = rule.references or (_("Choosing and ignoring rules, severities: tthc check --help"),)
    sections = [
        (_("What it does"), _(rule.what)),
        (_("Why"), _(rule.why)),
        (_("Example: found"), _example(rule.bad)),
        (_("Example: in order"), _example(rule.ok)),
        (_("Ground"), ground),
        (_("References"), "\n".join(f"- {reference}" for reference in references)),
    ]
    body = "\n\n".join(f"## {head}\n\n{text}" for head, text in sections if text)
    return f"# {rule.id} {rule.slug}\n\n" + "\n".join(facts) + f"\n\n{body}\n"


def _example(text: str) -> str:
    return f"```yaml\n{text.rstrip()}\n```" if text else _("Not about YAML; see above.")


def listing(rules: Sequence[Rule], link: str = "") -> str:
    """The rules by family, one line each; `link` is a pattern such as "{id}.md"."""
    parts = []
    for family, group in groupby(rules, key=lambda rule: rule.id[0]):
        parts.append(f"## {family}: {_(_FAMILIES[family])}\n")
        for rule in group:
            name = f"[{rule.id}]({link.format(id=rule.id)})" if link else rule.id
            optional = "" if rule.default else f" ({_('only where selected')})"
            parts.append(f"- {name} `{rule.slug}` – {_(_SEVERITIES[rule.severity])}{optional}: {_(rule.what)}")
        parts.append("")
    return "\n".join(parts)


def files(rules: Sequence[Rule]) -> Iterator[tuple[str, str]]:
    """The manual as a folder: a page a rule, and a list of them all."""
    intro = _("`tthc check` runs these rules; `tthc rule T101` prints the page of one.")
    more = f"[{_('Checks that are left out, and why')}](left-out.md)"
    yield "README.md", f"# {_('Rules of tthc check')}\n\n{intro} {more}\n\n{listing(rules, '{id}.md')}"
    for rule in rules:
        yield f"{rule.id}.md", page(rule)
