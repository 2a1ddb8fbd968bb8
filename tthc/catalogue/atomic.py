"""Writing a file whole or not at all."""

import contextlib
import os
import secrets
import stat
from pathlib import Path


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file so that readers see either the old or the new content, never a part. Line ends are written as given.

    The permissions of the file are kept, and a link goes on pointing to it. Raises OSError; the file is untouched then.
    """
    path = path.resolve()
    data = content.encode() if isinstance(content, str) else content
    temporary = path.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
