"""Findings for GitHub Actions: workflow commands that annotate the files, and a Markdown step summary.

GitHub shows only a few annotations a step; the summary has them all.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from tthc.domain.finding import Finding, Severity
from tthc.formats.paths import relative
from tthc.lint.rule import Rule
from tthc.messages import _
from tthc.report import labels

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MOST = 500  # rows of the summary: GitHub refuses more than 1 MiB


def render(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> str:
    """One workflow command a finding."""
    return "".join(_command(finding, rules) + "\n" for finding in findings)


def _command(finding: Finding, rules: Mapping[str, Rule]) -> str:
    location = finding.location
    rule = rules.get(finding.rule)
    properties = {
        "file": relative(location.path),
        "line": str(location.line) if location.line else "",
        "col": str(location.column) if location.column else "",
        "title": str(rule) if rule else finding.rule,
    }
    words = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    text = "\n".join(part for part in (_who(finding), finding.help, finding.ground) if part)
    return f"::{_COMMANDS[finding.severity]} {words}::{_data(text)}"


def _who(finding: Finding) -> str:
    return f"{finding.procedure}: {finding.message}" if finding.procedure else finding.message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> str:
    """The step summary: counts, then every finding as a row of a table."""
    counts = Counter(finding.severity for finding in findings)
    head = ", ".join(f"{labels.severity(severity)}: {counts[severity]}" for severity in reversed(Severity))
    lines = ["## tthc check", "", head, ""]
    if findings:
        lines += [
            f"| {_('Place')} | {_('Rule')} | {_('Procedure')} | {_('What is wrong')} | {_('How to put it right')} |",
            "|---|---|---|---|---|",
        ]
    for finding in findings[:_MOST]:
        rule = rules.get(finding.rule)
        place = f"{relative(finding.location.path)}:{finding.location.line}"
        name = f"{labels.severity(finding.severity)} {rule or finding.rule}"
        cells = (place, name, finding.procedure, finding.message, finding.help)
        lines.append("| " + " | ".join(map(_cell, cells)) + " |")
    if len(findings) > _MOST:
        lines.append("\n" + _("and {n} more").format(n=len(findings) - _MOST))
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    for sign in "\\|`*_[]<>":
        text = text.replace(sign, "\\" + sign)
    return " ".join(text.split())
