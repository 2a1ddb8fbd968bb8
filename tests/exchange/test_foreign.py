"""Files of other programs, recognised before anyone tries to read them as JSON."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
import xlsxwriter

from tthc.domain.finding import Finding
from tthc.exchange.foreign import kind
from tthc.exchange.json_files import read

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def xlsx() -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    book.add_worksheet().write(0, 0, "word/")
    book.close()
    return file.getvalue()


def word() -> bytes:
    file = io.BytesIO()
    docx.Document().save(file)
    return file.getvalue()


def archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("a.json", "{}")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (xlsx(), "a.xlsx", "an Excel file"),
        (xlsx(), "a.json", "an Excel file"),
        (word(), "a.docx", "a Word file"),
        (archive(), "a.zip", "a ZIP archive"),
        (OLD + "Workbook".encode("utf-16-le"), "a.xls", "an Excel file"),
        (OLD + "WordDocument".encode("utf-16-le"), "a.doc", "a Word file"),
        (b"%PDF-1.7\n", "a.pdf", "a PDF file"),
        ("mã,tên\n".encode(), "a.CSV", "a CSV file"),
        (b"{}", "a.json", ""),
        (b"\xff", "a.json", ""),
    ],
)
def test_kinds(tmp_path: Path, data: bytes, name: str, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert kind(data, path.suffix) == expected
    findings: list[Finding] = []
    assert bool(list(read(path, findings))) == (data == b"{}")
    assert ("other-format" in {finding.rule for finding in findings}) == bool(expected)
