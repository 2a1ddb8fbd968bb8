"""JSON files (one object or a list of them) and JSON Lines → objects with their places; what cannot be read is said."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tthc.catalogue.files import reason
from tthc.domain.finding import Finding, Location, Severity
from tthc.exchange import foreign
from tthc.messages import _

SUFFIXES = (".json", ".jsonl", ".ndjson")
_LONGEST = 4 * 1024 * 1024  # bytes of one record; real ones have some 60,000
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Item(NamedTuple):
    """A JSON value and where it begins; the line is 0 where it is not known."""

    value: Any
    place: Location


def json_paths(paths: list[Path]) -> list[Path]:
    """The files named, and those with a JSON suffix in the folders named, in a fixed order, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
        found |= dict.fromkeys(inside if path.is_dir() else [path])
    return list(found)


def read(path: Path, findings: list[Finding]) -> Iterator[Item]:
    """The objects of a file; what is no JSON object is added to `findings` with its line."""
    shown = path.as_posix()
    try:
        data = path.read_bytes()
    except OSError as error:
        message = _("the file cannot be read: {reason}").format(reason=reason(error))
        findings.append(_fault("unreadable", message, Location(shown)))
        return
    if kind := foreign.kind(data, path.suffix):
        message = _("this is {kind}; only JSON can be imported").format(kind=kind)
        help_ = _("Export the records from the portal as JSON (guide for officers, section 3.1).")
        findings.append(_fault("other-format", message, Location(shown), help_))
        return
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    filled = [number for number, line in enumerate(lines, 1) if line.strip()]
    if not filled:
        findings.append(_fault("not-json", _("the file is empty"), Location(shown)))
    elif len(filled) == 1 or _is_lines(data, [lines[number - 1] for number in filled]):
        for number in filled:
            yield from _objects(lines[number - 1], Location(shown, number), findings)
    else:
        yield from _objects(data, Location(shown), findings)


def _is_lines(data: bytes, lines: list[bytes]) -> bool:
    """Whether this is JSON Lines, some of which may be broken, and not one JSON text over several lines."""
    return _is_json(lines[0]) or (not _is_json(data) and any(map(_is_json, lines)))


def _is_json(data: bytes) -> bool:
    start = data.strip()
    if not start.endswith((b"}", b"]")):
        return False
    try:
        json.loads(start)
    except (ValueError, RecursionError):
        return False
    return True


def _objects(data: bytes, place: Location, findings: list[Finding]) -> Iterator[Item]:
    """The objects in one JSON text: itself, or the items of a list."""
    if place.line and len(data) > _LONGEST:
        message = _("the line has {size} MB; a record has at most {limit} MB")
        size, limit = (-(-number // 1024**2) for number in (len(data), _LONGEST))
        findings.append(_fault("too-long", message.format(size=size, limit=limit), place))
        return
    try:
        value = _parsed(data)
    except UnicodeDecodeError as error:
        findings.append(_fault("not-utf-8", _("not UTF-8: byte {n}").format(n=error.start + 1), place))
        return
    except json.JSONDecodeError as error:
        where = Location(place.path, place.line or error.lineno, error.colno)
        findings.append(_fault("not-json", _("not valid JSON: {reason}").format(reason=error.msg), where))
        return
    except (ValueError, RecursionError):
        findings.append(_fault("not-json", _("too deeply nested, or too long"), place))
        return
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield Item(item, place)
        else:
            findings.append(_fault("not-a-record", _("not a JSON object; one procedure is one object"), place))


def _parsed(data: bytes) -> Any:
    """The JSON value; fractions and very long numbers stay the text they are, nothing is rounded."""
    text = data.decode("utf-8-sig")
    value = json.loads(
        text,
        parse_float=str,
        parse_int=lambda digits: int(digits) if len(digits) < 19 else digits,
        parse_constant=str,
        object_pairs_hook=_object,
    )
    return _without_surrogates(value) if "\\ud" in text.lower() else value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; a key that stands twice, or that YAML would misread, keeps its value under another name."""
    result: dict[str, Any] = {}
    for key, value in pairs:
        name, number = key, 1
        while name in result or name == "<<":
            number += 1
            name = f"{key} ({number})"
        result[name] = value
    return result


def _without_surrogates(value: Any) -> Any:
    """Half characters, which no UTF-8 file can hold, written as JSON writes them: \\ud83d."""
    if isinstance(value, str):
        return _LONE_SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", value)
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(item) for key, item in value.items()}
    return value


def _fault(rule: str, message: str, place: Location, help_: str = "") -> Finding:
    return Finding(rule, Severity.ERROR, message, place, help_)
