"""Flags before environment before configuration file; what is wrong with a file is said with a suggestion."""

from pathlib import Path
from typing import Any

import pytest

from tthc.cli import keys, settings
from tthc.cli.main import run
from tthc.cli.settings import SettingError, take


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, two levels below one that may hold a configuration."""
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    return folder


def settled(*arguments: str) -> tuple[list[str], Any]:
    return take(list(arguments)), settings.current


def test_defaults() -> None:
    assert settled("audit") == (["audit"], settings.Settings(language="en"))


def test_options_are_taken_from_anywhere() -> None:
    rest, current = settled("--lang", "vi", "audit", "--debug", "x", "--color=never", "--no-cache")
    assert rest == ["audit", "x"]
    assert (current.language, current.color, current.debug, current.cache) == ("vi", "never", True, False)


def test_nothing_is_taken_from_behind_two_dashes() -> None:
    assert settled("deadline", "--", "--lang", "vi")[0] == ["deadline", "--", "--lang", "vi"]


def test_the_nearest_file_is_used_and_paths_are_relative_to_it(here: Path) -> None:
    (here.parent.parent / "tthc.toml").write_text('catalogue = "far"\n')
    (here.parent / "tthc.toml").write_text('catalogue = "near"\nlang = "vi"\ncolor = "always"\n', encoding="utf-8-sig")
    _rest, current = settled()
    assert current.catalogue == here.parent / "near"
    assert (current.language, current.color) == ("vi", "always")


def test_pyproject_toml_serves_where_it_has_a_table(here: Path) -> None:
    (here / "pyproject.toml").write_text('[project]\nname = "x"\n')
    (here.parent / "pyproject.toml").write_text('[tool.tthc]\ncatalogue = "c"\n')
    assert settled()[1].catalogue == here.parent / "c"


@pytest.mark.parametrize("content", ["tool = 5\n", "[tool]\ntthc = 5\n", "[tool.black]\n"])
def test_other_pyproject_files_do_not_matter(here: Path, content: str) -> None:
    (here / "pyproject.toml").write_text(content)
    assert settled()[1].catalogue == Path("catalogue")


def test_flag_before_environment_before_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "tthc.toml").write_text('catalogue = "file"\nlang = "vi"\n')
    assert settled()[1].language == "vi"
    monkeypatch.setenv("TTHC_CATALOGUE", "environment")
    monkeypatch.setenv("TTHC_LANG", "en")
    assert settled()[1].catalogue == Path("environment")
    assert settled()[1].language == "en"
    assert settled("--lang=vi")[1].language == "vi"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('catalgue = "x"\n', 'unknown key "catalgue". Did you mean "catalogue"? Possible: catalogue, lang, color'),
        ("lang = 5\n", '"lang" must be a text in quotes'),
        ('lang = "fr"\n', 'unknown value "fr" for {file}: lang; possible: vi, en'),
        ('color = "red"\n', 'unknown value "red" for {file}: color'),
        ("lang = \n", "cannot be read: "),
        ("check = 5\n", '"check" must be a table: [check]'),
        ("catalogue = [1]\n", '"catalogue" must be a text in quotes: "catalogue"'),
    ],
)
def test_what_is_wrong_with_a_file(here: Path, content: str, words: str) -> None:
    (here / "tthc.toml").write_text(content)
    with pytest.raises(SettingError) as caught:
        settled()
    assert words.replace("{file}", str(here / "tthc.toml")) in str(caught.value)


def test_what_is_wrong_is_named_by_where_it_was_given(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "tthc.toml").write_text('lang = "fr"\n')
    monkeypatch.setenv("TTHC_LANG", "xx")
    with pytest.raises(SettingError, match='unknown value "xx" for TTHC_LANG; possible: vi, en'):
        settled()
    with pytest.raises(SettingError, match='unknown value "yy" for --lang; possible: vi, en'):
        settled("--lang", "yy")
    assert settled("--lang", "en")[1].language == "en"


WRONG = {
    "text": ("5", "true", "[]", "{}", "2026-01-01"),
    "texts": ('"x"', "5", "[5]", "{}"),
    "days": ('"x"', '""', "1.5", "true", "-1", "[]", "{}", "2026-01-01"),
    "table": ('"x"', "5", "[]"),
}


@pytest.mark.parametrize(
    ("within", "name", "value"),
    [
        (within, name, value)
        for within, known in (("", keys.RUN), ("check", keys.CHECK))
        for name, key in known.items()
        for value in WRONG[key.form]
    ],
)
def test_a_value_of_the_wrong_form_is_never_an_error_of_the_program(
    folder: Any, capsys: pytest.CaptureFixture[str], within: str, name: str, value: str
) -> None:
    Path("tthc.toml").write_text(f"[{within}]\n{name} = {value}\n" if within else f"{name} = {value}\n")
    assert run(["check", str(folder.root)]) == 2
    said = capsys.readouterr().err
    assert "tthc.toml" in said
    assert f'"{within}.{name}" must be' in said or f'"{name}" must be' in said


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('fail-on = "grave"', 'unknown value "grave" for {file}: check.fail-on; possible: error (lỗi), warning'),
        ("severity = {T101 = 5}", 'unknown value "5" for {file}: check.severity.T101; possible: error'),
        ('selct = ["T"]', 'unknown key "check.selct". Did you mean "select"? Possible: select, ignore'),
        ('select = ["ZZ"]', 'there is no rule "ZZ"'),
        ('baseline = "none.json"', "none.json is no baseline: "),
    ],
)
def test_what_is_wrong_with_the_table_of_check(
    here: Path, folder: Any, capsys: pytest.CaptureFixture[str], content: str, words: str
) -> None:
    (here / "tthc.toml").write_text(f"[check]\n{content}\n")
    assert run(["check", str(folder.root)]) == 2
    assert words.format(file=here / "tthc.toml") in capsys.readouterr().err


def test_keys_of_the_right_form_are_taken(here: Path, folder: Any) -> None:
    values = "\n".join(f"{name} = {key.example}" for name, key in keys.CHECK.items() if name != "baseline")
    (here / "tthc.toml").write_text(f"[check]\n{values}\n")
    assert run(["check", str(folder.root)]) in (0, 1)


def test_a_file_in_another_encoding(here: Path) -> None:
    (here / "tthc.toml").write_bytes("lang = 'Tiếng'".encode("utf-16"))
    with pytest.raises(SettingError, match=r"tthc\.toml cannot be read"):
        settled()


@pytest.mark.parametrize(
    ("color", "environment", "terminal", "used"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": ""}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {}, True, False),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch, color: str, environment: dict[str, str], *, terminal: bool, used: bool
) -> None:
    class Stream:
        def isatty(self) -> bool:
            return terminal

    monkeypatch.delenv("TERM", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    settled(f"--color={color}")
    assert settings.use_color(Stream()) is used
