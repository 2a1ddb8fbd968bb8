"""`tthc report`: which document, in which language, with which options."""

import json

import pytest

from tthc.cli.documents import KINDS
from tthc.cli.main import run
from tthc.cli.report import USED_BY

RECORDS = """\
- code: "9.000001"
  name: Cấp giấy phép xây dựng
  level: province
  legal: {deadline: 20 ngày}
  local: {deadline: 15 ngày}
"""


@pytest.fixture
def catalogue(folder, monkeypatch):
    folder.records(RECORDS)
    monkeypatch.chdir(folder.root.parent)
    return folder.root


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cut"], 'Did you mean "cuts"?'),
        (["xyz"], "Possible: "),
        (["cuts", "--since", "HEAD~1"], "--since does nothing for tthc report cuts; it is for: changes"),
        (["cuts", "--reference", "x.docx"], "add -o FILE.docx"),
        (["cuts", "--reference", "x.docx", "-o", "y.docx"], "there is no file x.docx"),
        (["cuts", "--convention", "6/7"], "nominal"),
        (["audit", "--as-of", "tomorrow"], "is not a date"),
        (["cuts", "-f", "docx"], "name a file"),
    ],
)
def test_wrong_options_say_what_is_possible(capsys, catalogue, arguments, message):
    assert run(["report", *arguments, "--lang", "en"]) == 2
    assert message in capsys.readouterr().err


def test_a_document_without_a_kind_is_not_guessed(capsys):
    assert run(["report", "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert "KIND" in said or "LOẠI" in said  # as the argument was named when the process first imported the command


@pytest.mark.parametrize("suffix", ["txt", "json", "md", "csv", "html", "docx", "xlsx"])
def test_every_format_takes_a_document_whatever_its_names_are(folder, tmp_path, suffix):
    hostile = "=1+1 | <script>alert(1)</script> 'a' \"b\" ```"
    folder.records(f"""
        - code: "9.000001"
          name: {json.dumps(hostile)}
          level: province
          legal: {{deadline: {json.dumps("20 ngày <b>")}}}
          local: {{deadline: 15 ngày}}
    """)
    path = tmp_path / f"x.{suffix}"
    assert run(["report", "cuts", "-C", str(folder.root), "-o", str(path)]) == 0
    assert len(path.read_bytes()) > 100
    if suffix in ("md", "html"):
        assert b"<script>alert(1)" not in path.read_bytes()


@pytest.mark.parametrize(
    "arguments", [["--code", "9.000001"], ["--internal"], ["--convention", "like"], ["--no-internal"]]
)
def test_filters_may_leave_one_procedure_or_none(capsys, catalogue, arguments):
    assert run(["report", "cuts", *arguments, "--lang", "en"]) == 0
    assert "I. GENERAL RESULT" in capsys.readouterr().out


def test_the_document_as_json(capsys, catalogue):
    assert run(["report", "cuts", "-f", "json", "--lang", "en"]) == 0
    assert "annex" in json.loads(capsys.readouterr().out)["tables"]
    assert run(["report", "audit", "--as-of", "2026-11-01", "-f", "json", "--lang", "en"]) == 0
    assert json.loads(capsys.readouterr().out)["facts"]["as_of"] == "2026-11-01"


@pytest.mark.parametrize(
    ("environment", "arguments", "language"),
    [
        ({"LANG": "en_US.UTF-8"}, [], "vi"),
        ({"LANG": "en_US.UTF-8", "TTHC_LANG": "en"}, [], "en"),
        ({"LANG": "en_US.UTF-8"}, ["--lang", "en"], "en"),
        ({"LANG": "en_US.UTF-8", "TTHC_LANG": "en"}, ["--lang", "vi"], "vi"),
        ({}, [], "vi"),
    ],
)
def test_an_office_gets_vietnamese_unless_a_language_is_asked_for(
    monkeypatch, catalogue, environment, arguments, language
):
    from tthc.formats import xlsx

    written = []
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(xlsx, "render", lambda report: written.append(report.letter.name) or b"")
    assert run(["report", "cuts", "-o", "x.xlsx", *arguments]) == 0
    assert written == [{"vi": "BÁO CÁO", "en": "REPORT"}[language]]


def test_a_configured_language_is_asked_for(monkeypatch, capsys, catalogue, tmp_path):
    from tthc.formats import xlsx

    (tmp_path / "tthc.toml").write_text('lang = "en"')
    monkeypatch.setattr(xlsx, "render", lambda report: report.letter.name.encode())
    assert run(["report", "cuts", "-o", "x.xlsx"]) == 0
    assert (tmp_path / "x.xlsx").read_bytes() == b"REPORT"


def test_text_follows_the_locale_and_so_does_what_is_said_of_a_file(monkeypatch, capsys, catalogue):
    from tthc.formats import xlsx

    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setattr(xlsx, "render", lambda _report: b"")
    assert run(["report", "cuts"]) == 0
    assert "Sources and method" in capsys.readouterr().out
    assert run(["report", "cuts", "-o", "x.xlsx"]) == 0
    assert "Written: x.xlsx" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "table"), [("audit", "procedures"), ("online", "procedures"), ("findings", "findings")]
)
def test_other_documents_have_their_full_lists(capsys, catalogue, kind, table):
    assert run(["report", kind, "-f", "json", "--lang", "en"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["kind"] == kind
    assert "9.000001" in {row["code"] for row in page["tables"][table]}


def test_filters_are_stated_and_hold_for_what_the_rules_find(capsys, folder, catalogue):
    folder.records(RECORDS + RECORDS.replace("9.000001", "9.000002").replace("Cấp", "Thu hồi"))
    assert run(["report", "findings", "--code", "9.000002", "-f", "json", "--lang", "en"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert {row["code"] for row in page["tables"]["findings"] if "row" not in row} == {"9.000002"}
    assert page["facts"]["part"] == "code: 9.000002"


def test_what_the_reader_finds_in_a_procedure_without_a_code_stays_with_its_field(capsys, folder, catalogue):
    folder.records(RECORDS + "- {local_id: NB-01, name: Phê duyệt kế hoạch, internal: true, levl: province}\n")
    assert run(["report", "findings", "--field", "Hoạt động xây dựng", "-f", "json", "--lang", "en"]) == 1
    found = json.loads(capsys.readouterr().out)["tables"]["findings"]
    assert ("F007", "NB-01") in {(row["rule"], row["code"]) for row in found if "rule" in row}


def test_a_review_of_days_before_online_service_says_the_rest(capsys, catalogue):
    assert run(["report", "audit", "--as-of", "2005-01-01", "-f", "json", "--lang", "en"]) == 0
    definitions = json.loads(capsys.readouterr().out)["definitions"]
    assert {"term": "Judged for online service", "text": "0"} in definitions
    assert run(["report", "online", "--as-of", "2005-01-01", "--lang", "en"]) == 2
    assert "no criteria of online service are known for" in capsys.readouterr().err


def test_a_screen_shows_the_first_rows_of_long_annexes(monkeypatch, capsys, folder):
    folder.records("".join(f"- {{name: Thủ tục {n}., legal: {{deadline: 9 ngày}}}}\n" for n in range(10, 60)))

    def said(*options: str) -> tuple[str, str]:
        run(["report", "cuts", "-C", str(folder.root), "--lang", "en", *options])
        return capsys.readouterr()

    piped, silence = said()
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    screen, hint = said()
    assert "Thủ tục 10." in screen
    assert "Thủ tục 59." in piped
    assert "Thủ tục 59." not in screen
    assert " more" in screen
    assert "-o FILE.docx" in hint
    assert "-o FILE.docx" not in silence
    markdown, hint = said("-f", "markdown")
    assert "Thủ tục 59." in markdown
    assert not hint
    folder.records(RECORDS)
    assert "-o FILE.docx" not in said()[1]


@pytest.mark.parametrize("kind", KINDS)
def test_the_day_of_judging_is_stated_where_something_is_judged(capsys, folder, catalogue, kind):
    if kind == "changes":
        folder.write("../before/procedures/a.yaml", (folder.root / "procedures/so-xay-dung/xay-dung.yaml").read_bytes())
    since = ["--since", "./before"] if kind == "changes" else []
    run(["report", kind, *since, "-f", "json", "--lang", "en"])
    page = json.loads(capsys.readouterr().out)
    assert ("as_of" in page["facts"]) is (kind in USED_BY["as_of"])
    assert ("Judged as of" in {each["term"] for each in page["definitions"]}) is (kind in USED_BY["as_of"])
