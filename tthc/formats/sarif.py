"""Findings as SARIF 2.1.0, with the rules' descriptions, fingerprints that survive edits, and fixes."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tthc import __version__
from tthc.domain.finding import Finding, Severity
from tthc.formats.paths import fingerprints, uri
from tthc.lint.rule import Rule
from tthc.messages import _

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}

Change = tuple[str, str]  # the text of a file before and after one fix


def render(findings: Sequence[Finding], rules: Mapping[str, Rule], changes: Mapping[int, Change]) -> str:
    """`changes` has, for findings that can be fixed (by their index), their file's text before and after."""
    used = sorted({finding.rule for finding in findings})
    index = {rule: n for n, rule in enumerate(used)}
    results = [
        _result(finding, index[finding.rule], fingerprint, changes.get(n))
        for n, (finding, fingerprint) in enumerate(zip(findings, fingerprints(findings), strict=True))
    ]
    driver = {"name": "tthc", "version": __version__, "rules": [_rule(rule, rules.get(rule)) for rule in used]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule_id: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": rule_id}
    return {
        "id": rule_id,
        "name": rule.slug,
        "shortDescription": {"text": _(rule.what)},
        "fullDescription": {"text": f"{_(rule.what)} {_(rule.why)}"},
        "help": {"text": f"{_(rule.why)} {rule.ground}".strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.scope.value], "ground": rule.ground},
    }


def _result(finding: Finding, rule_index: int, fingerprint: str, change: Change | None) -> dict[str, Any]:
    who = f"{finding.procedure}: " if finding.procedure else ""
    place = uri(finding.location.path)
    physical: dict[str, Any] = {"artifactLocation": {"uri": place}}
    if finding.location.line:
        physical["region"] = {
            "startLine": finding.location.line,
            "startColumn": max(finding.location.column, 1),
        }
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.procedure:
        location["logicalLocations"] = [{"name": finding.procedure, "kind": "procedure"}]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{who}{finding.message}. {finding.help}".strip()},
        "locations": [location],
        "partialFingerprints": {"tthc/v1": fingerprint},
    }
    if change:
        replacements = _replacements(*change)
        artifact = {"artifactLocation": {"uri": place}, "replacements": replacements}
        result["fixes"] = [{"description": {"text": finding.help}, "artifactChanges": [artifact]}]
    return result


def _replacements(before: str, after: str) -> list[dict[str, Any]]:
    """The lines that differ, as one region to delete and the text to put there."""
    old, new = before.split("\n"), after.split("\n")
    head = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - head
    tail = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    region = {"startLine": head + 1, "startColumn": 1, "endLine": len(old) - tail + 1, "endColumn": 1}
    inserted = "".join(line + "\n" for line in new[head : len(new) - tail])
    return [{"deletedRegion": region, "insertedContent": {"text": inserted}}]
