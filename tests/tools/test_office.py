"""The tool that lets LibreOffice reckon the workbooks: what it can do without LibreOffice."""

from pathlib import Path

import pytest

from tools import office
from tthc.formats import xlsx
from tthc.report.formula import Difference, Own
from tthc.report.model import Column, Form, Report, table


def test_without_libreoffice_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office.main(tmp_path) == 2
    assert "LibreOffice is needed" in capsys.readouterr().err


def test_nothing_is_left_of_the_values_beside_formulas(tmp_path: Path) -> None:
    columns = [Column("a", "A", Form.AMOUNT), Column("b", "B", Form.AMOUNT, Difference(Own("a"), Own("a")))]
    written, bare = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    written.write_bytes(xlsx.render(Report("x", "", "", (table("t", "T", columns, [[3, 0]]),))))
    office._strip(written, bare)
    before, after = office.read(written)["T"], office.read(bare)["T"]
    assert (before["B4"].value, after["B4"].value) == (0.0, None)
    assert before["B4"].formula == after["B4"].formula == 'IF(COUNT(A4)=1,A4-A4,"")'
    assert before["A4"] == after["A4"]


@pytest.mark.parametrize(
    ("ours", "theirs", "equal"),
    [
        (1 / 3, 0.333333333333333315, True),
        (1.0, 1.00000000000001, False),
        (0.0, 1e-17, True),
        (None, "", True),
        (None, 0.0, False),
        (1.0, None, False),
        (1.0, "1", False),
    ],
)
def test_values_are_compared_to_fifteen_digits(ours: float | None, theirs: float | str | None, equal: bool) -> None:
    assert office.same(ours, theirs) is equal
