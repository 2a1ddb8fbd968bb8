"""Make a YAML text hold other data by touching only the lines that must change.

The text is composed into nodes that know where they begin and end; the wanted data are compared with them, and only
what differs is cut out and written anew in canonical form. Comments, order, quoting and blank lines elsewhere are never
parsed into anything and so cannot be lost. (A round-trip dump would reformat the whole record, and drops the comments
that follow a deleted key.) The result is read again before it is returned: it holds exactly the wanted data, or nothing
is returned.
"""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from tthc.catalogue.emit import emit, emit_entry, emit_inline, emit_item
from tthc.catalogue.nodes import Node, Part, compose, line_end
from tthc.catalogue.reader import read_text
from tthc.messages import _

_BOM = "\ufeff"
_COMMENT = re.compile(r"[ \t]+#.*")
_NOT_BLANK = re.compile(r"[^ ]|\Z")
_IDENTITY = ("code", "id", "number", "channel", "name", "when")  # what says that two maps are about the same thing


class NotEditableError(Exception):
    """The text cannot be changed without risk to what it holds; the message says why."""


def rewrite(text: str, data: Mapping[str, Any]) -> str:
    """`text` with the least change after which it holds `data`: texts, numbers, booleans, dates, maps and lists.

    A byte order mark and CRLF line ends are kept. Raises NotEditableError for a text the catalogue reader finds fault
    with, or that cannot be changed safely.
    """
    body = text.removeprefix(_BOM)
    crlf = "\r\n" in body and body.count("\r\n") == body.count("\n")
    if crlf:
        body = body.replace("\r\n", "\n")
    held = faultless(body.encode())
    if same(held, data):
        return text
    changed = _changed(body, data) if held is not None else f"{body.rstrip()}\n{emit(data)}".lstrip()
    if not same(faultless(changed.encode()), data):
        raise NotEditableError(_("the file is written in a way that cannot be changed safely; change it by hand"))
    return text[: len(text) - len(text.removeprefix(_BOM))] + (changed.replace("\n", "\r\n") if crlf else changed)


def same(held: Any, wanted: Any) -> bool:
    """Whether data as read equals wanted data, types included (`1`, `true` and "1" differ; a date is its ISO text)."""
    if isinstance(wanted, Mapping):
        return isinstance(held, dict) and held.keys() == wanted.keys() and all(same(held[k], wanted[k]) for k in wanted)
    if isinstance(wanted, str):
        return isinstance(held, str) and held == wanted
    if isinstance(wanted, Sequence):
        return isinstance(held, list) and len(held) == len(wanted) and all(map(same, held, wanted))
    if isinstance(wanted, date):
        return bool(held == wanted.isoformat())
    if isinstance(wanted, float):
        return isinstance(held, Decimal) and float(held) == wanted
    return type(held) is type(wanted) and bool(held == wanted)


def faultless(text: bytes) -> Any:
    """What the catalogue's own reader makes of a text. Raises NotEditableError where it finds fault with it."""
    document = read_text(text)
    if document.problems:
        problem = document.problems[0]
        raise NotEditableError(
            _("line {line}: {message}; put that right first").format(line=problem.line, message=problem.message)
        )
    return document.data


class _Splice(NamedTuple):
    start: int
    end: int
    text: str


def _changed(text: str, data: Mapping[str, Any]) -> str:
    root = compose(text)
    splices = _changes(root, data, text)
    if splices is None:
        end = line_end(text, root.end)
        comment = text[root.end : end].strip()
        splices = [_Splice(root.start, end, emit(data) + comment if comment else emit(data).removesuffix("\n"))]
    pieces, done = [], 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        pieces += [text[done:start], new]
        done = end
    return "".join([*pieces, text[done:]])


def _changes(node: Node, wanted: Any, text: str) -> list[_Splice] | None:
    """The changes inside a node that give it the wanted value; None if it must be written anew as a whole."""
    if same(node.value, wanted):
        return []
    if not node.parts or not wanted:
        return None
    if isinstance(node.value, dict) and isinstance(wanted, Mapping):
        if not node.block:
            return _flow(node, wanted, text) if node.value.keys() == wanted.keys() else None
        held = {part.key: part for part in node.parts}
        plan = [(held.get(key), value, _entry(key, value, node.column)) for key, value in wanted.items()]
        return _block(node, plan, text)
    if isinstance(node.value, list) and isinstance(wanted, Sequence) and not isinstance(wanted, str):
        if not node.block:
            return _flow(node, wanted, text) if len(node.value) == len(wanted) else None
        return _block(node, [(p, value, _item(value, node.column)) for p, value in _aligned(node, wanted)], text)
    return None


def _entry(key: str, value: Any, column: int) -> Callable[[], str]:
    return lambda: emit_entry(key, value, column)[column:-1]


def _item(value: Any, column: int) -> Callable[[], str]:
    return lambda: emit_item(value, column)[column:-1]


def _aligned(node: Node, wanted: Sequence[Any]) -> Iterator[tuple[Part | None, Any]]:
    """Each wanted item with the item of the list that it is, or becomes; None for a new one."""
    before, after = [[_identity(value) for value in values] for values in (node.value, wanted)]
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for _kind, held, held_end, new, new_end in matcher.get_opcodes():
        for offset in range(new_end - new):
            yield (node.parts[held + offset] if held + offset < held_end else None), wanted[new + offset]


def _identity(value: Any) -> str:
    if isinstance(value, Mapping):
        return next((str(value[key]) for key in _IDENTITY if key in value), emit_inline(value))
    return emit_inline(value)


def _flow(node: Node, wanted: Any, text: str) -> list[_Splice] | None:
    """Changes inside `{…}` or `[…]` where only single values differ."""
    splices = []
    for part in node.parts:
        value = wanted[part.key]
        inner = _changes(part.value, value, text)
        if inner is None:
            written = part.value.start < part.value.end and not part.value.parts
            if not written or (value and isinstance(value, Mapping | Sequence) and not isinstance(value, str)):
                return None
            inner = [_Splice(part.value.start, part.value.end, emit_inline(value))]
        splices += inner
    return splices


def _block(node: Node, plan: list[tuple[Part | None, Any, Callable[[], str]]], text: str) -> list[_Splice] | None:
    """Changes to the entries or items of a block collection: `plan` has those wanted, in order, new ones as None."""
    kept = [part for part, _value, _text in plan if part]
    if not kept:
        return None
    splices = []
    pad = " " * node.column
    before = -1  # the end of the line after which a new entry goes
    for part, value, written in plan:
        if part is None and before < 0:
            splices.append(_Splice(kept[0].start, kept[0].start, f"{written()}\n{pad}"))
        elif part is None:
            splices.append(_Splice(before, before, f"\n{pad}{written()}"))
        else:
            before = line_end(text, part.value.end)
            inner = _changes(part.value, value, text)
            if inner is None:
                first, newline, rest = written().partition("\n")
                inner = [_Splice(part.start, before, first + _comment(part, before, text) + newline + rest)]
            splices += inner
    return splices + _deletions(node, {part.start for part in kept}, text)


def _comment(part: Part, end: int, text: str) -> str:
    """The comment, with the blanks before it, on the first line of an entry or item that is written anew."""
    value = part.value
    head_end = line_end(text, part.head)
    if value.start > head_end or (value.block and value.parts):
        comment = text[part.head : min(head_end, value.start)]
    elif value.block:
        comment = text[value.start : head_end]
    else:
        comment = text[value.end : end]
    found = _COMMENT.search(comment)
    return found[0] if found else ""


def _deletions(node: Node, kept: set[int], text: str) -> list[_Splice]:
    """Take out the lines of the parts that are not kept, and of nothing else."""
    splices = []
    first = node.parts[0].start
    leading = first not in kept and bool(text[text.rfind("\n", 0, first) + 1 : first].strip(" "))  # behind a dash
    for part in node.parts:
        end = line_end(text, part.value.end)
        line = text.rfind("\n", 0, part.start)
        leading = leading and part.start not in kept
        if leading:  # what comes next moves up behind the dash
            splices = [_Splice(first, _after_blanks(text, end + 1), "")]
        elif part.start not in kept:
            splices.append(_Splice(line, end, "") if line >= 0 else _Splice(0, end + 1, ""))
    return splices


def _after_blanks(text: str, offset: int) -> int:
    found = _NOT_BLANK.search(text, offset)
    return found.start() if found else len(text)
