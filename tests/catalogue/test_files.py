"""Which files make up a catalogue; every obstacle is a finding that stops nothing else."""

import errno
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tthc.catalogue.files import MAX_BYTES, Source, procedure_files, read_file, reason
from tthc.domain.finding import Finding


def names(root: Path) -> list[str]:
    """What is found, as paths below the root; obstacles in brackets."""
    return [
        f"[{Path(found.location.path).relative_to(root).as_posix()}]"
        if isinstance(found, Finding)
        else found.relative_to(root).as_posix()
        for found in procedure_files(root)
    ]


def obstacle(root: Path) -> Finding:
    (found,) = [item for item in procedure_files(root) if isinstance(item, Finding)]
    assert found.rule == "F001"
    assert found.help
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("b/2.yaml", "b/10.yml", "a/x.YAML", "a/c/y.yaml", "z.yaml", "b/.hidden.yaml", "b/notes.txt"):
        path = tmp_path / "procedures" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: 1")
    (tmp_path / "procedures" / ".git").mkdir()
    (tmp_path / "procedures" / ".git" / "x.yaml").write_text("a: 1")
    return tmp_path


IN_ORDER = [
    "procedures/a/c/y.yaml",
    "procedures/a/x.YAML",
    "procedures/b/10.yml",
    "procedures/b/2.yaml",
    "procedures/z.yaml",
]


def test_yaml_files_at_any_depth_in_the_order_of_their_paths(root: Path) -> None:
    assert names(root) == IN_ORDER


@pytest.mark.parametrize("seed", range(5))
def test_the_order_does_not_depend_on_the_file_system(root: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.listdir

    def shuffled(path: Any) -> list[str]:
        found = listed(path)
        random.Random(seed).shuffle(found)
        return found

    monkeypatch.setattr(os, "listdir", shuffled)
    assert names(root) == IN_ORDER


def test_a_link_that_leads_in_a_circle_is_reported_once(root: Path) -> None:
    (root / "procedures/b/up").symlink_to(root / "procedures")
    assert names(root) == [*IN_ORDER[:4], "[procedures/b/up]", IN_ORDER[4]]
    assert "reached twice" in obstacle(root).message


def test_links_that_multiply_do_not_multiply_the_work(tmp_path: Path) -> None:
    for n in range(30):
        folder = tmp_path / "procedures" / str(n)
        folder.mkdir(parents=True)
        for link in ("l", "m"):
            (folder / link).symlink_to(tmp_path / "procedures" / str(n + 1))
    assert len(names(tmp_path)) < 100


def test_a_dangling_link_is_reported_whatever_its_name(root: Path) -> None:
    (root / "procedures/so-moi").symlink_to(root / "nowhere")
    assert "leads nowhere" in obstacle(root).message
    assert [name for name in names(root) if "[" not in name] == IN_ORDER


def test_a_link_to_itself_does_not_hide_its_folder(root: Path) -> None:
    (root / "procedures/b/self.yaml").symlink_to("self.yaml")
    assert names(root) == [*IN_ORDER[:4], "[procedures/b/self.yaml]", IN_ORDER[4]]


def test_a_folder_that_may_not_be_opened_does_not_hide_the_others(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.listdir

    def refusing(path: Any) -> list[str]:
        if str(path).endswith("a"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "listdir", refusing)
    assert names(root) == ["[procedures/a]", *IN_ORDER[2:]]
    assert "permission denied" in obstacle(root).message


# --- one file


def problem_with(path: Path) -> Finding:
    found = read_file(path, "shown.yaml")
    assert isinstance(found, Finding)
    assert (found.rule, found.location.path) == ("F001", "shown.yaml")
    assert found.help
    return found


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"\xff\r\n")
    assert read_file(tmp_path / "x.yaml", "x") == Source("x", b"\xff\r\n")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(1024**3)
    message = problem_with(path).message
    assert "1024 MB" in message
    assert f"{MAX_BYTES // 1024**2} MB" in message


def test_a_file_just_over_the_limit_is_not_called_as_large_as_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "33 MB" in problem_with(path).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    assert "not a file" in problem_with(tmp_path / "x.yaml").message


def test_a_missing_file(tmp_path: Path) -> None:
    assert "does not exist" in problem_with(tmp_path / "x.yaml").message


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.yaml").write_text("a: 1")

    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "permission denied" in problem_with(tmp_path / "x.yaml").message


def test_a_rare_reason_is_given_in_the_words_of_the_system() -> None:
    assert reason(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert reason(OSError("no number")) == "no number"


def test_what_was_built_in_any_order_is_found_in_one_order(make_folder: Callable[[Path], Any], tmp_path: Path) -> None:
    wanted = [f"procedures/a{n}/f{n}.yaml" for n in range(9)]
    for order in (wanted, wanted[::-1]):
        folder = make_folder(tmp_path / str(len(order[0]) + order.index(wanted[0])))
        for name in order:
            folder.write(name, "a: 1")
        assert names(folder.root)[:9] == wanted
