"""Comments that keep a finding quiet, with their reason: `# tthc: ignore T101 -- lý do`.

A comment covers its line and all that is indented below it: beside a key its value, beside the first key of a record
the whole record, beside `procedures:` the whole file. A comment alone on a line covers the next line in the same way.
"""

import re
from dataclasses import dataclass

_COMMENT = re.compile(r"(?:^|\s)#\s*tthc:\s*ignore\b\s*(?P<rules>.*?)\s*(?:--\s*(?P<reason>.*\S))?\s*$")
_MARK = b"tthc:"


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment: the rules it names, its reason, its own place, and the first and last line it covers."""

    rules: tuple[str, ...]
    reason: str
    line: int
    column: int
    first: int
    last: int

    def covers(self, line: int) -> bool:
        """Whether a line (from 1) is covered; a comment on nothing covers nothing."""
        return self.first <= line <= self.last


def read(data: bytes) -> tuple[Suppression, ...]:
    """The suppressions of a file, in order."""
    if _MARK not in data:
        return ()
    lines = data.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
    found = []
    for index, line in enumerate(lines):
        match = _COMMENT.search(line.rstrip("\r"))
        if match:
            first = _covered(lines, index)
            rules = tuple(word for word in re.split(r"[\s,]+", match["rules"]) if word)
            column = line.index("#", match.start()) + 1
            found.append(
                Suppression(rules, match["reason"] or "", index + 1, column, first + 1, _last(lines, first) + 1)
            )
    return tuple(found)


def _covered(lines: list[str], index: int) -> int:
    """The line a comment is about: its own, or the next one with content where it stands alone."""
    if lines[index].lstrip().startswith("#"):
        return next((n for n in range(index + 1, len(lines)) if _content(lines[n])), index)
    return index


def _last(lines: list[str], first: int) -> int:
    """The last line of what begins at `first`: what is indented deeper, and a list at the column of its key."""
    indent, is_item = _indent(lines[first]), lines[first].lstrip().startswith("- ")
    last = first
    for n in range(first + 1, len(lines)):
        if not _content(lines[n]):
            continue
        deeper = _indent(lines[n]) > indent
        if not deeper and (is_item or not (_indent(lines[n]) == indent and lines[n].lstrip().startswith("- "))):
            break
        last = n
    return last


def _content(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and not stripped.startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
