import json
import shlex

import pytest

from tthc.cli.main import run

RECORDS = """\
- code: "9.000001"
  name: Cấp giấy phép xây dựng
  level: province
  channels: [direct, online]
  steps: [Chủ đầu tư nộp hồ sơ trực tuyến. Sở thẩm định hồ sơ và cấp giấy phép.]
  dossier: [{name: Đơn đề nghị, form: Mẫu 01, electronic_form: true}]
  fee: 75.000 đồng
  result: {name: Giấy phép, delivery: [electronic]}
  online: {level: partial, payment: true, presence: false, site_visit: false, original: false}
- code: "9.000002"
  name: Gia hạn giấy phép xây dựng
  level: province
  channels: [direct, online]
  steps: [Chủ đầu tư nộp hồ sơ trực tuyến. Sở thẩm định hồ sơ và gia hạn.]
  dossier: [{name: Đơn đề nghị, form: Mẫu 02, electronic_form: false}]
  fee: Không
  result: {name: Giấy phép, delivery: [electronic]}
  online: {level: partial, reason: other-technical, presence: false, site_visit: false, original: false}
- code: "9.000003"
  name: Chứng thực chữ ký
  level: commune
  channels: [direct, online]
  steps: [Người yêu cầu phải ký trước mặt người thực hiện chứng thực.]
  dossier: [Giấy tờ cần chứng thực]
  fee: Không
  result: {name: Chữ ký được chứng thực, delivery: [direct]}
  online: {level: full}
- code: "9.000004"
  name: Thủ tục của cơ quan thuế
  level: vertical
  online: {level: full}
- code: "9.000005"
  name: Xin ý kiến nội bộ
  level: province
  internal: true
"""


@pytest.fixture
def catalogue(folder):
    folder.records(RECORDS)
    (folder.root / "statistics").mkdir()
    (folder.root / "statistics" / "2026.csv").write_text(
        "code,received,online,on_time\n9.000002,300,120,290\n", "utf-8"
    )
    return str(folder.root)


def online(capsys, *arguments):
    code = run(["online", "--lang", "en", *arguments])
    return code, capsys.readouterr()


def test_the_page_an_officer_acts_on(capsys, catalogue):
    code, out = online(capsys, catalogue)
    assert code == 0
    for words in ("One step away", "Provide interactive electronic forms", "Offered and possible", "To be confirmed"):
        assert words in out.out
    assert "2 left out: internal procedure 1; vertical agency 1." in out.out
    assert "Not counted: procedures of vertical agencies (1)." in out.out


def test_json_has_the_figures_and_their_bases(capsys, catalogue):
    _code, out = online(capsys, catalogue, "-f", "json", "--list")
    page = json.loads(out.out)
    figures = page["figures"]
    assert figures["assessed"]["value"] == 3
    assert figures["verdict_full"]["value"] == 1
    assert figures["full_of_eligible"] | {"form": "rate"} == {"value": 0, "form": "rate", "base": "0/1"}
    (fix,) = (row for row in page["tables"]["fixes"] if row["opens"])
    assert (fix["opens"], fix["dossiers"], fix["decides"]) == (1, 300, "province")
    kinds = {row["contradiction"]: row["certain"] for row in page["tables"]["contradictions"]}
    assert kinds["partial-without-reason"] == 1
    assert kinds["full-with-presence"] == 0  # suggested only
    assert [row["code"] for row in page["tables"]["judged"]] == ["9.000001", "9.000002", "9.000003"]


def test_every_task_names_the_command_that_lists_its_procedures(capsys, catalogue):
    _code, out = online(capsys, "-C", catalogue, "--level", "province", "--as-of", "2026-10-01", "-f", "json")
    tasks = json.loads(out.out)["next"]
    assert len(tasks) == 2
    for task in tasks:
        words = shlex.split(task["command"])
        assert words[:2] == ["tthc", "online"]
        _code, out = online(capsys, *words[2:], "-f", "json")
        assert f" {len(json.loads(out.out)['tables']['judged'])}" in task["text"]


def test_only_lists_nothing_but_these(capsys, catalogue):
    _code, out = online(capsys, catalogue, "--only", "not-offered", "-f", "json")
    page = json.loads(out.out)
    assert [(row["code"], row["verdict"], row["offered"]) for row in page["tables"]["judged"]] == [
        ("9.000001", "full", "partial")
    ]
    assert not page.get("figures")
    _code, out = online(capsys, catalogue, "--only", "code")
    assert "There is none." in out.out


def test_only_and_list_stand_for_the_report_as_csv(capsys, catalogue):
    for arguments in (["--list"], ["--only", "eligible"]):
        _code, out = online(capsys, catalogue, *arguments, "-f", "csv")
        assert out.out.lstrip("\ufeff").startswith("code,name,agency,offered,verdict,")


@pytest.mark.parametrize(
    ("word", "near"), [("eligable", "eligible"), ("electronic-from", "electronic-form"), ("mâu thuẫn", "contradicting")]
)
def test_a_wrong_word_gets_a_suggestion(capsys, catalogue, word, near):
    code, out = online(capsys, catalogue, "--only", word)
    assert code == 2
    assert f'Did you mean "{near}"?' in out.err


def test_what_could_be_offered_at_once_stands_on_the_page(capsys, catalogue):
    _code, out = online(capsys, catalogue, "-f", "json")
    assert [(row["code"], row["offered"]) for row in json.loads(out.out)["tables"]["not_offered"]] == [
        ("9.000001", "partial")
    ]


def test_vertical_agencies_are_judged_when_asked_for(capsys, catalogue):
    _code, out = online(capsys, catalogue, "--level", "vertical", "-f", "json")
    assert json.loads(out.out)["figures"]["assessed"]["value"] == 1


def test_another_day_another_law(capsys, catalogue):
    _code, out = online(capsys, catalogue, "--as-of", "2025-01-01")
    assert "NĐ 42/2022/NĐ-CP" in out.out
    assert "partial service without a published reason" not in out.out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [(["--as-of", "hôm nay"], "2026-10-01"), (["--as-of", "1999-01-01"], "2011-06-13"), (["--field", "x"], "--field")],
)
def test_wrong_options_say_what_is_possible(capsys, catalogue, arguments, expected):
    code, out = online(capsys, catalogue, *arguments)
    assert code == 2
    assert expected in out.err


def test_evidence_of_portal_records(capsys, tmp_path):
    file = tmp_path / "records.jsonl"
    record = {
        "id": "1.000001",
        "name": "Cấp giấy phép",
        "steps": "Sở kiểm tra thực tế tại cơ sở và cấp giấy phép.",
        "dossier": ["Bản sao giấy phép kèm bản chính để đối chiếu1 bản chính"],
        "channels": [{"method": "Trực tuyến"}],
    }
    file.write_text(json.dumps(record, ensure_ascii=False) + "\n\n", encoding="utf-8")
    code, out = online(capsys, "--evidence", str(file))
    assert code == 0
    (line,) = out.out.splitlines()
    assert json.loads(line) == {
        "id": "1.000001",
        "presence": "not_required",
        "site_visit": "required",
        "original": "compare",
        "quotes": {"site_visit": "kiểm tra thực tế", "original": "Bản sao giấy phép kèm bản chính để đối chiếu"},
    }


@pytest.mark.parametrize("text", ["không phải JSON", '{"id": '])
def test_what_is_no_record_is_named_with_its_line(capsys, tmp_path, text):
    file = tmp_path / "records.jsonl"
    file.write_text("{}\n" + text, encoding="utf-8")
    code, out = online(capsys, "--evidence", str(file))
    assert code == 2
    assert "records.jsonl:2" in out.err


@pytest.mark.parametrize("text", ["[1, 2]", '"abc"', "null"])
def test_what_is_json_but_no_record_is_named_with_its_line(capsys, tmp_path, text):
    file = tmp_path / "records.jsonl"
    file.write_text("{}\n" + text, encoding="utf-8")
    code, out = online(capsys, "--evidence", str(file))
    assert code == 2
    assert "records.jsonl:2: not a record" in out.err


def test_a_record_nested_in_the_line_is_not_read_as_one_that_says_nothing(capsys, tmp_path):
    file = tmp_path / "records.jsonl"
    file.write_text('{"id": 1, "record": {"name": "Cấp giấy phép", "steps": "Sở cấp giấy phép."}}', encoding="utf-8")
    code, out = online(capsys, "--evidence", str(file))
    assert code == 2
    assert "records.jsonl:1: none of the fields" in out.err
    assert "steps, dossier, conditions, channels" in out.err


def test_parts_of_another_shape_are_left_out(capsys, tmp_path):
    file = tmp_path / "records.jsonl"
    file.write_text('{"id": 1, "name": 7, "steps": 5, "dossier": [null, 3], "channels": [1, {"method": 3}]}', "utf-8")
    code, out = online(capsys, "--evidence", str(file))
    assert code == 0
    assert json.loads(out.out)["original"] == "unknown"


def test_a_file_of_another_encoding(capsys, tmp_path):
    file = tmp_path / "records.jsonl"
    file.write_bytes(b"\xff\xfe\x00")
    code, out = online(capsys, "--evidence", str(file))
    assert code == 2
    assert "records.jsonl" in out.err


def test_a_file_that_is_not_there(capsys, tmp_path):
    code, out = online(capsys, "--evidence", str(tmp_path / "x.jsonl"))
    assert code == 2
    assert "x.jsonl" in out.err


def why(capsys, catalogue, *arguments):
    code = run(["why-online", "--lang", "en", "-C", catalogue, *arguments])
    return code, capsys.readouterr()


def test_why_a_procedure_is_not_eligible(capsys, catalogue):
    code, out = why(capsys, catalogue, "9.000002", "-f", "json")
    assert code == 0
    page = json.loads(out.out)
    assert page["figures"]["verdict"]["value"] == "partial"
    row = next(row for row in page["tables"]["criteria"] if row["criterion"] == "electronic-form")
    assert (row["status"], row["ground"]) == ("not-met", "điểm b khoản 1 Điều 15 NĐ 224/2026/NĐ-CP")
    assert row["place"] == "dossier[1].electronic_form, line 18"


def test_why_quotes_the_wording(capsys, catalogue):
    _code, out = why(capsys, catalogue, "9.000003", "-f", "json")
    page = json.loads(out.out)
    row = next(row for row in page["tables"]["criteria"] if row["criterion"] == "presence")
    assert row["status"] == "to-confirm"
    assert row["evidence"] == "suggested by “ký trước mặt người thực hiện”"
    assert "State whether the applicant need not be present: online.presence" in {step["text"] for step in page["next"]}


def test_why_says_what_a_record_does_not_ask(capsys, catalogue, folder):
    folder.records(RECORDS.replace(", original: false", ""))
    _code, out = why(capsys, catalogue, "9.000001", "-f", "json")
    found = {row["criterion"]: row for row in json.loads(out.out)["tables"]["criteria"]}
    assert found["original-shown"]["status"] == "met-by-silence"
    assert found["original-shown"]["evidence"] == "the record does not ask to show an original"


@pytest.mark.parametrize(("code", "expected"), [("9.000005", "internal"), ("9.00001", "9.000001")])
def test_why_of_nothing_to_judge(capsys, catalogue, code, expected):
    outcome, out = why(capsys, catalogue, code)
    assert outcome == 2
    assert expected in out.err


def test_why_names_what_else_the_same_words_name(capsys, folder):
    twice = (
        '- {code: "9.000001", name: Cấp thẻ, level: province}\n- {code: "9.000001", name: Cấp thẻ, level: commune}\n'
    )
    folder.records(twice)
    _code, out = why(capsys, str(folder.root), "9.000001")
    assert "The same words also name: 9.000001" in out.out


def test_show_has_the_verdict_and_its_criteria(capsys, catalogue):
    code = run(["show", "--lang", "en", "-C", catalogue, "9.000002", "-f", "json"])
    page = json.loads(capsys.readouterr().out)
    assert code == 0
    assert page["figures"]["verdict"]["value"] == "partial"
    assert page["figures"]["reason"]["value"] == "another technical obstacle"
    assert len(page["tables"]["criteria"]) == 10


def test_show_of_an_internal_procedure_has_no_verdict(capsys, catalogue):
    run(["show", "--lang", "en", "-C", catalogue, "9.000005", "-f", "json"])
    assert "verdict" not in json.loads(capsys.readouterr().out)["figures"]


def test_the_rate_of_dossiers_is_over_those_that_state_both(capsys, catalogue, folder):
    """One that has a local id only, and one of which nobody says how many came online."""
    folder.records(RECORDS.replace('- code: "9.000003"', "- local_id: CT-01"))
    folder.write("statistics/2026.csv", "code,received,online\n9.000001,700,\n9.000002,300,120\nCT-01,100,80\n")
    for command in (["online", catalogue, "--list"], ["report", "online", "-C", catalogue]):
        assert run([*command, "--lang", "en", "-f", "json"]) == 0
        page = json.loads(capsys.readouterr().out)
        figure = page["figures"]["online_dossiers"]
        assert figure["value"] == 0.5
        assert figure["base"] == "200/400 dossiers, of 2 of 3 procedures with statistics: the others do not state it"
    assert sum(row["dossiers"] for row in page["tables"]["agencies"]) == 1100
    listed = {row["code"]: (row["dossiers"], row["dossiers_online"]) for row in page["tables"]["procedures"]}
    assert listed["CT-01"] == (100, 80)
    assert listed["9.000001"] == (700, None)
