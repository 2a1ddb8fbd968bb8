"""`tthc report changes`: which two editions are compared, and what is said when there are none."""

import json
import shutil
import subprocess

import pytest

from tthc.cli.main import run

FIRST = """\
- {code: "9.000001", name: Cấp giấy phép xây dựng, level: province, local: {deadline: 10 ngày}}
- {code: "9.000002", name: Gia hạn giấy phép xây dựng, level: province}
"""
SECOND = FIRST.replace("10 ngày", "12 ngày")
THIRD = SECOND.splitlines(keepends=True)[0]


def git(folder, *arguments):
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", folder, *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def history(folder, monkeypatch):
    """Three editions: two committed, one in the files."""
    top = folder.root.parent
    git(top, "init", "-q")
    for records in (FIRST, SECOND):
        folder.records(records)
        git(top, "add", "-A")
        git(top, "commit", "-q", "-m", "edition")
    folder.records(THIRD)
    monkeypatch.chdir(top)
    return folder


def changed(capsys, since, *more):
    """The codes in each table of changes."""
    assert run(["report", "changes", "--since", since, "-f", "json", "--lang", "en", *more]) == 0
    tables = json.loads(capsys.readouterr().out)["tables"]
    kinds = ("lengthened", "removed", "new", "amended", "moved")
    return {key: [row["code"] for row in tables[key] if "row" not in row] for key in kinds if key in tables}


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("HEAD", {"removed": ["9.000002"]}),
        ("main~1", {"removed": ["9.000002"], "lengthened": ["9.000001"], "amended": ["9.000001"]}),
        ("HEAD~1..HEAD", {"lengthened": ["9.000001"], "amended": ["9.000001"]}),
        ("HEAD..HEAD~1", {"amended": ["9.000001"]}),
        ("HEAD..HEAD", {}),
    ],
)
def test_since_a_revision_or_between_two(capsys, history, since, expected):
    assert changed(capsys, since) == expected


def test_since_a_folder(capsys, history, tmp_path):
    shutil.copytree(history.root, tmp_path / "earlier")
    history.records(FIRST)
    assert changed(capsys, "earlier") == {"amended": ["9.000001"], "new": ["9.000002"]}


def test_a_part_of_the_catalogue(capsys, history):
    assert changed(capsys, "main~1", "--code", "9.000001") == {"lengthened": ["9.000001"], "amended": ["9.000001"]}


def test_the_document_says_which_editions_it_compares(capsys, history):
    assert run(["report", "changes", "--since", "HEAD~1..HEAD", "-f", "json", "--lang", "en"]) == 0
    sources = {each["term"]: each["text"] for each in json.loads(capsys.readouterr().out)["definitions"]}
    assert sources["Compared with"].startswith("revision HEAD~1 (")
    assert sources["Revision"].startswith("HEAD (")
    assert sources["Records in the two editions"] == "before: 2; after: 2"


def test_files_that_cannot_be_read_are_named_and_the_rest_is_compared(capsys, history):
    history.write("procedures/so-xay-dung/bad.yaml", "x: [")
    assert run(["report", "changes", "--since", "HEAD", "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert "bad.yaml:1:5" in said.err
    assert "9.000002" in said.out
    assert "ATTENTION: the later edition could not be read in full" in said.out


def test_hidden_files_are_no_part_of_an_edition(capsys, history):
    history.records('- {code: "9.000009", name: Nháp}\n', "procedures/.nhap.yaml")
    git(history.root.parent, "add", "-A")
    git(history.root.parent, "commit", "-q", "-m", "draft")
    assert changed(capsys, "HEAD") == {}


@pytest.mark.parametrize(
    ("arguments", "outcome", "message"),
    [
        ([], 2, "changes since when?"),
        (["--since", ""], 2, "changes since when?"),
        (["--since", "nowhere"], 2, "git knows no revision “nowhere”"),
        (["--since", "HEAD..nowhere"], 2, "git knows no revision “nowhere”"),
        (["--since", "HEAD.."], 2, "write OLD..NEW"),
        (["--since", "a...b"], 2, "write OLD..NEW"),
        (["--since", "../earlier"], 2, "there is no folder ../earlier"),
        (["--since", "-x"], 2, "“-x” is not a revision"),
        (["--since", "catalogue"], 2, "is the catalogue itself"),
        (["--since", "catalogue/procedures"], 3, "--since: catalogue/procedures is not a catalogue"),
    ],
)
def test_what_cannot_be_compared(capsys, history, arguments, outcome, message):
    assert run(["report", "changes", *arguments, "--lang", "en"]) == outcome
    said = capsys.readouterr()
    assert said.out == ""
    assert message in said.err


def test_what_git_says_is_understood_in_every_language(capsys, history):
    assert run(["report", "changes", "--since", "nowhere", "--lang", "vi"]) == 2
    assert "git không có phiên bản “nowhere”" in capsys.readouterr().err


def test_before_the_first_edition(capsys, history):
    git(history.root.parent, "checkout", "-q", "--orphan", "empty")
    git(history.root.parent, "rm", "-q", "-r", "-f", "--cached", ".")
    git(history.root.parent, "commit", "-q", "--allow-empty", "-m", "empty")
    assert run(["report", "changes", "--since", "empty", "--lang", "en"]) == 2
    assert "there was no catalogue in catalogue yet" in capsys.readouterr().err


def test_outside_a_repository(capsys, folder, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.root.parent))
    assert run(["report", "changes", "-C", str(folder.root), "--since", "HEAD", "--lang", "vi"]) == 2
    assert "không nằm trong kho git" in capsys.readouterr().err
