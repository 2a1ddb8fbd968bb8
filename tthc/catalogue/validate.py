"""Composed YAML to model values: every mistake becomes a finding at its line and column, and costs only its own part.

pydantic judges; this module finds the place of what it says, then takes out what is wrong and keeps the rest, so that
one slip does not hide a record from the audit. What was clearly meant is taken as it was meant; the finding stands.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from tthc.catalogue import value_problems
from tthc.catalogue.reader import Map, Mark, Seq
from tthc.catalogue.value_problems import Path
from tthc.catalogue.yaml_problems import Problem
from tthc.messages import _

# A published figure recomputed another way than was meant is worse than none: one mistake leaves all of it out.
_WHOLE = ("claims",)
_MISSING = "missing"
_UNKNOWN = "unexpected_keyword_argument"


class _Mistake(NamedTuple):
    """A place in the data, and all that pydantic says about it (a union reports each of its alternatives)."""

    path: Path
    details: Sequence[Any]

    @property
    def kind(self) -> str:
        return str(self.details[0]["type"])

    @property
    def value(self) -> Any:
        return self.details[0].get("input")


def validate(
    adapter: TypeAdapter[Any], model: type, data: Map, text: bytes, fallback: Mapping[str, Any]
) -> tuple[Any, list[Problem]]:
    """The value of `data` under `adapter`, with what was wrong. `data` is pruned in place.

    `fallback` has values for keys of the file that are needed and cannot be used as they stand. The value is None if
    nothing can be kept.
    """
    problems: list[Problem] = []
    lines = text.removeprefix(b"\xef\xbb\xbf").splitlines()
    first = True
    while True:  # taking out a wrong part can bring a further mistake to light; each round leaves less that is wrong
        try:
            return adapter.validate_python(data), problems
        except ValidationError as error:
            mistakes = _mistakes(error.errors(include_url=False), data)
        meant = _meant(mistakes)
        problems += [
            _of_whole(mistake.path, _problem(mistake, data, model, lines, fallback))
            for mistake in mistakes
            # what is missing in a later round was taken out in an earlier one, and is reported already
            if mistake.path not in meant and (first or mistake.kind != _MISSING)
        ]
        first = False
        if not _mend(mistakes, meant, data, lines, fallback):
            return None, problems


def _mistakes(errors: Sequence[Any], data: Any) -> list[_Mistake]:
    """One mistake a place, in the order of places; of alternatives in a union, the one that got deepest."""
    found: dict[Path, list[Any]] = {}
    for details in errors:
        found.setdefault(_resolve(details["loc"], data, details["type"]), []).append(details)
    entered = {path[:length] for path in found for length in range(len(path))}
    return [
        _Mistake(path, details)
        for path, details in sorted(found.items(), key=lambda item: _order(item[0]))
        if path not in entered
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
    if kind == _MISSING and isinstance(node, Map):
        path.append(loc[-1])
    return tuple(path)


def _meant(mistakes: Sequence[_Mistake]) -> dict[Path, str]:
    """Missing keys, with the unknown key beside them that was probably meant to be it."""
    unknown: dict[Path, list[str]] = {}
    for mistake in mistakes:
        if mistake.kind == _UNKNOWN:
            unknown.setdefault(mistake.path[:-1], []).append(str(mistake.path[-1]))
    meant = {}
    for mistake in mistakes:
        if mistake.kind == _MISSING:
            beside = unknown.get(mistake.path[:-1], [])
            near = next((key for key in beside if value_problems.near_key(key, (str(mistake.path[-1]),))), None)
            if near is not None:
                beside.remove(near)
                meant[mistake.path] = near
    return meant


def _problem(mistake: _Mistake, data: Map, model: type, lines: Sequence[bytes], fallback: Mapping[str, Any]) -> Problem:
    path = mistake.path
    key, at = _marks(path, data)
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    if mistake.kind == _UNKNOWN:
        return value_problems.unknown_key(path, model, key)
    if mistake.kind == _MISSING:
        kept = len(path) == 1 and name in fallback
        return value_problems.missing_key(name, key) if kept else value_problems.left_out(name, key)
    if mistake.value is None:
        return value_problems.no_value(name, key)
    if _is_unquoted(mistake):
        return value_problems.unquoted(name, _token(lines, at), at)
    return value_problems.wrong_value(name, mistake.value, mistake.details, at)


def _of_whole(path: Path, problem: Problem) -> Problem:
    """The problem, saying that more is left out than what is wrong."""
    if path[0] not in _WHOLE or problem.rule == "F011":
        return problem
    return problem._replace(help=f"{problem.help} {_('Until then, this figure is not checked.')}")


def _marks(path: Path, data: Map) -> tuple[Mark, Mark]:
    """The marks of the key and of the value at `path` (of its nearest parent where it is missing)."""
    marks = (data.at, data.at)
    node: Any = data
    for part in path:
        if isinstance(node, Map) and isinstance(part, str) and part in node:
            marks, node = node.marks[part], node[part]
        elif isinstance(node, Seq) and isinstance(part, int):
            marks, node = (node.marks[part], node.marks[part]), node[part]
    return marks


def _is_unquoted(mistake: _Mistake) -> bool:
    """A text was expected, and a number, true or false was read because the quotes are missing."""
    kinds = {details["type"] for details in mistake.details}
    return isinstance(mistake.value, int | Decimal) and bool(kinds & {"string_type", "invalid-json-value"})


def _token(lines: Sequence[bytes], at: Mark) -> str:
    """The scalar as it is written at this place, without anchor and tag."""
    text = lines[at.line].decode("utf-8", "replace")[at.column :]
    return re.split(r"\s+#|,|\]|\}", re.sub(r"^([&!]\S*\s+)+", "", text), maxsplit=1)[0].strip()


def _mend(
    mistakes: Sequence[_Mistake],
    meant: Mapping[Path, str],
    data: Map,
    lines: Sequence[bytes],
    fallback: Mapping[str, Any],
) -> bool:
    """Take what is wrong as it was meant, or take it out; where a needed key is missing, what needs it.

    False if nothing is left to keep.
    """
    wrong: set[Path] = set()
    renamed = {(*path[:-1], key) for path, key in meant.items()}
    for mistake in mistakes:
        path = mistake.path
        container = _at(path[:-1], data)
        if path in meant:
            container[path[-1]] = container.pop(meant[path])
            container.marks[path[-1]] = container.marks.pop(meant[path])
        elif mistake.kind == _MISSING and len(path) > 1:
            wrong.add(_part(path[:-1]))
        elif mistake.kind == _MISSING:
            if path[0] not in fallback:
                return False
            container[path[0]] = fallback[str(path[0])]
        elif _is_unquoted(mistake):
            container[path[-1]] = _token(lines, _marks(path, data)[1])
        elif path not in renamed:
            wrong.add(_part(path))
    for path in sorted(wrong, key=_order, reverse=True):  # from the end, so that the places before stay valid
        container = _at(path[:-1], data)
        del container[path[-1]]
        if isinstance(container, Seq):
            del container.marks[int(path[-1])]
    return True


def _part(path: Path) -> Path:
    """What goes when this goes."""
    return path[:2] if path[0] in _WHOLE else path


def _order(path: Path) -> list[tuple[bool, str | int]]:
    """Paths in an order in which numbers are numbers."""
    return [(isinstance(part, int), part) for part in path]


def _at(path: Path, data: Any) -> Any:
    for part in path:
        data = data[part]
    return data
