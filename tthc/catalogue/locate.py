"""Where the parts of a record stand: entries keep only the line of their record, so files are read again on demand."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tthc.catalogue.files import Disk
from tthc.catalogue.reader import Map, Mark, Seq, read_text
from tthc.domain.finding import Finding, Location


class Sources:
    """The files of a catalogue by the path they are shown under; each is read at most once."""

    def __init__(self, given: Mapping[str, bytes] | None = None, disk: Disk | None = None) -> None:
        self._bytes: dict[str, bytes] = dict(given or {})
        self._disk = disk or Disk()
        self._lines: dict[str, list[bytes]] = {}
        self._read: dict[str, list[str]] = {}
        self._places: dict[str, dict[int, int]] = {}
        self._records: dict[Location, tuple[Any, int]] = {}

    def over(self, given: Mapping[str, bytes]) -> "Sources":
        """These files, but with the texts given: from stdin, or as fixes leave them."""
        return Sources({**self._bytes, **given}, self._disk)

    def data(self, shown: str) -> bytes:
        """The bytes of a file; nothing where it cannot be read."""
        if shown not in self._bytes:
            source = self._disk.read(Path(shown), shown)
            self._bytes[shown] = b"" if isinstance(source, Finding) else source.data
        return self._bytes[shown]

    def lines(self, shown: str) -> Sequence[str]:
        """The lines of a file, without a byte order mark and without their ends."""
        if shown not in self._read:
            words = self.data(shown).decode("utf-8", "replace").removeprefix("\ufeff")
            self._read[shown] = words.replace("\r\n", "\n").split("\n")
        return self._read[shown]

    def place(self, record: Location, path: tuple[str | int, ...]) -> Location:
        """Where `path` inside a record stands, or the nearest part above it; line 0 names the file as a whole."""
        if not path:
            return record
        if record not in self._records:
            self._records[record] = self._compose(record)
        root, line = self._records[record]
        mark = _mark(root, path) if isinstance(root, Map) else None
        return Location(record.path, line + mark.line + 1, mark.column + 1) if mark else record

    def index(self, record: Location) -> int | None:
        """Which record of its file stands at this line, from 0."""
        if record.path not in self._places:
            root = read_text(self.data(record.path)).data
            records = root.get("procedures") if isinstance(root, Map) else None
            marks = records.marks if isinstance(records, Seq) else []
            self._places[record.path] = {mark.line + 1: n for n, mark in enumerate(marks)}
        return self._places[record.path].get(record.line)

    def _compose(self, record: Location) -> tuple[Any, int]:
        """The data of a record (of the whole file for line 0), and the line its marks are counted from.

        The lines of a record in block style are YAML by themselves: reading them alone is far quicker than the file.
        """
        if record.line:
            lines = self._lines.setdefault(record.path, self.data(record.path).split(b"\n"))
            alone = read_text(b"\n".join(_item(lines, record.line - 1))).data if record.line <= len(lines) else None
            if isinstance(alone, Seq) and len(alone) == 1:
                return alone[0], record.line - 1
        root = read_text(self.data(record.path)).data
        if not record.line:
            return root, 0
        records = root.get("procedures") if isinstance(root, Map) else None
        pairs = zip(records.marks, records, strict=True) if isinstance(records, Seq) else ()
        return next((item for mark, item in pairs if mark.line + 1 == record.line), None), 0


def _item(lines: list[bytes], first: int) -> list[bytes]:
    """The lines of the list item that begins at `first`."""
    indent = _indent(lines[first])
    end = first + 1
    while end < len(lines):
        stripped = lines[end].strip()
        if stripped and not stripped.startswith(b"#") and _indent(lines[end]) <= indent:
            break
        end += 1
    return lines[first:end]


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" "))


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
