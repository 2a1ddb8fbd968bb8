"""An unchanged catalogue gets the answer it got before: what `tthc check` said is kept in the cache folder.

The key holds all that an answer hangs on: every byte the run reads, every option and setting, the program itself and
the day. So an answer that is found is the one a run would give, and none of the engines need be imported to give it.
Where something did change, `tthc.lint.kept` spares the work on what did not.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from tthc.catalogue.cache import Cache, default_folder
from tthc.catalogue.files import PROCEDURES, Disk, Source, all_files, root_of
from tthc.catalogue.git import RevisionError, listed
from tthc.cli import output as reports
from tthc.cli import settings
from tthc.cli.outcome import Outcome

_NEVER = ("fix", "unsafe_fixes", "diff", "write_baseline", "stdin_filename")  # write, or read something else
_UNKNOWN = (
    OSError,
    RuntimeError,
    RevisionError,
)  # a folder that is gone, links in a circle: the run says what is wrong


class Answer(NamedTuple):
    """What a run says: its report, the exit code, what goes to stderr, and the step summary of GitHub Actions."""

    words: str | bytes
    outcome: int
    notes: str = ""
    summary: str = ""


class _File(NamedTuple):
    """A file that a run reads, and what changes when somebody writes it."""

    path: Path
    size: int
    written: int  # in nanoseconds


class Question(NamedTuple):
    """What is asked, as the key of its answer, and of which files; the key is None where the answer is not kept."""

    key: bytes | None
    files: tuple[_File | bytes, ...] = ()


def question(asked: Mapping[str, Any], disk: Disk) -> Question:
    """What these options of `tthc check` ask, of the files that are there now; the run has their bytes from `disk`."""
    if not settings.current.cache or any(asked[name] for name in _NEVER) or _paths(asked) == [Path("-")]:
        return Question(None)
    try:
        files = tuple(_files(asked))
        read = [(file.path, _digest(file.path, disk)) if isinstance(file, _File) else file for file in files]
        return Question(_cache().key("answer", *_surroundings(asked), read), files)
    except _UNKNOWN:
        return Question(None)


def find(question: Question) -> Answer | None:
    """The answer that is kept."""
    match _cache().load(question.key):
        case [str(words), int(outcome), str(notes), str(summary)]:
            return Answer(words, outcome, notes, summary)
    return None


def read_ahead(asked: Mapping[str, Any], disk: Disk) -> None:
    """Have the files that the run is going to read composed in a second process."""
    from tthc.catalogue import ahead

    with suppress(*_UNKNOWN):
        for root in _roots(asked):
            ahead.read_ahead(root, disk, settings.open_cache())


def keep(question: Question, asked: Mapping[str, Any], answer: Answer) -> None:
    """Keep the answer, unless a file was changed while it was worked out; documents and workbooks are not kept."""
    if question.key is not None and isinstance(answer.words, str):
        with suppress(*_UNKNOWN):
            if question.files == tuple(_files(asked)):
                _cache().store(question.key, answer)


def deliver(answer: Answer, output: Path | None) -> Outcome:
    """Print the answer, or write it into a file; the exit code."""
    sys.stderr.write(answer.notes)
    reports.deliver(answer.words, output)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and answer.summary:
        with Path(summary).open("a", encoding="utf-8", newline="\n") as file:
            file.write(answer.summary)
    return Outcome(answer.outcome)


def _surroundings(asked: Mapping[str, Any]) -> Iterator[object]:
    """All that an answer hangs on besides the files."""
    yield sorted(asked.items()), settings.current, settings.table("check"), Path.cwd()
    yield settings.use_color(), settings.on_terminal(), reports.width(to_screen=True), os.environ.get("GITHUB_ACTIONS")
    yield datetime.now().astimezone().date()
    yield [(path, path.resolve()) for path in (*_roots(asked), *_paths(asked), *_earlier(asked))]


def _files(asked: Mapping[str, Any]) -> Iterator[_File | bytes]:
    """All files that a run reads, and the list of those of a revision. Raises OSError or RevisionError."""
    configuration, table = settings.table("check")
    known = asked["baseline"] or (configuration.parent / str(table["baseline"]) if "baseline" in table else "")
    beside = [Path(path) for path in (configuration, known) if path and Path(path).exists()]
    earlier = _earlier(asked)
    for path in (*beside, *(path for root in (*_roots(asked), *earlier) for path in all_files(root))):
        if not isinstance(path, Path):
            raise FileNotFoundError(path.message)
        status = path.stat()
        yield _File(path, status.st_size, status.st_mtime_ns)
    if asked["since"] is not None and not earlier:
        yield from (listed(root, asked["since"], f"{PROCEDURES}/") for root in _roots(asked))


def _digest(path: Path, disk: Disk) -> str:
    source = disk.read(path, path.as_posix())
    if not isinstance(source, Source):
        raise FileNotFoundError(source.message)
    return blake2b(source.data, digest_size=20).hexdigest()


def _roots(asked: Mapping[str, Any]) -> list[Path]:
    return sorted({root_of(path) for path in _paths(asked)}) or [Path(asked["catalogue"] or settings.current.catalogue)]


def _earlier(asked: Mapping[str, Any]) -> list[Path]:
    """The folder that --since names, where it names one and not a revision."""
    return [Path(asked["since"])] if asked["since"] and Path(asked["since"]).is_dir() else []


def _paths(asked: Mapping[str, Any]) -> list[Path]:
    return [Path(path) for path in asked["paths"] or ()]


def _cache() -> Cache:
    return Cache(default_folder())
