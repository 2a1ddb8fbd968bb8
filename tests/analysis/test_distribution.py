"""The bands of rates."""

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
    ("legal", "local", "expected"),
    [
        ("100000 giờ", "100001 giờ", Band.LONGER),
        ("100000 giờ", "100000 giờ", Band.NONE),
        ("100000 giờ", "99999 giờ", Band.BELOW_30),
        ("100000 giờ", "70004 giờ", Band.BELOW_30),
        ("100000 giờ", "70000 giờ", Band.FROM_30),
        ("100000 giờ", "50001 giờ", Band.FROM_30),
        ("100000 giờ", "50000 giờ", Band.FROM_50),
        ("100000 giờ", "30001 giờ", Band.FROM_50),
        ("100000 giờ", "30000 giờ", Band.FROM_70),
        ("15 ngày", "15 ngày làm việc", Band.LONGER),  # 0% by the nominal convention, and later on every day
        ("30 ngày làm việc", "33 ngày", Band.NONE),  # below zero by the nominal convention, and never later
        ("10 ngày", None, None),
    ],
)
def test_a_bound_belongs_to_the_band_above_it(compared, legal, local, expected):
    (row,) = compared((legal, local))
    assert band(row, Convention.NOMINAL) is expected


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
