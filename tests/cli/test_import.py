"""The command `tthc import`."""

import json

import pytest

from tthc.cli.main import run

RECORD = {
    "code": "1.900001",
    "name": "Cấp giấy phép nuôi ong",
    "agency": "Sở Nông nghiệp và Môi trường",
    "field": "Nuôi ong",
    "deadlines": [{"method": "Trực tiếp", "time_cell": "5 Ngày"}],
}


@pytest.fixture
def source(tmp_path, monkeypatch):
    """A working folder with a file to import."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ong.jsonl").write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    return tmp_path


def tthc(capsys, *arguments):
    code = run(["import", *arguments, "--lang", "en"])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_file_becomes_a_catalogue_that_can_be_audited(capsys, source):
    code, out, err = tthc(capsys, "ong.jsonl", "--into", "tinh")
    assert (code, err) == (0, "")
    assert "Import into tinh" in out
    assert "tthc audit tinh" in out
    assert run(["audit", "tinh", "--lang", "en"]) == 0


def test_a_dry_run_says_so_and_writes_nothing(capsys, source):
    code, out, _err = tthc(capsys, "ong.jsonl", "--into", "tinh", "--dry-run")
    assert code == 0
    assert "Nothing was written" in out
    assert not (source / "tinh").exists()


def test_a_difference_is_shown_key_by_key_and_needs_a_person(capsys, source):
    tthc(capsys, "ong.jsonl", "--into", "tinh")
    (path,) = (source / "tinh" / "procedures").rglob("*.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("5 Ngày", "05 ngày làm việc"), encoding="utf-8")
    code, out, _err = tthc(capsys, "ong.jsonl", "--into", "tinh")
    assert code == 1
    assert "legal.deadline" in out
    assert "05 ngày" in out
    assert "5 Ngày" in out
    assert "--update" in out
    code, out, _err = tthc(capsys, "ong.jsonl", "--into", "tinh", "--update", "-f", "json")
    assert code == 0
    assert json.loads(out)["tables"]["updated"] == [
        {
            "place": f"{path.relative_to(source).as_posix()}:4:5",
            "procedure": "1.900001",
            "key": "legal.deadline",
            "catalogue": "05 ngày làm việc",
            "import": "5 Ngày",
        }
    ]
    assert "5 Ngày" in path.read_text(encoding="utf-8")


def test_doubts_are_counted_and_the_first_of_each_kind_listed(capsys, source):
    lines = [json.dumps({**RECORD, "code": f"ong-{n}"}) for n in range(15)] + ["{"]
    (source / "ong.jsonl").write_text("\n".join(lines), encoding="utf-8")
    code, out, _err = tthc(capsys, "ong.jsonl", "--into", "tinh")
    assert code == 1
    assert "ong.jsonl:16:2" in out
    assert "ong-9" in out
    assert "ong-10" not in out
    assert "and 5 more" in out
    _code, out, _err = tthc(capsys, "ong.jsonl", "--into", "tinh", "-f", "json")
    data = json.loads(out)
    assert len(data["tables"]["doubts"]) == 16
    assert data["figures"]["doubts"]["value"] == 16
    assert data["figures"]["unchanged"]["value"] == 15


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nichts.json", "--into", "tinh"], 2),
        (["ong.jsonl"], 2),
        (["ong.jsonl", "--into", "tinh", "-f", "docx"], 2),
        (["ong.jsonl", "--into", "ong.jsonl"], 3),
    ],
)
def test_what_cannot_be_done(capsys, source, arguments, code):
    outcome, out, err = tthc(capsys, *arguments)
    assert (outcome, out) == (code, "")
    assert err.startswith("Error: ")


def test_a_catalogue_with_faults_is_named_with_its_place(capsys, source):
    tthc(capsys, "ong.jsonl", "--into", "tinh")
    (path,) = (source / "tinh" / "procedures").rglob("*.yaml")
    path.write_text("agency: a\nagency: b\nprocedures: []\n", encoding="utf-8")
    code, out, err = tthc(capsys, "ong.jsonl", "--into", "tinh")
    assert (code, out) == (3, "")
    assert f"{path.relative_to(source).as_posix()}:2:1" in err


def test_what_is_no_json_is_named_with_the_way_on(capsys, source):
    (source / "bieu.xlsx").write_bytes(b"PK\x03\x04 xl/workbook.xml")
    code, out, _err = tthc(capsys, "bieu.xlsx", "--into", "tinh", "--dry-run")
    words = " ".join(out.split())
    assert code == 1
    assert "an Excel file" in words
    assert "Export the records from the portal as JSON" in words
    assert "Import in earnest" not in words


def test_records_of_an_unknown_form_are_not_to_be_imported_in_earnest(capsys, source):
    (source / "la.json").write_text('{"x": 1}', encoding="utf-8")
    code, out, _err = tthc(capsys, "la.json", "--into", "tinh", "--dry-run")
    assert code == 1
    assert "Import in earnest" not in out
    assert "Import in earnest" in tthc(capsys, "ong.jsonl", "--into", "tinh", "--dry-run")[1]


def test_a_folder_without_json_is_a_wrong_argument(capsys, source):
    (source / "trong").mkdir()
    code, out, err = tthc(capsys, "trong", "--into", "tinh")
    assert (code, out) == (2, "")
    assert "trong holds no file with a name that ends in .json, .jsonl, .ndjson" in err
