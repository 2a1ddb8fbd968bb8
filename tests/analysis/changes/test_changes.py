"""What an edit changed: cases that an officer can write, and what holds for any two editions."""

import random
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.analysis.calendars import official
from tthc.analysis.changes.changes import Kind, changes
from tthc.analysis.changes.deadlines import Trend
from tthc.catalogue.reader import read_text

CASES = read_text((Path(__file__).parents[2] / "cases" / "changes.yaml").read_bytes()).data


def compared(before, after, **options):
    return changes(before, after, official(), **options)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_case(case, record, edition):
    sides = [edition(*([record(case[side])] if case[side] is not None else [])) for side in ("before", "after")]
    found = compared(*sides)
    if case["kind"] == "unchanged":
        assert (found.changes, found.unchanged) == ((), 1)
        return
    (change,) = found.changes
    assert change.kind == case["kind"]
    assert [*change.parts] == case.get("parts", []) or change.kind is not Kind.AMENDED
    assert change.trend == case.get("trend")
    assert change.papers.heavier == case.get("heavier", False)
    assert change.dearer == case.get("dearer", False)
    assert change.online == case.get("online", 0)
    if "cut" in case:
        assert change.cut == tuple(Fraction(rate.rstrip("%")) / 100 for rate in case["cut"])


def test_a_record_that_moves_is_not_changed(record, edition):
    file, field, agency = (
        record(file="procedures/y.yaml"),
        record(field="Đất đai"),
        record(agency="so-tai-chinh", file="procedures/y.yaml"),
    )
    for after in (file, field, agency):
        (change,) = compared(edition(record()), edition(after)).changes
        assert change.kind is Kind.MOVED
    (change,) = compared(edition(record()), edition(record({"fee": "Không"}, field="Đất đai"))).changes
    assert (change.kind, change.parts) == (Kind.AMENDED, ("fee", "field"))
    assert compared(edition(record()), edition(record(line=9))).changes == ()


def test_figures_count_procedures_in_force(record, edition):
    def side(*rates):
        return edition(
            *(
                record(
                    code=f"9.{n:06}",
                    level="province" if n else "commune",
                    legal={"deadline": "10 ngày"},
                    local={"deadline": f"{local} ngày"},
                    online={"level": "full" if n else "partial"},
                )
                for n, local in enumerate(rates)
            ),
            record(code="9.999999", status="repealed"),
        )

    found = compared(side(5, 5), side(5, 4, 3))
    assert (found.before.in_force, found.after.in_force) == (2, 3)
    assert (found.before.by_level, found.after.by_level) == (
        {("commune",): 1, ("province",): 1},
        {("commune",): 1, ("province",): 2},
    )
    assert (found.before.cuts.mean_compared, found.after.cuts.mean_compared) == (Fraction(1, 2), Fraction(3, 5))
    assert (found.before.online.full, found.after.online.full) == (1, 2)


def test_part_of_the_changes(record, edition):
    """A record that leaves the chosen field, or enters it, is among them."""
    before = edition(record(code="9.000001", field="A"), record(code="9.000002", field="B"))
    after = edition(record(code="9.000001", field="B"), record(code="9.000002", field="B", fee="Không"))
    found = compared(before, after, chosen=lambda entry: entry.field == "A")
    assert [change.kind for change in found.changes] == [Kind.MOVED]
    assert (found.before.in_force, found.after.in_force) == (1, 0)


DEADLINES = st.sampled_from(
    [None, "5 ngày", "7 ngày", "05 ngày", "5 ngày làm việc", "20 ngày làm việc", "trong ngày", "không quy định", "5"]
)
SIDES = st.fixed_dictionaries(
    {
        "code": st.sampled_from([None, "9.000001", "9.000002", "9.000002.H49", "9.000003"]),
        "name": st.sampled_from(["Cấp giấy phép", "cấp giấy phép", "Cấp lại giấy phép"]),
        "level": st.sampled_from(["province", "commune"]),
        "status": st.sampled_from(["active", "active", "amended", "repealed"]),
        "local": st.fixed_dictionaries({"deadline": DEADLINES}),
        "dossier": st.sampled_from([[], ["Đơn"], ["Đơn", "Bản vẽ"]]),
    }
)
EDITIONS = st.lists(st.tuples(SIDES, st.sampled_from(["a.yaml", "b.yaml"])), max_size=6)
OPPOSITE = {
    Trend.LONGER: {Trend.SHORTER, Trend.LONGER},  # of several cases, one can be longer and another shorter
    Trend.SHORTER: {Trend.LONGER},
    Trend.DROPPED: {Trend.STATED},
    Trend.STATED: {Trend.DROPPED},
}


@settings(max_examples=60)
@given(first=EDITIONS, second=EDITIONS, seed=st.integers())
def test_any_two_editions(record, edition, first, second, seed):
    def entries(sides):
        return [record(side, file=file, line=n) for n, (side, file) in enumerate(sides)]

    before, after = entries(first), entries(second)
    there = compared(edition(*before), edition(*after))
    assert compared(edition(*before), edition(*before)).changes == ()

    shuffled = [random.Random(seed).sample(side, len(side)) for side in (before, after)]
    assert compared(*(edition(*side) for side in shuffled)) == there

    back = compared(edition(*after), edition(*before))
    assert there.unchanged == back.unchanged
    assert (there.before, there.after) == (back.after, back.before)
    assert {id(change.pair.after) for change in there.of(Kind.NEW)} == {
        id(change.pair.before) for change in back.of(Kind.REMOVED)
    }
    mirrored = {(id(change.pair.after), id(change.pair.before)): change for change in back.changes}
    for change in there.changes:
        other = mirrored[id(change.pair.before), id(change.pair.after)]
        assert set(change.parts) == set(other.parts)
        if change.trend:
            assert other.trend in OPPOSITE.get(change.trend, {change.trend})
        assert len(change.papers.added) == len(other.papers.removed)
    came, went = len(there.of(Kind.NEW)), len(there.of(Kind.REMOVED))
    assert there.before.in_force + came - went == there.after.in_force
