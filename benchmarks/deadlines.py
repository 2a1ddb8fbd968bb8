"""The deadline parser: texts a second beside one regular expression, texts of 100 kB, accuracy on labelled texts.

python -m benchmarks deadlines
TTHC_LABELLED_DEADLINES=texts.jsonl python -m benchmarks deadlines    # with accuracy, by difficulty
"""

import os
import re
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.measure import PYTHON, table
from tthc.catalogue.load import load
from tthc.domain.procedure import DeadlineCase, Procedure
from tthc.text.deadline import parse

ROOT = Path(__file__).parent.parent
ROUNDS = 5
LONG = 100_000  # characters
FLOOR = re.compile(r"(\d+(?:[.,]\d+)?)\s*(ngày làm việc|ngày|giờ làm việc|giờ|tuần|tháng|năm)", re.IGNORECASE)
HOSTILE = {
    "digits": "1",
    "numbers": "15 ",
    "units": "ngày làm việc ",
    "durations": "05 ngày làm việc; ",
    "sums": "05 ngày + ",
    "conditions": "trường hợp phức tạp 30 ngày, ",
    "additions": "tăng thêm không quá 10 ngày ",
    "steps": "bước 1: 02 ngày; ",
    "open brackets": "(",
    "open dates": "trước ngày 31/",
}


def main() -> None:
    """Speed on the sample's own texts, then on texts of 100 kB, then accuracy where labelled texts are given."""
    _speed(list(_texts()))
    _long()
    labelled = os.environ.get("TTHC_LABELLED_DEADLINES")
    if labelled:
        print(flush=True)
        subprocess.run([Path(PYTHON).parent / "tthc", "evaluate", labelled], check=True)


def _texts() -> Iterator[str]:
    """Every deadline the sample states, as often as it is stated."""
    for entry in load(ROOT / "catalogue").entries:
        yield from _stated(entry.procedure)


def _stated(procedure: Procedure) -> Iterator[str]:
    channels = [stated for item in procedure.channels for stated in (item.legal_deadline, item.local_deadline)]
    for stated in (procedure.legal.deadline, procedure.local.deadline, *channels):
        if isinstance(stated, str):
            yield stated
        elif stated:
            yield from (case.deadline for case in stated if isinstance(case, DeadlineCase))


def _speed(texts: Sequence[str]) -> None:
    distinct = sorted(set(texts))
    ways: dict[str, Callable[[str], object]] = {"tthc": parse, "one regular expression": FLOOR.findall}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _round in range(ROUNDS):  # in turn: what slows the machine down slows both
        for name, way in ways.items():
            parse.cache_clear()  # texts repeat in a catalogue; the question here is the parsing
            start = time.perf_counter()
            for text in distinct:
                way(text)
            times[name].append(time.perf_counter() - start)
    floor = statistics.median(times["one regular expression"])
    rows = []
    for name in ways:
        seconds = statistics.median(times[name])
        rate = f"{len(distinct) / seconds:,.0f}"
        rows.append(
            (name, f"{len(distinct):,}", rate, f"{seconds / len(distinct) * 1e6:.1f} µs", f"{seconds / floor:.0f} ×")
        )
    title = f"Distinct deadlines of the sample ({len(texts):,} in all), each parsed anew"
    table(title, ("parser", "texts", "texts a second", "each", "ratio"), rows)


def _long() -> None:
    rows = []
    for name, piece in HOSTILE.items():
        text = piece * (LONG // len(piece))
        start = time.perf_counter()
        parse(text)
        rows.append((name, f"{len(text):,}", f"{(time.perf_counter() - start) * 1000:.0f} ms", "1,000 ms"))
    table("Texts of 100 kB", ("made of", "characters", "time", "limit"), rows)
