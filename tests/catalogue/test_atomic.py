"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from tthc.catalogue.atomic import write_atomically


def test_a_file_is_written_byte_by_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_atomically(path, "\ufeffđ\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbf\xc4\x91\r\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="permission bits and links of POSIX")
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "a.yaml", tmp_path / "link.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    write_atomically(link, "a: 2\n")
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "a: 2\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_failure_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n", encoding="utf-8")

    def full(_descriptor: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_atomically(path, "a: 2\n")
    assert path.read_text(encoding="utf-8") == "a: 1\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]
