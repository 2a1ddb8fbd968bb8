"""A report's main table as CSV."""

import csv
import io
from decimal import Decimal
from fractions import Fraction

import pytest

from tthc.formats.csv import BOM, NoTableError, render
from tthc.report.model import Column, Form, Paragraph, Report, table
from tthc.report.term import Term


def test_the_annex_is_the_table(document: Report) -> None:
    text = render(document)
    assert text.startswith(BOM + "number,code,name,field,")
    assert text.endswith("\r\n")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))
    assert [row["code"] for row in rows] == ["9.000001", "9.000002", "9.000003", "9.000004"]
    assert (rows[0]["rate_low"], rows[0]["rate_high"]) == ("0.6", "0.72")
    assert (rows[2]["cut"], rows[2]["rate_low"], rows[2]["rate_high"]) == ("0.5", "0.166667", "0.166667")
    assert rows[3]["cut"] == ""


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", " =1"])
def test_no_text_becomes_a_formula(words: str) -> None:
    report = Report("x", "", "", (table("t", "", [Column("name", "Tên")], [[words]]),))
    assert render(report).splitlines()[1] == "'" + words


def test_numbers_are_for_machines() -> None:
    columns = [Column("a", "", Form.AMOUNT), Column("b", "", Form.RATE), Column("c", ""), Column("d", "", Form.COUNT)]
    cells = [Decimal("-2.50"), Fraction(1, 3), Term("cut", "được cắt giảm"), 1803]
    assert render(Report("x", "", "", (table("t", "", columns, [cells]),))).splitlines()[1] == "-2.5,0.333333,cut,1803"


def test_without_a_table_there_is_nothing_to_write() -> None:
    with pytest.raises(NoTableError):
        render(Report("x", "", "", (Paragraph("Không có gì."),)))
