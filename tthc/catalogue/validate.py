"""Composed YAML to model values: every mistake becomes a finding at its line and column, and costs only its own part.

pydantic judges; this module says where, what was expected and how to put it right, then takes out what is wrong and
keeps the rest, so that one slip does not hide a record from the audit.
"""

import difflib
import re
import typing
from collections.abc import Iterable
from dataclasses import is_dataclass
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter, ValidationError

from tthc.catalogue.reader import Map, Mark, Seq
from tthc.catalogue.yaml_problems import Problem
from tthc.messages import _

_MAX_ROUNDS = 5  # taking out a wrong part can bring a further mistake to light; each round goes one level up

_MISSING = ("missing", "missing_argument")

Path = tuple[str | int, ...]


def validate(adapter: TypeAdapter[Any], model: type, data: Any, text: bytes) -> tuple[Any, list[Problem]]:
    """The value of `data` under `adapter`, with what was wrong. `data` is pruned in place.

    The value is None if nothing can be kept.
    """
    problems: list[Problem] = []
    for round_ in range(_MAX_ROUNDS):
        try:
            return adapter.validate_python(data), problems
        except ValidationError as error:
            wrong = _distinct(error.errors(include_url=False), data)
            lines = text.removeprefix(b"\xef\xbb\xbf").splitlines()
            for path, details in wrong:
                # what is missing in a later round was taken out in an earlier one, and is reported already
                if round_ == 0 or details["type"] not in _MISSING:
                    problems.append(_problem(path, details, data, model, lines))
            paths = [path for path, details in wrong if not _keep_as_text(path, details, data, lines)]
            if not _take_out(paths, data):
                break
    return None, problems


def _distinct(errors: Iterable[Any], data: Any) -> list[tuple[Path, Any]]:
    """One error a place. Unions report each alternative: keep the one that got furthest into the data."""
    found: dict[Path, Any] = {}
    for details in errors:
        found.setdefault(_resolve(details["loc"], data, details["type"]), details)
    return [
        (path, details)
        for path, details in sorted(found.items(), key=lambda item: [str(part).zfill(9) for part in item[0]])
        if not any(other[: len(path)] == path and other != path for other in found)
    ]


def _resolve(loc: Path, data: Any, kind: str) -> Path:
    """The error's path through the data as written: names of union alternatives and short forms are left out."""
    path: list[str | int] = []
    node = data
    for part in loc:
        inside = (isinstance(node, Map) and part in node) or (
            isinstance(node, Seq) and isinstance(part, int) and part < len(node)
        )
        if inside:
            path.append(part)
            node = node[part]
    if kind in _MISSING and isinstance(node, Map):
        path.append(loc[-1])
    return tuple(path)


def _mark(path: Path, data: Any) -> tuple[Mark, Mark]:
    """The marks of the key and of the value at `path` (of its nearest parent where it is missing)."""
    marks = (data.at, data.at)
    node = data
    for part in path:
        if isinstance(node, Map) and isinstance(part, str) and part in node:
            marks, node = node.marks[part], node[part]
        elif isinstance(node, Seq) and isinstance(part, int):
            marks, node = (node.marks[part], node.marks[part]), node[part]
    return marks


def _problem(path: Path, details: Any, data: Any, model: type, lines: list[bytes]) -> Problem:
    key, at = _mark(path, data)
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    kind, value = details["type"], details.get("input")
    ctx = details.get("ctx", {})

    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return Problem(
            "F007",
            _('unknown key "{key}"').format(key=name),
            _suggest_key(name, model, path),
            key.line + 1,
            key.column + 1,
        )
    if kind in _MISSING:
        return Problem(
            "F009",
            _('the key "{key}" is missing').format(key=name),
            _('Add a line "{key}: …" here.').format(key=name),
            key.line + 1,
            key.column + 1,
        )
    if value is None:
        return Problem(
            "F010",
            _('"{key}" has no value').format(key=name),
            _("Give it a value or delete the line."),
            key.line + 1,
            key.column + 1,
        )
    if _is_unquoted(details):
        raw = _token(lines, at)
        return Problem(
            "F011",
            _("{raw} is not read as text, because it stands without quotes").format(raw=raw),
            _('Put it in quotes: "{raw}".').format(raw=raw),
            at.line + 1,
            at.column + 1,
        )
    if kind in ("enum", "literal_error"):
        allowed = re.findall(r"'([^']*)'", str(ctx.get("expected", "")))
        return Problem(
            "F010",
            _('"{value}" is not a possible value of "{key}"').format(value=value, key=name),
            _suggest(str(value), allowed),
            at.line + 1,
            at.column + 1,
        )
    return Problem("F008", *_type_message(kind, name, value, ctx), at.line + 1, at.column + 1)


def _is_unquoted(details: Any) -> bool:
    """A text was expected, and a number, true or false was read because the quotes are missing."""
    value = details.get("input")
    number = isinstance(value, int | Decimal) and str(details["type"]).startswith("string_")
    return number or isinstance(value, Decimal)


def _keep_as_text(path: Path, details: Any, data: Any, lines: list[bytes]) -> bool:
    """Take an unquoted scalar as the text it was meant to be; the finding stands, the value is not lost."""
    if not _is_unquoted(details):
        return False
    _key, at = _mark(path, data)
    _at(path[:-1], data)[path[-1]] = _token(lines, at)
    return True


def _type_message(kind: str, name: str, value: Any, ctx: Any) -> tuple[str, str]:
    """What was expected instead of `value`, and how to write it."""
    if kind.startswith(("string", "dataclass", "tuple", "list", "dict")) and isinstance(value, list | dict):
        found = _("a list") if isinstance(value, list) else _("a map of keys")
    else:
        found = f'"{value}"'
    if kind == "string_pattern_mismatch":
        return (
            _('{found} does not have the form of "{key}"').format(found=found, key=name),
            _("Expected form: {pattern}").format(pattern=ctx.get("pattern")),
        )
    expected, help_ = {
        "string_type": (_("a text"), _('Write it on one line: {key}: "…".')),
        "dataclass_type": (_("a map of keys"), _("Write its keys below it, indented by two spaces.")),
        "tuple_type": (_("a list"), _('Write one item a line, each starting with "- ".')),
        "list_type": (_("a list"), _('Write one item a line, each starting with "- ".')),
        "bool_type": (_("true or false"), _("Write {key}: true or {key}: false, without quotes.")),
        "int_type": (_("a whole number"), _("Write {key}: 1, without quotes.")),
        "greater_than_equal": (_("a number that is not negative"), _("Correct the number.")),
        "value_error": (_("a date in the form 2026-10-01"), _("Write year-month-day, and check that the day exists.")),
    }.get(kind, (_("a text"), _("Compare with the form in the manual.")))
    return (
        _('"{key}" is {found}; expected: {expected}').format(key=name, found=found, expected=expected),
        help_.replace("{key}", name),
    )


def _token(lines: list[bytes], at: Mark) -> str:
    """The scalar as it is written at this place."""
    text = lines[at.line].decode("utf-8", "replace")[at.column :] if at.line < len(lines) else ""
    return re.split(r"\s+#|,|\]|\}", text, maxsplit=1)[0].strip()


def _suggest(wrong: str, known: Iterable[str]) -> str:
    options = sorted(known)
    near = difflib.get_close_matches(wrong.casefold(), options, n=1, cutoff=0.6)
    hint = _('Did you mean "{near}"?').format(near=near[0]) + " " if near else ""
    return hint + _("Possible: {values}.").format(values=", ".join(options))


def _suggest_key(wrong: str, model: type, path: Path) -> str:
    """The nearest key known at this place, else the nearest one inside a part of it, else all that are known here."""
    here = _keys_at(model, path[:-1])
    near = difflib.get_close_matches(wrong.casefold(), here, n=1, cutoff=0.75)
    if near:
        return _('Did you mean "{near}"?').format(near=near[0])
    for part in here:
        near = difflib.get_close_matches(wrong.casefold(), _keys_at(model, (*path[:-1], part)), n=1, cutoff=0.75)
        if near:
            return _('Did you mean "{near}"? It belongs under "{part}".').format(near=near[0], part=part)
    return _("Possible: {values}.").format(values=", ".join(sorted(here)))


def _keys_at(model: type, path: Path) -> list[str]:
    """The keys the model knows at this place."""
    for part in path:
        if isinstance(part, str):
            inner = _dataclass_in(typing.get_type_hints(model).get(part))
            if inner is None:
                return []
            model = inner
    return list(typing.get_type_hints(model))


def _dataclass_in(annotation: Any) -> type | None:
    if is_dataclass(annotation) and isinstance(annotation, type):
        return annotation
    for inner in typing.get_args(annotation):
        found = _dataclass_in(inner)
        if found:
            return found
    return None


def _take_out(paths: list[Path], data: Any) -> bool:
    """Remove what is wrong; where a needed key is missing, what needs it. False if nothing is left to keep."""
    targets = set()
    for path in paths:
        if not path:
            return False
        container = _at(path[:-1], data)
        present = path[-1] in container if isinstance(container, Map) else isinstance(container, Seq)
        targets.add(path if present else path[:-1])
    if () in targets:
        return False
    for path in sorted(targets, key=lambda p: [(isinstance(part, int), part) for part in p], reverse=True):
        container, part = _at(path[:-1], data), path[-1]
        if isinstance(container, Map | Seq):
            del container[part]  # type: ignore[arg-type]  # a Map has text keys, a Seq whole numbers
            if isinstance(container, Seq):
                del container.marks[part]  # type: ignore[arg-type]
    return True


def _at(path: Path, data: Any) -> Any:
    for part in path:
        data = data[part]
    return data
