"""Fixes: doing it again changes nothing, meaning stays, files stay whole."""

import os
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.catalogue.atomic import write_atomically
from tthc.catalogue.locate import Sources
from tthc.catalogue.reader import read_text
from tthc.lint import fixes
from tthc.lint.rule import Fixability
from tthc.lint.rules import ALL
from tthc.lint.rules.deadline_texts import canonical
from tthc.lint.rules.texts import cleaned

SIGNS = st.text(st.sampled_from("aâ\u0301\u0323\u200b \u00a0\t.“”\n5,ngàylv("), max_size=12)


@given(SIGNS | st.text(max_size=20))
def test_cleaning_again_changes_nothing(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once


@given(SIGNS | st.text(max_size=20))
def test_cleaning_keeps_every_sign_that_is_seen(text: str) -> None:
    unseen = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
    said = "".join(sign for sign in text if sign not in unseen)
    assert normalize("NFC", "".join(cleaned(text).split())) == normalize("NFC", "".join(said.split()))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Công nhận danh hiệu “Gia đình văn hóa”", "Công nhận danh hiệu “Gia đình văn hóa”"),
        ("Cấp giấy phép.", "Cấp giấy phép."),
        ("Cấp  giấy phép.", "Cấp giấy phép."),
    ],
)
def test_announced_names_stay_as_they_are(name: str, expected: str, tmp_path: Path, small: Any) -> None:
    found = small.catalogue(tmp_path / "c", {"name": name})
    hits = small.run(found, [rule for rule in ALL if rule.fix is Fixability.SAFE]).hits
    assert {value for hit in hits for path, value in hit.issue.fix if path == ("name",)} == {expected} - {name}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Cấp giấy phép.", "Cấp giấy phép"),
        ("Cấp giấy phép .", "Cấp giấy phép"),
        ("Cấp thẻ, v.v.", None),
        ("A...", None),
    ],
)
def test_a_final_stop_is_for_a_person_to_take_out(name: str, expected: str | None, tmp_path: Path, small: Any) -> None:
    found = small.catalogue(tmp_path / "c", {"name": name})
    hits = small.run(found, [rule for rule in ALL if rule.id == "M310"]).hits
    assert [dict(hit.issue.fix)[("name",)] for hit in hits] == ([expected] if expected else [])
    assert fixes.fixed(hits, Sources(), unsafe=False) == {}


@given(SIGNS | st.sampled_from(["3.5 nlv", "05(năm)  ngày", "1.5 ngày", "10 nlv, 2.25 giờ"]))
def test_the_usual_form_again_changes_nothing(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.5 nlv", "3,5 ngày làm việc"),
        ("05(năm)  ngày làm việc", "05 (năm) ngày làm việc"),
        ("15 ngày làm việc", "15 ngày làm việc"),
        ("theo NĐ 1.5 của tỉnh", "theo NĐ 1.5 của tỉnh"),
    ],
)
def test_the_usual_form(text: str, expected: str) -> None:
    assert canonical(text) == expected


def test_only_the_values_found_change(tmp_path: Path, small: Any) -> None:
    text = (
        'agency: a\nfield: b\nprocedures:\n  # một\n  - code: "9.000001 " # mã\n    name: "A  b."\n    fee: \'Không\'\n'
    )
    found = small.of_text(tmp_path / "c", text)
    hits = small.run(found, [rule for rule in ALL if rule.id in ("M302", "M307")]).hits
    (new,) = fixes.fixed(hits, Sources(), unsafe=False).values()
    assert new == text.replace('"9.000001 "', '"9.000001"').replace('"A  b."', "A b.")
    assert not read_text(new.encode()).problems


def test_an_interrupted_write_leaves_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("cũ\n", encoding="utf-8")

    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(file, "mới\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
    assert file.read_text(encoding="utf-8") == "cũ\n"
