"""Where a report goes, how wide, in which format."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tthc.cli.main import run
from tthc.cli.output import choose
from tthc.cli.settings import SettingError


@pytest.mark.parametrize(
    ("format_", "output", "chosen"),
    [
        (None, None, "text"),
        ("json", None, "json"),
        (None, "x.md", "markdown"),
        (None, "x.JSON", "json"),
        ("text", "x.txt", "text"),
        ("markdown", "x.out", "markdown"),
    ],
)
def test_the_suffix_decides_unless_told(format_: str | None, output: str | None, chosen: str) -> None:
    assert choose(format_, Path(output) if output else None) == chosen


@pytest.mark.parametrize(
    ("format_", "output", "words"),
    [
        ("xml", None, 'unknown value "xml" for --format; possible: text, json, markdown'),
        (None, "x.foo", 'the suffix ".foo" of --output names no format; possible: .txt, .json, .md'),
        (None, "x", "x has no suffix that names a format; possible: .txt, .json, .md"),
        ("json", "x.md", "--format json and --output x.md disagree"),
    ],
)
def test_what_cannot_be_is_said(format_: str | None, output: str | None, words: str) -> None:
    with pytest.raises(SettingError) as caught:
        choose(format_, Path(output) if output else None)
    assert words in str(caught.value)


@pytest.fixture
def audit(folder: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        return run(["audit", str(folder.root), "--lang", "en", *arguments]), *capsys.readouterr()

    return call


def test_a_file_is_written_and_stdout_stays_empty(audit: Any, tmp_path: Path) -> None:
    assert audit("-o", "x.json") == (0, "", "Written: x.json\n")
    assert json.loads((tmp_path / "x.json").read_text("utf-8"))["kind"] == "audit"


def test_a_dash_is_the_screen(audit: Any) -> None:
    outcome, out, err = audit("-f", "json", "-o", "-")
    assert (outcome, json.loads(out)["kind"], err) == (0, "audit", "")


def test_a_file_holds_what_stdout_would(audit: Any, tmp_path: Path) -> None:
    for suffix, format_ in ((".txt", "text"), (".md", "markdown"), (".json", "json")):
        audit("-o", f"x{suffix}", "--color", "always")
        assert (tmp_path / f"x{suffix}").read_bytes().decode() == audit("-f", format_)[1]


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("nowhere/x.json", "nowhere/x.json cannot be written: its folder does not exist"),
        ("folder.json", "folder.json cannot be written: it is a folder"),
        ("file/x.json", "file/x.json cannot be written: "),
    ],
)
def test_a_file_that_cannot_be_written_is_a_wrong_option(audit: Any, tmp_path: Path, output: str, words: str) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "file").touch()
    code, out, err = audit("-o", output)
    assert (code, out) == (2, "")
    assert words in err


def test_a_wrong_format_is_told_before_the_catalogue_is_read(audit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tthc.cli.reading.catalogue", None)
    assert audit("-f", "xml")[0] == 2
    assert audit("-o", "x.foo")[0] == 2


def test_a_pipe_gets_plain_text_of_one_width(audit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    outputs = set()
    for columns in ("40", "80", "200"):
        monkeypatch.setenv("COLUMNS", columns)
        outputs.add(audit()[1])
    (out,) = outputs
    assert "\x1b" not in out


def test_colour_can_be_had_in_a_pipe(audit: Any) -> None:
    assert "\x1b[1m" in audit("--color", "always")[1]
    assert "\x1b" not in audit("--color", "always", "-f", "json")[1]


@pytest.mark.parametrize("columns", [80, 120])
def test_a_terminal_gets_its_width(audit: Any, monkeypatch: pytest.MonkeyPatch, folder: Any, columns: int) -> None:
    folder.write("procedures/so-xay-dung/mot-ten-tep-rat-dai-de-thu-do-rong-cua-man-hinh.yaml", "agency: [")
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    out = audit("--color", "never")[1]
    assert 60 < max(map(len, out.splitlines())) <= columns
    assert "rong-cua-man-hinh.yaml:1:10" in "".join(out.split())
