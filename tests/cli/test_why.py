"""`tthc why` and `tthc decide`: one pair explained, a verdict recorded."""

import json
from datetime import date

import pytest

from tthc.catalogue.load import load
from tthc.cli.main import run

RECORDS = """\
- {code: "9.000001", name: Cấp thẻ thuyền viên, level: province}
- {code: "9.000002", name: Thủ tục cấp thẻ thuyền viên, level: province}
- {code: "9.000003", name: Cấp lại thẻ thuyền viên, level: province}
- {code: "9.000004", name: Công bố bến phao, level: province}
- {code: "9.000004", name: Công bố bến phao nổi, level: province}
"""


@pytest.fixture
def root(folder):
    folder.records(RECORDS)
    return folder.root


@pytest.fixture
def tthc(capsys, root):
    def call(*arguments, code=0):
        assert run([*arguments, "-C", str(root), "--lang", "en"]) == code
        out = capsys.readouterr()
        return out.out if code == 0 else out.err

    return call


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("9.000001", "9.000002", "duplicate"),
        ("9.000002", "9.000001", "duplicate"),
        ("9.000001", "9.000003", "action"),
        ("9.000001", "9.000004", "unrelated"),
        ("9.000004", "9.000004", "duplicate"),
        ("9.000001.000.00.00.H49", "9.000002.H49", "duplicate"),
        ("cấp thẻ thuyền viên", "Cấp thẻ thuyền viên hạng ba", "scope"),
        ("Đăng ký khai sinh", "Đăng ký khai tử", "unrelated"),
    ],
)
def test_why_and_why_not(tthc, a, b, relation):
    data = json.loads(tthc("why", a, b, "-f", "json"))
    assert data["figures"]["relation"]["value"] == relation
    evidence = data["tables"]["evidence"]
    assert data["figures"]["score"]["value"] == min(100, max(0, sum(row["points"] for row in evidence)))


def test_both_sides_are_shown(tthc):
    printed = tthc("why", "9.000001", "9.000003")
    for words in ("Cấp lại thẻ thuyền viên", "different act: “cấp” / “cấp lại”", "xay-dung.yaml:4:5", "no duplicate"):
        assert words in printed


CONTRADICTING = """\
- {code: "9.000001", name: Cấp thẻ thuyền viên, level: province, dossier: [Đơn], result: {name: Thẻ}}
- {code: "9.000002", name: Thủ tục cấp thẻ thuyền viên, level: province, dossier: [Ảnh], result: {name: Sổ}}
"""


def test_why_is_as_sure_as_the_list_of_duplicates(tthc, folder):
    folder.records(CONTRADICTING)
    verdict = "Perhaps one procedure: the names are nearly the same, but not the dossier, result. An officer has to"
    assert verdict in tthc("why", "9.000001", "9.000002")
    assert verdict in tthc("duplicates")
    assert "✓" not in tthc("duplicates")  # nothing to keep before somebody has decided
    rows = json.loads(tthc("why", "9.000001", "9.000002", "-f", "json"))["tables"]["evidence"]
    assert [row["points"] < 0 for row in rows[-2:]] == [True, True]


def test_no_record_is_kept_where_that_would_choose_an_agency(tthc, folder):
    one, other = RECORDS.splitlines(keepends=True)[:2]
    folder.records(one + other)
    assert "✓" in tthc("duplicates")
    folder.records(one + other.replace("}", ", handled_by: [so-y-te]}"))
    printed = tthc("duplicates")
    assert "✓" not in printed
    assert "the two records differ" in printed
    listed = tthc("duplicates", "-f", "csv")
    assert listed.count(",settle,") == 2


def test_a_score_does_not_decide(tthc):
    printed = " ".join(tthc("why", "9.000001", "9.000003").split())
    assert "where one of them differs, these are two procedures however high the score" in printed
    assert "it orders pairs and does not decide" in printed


def test_names_need_no_catalogue(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["why", "Đăng ký kết hôn", "Đăng ký kết hôn tại xã", "--lang", "en"]) == 0
    assert "Đăng ký kết hôn tại xã" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [("9.000009", "9.000001", "Did you mean"), ("9.000001", "9.000001", "one and the same entry")],
)
def test_what_names_no_pair(tthc, a, b, said):
    assert said in tthc("why", a, b, code=2)
    assert said in tthc("decide", a, b, "same", "--reason", "x", code=2)


def test_a_suggested_command_can_be_pasted_whatever_the_records_say(tthc, folder):
    odd = '1"; echo $HOME'
    folder.records(RECORDS + f"- {{local_id: {json.dumps(odd)}, name: Cấp sổ thuyền viên, level: province}}\n")
    assert f"tthc decide '{odd}' 9.000001" in tthc("why", odd, "9.000001")


def test_a_verdict_is_recorded_and_shown(tthc, root):
    tthc("decide", "9.000002", "9.000001", "different", "--reason", "Khác hạng", "--by", "Mẫu", "--date", "2026-10-05")
    (kept,) = load(root).decisions
    assert (kept.a.procedure, kept.b.procedure, kept.verdict.value) == ("9.000001", "9.000002", "different")
    assert (kept.reason, kept.by, kept.date) == ("Khác hạng", "Mẫu", date(2026, 10, 5))
    printed = tthc("why", "9.000001", "9.000002")
    assert "different procedures, 2026-10-05, Mẫu (Khác hạng)" in printed
    assert "An officer has to decide" not in printed
    assert "D107" not in tthc("duplicates")


def test_a_stale_verdict_is_told(tthc, folder):
    tthc("decide", "9.000001", "9.000002", "different", "--reason", "x", "--date", "2026-10-05")
    folder.records(RECORDS.replace("Thủ tục cấp thẻ thuyền viên", "Việc cấp thẻ thuyền viên"))
    assert "look again" in tthc("duplicates")
    assert "look again" in tthc("why", "9.000001", "9.000002")
    folder.records(RECORDS.replace("9.000001", "9.000007").replace("Cấp thẻ", "Phát thẻ"))
    assert "a procedure is gone or not in force" in tthc("duplicates")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["maybe", "--reason", "x"], "maybe"),
        (["same", "--reason", " "], "--reason"),
        (["same"], "reason"),
        (["same", "--reason", "x", "--date", "31/9/2026"], "--date"),
    ],
)
def test_a_verdict_has_its_form(tthc, root, arguments, said):
    assert said in tthc("decide", "9.000001", "9.000002", *arguments, code=2).casefold()
    assert load(root).decisions == ()


def test_a_broken_file_of_verdicts_is_not_overwritten(tthc, folder):
    path = folder.write("decisions/duplicates.yaml", "- a\n")
    said = tthc("decide", "9.000001", "9.000002", "same", "--reason", "x", code=2)
    assert f"{path} cannot be written: the file does not hold a list" in said
    assert path.read_text("utf-8") == "- a\n"
