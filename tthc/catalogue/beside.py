"""Work done in a second process, beside this one: a catalogue read for the first time has enough of it for two.

Results never hang on it. Where there is one processor only, no `fork`, or nothing comes back, this process does the
work itself, as it would have done anyway. It takes some 10 ms to start one: the caller knows when that pays.
"""

import contextlib
import json
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def beside(work: Callable[[], Any]) -> Callable[[], Any]:
    """Start `work` in a copy of this process. What is returned waits for its result, and gives None if there is none.

    The result is what JSON can hold, and comes back as JSON gives it; nothing else that the copy does is seen here.
    """
    if not _possible():
        return _nothing
    try:
        reader, writer = os.pipe()
    except OSError:  # as many open files as there may be
        return _nothing
    try:
        process = os.fork()
    except OSError:  # as many processes as there may be, or as much memory
        os.close(reader)
        os.close(writer)
        return _nothing
    if process == 0:
        _work(work, writer)
    os.close(writer)

    def result() -> Any:
        with os.fdopen(reader, "rb") as pipe:
            data = pipe.read()
        with contextlib.suppress(ChildProcessError):  # whoever started this program may have asked for no such news
            os.waitpid(process, 0)
        try:
            return json.loads(data)
        except ValueError:
            return None

    return result


def in_two(work: Callable[[Sequence[T]], dict[str, Any]], items: Sequence[T]) -> dict[str, Any]:
    """What `work` makes of all items: of the latter half in a second process."""
    middle = len(items) // 2
    latter = beside(lambda: work(items[middle:]))
    return work(items[:middle]) | (latter() or work(items[middle:]))


def _possible() -> bool:
    """Only where a copy is safe and of use: macOS has libraries that do not stand it, and threads are not copied."""
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def _nothing() -> None:
    """The result where there is no second process."""


def _work(work: Callable[[], Any], writer: int) -> None:
    """The life of the copy. It ends without a word: what goes wrong in it goes wrong again where it can be told."""
    try:
        # whoever waits for the end of what this program prints, or for a lock it holds, is not to wait for the copy
        os.closerange(3, writer)
        os.closerange(writer + 1, os.sysconf("SC_OPEN_MAX"))
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        data = json.dumps(work()).encode()
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(data)
    finally:
        os._exit(0)
