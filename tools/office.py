"""Open what tthc writes for the office in LibreOffice: `python tools/office.py [FOLDER]` (needs LibreOffice).

Writes every document of `tthc report` from the sample catalogue (that on changes, from two small editions) into FOLDER,
else a temporary one, as DOCX and as XLSX. Each must open. Of each workbook a copy without the values kept beside its
formulas is opened, so that LibreOffice must reckon them all: every one is compared with ours, to 15 significant digits.
Exit code 1 on a difference, 2 without LibreOffice.
"""

import math
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from tthc.cli.documents import KINDS

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "golden"
MORE = {"changes": ["-C", str(SMALL / "catalogue"), "--since", str(SMALL / "before")]}  # the sample has one edition
SECONDS = 600  # that one document may take
_KEPT = re.compile(rb"(</f>)<v>[^<]*</v>")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands in the file: `value` is a number or text, None where there is none."""

    value: float | str | None
    formula: str | None = None


def main(folder: Path) -> int:
    """Write, open, compare, report. The exit code."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        print("LibreOffice is needed for this and is not installed (no soffice on the PATH).", file=sys.stderr)
        return 2
    faults = 0
    for kind in KINDS:
        for suffix in ("docx", "xlsx"):
            document = folder / f"{kind}.{suffix}"
            _tthc("report", kind, *MORE.get(kind, []), "-o", str(document))
            found = list(differences(soffice, document) if suffix == "xlsx" else refusals(soffice, document))
            count = f", {_formulas(document):,} formulas" if suffix == "xlsx" else ""
            print(f"{document.name}: {'FAULTY' if found else 'fine'}{count}", *found[:20], sep="\n  ", flush=True)
            faults += len(found)
    return 1 if faults else 0


def refusals(soffice: str, document: Path) -> Iterator[str]:
    """What keeps a document from being opened and printed."""
    if not _converted(soffice, document, "pdf"):
        yield "LibreOffice does not open it"


def differences(soffice: str, workbook: Path) -> Iterator[str]:
    """Every formula that LibreOffice reckons otherwise than we do."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / workbook.name
        _strip(workbook, bare)
        reckoned = _converted(soffice, bare, "xlsx")
        if not reckoned:
            yield "LibreOffice does not open it"
            return
        theirs = read(reckoned)
    for sheet, cells in read(workbook).items():
        for name, cell in cells.items():
            if cell.formula is not None:
                other = theirs.get(sheet, {}).get(name, Cell(None))
                if not same(cell.value, other.value):
                    yield f"{sheet}!{name}: ours {cell.value!r}, theirs {other.value!r}: ={cell.formula}"


def same(ours: float | str | None, theirs: float | str | None) -> bool:
    """Equal to 15 significant digits; zero is also what rounding leaves of it, and an empty text is nothing."""
    if isinstance(ours, float) and isinstance(theirs, float):
        return math.isclose(ours, theirs, rel_tol=5e-15) or (0.0 in (ours, theirs) and abs(ours - theirs) < 1e-12)
    return (None if ours == "" else ours) == (None if theirs == "" else theirs)


def read(workbook: Path | IO[bytes]) -> dict[str, dict[str, Cell]]:
    """The cells of every sheet by their names."""
    with zipfile.ZipFile(workbook) as file:
        shared = _shared(file)
        targets = {
            each.attrib["Id"]: each.attrib["Target"].removeprefix("/xl/")
            for each in ElementTree.fromstring(file.read("xl/_rels/workbook.xml.rels"))
        }
        sheets = ElementTree.fromstring(file.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
        return {
            sheet.attrib["name"]: {
                cell.attrib["r"]: _cell(cell, shared)
                for cell in ElementTree.fromstring(file.read(f"xl/{targets[sheet.attrib[_RELATION]]}")).iter(
                    f"{_MAIN}c"
                )
            }
            for sheet in sheets
        }


def _shared(file: zipfile.ZipFile) -> list[str]:
    """The texts that cells refer to by number."""
    if "xl/sharedStrings.xml" not in file.namelist():
        return []
    return [_text(each) for each in ElementTree.fromstring(file.read("xl/sharedStrings.xml")).iter(f"{_MAIN}si")]


def _cell(cell: ElementTree.Element, shared: list[str]) -> Cell:
    formula, value = cell.findtext(f"{_MAIN}f"), cell.findtext(f"{_MAIN}v")
    match cell.attrib.get("t", "n"):
        case "inlineStr":
            return Cell(_text(cell), formula)
        case "s":
            return Cell(shared[int(value or 0)], formula)
        case "n":
            return Cell(float(value) if value else None, formula)
    return Cell(value, formula)


def _text(element: ElementTree.Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{_MAIN}t"))


def _formulas(workbook: Path) -> int:
    return sum(cell.formula is not None for cells in read(workbook).values() for cell in cells.values())


def _strip(workbook: Path, into: Path) -> None:
    """A copy without the values beside formulas."""
    with zipfile.ZipFile(workbook) as file, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as bare:
        for name in file.namelist():
            data = file.read(name)
            bare.writestr(name, _KEPT.sub(rb"\1", data) if name.startswith("xl/worksheets/") else data)


def _converted(soffice: str, document: Path, suffix: str) -> Path | None:
    """The document as LibreOffice writes it again, in a folder of its own; None where it cannot."""
    into = document.parent / "converted"
    profile = (document.parent / "profile").resolve().as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix]
    subprocess.run([*command, "--outdir", str(into), str(document)], capture_output=True, check=False, timeout=SECONDS)
    found = into / f"{document.stem}.{suffix}"
    return found if found.exists() and found.stat().st_size else None


def _tthc(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "tthc", *arguments], cwd=ROOT, check=True, capture_output=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
        sys.exit(main(Path(sys.argv[1]).resolve()))
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(main(Path(temporary)))
