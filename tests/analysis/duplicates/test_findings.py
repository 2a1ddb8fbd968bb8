"""The kinds D101-D108: each where it should be, none where an officer has judged, and the same in any order."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.analysis.duplicates.certain import Kind
from tthc.analysis.duplicates.decisions import party
from tthc.analysis.duplicates.findings import findings
from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.duplicates.survey import survey
from tthc.domain.decision import Decision, Judgement

BRIDGE = {"code": "9.000001", "name": "Cấp giấy phép thi công cầu treo", "level": "province"}
PIER = {"code": "9.000009", "name": "Công bố bến phao", "level": "province"}


def found(catalogue):
    return findings(catalogue, survey(catalogue))


def kinds(catalogue):
    return [(repeat.kind, {entry.location.line // 10 for entry in repeat.entries}) for repeat in found(catalogue)]


CASES = {
    "one code twice": ([{}], [Kind.CODE]),
    "one code with a province's ending": ([{"code": "9.000001.000.00.00.H49"}], [Kind.CODE]),
    "one code, another name": ([{"name": "Cấp phép thi công cầu treo dân sinh"}], [Kind.CODE, Kind.NAME_DRIFT]),
    "one code, other deadlines": (
        [{"local": {"deadline": "5 ngày"}}, {"local": {"deadline": "05 ngày"}}, {"local": {"deadline": "7 ngày"}}],
        [Kind.DEADLINES],
    ),
    "another code only": ([{"code": "9.000002"}], [Kind.RECORD]),
    "another code and agency": ([{"code": "9.000002", "agency": "so-cong-thuong"}], [Kind.OVERLAP]),
    "another code and level": ([{"code": "9.000002", "level": "commune"}], [Kind.LEVELS]),
    "other words": ([{"code": "9.000002", "name": "Thủ tục cấp giấy phép thi công cầu treo"}], [Kind.NEAR]),
    "another act": ([{"code": "9.000002", "name": "Cấp lại giấy phép thi công cầu treo"}], []),
    "repealed elsewhere": ([{"status": "repealed"}], [Kind.REPEALED]),
    "an old version of the same": ([{"status": "replaced"}], []),
}


@pytest.mark.parametrize("case", CASES)
def test_kinds(catalogue, case):
    changes, expected = CASES[case]
    made = catalogue(BRIDGE, PIER, *(BRIDGE | change for change in changes))
    assert [kind for kind, _lines in kinds(made)] == expected
    concerned = {1, *range(3, 3 + len(changes))}
    assert all(lines == concerned for _kind, lines in kinds(made))


def test_in_force_although_its_own_record_names_the_repeal(catalogue):
    made = catalogue(BRIDGE | {"repealed_by": "12/QĐ-UBND"}, PIER)
    assert kinds(made) == [(Kind.REPEALED, {1})]
    assert found(made)[0].relation is None
    assert kinds(catalogue(BRIDGE | {"repealed_by": "12/QĐ-UBND", "status": "repealed"})) == []


def test_the_evidence_is_about_the_first_two(catalogue):
    words = [
        "Cấp giấy phép thi công cầu treo",
        "Thủ tục cấp giấy phép thi công cầu treo",
        "Cấp giấy phép thi công cầu treo trên địa bàn tỉnh",
    ]
    made = catalogue(*({"code": f"9.00000{n}", "name": name} for n, name in enumerate(words)))
    (repeat,) = found(made)
    assert (repeat.kind, repeat.relation) == (Kind.NEAR, Relation.DUPLICATE)
    ours = survey(made)
    places = [made.entries.index(entry) for entry in repeat.entries[:2]]
    assert ours.verdict(*places).score == repeat.verdict.score
    assert len(repeat.entries) == 3


@pytest.mark.parametrize("verdict", [Judgement.DIFFERENT, Judgement.SAME])
@pytest.mark.parametrize(
    "change",
    [
        {"code": "9.000002", "agency": "so-cong-thuong"},
        {"code": "9.000002", "name": "Thủ tục cấp giấy phép thi công cầu treo"},
        {"code": "9.000002", "level": "commune"},
    ],
)
def test_decided_pairs_are_not_shown_again(catalogue, verdict, change):
    records = (BRIDGE, BRIDGE | change)
    a, b = catalogue(*records).entries
    decision = Decision(party(a), party(b), verdict, date(2026, 10, 5))
    assert found(catalogue(*records)) != ()
    assert found(catalogue(*records, decisions=(decision,))) == ()


def test_an_officer_who_is_not_sure_leaves_the_pair_open(catalogue):
    records = (BRIDGE, BRIDGE | {"code": "9.000002"})
    decision = Decision(*map(party, catalogue(*records).entries), Judgement.UNSURE, date(2026, 10, 5))
    assert [kind for kind, _lines in kinds(catalogue(*records, decisions=(decision,)))] == [Kind.RECORD]


def test_groups_never_cross_an_officers_word(catalogue):
    names = [
        "Cấp giấy phép thi công cầu treo",
        "Thủ tục cấp giấy phép thi công cầu treo",
        "Cấp giấy phép thi công cầu treo trên địa bàn tỉnh",
    ]
    records = [{"code": f"9.00000{n}", "name": name} for n, name in enumerate(names)]
    a, b, _c = catalogue(*records).entries
    decision = Decision(party(a), party(b), Judgement.DIFFERENT, date(2026, 10, 5))
    groups = survey(catalogue(*records, decisions=(decision,))).found.groups
    assert all(not {0, 1} <= set(group.members) for group in groups)
    assert len(groups) == 1


NAMES = [
    "Cấp giấy phép thi công cầu treo",
    "Thủ tục cấp giấy phép thi công cầu treo",
    "Cấp lại giấy phép thi công cầu treo",
    "Công bố bến phao",
    "Công bố bến phao cấp xã",
    "Đăng ký kết hôn có yếu tố nước ngoài",
]
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"name": st.sampled_from(NAMES), "agency": st.sampled_from("ab")},
        optional={"code": st.sampled_from(["9.000001", "9.000002"]), "level": st.sampled_from(["province", "commune"])},
    ),
    max_size=7,
)


@given(RECORDS, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_entries_means_nothing(catalogue, records, random):
    made = catalogue(*records)
    shuffled = list(made.entries)
    random.shuffle(shuffled)
    other = type(made)(made.root, made.manifest, tuple(shuffled))
    assert _comparable(made) == _comparable(other)


def _comparable(made):
    return sorted((r.kind, sorted(e.location for e in r.entries), r.verdict and r.verdict.score) for r in found(made))


SCRIPT = """
import sys
from pathlib import Path
from tthc.analysis.duplicates.findings import findings
from tthc.analysis.duplicates.survey import survey
from tthc.catalogue.load import load
made = load(Path(sys.argv[1]))
print([(r.kind.value, [e.location.line for e in r.entries], r.verdict) for r in findings(made, survey(made))])
"""


def test_the_hash_seed_means_nothing(folder):
    records = "".join(f'- {{code: "9.00000{n}", name: "{name}"}}\n' for n, name in enumerate([*NAMES, *NAMES[:2]]))
    folder.records(records)
    printed = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(folder.root)],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[3])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
    assert b"D1" in printed.pop()
