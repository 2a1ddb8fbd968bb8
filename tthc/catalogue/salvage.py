"""What can be read of a file of procedures that is no YAML as a whole: its records one by one.

A tab or a quote that is missing ends the reading of a YAML file where it stands, with all that follows. But the records
of a catalogue are items of a list in block style: each is YAML by itself, and one with a slip costs only itself. Read
alone, it also tells better where the slip is: a quote that is never closed cannot take in the records behind it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tthc.catalogue.reader import Document, Map, Seq, read_text
from tthc.catalogue.yaml_problems import Problem

_LIST = re.compile(rb"procedures[ ]*:[ ]*(?:#.*)?")
_ITEM = re.compile(rb"( *)-(?: .*)?")
_KEY = re.compile(rb"[a-z_]+[ ]*:(?:\s|$)")  # of the file, behind the list


def salvage(data: bytes, whole: Sequence[Problem]) -> Document | None:
    """The records that can be read, with what is wrong in the others; None where the file has another form.

    `whole` is what is wrong with the file read as a whole: it is said where no record by itself explains it.
    """
    lines = data.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True)
    found = _records(lines)
    if found is None:
        return None
    first, last, starts = found
    head = read_text(b"".join(_only(lines, range(first), range(last, len(lines)))))
    if not isinstance(head.data, Map):
        return None
    problems = list(head.problems)
    records = Seq()
    records.marks, records.at = [], head.data.marks["procedures"][0]
    for start, end in pairwise([*starts, last]):
        document = read_text(b"".join(_only(lines, range(start, end))))
        problems += document.problems
        if isinstance(document.data, Seq):
            records += document.data
            records.marks += document.data.marks
        elif not document.problems:
            return None
    head.data["procedures"] = records
    return Document(head.data, tuple(problems or whole))


def _records(lines: Sequence[bytes]) -> tuple[int, int, list[int]] | None:
    """Where the list of records begins and ends, and the first line of each; None without a list in block style."""
    key = next((n for n, line in enumerate(lines) if _LIST.fullmatch(line.rstrip())), None)
    if key is None:
        return None
    last = next((n for n in range(key + 1, len(lines)) if _KEY.match(lines[n])), len(lines))
    items = {n: match for n in range(key + 1, last) if (match := _ITEM.fullmatch(lines[n].rstrip()))}
    indent = next((match[1] for match in items.values()), None)
    starts = [n for n, match in items.items() if match[1] == indent]
    if not starts:
        return None
    return starts[0], last, starts


def _only(lines: Sequence[bytes], *kept: range) -> Iterator[bytes]:
    """These lines, with blank ones in place of the others: every place stays what it is."""
    for number, line in enumerate(lines[: max(part.stop for part in kept)]):
        yield line if any(number in part for part in kept) else b"\n"
