"""Which files make up a catalogue, and their bytes. Every obstacle is a finding; no file stops the others."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tthc.domain.finding import Finding, Location, Severity
from tthc.messages import _

MANIFEST = "catalogue.yaml"
AGENCIES = "agencies.yaml"
DOCUMENTS = "legal-documents.yaml"
PROCEDURES = "procedures"

SUFFIXES = (".yaml", ".yml")
MAX_BYTES = 32 * 1024 * 1024  # a field file is 30-500 kB; a file this large is not a catalogue's


class Source(NamedTuple):
    """A file: the path as shown to the reader, and its bytes."""

    shown: str
    data: bytes


def unreadable(shown: str, message: str, help_: str) -> Finding:
    """The finding for a file or folder that cannot be read at all."""
    return Finding("F001", Severity.ERROR, message, Location(shown), help_)


def read_file(path: Path, shown: str) -> Source | Finding:
    """The bytes of a file, or why there are none."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return unreadable(
                shown,
                _("the file has {size} MB; the limit is {limit} MB").format(
                    size=size // 1024**2, limit=MAX_BYTES // 1024**2
                ),
                _("Split it: one file for each field of an agency."),
            )
        if not path.is_file():
            return unreadable(shown, _("this is not a file"), _("Remove it or give it another name."))
        return Source(shown, path.read_bytes())
    except OSError as error:
        return unreadable(
            shown,
            _("the file cannot be read: {reason}").format(reason=error.strerror or error),
            _("Check that it exists and that you may read it."),
        )


def procedure_files(root: Path) -> Iterator[Path | Finding]:
    """The YAML files below `procedures/`, in the order of their paths; links are followed, loops reported."""
    yield from _walk(root, root / PROCEDURES, frozenset())


def _walk(root: Path, folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path | Finding]:
    shown = folder.as_posix()
    try:
        status = folder.stat()
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield unreadable(shown, _("the folder links back to one above it"), _("Remove the link."))
            return
        with os.scandir(folder) as listing:
            names = sorted((entry.name, entry.is_dir()) for entry in listing)
    except OSError as error:
        yield unreadable(
            shown,
            _("the folder cannot be read: {reason}").format(reason=error.strerror or error),
            _("Check that it exists and that you may read it."),
        )
        return
    for name, is_folder in names:
        if name.startswith("."):
            continue
        if is_folder:
            yield from _walk(root, folder / name, above | {here})
        elif name.endswith(SUFFIXES):
            yield folder / name
