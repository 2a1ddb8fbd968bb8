"""An option that can do nothing is refused, and the message says beside what."""

from typing import Any

import pytest

from tthc.cli.main import run

LINES = '{"id": 1, "text": "5 ngày", "kind": "fixed", "cases": [{"max": 5, "unit": "day"}], "headline": 0}\n'


@pytest.fixture
def tthc(folder: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """`tthc` in the folder that holds the catalogue `catalogue`, another one and a file of lines."""
    folder.write("../other/procedures/a.yaml", "agency: a\nfield: b\nprocedures: []\n")
    folder.write("../lines.jsonl", LINES)
    monkeypatch.chdir(folder.root.parent)

    def call(line: str) -> tuple[int, str]:
        code = run([*line.split(), "--lang", "en"])
        return code, capsys.readouterr().err

    return call


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("check --write-baseline b.json -f json", "--format does nothing with --write-baseline"),
        ("check --write-baseline b.json --baseline a.json", "--baseline does nothing with --write-baseline"),
        ("check --write-baseline b.json --diff", "--diff does nothing with --write-baseline"),
        ("check --diff -o out.json", "--output does nothing with --diff"),
        ("check --diff --fix", "--fix does nothing with --diff"),
        ("check --unsafe-fixes --statistics rule", "--statistics does nothing with --diff"),
        ("check --diff --fail-on note", "--fail-on does nothing with --diff"),
        ("check - --fix", "--fix writes files; with “-” use --diff"),
        ("check catalogue -C other", "two catalogues are named, catalogue and other"),
        ("check catalogue/procedures -C other", "two catalogues are named, catalogue and other"),
        ("cuts --keep 2", "--keep goes with --plan"),
        ("cuts --max-cut 50%", "--max-cut goes with --plan"),
        ("cuts --step 1", "--step goes with --plan"),  # also where it is the default: it was meant to do something
        ("deadline --jsonl lines.jsonl --from 2026-11-20", "--from does nothing with --jsonl"),
        ("deadline --jsonl lines.jsonl --calendar c.yaml", "--calendar does nothing with --jsonl"),
        ("deadline --jsonl lines.jsonl x", " does nothing with --jsonl"),
        ("deadline --jsonl lines.jsonl -f xlsx", 'unknown value "xlsx" for --format; possible: jsonl'),
        ("deadline --jsonl lines.jsonl -o x.xlsx", "name the file so: x.jsonl"),
        ("deadline x --calendar c.yaml", "--calendar is for due dates; add --from DATE"),
        ("duplicates --pairs lines.jsonl --field x", "--field does nothing with --pairs"),
        ("duplicates --pairs lines.jsonl --no-internal", "--no-internal does nothing with --pairs"),
        ("duplicates --pairs lines.jsonl catalogue", " does nothing with --pairs"),
        ("duplicates --pairs lines.jsonl -o x.docx", "name the file so: x.jsonl"),
        ("duplicates --by me", "--by goes with --review"),
        ("duplicates --review -f json", "--format does nothing with --review"),
        ("duplicates --with other --relation level", "--relation does nothing with --with"),
        ("evaluate lines.jsonl --hide-codes", "--hide-codes is for pairs"),
        ("online --evidence lines.jsonl --list", "--list does nothing with --evidence"),
        ("online --evidence lines.jsonl -C other", "--catalogue does nothing with --evidence"),
        ("online --evidence lines.jsonl -o x.md", "name the file so: x.jsonl"),
        ("report audit --convention 5/7", "--convention does nothing for tthc report audit; it is for: cuts, changes"),
        ("report online --calendar c.yaml", "--calendar does nothing for tthc report online"),
        ("report cuts --as-of 2031-01-01", "--as-of does nothing for tthc report cuts; it is for: audit, online"),
        ("report findings --since HEAD", "--since does nothing for tthc report findings; it is for: changes"),
        ("rule T101 --all", " does nothing with --all"),
        ("schema agencies --into x", " does nothing with --into"),
    ],
)
def test_what_would_do_nothing_is_refused(tthc: Any, line: str, words: str) -> None:
    code, said = tthc(line)
    assert code == 2
    assert words in said


@pytest.mark.parametrize(
    "line",
    [
        "check catalogue -C ./catalogue",
        "check --diff --unsafe-fixes --exit-zero",
        "cuts --plan 0% --keep 2 --max-cut 50% --step 1",
        "deadline --jsonl lines.jsonl -f jsonl -o x.jsonl",
        "deadline x --from 2026-11-20",
        "evaluate lines.jsonl",
        "report cuts --convention 5/7",
        "report audit --as-of 2026-11-20",
        "rule --all",
    ],
)
def test_what_does_something_is_not(tthc: Any, line: str) -> None:
    code, said = tthc(line)
    assert code in (0, 1), said
