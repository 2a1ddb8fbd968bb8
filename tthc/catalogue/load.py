"""A folder to a `Catalogue`."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from tthc.catalogue import statistics
from tthc.catalogue.files import AGENCIES, DOCUMENTS, MANIFEST, PROCEDURES, Source, procedure_files, read_file
from tthc.catalogue.model import Catalogue
from tthc.catalogue.reader import Map, Mark, Seq, read_text
from tthc.catalogue.validate import validate
from tthc.catalogue.yaml_problems import Problem
from tthc.domain.entry import Entry
from tthc.domain.finding import Finding, Location, Severity
from tthc.domain.manifest import AgencyFile, Jurisdiction, LegalDocumentFile, Manifest
from tthc.domain.procedure import ProcedureFile
from tthc.domain.statistics import Dossiers
from tthc.messages import _


class NotACatalogueError(Exception):
    """The folder cannot be audited at all; the message says why and what to do."""


def load(root: Path) -> Catalogue:
    """Read the catalogue in `root`. Files that cannot be read or records that are not valid become findings.

    Raises NotACatalogueError where there is nothing to read.
    """
    if not root.is_dir():
        raise NotACatalogueError(_no_folder(root))
    if not (root / PROCEDURES).is_dir():
        raise NotACatalogueError(
            _(
                "{root} is not a catalogue: it has no folder “{procedures}”. "
                "Name the folder that holds {manifest} and {procedures}/: tthc … -C FOLDER"
            ).format(root=root, procedures=PROCEDURES, manifest=MANIFEST)
        )
    findings: list[Finding] = []
    with _garbage_collector_paused():
        manifest = _single(root, MANIFEST, Manifest, findings)
        if manifest is None:
            manifest = Manifest(jurisdiction=Jurisdiction(name=root.resolve().name))
            if not (root / MANIFEST).exists():
                findings.append(_no_manifest(root))
        agencies = _single(root, AGENCIES, AgencyFile, findings) or AgencyFile()
        documents = _single(root, DOCUMENTS, LegalDocumentFile, findings) or LegalDocumentFile()
        entries = tuple(_entries(root, findings))
        dossiers = tuple(statistics.read(root))
    return Catalogue(
        root=root,
        manifest=manifest,
        entries=entries,
        agencies={agency.id: agency for agency in agencies.agencies},
        documents=documents.documents,
        statistics=tuple(row for row in dossiers if isinstance(row, Dossiers)),
        findings=(*findings, *(row for row in dossiers if isinstance(row, Finding))),
    )


@contextmanager
def _garbage_collector_paused() -> Iterator[None]:
    """Hundreds of thousands of small values, none of them garbage: the collector would only cost time (2.8-4 times)."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@cache
def _adapter(model: type) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _single(root: Path, name: str, model: type, findings: list[Finding]) -> Any:
    """The value of one of the files beside the procedures; None if it is absent or beyond use."""
    path = root / name
    if not path.exists() and not path.is_symlink():
        return None
    source = read_file(path, path.as_posix())
    if isinstance(source, Finding):
        findings.append(source)
        return None
    return _value(source, model, findings)


def _entries(root: Path, findings: list[Finding]) -> Iterator[Entry]:
    for path in procedure_files(root):
        if isinstance(path, Finding):
            findings.append(path)
            continue
        source = read_file(path, path.as_posix())
        if isinstance(source, Finding):
            findings.append(source)
            continue
        yield from read_procedures(source, findings)


def read_procedures(source: Source, findings: list[Finding]) -> Iterator[Entry]:
    """The entries of one file of procedures; what is wrong is added to `findings`."""
    document = read_text(source.data)
    problems = list(document.problems)
    data = document.data
    entries: list[Entry] = []
    records: list[tuple[Mark, Any]] = []
    if isinstance(data, Map):
        for key in ("agency", "field"):  # without them the procedures still count
            if not isinstance(data.get(key), str):
                problems.append(_no_head(data, key))
                data[key] = ""
        records = _records(data)
        value, more = validate(_adapter(ProcedureFile), ProcedureFile, data, source.data)
        problems += more
        if value is not None:
            places = data["procedures"].marks
            for procedure, mark in zip(value.procedures, places, strict=True):
                location = Location(source.shown, mark.line + 1, mark.column + 1)
                entries.append(Entry(procedure, value.agency, value.field, location))
    elif not problems:
        problems.append(_shape_problem(data))
    findings.extend(_finding(problem, source.shown, records) for problem in sorted(problems, key=lambda p: p[3:]))
    yield from entries


def _records(data: Map) -> list[tuple[Mark, Any]]:
    """Every record of a file, valid or not, with its place. Taken before validation prunes the list."""
    records = data.get("procedures")
    return list(zip(records.marks, records, strict=True)) if isinstance(records, Seq) else []


def _value(source: Source, model: type, findings: list[Finding]) -> Any:
    document = read_text(source.data)
    problems = list(document.problems)
    value = None
    if isinstance(document.data, Map):
        value, more = validate(_adapter(model), model, document.data, source.data)
        problems += more
    elif not problems:
        problems.append(_shape_problem(document.data))
    findings.extend(_finding(problem, source.shown, []) for problem in sorted(problems, key=lambda p: p[3:]))
    return value


def _finding(problem: Problem, shown: str, records: list[tuple[Mark, Any]]) -> Finding:
    """A problem as a finding, with the record it stands in."""
    inside = [record for mark, record in records if mark.line < problem.line]
    record = inside[-1] if inside and isinstance(inside[-1], Map) else {}
    return Finding(
        rule=problem.rule,
        severity=Severity.ERROR,
        message=problem.message,
        location=Location(shown, problem.line, problem.column),
        help=problem.help,
        procedure=str(record.get("code") or record.get("name") or ""),
    )


def _no_folder(root: Path) -> str:
    if root.exists():
        return _("{root} is not a folder. Name the folder of the catalogue: tthc … -C FOLDER").format(root=root)
    return _("There is no folder {root}. Name the folder of the catalogue: tthc … -C FOLDER").format(root=root)


def _no_manifest(root: Path) -> Finding:
    return Finding(
        "F001",
        Severity.ERROR,
        _("{name} is missing").format(name=MANIFEST),
        Location((root / MANIFEST).as_posix()),
        _("Add it with the jurisdiction and the edition date of the catalogue."),
    )


def _no_head(data: Map, key: str) -> Problem:
    mark = data.marks[key][0] if key in data else data.at
    return Problem(
        "F009",
        _('the file does not say its "{key}"').format(key=key),
        _('Start the file with "agency: …" and "field: …".'),
        mark.line + 1,
        mark.column + 1,
    )


def _shape_problem(data: Any) -> Problem:
    message = _("the file is empty") if data is None else _("the file must be a map of keys")
    if isinstance(data, Seq):
        message = _("the file starts with a list; a map of keys belongs here")
    return Problem("F006", message, _('Start it with "agency: …", "field: …" and "procedures:".'), 1, 1)
