import csv
import json

import pytest

from tthc.cli.main import run

RECORDS = """\
- code: "9.000001"
  name: Chấp thuận chủ trương đầu tư
  level: province
  legal: {deadline: 40 ngày}
  local: {deadline: 9 ngày làm việc}
- code: "9.000002"
  name: Cấp giấy phép xây dựng
  level: commune
  legal: {deadline: 20 ngày}
  local: {deadline: 20 ngày}
- code: "9.000003"
  name: Xin ý kiến nội bộ
  level: province
  internal: true
  legal: {deadline: 10 ngày}
  local: {deadline: 5 ngày}
"""


@pytest.fixture
def catalogue(folder):
    folder.records(RECORDS)
    return str(folder.root)


def cuts(capsys, catalogue, *arguments):
    code = run(["cuts", catalogue, "--lang", "en", *arguments])
    return code, capsys.readouterr()


def test_the_newspaper_figure(capsys, catalogue):
    code, out = cuts(capsys, catalogue, "--code", "9.000001")
    assert code == 0
    assert "77.5%" in out.out
    assert "68.5%" in out.out


def tables(capsys, catalogue, *arguments):
    code, out = cuts(capsys, catalogue, *arguments, "-f", "json")
    assert code == 0
    return json.loads(out.out)["tables"]


def test_options_add_the_tables_they_ask_for_and_no_others(capsys, catalogue):
    always = {"conventions", "pooled", "left_out", "targets"}
    assert set(tables(capsys, catalogue)) == always
    asked = tables(capsys, catalogue, "--by", "level", "--plan", "50%", "--what-if", "all=-1", "--annex")
    assert set(asked) == always | {"groups", "plan", "what_if", "annex"}
    assert {row["name"]: row["mean_compared"] for row in asked["groups"]} == {"province": 0.775, "commune": 0}
    assert [(row["code"], row["before"], row["after"]) for row in asked["plan"]] == [("9.000002", 20, 15)]
    assert [row["code"] for row in asked["annex"] if row["number"]] == ["9.000001", "9.000002"]


@pytest.mark.parametrize(
    ("options", "first", "n"),
    [
        ([], "convention", 4),
        (["--by", "level"], "name", 2),
        (["--by", "level", "--annex", "--plan", "50%"], "name", 2),
        (["--annex"], "number", 2),
        (["--plan", "90%"], "code", 2),
        (["--what-if", "all=-1"], "average", 3),
    ],
)
def test_csv_holds_what_was_asked_for_however_long_other_tables_are(capsys, catalogue, options, first, n):
    code, out = cuts(capsys, catalogue, *options, "-f", "csv")
    assert code == 0
    head, *rows = csv.reader(out.out.removeprefix("\ufeff").splitlines())
    assert (head[0], len(rows)) == (first, n)


def test_internal_procedures_have_averages_of_their_own(capsys, catalogue):
    assert "2 compared" in cuts(capsys, catalogue)[1].out
    assert "1 compared" in cuts(capsys, catalogue, "--internal")[1].out


@pytest.mark.parametrize(
    ("what_if", "mean"),  # of 9 of 40 days and 20 of 20; the internal one does not count
    [
        ("all=-1", (32 / 40 + 1 / 20) / 2),
        ("level:commune=-2", (31 / 40 + 2 / 20) / 2),
        ("field:hoạt động xây dựng=-0,5", (31.5 / 40 + 0.5 / 20) / 2),
        ("code:9.000002=-3", (31 / 40 + 3 / 20) / 2),
        ("code:9.000003=-3", 31 / 40 / 2),
    ],
)
def test_what_if(capsys, catalogue, what_if, mean):
    first = tables(capsys, catalogue, "--what-if", what_if)["what_if"][0]
    assert first["before"] == pytest.approx(31 / 40 / 2)
    assert first["after"] == pytest.approx(mean)


@pytest.mark.parametrize(("days", "words"), [("-3", "1 fewer"), ("1", "1 more"), ("-1", None)])
def test_what_if_says_how_many_more_or_fewer_may_exceed_the_law(capsys, folder, days, words):
    """12 days of 10, and 10 of 10: three days less and none is longer, one day more and both are."""
    record = "- {{name: Thủ tục {n}, level: province, legal: {{deadline: 10 ngày}}, local: {{deadline: {n} ngày}}}}\n"
    folder.records(record.format(n=12) + record.format(n=10))
    _code, out = cuts(capsys, str(folder.root), "--what-if", f"all={days}")
    assert ("may exceed the legal one" in out.out) == bool(words)
    assert words is None or f"may exceed the legal one: {words}." in " ".join(out.out.split())


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--convention", "6/7"], "nominal"),
        (["--by", "tỉnh"], "field (lĩnh vực), agency (cơ quan), level (cấp)"),
        (["--plan", "nhiều"], "percentage"),
        (["--plan", "30%", "--keep", "không"], "number of days"),
        (["--plan", "30%", "--step", "0"], "number of days"),
        (["--plan", "30%", "--convention", "calendar"], "nominal, like or 5/7"),
        (["--what-if", "-2"], "FILTER=DAYS"),
        (["--what-if", "field:Xyz=-2"], "--field"),
        (["--what-if", "all:x=-2"], "FILTER=DAYS"),
        (["--calendar", "không có.yaml"], "không có.yaml"),
    ],
)
def test_wrong_options_say_what_is_possible(capsys, catalogue, arguments, expected):
    code, out = cuts(capsys, catalogue, *arguments)
    assert code == 2
    assert expected in out.err
    assert out.out == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("years: [", ":1:"),
        ("years: nhiều\n", "not a working calendar"),
        ("years:\n  - {year: 2026, announced: true}\n  - {year: 2030, announced: true}\n", "2030 does not follow"),
    ],
)
def test_a_calendar_that_cannot_be_used(capsys, catalogue, tmp_path, text, expected):
    path = tmp_path / "lịch.yaml"
    path.write_text(text, encoding="utf-8")
    code, out = cuts(capsys, catalogue, "--calendar", str(path))
    assert code == 2
    assert expected in out.err


def test_another_calendar_gives_other_days_to_wait(capsys, catalogue, tmp_path):
    """By the calendar 9 working days are longer where half of every month is off; by no other convention."""
    off = [f"{{date: 2026-{month:02}-{day:02}, name: Nghỉ}}" for month in range(1, 13) for day in range(1, 15)]
    path = tmp_path / "lịch.yaml"
    path.write_text(f"years:\n  - {{year: 2026, announced: true, days: [{', '.join(off)}]}}\n", encoding="utf-8")

    def means(*arguments):
        rows = tables(capsys, catalogue, "--code", "9.000001", *arguments)["conventions"]
        return {row["convention"]: row["mean_compared"] for row in rows}

    usual, other = means(), means("--calendar", str(path))
    assert other.pop("calendar") < usual.pop("calendar") < 1
    assert other == usual


def test_the_same_bytes_twice(capsys, catalogue):
    arguments = ("--by", "agency", "--plan", "40%", "--annex")
    assert cuts(capsys, catalogue, *arguments)[1].out == cuts(capsys, catalogue, *arguments)[1].out


@pytest.mark.parametrize("rate", ["130%", "-5%", "30", ""])
@pytest.mark.parametrize("options", [["--plan"], ["--plan=30%", "--max-cut"]])
def test_a_rate_lies_between_0_and_100(capsys, catalogue, options, rate):
    code, out = cuts(capsys, catalogue, *options[:-1], f"{options[-1]}={rate}")
    assert code == 2
    assert "from 0 to 100" in out.err


def test_what_channels_have_of_their_own_is_remarked(capsys, folder):
    folder.records("""\
    - code: "9.000001"
      name: Cấp giấy phép
      level: province
      legal: {deadline: 10 ngày}
      local: {deadline: 10 ngày}
      channels: [direct, {channel: online, local_deadline: 5 ngày}]
    """)
    _code, out = cuts(capsys, str(folder.root), "--annex", "-f", "json")
    (row,) = [row for row in json.loads(out.out)["tables"]["annex"] if row["number"]]
    assert row["note"] == "not cut; online: 5 ngày (50%)"
