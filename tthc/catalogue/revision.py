"""The procedures of a catalogue as they were at a git revision, without checking anything out; which one this is.

git lists the files of the revision with their hashes; only those that differ from the files now are read and parsed.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tthc.catalogue.cache import NO_CACHE, Cache
from tthc.catalogue.files import AGENCIES, MANIFEST, PROCEDURES, SUFFIXES, Source
from tthc.catalogue.git import RevisionError, git, listed
from tthc.catalogue.load import read_one, read_procedures
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.finding import Finding
from tthc.domain.manifest import AgencyFile, Jurisdiction, Manifest
from tthc.messages import _
from tthc.text import numbers

_LINK = b"120000"


@dataclass(frozen=True, slots=True)
class Past:
    """The files of procedures that differ between a revision and now: what was in them, and their paths as shown."""

    entries: tuple[Entry, ...]
    files: frozenset[str]


def past(root: Path, revision: str, now: Mapping[str, bytes]) -> Past:
    """What the files of procedures below `root` held at `revision`, where they were not as they are in `now`.

    `now` has the bytes of today's files by the path they are shown under. Raises RevisionError.
    """
    then = {(root / path).as_posix(): blob for path, blob in _blobs(root, revision, f"{PROCEDURES}/").items()}
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
        revision = git(root, ["log", "-1", "--format=%h", "--abbrev=10", "--", "."], "").decode().strip()
        edited = revision and git(root, ["--no-optional-locks", "status", "--porcelain", "--", "."], "")
    except RevisionError:
        return ""
    return _("{revision}, with edits that are not committed").format(revision=revision) if edited else revision


def at(root: Path, revision: str, cache: Cache = NO_CACHE) -> Catalogue:
    """The catalogue in `root` as it was at `revision`: its procedures, its agencies and its own data.

    Files that cannot be read and records that are not valid become findings. Raises RevisionError.
    """
    blobs = _blobs(root, revision, MANIFEST, AGENCIES, f"{PROCEDURES}/")
    if not any(path.startswith(f"{PROCEDURES}/") for path in blobs):
        raise RevisionError(
            _("at revision “{revision}” there was no catalogue in {root} yet").format(revision=revision, root=root)
        )
    contents = _contents(root, blobs.values())
    findings: list[Finding] = []
    nowhere = Jurisdiction(name=root.resolve().name)

    def beside(name: str, model: type, fallback: Mapping[str, Any]) -> Any:
        source = Source((root / name).as_posix(), contents[blobs.pop(name)]) if name in blobs else None
        return read_one(source, model, fallback, findings, cache) if source else None

    manifest = beside(MANIFEST, Manifest, {"jurisdiction": nowhere}) or Manifest(jurisdiction=nowhere)
    agencies = beside(AGENCIES, AgencyFile, {}) or AgencyFile()
    entries = [
        entry
        for path, blob in sorted(blobs.items())
        for entry in read_procedures(Source((root / path).as_posix(), contents[blob]), findings, cache)
    ]
    return Catalogue(
        root,
        manifest,
        tuple(entries),
        agencies={agency.id: agency for agency in agencies.agencies},
        findings=tuple(findings),
    )


def named(root: Path, revision: str) -> str:
    """The revision as a reader finds it again: “main (1a2b3c4d5e, 20/11/2026)”. Raises RevisionError."""
    said = git(root, ["log", "-1", "--format=%h %cs", "--abbrev=10", revision, "--"], revision)
    commit, _space, day = said.decode().strip().partition(" ")
    return f"{revision} ({commit}, {numbers.calendar_date(date.fromisoformat(day))})" if day else revision


def _blobs(root: Path, revision: str, *paths: str) -> dict[str, str]:
    """The hashes of the YAML files of a revision at these paths below `root`, by path; no hidden ones, as on disk."""
    found = {}
    for row in listed(root, revision, *paths).split(b"\0"):
        meta, _tab, name = row.partition(b"\t")
        path = os.fsdecode(name)
        if meta and not meta.startswith(_LINK) and path.casefold().endswith(SUFFIXES) and "/." not in f"/{path}":
            found[path] = meta.split()[2].decode()
    return found


def _contents(root: Path, blobs: Iterable[str]) -> dict[str, bytes]:
    wanted = sorted(set(blobs))
    if not wanted:
        return {}
    answer = git(root, ["cat-file", "--batch"], "", "\n".join(wanted).encode() + b"\n")
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
