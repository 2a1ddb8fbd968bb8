"""No rule crashes, whatever a record holds; findings are sorted, and the same however files are ordered."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tthc.catalogue.locate import Sources
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.level import Channel, Delivery, Formality, Level, OnlineLevel, Status
from tthc.domain.manifest import Agency, Jurisdiction, Manifest, Target
from tthc.domain.procedure import (
    ChannelEntry,
    DeadlineCase,
    DossierItem,
    InternalStep,
    Legal,
    Local,
    Online,
    Procedure,
    Result,
)
from tthc.lint.check import Checked, Options, check
from tthc.lint.context import Context
from tthc.lint.edits import changes
from tthc.lint.rules import ALL

WORDS = st.sampled_from(
    [
        "",
        " ",
        "Thủ tục",
        "15 ngày làm việc",
        "15 nga\u0300y",
        "3.5 nlv",
        "0",
        "9999999999999999999999 ngày",
        "7-10 ngày",
        "Cắt giảm 200%",
        "giảm 5 ngày làm việc",
        "42/2022/NĐ-CP",
        "Nghị định số /NĐ-CP",
        "Không (100.000 đồng)",
        "UBND cấp huyện",
        "mức độ 4",
        "1.00964",
        "2000648-Xoa",
        "\u200b\ufeff",
        "🏛️ \u202e đảo",
        "Đ" * 300,
    ]
)
TEXT = st.one_of(WORDS, st.text(max_size=40))
OPTIONAL = st.none() | TEXT
SEVERAL = st.lists(TEXT, max_size=3).map(tuple)
FLAG = st.none() | st.booleans()
DAY = st.none() | st.dates()
STATED = st.none() | TEXT | st.lists(st.builds(DeadlineCase, when=TEXT, deadline=TEXT), max_size=3).map(tuple)
PROCEDURES = st.builds(
    Procedure,
    name=TEXT,
    code=OPTIONAL,
    local_id=OPTIONAL,
    level=st.lists(st.sampled_from(Level), max_size=4).map(tuple),
    internal=st.booleans(),
    formality=st.none() | st.sampled_from(Formality),
    status=st.sampled_from(Status),
    repealed_by=OPTIONAL,
    handled_by=SEVERAL,
    coordinating=SEVERAL,
    place=OPTIONAL,
    non_territorial=FLAG,
    subjects=SEVERAL,
    legal=st.builds(Legal, deadline=STATED, basis=SEVERAL, decision=OPTIONAL),
    local=st.builds(
        Local,
        deadline=STATED,
        decision=OPTIONAL,
        decided=DAY,
        effective=DAY,
        steps=st.lists(st.builds(InternalStep, name=TEXT, agency=OPTIONAL, time=OPTIONAL), max_size=3).map(tuple),
    ),
    channels=st.lists(
        st.builds(
            ChannelEntry,
            channel=st.sampled_from(Channel),
            legal_deadline=OPTIONAL,
            local_deadline=OPTIONAL,
            fee=OPTIONAL,
            note=OPTIONAL,
        ),
        max_size=3,
    ).map(tuple),
    steps=SEVERAL,
    dossier=st.lists(
        st.builds(DossierItem, name=TEXT, form=OPTIONAL, electronic_form=FLAG, when=OPTIONAL), max_size=3
    ).map(tuple),
    dossier_sets=st.none() | st.integers(0, 10**12),
    fee=OPTIONAL,
    requirements=OPTIONAL,
    result=st.none()
    | st.builds(Result, name=TEXT, delivery=st.lists(st.sampled_from(Delivery), max_size=2).map(tuple)),
    online=st.builds(
        Online,
        level=st.none() | st.sampled_from(OnlineLevel),
        reason=OPTIONAL | st.just("temporary-failure"),
        reason_basis=OPTIONAL,
        reason_until=DAY,
        payment=FLAG,
        presence=FLAG,
        site_visit=FLAG,
    ),
    notes=st.none() | TEXT | st.lists(st.integers()),
)


def entries(procedures: list[Procedure]) -> list[Entry]:
    return [
        Entry(procedure, f"so-{n % 3}", "Lĩnh vực", Location("c/procedures/a.yaml", n + 1, 1))
        for n, procedure in enumerate(procedures)
    ]


def checked(found: list[Entry], before: list[Entry] | None = None) -> Checked:
    manifest = Manifest(jurisdiction=Jurisdiction(name="Tỉnh mẫu", code="H49"), targets=(Target("t", "30%"),))
    agencies = {"so-1": Agency("so-1", "Sở Kế hoạch và Đầu tư", Level.PROVINCE)}
    catalogue = Catalogue(Path("c"), manifest, tuple(found), agencies)
    edition = changes("HEAD", before or [], found)
    return check(Context(catalogue, date(2026, 11, 1)), Options(ALL, ALL), Sources(), [], edition)


@settings(max_examples=60, phases=[Phase.explicit, Phase.reuse, Phase.generate])  # records are too large to shrink soon
@given(st.lists(PROCEDURES, max_size=4), st.lists(PROCEDURES, max_size=3))
def test_no_rule_crashes_and_findings_are_sorted(now: list[Procedure], before: list[Procedure]) -> None:
    result = checked(entries(now), entries(before))
    order = [(f.location.path, f.location.line, f.location.column, f.rule, f.message) for f in result.findings]
    assert order == sorted(order)
    for finding in result.findings:
        assert finding.message


@pytest.mark.parametrize("unit", ["a", "1", "ngày ", "mức độ 4 ", "10 ngày hoặc ", "42/2022/NĐ-CP ", " ", "a\u0301"])
def test_a_text_of_100_kb_is_judged_in_time(unit: str) -> None:
    long = unit * (100_000 // len(unit))
    procedure = Procedure(
        name=long,
        code=long,
        place=long,
        fee=long,
        notes=long,
        steps=(long,),
        handled_by=(long,),
        subjects=(long,),
        legal=Legal(basis=(long,)),
        dossier=(DossierItem(long),),
        online=Online(reason=long),
    )
    assert checked(entries([procedure])).findings


def test_the_order_of_entries_does_not_change_what_is_found_in_each() -> None:
    procedures = [Procedure(name=f"Cấp giấy {n}", code=f"1.00000{n}", fee="Có") for n in range(5)]
    found = entries(procedures)
    assert checked(found).findings == checked(found[::-1]).findings
