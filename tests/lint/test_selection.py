"""Which rules run."""

import pytest

from tthc.domain.finding import Severity
from tthc.lint.rules import ALL
from tthc.lint.selection import UnknownRuleError, matching, select, severities


def ids(**options: list[str]) -> set[str]:
    return {rule.id for rule in select(ALL, **options)}


def test_the_default_ones_run() -> None:
    assert ids() == {rule.id for rule in ALL if rule.default}


def test_ids_prefixes_slugs_and_all() -> None:
    assert ids(selected=["T101"]) == {"T101"}
    assert ids(selected=["deadline-longer-than-law"]) == {"T101"}
    assert ids(selected=["d"]) == {rule.id for rule in ALL if rule.id[0] == "D"}
    assert ids(selected=["ALL"]) == {rule.id for rule in ALL}


def test_the_more_exact_selector_wins() -> None:
    assert ids(selected=["B005"], ignored=["B"]) == {"B005"}
    assert "B005" not in ids(ignored=["B005"])
    assert "T110" in ids(extended=["T110"])
    assert "B001" in ids(extended=["T110"])


def test_an_unknown_selector_gets_a_suggestion() -> None:
    with pytest.raises(UnknownRuleError, match="deadline-longer-than-law"):
        select(ALL, ["deadline-longer-then-law"])


def test_severities_by_prefix_and_id() -> None:
    found = severities(ALL, [("T101", Severity.NOTE), ("T", Severity.WARNING)])
    assert (found["T101"], found["T102"]) == (Severity.NOTE, Severity.WARNING)


def test_a_number_that_only_the_duplicates_report_shows_is_explained() -> None:
    with pytest.raises(UnknownRuleError, match="tthc duplicates"):
        matching(ALL, "d107")
