"""YAML text to nodes that know where they begin and end, for changing a text in place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from _ruamel_yaml import CParser
from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from tthc.catalogue.reader import resolve


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands: `start` to `end` (without line end), offsets in the text."""

    value: Any
    start: int
    end: int
    column: int
    block: bool  # a literal or folded text, or a collection in block style
    parts: "tuple[Part, ...]" = ()


class Part(NamedTuple):
    """An entry of a map or an item of a list. `start` is at its key or dash, `head` after the key or dash."""

    key: Any
    start: int
    head: int
    value: Node


def compose(text: str) -> Node:
    """The nodes of a text that the catalogue reader accepts and finds data in; lines end with LF."""
    parser = CParser(text.encode())

    def events() -> Iterator[Any]:
        while parser.check_event():
            yield parser.get_event()

    stream = events()
    for event in stream:
        if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            return _node(event, stream, text)
    raise AssertionError(text)  # the reader has found data in it


def _node(event: Any, events: Iterator[Any], text: str) -> Node:
    start, column = event.start_mark.index, event.start_mark.column
    if isinstance(event, ScalarEvent):
        value = resolve(event.value) if event.implicit[0] else event.value
        block = event.style in ("|", ">")
        end = _block_text_end(text, start, event.end_mark.index) if block else event.end_mark.index
        return Node(value, start, end, column, block)
    parts: list[Part] = []
    if isinstance(event, MappingStartEvent):
        for key in events:
            if isinstance(key, MappingEndEvent):
                end = key.end_mark.index
                break
            child = _node(next(events), events, text)
            parts.append(Part(key.value, key.start_mark.index, key.end_mark.index, child))
        value = {part.key: part.value.value for part in parts}
    else:
        dash = start
        for item in events:
            if isinstance(item, SequenceEndEvent):
                end = item.end_mark.index
                break
            if parts and not event.flow_style:
                dash = _next_dash(text, parts[-1].value.end, column)
            parts.append(Part(len(parts), dash, dash + 1, _node(item, events, text)))
        value = [part.value.value for part in parts]
    if not event.flow_style:
        end = parts[-1].value.end
    return Node(value, start, end, column, not event.flow_style, tuple(parts))


def _next_dash(text: str, after: int, column: int) -> int:
    """Where the next item of a block list begins: comments and blank lines may stand before it."""
    while True:
        line = line_end(text, after) + 1
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


def line_end(text: str, offset: int) -> int:
    """Where the line at `offset` ends, before its line end."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
