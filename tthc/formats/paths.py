"""Paths and fingerprints of findings, the same for every CI format."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from tthc.domain.finding import Finding


def relative(path: str) -> str:
    """A path from the working folder, which in CI is the repository; with slashes everywhere."""
    place = Path(path)
    if place.is_absolute():
        place = Path(os.path.relpath(place))
    return place.as_posix()


def uri(path: str) -> str:
    """The path as a relative URI."""
    return quote(relative(path), errors="surrogateescape")


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """One fingerprint a finding: from rule, procedure, field and file, never from the line, so that it survives edits.

    Findings that share all of these are counted.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for finding in findings:
        key = (finding.rule, finding.procedure, finding.subject, relative(finding.location.path))
        digest = hashlib.sha256("\0".join((*key, str(seen[key]))).encode(errors="surrogateescape")).hexdigest()
        seen[key] += 1
        yield digest[:40]
