"""A folder to a `Catalogue`."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tthc.catalogue import statistics
from tthc.catalogue.cache import NO_CACHE, Cache, Kept, Places
from tthc.catalogue.files import (
    AGENCIES,
    DECISIONS,
    DOCUMENTS,
    MANIFEST,
    PROCEDURES,
    NotACatalogueError,
    Source,
    procedure_files,
    read_file,
)
from tthc.catalogue.model import Catalogue
from tthc.catalogue.validators import adapter
from tthc.domain.decision import DecisionFile
from tthc.domain.entry import Entry
from tthc.domain.finding import Finding, Location, Severity
from tthc.domain.manifest import AgencyFile, Jurisdiction, LegalDocumentFile, Manifest
from tthc.domain.procedure import ProcedureFile
from tthc.domain.statistics import Dossiers
from tthc.messages import _


def load(root: Path, cache: Cache = NO_CACHE) -> Catalogue:
    """Read the catalogue in `root`. Files that cannot be read or records that are not valid become findings.

    `cache` spares the parsing of files that were read before; the result is the same without it.
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
        manifest = _single(root / MANIFEST, Manifest, {"jurisdiction": nowhere}, findings, cache)
        if manifest is None:
            manifest = Manifest(jurisdiction=nowhere)
            if not (root / MANIFEST).exists() and not (root / MANIFEST).is_symlink():
                findings.append(_no_manifest(root))
        agencies = _single(root / AGENCIES, AgencyFile, {}, findings, cache) or AgencyFile()
        documents = _single(root / DOCUMENTS, LegalDocumentFile, {}, findings, cache) or LegalDocumentFile()
        decisions = _single(root / DECISIONS, DecisionFile, {}, findings, cache) or DecisionFile()
        entries = tuple(_entries(root, findings, cache))
        dossiers = tuple(statistics.read(root))
    return Catalogue(
        root=root,
        manifest=manifest,
        entries=entries,
        agencies={agency.id: agency for agency in agencies.agencies},
        documents=documents.documents,
        decisions=decisions.decisions,
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


def _single(path: Path, model: type, fallback: Mapping[str, Any], findings: list[Finding], cache: Cache) -> Any:
    """The value of one of the files beside the procedures; None if it is absent or beyond use."""
    if not path.exists() and not path.is_symlink():
        return None
    source = read_file(path, path.as_posix())
    if isinstance(source, Finding):
        findings.append(source)
        return None
    return _value(source, model, fallback, findings, cache)[0]


def _entries(root: Path, findings: list[Finding], cache: Cache) -> Iterator[Entry]:
    for path in procedure_files(root):
        if isinstance(path, Finding):
            findings.append(path)
            continue
        source = read_file(path, path.as_posix())
        if isinstance(source, Finding):
            findings.append(source)
            continue
        yield from read_procedures(source, findings, cache)


def read_procedures(source: Source, findings: list[Finding], cache: Cache = NO_CACHE) -> Iterator[Entry]:
    """The entries of one file of procedures; what is wrong is added to `findings`."""
    fallback = {"agency": "", "field": ""}  # without them the procedures still count
    value, places = _value(source, ProcedureFile, fallback, findings, cache)
    if value is not None:
        for procedure, (line, column) in zip(value.procedures, places, strict=True):
            yield Entry(procedure, value.agency, value.field, Location(source.shown, line, column))


def _value(
    source: Source, model: type, fallback: Mapping[str, Any], findings: list[Finding], cache: Cache
) -> tuple[Any, Places]:
    """The value of a file and the places of its records: from the cache if it is there, else parsed and put there."""
    kept = cache.get(source.data)
    if kept is not None:
        with suppress(ValidationError):
            value = adapter(model).validate_python(kept.data)
            if len(kept.places) == len(getattr(value, "procedures", ())):
                return value, kept.places
    from tthc.catalogue.parse import parse  # noqa: PLC0415 - with the YAML library: nothing that a warm start needs

    parsed = parse(source, model, fallback)
    findings.extend(parsed.findings)
    if parsed.value is not None and not parsed.findings:
        cache.put(source.data, Kept(parsed.data, parsed.places))
    return parsed.value, parsed.places


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
