"""`tthc check` on the sample, beside programs that check YAML files, although they check far less.

Peers are found on the PATH; those that are not installed are left out:
pip install check-jsonschema yamllint · npm install --global ajv-cli
"""

import itertools
import os
import re
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from benchmarks.measure import PYTHON, compare, run, table

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "catalogue"
TTHC = str(Path(PYTHON).parent / "tthc")
STYLE = "{extends: relaxed, rules: {line-length: disable}}"
ROUNDS = 3  # a peer takes ten seconds and more
AIMS = {"first run": "15 ×", "one file edited": "30 ×", "unchanged": ""}
_DEADLINE = re.compile(rb"(?<=deadline: )\d|(?<=deadline: \")\d")


def main() -> None:
    """How often `tthc check` runs while a peer runs once; and what `--since HEAD` costs over a plain run."""
    with _cache() as cache, tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "catalogue"
        shutil.copytree(CATALOGUE, copy)
        ours = _Ours(copy, cache)
        rows = [row for name, peer in _peers(copy) for row in _beside(name, peer, ours)]
        table("Checking the sample, whole processes", ("peer", "takes", "tthc check", "takes", "ratio", "aim"), rows)
        _since(copy)


class _Ours:
    """`tthc check` on a copy of the sample: on its first run ever, after an edit, and on files it has seen."""

    def __init__(self, copy: Path, cache: Path) -> None:
        self._command = [TTHC, "check", str(copy)]
        self._cache = cache
        self._files = itertools.cycle(sorted((copy / "procedures").rglob("*.yaml")))

    def seconds(self) -> dict[str, float]:
        """Wall time of each in turn."""
        shutil.rmtree(self._cache, ignore_errors=True)
        first = run(self._command).seconds
        _edit(next(self._files))
        edited = run(self._command).seconds
        return dict(zip(AIMS, (first, edited, run(self._command).seconds), strict=True))


def _beside(name: str, peer: Sequence[str], ours: _Ours) -> list[tuple[str, ...]]:
    if shutil.which(peer[0]) is None:
        return [(name, "not installed", "", "", "", "")]
    run(peer), ours.seconds()
    rounds = [(run(peer).seconds, ours.seconds()) for _ in range(ROUNDS)]
    takes = f"{statistics.median(theirs for theirs, _ours in rounds):.2f} s"
    return [
        (
            name,
            takes,
            kind,
            f"{statistics.median(times[kind] for _theirs, times in rounds):.2f} s",
            f"{statistics.median(theirs / times[kind] for theirs, times in rounds):.1f} ×",
            aim if name != "ajv-cli" else "",
        )
        for kind, aim in AIMS.items()
    ]


def _edit(file: Path) -> None:
    """Another digit in the first deadline of the file: one byte, of the kind that most is to be worked out anew for."""
    data = file.read_bytes()
    new = _DEADLINE.sub(lambda match: b"%d" % (int(match[0]) % 9 + 1), data, count=1)
    file.write_bytes(new if new != data else data + b"\n")


@contextmanager
def _cache() -> Iterator[Path]:
    """A cache folder of its own, empty at first: where it is on Linux, on macOS and on Windows."""
    names = ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA")
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, dict.fromkeys(names, folder)):
        yield Path(folder)


def _peers(copy: Path) -> list[tuple[str, Sequence[str]]]:
    schema = str(ROOT / "schema" / "procedures.schema.json")
    files = [str(path) for path in sorted((copy / "procedures").rglob("*.yaml"))]
    data = [word for file in files for word in ("-d", file)]
    return [
        ("check-jsonschema", ["check-jsonschema", "--schemafile", schema, *files]),
        ("yamllint", ["yamllint", "-d", STYLE, str(copy)]),
        ("ajv-cli", ["ajv", "validate", "--spec=draft2020", "--strict=false", "-s", schema, *data]),
    ]


def _since(copy: Path) -> None:
    """What `--since HEAD` costs over a plain run: with the answers kept, and without a cache."""
    git = ["git", "-C", str(copy), "-c", "user.name=bench", "-c", "user.email=bench@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "sample"]):
        subprocess.run([*git, *words], check=True)
    _edit(next(iter(sorted((copy / "procedures").rglob("*.yaml")))))
    plain = [TTHC, "check", str(copy)]
    rows = []
    for name, options in (("asked again", []), ("without a cache", ["--no-cache"])):
        result = compare([*plain, "--since", "HEAD", *options], [*plain, *options])
        rows.append(
            (name, f"{result.seconds:.2f} s", f"{result.partner_seconds:.2f} s", f"{result.ratio:.2f} ×", "1.3 ×")
        )
    table("One file edited since HEAD", ("", "--since HEAD", "plain", "ratio", "aim"), rows)
