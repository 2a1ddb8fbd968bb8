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


def user_name(root: Path) -> str:
    """The name that git would put under a commit of this catalogue; nothing without git or without a name."""
    try:
        return git(root, ["config", "user.name"], "").decode("utf-8", "replace").strip()
    except RevisionError:
        return ""


def _environment() -> dict[str, str]:
    """That of this program, with messages in English, since they are read.

    A hook of git says where its repository is, and then git takes the folder of `-C` for the top of it; without being
    told, git finds the repository and where in it the folder is.
    """
    told = () if "GIT_WORK_TREE" in os.environ else ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")
    return {**{name: value for name, value in os.environ.items() if name not in told}, "LC_ALL": "C"}


def git(root: Path, arguments: list[str], revision: str, given: bytes = b"") -> bytes:
    """What git answers. Raises RevisionError, in which `revision` is the one asked for, if there is one."""
    try:
        result = subprocess.run(
            ["git", "-C", str(root), *arguments],
            input=given,
            capture_output=True,
            check=False,
            env=_environment(),
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
            _(
                "{root} is not in a git repository, so there is no revision to compare with. "
                "Name the folder that holds the earlier edition instead: --since FOLDER"
            ).format(root=root)
        )
    if revision and ("Not a valid object name" in said or "Not a tree object" in said or "not a tree object" in said):
        raise RevisionError(
            _(
                "git knows no revision “{revision}”, and there is no folder of that name. "
                "In CI, fetch the revision first (fetch-depth: 0)."
            ).format(revision=revision)
        )
    raise RevisionError(_("git: {reason}").format(reason=said or result.returncode))
