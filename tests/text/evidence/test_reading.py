"""What officers read out of the wording of procedures: the cases of online_wording.yaml."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tthc.domain.level import Channel
from tthc.text.evidence import read
from tthc.text.evidence.model import Evidence, Paper, Way, Wording

CASES = YAML(typ="safe", pure=True).load(Path(__file__).parents[2] / "cases" / "online_wording.yaml")
ALL_WAYS = ("direct", "post", "online")


def wording(case: dict[str, Any]) -> Wording:
    return Wording(
        name=case.get("name", ""),
        steps=(case["steps"],) if "steps" in case else (),
        dossier=tuple(map(Paper, case.get("dossier", ()))),
        ways=tuple(Way(Channel(channel)) for channel in case.get("channels", ALL_WAYS)),
    )


def label(case: dict[str, Any]) -> str:
    return str(case.get("steps") or case.get("dossier"))[:60]


@pytest.mark.parametrize("case", CASES, ids=label)
def test_the_wording_is_read_as_an_officer_reads_it(case: dict[str, Any]):
    evidence = read(wording(case))
    expected = {part: case[part] for part in ("presence", "site_visit", "original") if part in case}
    assert {part: getattr(evidence, part).value for part in expected} == expected


def test_the_cases_cover_every_answer():
    said = {(part, case[part]) for case in CASES for part in ("presence", "site_visit", "original") if part in case}
    assert len(said) == 4 + 4 + 5


def parts(evidence: Evidence) -> list[tuple[str, str]]:
    return [(reading.part, reading.quote) for reading in (evidence.presence, evidence.site_visit, evidence.original)]


PHRASES = (
    *("phải có mặt", "không", "hoặc", "trường hợp", "thì", "kiểm tra thực tế", "xuất trình bản chính"),
    *("để đối chiếu", "bản sao", "nộp trực tiếp", "trực tuyến", "đơn", "nếu cần thiết", "\n", "- ", *"(),;.:"),
)
TEXT = st.lists(st.sampled_from(PHRASES), max_size=25).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(steps=st.one_of(TEXT, st.text(max_size=200)), paper=st.one_of(TEXT, st.text(max_size=200)))
def test_every_quote_stands_in_the_part_it_is_said_to_stand_in(steps: str, paper: str):
    evidence = read(Wording("", steps=(steps,), dossier=(Paper(paper),), ways=(Way(Channel.DIRECT),)))
    sources = {"steps": steps, "dossier": paper}
    for part, quote in parts(evidence):
        assert not quote or " ".join(quote.split()) in " ".join(sources[part].split())


@pytest.mark.parametrize(
    "piece", ["(", "trường hợp ", "không phải ", "a ", "(trường hợp ", "1. ", "phải có mặt, ", "\n- "]
)
def test_long_texts_are_read_whatever_they_repeat(piece: str):
    read(Wording("", steps=(piece * 5_000,), dossier=(Paper(piece * 5_000),)))


def test_a_negation_turns_the_reading():
    said = "Người yêu cầu {} có mặt tại trụ sở Ủy ban nhân dân."
    ways = (Way(Channel.ONLINE),)
    assert read(Wording("", steps=(said.format("phải"),), ways=ways)).presence.value == "required"
    assert read(Wording("", steps=(said.format("không phải"),), ways=ways)).presence.value == "not_required"


def test_spelling_does_not_matter():
    old = "Người nộp phải có mặt để chụp ảnh, lấy vân tay; khi nhận kết quả phải xuất trình giấy tờ tuỳ thân."
    new = old.replace("tuỳ", "tùy").upper()
    readings = [read(Wording("", steps=(text,), ways=(Way(Channel.ONLINE),))) for text in (old, new)]
    assert [(r.presence.value, r.original.value) for r in readings] == [("required", "compare")] * 2
