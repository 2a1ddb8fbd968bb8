"""Values of closed lists, typed as people say them."""

from collections.abc import Iterable

import pytest

from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.durations import Convention
from tthc.analysis.online.choice import CHOICES
from tthc.domain.decision import Judgement
from tthc.domain.finding import Severity
from tthc.domain.level import Channel, Level, OnlineLevel
from tthc.report.cuts import GROUPS as CUTS
from tthc.report.findings import GROUPINGS
from tthc.text import vocabulary
from tthc.text.vocabulary import GROUPS, LEVELS, VERDICTS, listed, meant, near, words_of


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (LEVELS, Level),
        (vocabulary.ONLINE_LEVELS, OnlineLevel),
        (vocabulary.CHANNELS, Channel),
        (VERDICTS, Judgement),
        (GROUPS, {*CUTS, *GROUPINGS}),
        (vocabulary.SEVERITIES, [severity.key for severity in Severity]),
        (vocabulary.CONVENTIONS, Convention),
        (vocabulary.ONLINE_CHOICES, CHOICES),
        (vocabulary.RELATIONS, set(Relation) - {Relation.UNRELATED}),
    ],
)
def test_every_value_has_its_words(words: vocabulary.Words, values: Iterable[str]) -> None:
    assert set(words) == set(values)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tỉnh", "province"),
        ("cấp xã", "commune"),
        ("CAP XA", "commune"),
        ("Bộ", "ministry"),
        ("ngànhdọc", "vertical"),
        ("province", "province"),
        ("cấp", None),  # of every level
        ("thôn", None),
        ("", None),
    ],
)
def test_levels_in_vietnamese(text: str, value: str | None) -> None:
    assert meant(text, LEVELS) == value


def test_the_district_is_understood_and_not_proposed() -> None:
    assert meant("huyện", LEVELS) == "district"
    assert "district" not in listed(LEVELS)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("linhvuc", GROUPS, "field"),
        ("feild", GROUPS, "field"),
        ("khac", VERDICTS, "different"),
        ("diferent", VERDICTS, "different"),
        ("xyz", VERDICTS, None),
        ("", {"vi": "", "en": ""}, None),
        ("commun", words_of(["commune", "x"]), "commune"),
    ],
)
def test_near_values(text: str, words: vocabulary.Words, value: str | None) -> None:
    assert near(text, words) == value
