"""Make a YAML text hold other data by touching only the lines that must change.

The text is composed into nodes that know where they begin and end; the wanted data are compared with them, and only what
differs is cut out and written anew in canonical form. Comments, order, quoting and blank lines elsewhere are never
parsed into anything and so cannot be lost. A round-trip dump would reformat the whole record, and drops the comments
that follow a deleted key. The result is read again before it is returned: it holds exactly the wanted data, or nothing
is returned.
"""

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from _ruamel_yaml import CParser
from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from tthc.catalogue.emit import emit, emit_entry, emit_inline, emit_item
from tthc.catalogue.reader import read_text, resolve
from tthc.messages import _

_BOM = "\ufeff"


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
    held = _read(body)
    if same(held, data):
        return text
    changed = _changed(body, data) if held is not None else f"{body.rstrip()}\n{emit(data)}".lstrip()
    if not same(_read(changed), data):
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


def _read(text: str) -> Any:
    """What the catalogue's own reader makes of the text."""
    document = read_text(text.encode())
    if document.problems:
        problem = document.problems[0]
        raise NotEditableError(
            _("line {line}: {message}; put that right first").format(line=problem.line, message=problem.message)
        )
    return document.data


# --- text → nodes


@dataclass(frozen=True, slots=True)
class _Node:
    """A value and where it stands: `start` to `end` (without line end), offsets in the text."""

    value: Any
    start: int
    end: int
    column: int
    block: bool  # a literal or folded text, or a collection in block style
    parts: "tuple[_Part, ...]" = ()


class _Part(NamedTuple):
    """An entry of a map or an item of a list. `start` is at its key or dash, `head` after the key or dash."""

    key: Any
    start: int
    head: int
    value: _Node


def _compose(text: str) -> _Node:
    parser = CParser(text.encode())

    def events() -> Iterator[Any]:
        while parser.check_event():
            yield parser.get_event()

    stream = events()
    for event in stream:
        if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            return _node(event, stream, text)
    raise AssertionError(text)  # the reader has found data in it


def _node(event: Any, events: Iterator[Any], text: str) -> _Node:
    start, column = event.start_mark.index, event.start_mark.column
    if isinstance(event, ScalarEvent):
        value = resolve(event.value) if event.implicit[0] else event.value
        block = event.style in ("|", ">")
        end = _block_text_end(text, start, event.end_mark.index) if block else event.end_mark.index
        return _Node(value, start, end, column, block)
    parts = []
    if isinstance(event, MappingStartEvent):
        for key in iter(lambda: next(events), None):
            if isinstance(key, MappingEndEvent):
                end = key.end_mark.index
                break
            child = _node(next(events), events, text)
            parts.append(_Part(key.value, key.start_mark.index, key.end_mark.index, child))
        value = {part.key: part.value.value for part in parts}
    else:
        dash = start
        for item in iter(lambda: next(events), None):
            if isinstance(item, SequenceEndEvent):
                end = item.end_mark.index
                break
            if parts and not event.flow_style:
                dash = _next_dash(text, parts[-1].value.end, column)
            parts.append(_Part(len(parts), dash, dash + 1, _node(item, events, text)))
        value = [part.value.value for part in parts]
    if not event.flow_style:
        end = parts[-1].value.end
    return _Node(value, start, end, column, not event.flow_style, tuple(parts))


def _next_dash(text: str, after: int, column: int) -> int:
    """Where the next item of a block list begins: comments and blank lines may stand before it."""
    while True:
        line = _line_end(text, after) + 1
        dash = line + column
        if text.startswith("-", dash) and not text[line:dash].strip(" "):
            return dash
        after = line


def _block_text_end(text: str, start: int, end: int) -> int:
    """The end of a block text without the blank lines that follow it (unless they belong to it)."""
    header, *lines = text[start:end].split("\n")
    if not lines[-1]:
        lines.pop()
    if "+" not in header.partition("#")[0]:
        indent = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), 0)
        while lines and not lines[-1].strip(" ") and len(lines[-1]) <= indent:
            lines.pop()
    return start + len("\n".join([header, *lines]))


# --- nodes and wanted data → splices


class _Splice(NamedTuple):
    start: int
    end: int
    text: str


def _changed(text: str, data: Mapping[str, Any]) -> str:
    root = _compose(text)
    splices = _changes(root, data, text)
    if splices is None:
        splices = [_Splice(root.start, root.end, emit(data).removesuffix("\n"))]
    for start, end, new in sorted(splices, key=lambda splice: splice[:2], reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _changes(node: _Node, wanted: Any, text: str) -> list[_Splice] | None:
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


def _aligned(node: _Node, wanted: Sequence[Any]) -> Iterator[tuple[_Part | None, Any]]:
    """Each wanted item with the item of the list that it is, or becomes; None for a new one."""
    matcher = difflib.SequenceMatcher(None, [repr(v) for v in node.value], [repr(v) for v in wanted], autojunk=False)
    for _kind, held, held_end, new, new_end in matcher.get_opcodes():
        for offset in range(new_end - new):
            yield (node.parts[held + offset] if held + offset < held_end else None), wanted[new + offset]


def _flow(node: _Node, wanted: Any, text: str) -> list[_Splice] | None:
    """Changes inside `{…}` or `[…]` where only values differ."""
    splices = []
    for part in node.parts:
        value = wanted[part.key]
        inner = _changes(part.value, value, text)
        if inner is None:
            if part.value.start == part.value.end:
                return None
            inner = [_Splice(part.value.start, part.value.end, emit_inline(value))]
        splices += inner
    return splices


def _block(
    node: _Node, plan: list[tuple[_Part | None, Any, Callable[[], str]]], text: str
) -> list[_Splice] | None:
    """Changes to the entries or items of a block collection: `plan` has those wanted, in order, new ones as None."""
    kept = [part for part, _value, _text in plan if part]
    if not kept:
        return None
    splices = []
    pad = " " * node.column
    before: int | None = None  # the end of the line after which a new entry goes
    for part, value, written in plan:
        if part is None and before is None:
            splices.append(_Splice(kept[0].start, kept[0].start, f"{written()}\n{pad}"))
        elif part is None:
            splices.append(_Splice(before, before, f"\n{pad}{written()}"))
        else:
            before = _line_end(text, part.value.end)
            inner = _changes(part.value, value, text)
            if inner is None:
                first, newline, rest = written().partition("\n")
                inner = [_Splice(part.start, before, first + _comment(part, before, text) + newline + rest)]
            splices += inner
    return splices + _deletions(node, {part.start for part in kept}, text)


def _comment(part: _Part, line_end: int, text: str) -> str:
    """The comment, with the blanks before it, on the first line of an entry or item that is written anew."""
    value = part.value
    head_end = _line_end(text, part.head)
    if value.start > head_end or (value.block and value.parts):
        comment = text[part.head : min(head_end, value.start)]
    elif value.block:
        comment = text[value.start : head_end]
    else:
        comment = text[value.end : line_end]
    return comment[comment.index("#") - 1 - _blanks_before(comment) :] if "#" in comment else ""


def _blanks_before(comment: str) -> int:
    lead = comment[: comment.index("#") - 1]
    return len(lead) - len(lead.rstrip(" \t"))


def _deletions(node: _Node, kept: set[int], text: str) -> list[_Splice]:
    """Take out the lines of the parts that are not kept, and of nothing else."""
    splices = []
    leading = node.parts[0].start if _shares_line(node.parts[0].start, text) else None  # after the dash of its list
    for part in node.parts:
        if part.start in kept:
            leading = None
            continue
        end = _line_end(text, part.value.end)
        if leading is not None:
            following = end + 1
            splices = [_Splice(leading, following + len(text[following:]) - len(text[following:].lstrip(" ")), "")]
        else:
            line = text.rfind("\n", 0, part.start)
            splices.append(_Splice(line, end, "") if line >= 0 else _Splice(0, end + 1, ""))
    return splices


def _shares_line(start: int, text: str) -> bool:
    return bool(text[text.rfind("\n", 0, start) + 1 : start].strip(" "))


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
