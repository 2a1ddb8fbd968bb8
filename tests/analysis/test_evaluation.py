"""Rates, intervals and groups against figures computed by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.evaluation import LabelledDeadline, LabelledPair, Share, of_deadlines, of_pairs
from tthc.domain.deadline import Case, Deadline, Kind, Unit
from tthc.text.deadline import parse

D, L, U = Relation.DUPLICATE, Relation.LEVEL, Relation.UNRELATED


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(0, 10, "0.000", "0.278"), (10, 10, "0.722", "1.000"), (8, 10, "0.490", "0.943"), (95, 100, "0.888", "0.978")],
)
def test_wilson_intervals_of_textbooks(part, whole, low, high):
    interval = Share(part, whole).interval
    assert interval is not None
    assert [f"{float(bound):.3f}" for bound in interval] == [low, high]


def test_nothing_has_no_rate():
    assert Share(0, 0).rate is Share(0, 0).interval is None


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_rate_lies_in_its_interval(counts):
    share = Share(*counts)
    assert share.interval is not None
    low, high = share.interval
    assert 0 <= low < high <= 1
    assert low - Fraction(1, 10**20) <= share.rate <= high + Fraction(1, 10**20)


PAIRS = [
    LabelledPair("a", "b", D, D),
    LabelledPair("c", "d", D, U),
    LabelledPair("e", "f", U, D),
    LabelledPair("g", "h", U, U),
    LabelledPair("i", "j", L, L),
]


def test_precision_recall_and_confusion():
    result = of_pairs(PAIRS)
    score = result.score(D)
    assert (score.precision.rate, score.recall.rate, score.f1) == (Fraction(1, 2), Fraction(1, 2), Fraction(1, 2))
    assert result.accuracy == Share(3, 5)
    assert dict(result.confusion) == {(D, D): 1, (D, U): 1, (U, D): 1, (U, U): 1, (L, L): 1}
    assert result.macro_f1 == (Fraction(1, 2) + 1 + Fraction(1, 2)) / 3
    assert result.score(Relation.SCOPE).f1 is None


def test_b_cubed():
    groups = of_pairs(PAIRS).groups
    assert (groups.n, groups.precision, groups.recall) == (10, Fraction(9, 10), Fraction(9, 10))
    assert groups.f1 == Fraction(9, 10)


def test_groups_hold_over_several_pairs():
    chain = [LabelledPair("a", "b", D, D), LabelledPair("b", "c", D, U)]
    groups = of_pairs(chain).groups
    assert (groups.precision, groups.recall) == (1, (Fraction(2, 3) + Fraction(2, 3) + Fraction(1, 3)) / 3)


def test_no_pairs():
    result = of_pairs([])
    assert (result.n, result.accuracy.rate, result.macro_f1, result.groups.n) == (0, None, None, 0)


def labelled(text, *cases, kind=Kind.FIXED, headline=0, difficulty="easy"):
    truth = Deadline(text, kind, tuple(Case(Decimal(n), unit) for n, unit in cases), headline=headline)
    return LabelledDeadline(truth, parse(text), difficulty)


def test_deadlines_by_difficulty():
    shares = of_deadlines(
        [
            labelled("5 ngày làm việc", ("5", Unit.WORKING_DAY)),
            labelled("5 ngày", ("5", Unit.WORKING_DAY)),
            labelled("2,5 ngày", ("2.50", Unit.DAY), difficulty="hard"),
            labelled("90 phút", ("1.5", Unit.HOUR), difficulty="hard"),
        ]
    )
    assert shares == {"easy": Share(1, 2), "hard": Share(2, 2)}


@pytest.mark.parametrize("change", [{"kind": Kind.CONDITIONAL}, {"headline": None}])
def test_kind_and_ordinary_case_count_too(change):
    assert of_deadlines([labelled("5 ngày", ("5", Unit.DAY), **change)]) == {"easy": Share(0, 1)}
