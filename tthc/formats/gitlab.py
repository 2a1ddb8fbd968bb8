"""Findings as a GitLab code quality report."""

import json
from collections.abc import Mapping, Sequence

from tthc.domain.finding import Finding, Severity
from tthc.formats.paths import fingerprints, relative
from tthc.lint.rule import Rule

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> str:
    """One object a finding."""
    rows = [
        {
            "description": _description(finding),
            "check_name": str(rules.get(finding.rule, finding.rule)),
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": relative(finding.location.path),
                "lines": {"begin": max(finding.location.line, 1)},
            },
        }
        for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _description(finding: Finding) -> str:
    who = f"{finding.procedure}: " if finding.procedure else ""
    return f"{who}{finding.message}" + (f". {finding.help}" if finding.help else "")
