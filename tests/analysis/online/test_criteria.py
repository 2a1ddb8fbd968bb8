"""The regimes of online service, chosen by the day."""

from datetime import date

import pytest

from tthc.analysis.online import checks
from tthc.analysis.online.criteria import Decider, Key, NoRegimeError, regime, regimes
from tthc.domain.level import PartialReason


@pytest.mark.parametrize(
    ("day", "since"),
    [
        (date(2026, 7, 1), date(2026, 7, 1)),
        (date(2030, 1, 1), date(2026, 7, 1)),
        (date(2026, 6, 30), date(2022, 8, 15)),
        (date(2022, 8, 15), date(2022, 8, 15)),
        (date(2022, 8, 14), date(2011, 6, 13)),
    ],
)
def test_the_regime_of_a_day(day: date, since: date):
    assert regime(day).since == since


def test_before_the_first_regime_there_is_none():
    with pytest.raises(NoRegimeError) as caught:
        regime(date(2000, 1, 1))
    assert caught.value.first == date(2011, 6, 13)


def test_the_four_reasons_of_2026():
    now = regime(date(2026, 7, 1))
    assert set(now.reasons) == set(PartialReason)
    assert {reason for reason, row in now.reasons.items() if row.needs_basis} == {
        PartialReason.PRESENCE,
        PartialReason.SITE_VISIT,
    }
    assert now.full_by_default
    assert not regime(date(2026, 6, 30)).reasons_are_published


def test_every_criterion_has_a_ground_a_decider_and_a_check():
    for each in regimes():
        assert len({criterion.key for criterion in each.criteria}) == len(each.criteria)
        for criterion in each.criteria:
            assert criterion.ground
            assert criterion.decides in Decider
    assert set(checks._ANSWERS) == set(Key)


def test_what_was_not_read_in_the_law_is_not_called_verified():
    now = regime(date(2026, 7, 1))
    inferred = {criterion.key for criterion in now.criteria if not criterion.verified}
    assert inferred == {Key.DELIVERY, Key.ORIGINAL_SHOWN, Key.ORIGINAL_KEPT}
    assert not any(criterion.verified for criterion in regime(date(2025, 1, 1)).criteria)
