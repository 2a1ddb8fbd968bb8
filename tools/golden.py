"""Keep `tests/golden/expected` in step with what the reports print: `python tools/golden.py`.

Documents and workbooks are kept as the XML inside them, one element a line, so that a difference can be read; pages
without their style sheet and script.
"""

import contextlib
import io
import os
import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tthc.cli.documents import KINDS
from tthc.cli.main import run

FOLDER = Path(__file__).parent.parent / "tests" / "golden"
EXPECTED = FOLDER / "expected"
SUFFIXES = ("txt", "md", "json", "csv", "html", "docx", "xlsx")
LANGUAGES = {"vi": SUFFIXES, "en": ("txt",)}
NAMES = tuple(f"{kind}.{lang}.{suffix}" for kind in KINDS for lang, all_ in LANGUAGES.items() for suffix in all_)
INSIDE = {"docx": ("word/document.xml", "word/header"), "xlsx": ("xl/worksheets/", "xl/charts/", "xl/workbook.xml")}


def rendered(name: str, folder: Path) -> str:
    """What `tthc report` writes, as text; it works in `folder`."""
    path = written(name, folder)
    parts = INSIDE.get(path.suffix.removeprefix("."))
    text = _inside(path, parts) if parts else path.read_bytes().decode("utf-8")
    return _without_design(text) if path.suffix == ".html" else text


def written(name: str, folder: Path) -> Path:
    """The file that `tthc report` writes for the small catalogue. No git around it: a revision would change with it."""
    kind, language, _suffix = name.split(".")
    for edition in ("catalogue", "before"):
        shutil.copytree(FOLDER / edition, folder / edition)
    since = ["--since", "before"] if kind == "changes" else []
    with contextlib.chdir(folder), contextlib.redirect_stderr(io.StringIO()) as said:
        outcome = run(["report", kind, *since, "-C", "catalogue", "-o", name, "--lang", language, "--no-cache"])
    if outcome:
        raise RuntimeError(said.getvalue())
    return folder / name


def kept(name: str) -> str:
    """What is kept of it."""
    return _path(name).read_bytes().decode("utf-8")


def _path(name: str) -> Path:
    """What is inside a page or a document is kept under a name that is neither."""
    return EXPECTED / (f"{name}.txt" if name.endswith(("html", *INSIDE)) else name)


def _without_design(page: str) -> str:
    """The page without its style sheet and script, which have files and tests of their own, and their hashes."""
    page = re.sub(r"<(style|script)>.*?</\1>", r"<\1>…</\1>", page, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-…", page)


def _inside(path: Path, parts: tuple[str, ...]) -> str:
    with zipfile.ZipFile(path) as archive:
        return "\n".join(_lines(archive, parts))


def _lines(archive: zipfile.ZipFile, parts: tuple[str, ...]) -> Iterator[str]:
    for entry in sorted(archive.namelist()):
        if entry.startswith(parts) and entry.endswith(".xml"):
            text = archive.read(entry).decode("utf-8")
            yield f"== {entry}"
            yield re.sub(r">(?=<(?:w:p|w:tr|w:tc|w:sectPr|row|c|f|v|c:ser|c:f)[ />])", ">\n", text)


def main() -> int:
    """Write what is not as it should be, and say which."""
    os.environ.pop("TTHC_LANG", None)
    EXPECTED.mkdir(exist_ok=True)
    known = {_path(name) for name in NAMES}
    for path in sorted(set(EXPECTED.iterdir()) - known):
        path.unlink()
        print(f"deleted: {path.name}")
    for name in NAMES:
        with tempfile.TemporaryDirectory() as folder:
            text = rendered(name, Path(folder))
        path = _path(name)
        if not path.exists() or kept(name) != text:
            path.write_bytes(text.encode())
            print(f"written: {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
