"""Findings for a terminal: by file, each with its source line and a caret."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from tthc.catalogue.locate import Sources
from tthc.domain.finding import Finding, Severity
from tthc.lint.rule import Rule
from tthc.messages import _, visible
from tthc.report import labels

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_VALUE_END = re.compile(r"\s+#|\s*$")
_FLOW_VALUE_END = re.compile(r"[,\]}]|\s+#|\s*$")
Painter = Callable[[str, str], str]

_WIDTH = 160  # of a source line that is shown


def render(findings: Sequence[Finding], rules: Mapping[str, Rule], sources: Sources, *, color: bool) -> str:
    """All findings; nothing where there is none."""
    paint = _paint if color else _plain
    parts = []
    for path, group in groupby(findings, key=lambda finding: finding.location.path):
        parts.append(paint(visible(path), "1"))
        parts += [_finding(finding, rules, sources, paint) for finding in group]
        parts.append("")
    return "\n".join(parts)


def _finding(finding: Finding, rules: Mapping[str, Rule], sources: Sources, paint: Painter) -> str:
    line, column = finding.location.line, finding.location.column
    rule = rules.get(finding.rule)
    name = f"{finding.rule} {rule.slug}" if rule else finding.rule
    word = paint(labels.severity(finding.severity), _COLORS[finding.severity])
    who = f" · {visible(finding.procedure)}" if finding.procedure else ""
    lines = [
        f"  {f'{line}:{column}' if line else '-'}  {word}  {paint(name, '1')}{who}",
        f"      {visible(finding.message)}",
    ]
    if line:
        lines += _excerpt(sources.lines(finding.location.path), line, column, paint)
    if finding.help:
        lines.append("      " + paint("→ ", "32") + visible(finding.help))
    if finding.ground:
        lines.append("      " + paint(_("Ground: {ground}").format(ground=finding.ground), "2"))
    return "\n".join(lines)


def _excerpt(text: Sequence[str], line: int, column: int, paint: Painter) -> list[str]:
    """The source line with a caret below its value; a long line from just before the place."""
    if line > len(text):
        return []
    source, start = text[line - 1], max(column - 1, 0)
    stop = max(_end(source, start), start + 1)
    cut = 0 if len(source) <= _WIDTH or start < _WIDTH // 2 else start - 20
    shown = visible(source[cut : cut + _WIDTH].expandtabs(1))
    width = max(_columns(source[start : min(stop, cut + _WIDTH)]), 1)
    number = str(line)
    gutter = " " * len(number)
    return [
        f"      {paint(number + ' |', '2')} {shown}",
        f"      {paint(gutter + ' |', '2')} {' ' * _columns(source[cut:start])}{paint('^' * width, '1')}",
    ]


def _end(source: str, start: int) -> int:
    """Where the value that begins at `start` ends on its line."""
    before = source[:start]
    if source[start : start + 1] in ('"', "'"):
        closing = source.find(source[start], start + 1)
        return closing + 1 if closing > 0 else len(source)
    in_flow = before.count("{") > before.count("}") or before.count("[") > before.count("]")
    end = (_FLOW_VALUE_END if in_flow else _VALUE_END).search(source, start)
    return end.start() if end else len(source)


def _columns(text: str) -> int:
    """How many columns a text takes at a terminal: marks that combine take none, wide signs two."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _plain(text: str, _code: str) -> str:
    return text
