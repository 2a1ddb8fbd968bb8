"""What the pages show works: records are valid, settings are known, and every command line is one."""

import json
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from tthc.catalogue.files import MANIFEST
from tthc.catalogue.reader import read_text
from tthc.cli import keys, main, settings
from tthc.cli.documents import KINDS
from tthc.domain.statistics import Dossiers

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^ *(?:- run: )?(tthc .*)$|`(tthc [^`]+)`", re.MULTILINE)
WRITTEN_BY_HAND = tuple(page for page in PAGES if page.parent.name != "rules")  # those of rules have tests of their own
HEAD = "jurisdiction: {name: Tỉnh Mẫu}\nedition: 2026-10-01\n"
PLACED = "agency: so-tai-chinh\nfield: Đầu tư tại Việt Nam\nprocedures:\n  - code: '9.000001'\n    name: Cấp thẻ\n"


def blocks(language: str) -> list[Any]:
    """The blocks of this language in the pages, each named by its page and line."""
    return [
        pytest.param(match[2], id=f"{page.name}:{text[: match.start()].count(chr(10)) + 1}")
        for page in WRITTEN_BY_HAND
        for text in [page.read_text("utf-8")]
        for match in FENCE.finditer(text)
        if match[1] == language
    ]


def commands() -> Iterator[Any]:
    """Every command line of the pages; one that stands inside a sentence may be shortened."""
    for page in PAGES:
        found = dict.fromkeys(
            (alone or inline, bool(inline)) for alone, inline in COMMAND.findall(page.read_text("utf-8"))
        )
        for line, shortened in found:
            yield pytest.param(line, shortened, id=f"{page.name}: {line}")


def files_of(block: str) -> dict[str, str]:
    """The files of a catalogue that a block stands for, by name; none where it is no part of one."""
    data = read_text(block.encode())
    assert not data.problems
    match data.data:
        case {"procedures": _}:
            return {"procedures/a.yaml": block}
        case {"jurisdiction": _}:
            return {MANIFEST: block}
        case {"letterhead": _}:
            return {MANIFEST: HEAD + block}
        case {"legal": _} | {"local": _}:
            return {"procedures/a.yaml": PLACED + re.sub("^", "    ", block, flags=re.MULTILINE)}
    return {}


@pytest.mark.parametrize("block", blocks("yaml"))
def test_records_are_free_of_errors(block: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Checked with the agencies and the legal documents of the sample, which knows what has expired."""
    files = files_of(re.sub(r"^ +(?=local:)", "", block) if block.startswith(" ") else block)
    for name in ("agencies.yaml", "legal-documents.yaml"):
        shutil.copy(ROOT / "catalogue" / name, tmp_path / name)
    for name, text in ({MANIFEST: HEAD, "procedures/a.yaml": PLACED} | files).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    main.run(["check", str(tmp_path), "-f", "json", "--lang", "en", "--no-cache"])
    found = json.loads(capsys.readouterr().out)["findings"]
    wrong = [each for each in found if each["severity"] == "error" or each["rule"].startswith(("F", "P"))]
    assert [each for each in wrong if not each["rule"].startswith("B")] == []  # B: parts that an abridged record lacks


@pytest.mark.parametrize("block", blocks("toml"))
def test_settings_are_known(block: str) -> None:
    table = tomllib.loads(block)
    assert not keys.wrong(Path("tthc.toml"), table, keys.RUN)
    assert not keys.wrong(Path("tthc.toml"), table.get("check", {}), keys.CHECK)


@pytest.mark.parametrize("block", blocks("csv"))
def test_statistics_have_the_columns_that_are_read(block: str) -> None:
    assert set(block.partition("\n")[0].split(",")) <= set(Dossiers.__dataclass_fields__)


@pytest.mark.parametrize(("line", "shortened"), [*commands()])
def test_every_command_line_is_one(line: str, shortened: bool) -> None:
    words = re.split(r" (?:\||>>?|<|·) ", line)[0]
    _tthc, *arguments = shlex.split(words.replace("…", ""), comments=True)
    arguments = settings.take(arguments)
    name = next((word for word in arguments if word in main.COMMANDS), None)
    if name is None:
        assert arguments in ([], ["--help"], ["COMMAND", "--help"]), line
        return
    command = typer.main.get_command(main._app(name)).commands[name]  # type: ignore[attr-defined]
    rest = arguments[:]
    rest.remove(name)
    problem, context = "", None
    try:
        context = command.make_context(name, rest)
    except typer.Exit:  # --help
        return
    except typer.TyperException as error:
        problem = type(error).__name__
    assert not problem or (shortened and problem == "MissingParameter")
    if name == "report" and context and context.params["kind"].islower():
        assert context.params["kind"] in KINDS
