"""Files that are no JSON, known by their first bytes: what officers have at hand, and try to import."""

from tthc.messages import _

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"


def kind(data: bytes, suffix: str) -> str:
    """What a file is called whose bytes are those of another program; nothing for what may be JSON.

    CSV has no bytes of its own: there, the ending of the name decides.
    """
    if data.startswith(_ZIP):
        return _excel() if b"xl/" in data else _word() if b"word/" in data else _("a ZIP archive")
    if data.startswith(_OLD_OFFICE):
        return _word() if "WordDocument".encode("utf-16-le") in data else _excel()
    if data.startswith(_PDF):
        return _("a PDF file")
    return _("a CSV file") if suffix.casefold() in (".csv", ".tsv") else ""


def _excel() -> str:
    return _("an Excel file")


def _word() -> str:
    return _("a Word file")
