"""The procedures of a catalogue as they were at a git revision, without checking anything out; which one this is.

git lists the files of the revision with their hashes; only those that differ from the files now are read and parsed.
"""

import hashlib
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tthc.catalogue.files import PROCEDURES, SUFFIXES, Source
from tthc.catalogue.load import read_procedures
from tthc.domain.entry import Entry
from tthc.domain.finding import Finding
from tthc.messages import _

_LINK = b"120000"


class RevisionError(Exception):
    """The revision cannot be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Past:
    """The files of procedures that differ between a revision and now: what was in them, and their paths as shown."""

    entries: tuple[Entry, ...]
    files: frozenset[str]


def past(root: Path, revision: str, now: Mapping[str, bytes]) -> Past:
    """What the files of procedures below `root` held at `revision`, where they were not as they are in `now`.

    `now` has the bytes of today's files by the path they are shown under. Raises RevisionError.
    """
    then = {(root / path).as_posix(): blob for path, blob in _blobs(root, revision).items()}
    changed = {shown: blob for shown, blob in then.items() if shown not in now or _hash(now[shown], blob) != blob}
    contents = _contents(root, changed.values())
    ignored: list[Finding] = []  # what was wrong with the past is not this edit's concern
    entries = [
        entry
        for shown, blob in sorted(changed.items())
        for entry in read_procedures(Source(shown, contents[blob]), ignored)
    ]
    return Past(tuple(entries), frozenset(changed) | frozenset(now.keys() - then.keys()))


def current(root: Path) -> str:
    """The revision that last touched this folder, with a word where its files differ from it: “1a2b3c4d5e”.

    Empty without git, without a repository, and for a folder that was never committed.
    """
    try:
        revision = _git(root, ["log", "-1", "--format=%h", "--abbrev=10", "--", "."], "").decode().strip()
        edited = revision and _git(root, ["status", "--porcelain", "--", "."], "")
    except RevisionError:
        return ""
    return _("{revision}, with edits that are not committed").format(revision=revision) if edited else revision


def _blobs(root: Path, revision: str) -> dict[str, str]:
    """The hashes of the YAML files of a revision, by path below `root`."""
    if not revision or revision.startswith("-"):
        raise RevisionError(_("“{revision}” is not a revision").format(revision=revision))
    listed = _git(root, ["ls-tree", "-r", "-z", revision, "--", f"{PROCEDURES}/"], revision)
    found = {}
    for row in listed.split(b"\0"):
        meta, _tab, name = row.partition(b"\t")
        if meta and not meta.startswith(_LINK) and name.endswith(tuple(s.encode() for s in SUFFIXES)):
            found[name.decode("utf-8", "replace")] = meta.split()[2].decode()
    return found


def _contents(root: Path, blobs: Iterable[str]) -> dict[str, bytes]:
    wanted = sorted(set(blobs))
    if not wanted:
        return {}
    answer = _git(root, ["cat-file", "--batch"], "", "\n".join(wanted).encode() + b"\n")
    found, at = {}, 0
    for blob in wanted:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[2])
        found[blob] = answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def _hash(data: bytes, like: str) -> str:
    """The name git gives to these bytes, by the algorithm of the repository."""
    algorithm = hashlib.sha256 if len(like) == 64 else hashlib.sha1
    return algorithm(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _git(root: Path, arguments: list[str], revision: str, given: bytes = b"") -> bytes:
    try:
        result = subprocess.run(["git", "-C", str(root), *arguments], input=given, capture_output=True, check=False)
    except OSError as error:
        raise RevisionError(
            _("git is needed to compare with a revision, and cannot be started: {reason}").format(
                reason=error.strerror or error
            )
        ) from error
    if result.returncode == 0:
        return result.stdout
    said = result.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
    if "not a git repository" in said:
        raise RevisionError(
            _("{root} is not in a git repository, so there is no revision to compare with").format(root=root)
        )
    if revision and ("Not a valid object name" in said or "Not a tree object" in said or "not a tree object" in said):
        raise RevisionError(
            _("git knows no revision “{revision}”. In CI, fetch it first (fetch-depth: 0).").format(revision=revision)
        )
    raise RevisionError(_("git: {reason}").format(reason=said or result.returncode))
