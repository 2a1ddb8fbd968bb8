"""Every value of the closed lists has words in both languages, and tables say what machines and officers need."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from tthc import messages
from tthc.analysis import families, papers
from tthc.analysis.duplicates.across import Ground
from tthc.analysis.duplicates.certain import Kind
from tthc.analysis.duplicates.merge import proposal
from tthc.analysis.duplicates.parts import Part, values
from tthc.analysis.duplicates.relation import Relation, Verdict
from tthc.catalogue.model import Catalogue
from tthc.domain.decision import Decision, Judgement, Party
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.manifest import Agency, Jurisdiction, Manifest
from tthc.domain.procedure import Procedure
from tthc.report import families as family_report
from tthc.report import papers as paper_report
from tthc.report.duplicates import merging, words

WORDS = [
    *((words.kind, value) for value in Kind),
    *((words.part, value) for value in Part),
    *((words.judgement, value) for value in Judgement),
    *((words.ground, value) for value in Ground),
    *((family_report.title, value) for value in families.Kind),
    *((paper_report.title, value) for value in papers.Origin),
    *((words.conclusion, Verdict(value, 0, ())) for value in Relation),
]


@pytest.mark.parametrize(("say", "value"), WORDS)
def test_every_value_has_words_in_both_languages(say, value):
    said = []
    for language in messages.LANGUAGES:
        messages.use(language)
        said.append(say(value))
    assert all(said)
    assert said[0] != said[1]


def catalogue(*records):
    make = TypeAdapter(Procedure).validate_python
    entries = tuple(
        Entry(make(record), "so-a", "Lĩnh vực", Location(f"mau/procedures/a{n}.yaml", 4, 5))
        for n, record in enumerate(records, 1)
    )
    return Catalogue(Path("mau"), Manifest(Jurisdiction("Mẫu")), entries, {"so-a": Agency("so-a", "Sở A")})


def conflicts(*records):
    made = catalogue(*records)
    blocks = merging.blocks("merge", made, made.entries, proposal(made.entries, 0))
    return {row.cells[0]: row.cells[1:] for row in getattr(blocks[0], "rows", ())}, blocks


def test_a_merger_shows_what_is_proposed_and_who_says_what():
    rows, _blocks = conflicts(
        {"name": "A", "place": "Xã", "local": {"deadline": "5 ngày"}},
        {"name": "A", "place": "Tỉnh", "local": {"deadline": "05 ngày"}},
        {"name": "A", "place": "xã"},
    )
    assert rows == {"Place of reception": ("Xã (1, 3)", "Tỉnh (2)")}


def test_where_records_differ_in_what_binds_both_are_shown_and_none_is_proposed():
    two, three = ({"name": "A", "fee": fee} for fee in ("20.000 đồng", "30.000 đồng"))
    assert conflicts(two, three)[0] == {
        "Fee": ("the two records differ; the competent authority decides", "20.000 đồng (1)\n30.000 đồng (2)")
    }
    assert conflicts(two, three, two)[0]["Fee"][0] == "3 records differ; the competent authority decides"


def test_of_lists_only_what_is_not_in_common():
    rows, _blocks = conflicts(
        {"name": "A", "dossier": ["Đơn", "Ảnh", "Sổ"], "level": "province"},
        {"name": "A", "dossier": ["Đơn", "Bản đồ"], "level": ["province", "commune"]},
    )
    assert rows["Dossier"][1] == "3 in all; not in common: Ảnh; Sổ (1)\n2 in all; not in common: Bản đồ (2)"
    assert rows["Level"][1] == "province (1)\n2 in all; not in common: commune (2)"


def test_records_that_agree_are_safe_to_merge():
    rows, blocks = conflicts({"name": "A", "fee": "Không"}, {"name": "a.", "online": {"level": "full"}})
    assert rows == {}
    assert "safe" in blocks[0].text


@pytest.mark.parametrize(
    "change",
    [
        {"channels": [{"channel": "online", "fee": "Không"}]},
        {"local": {"decided": "2026-10-05", "steps": [{"name": "Tiếp nhận"}]}},
        {"legal": {"deadline": [{"when": "Nhà ở", "deadline": "5 ngày"}]}},
        {"online": {"level": "full", "payment": True}},
        {"result": {"name": "Thẻ", "delivery": ["post"]}},
        {"dossier_sets": 2, "internal": True},
    ],
)
def test_every_kind_of_value_has_words(change):
    other = {
        "channels": ["direct"],
        "local": {"decided": "2026-10-06", "steps": [{"name": "Thẩm định"}]},
        "legal": {"deadline": "7 ngày"},
        "online": {"level": "partial", "payment": False},
        "result": {"name": "Giấy", "delivery": ["direct"]},
        "dossier_sets": 1,
        "internal": False,
    }
    rows, _blocks = conflicts({"name": "A"} | change, {"name": "A"} | other)
    assert rows
    assert not any("(" in cell and "=" in cell for cells in rows.values() for cell in cells)  # no value as code


def test_who_decided_when_and_why():
    decision = Decision(
        Party("9.1", "A", "f"), Party("9.2", "B", "f"), Judgement.DIFFERENT, date(2026, 10, 5), "khác hạng", "Mẫu"
    )
    assert words.decision(decision) == "9.1 and 9.2: different procedures, 2026-10-05, Mẫu (khác hạng)"


def test_a_procedure_is_named_with_level_agency_and_place():
    made = catalogue({"name": "Cấp thẻ", "level": "commune"})
    assert words.identity(made, made.entries[0]) == [None, "Cấp thẻ", "commune", "Sở A", "procedures/a1.yaml:4:5"]
    assert words.named(made.entries[0]) == "“Cấp thẻ”"


@pytest.mark.parametrize("part", list(Part))
def test_every_part_can_be_shown(part):
    record = {"name": "A", "code": "9.000001", "level": "province", "handled_by": ["so-a"], "channels": ["post"]}
    made = catalogue(record | {"dossier": ["Đơn"], "fee": "x" * 500})
    said = words.said(made, part, values(made.entries[0], part))
    assert 0 < len(said) <= 165
