"""Figures of online service and their denominators."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tthc.analysis.online.criteria import regime
from tthc.analysis.online.figures import Split, by_group, outcome, split
from tthc.analysis.online.verdict import Verdict, assess
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.level import OnlineLevel
from tthc.domain.procedure import Online, Procedure
from tthc.domain.rounding import round_half_up
from tthc.domain.statistics import Dossiers

SPLITS = YAML(typ="safe", pure=True).load(Path(__file__).parents[2] / "cases" / "online_figures.yaml")["splits"]
COUNTS = ("full", "partial", "information", "none", "unstated")
DAY = date(2026, 10, 1)


@pytest.mark.parametrize("case", SPLITS, ids=lambda case: case["source"])
def test_published_figures_come_out(case: dict[str, Any]):
    found = Split(**{name: case.get(name, 0) for name in COUNTS})
    assert (found.total, found.online) == (case["total"], case["online"])
    for name in ("online_rate", "full_of_online", "full_of_all", "partial_of_all"):
        rate = getattr(found, name)
        assert round_half_up(rate * 100, 2) == Decimal(case[name].removesuffix("%"))


def test_a_share_of_full_service_printed_of_all_procedures_can_be_impossible():
    """86% of 1.817 would be more full services than there are online services at all."""
    bac_kan = Split(full=1004, partial=164, information=649)
    assert Fraction(86, 100) * bac_kan.total > bac_kan.online
    assert round_half_up(Fraction(86, 100) * bac_kan.online) == bac_kan.full


def test_counting_what_is_offered():
    levels = [OnlineLevel.FULL, OnlineLevel.FULL, OnlineLevel.PARTIAL, None, OnlineLevel.NONE, OnlineLevel.INFORMATION]
    assert split(levels) == Split(full=2, partial=1, information=1, none=1, unstated=1)


def test_rates_of_nothing_are_no_rates():
    assert Split().online_rate is None
    assert Split(information=3).full_of_online is None


def entry(code: str, level: str | None, field: str = "A", **online: Any) -> Entry:
    known = {"presence": False, "site_visit": False, "original": False} | online
    procedure = Procedure(
        name=code,
        code=code,
        channels=({"channel": "online"},),
        dossier=({"name": "Bản sao văn bằng"},),
        fee="Không",
        result={"name": "Giấy phép", "delivery": ("electronic",)},
        online=Online(level=level, **known),
    )
    return Entry(procedure, "so-mau", field, Location("a.yaml"))


def test_dossiers_of_a_procedure_without_a_code_go_by_its_local_id():
    local = entry("1", "full")
    local = replace(local, procedure=replace(local.procedure, code=None, local_id="TT-01"))
    total = outcome([assess(local, regime(DAY), DAY)], {"TT-01": Dossiers("TT-01", 2026, 4, 3)})
    assert (total.received, total.received_full, total.online_dossiers_rate) == (4, 4, Fraction(3, 4))


def test_offered_and_possible_side_by_side():
    entries = [entry("1", "full"), entry("2", "partial"), entry("3", "partial", "B", presence=True), entry("4", None)]
    found = [assess(each, regime(DAY), DAY) for each in entries]
    dossiers = {
        "1": Dossiers("1", 2026, 100, 80),
        "2": Dossiers("2", 2026, 50, 10),
        "4": Dossiers("4", 2026, 50),
    }
    total = outcome(found, dossiers)
    assert (total.total, total.eligible, total.eligible_offered) == (4, 3, 1)
    assert total.eligible_rate == Fraction(1, 3)
    assert total.verdicts[Verdict.FIXABLE] == 1
    assert (total.with_dossiers, total.received, total.received_full) == (3, 200, 100)
    assert (total.stating_online, total.received_online, total.received_stating) == (2, 90, 150)
    assert total.online_dossiers_rate == Fraction(3, 5)
    assert outcome(found).received is None
    assert outcome(found[3:], dossiers).online_dossiers_rate is None  # received, and nobody says how

    by_field = dict(by_group(found, lambda each: each.entry.field))
    assert [(name, group.total) for name, group in by_field.items()] == [("A", 3), ("B", 1)]
    assert sum(group.eligible for group in by_field.values()) == total.eligible
