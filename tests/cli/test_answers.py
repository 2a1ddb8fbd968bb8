"""The answer that `tthc check` keeps: found again only for the very same question, and never to be noticed."""

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tthc.catalogue import cache
from tthc.cli import answers, checking
from tthc.cli.main import run

RECORDS = """\
agency: so-tai-chinh
field: Đầu tư
procedures:
  - code: "9.000001"
    name: Chấp thuận chủ trương đầu tư
    level: province
    legal: {deadline: 10 ngày làm việc}
    local: {deadline: 12 ngày làm việc}
    fee: Có
"""
OTHER = """\
agency: so-tai-chinh
field: Đấu thầu
procedures:
  - {code: "9.000002", name: "Lựa chọn  nhà thầu", fee: Có}
  - {code: "9.000003", name: Hủy thầu, fee: Có} # tthc: ignore H507 -- đang chờ văn bản
"""
FILES = {
    "catalogue.yaml": "jurisdiction: {name: Tỉnh Mẫu, code: H49}\nedition: 2026-10-01\n",
    "agencies.yaml": "agencies:\n  - {id: so-tai-chinh, name: Sở Tài chính, level: province}\n",
    "legal-documents.yaml": "documents: []\n",
    "decisions/duplicates.yaml": "decisions: []\n",
    "procedures/dau-tu.yaml": RECORDS,
    "statistics/2025.csv": "code,received\n9.000001,7\n",
}
FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit", "markdown")


class Place:
    """A catalogue with findings; `ran` counts how often it was really read and checked."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder / "catalogue"
        self.ran = 0
        self._capsys = capsys
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def check(self, *arguments: str) -> SimpleNamespace:
        self._capsys.readouterr()
        before = self.ran
        code = run(["check", *arguments])
        out, err = self._capsys.readouterr()
        return SimpleNamespace(said=(code, out, err), code=code, out=out, anew=self.ran > before)


@pytest.fixture
def place(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(cache, "program", lambda: "tthc")  # whose files may be edited while tests run
    made = Place(tmp_path, capsys)
    start = checking.start

    def counted(*arguments: Any) -> checking.Run:
        made.ran += 1
        return start(*arguments)

    monkeypatch.setattr(checking, "start", counted)
    return made


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_bytes_and_the_same_exit_code_in_every_format(place: Place, format_: str) -> None:
    without = place.check("-f", format_, "--no-cache")
    first, second = place.check("-f", format_), place.check("-f", format_)
    assert (first.anew, second.anew) == (True, False)
    assert without.said == first.said == second.said
    assert second.code == 1
    assert "T101" in second.out


def test_statistics_notes_and_files_of_output_are_the_same(place: Place) -> None:
    assert place.check("--statistics", "rule").said == place.check("--statistics", "rule").said
    place.check("--write-baseline", "known.json")
    place.write("procedures/dau-tu.yaml", RECORDS.replace("Có", "Không"))
    known = ("--baseline", "known.json", "--lang", "en")
    first, second = place.check(*known), place.check(*known)
    assert first.said == second.said
    assert "findings are put right" in second.said[2]
    assert not second.anew
    first, words = place.check("-o", "out.json"), Path("out.json").read_bytes()
    Path("out.json").unlink()
    second = place.check("-o", "out.json")
    assert (second.anew, second.said, Path("out.json").read_bytes()) == (False, first.said, words)


def test_every_step_of_a_pipeline_gets_its_summary(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for name in ("one.md", "two.md"):
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", name)
        last = place.check()
    assert not last.anew
    assert "T101" in Path("one.md").read_text(encoding="utf-8")
    assert Path("one.md").read_bytes() == Path("two.md").read_bytes()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("how", ["edited", "removed"])
def test_a_change_of_any_file_is_seen(place: Place, name: str, how: str) -> None:
    place.check()
    if how == "edited":
        place.write(name, FILES[name] + "\n")
    else:
        (place.folder / name).unlink()
    after = place.check()
    assert after.anew
    assert after.said == place.check("--no-cache").said


@pytest.mark.parametrize("name", ["procedures/sub/khac.yml", "statistics/2024.csv"])
def test_a_new_file_is_seen(place: Place, name: str) -> None:
    place.check()
    place.write(name, "")
    assert place.check().anew


@pytest.mark.parametrize(
    "options",
    [
        ["--ignore", "T101"],
        ["--select", "T"],
        ["--extend-select", "ALL"],
        ["--as-of", "2026-06-30"],
        ["--fail-on", "warning"],
        ["--exit-zero"],
        ["--statistics", "rule"],
        ["-f", "json"],
        ["--lang", "en"],
        ["--color", "always"],
        ["catalogue/procedures/dau-tu.yaml"],
        ["-C", "../{here}/catalogue"],
    ],
)
def test_another_question_is_asked_anew(place: Place, options: list[str]) -> None:
    place.check()
    assert place.check(*(word.format(here=Path.cwd().name) for word in options)).anew


def test_configuration_baseline_and_surroundings_count(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    config = Path("tthc.toml")
    place.check()
    place.check("--write-baseline", "known.json")
    config.write_text('[check]\nbaseline = "known.json"\n', encoding="utf-8")
    assert place.check().code == 0
    Path("known.json").write_text(Path("known.json").read_text("utf-8").replace("T101", "T102"), encoding="utf-8")
    assert place.check().code == 1
    config.write_text('[check.severity]\nT101 = "warning"\n', encoding="utf-8")
    assert place.check().anew
    config.unlink()
    assert not place.check().anew
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert place.check().out.startswith("::")


def test_the_edit_since_a_revision_is_judged_once(place: Place) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@b")
        subprocess.run(["git", "-C", str(place.folder), *who, *words], check=True, capture_output=True)

    git("init", "-q"), git("add", "."), git("commit", "-qm", "a")
    place.write("procedures/dau-tu.yaml", RECORDS.replace("12 ngày", "13 ngày"))
    first, second = place.check("--since", "HEAD"), place.check("--since", "HEAD")
    assert (first.anew, second.anew, second.said) == (True, False, first.said)
    assert place.check("--since", "HEAD", "--changed-only").anew
    git("commit", "-qam", "b")
    after = place.check("--since", "HEAD")
    assert after.anew
    assert after.said == place.check("--since", "HEAD", "--no-cache").said
    assert place.check("--since", "HEAD~1").said == first.said
    assert place.check("--since", "gone").code == 2


def test_the_files_of_the_earlier_edition_belong_to_the_question(place: Place) -> None:
    shutil.copytree(place.folder, "earlier")
    place.write("procedures/dau-tu.yaml", RECORDS.replace("12 ngày", "13 ngày"))
    since = ("--since", "earlier", "--changed-only")
    first, second = place.check(*since), place.check(*since)
    assert (first.anew, second.anew, second.said) == (True, False, first.said)
    assert "K708" in first.out
    Path("earlier/procedures/dau-tu.yaml").write_text(RECORDS.replace("12 ngày", "13 ngày"), encoding="utf-8")
    third = place.check(*since)
    assert third.anew
    assert "K708" not in third.out
    Path("earlier/procedures/moi.yaml").write_text(OTHER, encoding="utf-8")
    assert "K709" in place.check(*since).out


@pytest.mark.parametrize("options", [["--fix"], ["--diff"], ["--unsafe-fixes"], ["--no-cache"]])
def test_what_writes_or_is_asked_not_to_keep_runs_every_time(place: Place, options: list[str]) -> None:
    place.check()
    assert place.check(*options).anew
    assert place.check(*options).anew


def test_every_file_of_the_program_counts() -> None:
    package = Path(answers.__file__).parents[1]
    seen = cache.program()
    assert all(repr(str(path)) in seen for path in [*package.rglob("*.py"), *(package / "data").rglob("*.yaml")])


def test_another_program_answers_for_itself(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.check()
    monkeypatch.setattr(cache, "program", lambda: "another")
    assert place.check().anew


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--select", "T,H"],
        ["--as-of", "2026-06-30"],
        ["--lang", "en", "-f", "json"],
        ["--baseline", "known.json"],
        ["--since", "HEAD"],
        ["--since", "HEAD", "--changed-only"],
        ["--diff"],
        ["--fix"],
    ],
    ids=" ".join,
)
def test_after_an_edit_all_is_as_without_a_cache(place: Place, options: list[str]) -> None:
    """What is kept of the files that did not change goes through all that follows as if it were new."""
    place.write("procedures/khac.yaml", OTHER)
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", "-C", str(place.folder), *words], check=True)
    place.check("--write-baseline", "known.json")
    place.check()
    place.write("procedures/dau-tu.yaml", RECORDS.replace("12 ngày", "13 ngày"))
    kept_ = place.check(*options)
    files = {path: path.read_bytes() for path in place.folder.rglob("*.yaml")}
    place.write("procedures/khac.yaml", OTHER)
    assert place.check(*options, "--no-cache").said == kept_.said
    assert {path: path.read_bytes() for path in place.folder.rglob("*.yaml")} == files


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b'["x", "1", "", ""]', b'["x", 1, "", null]', b"\xff\xfe"])
def test_damage_does_no_harm(place: Place, tmp_path: Path, rubbish: bytes) -> None:
    first = place.check()
    for path in (tmp_path / "kept").rglob("*.json"):
        path.write_bytes(rubbish)
    second = place.check()
    assert (second.anew, second.said) == (True, first.said)
    assert not place.check().anew


def test_a_program_whose_files_cannot_be_seen_runs_every_time(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise FileNotFoundError

    first = place.check()
    monkeypatch.setattr(cache, "program", gone)
    second = place.check()
    assert (second.anew, second.said) == (True, first.said)


def test_a_file_changed_meanwhile_is_not_answered_for(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    start = checking.start

    def slow(*arguments: Any) -> checking.Run:
        made = start(*arguments)
        place.write("procedures/dau-tu.yaml", RECORDS + "\n")
        return made

    monkeypatch.setattr(checking, "start", slow)
    place.check()
    place.write("procedures/dau-tu.yaml", RECORDS)
    assert place.check().anew


def test_a_file_that_is_gone_meanwhile_is_no_reason_to_complain(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    start = checking.start

    def slow(*arguments: Any) -> checking.Run:
        made = start(*arguments)
        shutil.rmtree(place.folder)
        return made

    first = place.check()
    place.check("--lang", "en")
    monkeypatch.setattr(checking, "start", slow)
    assert place.check("--as-of", "2026-10-01").said == first.said


def test_an_answer_that_is_found_needs_no_engine(place: Place) -> None:
    code = "import sys; from tthc.cli.main import run; run(['check']); print(*sys.modules, file=sys.stderr)"
    for _run in range(2):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "tthc.cli.answers" in loaded
    assert not loaded & {"pydantic", "ruamel.yaml", "rapidfuzz", "rich", "tthc.lint", "tthc.analysis"}
