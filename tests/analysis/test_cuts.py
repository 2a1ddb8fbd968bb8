from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tthc.analysis.calendars import official
from tthc.analysis.comparison import Reason
from tthc.analysis.cuts import Longer, Outcome, Pooled, rows, summarise
from tthc.analysis.durations import Convention, Overrun
from tthc.domain.deadline import Unit
from tthc.domain.level import Channel, Level, Status
from tthc.domain.procedure import ChannelEntry, DeadlineCase

LIKE, NOMINAL = Convention.LIKE, Convention.NOMINAL


def test_three_averages_that_can_be_rebuilt_by_hand(compared):
    found = compared(
        ("10 ngày làm việc", "5 ngày làm việc"),
        ("30 ngày làm việc", "24 ngày làm việc"),
        ("20 ngày làm việc", "20 ngày làm việc"),
    )
    summary = summarise(found, LIKE)
    assert (summary.total, summary.compared, summary.cut, summary.kept) == (3, 3, 2, 1)
    assert summary.mean_compared == Fraction(7, 30)  # (1/2 + 1/5 + 0) / 3
    assert summary.mean_cut == Fraction(7, 20)  # (1/2 + 1/5) / 2
    assert summary.pooled == (Pooled(Unit.WORKING_DAY, 3, Fraction(60), Fraction(49)),)
    assert summary.pooled[0].rate == Fraction(11, 60)


@pytest.mark.parametrize(
    ("legal", "local", "outcome", "longer"),
    [
        ("15 ngày", "15 ngày làm việc", Outcome.LONGER, Longer.UNIT),  # 0% by the nominal convention
        ("15 ngày", "14 ngày làm việc", Outcome.LONGER, Longer.UNIT),  # even a "cut"
        ("10 ngày", "12 ngày", Outcome.LONGER, Longer.RATE),
        (
            "thông thường: 30 ngày; phức tạp: 45 ngày",
            "thông thường: 15 ngày; phức tạp: 50 ngày",
            Outcome.LONGER,
            Longer.PART,
        ),
        ("Trong ngày", "02 ngày làm việc", None, Longer.NO_RATE),
        ("15 ngày", "10 ngày làm việc", Outcome.CUT, None),  # later on some days of receipt: to be checked
        ("30 ngày làm việc", "33 ngày", Outcome.KEPT, None),  # below zero by the convention, and never later
        ("10 ngày", "10 ngày", Outcome.KEPT, None),
        ("10 ngày", None, None, None),
    ],
)
def test_what_is_certainly_longer_is_neither_cut_nor_kept(compared, legal, local, outcome, longer):
    (row,) = found = compared((legal, local))
    assert (row.outcome(NOMINAL), row.longer(NOMINAL)) == (outcome, longer)
    summary = summarise(found, NOMINAL)
    assert summary.longer == (((longer, 1),) if longer else ())
    assert dict(summary.overruns).get(Overrun.CERTAIN, 0) == sum(n for _how, n in summary.longer)


def test_a_channel_that_is_longer_makes_the_procedure_longer(entry):
    online = ChannelEntry(Channel.ONLINE, local_deadline="12 ngày")
    (row,) = rows([entry("10 ngày", "5 ngày", channels=(online,))], official())
    assert (row.outcome(NOMINAL), row.longer(NOMINAL)) == (Outcome.LONGER, Longer.PART)


def test_units_are_pooled_apart_like_for_like_and_together_only_under_a_named_convention(compared):
    found = compared(
        ("10 ngày làm việc", "5 ngày làm việc"),
        ("30 ngày", "15 ngày"),
        ("8 giờ", "2 giờ"),
        ("40 ngày", "9 ngày làm việc"),
    )
    like = summarise(found, LIKE)
    assert [(pooled.unit, pooled.n, pooled.cut) for pooled in like.pooled] == [
        (Unit.HOUR, 1, 6),
        (Unit.DAY, 1, 15),
        (Unit.WORKING_DAY, 1, 5),
    ]
    assert like.left_out == ((Reason.UNITS_DIFFER, 1),)
    nominal = summarise(found, NOMINAL)
    assert [(pooled.unit, pooled.n) for pooled in nominal.pooled] == [(None, 4)]
    assert nominal.pooled[0].legal == 80 + Fraction(1, 3)


def test_what_is_left_out_says_why(compared):
    found = compared(
        ("5 ngày", "4 ngày"), (None, "5 ngày"), ("5 ngày", None), ("Không quy định", "5 ngày"), ("Không quy định", None)
    )
    summary = summarise(found, NOMINAL)
    assert summary.compared == 1
    assert dict(summary.left_out) == {Reason.NO_LEGAL: 1, Reason.NO_LOCAL: 2, Reason.UNSPECIFIED: 1}


def test_procedures_out_of_force_or_of_vertical_agencies_are_left_out(entry):
    pair = ("10 ngày", "5 ngày")
    entries = [
        entry(*pair, "1"),
        entry(*pair, "2", status=Status.REPEALED),
        entry(*pair, "3", level=(Level.VERTICAL,)),
        entry(*pair, "4", level=(Level.PROVINCE, Level.VERTICAL)),
    ]
    summary = summarise(rows(entries, official()), LIKE)
    assert summary.compared == 2
    assert summary.left_out == ((Reason.NOT_ACTIVE, 1), (Reason.VERTICAL, 1))


def test_weighted_by_dossiers(compared):
    found = compared(
        ("10 ngày", "5 ngày"),
        ("10 ngày", "10 ngày"),
        ("10 ngày", "1 ngày"),
        dossiers={"9.000001": 300, "9.000002": 100},
    )
    weighted = summarise(found, LIKE).weighted
    assert (weighted.n, weighted.dossiers) == (2, 400)
    assert weighted.rate == Fraction(3, 8)  # (300 x 1/2 + 100 x 0) / 400
    assert weighted.pooled[0].cut == 1500  # days of waiting saved in a year
    assert summarise(compared(("10 ngày", "5 ngày")), LIKE).weighted is None


def test_overruns_are_counted_whatever_the_convention(compared):
    found = compared(("15 ngày", "15 ngày làm việc"), ("5 ngày", "6 ngày"), ("15 ngày", "12 ngày làm việc"))
    for convention in Convention:
        assert summarise(found, convention).overruns == ((Overrun.CERTAIN, 2), (Overrun.MOSTLY, 1))


def test_nothing_to_compare_has_no_average():
    summary = summarise((), NOMINAL)
    assert (summary.mean_compared, summary.mean_cut, summary.pooled) == (None, None, ())


def test_no_room_is_counted_among_those_kept(compared):
    found = compared(("01 ngày làm việc", "01 ngày làm việc"), ("02 ngày làm việc", "01 ngày làm việc"))
    summary = summarise(found, LIKE)
    assert (summary.kept, summary.no_room) == (1, 1)


def test_a_list_of_cases(entry):
    legal = (DeadlineCase("Trường hợp thông thường", "30 ngày"), DeadlineCase("Hồ sơ phức tạp", "45 ngày"))
    local = (DeadlineCase("Hồ sơ phức tạp", "40 ngày"), DeadlineCase("Thông thường", "20 ngày"))
    (row,) = rows([entry(legal, local)], official())
    assert row.amounts(LIKE).rate == Fraction(1, 3)
    assert len(row.comparison.pairs) == 2


def test_channels_with_deadlines_of_their_own(entry):
    channels = (
        ChannelEntry(Channel.ONLINE, legal_deadline="10 ngày", local_deadline="4 ngày"),
        ChannelEntry(Channel.POST, legal_deadline="10 ngày", local_deadline="8 ngày"),
        ChannelEntry(Channel.DIRECT),
    )
    (row,) = rows([entry(channels=channels)], official())
    assert [(channel, compared.amounts(LIKE).rate) for channel, compared in row.channels] == [
        (Channel.ONLINE, Fraction(3, 5)),
        (Channel.POST, Fraction(1, 5)),
    ]
    assert row.channel is Channel.POST  # the slowest stands for the procedure
    assert row.amounts(LIKE).rate == Fraction(1, 5)


def test_the_overrun_of_a_channel_is_not_lost(entry):
    channels = (ChannelEntry(Channel.POST, local_deadline="12 ngày"),)
    found = rows([entry("10 ngày", "5 ngày", channels=channels)], official())
    assert found[0].gravest.local.text == "12 ngày"
    assert summarise(found, LIKE).overruns == ((Overrun.CERTAIN, 1),)


def test_a_channel_may_shorten_the_deadline_of_the_procedure(entry):
    channels = (ChannelEntry(Channel.ONLINE, local_deadline="2 ngày"),)
    (row,) = rows([entry("10 ngày", "5 ngày", channels=channels)], official())
    assert row.channel is None
    assert row.amounts(LIKE).rate == Fraction(1, 2)
    assert row.channels[0][1].amounts(LIKE).rate == Fraction(4, 5)


pairs = st.tuples(
    st.integers(1, 60), st.integers(1, 60), st.sampled_from([Unit.DAY, Unit.WORKING_DAY]), st.integers(0, 500)
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(pairs, min_size=1, max_size=12))
def test_averages_follow_their_formulas_in_any_order(compared, found):
    words = {Unit.DAY: "ngày", Unit.WORKING_DAY: "ngày làm việc"}
    texts = [(f"{legal} {words[unit]}", f"{local} {words[unit]}") for legal, local, unit, _n in found]
    dossiers = {f"9.{n:06}": volume for n, (*_pair, volume) in enumerate(found, 1)}
    all_rows = compared(*texts, dossiers=dossiers)
    rates = [1 - Fraction(local, legal) for legal, local, _unit, _n in found]
    for convention in (LIKE, NOMINAL):
        summary = summarise(all_rows, convention)
        assert summary == summarise(tuple(reversed(all_rows)), convention)
        assert summary.mean_compared == sum(rates) / len(rates)
        cut = [rate for rate in rates if rate > 0]
        assert summary.mean_cut == (sum(cut) / len(cut) if cut else None)
        assert sum(pooled.legal for pooled in summary.pooled) == sum(legal for legal, *_rest in found)
        assert sum(pooled.cut for pooled in summary.pooled) == sum(legal - local for legal, local, *_rest in found)
        volumes = [volume for *_pair, volume in found]
        expected = sum(r * v for r, v in zip(rates, volumes, strict=True)) / sum(volumes) if sum(volumes) else None
        assert summary.weighted.rate == expected


@pytest.mark.parametrize("local", ["5 ngày", "2,5 ngày"])
def test_rates_are_exact(compared, local):
    (row,) = compared(("15 ngày", local))
    assert row.amounts(LIKE).rate == 1 - Fraction(Decimal(local.split()[0].replace(",", "."))) / 15
