from dataclasses import fields
from fractions import Fraction
from pathlib import Path

import pytest
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from tthc.analysis.calendars import official
from tthc.analysis.claims import Because, Grounds, Verdict, check_claim, check_claims
from tthc.analysis.cuts import rows
from tthc.analysis.overview import Kind
from tthc.domain.claim import Claim, Measured, Ratio
from tthc.domain.level import Level, OnlineLevel, Status
from tthc.domain.procedure import Online
from tthc.domain.rounding import round_half_up
from tthc.domain.statistics import Dossiers
from tthc.text.figures import read_figure

CASES = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "claims.yaml")


@pytest.fixture(scope="module")
def bare(entry):
    """1,803 procedures without deadlines or statistics."""
    return Grounds(rows([entry(code=str(n)) for n in range(1803)], official()), {}, official())


@pytest.fixture(scope="module")
def measured(entry):
    entries = [
        entry("10 ngày", "5 ngày", "1", level=(Level.PROVINCE,), online=Online(level=OnlineLevel.FULL)),
        entry("20 ngày", "16 ngày", "2", level=(Level.PROVINCE,), agency="so-y-te", field="Dược"),
        entry("10 ngày làm việc", "10 ngày làm việc", "3", level=(Level.COMMUNE,)),
        entry("10 ngày", "8 ngày làm việc", "4", level=(Level.COMMUNE,)),
        entry("30 ngày", "3 ngày", "5", level=(Level.PROVINCE,), internal=True, online=Online(level=OnlineLevel.FULL)),
        entry("30 ngày", "6 ngày", "6", level=(Level.VERTICAL,), online=Online(level=OnlineLevel.FULL)),
        entry("30 ngày", "9 ngày", "7", status=Status.REPEALED, online=Online(level=OnlineLevel.FULL)),
    ]
    dossiers = {
        "1": Dossiers("1", 2025, received=300, online=200, on_time=300),
        "2": Dossiers("2", 2025, received=100, online=60),
        "7": Dossiers("7", 2025, received=9, online=9),
    }
    return Grounds(rows(entries, official()), dossiers, official())


def signed(stated):
    sign = -1 if str(stated).startswith("-") else 1
    return sign * read_figure(str(stated).removeprefix("-")).value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["claim"]["id"])
def test_cases(case, bare):
    claim = TypeAdapter(Claim).validate_python(case["claim"])
    found = check_claim(claim, bare)
    assert found.verdict == case["verdict"]
    if "because" in case:
        assert found.because == case["because"]
    assert (found.difference or 0) == (signed(case["off_by"]) if "off_by" in case else 0)
    if "implied" in case:
        assert round_half_up(found.implied) == case["implied"]


@pytest.mark.parametrize(
    ("measure", "stated"),
    [
        ({"of": "procedures"}, 6),
        ({"of": "procedures", "level": "province"}, 3),
        ({"of": "procedures", "level": "vertical"}, 1),
        ({"of": "procedures", "internal": True}, 1),
        ({"of": "procedures", "internal": False}, 5),
        ({"of": "procedures", "agency": "so-y-te"}, 1),
        ({"of": "procedures", "field": "dược"}, 1),
        ({"of": "procedures", "online": "full"}, 1),
        ({"of": "procedures", "online": "full", "internal": True}, 1),
        ({"of": "procedures", "online": "full", "level": "vertical"}, 1),
        ({"of": "compared", "convention": "like"}, 3),
        ({"of": "cut"}, 3),
        ({"of": "mean-rate"}, "22,5%"),
        ({"of": "mean-rate", "internal": True}, "90%"),
        ({"of": "mean-rate", "internal": False}, "22,5%"),
        ({"of": "mean-rate-of-cut"}, "30%"),
        ({"of": "mean-rate", "convention": "like"}, "23,33%"),
        ({"of": "pooled-rate"}, "22%"),
        ({"of": "cut-days"}, 11),
        ({"of": "legal-days"}, 50),
        ({"of": "cut-days", "level": "province", "convention": "like"}, 9),
        ({"of": "dossiers"}, 400),
        ({"of": "online-dossiers"}, 260),
    ],
)
def test_quantities_of_the_catalogue(measure, stated, measured):
    claim = TypeAdapter(Claim).validate_python({"id": "x", "text": "x", "stated": stated, "measure": measure})
    found = check_claim(claim, measured)
    assert found.verdict is Verdict.HOLDS, found


def test_a_measured_cut_says_what_was_left_out(measured):
    claim = Claim("x", "x", "50%", measure=Measured(of="mean-rate", convention="like"))
    found = check_claim(claim, measured)
    assert found.verdict is Verdict.DOES_NOT_HOLD
    assert found.computed == Fraction(7, 30)
    assert found.difference == Fraction(27, 100)
    assert (found.base.summary.compared, dict(found.base.summary.left_out)) == (3, {"units_differ": 1})
    assert found.base.kinds == (Kind.CITIZENS,)


def test_a_ratio_says_of_what_it_is_a_ratio(measured):
    ratio = Ratio(part=Measured(online="full"), whole=Measured(internal=False))
    found = check_claim(Claim("x", "x", "20%", ratio=ratio), measured)
    assert found.verdict is Verdict.HOLDS
    assert found.ratio == (1, 5)
    assert found.base.kinds == (Kind.CITIZENS, Kind.VERTICAL)


def test_dossiers_say_of_how_many_procedures_they_are(measured):
    found = check_claim(Claim("x", "x", 400, measure=Measured(of="dossiers")), measured)
    assert found.base.with_statistics == 2


def test_a_measured_part_that_differs_is_no_contradiction(measured):
    claim = TypeAdapter(Claim).validate_python(
        {"id": "x", "text": "x", "stated": 4, "sum": [{"level": "province"}, {"level": "commune"}]}
    )
    assert check_claim(claim, measured).verdict is Verdict.DOES_NOT_HOLD


def test_days_and_working_days_are_not_added_up(measured):
    claim = Claim("x", "x", 40, measure=Measured(of="legal-days", convention="like"))
    assert check_claim(claim, measured).because is Because.SEVERAL_UNITS


def test_a_figure_that_is_not_stated_everywhere_is_missing(measured):
    claim = Claim("x", "x", 300, measure=Measured(of="on-time-dossiers"))
    assert check_claim(claim, measured).because is Because.NO_DATA


def test_a_rate_of_dossiers_from_the_statistics(measured):
    claim = TypeAdapter(Claim).validate_python(
        {
            "id": "x",
            "text": "x",
            "stated": "trên 60%",
            "ratio": {"part": {"of": "online-dossiers"}, "whole": {"of": "dossiers"}},
        }
    )
    assert check_claim(claim, measured).because is Because.WITHIN_BOUND


def test_claims_keep_their_order(measured):
    claims = [Claim(str(n), "x", n) for n in range(3)]
    assert [found.claim for found in check_claims(claims, measured)] == claims


def test_every_key_is_explained_to_the_officer():
    schema = TypeAdapter(Claim).json_schema()
    for definition in (schema, *schema["$defs"].values()):
        for name, part in definition.get("properties", {}).items():
            assert part.get("description"), name
    assert set(schema["properties"]) == {field.name for field in fields(Claim)}
