"""Remarks about the cut of a procedure's time, and what is done about those that are wrong."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tthc.catalogue.locate import Sources
from tthc.lint import fixes
from tthc.lint.remarks import cuts
from tthc.lint.rules import ALL

CASES = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "cut-remarks.yaml")
WORDS = {"working_day": " ngày làm việc", "working_hour": " giờ làm việc", "day": " ngày", "hour": " giờ", None: "%"}
RULES = [rule for rule in ALL if rule.id in ("T112", "T113")]
CUT = {"legal": {"deadline": "20 ngày"}, "local": {"deadline": "15 ngày"}}


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_what_a_remark_says(case: dict[str, Any]) -> None:
    found = list(cuts(case["text"]))
    assert [said.figure + WORDS[said.unit] for said in found] == case["cuts"]
    assert all(case["text"][said.start : said.end] == said.figure for said in found)


@given(
    st.lists(
        st.sampled_from(["cắt giảm", "30", "%", "thời gian", "giải quyết;", "5 ngày", "(còn", ".", "\n"]), max_size=14
    )
)
def test_any_text_is_read(words: list[str]) -> None:
    text = " ".join(words)
    assert all(text[said.start : said.end] == said.figure for said in cuts(text))


@pytest.mark.parametrize(
    "notes",
    [
        "Giảm 50% lệ phí khi nộp hồ sơ trực tuyến",
        "Tỷ lệ hồ sơ trực tuyến đạt 86%",
        "Giảm 3 ngày so với nộp trực tiếp",
        "Cắt giảm 25% thời gian giải quyết. Giảm 50% lệ phí.",
        "Đã cắt giảm 5 ngày, tương đương 25%",
    ],
)
def test_what_is_right_or_about_something_else_is_left_alone(notes: str, tmp_path: Path, small: Any) -> None:
    channels = [{"channel": "online", "local_deadline": "15 ngày", "note": notes}]
    found = small.catalogue(tmp_path / "c", CUT | {"notes": notes, "channels": channels})
    assert small.run(found, RULES).findings == ()


def test_a_wrong_figure_is_changed_only_where_a_person_agrees(tmp_path: Path, small: Any) -> None:
    found = small.catalogue(tmp_path / "c", CUT | {"notes": "Cắt giảm 30% thời gian giải quyết. Giảm 50% lệ phí."})
    hits = small.run(found, RULES).hits
    assert fixes.fixed(hits, Sources(), unsafe=False) == {}
    (new,) = fixes.fixed(hits, Sources(), unsafe=True).values()
    assert "Cắt giảm 25% thời gian giải quyết. Giảm 50% lệ phí." in new


def test_announced_wording_is_never_changed(tmp_path: Path, small: Any) -> None:
    record = {"legal": {"deadline": "20 ngày"}, "local": {"deadline": "15 ngày (giảm 8 ngày)"}}
    checked = small.run(small.catalogue(tmp_path / "c", record), RULES)
    assert [finding.rule for finding in checked.findings] == ["T113"]
    assert fixes.fixed(checked.hits, Sources(), unsafe=True) == {}


def test_a_note_of_one_way_of_filing_is_about_its_own_deadline(tmp_path: Path, small: Any) -> None:
    note = "Cắt giảm 50% thời gian giải quyết"
    ways = [{"channel": "online", "local_deadline": "10 ngày", "note": note}, {"channel": "post", "note": note}]
    assert small.run(small.catalogue(tmp_path / "right", CUT | {"channels": ways}), RULES).findings == ()
    ways[0]["local_deadline"] = "12 ngày"
    (found,) = small.run(small.catalogue(tmp_path / "wrong", CUT | {"channels": ways}), RULES).findings
    assert (found.rule, found.subject) == ("T112", "channels.note")
