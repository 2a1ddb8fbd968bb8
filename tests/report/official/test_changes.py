"""The document on what an edit or an edition changed."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from tthc import messages
from tthc.analysis.calendars import official
from tthc.analysis.changes.changes import changes
from tthc.analysis.durations import Convention
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.finding import Finding, Location, Severity
from tthc.domain.manifest import Agency, Jurisdiction, Manifest
from tthc.domain.procedure import Procedure
from tthc.report.model import Note, Paragraph, Report, Row, RowKind, Table
from tthc.report.official.changes import report
from tthc.report.official.common import Stated
from tthc.report.term import Term

PROCEDURES = TypeAdapter(Procedure)
BASE = {"level": "province", "handled_by": ["so-y-te"], "legal": {"deadline": "20 ngày", "basis": ["1/2020/QH14"]}}


def edition(*records, field="Dược", **more) -> Catalogue:
    """A catalogue of records 1, 2 …; None for one that is not there."""
    entries = tuple(
        Entry(
            PROCEDURES.validate_python({"code": f"9.{n:06}", "name": f"Thủ tục {n}"} | BASE | said),
            "so-y-te",
            field,
            Location("catalogue/procedures/x.yaml", n),
        )
        for n, said in enumerate(records, 1)
        if said is not None
    )
    agencies = {"so-y-te": Agency("so-y-te", "Sở Y tế")}
    return Catalogue(Path("catalogue"), Manifest(Jurisdiction("Tỉnh Thử Nghiệm")), entries, agencies)


def document(before: Catalogue, after: Catalogue, part: str = "") -> Report:
    found = changes(before, after, official())
    return report(before, after, found, Stated(part=part), "main", convention=Convention.NOMINAL, calendar=official())


def tables(made: Report) -> dict[str, Table]:
    return {table.key: table for table in made.tables}


def cells(table: Table) -> list[dict[str, object]]:
    """The body rows, by the keys of their columns."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row.cells, strict=True)) for row in table.rows if row.kind is RowKind.BODY]


def said(made: Report) -> str:
    return "\n".join(block.text for block in made.blocks if isinstance(block, Paragraph | Note))


DECISION = "2/QĐ-UBND"
BEFORE = edition(
    {"local": {"deadline": "10 ngày"}},
    {"local": {"deadline": "10 ngày"}},
    {},
    {},
    {},
    {},
    None,
    {"dossier": ["Đơn"], "online": {"level": "full"}},
)
AFTER = edition(
    {"local": {"deadline": "8 ngày", "decision": DECISION}, "fee": "Không"},
    {"local": {"deadline": "12 ngày"}},
    {"status": "replaced", "repealed_by": DECISION},
    {"status": "repealed", "repealed_by": DECISION},
    {"status": "repealed"},
    None,
    {"status": "new", "local": {"decision": DECISION}},
    {"dossier": ["Đơn", "Phiếu lý lịch tư pháp"], "online": {"level": "partial"}},
)


@pytest.fixture
def made() -> Report:
    return document(BEFORE, AFTER)


def test_what_has_to_be_justified_stands_first(made):
    keys = [block.key for annex in made.annexes for block in annex.blocks if isinstance(block, Table)]
    assert keys == ["lengthened", "removed", "new", "amended", "replaced", "repealed"]
    assert made.annexes[-1].title == "Sources and method"


def test_sentences_name_procedures_and_annexes(made):
    text = said(made)
    assert "Longer deadlines: 1 (one) – 9.000002 (Annex I)." in text
    assert "Gone without a repealing decision: 2 (two) – 9.000005, 9.000006 (Annex II)." in text
    assert "Heavier dossiers: 1 (one) – 9.000008 (Annex IV)." in text
    assert "Higher fees" not in text
    assert "Less online service than before: 1 (one) – 9.000008 (Annex IV)." in text
    assert "Procedures in force: 7 + 1 − 4 = 4." in text


def test_one_procedure_is_one_and_several_are_several():
    longer, base = {"legal": {"deadline": "30 ngày"}}, edition({}, {})
    assert "for applicants changed in 1 (one) procedure (" in said(document(base, edition(longer, {})))
    assert "for applicants changed in 2 (two) procedures (" in said(document(base, edition(longer, longer)))


def test_the_summary_counts_by_kind_and_level(made):
    rows = {row["kind"].key: row["n"] for row in cells(tables(made)["summary"])}
    assert rows == {"new": 1, "amended": 3, "replaced": 1, "repealed": 1, "removed": 2}
    assert [row["province"] for row in cells(tables(made)["summary"])] == [1, 3, 1, 1, 2]


def test_amended_parts_before_and_after(made):
    rows = cells(tables(made)["amended"])
    assert [(row["number"], row["code"], row["part"], row["before"], row["after"], row["remark"]) for row in rows] == [
        (1, "9.000001", "Local deadline", "10 ngày", "8 ngày", "shorter; cut 50% → 60%"),
        ("", "9.000001", "Fee", "–", "Không", ""),
        ("", "9.000001", "Announcing decision", "–", "province: 2/QĐ-UBND", ""),
        (2, "9.000002", "Local deadline", "10 ngày", "12 ngày", "longer (by 2 days); cut 50% → 40%"),
        (3, "9.000008", "Dossier", "–", "Phiếu lý lịch tư pháp", "1 added; heavier for applicants"),
        ("", "9.000008", "Online service", "full online service", "partial online service", "less online service"),
    ]
    assert (rows[0]["basis"], rows[0]["agency"]) == ("1/2020/QH14", "Sở Y tế")


def test_what_went_says_by_which_decision(made):
    found = tables(made)
    (longer,) = cells(found["lengthened"])
    assert (longer["remark"], longer["legal"], longer["decision"]) == ("longer (by 2 days)", "20 ngày", "none named")
    (replaced,) = cells(found["replaced"])
    assert (replaced["decision"], replaced["successors"]) == (DECISION, "9.000007: Thủ tục 7")
    (repealed,) = cells(found["repealed"])
    assert repealed["decision"] == DECISION
    marked, gone = cells(found["removed"])
    assert marked["how"] == "marked as repealed, and no decision is named"
    assert (gone["how"], gone["record"]) == ("the record is gone", "procedures/x.yaml:6")


def test_rows_stand_under_level_and_field():
    mixed = edition({}, {"level": "commune"}, {})
    found = tables(document(edition(), mixed))["new"]
    groups = [row.cells[2] for row in found.rows if row.kind is RowKind.GROUP]
    assert groups == ["Commune – Dược (1)", "Province – Dược (2)"]
    assert [row["number"] for row in cells(found)] == [1, 2, 3]


def test_figures_before_and_after(made):
    levels = tables(made)["levels"]
    assert levels.rows[-1] == Row(("TOTAL", 7, 4, -3), RowKind.TOTAL)
    mean, full = cells(tables(made)["rates"])
    assert (mean["n_before"], mean["n_after"]) == (2, 2)
    assert mean["before"] == mean["after"]
    assert isinstance(full["figure"], Term)
    assert (full["before"], full["n_before"], full["after"], full["n_after"]) == (Fraction(1, 7), 7, 0, 4)
    assert full["points"] == Fraction(-100, 7)


def test_differences_follow_from_their_columns(made, recomputed):
    found = recomputed(made)
    assert len(found) == len(cells(tables(made)["levels"]))
    assert [each for each in found if each[1] != each[2]] == []


def test_a_part_of_the_catalogue_is_called_so():
    assert "Only a part of the catalogue was reviewed: field: Dược." in said(document(BEFORE, AFTER, "field: Dược"))


def test_moved_records_say_from_where(made):
    rows = cells(tables(document(edition({}), edition({}, field="Y tế dự phòng")))["moved"])
    assert [(row["before"], row["after"]) for row in rows] == [("Dược", "Y tế dự phòng")]


def test_a_higher_fee_is_to_be_looked_at():
    made = document(edition({"fee": "Không"}), edition({"fee": "50.000 đồng"}))
    assert "Higher fees: 1 (one) – 9.000001 (Annex I)." in said(made)
    assert [row["remark"] for row in cells(tables(made)["amended"])] == ["higher"]


def test_nothing_changed():
    made = document(BEFORE, BEFORE)
    assert said(made) == "Nothing changed since main: 7 (seven) procedures are as they were."
    assert made.tables == ()


def test_what_could_not_be_read_is_said_where_it_matters():
    unread = (Finding("F001", Severity.ERROR, "cannot be read", Location("x.yaml")),)
    text = said(document(BEFORE, replace(AFTER, findings=unread)))
    assert "ATTENTION: the later edition could not be read in full (x.yaml); what is there" in text


def test_in_vietnamese():
    messages.use("vi")
    made = document(BEFORE, AFTER)
    assert made.title == "Kết quả sửa đổi, bổ sung danh mục thủ tục hành chính"
    assert "01 (một) thủ tục bị bãi bỏ (Phụ lục VI)" in said(made)
    assert "Có 01 (một) thủ tục bị kéo dài thời hạn giải quyết: 9.000002 (Phụ lục I)." in said(made)


def three_to(local: str, legal: str = "03 ngày làm việc") -> dict[str, object]:
    return {"legal": {"deadline": legal, "basis": ["1/2020/QH14"]}, "local": {"deadline": local}}


def test_what_is_longer_than_the_law_too_has_to_be_put_right():
    made = document(edition(three_to("03 ngày làm việc")), edition(three_to("05 ngày làm việc")))
    assert "Of these, 1 (one) is longer than the law sets and has to be put right: 9.000001 (05 > 03 ngày" in said(made)
    (row,) = cells(tables(made)["lengthened"])
    assert "longer than the law sets (05 > 03 ngày làm việc)" in row["remark"]
    (row,) = cells(tables(made)["amended"])
    assert row["remark"].endswith("longer than the law sets by 66.7%")
    assert "-66" not in said(made)


def test_what_is_longer_than_before_and_not_than_the_law_needs_a_reason_only():
    made = document(edition(three_to("01 ngày làm việc")), edition(three_to("02 ngày làm việc")))
    assert "Longer deadlines: 1 (one)" in said(made)
    assert "longer than the law" not in said(made)
    assert "cut 66.7% → 33.3%" in cells(tables(made)["amended"])[0]["remark"]


def test_days_turned_into_working_days_are_longer_than_the_law():
    made = document(edition(three_to("15 ngày", "15 ngày")), edition(three_to("15 ngày làm việc", "15 ngày")))
    assert "put right: 9.000001 (15 ngày làm việc > 15 ngày)." in said(made)


def test_a_new_procedure_longer_than_the_law_is_named():
    made = document(edition(None), edition(three_to("05 ngày làm việc")))
    text = said(made)
    assert "With a deadline longer than the law sets: 1 (one) – 9.000001. They have to be brought back" in text
    assert cells(tables(made)["new"])[0]["remark"] == "longer than the law sets (05 > 03 ngày làm việc)"


def test_a_rate_below_zero_by_convention_only_is_no_excess():
    legal = "30 ngày làm việc"
    made = document(edition(three_to("20 ngày", legal)), edition(three_to("33 ngày", legal)))
    assert "law sets" not in said(made)
    assert "law" not in cells(tables(made)["amended"])[0]["remark"]
