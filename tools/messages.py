"""Keep the translations in step with the code: `python tools/messages.py [--check]`.

Extracts every message of `tthc/` into `tthc/locale/vi/LC_MESSAGES/tthc.po` (what is no longer used is dropped, what is
new stands there with an empty msgstr, to be translated by hand) and compiles it to `tthc.mo`. `--check` writes nothing
and fails when a file is stale or a message has no translation.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "tthc" / "locale" / "vi" / "LC_MESSAGES"
KEYWORDS = {"_": None, "mark": None, "ngettext": (1, 2)}


def current(po: bytes) -> Catalog:
    """The messages of the code, with the translations that are there."""
    old = read_po(io.BytesIO(po), locale="vi") if po else Catalog(locale="vi")
    new = Catalog(locale="vi", project="tthc", charset="utf-8", header_comment="# Vietnamese messages of tthc.")
    new.fuzzy = False
    for name, _line, message, _comments, _context in extract_from_dir(ROOT / "tthc", keywords=KEYWORDS):
        known = old.get(message if isinstance(message, str) else message[0])
        new.add(message, known.string if known else "", locations=[(f"tthc/{name}", 0)])
    return new


def files(catalog: Catalog) -> dict[str, bytes]:
    """The two files as they should be; no clock, no line numbers, so that only real changes show."""
    catalog.mime_headers = [header for header in catalog.mime_headers if "Date" not in header[0]]
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalog, width=118, sort_output=True, include_lineno=False, omit_header=False)
    lines = [
        line for line in po.getvalue().decode().splitlines() if not line.startswith(('"POT-Creation', '"PO-Revision'))
    ]
    write_mo(mo, catalog)
    return {"tthc.po": ("\n".join(lines) + "\n").encode(), "tthc.mo": mo.getvalue()}


def main() -> int:
    path = FOLDER / "tthc.po"
    catalog = current(path.read_bytes() if path.exists() else b"")
    empty = [message.id for message in catalog if message.id and not any(_strings(message.string))]
    wanted = files(catalog)
    stale = [
        name for name, data in wanted.items() if not (FOLDER / name).exists() or (FOLDER / name).read_bytes() != data
    ]
    if "--check" not in sys.argv:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name in stale:
            (FOLDER / name).write_bytes(wanted[name])
        stale = []
    for message in empty:
        print(f"not translated: {message!r}")
    for name in stale:
        print(f"stale: {FOLDER / name}; run python tools/messages.py")
    return 1 if stale or empty else 0


def _strings(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else string


if __name__ == "__main__":
    sys.exit(main())
