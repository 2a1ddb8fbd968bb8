"""Data → canonical YAML text, as every file of a catalogue is written.

Block style with two columns a level and dashes two columns in from their key, LF, one line a text; a text of several
lines is a literal block where YAML can hold it exactly. A text stands plain only where no YAML 1.1 or 1.2 reader takes
it for anything but that text; otherwise it is double-quoted. Texts are never changed: what is parsed from the output
equals what was given. Plain string building: a round-trip emitter would need minutes for a national catalogue.
"""

import dataclasses
import functools
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tthc.domain.procedure import ChannelEntry, DossierItem, Procedure

_STEP = 2
_FLOW_WIDTH = 120  # a list of words longer than this line is written one word a line
_KEY_WIDTH = 1000  # YAML finds a key only within 1024 characters; a longer one is announced by "? "

# What no YAML reader shows or keeps as it stands: controls, line ends other than LF, byte order marks, non-characters.
_UNSEEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_PLAIN = re.compile(
    rf"""(?![-?:,\[\]{{}}\#&*!|>'"%@`~=<.+])          # what opens something else, or a number
    (?:[^\t\n:\#{_UNSEEN}]++|:(?!\ |\Z)|(?<!\ )\#)++  # no key, no comment
    """,
    re.VERBOSE,
)
_MISREAD = re.compile(  # a number, a date, or a word of YAML 1.1 or 1.2
    r"[0-9][-+.,:_0-9a-fA-FxXoOtTzZ ]*|(?i:y|n|yes|no|on|off|true|false|null)"
)
_TO_ESCAPE = re.compile(rf"""[\t\n"\\{_UNSEEN}]""")
_NOT_LITERAL = re.compile(rf"[{_UNSEEN}]")
_FLOW_SIGNS = re.compile(r"[\n,?:\[\]{}]")
_WORD = re.compile(r"[a-z][a-z0-9_-]*")
_ALWAYS_QUOTED = frozenset({"code"})  # 1.009640 must never lose its zeros
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def emit_file(agency: str, field: str, procedures: Iterable[Mapping[str, Any]], header: str = "") -> str:
    """The text of one procedures/<agency>/<field>.yaml; `header` becomes comment lines at its top."""
    return emit({"agency": agency, "field": field, "procedures": list(procedures)}, header)


def emit(mapping: Mapping[str, Any], header: str = "") -> str:
    """The text of a whole YAML file.

    Values are texts, booleans, numbers, dates, None, and mappings and sequences of these; keys are texts. Anything
    else is a TypeError. Lone surrogates have no UTF-8 form and are the caller's to remove.
    """
    lines = [f"# {line}".rstrip() for line in header.splitlines()]
    for key, value in mapping.items():
        _entry(key, value, 0, lines)
    return "\n".join(lines) + "\n" if lines else "{}\n"


def emit_entry(key: str, value: Any, column: int) -> str:
    """The lines of `key: value` in a block mapping whose keys stand at `column` (from 0), with a line end."""
    lines: list[str] = []
    _entry(key, value, column, lines)
    return "\n".join(lines) + "\n"


def emit_item(value: Any, column: int) -> str:
    """The lines of `- value` in a block sequence whose dashes stand at `column` (from 0), with a line end."""
    lines: list[str] = []
    _item(value, column, lines)
    return "\n".join(lines) + "\n"


def emit_inline(value: Any) -> str:
    """A value on one line, whatever it holds (flow style), to stand anywhere in any YAML."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_quoted(key)}: {emit_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(emit_inline, value)) + "]"
    if isinstance(value, str):
        return _quoted(value) if _FLOW_SIGNS.search(value) else _text(value)
    return _scalar(value)


def to_mapping(procedure: Procedure) -> dict[str, Any]:
    """The record of a procedure as it is written: code and name first, defaults left out, short forms used."""
    record = _record(procedure)
    if len(procedure.level) == 1:
        record["level"] = procedure.level[0]
    if len(procedure.steps) == 1:
        record["steps"] = procedure.steps[0]
    return {key: record[key] for key in ("code", "name") if key in record} | record


def _record(value: Any) -> dict[str, Any]:
    """A domain value as a mapping without its defaults."""
    record = {}
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        factory = field.default_factory
        if held != (field.default if factory is dataclasses.MISSING else factory()):
            record[field.name] = _written(held)
    return record


def _written(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    if not dataclasses.is_dataclass(value):
        return value
    record = _record(value)
    match value:
        case ChannelEntry(channel=short) | DossierItem(name=short) if len(record) == 1:
            return short
    return record


def _entry(key: str, value: Any, column: int, lines: list[str]) -> None:
    """Append `key: value` at `column`."""
    head = _head(key, column, lines)
    if isinstance(value, str):
        if key in _ALWAYS_QUOTED:
            lines.append(f"{head} {_quoted(value)}")
        else:
            _any_text(head + " ", value, column + _STEP, lines)
    elif isinstance(value, Mapping) and value:
        lines.append(head)
        for inner, item in value.items():
            _entry(inner, item, column + _STEP, lines)
    elif isinstance(value, Sequence) and value:
        flow = _words(value)
        if flow and len(head) + len(flow) < _FLOW_WIDTH:
            lines.append(f"{head} {flow}")
        else:
            lines.append(head)
            for item in value:
                _item(item, column + _STEP, lines)
    else:
        lines.append(f"{head} {_scalar(value)}")


def _head(key: str, column: int, lines: list[str]) -> str:
    """`key:` at `column`."""
    if not isinstance(key, str):
        raise TypeError(f"a key must be a text, not {key!r}")
    pad = " " * column
    name = _key(key)
    if len(name) <= _KEY_WIDTH:
        return f"{pad}{name}:"
    lines.append(f"{pad}? {name}")
    return f"{pad}:"


def _item(value: Any, column: int, lines: list[str]) -> None:
    """Append `- value` at `column`."""
    dash = " " * column + "- "
    if isinstance(value, str):
        _any_text(dash, value, column + _STEP, lines)
    elif isinstance(value, Mapping | Sequence) and value:
        first = len(lines)
        if isinstance(value, Mapping):
            for key, inner in value.items():
                _entry(key, inner, column + _STEP, lines)
        else:
            for inner in value:
                _item(inner, column + _STEP, lines)
        lines[first] = dash + lines[first][len(dash) :]
    else:
        lines.append(dash + _scalar(value))


@functools.lru_cache(maxsize=1024)  # files repeat the same few keys for ever
def _key(key: str) -> str:
    return _text(key)


def _any_text(head: str, text: str, column: int, lines: list[str]) -> None:
    """Append a text after `head`; one of several lines is a literal block at `column` if that can hold it exactly."""
    body = text.rstrip("\n")
    if "\n" not in text or not body or body.lstrip("\n")[0] in " \t" or _NOT_LITERAL.search(body):
        lines.append(head + _text(text))
        return
    ends = len(text) - len(body)
    lines.append(head + ("|-", "|", "|+")[min(ends, 2)])
    pad = " " * column
    lines += [pad + line if line else "" for line in body.split("\n")]
    lines += [""] * (ends - 1)


def _text(text: str) -> str:
    """A text on one line: plain if unambiguous, else double-quoted."""
    plain = _PLAIN.fullmatch(text) and not (text[0].isspace() or text[-1].isspace()) and not _MISREAD.fullmatch(text)
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    return f'"{_TO_ESCAPE.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return _ESCAPES.get(character) or (
        f"\\x{ord(character):02X}" if character <= "\xff" else f"\\u{ord(character):04X}"
    )


def _is_word(text: str) -> bool:
    return _WORD.fullmatch(text) is not None and not _MISREAD.fullmatch(text)


def _words(values: Sequence[Any]) -> str:
    """`[direct, post]` for a list of plain words, else nothing."""
    if all(isinstance(value, str) and _is_word(value) for value in values):
        return f"[{', '.join(values)}]"
    return ""


def _scalar(value: Any) -> str:
    """What is neither a text nor a collection with something in it."""
    match value:
        case None | True | False:
            written = {None: "null", True: "true", False: "false"}[value]
        case int():
            written = str(value)
        case float() | Decimal():
            written = _fraction(value)
        case date():
            written = date.isoformat(value)
        case Mapping() | Sequence():
            written = "{}" if isinstance(value, Mapping) else "[]"
        case _:
            raise TypeError(f"YAML cannot hold {value!r}")
    return written


def _fraction(number: float | Decimal) -> str:
    if math.isnan(number):
        return ".nan"
    if math.isinf(number):
        return ".inf" if number > 0 else "-.inf"
    digits, exponent, power = (repr(number) if isinstance(number, float) else str(number)).lower().partition("e")
    return f"{digits if '.' in digits else digits + '.0'}{exponent}{power}"
