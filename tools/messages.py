"""Keep the translations in step with the code: `python tools/messages.py [--check]`.

Extracts every message of `tthc/` into `tthc/locale/vi/LC_MESSAGES/tthc.po` (what is no longer used is dropped, what is
new stands there with an empty msgstr, to be translated by hand) and compiles it to `tthc.mo`. `--check` writes nothing
and fails when a file is stale or a message has no translation, another set of placeholders, or letters that are not
composed (NFC).
"""

import ast
import io
import string
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "tthc" / "locale" / "vi" / "LC_MESSAGES"
KEYWORDS = ("_", "mark", "ngettext")


class Vietnamese(Catalog):
    """The messages; of the header only what programs need: no clock, no version, so that only real changes show."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", "vi"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Plural-Forms", self.plural_forms),
        ]


def current(po: bytes) -> Catalog:
    """The messages of the code, with the translations that are there."""
    old = read_po(io.BytesIO(po), locale="vi") if po else Catalog(locale="vi")
    new = Vietnamese(locale="vi", charset="utf-8", header_comment="# Vietnamese messages of tthc.", fuzzy=False)
    for path in sorted((ROOT / "tthc").rglob("*.py")):
        for message in messages_in(path.read_text("utf-8")):
            known = old.get(message if isinstance(message, str) else message[0])
            new.add(message, known.string if known else "", locations=[(path.relative_to(ROOT).as_posix(), 0)])
    return new


def messages_in(source: str) -> Iterator[str | tuple[str, str]]:
    """The literal texts handed to `_`, `mark` and `ngettext`, also where they stand inside an f-string."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if len(texts) == 2:
                yield texts[0], texts[1]
            elif texts:
                yield texts[0]


def files(catalog: Catalog) -> dict[str, bytes]:
    """The two files as they should be."""
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalog, width=118, sort_output=True, include_lineno=False)
    write_mo(mo, catalog)
    return {"tthc.po": po.getvalue().rstrip() + b"\n", "tthc.mo": mo.getvalue()}


def main() -> int:
    path = FOLDER / "tthc.po"
    catalog = current(path.read_bytes() if path.exists() else b"")
    faults = [f"{fault}: {message.id!r}" for message in catalog if message.id for fault in _faults(message)]
    wanted = files(catalog)
    stale = [
        name for name, data in wanted.items() if not (FOLDER / name).exists() or (FOLDER / name).read_bytes() != data
    ]
    if "--check" not in sys.argv:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name in stale:
            (FOLDER / name).write_bytes(wanted[name])
        stale = []
    for fault in faults:
        print(fault)
    for name in stale:
        print(f"stale: {FOLDER / name}; run python tools/messages.py")
    return 1 if stale or faults else 0


def _faults(message: Message) -> Iterator[str]:
    """What is wrong with a translation."""
    translation = message.string if isinstance(message.string, str) else "".join(message.string or ())
    source = message.id if isinstance(message.id, str) else message.id[1]
    if not translation:
        yield "not translated"
    elif _placeholders(translation) != _placeholders(source):
        yield "other placeholders"
    elif not unicodedata.is_normalized("NFC", translation):
        yield "not NFC"


def _placeholders(text: str) -> set[str]:
    try:
        return {name for _text, name, _form, _conversion in string.Formatter().parse(text) if name}
    except ValueError:  # braces that are meant as such: the message is not a template
        return set()


if __name__ == "__main__":
    sys.exit(main())
