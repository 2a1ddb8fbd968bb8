"""Numbered sections, references to annexes, what counts nothing left out."""

import pytest

from tthc import messages
from tthc.catalogue.model import Catalogue
from tthc.domain.manifest import Jurisdiction, Manifest
from tthc.report.model import Annex, Column, Form, Heading, Paragraph, table
from tthc.report.official.layout import in_full, jurisdiction, listed, proposals, sections, see, without_zeros

ANNEXES = tuple(Annex(key, (table(key, "", [], []),)) for key in ("a", "b", "c"))


def test_sections_that_say_nothing_have_no_number():
    found = sections(("One", [Paragraph("a")]), ("Two", []), ("Three", [Paragraph("b")]))
    assert [block.text for block in found if isinstance(block, Heading)] == ["I. ONE", "II. THREE"]


@pytest.mark.parametrize(
    ("keys", "words"),
    [(["b"], " (Annex II)"), (["c", "a"], " (Annexes I, III)"), (["d"], ""), (["d", "b"], " (Annex II)")],
)
def test_a_reference_names_the_annexes_that_are_there(keys, words):
    assert see(ANNEXES, *keys) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([(1_200, "{n} errors"), (2, "{n} warnings"), (3, "{n} notes")], "1.200 errors, 02 warnings và 03 notes"),
        ([(1, "{n} errors"), (0, "{n} warnings"), (3, "{n} notes")], "01 errors và 03 notes"),
        ([(0, "{n} errors"), (2, "{n} warnings")], "02 warnings"),
        ([(0, "{n} errors")], ""),
    ],
)
def test_what_counts_nothing_is_not_listed(parts, words):
    messages.use("vi")
    assert listed(*parts) == words


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Tỉnh Thử Nghiệm", "tỉnh Thử Nghiệm"), ("Thành phố Thử", "thành phố Thử"), ("Thử Nghiệm", "Thử Nghiệm")],
)
def test_the_province_inside_a_sentence(tmp_path, name, inside):
    catalogue = Catalogue(tmp_path, Manifest(Jurisdiction(name)), ())
    assert jurisdiction(catalogue) == name
    messages.use("vi")
    assert jurisdiction(catalogue) == inside


def test_columns_that_count_nothing_are_left_out_and_others_stand():
    columns = [Column("name", "", Form.TEXT), Column("a", "", Form.COUNT), Column("b", "", Form.COUNT)]
    found = without_zeros(table("t", "", columns, [["x", 0, 0], ["", 0, 1]]), ("a", "b"))
    assert [column.key for column in found.columns] == ["name", "b"]
    assert [row.cells for row in found.rows] == [("x", 0), ("", 1)]


def test_proposals_stand_apart_by_who_decides():
    both = [block.text for block in proposals(["x"], ["y"]) if isinstance(block, Heading)]
    assert both == ["Within the competence of the province", "To be proposed to ministries and central agencies"]
    assert [block.text for block in proposals([], ["y"]) if isinstance(block, Heading)] == both[1:]
    assert proposals([], []) == []


def test_a_decree_in_full():
    assert in_full("Điều 14 NĐ 224/2026/NĐ-CP") == "Điều 14 Nghị định số 224/2026/NĐ-CP"
