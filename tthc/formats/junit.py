"""Findings as JUnit XML: a suite a file, a failed case a finding; a file without findings is a case that passed."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from tthc.domain.finding import Finding
from tthc.formats.paths import relative
from tthc.lint.rule import Rule

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(findings: Sequence[Finding], rules: Mapping[str, Rule], files: Sequence[str]) -> str:
    """`files` are all files that were checked."""
    by_file = {path: list(group) for path, group in groupby(findings, key=lambda finding: finding.location.path)}
    suites = [_suite(path, by_file.get(path, []), rules) for path in sorted({*files, *by_file})]
    total = sum(max(len(by_file.get(path, ())), 1) for path in {*files, *by_file})
    head = f'<testsuites name="tthc check" tests="{total}" failures="{len(findings)}">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


def _suite(path: str, findings: Sequence[Finding], rules: Mapping[str, Rule]) -> str:
    name = _attribute(relative(path))
    count = max(len(findings), 1)
    cases = [_case(finding, rules, name) for finding in findings] or [f'    <testcase name="tthc" classname={name}/>']
    head = f'  <testsuite name={name} tests="{count}" failures="{len(findings)}">'
    return "\n".join([head, *cases, "  </testsuite>"])


def _case(finding: Finding, rules: Mapping[str, Rule], classname: str) -> str:
    place = f"{finding.location.line}:{finding.location.column}"
    name = _attribute(f"{rules.get(finding.rule, finding.rule)} {finding.procedure} {place}")
    body = "\n".join(part for part in (finding.message, finding.help, finding.ground) if part)
    return (
        f"    <testcase name={name} classname={classname}>\n"
        f'      <failure type="{finding.severity.key}" message={_attribute(finding.message)}>'
        f"{escape(_clean(body))}</failure>\n"
        f"    </testcase>"
    )


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
