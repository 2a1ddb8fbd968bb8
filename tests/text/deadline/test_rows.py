"""A deadline that was kept is the deadline that was read."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tthc.domain.deadline import Case, Deadline, Ignored, Kind, Span, Step, Unit
from tthc.text import deadline as module
from tthc.text.deadline import parse, remember, to_row
from tthc.text.deadline.rows import from_row

AMOUNTS = st.decimals(0, 10**9, places=2) | st.just(Decimal("0.5"))
SPANS = st.none() | st.builds(Span, st.integers(0, 99), st.integers(0, 99))
WORDS = st.none() | st.text(max_size=9)
DEADLINES = st.builds(
    Deadline,
    st.text(max_size=9),
    st.sampled_from(Kind),
    st.lists(
        st.builds(
            Case, AMOUNTS, st.none() | st.sampled_from(Unit), st.none() | AMOUNTS, WORDS, st.booleans(), SPANS, SPANS
        ),
        max_size=3,
    ).map(tuple),
    st.lists(st.builds(Step, AMOUNTS, st.sampled_from(Unit), WORDS, SPANS), max_size=3).map(tuple),
    st.none() | st.integers(0, 3),
    WORDS,
    st.lists(st.builds(Ignored, st.builds(Span, st.integers(), st.integers()), st.text(max_size=5)), max_size=2).map(
        tuple
    ),
)


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """What these tests make the parser remember is forgotten afterwards."""
    parse.cache_clear()
    yield
    remember({})
    parse.cache_clear()


@given(DEADLINES)
def test_a_row_of_json_gives_the_deadline_back(deadline: Deadline) -> None:
    back = from_row(deadline.text, json.loads(json.dumps(to_row(deadline))))
    assert back == deadline
    assert repr(back) == repr(deadline)  # also where Decimal("1") equals Decimal("1.00")


def test_what_is_remembered_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = YAML(typ="safe").load(Path(__file__).parents[2] / "cases" / "deadlines.yaml")
    texts = list(_texts(cases))
    assert len(texts) > 50
    plain = [parse(text) for text in texts]
    remember(json.loads(json.dumps({text: to_row(parse(text)) for text in texts})))
    parse.cache_clear()

    def read(_text: str) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(module, "lex", read)
    assert [parse(text) for text in texts] == plain


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


@pytest.mark.parametrize(
    "row",
    [
        None,
        1,
        "x",
        [],
        {},
        ["fixed"],
        ["?", [], [], None, None, []],
        ["fixed", [["x", "day"]], [], None, None, []],
        ["fixed", [["x", "day", None, None, False, None, None]], [], None, None, []],
    ],
    ids=str,
)
def test_damage_does_no_harm(row: Any) -> None:
    plain = parse("5 ngày làm việc")
    remember({"5 ngày làm việc": row})
    parse.cache_clear()
    assert parse("5 ngày làm việc") == plain
