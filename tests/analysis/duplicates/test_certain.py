"""What is certain is the same for `tthc check` and `tthc duplicates`: who clashes with whom, and officers' words."""

from datetime import date

import pytest

from tthc.analysis.duplicates.certain import Kind, certain, clashes
from tthc.analysis.duplicates.decisions import party
from tthc.analysis.duplicates.findings import findings
from tthc.analysis.duplicates.survey import survey
from tthc.domain.decision import Decision, Judgement

FERRY = {"code": "9.000001", "name": "Cấp phép bến đò", "level": "province"}
LAW = {"legal": {"basis": ["23/2004/QH11"]}}


def said(catalogue):
    return [
        (found.kind, earlier.location.line // 10, entry.location.line // 10)
        for found in certain(catalogue)
        for earlier, entry in clashes(found)
    ]


CASES = {
    "three of one code": ([{}, {}], [(Kind.CODE, 1, 2), (Kind.CODE, 1, 3)]),
    "a code of no known form": (
        [{"code": "T-1", "name": "Mở bến"}, {"code": " T-1 ", "name": "Mở bến"}],
        [(Kind.CODE, 2, 3)],
    ),
    "one of three deadlines differs": (
        [{"local": {"deadline": "5 ngày"}}, {"local": {"deadline": "05 ngày"}}, {"local": {"deadline": "7 ngày"}}],
        [(Kind.DEADLINES, 2, 4)],
    ),
    "the legal deadline differs": (
        [{"legal": {"deadline": "5 ngày"}}, {"legal": {"deadline": "6 ngày"}}],
        [(Kind.DEADLINES, 2, 3)],
    ),
    "other hands at one agency": ([{"code": "9.000002", "handled_by": ["phong-a"]}], [(Kind.OVERLAP, 1, 2)]),
    "its own agency named": ([{"code": "9.000002", "handled_by": ["so-xay-dung"]}], [(Kind.RECORD, 1, 2)]),
    "an internal procedure of the same name": ([{"code": "9.000002", "internal": True}], []),
    "another level without a common law": ([{"code": "9.000002", "level": "commune"}], []),
    "a common level": ([LAW | {"code": "9.000002", "level": ["province", "commune"]}], []),
}


@pytest.mark.parametrize("case", CASES)
def test_who_clashes_with_whom(catalogue, case):
    changes, expected = CASES[case]
    assert said(catalogue(FERRY, *(FERRY | change for change in changes))) == expected


def test_another_level_under_one_law(catalogue):
    made = catalogue(FERRY | LAW, FERRY | LAW | {"code": "9.000002", "level": "commune"})
    assert said(made) == [(Kind.LEVELS, 1, 2)]


def test_a_part_of_a_group_is_called_different(catalogue):
    records = [FERRY | {"code": f"9.00000{n}"} for n in (1, 2, 3)]
    a, b, _c = catalogue(*records).entries
    decision = Decision(party(a), party(b), Judgement.DIFFERENT, date(2026, 10, 5))
    assert said(catalogue(*records, decisions=(decision,))) == [(Kind.RECORD, 1, 3)]


@pytest.mark.parametrize("verdict", [Judgement.SAME, Judgement.DIFFERENT])
def test_a_judged_overlap_is_left_out(catalogue, verdict):
    records = (FERRY, FERRY | {"code": "9.000002", "agency": "so-cong-thuong"})
    decision = Decision(*map(party, catalogue(*records).entries), verdict, date(2026, 10, 5))
    assert said(catalogue(*records)) == [(Kind.OVERLAP, 1, 2)]
    assert said(catalogue(*records, decisions=(decision,))) == []


def test_the_survey_adds_only_what_needs_evidence(catalogue):
    made = catalogue(
        FERRY | LAW,
        FERRY | {"agency": "so-cong-thuong", "code": "9.000002"},
        FERRY | LAW | {"code": "9.000003", "level": "commune"},
        FERRY | {"status": "repealed"},
    )
    sure = {(found.kind, found.entries) for found in certain(made)}
    assert {kind for kind, _entries in sure} == {Kind.OVERLAP, Kind.LEVELS, Kind.REPEALED}
    assert {(found.kind, found.entries) for found in findings(made, survey(made))} == sure
