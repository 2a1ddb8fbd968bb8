from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tthc.analysis.calendars import official
from tthc.analysis.comparison import Reason, compare
from tthc.analysis.durations import Convention, Overrun
from tthc.domain.deadline import Case, Deadline, Kind, Step, Unit
from tthc.text.deadline import parse
from tthc.text.figures import read_figure

CASES = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "cuts.yaml")

AREA = "các xã miền núi, hải đảo, vùng có điều kiện khó khăn"


def case(amount, unit=Unit.WORKING_DAY, when=None, *, extra=False):
    return Case(Decimal(amount), unit, when=when, extra=extra)


def conditional(*cases, headline=None):
    return Deadline("", Kind.CONDITIONAL, cases=cases, headline=headline)


def fixed(amount, unit=Unit.WORKING_DAY, when=None, headline=0):
    return Deadline("", Kind.FIXED, cases=(case(amount, unit, when),), headline=headline)


def compared(legal, local):
    return compare(legal, local, official())


def rate(comparison, convention=Convention.LIKE):
    amounts = comparison.amounts(convention)
    return None if amounts is None else amounts.rate


def printed(stated):
    """A rate as the cases write it; "-20%" is minus 20%."""
    figure = read_figure(stated.removeprefix("-"))
    sign = -1 if stated.startswith("-") else 1
    return sign * figure.value, sign * (figure.value if figure.high is None else figure.high), figure.unit


@pytest.mark.parametrize("stated", CASES, ids=lambda stated: stated["name"])
def test_cases(stated):
    legal, local = (parse(stated[side]) if side in stated else None for side in ("legal", "local"))
    found = compared(legal, local)
    assert found.reason == stated.get("reason")
    for name, text in stated.get("rates", {}).items():
        amounts = found.amounts(Convention(name))
        low, high, unit = printed(text)
        assert abs(amounts.rate - low) <= unit / 2
        assert abs(amounts.best_rate - high) <= unit / 2
    if "like" in stated:
        assert found.reason_under(Convention.LIKE) == stated["like"]
    assert found.overrun == stated.get("overrun")
    for flag in ("disguised", "plus_ten", "no_room", "kept"):
        assert getattr(found, flag) == stated.get(flag, False), flag


def test_case_with_case():
    legal = conditional(case(20), case(30, when="hồ sơ phức tạp"), headline=0)
    local = conditional(case(24, when="trường hợp phức tạp"), case(10), headline=1)
    found = compared(legal, local)
    assert {(pair.legal.maximum, pair.local.maximum) for pair in found.pairs} == {(20, 10), (30, 24)}
    assert rate(found) == Fraction(1, 2)
    assert found.several
    assert found.overrun is None


def test_the_ordinary_case_is_not_set_against_an_exception():
    found = compared(fixed(15), fixed(30, when=AREA, headline=None))
    assert found.reason is Reason.NOT_ALIGNED
    assert found.pairs == ()


def test_conditions_about_different_things_are_not_aligned():
    legal = conditional(case(10, when="cấp mới giấy phép"), case(5, when="cấp lại giấy phép"))
    local = conditional(case(8, when="cấp lại giấy phép bị mất"), case(9, when="cấp mới"))
    found = compared(legal, local)
    assert {(pair.legal.maximum, pair.local.maximum) for pair in found.pairs} == {(10, 9), (5, 8)}
    assert found.overrun is Overrun.CERTAIN
    assert found.main.legal.maximum == 10  # no ordinary case: the longest stands for the procedure


def test_one_duration_for_all_against_several_conditions():
    peers = conditional(case(8, when="cấp mới"), case(5, when="cấp lại"), case(20, when=AREA))
    found = compared(fixed(10), peers)
    assert [(pair.legal.maximum, pair.local.maximum) for pair in found.pairs] == [(10, 8), (10, 5)]
    assert rate(found) == Fraction(1, 5)  # the longest stands for the procedure
    assert (found.overrun, [case.maximum for case in found.surplus]) == (None, [20])
    found = compared(peers, fixed(7))
    assert [(pair.legal.maximum, pair.local.maximum) for pair in found.pairs] == [(8, 7), (5, 7)]
    assert found.overrun is Overrun.CERTAIN


def test_extras_with_extras():
    legal = conditional(case(15), case(10, when=AREA, extra=True), headline=0)
    local = conditional(case(12), case(10, when="xã đặc biệt khó khăn", extra=True), headline=0)
    found = compared(legal, local)
    assert [(pair.legal.extra, pair.local.extra) for pair in found.pairs] == [(False, False), (True, True)]
    assert rate(found) == Fraction(1, 5)
    assert found.surplus == ()


def test_an_addition_against_a_total():
    legal = conditional(case(15), case(10, when=AREA, extra=True), headline=0)
    local = conditional(case(12), case(22, when="vùng khó khăn"), headline=0)
    found = compared(legal, local)
    assert [(pair.legal.maximum, pair.local.maximum) for pair in found.pairs] == [(15, 12), (25, 22)]
    assert found.overrun is None


def test_ten_days_for_difficult_areas_that_the_law_does_not_have():
    found = compared(fixed(15), conditional(case(12), case(22, when=AREA), headline=0))
    assert rate(found) == Fraction(1, 5)
    assert found.overrun is None
    assert [surplus.maximum for surplus in found.surplus] == [22]
    assert found.plus_ten


def test_more_than_ten_days_are_not_explained():
    found = compared(fixed(15), conditional(case(12), case(40, when=AREA), headline=0))
    assert found.surplus
    assert not found.plus_ten


def test_stages_without_a_total_are_not_added_up():
    stages = Deadline("", Kind.STEPS, steps=(Step(Decimal(3), Unit.DAY), Step(Decimal(4), Unit.DAY)))
    assert compared(stages, fixed(5)).reason is Reason.STEPS
    extra = replace(stages, cases=(case(10, when=AREA, extra=True),))
    assert compared(fixed(5), extra).reason is Reason.STEPS
    total = Deadline("", Kind.STEPS, (case(10),), stages.steps, headline=0)
    assert rate(compared(total, fixed(5))) == Fraction(1, 2)


def test_a_text_that_is_not_understood_is_left_out():
    assert compared(Deadline("???", Kind.UNKNOWN), fixed(5)).reason is Reason.UNKNOWN


cases = st.builds(
    case,
    st.integers(1, 60),
    st.sampled_from([Unit.DAY, Unit.WORKING_DAY]),
    st.sampled_from([None, "hồ sơ phức tạp", "cấp mới", "cấp lại", AREA, "tổ chức", "cá nhân"]),
    extra=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(cases, min_size=1, max_size=4), st.lists(cases, min_size=1, max_size=4), st.randoms())
def test_the_order_of_cases_makes_no_difference(ours, theirs, random):
    shuffled = [random.sample(side, len(side)) for side in (ours, theirs)]
    one = compared(conditional(*ours), conditional(*theirs))
    other = compared(conditional(*shuffled[0]), conditional(*shuffled[1]))
    assert rate(one, Convention.NOMINAL) == rate(other, Convention.NOMINAL)
    assert (one.overrun, one.plus_ten, one.reason) == (other.overrun, other.plus_ten, other.reason)

    def values(found):
        return sorted(
            (*(str(pair.legal.maximum), str(pair.local.maximum)), pair.legal.when or "", pair.local.when or "")
            for pair in found.pairs
        )

    assert values(one) == values(other)


@settings(max_examples=60, deadline=None)
@given(st.lists(cases, min_size=1, max_size=4))
def test_what_is_kept_is_not_cut_and_not_longer(stated):
    deadline = conditional(*stated)
    found = compared(deadline, deadline)
    assert found.overrun is None
    assert all(not (at := pair.measure.amounts(by)) or at.rate == 0 for pair in found.pairs for by in Convention)
