"""How other programs find duplicates: each in a process of a Python of its own, as none is a dependency.

    python -m venv peers && peers/bin/pip install splink dedupe 'BTrees<6'
    TTHC_PEERS_PYTHON=peers/bin/python python -m benchmarks duplicates

Their recall is of the pairs that our own comparison of every pair holds for true: it says how far they agree with us,
not who is right. Their pairs are what they hold for matches, ours what is still to be judged. Which fields they compare
was chosen on the sample itself, after level and agency had left splink with a recall of 0. Known to work: splink 5.0,
dedupe 3.0.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tthc.analysis.duplicates.side import Side
from tthc.text.normalise import normalise

SCRIPTS = Path(__file__).parent / "peers"
PEERS = {
    "splink, untaught": "with_splink.py",
    "dedupe, taught by altered names": "with_dedupe.py",
}
TO_INSTALL = "not installed: python -m venv peers && peers/bin/pip install splink dedupe 'BTrees<6'"


@dataclass(frozen=True, slots=True)
class Found:
    """The pairs of positions a peer holds for duplicates, and the processor time of its whole process in seconds."""

    pairs: frozenset[tuple[int, int]]
    seconds: float


def peers(sides: Sequence[Side]) -> Iterator[tuple[str, Found | str]]:
    """What each peer finds, or why it was not asked. Ends the program where TTHC_PEERS_PYTHON names nothing to run."""
    python = os.environ.get("TTHC_PEERS_PYTHON")
    if python and shutil.which(python) is None:
        raise SystemExit(f"TTHC_PEERS_PYTHON names no program: {python}")
    records = "".join(map(_line, sides))
    for name, script in PEERS.items():
        yield name, _asked([python, str(SCRIPTS / script)], records) if python else TO_INSTALL


def _asked(command: Sequence[str], records: str) -> Found | str:
    before = os.times()
    answer = subprocess.run(command, input=records, capture_output=True, encoding="utf-8", check=False)
    after = os.times()
    if answer.returncode:
        return TO_INSTALL if "ModuleNotFoundError" in answer.stderr else f"failed with {answer.returncode}"
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    return Found(frozenset(_pairs(answer.stdout.splitlines())), seconds)


def _line(side: Side) -> str:
    record = {
        "name": normalise(side.name),
        "level": ", ".join(sorted(side.levels)),
        "agency": side.agency,
        "field": normalise(side.field_name),
    }
    return json.dumps(record) + "\n"


def _pairs(lines: Iterable[str]) -> Iterator[tuple[int, int]]:
    for line in lines:
        i, j = sorted(json.loads(line))
        yield i, j
