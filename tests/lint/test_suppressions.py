"""Comments that keep findings quiet."""

from pathlib import Path
from typing import Any

import pytest

from tthc.lint.rules import ALL
from tthc.lint.suppressions import read

HEAD = "agency: so-tai-chinh\nfield: Đầu tư\n"
WANTED = [rule for rule in ALL if rule.id in ("H507", "H508", "K710")]


def rules_of(folder: Path, small: Any, text: str) -> list[str]:
    return [finding.rule for finding in small.run(small.of_text(folder / "c", text), WANTED).findings]


@pytest.mark.parametrize(
    "text",
    [
        "procedures:\n  - name: A\n    fee: Có # tthc: ignore H507 -- lý do\n",
        "procedures:\n  - name: A\n    # tthc: ignore H507 -- lý do\n    fee: Có\n",
        "procedures:\n  - name: A # tthc: ignore H507 -- lý do\n    fee: Có\n",
        "procedures:\n  # tthc: ignore H507 -- lý do\n  - name: A\n    fee: Có\n",
        "procedures: # tthc: ignore H507 -- lý do\n  - name: A\n    fee: Có\n",
        "procedures: # tthc: ignore H507 -- lý do\n- name: A\n  fee: Có\n",
        "procedures:\n  - name: A\n    fee: Có # tthc: ignore fee-without-amount -- lý do\n",
    ],
)
def test_a_comment_with_a_reason_covers_what_is_inside(tmp_path: Path, small: Any, text: str) -> None:
    assert rules_of(tmp_path, small, HEAD + text) == []


def test_a_comment_covers_its_record_only(tmp_path: Path, small: Any) -> None:
    text = "procedures:\n  - name: A # tthc: ignore H507 -- lý do\n    fee: Có\n  - name: B\n    fee: Có\n"
    assert rules_of(tmp_path, small, HEAD + text) == ["H507"]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# tthc: ignore H507", ["H507", "K710"]),  # no reason: it does not count
        ("# tthc: ignore H508 -- lý do", ["H507", "K710"]),  # nothing to keep quiet
        ("# tthc: ignore H999 -- lý do", ["H507", "K710"]),  # no such rule
        ("# tthc: ignore -- lý do", ["H507", "K710"]),
        ("# tthc: ignore H507, H508 -- lý do", ["K710"]),  # one of the two is of use
        ("# tthc: ignore T101 -- lý do", ["H507"]),  # that rule was not run: nobody can tell
    ],
)
def test_useless_comments_are_found(tmp_path: Path, small: Any, comment: str, expected: list[str]) -> None:
    assert rules_of(tmp_path, small, f"{HEAD}procedures:\n  - name: A\n    fee: Có {comment}\n") == expected


def test_a_file_without_comments_costs_nothing() -> None:
    assert read(b"a: 1 # tth\n") == ()
