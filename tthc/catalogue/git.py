"""git, asked about the folder of a catalogue."""

import os
import subprocess
from pathlib import Path

from tthc.messages import _


class RevisionError(Exception):
    """The revision cannot be read; the message says why and what to do."""


def listed(root: Path, revision: str, *paths: str) -> bytes:
    """The files of a revision at these paths below `root`, with their hashes, as git lists them: same list, same files.

    Raises RevisionError.
    """
    if not revision or revision.startswith("-"):
        raise RevisionError(_("“{revision}” is not a revision").format(revision=revision))
    return git(root, ["ls-tree", "-r", "-z", revision, "--", *paths], revision)


def git(root: Path, arguments: list[str], revision: str, given: bytes = b"") -> bytes:
    """What git answers. Raises RevisionError, in which `revision` is the one asked for, if there is one."""
    try:
        result = subprocess.run(
            ["git", "-C", str(root), *arguments],
            input=given,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},  # its messages are read below
        )
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
