"""Known findings: an old catalogue adopts `check` the same day, and only what is new stops an edit.

A finding is known by its rule, its procedure and the field in it, never by its line; several of one kind are counted.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from tthc.domain.finding import Finding
from tthc.messages import _

VERSION = 1


class BaselineError(Exception):
    """The text is no baseline; the message says why."""


class Key(NamedTuple):
    """What a finding is known by. `place` is the file where no procedure is concerned."""

    rule: str
    procedure: str
    field: str
    place: str = ""


def key(finding: Finding) -> Key:
    """What a finding is known by."""
    return Key(finding.rule, finding.procedure, finding.subject, "" if finding.procedure else finding.location.path)


@dataclass(frozen=True, slots=True)
class Applied:
    """Findings that are new; how many were known; known ones that are gone: put right (`fixed`), or of procedures
    that are no longer there (`stale`)."""

    new: tuple[Finding, ...]
    known: int
    fixed: tuple[Key, ...]
    stale: tuple[Key, ...]


def dump(findings: Iterable[Finding]) -> str:
    """The baseline of these findings as a file: sorted, so that it changes only where findings change."""
    counts = Counter(map(key, findings))
    rows = [json.dumps({**found._asdict(), "count": n}, ensure_ascii=False) for found, n in sorted(counts.items())]
    body = ",\n    ".join(rows)
    inner = f"\n    {body}\n  " if rows else ""
    return f'{{\n  "version": {VERSION},\n  "findings": [{inner}]\n}}\n'


def load(text: str) -> Counter[Key]:
    """The counts of a baseline file. Raises BaselineError."""
    try:
        data: Any = json.loads(text)
        if data["version"] != VERSION:
            raise BaselineError(
                _("its version is {version}; this program reads {known}").format(version=data["version"], known=VERSION)
            )
        return Counter(
            {
                Key(str(row["rule"]), str(row["procedure"]), str(row["field"]), str(row.get("place", ""))): int(
                    row["count"]
                )
                for row in data["findings"]
            }
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BaselineError(_("it was not written by --write-baseline ({reason})").format(reason=error)) from error


def apply(findings: Sequence[Finding], known: Counter[Key], procedures: Iterable[str], ran: Iterable[str]) -> Applied:
    """Take the known findings out. `procedures` are those of the catalogue now, `ran` the rules that were run."""
    left = Counter(known)
    new = []
    for finding in findings:
        found = key(finding)
        if left[found] > 0:
            left[found] -= 1
        else:
            new.append(finding)
    present, rules = set(procedures), set(ran)
    gone = sorted(found for found, n in left.items() if n > 0 and found.rule in rules)
    return Applied(
        new=tuple(new),
        known=len(findings) - len(new),
        fixed=tuple(found for found in gone if not found.procedure or found.procedure in present),
        stale=tuple(found for found in gone if found.procedure and found.procedure not in present),
    )
