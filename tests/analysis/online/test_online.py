"""Verdicts, contradictions and their regimes: the cases of online.yaml."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from tthc.analysis.online.checks import Source, Status
from tthc.analysis.online.contradictions import Kind, contradictions
from tthc.analysis.online.criteria import Key, regime, regimes
from tthc.analysis.online.stated import stated
from tthc.analysis.online.verdict import Assessment, Verdict, assess, assess_all
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.level import OnlineLevel
from tthc.domain.procedure import Procedure

FILE = YAML(typ="safe", pure=True).load(Path(__file__).parents[2] / "cases" / "online.yaml")
TODAY = date(2026, 10, 1)
_PROCEDURE: TypeAdapter[Procedure] = TypeAdapter(Procedure)


OF_FULL = {
    Key.PRESENCE: Kind.FULL_WITH_PRESENCE,
    Key.SITE_VISIT: Kind.FULL_WITH_SITE_VISIT,
    Key.CHANNEL: Kind.FULL_WITHOUT_CHANNEL,
    Key.PAYMENT: Kind.FULL_WITHOUT_PAYMENT,
    Key.FORM: Kind.FULL_WITHOUT_FORM,
    Key.DELIVERY: Kind.FULL_WITHOUT_DELIVERY,
}
FLAG = st.none() | st.booleans()
FORM = st.fixed_dictionaries({"name": st.sampled_from(["Đơn", "Giấy phép cũ"])}, optional={"electronic_form": FLAG})
ONLINE = st.fixed_dictionaries(
    {
        "level": st.none() | st.sampled_from(["full", "full", "partial", "information", "none"]),
        "presence": FLAG,
        "site_visit": FLAG,
        "payment": FLAG,
        "reason": st.none() | st.sampled_from(["presence", "site-visit", "temporary-failure", "bản giấy"]),
        "reason_until": st.none() | st.dates(date(2026, 6, 1), date(2026, 12, 1)),
    }
)
PROCEDURES = st.fixed_dictionaries(
    {
        "online": ONLINE,
        "channels": st.lists(st.sampled_from(["direct", "post", "online"]), unique=True),
        "dossier": st.lists(FORM, max_size=2),
        "fee": st.sampled_from([None, "Không", "50.000 đồng", "Theo quy định"]),
        "result": st.none() | st.just({"name": "Giấy phép", "delivery": ["direct"]}),
    }
)


def entry(**changes: Any) -> Entry:
    """The model procedure of the cases, with these parts changed."""
    given = {key: value for key, value in (FILE["base"] | changes).items() if value is not None}
    return Entry(_PROCEDURE.validate_python(given), "so-mau", "Lĩnh vực mẫu", Location("a.yaml", 3, 1))


def assessed(as_of: date = TODAY, **changes: Any) -> Assessment:
    return assess(entry(**changes), regime(as_of), as_of)


JUDGEMENTS = [(case, case | on) for case in FILE["cases"] for on in case.get("on", [{}])]


@pytest.mark.parametrize(
    ("case", "expected"), JUDGEMENTS, ids=[f"{case['case']} {case.get('as_of', '')}" for _, case in JUDGEMENTS]
)
def test_the_case_is_judged_as_written(case: dict[str, Any], expected: dict[str, Any]):
    as_of = expected.get("as_of", TODAY)
    found = assessed(as_of, **case.get("procedure", {}))
    said = {
        "verdict": found.verdict.value,
        "not_met": [check.criterion.key.value for check in found.not_met],
        "open": [check.criterion.key.value for check in found.open],
        "contradictions": [each.kind.value for each in contradictions(found, regime(as_of), as_of)],
    }
    stated = {part: expected[part] for part in said if part in expected}
    assert {part: said[part] for part in stated} == stated


def test_every_verdict_and_every_regime_has_cases():
    assert {expected["verdict"] for _, expected in JUDGEMENTS} == {verdict.value for verdict in Verdict}
    assert {regime(e.get("as_of", TODAY)).since for _, e in JUDGEMENTS} == {law.since for law in regimes()}


def test_every_case_says_why():
    assert [case["case"] for case in FILE["cases"] if not case.get("why")] == []


def test_a_suggestion_quotes_the_phrase_it_rests_on():
    found = assessed(steps=("Người nộp phải có mặt tại trụ sở Sở.",), online={"level": "partial", "site_visit": False})
    check = next(check for check in found.checks if check.criterion.key == "presence")
    assert (check.status, check.source, check.quote) == (Status.UNKNOWN, Source.WORDING, "phải có mặt")
    assert check.to_confirm


def test_a_verdict_that_rests_on_wording_says_so():
    assert not assessed().assumed
    assert assessed(online={"level": "full"}).assumed


def test_what_is_not_said_is_no_phrase_to_rest_on():
    """The name of a form, or of a step at the desk, is what was read, not what says that nothing is asked."""
    found = assessed(steps=("Sở thẩm định hồ sơ và cấp giấy phép.",), online={"level": "partial", "presence": False})
    silent = {check.criterion.key: check for check in found.checks if check.source is Source.SILENCE}
    for key in (Key.SITE_VISIT, Key.ORIGINAL_SHOWN, Key.ORIGINAL_KEPT):
        assert (silent[key].status, silent[key].quote) == (Status.MET, "")
    assert found.assumed


def test_what_only_the_wording_says_is_a_doubtful_contradiction():
    found = assessed(steps=("Người nộp phải có mặt tại trụ sở Sở.",), online={"level": "full"})
    (doubtful,) = contradictions(found, regime(TODAY), TODAY)
    assert not doubtful.certain
    assert doubtful.quote == "phải có mặt"


@given(PROCEDURES, st.sampled_from([law.since for law in regimes()]))
def test_what_is_stated_as_not_met_contradicts_a_full_service(parts: dict[str, Any], as_of: date):
    found = assessed(as_of, **parts)
    stated_kinds = {each.kind for each in stated(found.entry.procedure, regime(as_of), as_of)}
    if found.entry.procedure.online.level is OnlineLevel.FULL:
        not_met = {check.criterion.key for check in found.not_met}
        assert stated_kinds == {kind for key, kind in OF_FULL.items() if key in not_met}
    certain = {each.kind for each in contradictions(found, regime(as_of), as_of) if each.certain}
    assert stated_kinds <= certain
    assert certain - stated_kinds <= {Kind.ELIGIBLE_NOT_OFFERED, Kind.OLD_TERMS}


def test_internal_and_repealed_procedures_are_not_judged():
    entries = [entry(), entry(internal=True), entry(status="repealed"), entry(status="replaced"), entry(status="new")]
    assert len(assess_all(entries, regime(TODAY), TODAY)) == 2


def blockers(**changes: Any) -> list[str] | None:
    found = assessed(**changes).blockers
    return None if found is None else [criterion.key.value for criterion in found]


def test_what_stands_in_the_way():
    assert blockers(result={"name": "Giấy phép", "delivery": ["direct"]}, code=None) == ["code", "result-delivery"]
    known = {"site_visit": False, "original": False}
    lawful = known | {"level": "partial", "reason": "presence", "reason_basis": "Điều 18", "presence": True}
    assert blockers(online=lawful) == ["presence"]
    assert blockers() is None  # nothing does
    assert blockers(fee="10.000 đồng", result=None) is None  # that is not known yet


def test_a_technical_reason_is_about_what_is_not_met():
    technical = {"level": "partial", "reason": "other-technical", "presence": False, "site_visit": False}
    paper = [{"name": "Đơn", "form": "Mẫu 01", "electronic_form": False}]
    assert blockers(online=technical | {"original": False}) == ["technical"]
    assert blockers(online=technical | {"original": False}, dossier=paper) == ["electronic-form"]
