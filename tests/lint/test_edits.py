"""What `tthc check --since` says of an edit, and the report of changes as well."""

from pathlib import Path
from typing import Any

import pytest

from tthc.analysis.calendars import official
from tthc.analysis.changes.changes import Change
from tthc.analysis.changes.changes import changes as reported
from tthc.catalogue.model import Catalogue
from tthc.catalogue.reader import read_text
from tthc.domain.finding import Finding
from tthc.lint.edits import changes
from tthc.lint.rules import ALL

CASES = read_text((Path(__file__).parents[1] / "cases" / "changes.yaml").read_bytes()).data
RULES = {"K708": "lengthened", "K711": "unit", "K712": "papers", "K713": "dearer"}


def sides(folder: Path, case: Any, small: Any) -> list[Catalogue]:
    return [
        small.catalogue(folder / name, {"procedures": [case[name]] if case[name] is not None else []})
        for name in ("before", "after")
    ]


def checked(before: Catalogue, after: Catalogue, small: Any) -> tuple[Finding, ...]:
    rules = [rule for rule in ALL if rule.id in RULES]
    findings: tuple[Finding, ...] = small.run(after, rules, changes("HEAD", before.entries, after.entries)).findings
    return findings


def said(change: Change) -> set[str]:
    """What the report says of a change, by the rule that says it too."""
    found = {
        "K708": change.lengthened,
        "K711": any(turn.other_unit for turn in change.held),
        "K712": bool(change.papers.added),
        "K713": change.dearer,
    }
    return {rule for rule, holds in found.items() if holds}


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_check_and_the_report_see_the_same(case: Any, tmp_path: Path, small: Any) -> None:
    before, after = sides(tmp_path, case, small)
    found = reported(before, after, official()).changes
    assert {finding.rule for finding in checked(before, after, small)} == {
        rule for each in found for rule in said(each)
    }


def test_the_cases_hold_every_rule(tmp_path: Path, small: Any) -> None:
    rules = set()
    for number, case in enumerate(CASES):
        rules |= {finding.rule for finding in checked(*sides(tmp_path / str(number), case, small), small)}
    assert rules == set(RULES)


def test_a_way_of_filing_is_named_by_its_place(tmp_path: Path, small: Any) -> None:
    online = {"channel": "online", "local_deadline": "2 ngày làm việc", "fee": "20.000 đồng"}
    longer = online | {"local_deadline": "6 ngày làm việc", "fee": "40.000 đồng"}
    whole = {"local": {"deadline": "5 ngày làm việc"}, "fee": "50.000 đồng"}
    case = {
        "before": whole | {"channels": [{"channel": "direct"}, online]},
        "after": whole | {"channels": [{"channel": "direct"}, longer]},
    }
    found = checked(*sides(tmp_path, case, small), small)
    assert [(each.rule, each.subject) for each in found] == [
        ("K708", "channels.local_deadline"),
        ("K713", "channels.fee"),
    ]
    assert "2 ngày làm việc" in found[0].message
    assert "40.000 đồng" in found[1].message


def test_a_repealed_procedure_may_say_what_it_likes(tmp_path: Path, small: Any) -> None:
    repealed = {"status": "repealed", "repealed_by": "1/QĐ-UBND", "fee": "90.000 đồng", "local": {"deadline": "9 ngày"}}
    case = {"before": {"fee": "50.000 đồng", "local": {"deadline": "5 ngày"}}, "after": repealed}
    assert checked(*sides(tmp_path, case, small), small) == ()
