"""The bands of rates."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.analysis.calendars import official
from tthc.analysis.cuts import rows, summarise
from tthc.analysis.distribution import Band, band, distribution
from tthc.analysis.durations import Convention
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.procedure import Legal, Local, Procedure


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        ("-1/100000", Band.LONGER),
        ("0", Band.NONE),
        ("1/100000", Band.BELOW_30),
        ("29996/100000", Band.BELOW_30),
        ("3/10", Band.FROM_30),
        ("49999/100000", Band.FROM_30),
        ("1/2", Band.FROM_50),
        ("69999/100000", Band.FROM_50),
        ("7/10", Band.FROM_70),
        ("1", Band.FROM_70),
    ],
)
def test_a_bound_belongs_to_the_band_above_it(rate, expected):
    assert band(Fraction(rate)) is expected


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(1, 40), st.sampled_from(["ngày", "ngày làm việc"]))))
def test_every_compared_procedure_stands_in_one_band(pairs):
    entries = [
        Entry(Procedure("x", legal=Legal(f"{legal} ngày"), local=Local(f"{local} {unit}")), "a", "b", Location("c", 1))
        for legal, local, unit in pairs
    ]
    found = rows(entries, official())
    for convention in (Convention.LIKE, Convention.NOMINAL):
        spread, summary = dict(distribution(found, convention)), summarise(found, convention)
        assert list(spread) == list(Band)
        assert sum(spread.values()) == summary.compared
        assert (spread[Band.LONGER], spread[Band.NONE]) == (summary.lengthened, summary.kept)
