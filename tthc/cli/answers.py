"""An unchanged catalogue gets the answer it got before: what `tthc check` said is kept in the cache folder.

The key holds all that an answer hangs on: every byte the run reads, every option and setting, the program itself and
the day. So an answer that is found is the one a run would give, and none of the engines need be imported to give it.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from tthc.catalogue import cache
from tthc.catalogue.files import Source, all_files, read_file, root_of
from tthc.cli import output as reports
from tthc.cli import settings
from tthc.cli.outcome import Outcome

_NEVER = ("since", "fix", "unsafe_fixes", "diff", "write_baseline", "stdin_filename")  # write, or read something else


class Answer(NamedTuple):
    """What a run says: its report, the exit code, what goes to stderr, and the step summary of GitHub Actions."""

    words: str | bytes
    outcome: int
    notes: str = ""
    summary: str = ""


def key_of(asked: Mapping[str, Any]) -> bytes | None:
    """What the answer to these options of `tthc check` hangs on, as a hash; None where it is not to be kept."""
    paths = [Path(path) for path in asked["paths"] or ()]
    if not settings.current.cache or any(asked[name] for name in _NEVER) or paths == [Path("-")]:
        return None
    hashed = blake2b()
    try:
        for part in _parts(asked, paths):
            if part is None:
                return None
            hashed.update(len(part).to_bytes(8, "big") + part)
    except (OSError, RuntimeError):  # a folder that is gone, links in a circle: the run says what is wrong, if anything
        return None
    return b"check\0" + hashed.digest()


def find(key: bytes | None) -> Answer | None:
    """The answer that is kept under this key."""
    match cache.Cache(cache.default_folder()).load(key) if key else None:
        case [str(words), int(outcome), str(notes), str(summary)]:
            return Answer(words, outcome, notes, summary)
    return None


def keep(key: bytes | None, asked: Mapping[str, Any], answer: Answer) -> None:
    """Keep the answer, unless a file was changed while it was worked out; documents and workbooks are not kept."""
    if key is not None and isinstance(answer.words, str) and key == key_of(asked):
        cache.Cache(cache.default_folder()).store(key, answer)


def deliver(answer: Answer, output: Path | None) -> Outcome:
    """Print the answer, or write it into a file; the exit code."""
    sys.stderr.write(answer.notes)
    reports.deliver(answer.words, output)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and answer.summary:
        with Path(summary).open("a", encoding="utf-8", newline="\n") as file:
            file.write(answer.summary)
    return Outcome(answer.outcome)


def _parts(asked: Mapping[str, Any], paths: list[Path]) -> Iterator[bytes | None]:
    """All that an answer hangs on; None where a file cannot be read."""
    file, table = settings.table("check")
    yield _bytes(sorted(asked.items()), settings.current, file, table, Path.cwd())
    yield _bytes(settings.use_color(), reports.width(to_screen=True), os.environ.get("GITHUB_ACTIONS"))
    yield _bytes(datetime.now().astimezone().date(), cache.program())
    known = asked["baseline"] or (file.parent / str(table["baseline"]) if "baseline" in table else None)
    if known:
        yield _data(Path(known))
    for root in sorted({root_of(path) for path in paths} or {Path(asked["catalogue"] or settings.current.catalogue)}):
        yield _bytes(root, root.resolve(), [path.resolve() for path in paths])
        for path in all_files(root):
            if not isinstance(path, Path):
                yield None
                return
            yield _bytes(path, path.resolve() if paths else None)
            yield _data(path)


def _data(path: Path) -> bytes | None:
    source = read_file(path, path.as_posix())
    return source.data if isinstance(source, Source) else None


def _bytes(*values: object) -> bytes:
    return repr(values).encode("utf-8", "surrogatepass")
