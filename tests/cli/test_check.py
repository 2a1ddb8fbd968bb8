"""`tthc check` from the command line: exit codes, edits since a revision, fixes, baseline, stdin, configuration."""

import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tthc.cli import settings
from tthc.cli.checking import Run
from tthc.cli.main import run

RECORD = """\
  - code: "{code}"
    name: {name}
    level: province
    handled_by: [so-tai-chinh]
    subjects: [Tổ chức]
    place: Trung tâm Phục vụ hành chính công
    legal:
      deadline: 10 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ
      basis: [61/2020/QH14 Điều 33]
    local:
      deadline: {deadline}  # giữ lại
      decision: 1234/QĐ-UBND
    channels: [direct, post]
    steps: [Nộp hồ sơ, Nhận kết quả]
    dossier:
{dossier}
    dossier_sets: 1
    fee: {fee}
    result: {{name: Văn bản}}
    online: {{level: {online}}}
"""
DEFAULTS = {
    "code": "9.000001",
    "name": "Chấp thuận chủ trương đầu tư",
    "deadline": "7 ngày làm việc",
    "dossier": "      - Văn bản đề nghị",
    "fee": "Không",
    "online": "information",
}
HEAD = "agency: so-tai-chinh\nfield: Đầu tư\nprocedures:\n"


class Place:
    """A catalogue in a git repository, checked as on a command line."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.file = folder / "catalogue" / "procedures" / "dau-tu.yaml"
        self._capsys = capsys
        self.file.parent.mkdir(parents=True)
        manifest = "jurisdiction: {name: Tỉnh Mẫu, code: H49}\nedition: 2026-10-01\n"
        (folder / "catalogue" / "catalogue.yaml").write_text(manifest, encoding="utf-8")
        agencies = "agencies:\n  - {id: so-tai-chinh, name: Sở Tài chính, level: province}\n"
        (folder / "catalogue" / "agencies.yaml").write_text(agencies, encoding="utf-8")
        self.write(self.record())

    def record(self, **changes: str) -> str:
        return RECORD.format(**(DEFAULTS | changes))

    def write(self, *records: str) -> None:
        self.file.write_text(HEAD + "".join(records), encoding="utf-8")

    def check(self, *arguments: str, lang: str = "en") -> SimpleNamespace:
        self._capsys.readouterr()
        code = run(["check", *arguments, "--lang", lang])
        out, err = self._capsys.readouterr()
        return SimpleNamespace(code=code, out=out, err=err)

    def rules(self, *arguments: str) -> list[str]:
        return [finding["rule"] for finding in json.loads(self.check(*arguments, "-f", "json").out)["findings"]]

    def commit(self) -> None:
        git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"]
        subprocess.run(["git", "init", "-q"], cwd=self.folder, check=True)
        subprocess.run([*git, "add", "."], cwd=self.folder, check=True)
        subprocess.run([*git, "commit", "-qm", "x"], cwd=self.folder, check=True)


@pytest.fixture
def place(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GIT_DIR", "GIT_INDEX_FILE", "TTHC_CATALOGUE"):
        monkeypatch.delenv(name, raising=False)
    return Place(tmp_path, capsys)


def test_a_clean_catalogue_is_fine(place: Place) -> None:
    result = place.check()
    assert (result.code, result.out.splitlines()) == (0, ["error: 0, warning: 0, note: 0; procedures: 1"])


def test_an_error_fails_at_its_line_and_column(place: Place) -> None:
    place.write(place.record(deadline="12 ngày làm việc"))
    result = place.check()
    assert result.code == 1
    assert "14:17  error  T101" in result.out


def test_what_fails_can_be_chosen(place: Place) -> None:
    place.write(place.record(deadline="5-7 ngày làm việc"))
    assert place.check().code == 0
    assert place.check("--fail-on", "warning").code == 1
    assert place.check("--fail-on", "warning", "--exit-zero").code == 0
    assert place.check("--fail-on", "fatal").code == 2


def test_findings_of_the_reader_are_findings(place: Place) -> None:
    place.write(place.record() + "    fees: 5\n")
    assert place.rules() == ["F007"]
    assert place.rules("--ignore", "F007") == []


EDITS = {
    "K708": {"deadline": "9 ngày làm việc"},
    "K711": {"deadline": "6 ngày"},
    "K712": {"dossier": "      - Văn bản đề nghị\n      - Lý lịch tư pháp"},
    "K713": {"fee": "80.000 đồng"},
    "K714": {"online": "none"},
    "K715": {"code": "9.000002"},
}


@pytest.mark.parametrize("rule", EDITS)
def test_edits_are_judged_since_a_revision(place: Place, rule: str) -> None:
    place.commit()
    place.write(place.record(**EDITS[rule]))
    assert rule in place.rules("--since", "HEAD", "--select", "K7")
    assert rule not in place.rules("--select", "K7")
    place.write(place.record())
    assert place.rules("--since", "HEAD", "--select", "K7") == []


@pytest.mark.parametrize("folder", [".", "../catalogue"])
def test_the_past_is_found_however_the_folder_is_named(
    place: Place, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.commit()
    monkeypatch.chdir(place.folder / "catalogue")
    assert place.rules(folder, "--since", "HEAD") == []


def test_a_removed_procedure_needs_a_decision(place: Place) -> None:
    place.write(place.record(), place.record(code="9.000002", name="Cấp giấy phép khác"))
    place.commit()
    place.write(place.record())
    assert place.rules("--since", "HEAD") == ["K709"]
    assert "9.000002" in place.check("--since", "HEAD").out


def test_a_record_that_moves_to_another_file_is_not_an_edit(place: Place) -> None:
    place.commit()
    place.file.rename(place.file.with_name("khac.yaml"))
    assert place.rules("--since", "HEAD") == []


def test_only_entries_that_were_touched(place: Place) -> None:
    old = place.record(deadline="12 ngày làm việc")
    place.write(old, place.record(code="9.000002", name="Cấp giấy phép khác"))
    place.commit()
    place.write(old, place.record(code="9.000002", name="Cấp giấy phép khác", fee="Có"))
    assert place.rules("--since", "HEAD", "--changed-only") == ["H507"]
    assert set(place.rules("--since", "HEAD")) == {"T101", "H507"}


def test_a_pair_counts_as_touched_whichever_side_was(place: Place) -> None:
    other = place.record(code="9.000002", name="Cấp giấy phép")
    place.write(place.record(), other)
    place.commit()
    place.write(place.record(name="Cấp giấy phép"), other)
    assert place.rules("--since", "HEAD", "--changed-only") == ["D102"]


@pytest.fixture
def earlier(place: Place, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an earlier edition, and no git."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(place.folder.parent))
    shutil.copytree("catalogue", "earlier")
    return Path("earlier")


@pytest.mark.parametrize("rule", EDITS)
def test_edits_are_judged_since_the_edition_in_a_folder(place: Place, earlier: Path, rule: str) -> None:
    assert place.rules("--since", "earlier", "--select", "K7") == []
    place.write(place.record(**EDITS[rule]))
    assert rule in place.rules("--since", "earlier", "--select", "K7")
    assert rule in place.rules("catalogue", "--since", "./earlier/", "--changed-only")


def test_what_a_folder_has_more_stands_in_the_file_it_was_in(place: Place, earlier: Path) -> None:
    place.write(place.record(), place.record(code="9.000002", name="Cấp giấy phép khác"))
    found = json.loads(place.check("earlier", "--since", "catalogue", "--select", "K709", "-f", "json").out)
    assert [finding["path"] for finding in found["findings"]] == ["earlier/procedures/dau-tu.yaml"]


def test_only_entries_that_are_not_as_in_the_folder(place: Place, earlier: Path) -> None:
    wrong = place.record(code="9.000002", name="Cấp giấy phép khác", deadline="12 ngày làm việc")
    (earlier / "procedures" / "dau-tu.yaml").write_text(HEAD + place.record() + wrong, encoding="utf-8")
    place.write(place.record(fee="Có"), wrong)
    assert "T101" in place.rules("--since", "earlier")
    assert "T101" not in place.rules("--since", "earlier", "--changed-only")


def test_what_cannot_be_read_in_the_folder_is_said(place: Place, earlier: Path) -> None:
    (earlier / "procedures" / "xau.yaml").write_text("x: [", encoding="utf-8")
    first, kept = place.check("--since", "earlier"), place.check("--since", "earlier")
    assert "1 problem in earlier: earlier/procedures/xau.yaml:1:5" in first.err
    assert kept == first


@pytest.mark.parametrize(
    ("since", "code", "words"),
    [
        ("catalogue", 2, "is the catalogue itself"),
        ("./nowhere", 2, "there is no folder ./nowhere"),
        ("earlier/procedures", 3, "--since: earlier/procedures is not a catalogue"),
        ("nowhere", 2, "Name the folder that holds the earlier edition instead: --since FOLDER"),
    ],
)
def test_a_folder_that_is_no_earlier_edition(place: Place, earlier: Path, since: str, code: int, words: str) -> None:
    result = place.check("--since", since, "--changed-only")
    assert (result.code, result.out) == (code, "")
    assert words in result.err


def test_a_revision_that_cannot_be_read_is_a_wrong_option(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "not in a git repository" in place.check("--since", "HEAD").err
    place.commit()
    assert "no revision “nope”" in place.check("--since", "nope").err
    assert place.check("--since=--output=x").code == 2
    assert "--since" in place.check("--changed-only").err
    monkeypatch.setenv("PATH", "")
    result = place.check("--since", "HEAD")
    assert (result.code, "git is needed" in result.err) == (2, True)


def test_the_work_tree_is_left_alone(place: Place) -> None:
    place.commit()
    place.write(place.record(fee="80.000 đồng"))
    before = place.file.read_bytes()
    place.check("--since", "HEAD")
    assert place.file.read_bytes() == before


def test_safe_fixes_keep_comments_and_leave_nothing_for_a_second_run(place: Place) -> None:
    place.write(place.record(name="Chấp  thuận chủ trương.", deadline="3.5 nlv", code="9.000001 "))
    patch = place.check("--diff")
    assert (patch.code, "+      deadline: 3,5 ngày làm việc  # giữ lại" in patch.out) == (1, True)
    assert place.check("--fix").code == 0
    text = place.file.read_text(encoding="utf-8")
    assert "name: Chấp thuận chủ trương.\n" in text  # as announced: only blanks are a matter of form
    assert "# giữ lại" in text
    again = place.check("--diff")
    assert (again.code, again.out) == (0, "")
    place.check("--fix")
    assert place.file.read_text(encoding="utf-8") == text


def test_suggestions_are_shown_and_never_written(place: Place) -> None:
    place.write(place.record(code="9.00001"))
    before = place.file.read_bytes()
    assert '+  - code: "9.000010"' in place.check("--unsafe-fixes").out
    place.check("--fix")
    assert place.file.read_bytes() == before


def test_an_old_catalogue_adopts_the_check_the_same_day(place: Place) -> None:
    place.write(place.record(deadline="12 ngày làm việc"))
    assert place.check("--write-baseline", "known.json").code == 0
    place.write("  # thêm dòng\n" + place.record(deadline="12 ngày làm việc"))
    result = place.check("--baseline", "known.json")
    assert (result.code, "known from the baseline: 1" in result.out) == (0, True)
    place.write(place.record(deadline="12 ngày làm việc", fee="Có"))
    assert place.rules("--baseline", "known.json") == ["H507"]
    place.write(place.record())
    assert "1 findings are put right" in place.check("--baseline", "known.json").err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "it does not exist"),
        (b"\xff\xfe", "it is not UTF-8"),
        (b"[]", "it was not written by --write-baseline"),
        (b"[" * 9000, "it was not written by --write-baseline"),
        (b'{"version": 1, "findings": [5]}', "it was not written by --write-baseline"),
    ],
)
def test_a_baseline_that_is_none_is_a_fault_of_the_file(place: Place, content: bytes | None, words: str) -> None:
    if content is not None:
        Path("known.json").write_bytes(content)
    result = place.check("--baseline", "known.json")
    assert result.code == 2
    assert f"known.json is no baseline: {words}" in result.err


def test_one_file_from_stdin(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + place.record(deadline="12 ngày làm việc")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))
    name = "catalogue/procedures/dau-tu.yaml"
    result = place.check("-", "--stdin-filename", name)
    assert result.code == 1
    assert result.out.startswith(f"{name}\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))
    assert "stdin.yaml" in place.check("-").out


def test_some_files_are_checked_in_their_catalogue(place: Place) -> None:
    place.write(place.record(deadline="12 ngày làm việc"))
    other = place.file.with_name("khac.yaml")
    other.write_text(HEAD + place.record(), encoding="utf-8")  # the same code as in the first file
    assert place.rules(str(other)) == ["D104"]
    assert place.check("nowhere.yaml").code == 2


def test_configuration(place: Place) -> None:
    place.write(place.record(deadline="12 ngày làm việc", fee="Có"))
    config = place.folder / "tthc.toml"
    config.write_text('[check]\nignore = ["H507"]\n[check.severity]\nT101 = "warning"\n', encoding="utf-8")
    assert (place.rules(), place.check().code) == (["T101"], 0)
    config.write_text('[check]\nignores = ["H507"]\n', encoding="utf-8")
    result = place.check()
    assert (result.code, 'Did you mean "ignore"?' in result.err) == (2, True)
    config.write_text('[check]\nignore = ["X"]\n', encoding="utf-8")
    assert place.check().code == 2


def test_github_actions_get_annotations_and_a_summary(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.write(place.record(deadline="12 ngày làm việc"))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    assert place.check().out.startswith("::error file=catalogue/procedures/dau-tu.yaml,line=14,col=17,")
    assert "T101" in Path("summary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("by", ["rule", "file", "field", "agency"])
def test_statistics(place: Place, by: str) -> None:
    place.write(place.record(deadline="12 ngày làm việc"))
    named = {"rule": "T101", "file": "dau-tu.yaml", "field": "Đầu tư", "agency": "Sở Tài chính"}
    assert named[by] in place.check("--statistics", by).out
    assert place.check("--statistics", "colour").code == 2


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_many_findings_on_a_screen_are_summed_up_by_rule(
    place: Place, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    wrong = [place.record(code=f"9.{n:06d}", name=f"Cấp thẻ số {n}", deadline="12 ngày làm việc") for n in range(1, 52)]
    monkeypatch.setattr(settings, "on_terminal", lambda _stream=None: True)
    place.write(*wrong[:50])
    assert "T101  " not in place.check("--select", "T101", lang=lang).out.replace("T101 deadline", "")
    place.write(*wrong)
    lines = place.check("--select", "T101", "--color", "never", lang=lang).out.splitlines()[-5:]
    assert re.fullmatch(r" +51  (error|lỗi)  T101  \S.*", lines[-4])
    assert lines[-3].endswith({"en": "-o findings.xlsx", "vi": "-o kiem-tra.xlsx"}[lang])
    monkeypatch.setattr(settings, "on_terminal", lambda _stream=None: False)
    assert ".xlsx" not in place.check("--select", "T101", lang=lang).out


@pytest.mark.parametrize("suffix", ["json", "sarif", "xml", "md", "txt"])
def test_the_suffix_of_the_output_decides_the_format(place: Place, suffix: str) -> None:
    place.write(place.record(deadline="12 ngày làm việc"))
    result = place.check("-o", f"out.{suffix}")
    assert (result.code, result.out) == (1, "")
    assert "T101" in Path(f"out.{suffix}").read_text(encoding="utf-8")


def test_the_day_can_be_chosen(place: Place) -> None:
    place.write(place.record().replace("61/2020/QH14 Điều 33", "42/2022/NĐ-CP"))
    assert place.rules() == ["P201"]
    assert place.rules("--as-of", "2026-06-30") == ["P202"]
    assert place.check("--as-of", "tomorrow").code == 2


def test_the_manual_of_a_rule(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("T101", "deadline-longer-than-law"):
        assert run(["rule", name, "--lang", "en"]) == 0
        assert "# T101 deadline-longer-than-law" in capsys.readouterr().out
    assert run(["rule", "--all", "--lang", "en"]) == 0
    assert "K710" in capsys.readouterr().out
    assert run(["rule", "T999", "--lang", "en"]) == 2


def test_the_sample_of_this_project_passes(place: Place) -> None:
    result = place.check(str(Path(__file__).parents[2] / "catalogue"))
    assert result.code == 0
    assert "error: 0" in result.out


@pytest.mark.parametrize("meanwhile", ["saved", "deleted"])
def test_a_fix_never_overwrites_what_somebody_saved_meanwhile(
    place: Place, monkeypatch: pytest.MonkeyPatch, meanwhile: str
) -> None:
    place.write(place.record(deadline="3.5 nlv"))
    mine = place.file.read_text(encoding="utf-8") + "# thêm\n"
    plain = Run.fixes

    def slow(run: Run, *, unsafe: bool) -> dict[str, tuple[str, str]]:
        texts = plain(run, unsafe=unsafe)
        if meanwhile == "saved":
            place.file.write_text(mine, encoding="utf-8")
        else:
            place.file.unlink(missing_ok=True)
        return texts

    monkeypatch.setattr(Run, "fixes", slow)
    result = place.check("--fix")
    assert result.code == 1
    assert "changed meanwhile" in result.err
    assert place.file.exists() == (meanwhile == "saved")
    assert meanwhile == "deleted" or place.file.read_text(encoding="utf-8") == mine
