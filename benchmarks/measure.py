"""Whole processes, timed from outside: medians of alternating runs, peak memory, ratios pair by pair.

Absolute times drift with the machine; ratios of commands that take turns do not.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

PYTHON = sys.executable
FLOOR = (PYTHON, "-c", "pass")


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: seconds of wall time, peak memory in MiB."""

    seconds: float
    peak_mib: float


def run(command: Sequence[str]) -> Run:
    """Run a command to its end, output thrown away. Raises RuntimeError where it fails outright (code above 1)."""
    # as users run it: with the bytecode of the modules kept from one run to the next
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _pid, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        raise RuntimeError(f"exit {process.returncode}: {' '.join(command)}")
    return Run(seconds, usage.ru_maxrss / 1024)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A command beside its partner: medians, and the median of the ratios pair by pair."""

    seconds: float
    partner_seconds: float
    ratio: float
    peak_mib: float


def compare(command: Sequence[str], partner: Sequence[str] = FLOOR, pairs: int = 7) -> Comparison:
    """Run both in turn (after one run of each that does not count)."""
    run(command), run(partner)
    results = [(run(command), run(partner)) for _ in range(pairs)]
    return Comparison(
        seconds=statistics.median(a.seconds for a, _b in results),
        partner_seconds=statistics.median(b.seconds for _a, b in results),
        ratio=statistics.median(a.seconds / b.seconds for a, b in results),
        peak_mib=max(a.peak_mib for a, _b in results),
    )


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under a head, columns as wide as they need."""
    widths = [max(len(str(row[i])) for row in (head, *rows)) for i in range(len(head))]
    print(f"\n{title}")
    for row in (head, ["-" * width for width in widths], *rows):
        print("  " + "  ".join(str(cell).ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    sys.stdout.flush()
