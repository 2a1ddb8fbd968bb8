"""One file read from its source: the value, and every problem as a finding at its place."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any, NamedTuple

from tthc.catalogue.cache import Places
from tthc.catalogue.files import Source
from tthc.catalogue.reader import Document, Map, Mark, Seq, places, read_text, records
from tthc.catalogue.salvage import salvage
from tthc.catalogue.validate import validate
from tthc.catalogue.validators import adapter
from tthc.catalogue.value_problems import keys_at
from tthc.catalogue.yaml_problems import Problem
from tthc.domain.finding import Finding, Location, Severity
from tthc.messages import _


class Parsed(NamedTuple):
    """A file's value (None if nothing can be kept), the data it was made of, and what is wrong with it."""

    value: Any
    data: Any
    places: Places
    findings: tuple[Finding, ...]


def parse(source: Source, model: type, fallback: Mapping[str, Any]) -> Parsed:
    """Compose and validate one file. `fallback` stands in for keys without which nothing could be kept."""
    data, found = _read(source.data, model)
    problems = list(found)
    standing: list[tuple[Mark, Any]] = []
    value = None
    if isinstance(data, Map) and not data.keys().isdisjoint(keys_at(model, ())):
        standing = records(data)  # valid or not: validation prunes the list
        value, more = validate(adapter(model), model, data, source.data, fallback)
        told = {problem[3:] for problem in found}  # one finding for what is wrong in two ways
        problems += [problem for problem in more if problem[3:] not in told]
    elif not problems:
        problems.append(_shape_problem(data, model))
    problems.sort(key=lambda problem: problem[3:])
    findings = tuple(_finding(problem, source.shown, standing) for problem in problems)
    return Parsed(value, data, places(data) if value is not None else [], findings)


def _read(data: bytes, model: type) -> Document:
    """The file as a whole; where it is no YAML, what can be read of its records."""
    document = read_text(data)
    if document.data is None and document.problems and "procedures" in keys_at(model, ()):
        return salvage(data, document.problems) or document
    return document


def _finding(problem: Problem, shown: str, standing: list[tuple[Mark, Any]]) -> Finding:
    """A problem as a finding, with the record it stands in."""
    before = bisect_left(standing, problem.line, key=lambda record: int(record[0].line))
    # what starts a line belongs to the file, also below the records; a record that is no YAML is not among them
    inside = before > 0 and problem.column > 1 and problem.rule != "F003"
    record = standing[before - 1][1] if inside else None
    named = (record.get(key) for key in ("code", "local_id", "name")) if isinstance(record, Map) else ()
    return Finding(
        rule=problem.rule,
        severity=Severity.ERROR,
        message=problem.message,
        location=Location(shown, problem.line, problem.column),
        help=problem.help,
        procedure=next((str(text) for text in named if text), ""),  # as `Entry.key`, of what is left of the record
    )


def _shape_problem(data: Any, model: type) -> Problem:
    keys = keys_at(model, ())
    if data is None:
        message = _("the file is empty")
    elif isinstance(data, Seq):
        message = _("the file starts with a list; a map of keys belongs here")
    elif isinstance(data, Map):
        message = _("none of the keys of this file belong here")
    else:
        message = _("the file holds a text only; a map of keys belongs here")
    help_ = _("Expected: {keys}. If the file is something else, keep it in another folder.")
    return Problem("F006", message, help_.format(keys=", ".join(f"{key}:" for key in keys)), 1, 1)
