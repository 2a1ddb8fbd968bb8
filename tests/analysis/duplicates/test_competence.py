"""Who can put a repetition right."""

import pytest

from tthc.analysis.duplicates.certain import Kind
from tthc.analysis.duplicates.competence import decider
from tthc.analysis.duplicates.findings import Repeat
from tthc.analysis.online.criteria import Decider
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.procedure import Procedure


def entry(code, **more):
    return Entry(Procedure(name="Cấp phép", code=code, **more), "so-a", "Lĩnh vực", Location("a.yaml", 4))


OURS = {"formality": "local"}


@pytest.mark.parametrize(
    ("kind", "entries", "by"),
    [
        (Kind.NEAR, [entry("1.000001"), entry("1.000002")], Decider.MINISTRY),
        (Kind.OVERLAP, [entry("1.000001"), entry("2.000002")], Decider.MINISTRY),
        (Kind.NEAR, [entry("1.000001"), entry(None)], Decider.PROVINCE),
        (Kind.NEAR, [entry("1.000001"), entry("1.000002", **OURS)], Decider.PROVINCE),
        (Kind.NEAR, [entry("6.000001", internal=True), entry("6.000002", internal=True)], Decider.PROVINCE),
        (Kind.RECORD, [entry("1.000001"), entry("1.000001.H49")], Decider.PROVINCE),
        (Kind.DEADLINES, [entry("1.000001"), entry("1.000001")], Decider.PROVINCE),
        (Kind.LEVELS, [entry("1.000001"), entry("1.000002")], Decider.PROVINCE),
        (Kind.REPEALED, [entry("1.000001")], Decider.PROVINCE),
    ],
)
def test_the_province_keeps_its_list_and_ministries_what_they_announced(kind, entries, by):
    assert decider(Repeat(kind, tuple(entries))) is by
