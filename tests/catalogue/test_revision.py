"""Which revision of git a catalogue stands at."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tthc.catalogue import revision
from tthc.catalogue.load import load


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(
        ["git", "-C", folder, *identity, *arguments], check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def committed(folder: Any) -> Any:
    git(folder.root.parent, "init", "-q")
    git(folder.root.parent, "add", "-A")
    git(folder.root.parent, "commit", "-q", "-m", "first")
    return folder


def test_the_revision_is_the_last_one_that_touched_the_folder(committed: Any) -> None:
    first = git(committed.root, "rev-parse", "HEAD")
    (committed.root.parent / "elsewhere.txt").write_text("x")
    git(committed.root.parent, "add", "-A")
    git(committed.root.parent, "commit", "-q", "-m", "second")
    assert revision.current(committed.root) == first[:10]


def test_edits_are_said(committed: Any) -> None:
    head = git(committed.root, "rev-parse", "HEAD")
    committed.write("procedures/so-xay-dung/khac.yaml", "x")
    assert revision.current(committed.root) == f"{head[:10]}, with edits that are not committed"


def test_no_repository_no_commit_and_no_git_have_no_revision(folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", folder.root.parents[1].as_posix())
    assert revision.current(folder.root) == ""
    git(folder.root.parent, "init", "-q")
    assert revision.current(folder.root) == ""
    monkeypatch.setenv("PATH", "")
    assert revision.current(folder.root) == ""


def test_the_catalogue_at_a_revision_is_what_would_be_read_of_its_files(committed: Any) -> None:
    now = load(committed.root)
    committed.records('- {code: "9.000009", name: Cấp thẻ}\n')
    then = revision.at(committed.root, "HEAD")
    assert (then.entries, then.manifest, then.agencies) == (now.entries, now.manifest, now.agencies)
    assert then.entries != load(committed.root).entries


def test_what_was_wrong_at_a_revision_is_found(committed: Any) -> None:
    committed.write("procedures/so-xay-dung/bad.yaml", "x: [")
    git(committed.root.parent, "add", "-A")
    git(committed.root.parent, "commit", "-q", "-m", "bad")
    then = revision.at(committed.root, "main")
    assert [finding.location.path.rsplit("/", 1)[1] for finding in then.findings] == ["bad.yaml"]
    assert len(then.entries) == 1


def test_a_revision_is_named_so_that_it_can_be_found_again(committed: Any) -> None:
    commit, day = git(committed.root, "log", "-1", "--format=%h %cs", "--abbrev=10").split()
    assert revision.named(committed.root, "main") == f"main ({commit}, {day})"
    assert revision.named(committed.root, "HEAD^{tree}") == "HEAD^{tree}"
