"""Known findings."""

import pytest

from tthc.domain.finding import Finding, Location, Severity
from tthc.lint.baseline import BaselineError, apply, dump, load


def finding(rule: str = "T101", procedure: str = "1.009645", line: int = 5) -> Finding:
    return Finding(rule, Severity.ERROR, "m", Location("c/a.yaml", line), procedure=procedure, subject="local.deadline")


def test_known_findings_are_left_out_wherever_they_move() -> None:
    known = load(dump([finding(line=5)]))
    result = apply([finding(line=50)], known, ["1.009645"], ["T101"])
    assert (result.new, result.known) == ((), 1)


def test_one_more_of_the_same_kind_is_new() -> None:
    known = load(dump([finding()]))
    assert len(apply([finding(), finding(line=9)], known, ["1.009645"], ["T101"]).new) == 1


def test_what_was_put_right_and_what_went_stale_is_told_apart() -> None:
    known = load(dump([finding(), finding(procedure="1.000001"), finding(rule="B001")]))
    result = apply([], known, ["1.009645"], ["T101"])
    assert [key.procedure for key in result.fixed] == ["1.009645"]
    assert [key.procedure for key in result.stale] == ["1.000001"]  # B001 was not run: nothing is known about it


def test_the_file_is_sorted_and_stable() -> None:
    assert dump([finding(), finding("B001")]) == dump([finding("B001"), finding()])
    assert load(dump([])) == {}


@pytest.mark.parametrize("text", ["", "[]", '{"version": 9, "findings": []}', '{"version": 1, "findings": [{}]}'])
def test_other_files_are_refused(text: str) -> None:
    with pytest.raises(BaselineError):
        load(text)
