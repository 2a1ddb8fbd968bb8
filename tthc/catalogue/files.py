"""Which files make up a catalogue, and their bytes. Every obstacle is a finding; no file stops the others."""

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tthc.domain.finding import Finding, Location, Severity
from tthc.messages import _

MANIFEST = "catalogue.yaml"
AGENCIES = "agencies.yaml"
DOCUMENTS = "legal-documents.yaml"
DECISIONS = "decisions/duplicates.yaml"
PROCEDURES = "procedures"
STATISTICS = "statistics"

SUFFIXES = (".yaml", ".yml")
MAX_BYTES = 32 * 1024 * 1024  # a field file is 30-500 kB; a file this large is not a catalogue's


class NotACatalogueError(Exception):
    """The folder cannot be audited at all; the message says why and what to do."""


class Source(NamedTuple):
    """A file: the path as shown to the reader, and its bytes."""

    shown: str
    data: bytes


def unreadable(shown: str, message: str, help_: str) -> Finding:
    """The finding for a file or folder that cannot be read at all."""
    return Finding("F001", Severity.ERROR, message, Location(shown), help_)


def reason(error: OSError | UnicodeDecodeError) -> str:
    """Why a file or folder could not be read, in the reader's language where it is one of the usual reasons."""
    if isinstance(error, UnicodeDecodeError):
        return _("it is not UTF-8")
    return {
        errno.ENOENT: _("it does not exist"),
        errno.EACCES: _("permission denied"),
        errno.EPERM: _("permission denied"),
        errno.EISDIR: _("it is a folder"),
        errno.ENOTDIR: _("a part of the path is not a folder"),
        errno.ELOOP: _("its links lead in a circle"),
        errno.ENOSPC: _("there is no space left"),
        errno.EROFS: _("the disk is read-only"),
        errno.ENAMETOOLONG: _("the name is too long"),
    }.get(error.errno or 0, error.strerror or str(error))


def read_file(path: Path, shown: str) -> Source | Finding:
    """The bytes of a file, or why there are none."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return unreadable(
                shown,
                _("the file has {size} MB; the limit is {limit} MB").format(
                    size=-(-size // 1024**2), limit=MAX_BYTES // 1024**2
                ),
                _("Split it: one file for each field of an agency."),
            )
        if not path.is_file():
            return unreadable(shown, _("this is not a file"), _("Remove it or give it another name."))
        return Source(shown, path.read_bytes())
    except OSError as error:
        return _cannot_be_read(shown, error)


class Disk:
    """Files, each read once: whoever asks again gets the same bytes, whatever became of the file meanwhile."""

    def __init__(self) -> None:
        self._read: dict[str, Source | Finding] = {}

    def read(self, path: Path, shown: str) -> Source | Finding:
        """The bytes of a file, or why there are none."""
        if shown not in self._read:
            self._read[shown] = read_file(path, shown)
        return self._read[shown]


def procedure_files(root: Path) -> Iterator[Path | Finding]:
    """The YAML files below `procedures/`, in the order of their paths. Links are followed, but no folder read twice."""
    read: set[tuple[int, int]] = set()
    waiting = [root / PROCEDURES]
    while waiting:
        path = waiting.pop()
        try:
            if path.is_dir():
                status = path.stat()
                if (status.st_dev, status.st_ino) in read:
                    yield unreadable(
                        path.as_posix(), _("through a link, the folder is reached twice"), _("Remove the link.")
                    )
                    continue
                read.add((status.st_dev, status.st_ino))
                visible = (child for child in path.iterdir() if not child.name.startswith("."))
                waiting += sorted(visible, key=lambda child: child.name, reverse=True)
            elif path.is_symlink() and not path.exists():
                yield unreadable(path.as_posix(), _("the link leads nowhere"), _("Remove the link or put it right."))
            elif path.name.casefold().endswith(SUFFIXES):
                yield path
        except OSError as error:
            yield _cannot_be_read(path.as_posix(), error)


def all_files(root: Path) -> Iterator[Path | Finding]:
    """Every file that reading the catalogue in `root` reads."""
    for name in (MANIFEST, AGENCIES, DOCUMENTS, DECISIONS):
        if (root / name).exists() or (root / name).is_symlink():
            yield root / name
    yield from procedure_files(root)
    yield from sorted((root / STATISTICS).glob("*.csv"))


def root_of(path: Path) -> Path:
    """The catalogue a file or folder belongs to; the path itself where there is none above it."""
    return next((p for p in (path, *path.parents, *path.absolute().parents) if (p / PROCEDURES).is_dir()), path)


def _cannot_be_read(shown: str, error: OSError) -> Finding:
    return unreadable(
        shown,
        _("this cannot be read: {reason}").format(reason=reason(error)),
        _("Check that it exists and that you may read it."),
    )
