"""statistics/<year>.csv: what a row says is used or is a finding at its line; nothing is dropped unseen."""

from typing import Any

import pytest

from tthc.catalogue.load import load
from tthc.domain.statistics import Dossiers


def read(folder: Any, text: str, year: int = 2025) -> tuple[tuple[Dossiers, ...], list[tuple[int, str, str]]]:
    """The rows that count, and line, code and message of every finding."""
    folder.write(f"statistics/{year}.csv", text)
    found = load(folder.root)
    assert {finding.rule for finding in found.findings} <= {"F012"}
    said = [(finding.location.line, finding.procedure, finding.message) for finding in found.findings]
    return found.statistics, said


def test_rows_as_people_write_them(folder: Any) -> None:
    rows, said = read(folder, "code;received;online;on_time\n9.1;1.803;1 000;1,900\nNB-01;0;;\n")
    assert said == []
    assert rows == (Dossiers("9.1", 2025, 1803, 1000, 1900), Dossiers("NB-01", 2025, 0))  # some came the year before


@pytest.mark.parametrize(
    ("row", "code", "message"),
    [
        ("9.1,,3,", "9.1", "the number of dossiers received is missing"),
        ("9.1,,,", "9.1", "the number of dossiers received is missing"),
        ("9.1", "9.1", "the number of dossiers received is missing"),
        (",12,3,", "", "the line has no code"),
        ("9.1,nhiều,,", "9.1", "“nhiều” is not a number of dossiers"),
        ("9.1,3,4,3", "9.1", "4 dossiers received online, 3 received in all"),
        ("9.0,5,,", "9.0", "the code 9.0 stands in line 2 already; only that line counts"),
        (" 9.0 ,7,,", "9.0", "the code 9.0 stands in line 2 already; only that line counts"),
    ],
)
def test_a_row_that_cannot_be_used_is_a_finding_at_its_line(folder: Any, row: str, code: str, message: str) -> None:
    rows, said = read(folder, f"code,received,online,on_time\n9.0,5,2,5\n{row}\n9.2,8,8,8\n")
    assert said == [(3, code, message)]
    assert rows == (Dossiers("9.0", 2025, 5, 2, 5), Dossiers("9.2", 2025, 8, 8, 8))


def test_a_code_may_stand_in_every_year(folder: Any) -> None:
    folder.write("statistics/2024.csv", "code,received\n9.1,1\n")
    rows, said = read(folder, "code,received\n9.1,2\n")
    assert said == []
    assert [(row.year, row.received) for row in rows] == [(2024, 1), (2025, 2)]
    assert load(folder.root).dossiers()["9.1"].received == 2
