"""Where the parts of a record stand: entries keep only the line of their record, so files are read again on demand."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tthc.catalogue.files import read_file
from tthc.catalogue.reader import Map, Mark, Seq, read_text
from tthc.domain.finding import Finding, Location


class Sources:
    """The files of a catalogue by the path they are shown under; each is read and composed at most once."""

    def __init__(self, given: Mapping[str, bytes] | None = None) -> None:
        self._bytes: dict[str, bytes] = dict(given or {})
        self._records: dict[str, dict[int, Map]] = {}

    def data(self, shown: str) -> bytes:
        """The bytes of a file; nothing where it cannot be read."""
        if shown not in self._bytes:
            source = read_file(Path(shown), shown)
            self._bytes[shown] = b"" if isinstance(source, Finding) else source.data
        return self._bytes[shown]

    def text(self, shown: str) -> str:
        """The text of a file with LF line ends, without a byte order mark."""
        words = self.data(shown).decode("utf-8", "replace").removeprefix("\ufeff")
        return words.replace("\r\n", "\n")

    def place(self, record: Location, path: tuple[str | int, ...]) -> Location:
        """Where `path` inside a record stands, or the nearest part above it; line 0 names the file as a whole."""
        root = self._maps(record.path).get(record.line)
        mark = _mark(root, path) if root is not None else None
        return Location(record.path, mark.line + 1, mark.column + 1) if mark else record

    def index(self, record: Location) -> int | None:
        """Which record of its file stands at this line, from 0."""
        lines = [line for line in self._maps(record.path) if line]
        return lines.index(record.line) if record.line in lines else None

    def _maps(self, shown: str) -> dict[int, Map]:
        """The records of a file by line (from 1), and the whole file under 0."""
        if shown not in self._records:
            root = read_text(self.data(shown)).data
            found = {0: root} if isinstance(root, Map) else {}
            records = root.get("procedures") if isinstance(root, Map) else None
            if isinstance(records, Seq):
                pairs = zip(records.marks, records, strict=True)
                found |= {mark.line + 1: record for mark, record in pairs if isinstance(record, Map)}
            self._records[shown] = found
        return self._records[shown]


def _mark(root: Map, path: tuple[str | int, ...]) -> Mark | None:
    """The mark of the value at the end of the path; of its key where the value is a collection."""
    node: Any = root
    mark: Mark | None = None
    for part in path:
        if isinstance(node, Map) and isinstance(part, str) and part in node:
            key, value = node.marks[part]
            node = node[part]
            mark = key if isinstance(node, Map | Seq) else value
        elif isinstance(node, Seq) and isinstance(part, int) and part < len(node):
            mark, node = node.marks[part], node[part]
        else:
            break
    return mark
