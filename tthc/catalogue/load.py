"""A folder to a `Catalogue`."""

import gc
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from tthc.catalogue import statistics
from tthc.catalogue.files import (
    AGENCIES,
    DOCUMENTS,
    MANIFEST,
    PROCEDURES,
    NotACatalogueError,
    Source,
    procedure_files,
    read_file,
)
from tthc.catalogue.model import Catalogue
from tthc.catalogue.reader import Map, Mark, Seq, read_text
from tthc.catalogue.validate import validate
from tthc.catalogue.value_problems import keys_at
from tthc.catalogue.yaml_problems import Problem
from tthc.domain.entry import Entry
from tthc.domain.finding import Finding, Location, Severity
from tthc.domain.manifest import AgencyFile, Jurisdiction, LegalDocumentFile, Manifest
from tthc.domain.procedure import ProcedureFile
from tthc.domain.statistics import Dossiers
from tthc.messages import _


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
        nowhere = Jurisdiction(name=root.resolve().name)
        manifest = _single(root, MANIFEST, Manifest, {"jurisdiction": nowhere}, findings)
        if manifest is None:
            manifest = Manifest(jurisdiction=nowhere)
            if not (root / MANIFEST).exists():
                findings.append(_no_manifest(root))
        agencies = _single(root, AGENCIES, AgencyFile, {}, findings) or AgencyFile()
        documents = _single(root, DOCUMENTS, LegalDocumentFile, {}, findings) or LegalDocumentFile()
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


def _single(root: Path, name: str, model: type, fallback: Mapping[str, Any], findings: list[Finding]) -> Any:
    """The value of one of the files beside the procedures; None if it is absent or beyond use."""
    path = root / name
    if not path.exists() and not path.is_symlink():
        return None
    source = read_file(path, path.as_posix())
    if isinstance(source, Finding):
        findings.append(source)
        return None
    return _read(source, model, fallback, findings)[0]


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
    fallback = {"agency": "", "field": ""}  # without them the procedures still count
    value, data = _read(source, ProcedureFile, fallback, findings)
    if value is not None:
        for procedure, mark in zip(value.procedures, data["procedures"].marks, strict=True):
            location = Location(source.shown, mark.line + 1, mark.column + 1)
            yield Entry(procedure, value.agency, value.field, location)


def _read(source: Source, model: type, fallback: Mapping[str, Any], findings: list[Finding]) -> tuple[Any, Any]:
    """The value of a file, None if nothing can be kept, and the data it was made of; problems go to `findings`."""
    data, found = read_text(source.data)
    problems = list(found)
    records: list[tuple[Mark, Any]] = []
    value = None
    if isinstance(data, Map) and not data.keys().isdisjoint(keys_at(model, ())):
        records = _records(data)
        value, more = validate(_adapter(model), model, data, source.data, fallback)
        told = {problem[3:] for problem in found}  # one finding for what is wrong in two ways
        problems += [problem for problem in more if problem[3:] not in told]
    elif not problems:
        problems.append(_shape_problem(data, model))
    problems.sort(key=lambda problem: problem[3:])
    findings.extend(_finding(problem, source.shown, records) for problem in problems)
    return value, data


def _records(data: Map) -> list[tuple[Mark, Any]]:
    """Every record of a file, valid or not, with its place. Taken before validation prunes the list."""
    records = data.get("procedures")
    return list(zip(records.marks, records, strict=True)) if isinstance(records, Seq) else []


def _finding(problem: Problem, shown: str, records: list[tuple[Mark, Any]]) -> Finding:
    """A problem as a finding, with the record it stands in."""
    before = bisect_left(records, problem.line, key=lambda record: int(record[0].line))
    inside = before > 0 and problem.column > 1  # what starts a line belongs to the file, also below the records
    record = records[before - 1][1] if inside else None
    return Finding(
        rule=problem.rule,
        severity=Severity.ERROR,
        message=problem.message,
        location=Location(shown, problem.line, problem.column),
        help=problem.help,
        procedure=str(record.get("code") or record.get("name") or "") if isinstance(record, Map) else "",
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
