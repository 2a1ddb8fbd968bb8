"""What was worked out before need not be again: JSON by the hash of what it came from, in the user's cache folder.

Kept are composed files, if they had no problem, the deadlines of a catalogue as they were understood, what rules found
in its files, and the answers of whole runs of `tthc check`. Nothing depends on the cache: what is absent, damaged or of
another version is worked out again. Writes are atomic, so that runs side by side never see half a file.
"""

import contextlib
import functools
import json
import os
import sys
import tempfile
import time
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from tthc import __version__, messages

_FORMAT = 2  # of what is kept; raised when the reader gives other data for the same bytes
_DAYS = 30  # what is older is removed, and worked out again where it is still needed
_BYTES = 256 * 1024 * 1024  # the oldest goes where there is more: some sixty times what a catalogue of 1,800 takes


Places = list[tuple[int, int]]  # line and column, from 1, of each record of a file


class Kept(NamedTuple):
    """A composed file: its data, and where its records stand."""

    data: Any
    places: Places


class Cache:
    """What is kept in `folder`; with None, nothing is kept and nothing found."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._wrote = False

    def key(self, *values: object) -> bytes | None:
        """The key of what follows from these values and from the program itself; None where nothing can be kept."""
        if self._folder is None:
            return None
        try:
            return repr((*values, program())).encode("utf-8", "surrogatepass")
        except OSError:  # a program that cannot see itself cannot know that it is the same
            return None

    def get(self, source: bytes) -> Kept | None:
        """What these bytes composed to, if it is kept."""
        try:
            data, places = self.load(source)
            return Kept(data, [(int(line), int(column)) for line, column in places])
        except (ValueError, TypeError):
            return None

    def knows(self, source: bytes) -> bool:
        """Whether there is no use in composing these bytes ahead: that is done, or there is nowhere to put it."""
        # `Path.exists` raises where the folder may not be entered
        return self._folder is None or os.path.exists(self._path(self._folder, source))  # noqa: PTH110

    def put(self, source: bytes, kept: Kept) -> None:
        """Keep what these bytes composed to."""
        self.store(source, kept)

    def load(self, key: bytes | None) -> Any:
        """The value kept under this key; None where there is none that can be read."""
        if self._folder is None or key is None:
            return None
        try:
            check, _line, text = self._path(self._folder, key).read_bytes().partition(b"\n")
            return json.loads(text) if check == _check(key, text) else None
        except (OSError, ValueError, RecursionError):
            return None

    def store(self, key: bytes | None, value: Any) -> None:
        """Keep a value that JSON can hold; a full or forbidden disk is no reason to complain."""
        if self._folder is None or key is None:
            return
        with contextlib.suppress(OSError, TypeError, ValueError):
            text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()  # far quicker than `json.dump`
            if not self._wrote:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._wrote = True
                _remove_old(self._folder)
            _write(self._path(self._folder, key), text, key)

    @staticmethod
    def _path(folder: Path, key: bytes) -> Path:
        digest = blake2b(key, digest_size=20, person=f"{_FORMAT} {__version__}".encode()[:16])
        return folder / f"{digest.hexdigest()}.json"


NO_CACHE = Cache(None)


def _check(key: bytes, text: bytes) -> bytes:
    """What stands before a text kept under this key: it tells damage, and what belongs to another key."""
    digest = blake2b(key, digest_size=20)
    digest.update(text)
    return digest.hexdigest().encode()


def _write(path: Path, text: bytes, key: bytes) -> None:
    """Write whole or not at all. Raises OSError, and leaves nothing behind."""
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_check(key, text) + b"\n" + text)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


@functools.cache
def program() -> str:
    """What tells this program from any other: its files, and the folders its dependencies are in. Raises OSError."""
    seen = []
    for folder, folders, names in os.walk(messages.LOCALE.parent):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = os.path.join(folder, name)  # noqa: PTH118 - hundreds of files: pathlib takes several times as long
            status = os.stat(path)  # noqa: PTH116 - see above
            seen.append((path, status.st_size, status.st_mtime_ns))
    seen += [(entry, 0, os.stat(entry).st_mtime_ns) for entry in sys.path if entry.endswith("-packages")]  # noqa: PTH116
    return repr((sys.version, seen))


def default_folder() -> Path | None:
    """The platform's folder for caches; None where there is no home."""
    with contextlib.suppress(RuntimeError):
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA")
            return Path(base) / "tthc" / "Cache" if base else None
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "tthc"
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tthc"
    return None


def _remove_old(folder: Path) -> None:
    """Remove what is older than `_DAYS`, and the oldest of what is more than `_BYTES` together."""
    files = []
    with os.scandir(folder) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):  # another run may have removed it
                files.append((entry.stat(), entry.path))
    oldest, total = time.time() - _DAYS * 86_400, 0
    for status, path in sorted(files, key=lambda file: file[0].st_mtime, reverse=True):
        total += status.st_size
        if status.st_mtime < oldest or total > _BYTES:
            with contextlib.suppress(OSError):
                Path(path).unlink()
