from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tthc.domain.deadline import Case, Deadline, Kind, Step, Unit
from tthc.text.deadline import parse, render

TEXTS = [case["text"] for case in YAML(typ="safe").load(Path(__file__).parents[2] / "cases" / "deadlines.yaml")]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("5 Ngày làm việc", "05 ngày làm việc"),
        ("Trong thời hạn 7.50 ngày kể từ ngày nhận hồ sơ", "7,5 ngày"),
        ("120 ngày", "120 ngày"),
        ("Từ 3 đến 10 ngày", "03 - 10 ngày"),
        ("15 ngày. Trường hợp phức tạp thì không quá 30 ngày.", "15 ngày; Trường hợp phức tạp: 30 ngày"),
        ("8 ngày, vùng khó khăn tăng thêm 10 ngày", "08 ngày; trường hợp vùng khó khăn: tăng thêm 10 ngày"),
        (
            "15 ngày (Sở Y tế 10 ngày; Ủy ban nhân dân 5 ngày)",
            "15 ngày, trong đó: bước 1 (Sở Y tế): 10 ngày; bước 2 (Ủy ban nhân dân): 05 ngày",
        ),
        ("4 ngày và 20 ngày làm việc", "bước 1: 04 ngày; bước 2: 20 ngày làm việc"),
        ("giải quyết ngay trong ngày", "trong ngày làm việc"),
        ("Thời hạn: không quy định", "không quy định"),
        ("10-25", "10 - 25"),
        ("qua bưu điện", ""),
        ("3 ngày, 5 ngày", "3 ngày, 5 ngày"),
    ],
)
def test_canonical_wording(text, canonical):
    assert render(parse(text)) == canonical


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:60])
def test_canonical_wording_means_the_same(text):
    deadline = parse(text)
    assert meaning(parse(render(deadline))) == meaning(deadline)


amounts = st.one_of(
    st.integers(1, 400).map(Decimal),
    st.decimals(Decimal("0.25"), Decimal(200), places=2).map(lambda value: value.quantize(Decimal("0.25"))),
).filter(bool)
units = st.sampled_from(Unit)
conditions = st.sampled_from(["phức tạp", "phải xác minh", "cấp lại", "đối với xã đảo", "nếu nộp trực tuyến", "nhóm A"])
bodies = st.sampled_from([None, "Sở Y tế", "Ủy ban nhân dân cấp xã", "Cục Thuế"])
stages = st.lists(st.builds(Step, amounts, units, who=bodies), min_size=2, max_size=4).map(tuple)


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    """A deadline as `parse` gives it, in each of the kinds."""
    kind = draw(st.sampled_from([Kind.FIXED, Kind.CONDITIONAL, Kind.STEPS, Kind.IMMEDIATE]))
    ordinary = draw(st.builds(Case, amounts, units))
    if kind is Kind.FIXED:
        return Deadline("", kind, (ordinary,), headline=0)
    if kind is Kind.STEPS:
        return Deadline("", kind, steps=draw(stages))
    whens = draw(st.lists(conditions, min_size=1, max_size=3, unique=True))
    others = [draw(st.builds(Case, amounts, units, when=st.just(when))) for when in whens]
    if kind is Kind.IMMEDIATE:
        return Deadline("", kind, tuple(others))
    extras = draw(st.lists(st.builds(Case, amounts, units, extra=st.just(True)), max_size=1))
    return Deadline("", kind, (ordinary, *others, *extras), headline=0)


@given(deadlines())
@settings(max_examples=200)
def test_any_deadline_is_read_back(deadline: Deadline) -> None:
    assert meaning(parse(render(deadline))) == meaning(deadline)


def meaning(deadline):
    cases = {(case.minimum, case.maximum, case.unit, case.extra) for case in deadline.cases}
    ordinary = deadline.headline_case
    kind = deadline.kind
    if kind is Kind.CONDITIONAL and len(cases) == 1 and not any(extra for *_, extra in cases):
        kind = Kind.FIXED  # every condition has the same duration
    stages = [(step.maximum, step.unit) for step in deadline.steps]
    return kind, cases, stages, ordinary and (ordinary.maximum, ordinary.unit)
