"""YAML text to plain data that remembers where every key and value stands.

libyaml's events, through the C parser of ruamel.yaml.clib, composed here: faster than any loader that builds nodes, and
with line and column for diagnostics. A catalogue needs only a part of YAML: maps, lists and scalars of YAML 1.2's core
schema. Anchors, aliases, merge keys, tags, duplicate keys and several documents are refused with place and reason.
"""

import re
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

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
    LINE_SEPARATORS,
    Problem,
    bad_encoding,
    bad_key,
    complex_key,
    refused_feature,
    second_document,
    stray_characters,
    too_deep,
)
from tthc.catalogue.yaml_syntax import bad_syntax

MAX_DEPTH = 40  # a record is seven levels deep; deeper is a mistake or an attack


class Mark(Protocol):
    """A place in the text: line and column in characters, both from 0."""

    line: int
    column: int


class Map(dict[str, Any]):
    """A mapping; `marks[key]` holds the marks of the key and of its value, `at` the mark of the whole."""

    __slots__ = ("at", "marks")
    marks: dict[str, tuple[Mark, Mark]]
    at: Mark


class Seq(list[Any]):
    """A sequence; `marks[i]` is the mark of item i, `at` that of the whole."""

    __slots__ = ("at", "marks")
    marks: list[Mark]
    at: Mark


class Document(NamedTuple):
    """What a file says, and what is wrong with how it says it. `data` is None where nothing could be read."""

    data: Any
    problems: tuple[Problem, ...]


# YAML 1.2 core schema. Everything else is text: `no`, `1_0`, `12:30`, `2026-10-01`.
_NAMED: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER = re.compile(
    r"(?P<int>[-+]?[0-9]+)|(?P<hex>0x[0-9a-fA-F]+)|(?P<oct>0o[0-7]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?)|(?P<special>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
_NUMBERS_BEGIN = frozenset("0123456789+-.")
_LONGEST_NUMBER = 40  # longer digits are text: no catalogue number needs them, and huge integers are slow to build


def resolve(value: str) -> Any:
    """The value of a plain scalar. A fraction stays a `Decimal`, so that its digits survive."""
    if value in _NAMED:
        return _NAMED[value]
    if value[0] not in _NUMBERS_BEGIN or len(value) > _LONGEST_NUMBER:
        return value
    match = _NUMBER.fullmatch(value)
    return _VALUES[match.lastgroup](value) if match and match.lastgroup else value


_VALUES: dict[str, Any] = {
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
    if any(separator in data for separator in LINE_SEPARATORS):
        return _read_without_strays(data)
    problems: list[Problem] = []
    try:
        return Document(_compose(CParser(data), problems), tuple(problems))
    except _RefusedError as error:
        problems.append(error.problem)
    except MarkedYAMLError as error:
        problems.append(bad_syntax(error, data))
    except YAMLError:  # a control character is the one thing libyaml refuses in valid UTF-8 without a mark
        return _read_without_strays(data)
    return Document(None, tuple(problems))


def records(data: Any) -> list[tuple[Mark, Any]]:
    """Every record of a file of procedures, valid or not, with its place."""
    found = data.get("procedures") if isinstance(data, Map) else None
    return list(zip(found.marks, found, strict=True)) if isinstance(found, Seq) else []


def places(data: Any) -> list[tuple[int, int]]:
    """Line and column, from 1, of each record of a file."""
    return [(mark.line + 1, mark.column + 1) for mark, _record in records(data)]


def _read_without_strays(data: bytes) -> Document:
    """Report characters that do not belong into YAML and read on as if they were blanks."""
    problem, cleaned = stray_characters(data)
    document = read_text(cleaned)
    return Document(document.data, (problem, *document.problems))


class _RefusedError(Exception):
    """The file cannot be read further without guessing."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


_DROPPED = object()  # the key of a value that must not be kept: its key stood before


def _compose(parser: Any, problems: list[Problem]) -> Any:  # noqa: PLR0912, PLR0915 - one loop, for speed
    """Build data from events with an explicit stack: depth is bounded, and no call is spent on a scalar."""
    next_event = parser.get_event
    root: list[Any] = []
    container: Any = root  # what the next value goes into
    in_map = False
    key: Any = None  # the key waiting for its value, in a map
    key_mark: Any = None
    stack: list[tuple[Any, bool, Any, Any]] = []
    anchored: dict[str, Any] = {}  # only single values: what an alias of a map repeats can grow without bound

    while True:
        event = next_event()
        kind = type(event)
        if kind is ScalarEvent:
            mark = event.start_mark
            value = event.value
            if event.anchor is not None or event.ctag is not None:
                _refuse_feature(event, problems)
            if in_map and key is None:
                key, key_mark = value, mark
                if key in container or key == "<<":
                    first = container.marks[key][0].line if key in container else 0
                    problems.append(bad_key(key, mark, first))
                    key = _DROPPED
                continue
            if event.implicit[0] and event.ctag is None:
                value = resolve(value)
            if event.anchor is not None:
                anchored[event.anchor] = value
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            mark = event.start_mark
            if event.anchor is not None or event.ctag is not None:
                _refuse_feature(event, problems)
            if len(stack) >= MAX_DEPTH:
                raise _RefusedError(too_deep(event, MAX_DEPTH))
            if in_map and key is None:
                raise _RefusedError(complex_key(event))
            stack.append((container, in_map, key, key_mark))
            in_map = kind is MappingStartEvent
            container = Map() if in_map else Seq()
            container.at = mark
            container.marks = {} if in_map else []
            key = None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = container
            mark = container.at
            container, in_map, key, key_mark = stack.pop()
        elif kind is AliasEvent:
            if in_map and key is None:
                raise _RefusedError(refused_feature(event))
            if key is not _DROPPED:
                problems.append(refused_feature(event))
            if event.anchor not in anchored:
                key = None
                continue
            value, mark = anchored[event.anchor], event.start_mark
        elif kind is DocumentStartEvent:
            if root:
                problems.append(second_document(event.start_mark))
                return root[0]
            continue
        elif kind is StreamEndEvent:
            return root[0] if root else None
        elif kind is StreamStartEvent or kind is DocumentEndEvent:
            continue
        else:  # libyaml has no other events
            raise AssertionError(event)

        if in_map:
            if key is not _DROPPED:
                container[key] = value
                container.marks[key] = (key_mark, mark)
            key = None
        else:
            container.append(value)
            if stack:
                container.marks.append(mark)


def _refuse_feature(event: Any, problems: list[Problem]) -> None:
    if event.anchor or event.tag != "!":  # "!" alone only says that a scalar is text
        problems.append(refused_feature(event))
