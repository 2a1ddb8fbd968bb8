"""Shared by all tests: a small catalogue on disk, and a fresh language for each test."""

import os
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tthc import messages

settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")

MANIFEST = """\
jurisdiction: {name: Tỉnh Thử Nghiệm, code: H99}
edition: 2026-10-01
"""
AGENCIES = """\
agencies:
  - {id: so-xay-dung, name: Sở Xây dựng, level: province}
"""
HEAD = """\
agency: so-xay-dung
field: Hoạt động xây dựng
procedures:
"""
RECORD = """\
- code: "9.000001"
  name: Cấp giấy phép xây dựng
  level: province
"""


class Folder:
    """A catalogue on disk, valid until a test spoils it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("catalogue.yaml", MANIFEST)
        self.write("agencies.yaml", AGENCIES)
        self.records(RECORD)

    def write(self, name: str, content: str | bytes) -> Path:
        """Add or replace a file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def records(self, text: str, name: str = "procedures/so-xay-dung/xay-dung.yaml") -> Path:
        """Add or replace a file of procedures: the records stand from line 4 on, two blanks to the right."""
        return self.write(name, HEAD + textwrap.indent(textwrap.dedent(text), "  "))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "catalogue")


@pytest.fixture
def make_folder() -> Callable[[Path], Folder]:
    """For tests that need several catalogues, or a place of their own."""
    return Folder


@pytest.fixture(scope="session")
def _cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _fresh_surroundings(monkeypatch: pytest.MonkeyPatch, _cache_folder: Path) -> Iterator[None]:
    """English source strings in assertions; no settings of the machine, none left over from another test."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(_cache_folder))
    for name in ("TTHC_LANG", "TTHC_CATALOGUE", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", os.environ.get("LANGUAGE", ""))
    messages.use("en")
    yield
    messages.use("en")


@pytest.fixture(autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or fills the cache of the person who runs it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
