"""YAML text to plain data that remembers where every key and value stands.

libyaml's events, through the C parser of ruamel.yaml.clib, composed here: faster than any loader that builds nodes, and
with line and column for diagnostics. A catalogue needs only a part of YAML: maps, lists and scalars of YAML 1.2's core
schema. Anchors, aliases, merge keys, tags, duplicate keys and several documents are refused with place and reason.
"""

import re
from decimal import Decimal
from typing import Any, NamedTuple

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from tthc.catalogue.yaml_problems import (
    Problem,
    bad_encoding,
    bad_key,
    bad_syntax,
    complex_key,
    control_character,
    refused_feature,
    second_document,
    too_deep,
)

MAX_DEPTH = 40  # a record is seven levels deep; deeper is a mistake or an attack


class Map(dict[str, Any]):
    """A mapping; `marks[key]` is (line, column) of the key and of its value, from 0; `at` where the mapping starts."""

    __slots__ = ("at", "marks")
    marks: dict[str, tuple[int, int, int, int]]
    at: tuple[int, int]


class Seq(list[Any]):
    """A sequence; `marks[i]` is (line, column) of item i, from 0."""

    __slots__ = ("at", "marks")
    marks: list[tuple[int, int]]
    at: tuple[int, int]


class Document(NamedTuple):
    """What a file says, and what is wrong with how it says it. `data` is None where nothing could be read."""

    data: Any
    problems: tuple[Problem, ...]


# YAML 1.2 core schema. Everything else is text: `no`, `1_0`, `12:30`, `2026-10-01`.
_CORE = re.compile(
    r"(?P<null>null|Null|NULL|~|)|(?P<true>true|True|TRUE)|(?P<false>false|False|FALSE)"
    r"|(?P<int>[-+]?[0-9]+)|(?P<hex>0x[0-9a-fA-F]+)|(?P<oct>0o[0-7]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?)|(?P<special>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
_MAYBE_NOT_TEXT = frozenset("0123456789+-.~nNtTfF")
_LONGEST_NUMBER = 40  # longer digits are text: no catalogue number needs them, and huge integers are slow to build


def resolve(value: str) -> Any:
    """The value of a plain scalar. A fraction stays a `Decimal`, so that its digits survive."""
    if len(value) > _LONGEST_NUMBER:
        return value
    match = _CORE.fullmatch(value)
    if match is None:
        return value
    return _VALUES[match.lastgroup or "null"](value)


_VALUES: dict[str, Any] = {
    "null": lambda _value: None,
    "true": lambda _value: True,
    "false": lambda _value: False,
    "int": int,
    "hex": lambda value: int(value, 16),
    "oct": lambda value: int(value, 8),
    "float": Decimal,
    "special": lambda value: Decimal(value.replace(".", "").replace("INF", "Infinity")),
}


def read_text(data: bytes) -> Document:
    """Compose one YAML document from UTF-8 bytes (a byte order mark is accepted)."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    problem = bad_encoding(data)
    if problem:
        return Document(None, (problem,))
    problems: list[Problem] = []
    try:
        return Document(_compose(CParser(data), problems), tuple(problems))
    except _RefusedError as error:
        problems.append(error.problem)
    except MarkedYAMLError as error:
        problems.append(bad_syntax(error, data))
    except YAMLError:
        problems.append(control_character(data))
    return Document(None, tuple(problems))


class _RefusedError(Exception):
    """The file cannot be read further without guessing."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def _compose(parser: Any, problems: list[Problem]) -> Any:  # noqa: PLR0912, PLR0915 - one loop, for speed
    """Build data from events with an explicit stack: depth is bounded, and no call is spent on a scalar."""
    next_event = parser.get_event
    root: list[Any] = []
    container: Any = root  # what the next value goes into
    key: Any = None  # the key waiting for its value, when the container is a Map
    key_at = (0, 0)
    stack: list[tuple[Any, Any, tuple[int, int]]] = []

    while True:
        event = next_event()
        kind = type(event)
        if kind is ScalarEvent:
            mark = event.start_mark
            if event.anchor or (event.tag and event.tag != "!"):
                problems.append(refused_feature(event))
            if type(container) is Map and key is None:
                key = event.value
                key_at = (mark.line, mark.column)
                if key in container or key == "<<":
                    first = container.marks[key][0] if key in container else 0
                    problems.append(bad_key(key, key_at, first))
                continue
            value = event.value
            if event.implicit[0] and (not value or value[0] in _MAYBE_NOT_TEXT):
                value = resolve(value)
            at = (mark.line, mark.column)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            mark = event.start_mark
            if event.anchor or event.tag:
                problems.append(refused_feature(event))
            if len(stack) >= MAX_DEPTH:
                raise _RefusedError(too_deep(event, MAX_DEPTH))
            if type(container) is Map and key is None:
                raise _RefusedError(complex_key(event))
            stack.append((container, key, key_at))
            container = Map() if kind is MappingStartEvent else Seq()
            container.at = (mark.line, mark.column)
            container.marks = {} if kind is MappingStartEvent else []
            key = None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value, at = container, container.at
            container, key, key_at = stack.pop()
        elif kind is AliasEvent:
            if type(container) is Map and key is None:
                raise _RefusedError(refused_feature(event))
            problems.append(refused_feature(event))
            value, at = None, (event.start_mark.line, event.start_mark.column)
        elif kind is DocumentStartEvent:
            if root:
                mark = event.start_mark
                problems.append(second_document(mark.line, mark.column))
                return root[0]
            continue
        elif kind is StreamEndEvent:
            return root[0] if root else None
        elif kind is StreamStartEvent or kind is DocumentEndEvent:
            continue
        else:  # pragma: no cover - libyaml has no other events
            raise AssertionError(event)

        if type(container) is Map:
            if key not in container:
                container[key] = value
                container.marks[key] = (*key_at, *at)
            key = None
        elif type(container) is Seq:
            container.append(value)
            container.marks.append(at)
        else:
            root.append(value)
