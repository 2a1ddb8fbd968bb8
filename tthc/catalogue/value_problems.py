"""What can be wrong with a value or key of the catalogue, in words an officer understands, with what to do."""

import difflib
import functools
import re
import typing
from collections.abc import Iterable, Sequence
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tthc.catalogue.reader import Mark
from tthc.catalogue.yaml_problems import Problem
from tthc.messages import _
from tthc.text import codes, vocabulary

Path = tuple[str | int, ...]
Keys = tuple[str, ...]  # a path without the positions in lists

_NEAR = 0.75
_LONGEST_SHOWN = 60


def unknown_key(path: Path, model: type, at: Mark) -> Problem:
    name = str(path[-1])
    return _at(
        at,
        "F007",
        _('unknown key "{key}"').format(key=name),
        _suggest_key(name, model, tuple(part for part in path[:-1] if isinstance(part, str))),
    )


def missing_key(name: str, at: Mark) -> Problem:
    return _at(at, "F009", _('the key "{key}" is missing').format(key=name), _add(name))


def left_out(name: str, at: Mark) -> Problem:
    """A key without which the part it belongs to cannot be kept."""
    help_ = _add(name) + " " + _("Until then, this part is left out.")
    return _at(at, "F009", _('the key "{key}" is missing').format(key=name), help_)


def no_value(name: str, at: Mark) -> Problem:
    return _at(at, "F010", _('"{key}" has no value').format(key=name), _("Give it a value or delete the line."))


def unquoted(name: str, raw: str, at: Mark) -> Problem:
    """A text that stands without quotes; of a code, its last zeros are probably lost already."""
    return _at(
        at,
        "F011",
        _("{raw} is not read as text, because it stands without quotes").format(raw=raw),
        _('Put it in quotes: "{raw}".').format(raw=next(iter(codes.candidates(raw)), raw) if name == "code" else raw),
    )


def wrong_value(name: str, value: Any, details: Sequence[Any], at: Mark) -> Problem:
    """A value of the wrong type or form; `details` are pydantic's, one for each alternative there is."""
    kind, context = details[0]["type"], details[0].get("ctx", {})
    found = _shown(value)
    if kind == "enum" and len(details) == 1:
        allowed = re.findall(r"'([^']*)'", str(context["expected"]))
        message = _('{found} is not a possible value of "{key}"').format(found=found, key=name)
        return _at(at, "F010", message, _suggest(value, allowed))
    if kind == "string_pattern_mismatch":
        message = _('{found} does not have the form of "{key}"').format(found=found, key=name)
        return _at(at, "F008", message, _("Expected form: {pattern}").format(pattern=context["pattern"]))
    expected = [_expected(detail["type"]) for detail in details if detail["type"] != "enum"]
    words = _either(dict.fromkeys(words for words, _help in expected))
    message = _('"{key}" is {found}; expected: {expected}').format(key=name, found=found, expected=words)
    help_ = (kind == "value_error" and _as_iso(value)) or expected[-1][1]
    return _at(at, "F008", message, help_.replace("{key}", name))


def _expected(kind: str) -> tuple[str, str]:
    """What a type is called, and how it is written."""
    return {
        "string_type": (_("a text"), _('Write it on one line: {key}: "…".')),
        "dataclass_type": (_("a map of keys"), _("Write its keys below it, indented by two spaces.")),
        "tuple_type": (_("a list"), _('Write one item a line, each starting with "- ".')),
        "bool_type": (_("true or false"), _("Write {key}: true or {key}: false, without quotes.")),
        "int_type": (_("a whole number"), _("Write {key}: 1, without quotes.")),
        "greater_than_equal": (_("a number that is not negative"), _("Correct the number.")),
        "value_error": (_("a date in the form 2026-10-01"), _("Write year-month-day, and check that the day exists.")),
    }.get(kind, (_("another kind of value"), _("Compare with the form in the manual.")))


_VIETNAMESE_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def _as_iso(value: Any) -> str:
    """How a date written day first is to be written here; empty for anything else."""
    written = _VIETNAMESE_DATE.fullmatch(str(value).strip())
    try:
        day, month, year = map(int, written.groups()) if written else (0, 0, 0)
        return _("Write {key}: {date}.").replace("{date}", date(year, month, day).isoformat())
    except ValueError:
        return ""


def _shown(value: Any) -> str:
    """A value as a reader recognises it."""
    if isinstance(value, dict):
        return _("a map of keys")
    if isinstance(value, list):
        return _("a list")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return str(value)
    text = " ".join(str(value).split())
    return f'"{text}"' if len(text) <= _LONGEST_SHOWN else f'"{text[:_LONGEST_SHOWN]}…"'


def _add(name: str) -> str:
    return _('Add a line "{key}: …" here.').format(key=name)


def _at(mark: Mark, rule: str, message: str, help_: str) -> Problem:
    return Problem(rule, message, help_, mark.line + 1, mark.column + 1)


def _suggest(wrong: Any, known: Iterable[str]) -> str:
    words = vocabulary.words_of(tuple(known))
    near = vocabulary.near(str(wrong), words)
    hint = _('Did you mean "{near}"?').format(near=near) + " " if near else ""
    return hint + _("Possible: {values}.").format(values=vocabulary.listed(words))


def _suggest_key(wrong: str, model: type, above: Keys) -> str:
    """The key that was meant: the same one where it belongs, a near one here or elsewhere; else all keys of here."""
    here = keys_at(model, above)
    outside = keys_at(model, above[:-1]) if above else ()
    inside = {(*above, name): keys_at(model, (*above, name)) for name in here}
    inside |= {(*above[:-1], name): keys_at(model, (*above[:-1], name)) for name in outside}
    for cutoff in (1.0, _NEAR):
        if near := near_key(wrong, here, cutoff):
            return _('Did you mean "{near}"?').format(near=near)
        if near := near_key(wrong, outside, cutoff):
            return _('Did you mean "{near}"? It belongs one level further out; check the indentation.').format(
                near=near
            )
        owners = {path: near for path, known in inside.items() if (near := near_key(wrong, known, cutoff))}
        for near in owners.values():
            parts = _either(f'"{path[-1]}"' for path, found in owners.items() if found == near)
            return _('Did you mean "{near}"? It belongs under {parts}.').format(near=near, parts=parts)
    return _("Possible: {values}.").format(values=", ".join(sorted(here)))


@functools.lru_cache(maxsize=10_000)  # a key that is wrong in one record is often wrong in all
def near_key(wrong: str, known: tuple[str, ...], cutoff: float = _NEAR) -> str | None:
    """The known key that was probably meant, if one is near enough."""
    near = difflib.get_close_matches(wrong.strip().casefold(), known, n=1, cutoff=cutoff)
    return near[0] if near else None


def _either(words: Iterable[str]) -> str:
    return functools.reduce(lambda one, other: _("{one} or {other}").format(one=one, other=other), words)


@functools.cache
def keys_at(model: type, path: Keys) -> tuple[str, ...]:
    """The keys the model knows at this place; positions in lists are left out of the path."""
    for part in path:
        inner = _dataclass_in(typing.get_type_hints(model).get(part))
        if inner is None:
            return ()
        model = inner
    return tuple(typing.get_type_hints(model))


def _dataclass_in(annotation: Any) -> type | None:
    if is_dataclass(annotation) and isinstance(annotation, type):
        return annotation
    for inner in typing.get_args(annotation):
        found = _dataclass_in(inner)
        if found:
            return found
    return None
