"""Findings as JSON: documented keys in English, the same bytes for the same catalogue."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tthc.domain.finding import Finding, Severity
from tthc.lint.rule import Fixability, Rule

VERSION = 1  # of this shape; raised when a key changes its meaning or goes away


def render(findings: Sequence[Finding], rules: Mapping[str, Rule], suppressed: int, known: int) -> str:
    """All findings, with counts by severity; `suppressed` by comments, `known` from the baseline."""
    counts = {severity.key: sum(f.severity is severity for f in findings) for severity in reversed(Severity)}
    data = {
        "version": VERSION,
        "kind": "check",
        "counts": counts | {"suppressed": suppressed, "baseline": known},
        "findings": [_finding(finding, rules.get(finding.rule)) for finding in findings],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, rule: Rule | None) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "slug": rule.slug if rule else "",
        "severity": finding.severity.key,
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "procedure": finding.procedure,
        "field": finding.subject,
        "message": finding.message,
        "help": finding.help,
        "ground": finding.ground,
        "fix": (rule.fix if rule else Fixability.NONE).value,
    }
