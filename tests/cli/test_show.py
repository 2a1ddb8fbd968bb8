"""`tthc show`: all that was computed about one procedure, and where it stands."""

import json
from datetime import UTC, date, datetime
from typing import Any
from unittest.mock import Mock

import pytest

from tthc.cli import days
from tthc.cli.main import run
from tthc.text.numbers import calendar_date

RECORDS = """\
- code: "9.000001"
  name: Cấp giấy phép xây dựng
  level: province
  legal: {deadline: 20 ngày}
  local: {deadline: 20 ngày}
  channels:
    - {channel: direct, local_deadline: 15 ngày}
    - {channel: online, local_deadline: 10 ngày}
- local_id: NB-01
  name: Phê duyệt quy hoạch
  internal: true
  legal: {deadline: [{when: hồ sơ thường, deadline: 10 ngày}, {when: phức tạp, deadline: 20 ngày}]}
  local: {deadline: [{when: phức tạp, deadline: 15 ngày}, {when: hồ sơ thường, deadline: 5 ngày}]}
- {code: "9.000003", name: Đăng ký nhà ở, levl: commune}
- {code: "9.000003", name: Đăng ký nhà ở xã hội, level: commune}
"""
MANIFEST = """\
jurisdiction: {name: Tỉnh Thử Nghiệm}
edition: 2026-10-01
targets: [{id: a, rate: 50%}]
"""


@pytest.fixture
def show(folder: Any, capsys: pytest.CaptureFixture[str]) -> Any:
    folder.records(RECORDS)
    folder.write("catalogue.yaml", MANIFEST)
    folder.write("statistics/2025.csv", "code,received,online,on_time\n9.000001,12,3,11\n")

    def call(*arguments: str) -> tuple[int, Any]:
        code = run(["show", *arguments, "-C", str(folder.root), "--lang", "en", "-f", "json"])
        out = capsys.readouterr().out
        return code, json.loads(out) if out else None

    return call


def test_every_channel_has_its_own_cut(show: Any) -> None:
    page = show("9.000001")[1]
    assert [(row["channel"], row["local"], row["rate"]["low"]) for row in page["tables"]["channels"]] == [
        ("direct", "15 ngày", 0.25),
        ("online", "10 ngày", 0.5),
    ]


def test_targets_and_dossiers(show: Any) -> None:
    figures = {key: figure["value"] for key, figure in show("9.000001")[1]["figures"].items()}
    assert figures["target_a"] == "short"
    assert (figures["dossiers"], figures["online_dossiers"], figures["on_time_dossiers"]) == (12, 3, 11)


@pytest.mark.parametrize("edition", [date(2026, 10, 1), None])
def test_the_day_online_service_is_judged_for_is_named(
    show: Any, folder: Any, monkeypatch: pytest.MonkeyPatch, edition: date | None
) -> None:
    clock = Mock(now=lambda: datetime(2026, 11, 5, 12, tzinfo=UTC))
    monkeypatch.setattr(days, "datetime", clock)
    folder.write("catalogue.yaml", MANIFEST if edition else MANIFEST.replace("edition: 2026-10-01\n", ""))
    verdict = show("9.000001")[1]["figures"]["verdict"]
    assert verdict["base"].endswith(calendar_date(edition or date(2026, 11, 5)))


@pytest.mark.parametrize("name", ["NB-01", "nb-01", "phê duyệt quy hoạch"])
def test_cases_are_set_against_their_like_whatever_names_the_procedure(show: Any, name: str) -> None:
    page = show(name)[1]
    assert page["subtitle"].endswith("xay-dung.yaml:12:5")
    assert [(row["legal"], row["local"]) for row in page["tables"]["cases"]] == [
        ("10 days (hồ sơ thường)", "5 days (hồ sơ thường)"),
        ("20 days (phức tạp)", "15 days (phức tạp)"),
    ]


def test_what_is_wrong_with_the_record_and_who_else_has_its_code(show: Any) -> None:
    code, page = show("9.000003")
    notes = "\n".join(page["notes"])
    assert code == 0
    assert 'unknown key "levl"' in notes
    assert "xay-dung.yaml:18:5" in notes


def test_a_code_that_is_not_there(show: Any) -> None:
    assert show("9.00001") == (2, None)


def test_days_before_online_service_cost_only_that_part(show: Any, folder: Any) -> None:
    folder.write("catalogue.yaml", MANIFEST.replace("2026-10-01", "2010-10-01"))
    for options in ((), ("--as-of", "2005-01-01")):
        code, page = show("9.000001", *options)
        assert code == 0
        assert page["tables"]["channels"]
        assert "criteria" not in page["tables"]
        day = "2005-01-01" if options else "2010-10-01"
        said = f"Not judged: no criteria of online service are known for {calendar_date(date.fromisoformat(day))}."
        assert said in page["notes"]
