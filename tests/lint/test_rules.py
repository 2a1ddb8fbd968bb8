"""Every rule: its description, and its manual's examples, which are its tests."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tthc.catalogue.reader import read_text
from tthc.domain.decision import Decision, Judgement, Party
from tthc.lint import manual
from tthc.lint.rule import Fixability, Rule, Scope
from tthc.lint.rules import ALL

WITH_EXAMPLES = [rule for rule in ALL if rule.bad]


def test_ids_and_slugs_are_unique() -> None:
    assert len({rule.id for rule in ALL}) == len(ALL)
    assert len({rule.slug for rule in ALL}) == len(ALL)


@pytest.mark.parametrize("rule", ALL, ids=str)
def test_descriptions_are_whole(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]\d{3}", rule.id)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.slug)
    assert rule.what.endswith(".")
    assert rule.why.endswith(".")
    assert rule.ok
    assert rule.bad or rule.id in ("F001", "F012")  # about the file system and about CSV: nothing to show in YAML
    assert rule.check or rule.scope is Scope.FILE


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=str)
def test_the_bad_example_is_found(rule: Rule, tmp_path: Path, small: Any) -> None:
    found = small.run_example(tmp_path / "c", rule, rule.bad).findings
    own = [finding for finding in found if finding.rule == rule.id]
    assert own
    for finding in own:
        assert finding.message
        assert finding.help
        assert finding.severity <= rule.severity
        assert finding.location.line > 0 or rule.id == "K709"


@pytest.mark.parametrize("rule", ALL, ids=str)
def test_the_ok_example_is_in_order(rule: Rule, tmp_path: Path, small: Any) -> None:
    assert small.run_example(tmp_path / "c", rule, rule.ok).findings == ()


@pytest.mark.parametrize("rule", [rule for rule in WITH_EXAMPLES if rule.fix is Fixability.SAFE], ids=str)
def test_safe_fixes_are_offered(rule: Rule, tmp_path: Path, small: Any) -> None:
    hits = small.run_example(tmp_path / "c", rule, rule.bad).hits
    assert any(hit and hit.issue.fix for hit in hits)


def test_a_ground_that_nobody_has_read_says_so(tmp_path: Path, small: Any) -> None:
    (rule,) = (rule for rule in ALL if rule.id == "H504")
    (found,) = small.run_example(tmp_path / "c", rule, rule.bad).findings
    assert found.ground.startswith(rule.ground)
    assert found.ground != rule.ground
    assert found.ground in manual.page(rule)


@pytest.mark.parametrize("status", ["repealed", "replaced"])
@pytest.mark.parametrize("rule", [rule for rule in WITH_EXAMPLES if rule.scope is Scope.PROCEDURE], ids=str)
def test_only_what_holds_for_any_record_is_found_in_one_out_of_force(
    rule: Rule, status: str, tmp_path: Path, small: Any
) -> None:
    example = read_text(rule.bad.encode()).data
    whole = example if "procedures" in example else {"procedures": [example]}
    ended = {"status": status, "repealed_by": "45/QĐ-UBND"}
    whole = whole | {"procedures": [record | ended for record in whole["procedures"]]}
    found = small.run(small.catalogue(tmp_path / "c", whole), (rule,)).findings
    assert bool(found) is rule.in_any_status


def test_rules_for_any_status_are_on_single_procedures() -> None:
    assert {rule.scope for rule in ALL if rule.in_any_status} == {Scope.PROCEDURE}


def test_a_pair_that_officers_decided_on_is_left_alone(tmp_path: Path, small: Any) -> None:
    records = [{"code": f"1.00000{n}", "name": "Cấp giấy phép"} for n in (1, 2)]
    found = small.catalogue(tmp_path / "c", {"procedures": records})
    rules = [rule for rule in ALL if rule.id == "D102"]
    assert small.run(found, rules).findings
    a, b = (Party(record["code"], record["name"], "") for record in records)
    decided = replace(found, decisions=(Decision(b, a, Judgement.DIFFERENT, date(2026, 10, 1)),))
    assert small.run(decided, rules).findings == ()


@pytest.mark.parametrize(
    ("ground", "named"), [({"ground": "Nghị quyết số 66/NQ-CP"}, "(Nghị quyết số 66/NQ-CP)"), ({}, "(nq66)")]
)
def test_a_target_is_named_by_its_ground(tmp_path: Path, small: Any, ground: dict[str, str], named: str) -> None:
    (rule,) = (rule for rule in ALL if rule.id == "T111")
    record = {"legal": {"deadline": "10 ngày"}, "local": {"deadline": "8 ngày"}}
    whole = {"manifest": {"targets": [{"id": "nq66", "rate": "30%"} | ground]}, "procedures": [record]}
    (found,) = small.run(small.catalogue(tmp_path / "c", whole), (rule,)).findings
    assert found.message == f"the deadline is cut by 20%; the target is 30% {named}"
