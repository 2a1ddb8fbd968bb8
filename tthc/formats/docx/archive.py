"""A document as bytes, the same bytes every time."""

import io
import zipfile

from docx.document import Document

_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP archive can name


def packed(document: Document) -> bytes:
    """The document as DOCX; the archive tells no time."""
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(out, "w") as target:
        for part in source.infolist():
            entry = zipfile.ZipInfo(part.filename, _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same whatever the machine
            target.writestr(entry, source.read(part))
    return out.getvalue()
