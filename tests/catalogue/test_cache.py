"""The cache spares work and changes nothing."""

import os
import threading
from pathlib import Path

import pytest

from tthc.catalogue import cache as cache_module
from tthc.catalogue import parse as parse_module
from tthc.catalogue.cache import Cache, Kept
from tthc.catalogue.load import load

RECORD = """\
agency: so-tai-chinh
field: Đầu tư
procedures:
  - code: "1.009645"
    name: Chấp thuận chủ trương đầu tư
    legal: {deadline: 40 ngày}
    notes: {so: 3, co: true}
  - name: Cấp giấy chứng nhận
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "danh-muc"
    (folder / "procedures" / "so-tai-chinh").mkdir(parents=True)
    (folder / "catalogue.yaml").write_text("jurisdiction: {name: Tỉnh A}\n", encoding="utf-8")
    (folder / "procedures" / "so-tai-chinh" / "dau-tu.yaml").write_text(RECORD, encoding="utf-8")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_a_second_reading_parses_nothing_and_gives_the_same(root, cache, monkeypatch):
    plain = load(root)
    assert load(root, cache) == plain

    def fail(*_arguments):
        raise AssertionError("parsed again")

    monkeypatch.setattr(parse_module, "parse", fail)
    assert load(root, cache) == plain


def test_an_edit_is_seen(root, cache):
    load(root, cache)
    file = root / "procedures" / "so-tai-chinh" / "dau-tu.yaml"
    file.write_text(RECORD.replace("40 ngày", "39 ngày"), encoding="utf-8")
    assert load(root, cache).entries[0].procedure.legal.deadline == "39 ngày"


def test_files_with_problems_are_not_kept(root, cache, tmp_path):
    file = root / "procedures" / "so-tai-chinh" / "dau-tu.yaml"
    file.write_text(RECORD.replace("legal:", "legl:"), encoding="utf-8")
    first, second = load(root, cache), load(root, cache)
    assert [finding.rule for finding in second.findings] == ["F007"]
    assert first == second


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[1]",
        b"[1, 2]",
        b"[{}, []]",
        b'[{"agency": 3}, [[1, 1]]]',
        b'[{"procedures": []}, [["x", 1]]]',
        b"\xff",
        b"[" * 9999,
    ],
)
def test_a_damaged_file_is_read_from_its_source(root, cache, tmp_path, damage):
    plain = load(root, cache)
    for kept in (tmp_path / "cache").iterdir():
        kept.write_bytes(damage)
    assert load(root, cache) == plain
    assert load(root, cache) == plain


def test_another_version_does_not_find_it(cache, monkeypatch):
    cache.put(b"x", Kept({"a": 1}, []))
    assert cache.get(b"x") == Kept({"a": 1}, [])
    monkeypatch.setattr(cache_module, "__version__", "9.9.9")
    assert cache.get(b"x") is None


def test_a_folder_that_cannot_be_written_is_no_reason_to_complain(root, tmp_path):
    (tmp_path / "file").write_text("")
    assert load(root, Cache(tmp_path / "file")) == load(root)


def test_readers_side_by_side_never_see_half_a_file(root, tmp_path):
    plain, results = load(root), []
    readers = [threading.Thread(target=lambda: results.append(load(root, Cache(tmp_path / "c")))) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert results == [plain] * 8
    assert not [path for path in (tmp_path / "c").iterdir() if path.suffix != ".json"]


def test_what_is_old_is_removed(tmp_path, monkeypatch):
    Cache(tmp_path / "c").put(b"x", Kept({}, []))
    monkeypatch.setattr(cache_module.time, "time", lambda: 4e9)
    Cache(tmp_path / "c").put(b"y", Kept({}, []))
    assert Cache(tmp_path / "c").get(b"x") is None
    assert Cache(tmp_path / "c").get(b"y") is not None


def test_of_what_is_too_much_the_oldest_goes(tmp_path, monkeypatch):
    folder = tmp_path / "c"
    monkeypatch.setattr(cache_module, "_DAYS", 100_000)
    for age, key in enumerate((b"new", b"old", b"older")):
        Cache(folder).put(key, Kept("x" * 100, []))
        written = max(folder.iterdir(), key=lambda path: path.stat().st_mtime)
        os.utime(written, (1e9 - age, 1e9 - age))
    monkeypatch.setattr(cache_module, "_BYTES", 350)
    Cache(folder).put(b"now", Kept({}, []))
    assert [key for key in (b"now", b"new", b"old", b"older") if Cache(folder).get(key)] == [b"now", b"new", b"old"]


@pytest.mark.parametrize("change", ["39 ngày", "another file"])
def test_what_is_changed_in_the_cache_changes_no_answer(root, cache, tmp_path, change):
    plain = load(root, cache)
    kept = sorted((tmp_path / "cache").iterdir(), key=lambda path: path.stat().st_size)
    if change == "another file":
        kept[-1].write_bytes(kept[0].read_bytes())
    else:
        text = kept[-1].read_text(encoding="utf-8")
        assert "40 ngày" in text
        kept[-1].write_text(text.replace("40 ngày", change), encoding="utf-8")
    assert load(root, cache) == plain


def test_a_folder_that_may_not_be_entered_is_no_cache(root, monkeypatch):
    def forbidden(*_arguments, **_options):
        raise PermissionError

    monkeypatch.setattr(os, "stat", forbidden)
    assert not Cache(root / "kept").knows(b"x")
    assert not Cache(root / ("x" * 300)).knows(b"x")


def test_a_write_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    def full(*_arguments):
        raise OSError

    monkeypatch.setattr(Path, "replace", full)
    Cache(tmp_path / "kept").store(b"x", 1)
    assert not list((tmp_path / "kept").iterdir())
