"""`tthc duplicates` on a catalogue: groups, filters, relations, another catalogue, the review."""

import io
import json

import pytest

from tthc.catalogue.load import load
from tthc.cli.main import run

RECORDS = """\
- {code: "9.000001", name: Cấp thẻ thuyền viên, level: province, fee: Không, local: {deadline: 5 ngày}}
- {code: "9.000002", name: Thủ tục cấp thẻ thuyền viên, level: province, fee: 10.000 đồng}
- {code: "9.000003", name: Cấp lại thẻ thuyền viên, level: province}
- {code: "9.000004", name: Cấp thẻ thuyền viên, level: commune}
- {code: "9.000005", name: Công bố bến phao, level: province}
- {code: "9.000005", name: Công bố bến phao, level: province}
"""


@pytest.fixture
def root(folder):
    folder.records(RECORDS)
    return folder.root


@pytest.fixture
def tthc(capsys):
    def call(*arguments):
        code = run([*map(str, arguments), "--lang", "en"])
        return code, capsys.readouterr()

    return call


def test_groups_with_evidence_and_a_proposal(tthc, root):
    code, out = tthc("duplicates", root)
    assert code == 0
    for words in ("D101", "D106", "D107", "the names agree to 100%", "10.000 đồng (2)", "tthc why 9.000001 9.000002"):
        assert words in out.out
    assert "9.000003" not in out.out


def test_json_names_every_group(tthc, root):
    _code, out = tthc("duplicates", root, "-f", "json")
    data = json.loads(out.out)
    assert data["kind"] == "duplicates"
    assert [(row["rule"], row["codes"]) for row in data["tables"]["overview"]] == [
        ("D101", "9.000005, 9.000005"),
        ("D107", "9.000001, 9.000002"),
    ]
    assert [row["code"] for row in data["tables"]["group_2"]] == ["9.000001", "9.000002"]
    assert data["tables"]["group_2"][0]["place"] == "procedures/so-xay-dung/xay-dung.yaml:4:5"
    assert data["figures"]["groups"]["value"] == 2


@pytest.mark.parametrize(
    ("options", "rules"),
    [
        (["--relation", "duplicate"], {"D101", "D107"}),
        (["--relation", "level"], {"D106"}),
        (["--code", "9.000005"], {"D101"}),
        (["--code", "9.000003"], set()),
        (["--level", "commune"], {"D106"}),
    ],
)
def test_only_what_is_asked_for(tthc, root, options, rules):
    _code, out = tthc("duplicates", root, "-f", "json", *options)
    assert {row["rule"] for row in json.loads(out.out)["tables"].get("kinds", [])} == rules


def test_pairs_of_another_relation(tthc, root):
    _code, out = tthc("duplicates", root, "--relation", "action", "-f", "json")
    pairs = {(row["a"], row["b"]) for row in json.loads(out.out)["tables"]["related"]}
    assert ("9.000001", "9.000003") in pairs
    assert not any("9.000005" in pair for pair in pairs)


def test_beside_another_catalogue(tthc, root, make_folder, tmp_path):
    other = make_folder(tmp_path / "other")
    other.records("- {code: '9.000001', name: Cấp thẻ thuyền viên, level: province, local: {deadline: 7 ngày}}\n")
    code, out = tthc("duplicates", root, "--with", other.root, "-f", "json")
    assert code == 0
    data = json.loads(out.out)
    (row,) = data["tables"]["differ_local_deadline"]
    assert (row["code"], row["ours"], row["theirs"]) == ("9.000001", "5 ngày", "7 ngày")
    assert data["figures"]["matched"]["value"] == 1
    assert data["figures"]["ours_only"]["value"] == 5


def test_beside_another_catalogue_only_what_is_asked_for(tthc, root, make_folder, tmp_path):
    other = make_folder(tmp_path / "other")
    other.records(
        "- {code: '9.000001', name: Cấp thẻ thuyền viên, level: province}\n- {name: Đắp đê, level: commune}\n"
    )
    matched = {}
    for options in (("--code", "9.000001"), ("--code", "9.000003"), ("--level", "commune")):
        _code, out = tthc("duplicates", root, "--with", other.root, "-f", "json", *options)
        figures = json.loads(out.out)["figures"]
        matched[options[1]] = [figures[key]["value"] for key in ("matched", "ours_only", "theirs_only")]
    assert matched == {"9.000001": [1, 0, 0], "9.000003": [0, 1, 0], "commune": [0, 1, 1]}


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--relation", "near"], "--relation"),
        (["--review", "--relation", "scope"], "--review"),
        (["--review", "--date", "hôm qua"], "--date"),
        (["-f", "jsonl"], "--format"),
    ],
)
def test_options_that_make_no_sense(tthc, root, options, named):
    code, out = tthc("duplicates", root, *options)
    assert code == 2
    assert named in out.err


@pytest.fixture
def review(tthc, root, monkeypatch):
    def answer(*lines, options=()):
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
        code, out = tthc("duplicates", root, "--review", "--by", "Mẫu", "--date", "2026-10-05", *options)
        assert code == 0
        return out.out, {d.b.procedure: (d.verdict.value, d.reason) for d in load(root).decisions}

    return answer


def test_every_answer_is_saved_with_its_reason(review, root):
    printed, decisions = review("n khác  đối tượng")
    assert "[1/1]" in printed
    assert decisions == {"9.000002": ("different", "khác đối tượng")}
    (kept,) = load(root).decisions
    assert (kept.by, kept.date.isoformat()) == ("Mẫu", "2026-10-05")


def test_what_is_decided_is_not_asked_again(review):
    review("y")
    printed, decisions = review("n")
    assert "No pair is open" in printed
    assert decisions == {"9.000002": ("same", None)}


@pytest.mark.parametrize("answers", [(), ("quit",), ("q",), ("back", "quit"), ("what?", "", "quit")])
def test_leaving_saves_nothing(review, answers):
    printed, decisions = review(*answers)
    assert "0 answers saved; 1 pairs are left open" in printed
    assert decisions == {}


def test_back_takes_an_answer_anew(review, folder):
    folder.records(RECORDS + '- {code: "9.000006", name: Cấp thẻ thuyền viên trên địa bàn tỉnh, level: province}\n')
    printed, decisions = review("y", "back", "n", "?")
    assert {verdict for verdict, _reason in decisions.values()} == {"different", "unsure"}
    assert "2 answers saved; 0 pairs are left open" in printed


def test_review_of_pairs_at_two_levels(review):
    _printed, decisions = review("n", "n", options=["--relation", "level"])
    assert decisions.keys() == {"9.000004"}


@pytest.mark.parametrize("suffix", ["csv", "html", "docx", "xlsx"])
def test_what_is_to_be_filtered_or_attached_has_all_groups_in_one_table(tthc, root, tmp_path, suffix):
    path = tmp_path / f"groups.{suffix}"
    assert tthc("duplicates", root, "-o", path)[0] == 0
    assert path.stat().st_size > 100
    if suffix == "csv":
        head, first, *_rest = path.read_text("utf-8").splitlines()
        assert head.split(",")[:4] == ["\ufeffgroup", "code", "name", "field"]
        assert first.split(",")[:3] == ["1", "9.000005", "Công bố bến phao"]
