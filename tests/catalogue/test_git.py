"""What git is asked about the folder of a catalogue."""

import subprocess
from pathlib import Path

import pytest

from tthc.catalogue.git import user_name


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository on a machine whose git knows nobody."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return tmp_path


def test_the_name_under_a_commit(root: Path) -> None:
    subprocess.run(["git", "-C", str(root), "config", "user.name", "Nguyễn Thị Mẫu"], check=True)
    assert user_name(root) == "Nguyễn Thị Mẫu"


def test_a_git_that_knows_nobody_or_is_not_there_knows_no_name(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert user_name(root) == ""
    monkeypatch.setenv("PATH", "")
    assert user_name(root) == ""
