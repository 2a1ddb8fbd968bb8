"""What `tthc check` says of online service is what `tthc online` says."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tthc.analysis.online.contradictions import Kind, contradictions
from tthc.analysis.online.criteria import regime
from tthc.analysis.online.verdict import assess_all
from tthc.analysis.overview import is_citizens
from tthc.lint.rules import ALL

FILE = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "online.yaml")
CASES = [(case, on.get("as_of", date(2026, 10, 1))) for case in FILE["cases"] for on in case.get("on", [case])]
RULES = {
    Kind.FULL_WITH_PRESENCE: "O601",
    Kind.FULL_WITH_SITE_VISIT: "O602",
    Kind.PARTIAL_WITHOUT_REASON: "O603",
    Kind.PARTIAL_WITHOUT_BASIS: "O603",
    Kind.PARTIAL_FOR_ANOTHER_REASON: "O604",
    Kind.FULL_WITHOUT_PAYMENT: "O606",
    Kind.FULL_WITHOUT_FORM: "O607",
    Kind.PARTIAL_WITHOUT_FORM: "O607",
    Kind.FULL_WITHOUT_DELIVERY: "O608",
    Kind.REASON_WITHOUT_END: "O609",
    Kind.REASON_OVER: "O609",
    Kind.FULL_WITHOUT_CHANNEL: "O610",
    Kind.PARTIAL_WITHOUT_CHANNEL: "O610",
    Kind.CHANNEL_WITHOUT_SERVICE: "O610",
    Kind.INFORMATION_WITHOUT_REASON: "O613",
}
ONLINE = [rule for rule in ALL if rule.id in RULES.values()]
UNSAID = ("O606", "online.level")  # whether a fee can be paid online: a gap, no contradiction


def record(case: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in (FILE["base"] | case.get("procedure", {})).items() if value is not None}


@pytest.mark.parametrize(("case", "as_of"), CASES, ids=[f"{case['case']} {as_of}" for case, as_of in CASES])
def test_the_check_and_the_analysis_see_the_same(case: dict[str, Any], as_of: date, tmp_path: Path, small: Any) -> None:
    found = small.catalogue(tmp_path / "c", record(case))
    said = {
        RULES[each.kind]
        for assessment in assess_all(filter(is_citizens, found.entries), regime(as_of), as_of)
        for each in contradictions(assessment, regime(as_of), as_of)
        if each.certain and each.kind in RULES
    }
    held = {rule.id for rule in ONLINE if rule.since is None or rule.since <= as_of}
    findings = small.run(found, ONLINE, as_of=as_of).findings
    assert {each.rule for each in findings if (each.rule, each.subject) != UNSAID} == said & held


def test_every_contradiction_has_a_rule_or_a_command_of_its_own() -> None:
    assert set(Kind) - set(RULES) == {Kind.ELIGIBLE_NOT_OFFERED, Kind.OLD_TERMS}  # tthc online; P207 for any text


@pytest.mark.parametrize("other", [{"internal": True}, {"level": "vertical"}, {"status": "repealed"}])
def test_only_what_the_province_offers_is_judged(other: dict[str, Any], tmp_path: Path, small: Any) -> None:
    wrong = FILE["base"] | {"online": {"level": "full", "presence": True}}
    assert small.run(small.catalogue(tmp_path / "a", wrong), ONLINE).findings
    assert small.run(small.catalogue(tmp_path / "b", wrong | other), ONLINE).findings == ()


def test_each_form_on_paper_is_found(tmp_path: Path, small: Any) -> None:
    forms = [{"name": name, "electronic_form": False} for name in ("Đơn đề nghị", "Tờ khai")]
    found = small.catalogue(tmp_path / "c", FILE["base"] | {"dossier": forms})
    assert [each.rule for each in small.run(found, ONLINE).findings] == ["O607", "O607"]


def test_before_the_first_law_nothing_is_said(tmp_path: Path, small: Any) -> None:
    found = small.catalogue(tmp_path / "c", FILE["base"] | {"channels": ["direct"]})
    assert small.run(found, ONLINE).findings
    assert small.run(found, ONLINE, as_of=date(2005, 1, 1)).findings == ()
