"""A folder to a `Catalogue`."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from tthc.catalogue import statistics
from tthc.catalogue.cache import NO_CACHE, Cache, Kept, Places
from tthc.catalogue.files import (
    AGENCIES,
    DECISIONS,
    DOCUMENTS,
    MANIFEST,
    PROCEDURES,
    Disk,
    NotACatalogueError,
    Source,
    procedure_files,
)
from tthc.catalogue.model import Catalogue
from tthc.catalogue.validators import adapter
from tthc.domain.decision import DecisionFile
from tthc.domain.entry import Entry
from tthc.domain.finding import Finding, Location, Severity
from tthc.domain.manifest import Agency, AgencyFile, Jurisdiction, LegalDocumentFile, Manifest
from tthc.domain.procedure import ProcedureFile
from tthc.domain.statistics import Dossiers
from tthc.messages import _


def load(root: Path, cache: Cache = NO_CACHE, disk: Disk | None = None) -> Catalogue:
    """Read the catalogue in `root`. Files that cannot be read or records that are not valid become findings.

    `cache` spares the parsing of files that were read before; the result is the same without it. Of `disk`, the caller
    has the bytes that were read. Raises NotACatalogueError where there is nothing to read.
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
    files = _Files(disk or Disk(), cache, findings)
    with _garbage_collector_paused():
        nowhere = Jurisdiction(name=root.resolve().name)
        manifest = _single(root / MANIFEST, Manifest, {"jurisdiction": nowhere}, files)
        if manifest is None:
            manifest = Manifest(jurisdiction=nowhere)
            if not (root / MANIFEST).exists() and not (root / MANIFEST).is_symlink():
                findings.append(_no_manifest(root))
        agencies = _agencies(root / AGENCIES, files)
        documents = _single(root / DOCUMENTS, LegalDocumentFile, {}, files) or LegalDocumentFile()
        decisions = _single(root / DECISIONS, DecisionFile, {}, files) or DecisionFile()
        entries = tuple(_entries(root, files))
        dossiers = tuple(statistics.read(root))
    return Catalogue(
        root=root,
        manifest=manifest,
        entries=entries,
        agencies=agencies,
        documents=documents.documents,
        decisions=decisions.decisions,
        statistics=tuple(row for row in dossiers if isinstance(row, Dossiers)),
        findings=(*findings, *(row for row in dossiers if isinstance(row, Finding))),
    )


class _Files(NamedTuple):
    """What reading one file after the other needs: where bytes come from, what is kept, where problems go."""

    disk: Disk
    cache: Cache
    findings: list[Finding]


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


def _single(path: Path, model: type, fallback: Mapping[str, Any], files: _Files) -> Any:
    """The value of one of the files beside the procedures; None if it is absent or beyond use."""
    if not path.exists() and not path.is_symlink():
        return None
    source = files.disk.read(path, path.as_posix())
    if isinstance(source, Finding):
        files.findings.append(source)
        return None
    return read_one(source, model, fallback, files.findings, files.cache)


def _agencies(path: Path, files: _Files) -> dict[str, Agency]:
    """The agencies by their ids; one that has the id of an earlier one is a finding, and is not used."""
    found: dict[str, Agency] = {}
    read = _single(path, AgencyFile, {}, files) or AgencyFile()
    for index, agency in enumerate(read.agencies):
        if found.setdefault(agency.id, agency) is not agency:
            files.findings.append(_second(path, index, found[agency.id], files.disk))
    return found


def _second(path: Path, index: int, first: Agency, disk: Disk) -> Finding:
    from tthc.catalogue.locate import Sources  # noqa: PLC0415 - with the YAML library: nothing that a warm start needs

    message = _('the id "{id}" is that of {name} already; only that one counts')
    return Finding(
        "F004",
        Severity.ERROR,
        message.format(id=first.id, name=first.name),
        Sources(disk=disk).place(Location(path.as_posix()), ("agencies", index, "id")),
        _("Give each agency an id of its own, or make one of the two."),
    )


def _entries(root: Path, files: _Files) -> Iterator[Entry]:
    for path in procedure_files(root):
        source = path if isinstance(path, Finding) else files.disk.read(path, path.as_posix())
        if isinstance(source, Finding):
            files.findings.append(source)
        else:
            yield from read_procedures(source, files.findings, files.cache)


def read_procedures(source: Source, findings: list[Finding], cache: Cache = NO_CACHE) -> Iterator[Entry]:
    """The entries of one file of procedures; what is wrong is added to `findings`."""
    fallback = {"agency": "", "field": ""}  # without them the procedures still count
    value, places = _value(source, ProcedureFile, fallback, findings, cache)
    if value is not None:
        for procedure, (line, column) in zip(value.procedures, places, strict=True):
            yield Entry(procedure, value.agency, value.field, Location(source.shown, line, column))


def read_one(source: Source, model: type, fallback: Mapping[str, Any], findings: list[Finding], cache: Cache) -> Any:
    """The value of one of the files beside the procedures; None if it is beyond use. Problems go to `findings`."""
    return _value(source, model, fallback, findings, cache)[0]


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
