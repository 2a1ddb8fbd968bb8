"""Duplicates: time, memory, what an exhaustive search finds besides, and how plain string scorers do.

    python -m benchmarks duplicates
    TTHC_LABELLED=pairs.jsonl python -m benchmarks duplicates    # with accuracy on labelled pairs

`process.cdist` needs numpy, which the program does not: it is measured where numpy is installed.
splink and dedupe are measured where TTHC_PEERS_PYTHON names a Python that has them (see peers_duplicates.py).
"""

import importlib.util
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence, Set
from itertools import combinations
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from benchmarks.measure import PYTHON, run, table
from benchmarks.peers_duplicates import Found, peers
from tthc.analysis.duplicates.candidates import candidates
from tthc.analysis.duplicates.exact import in_force
from tthc.analysis.duplicates.findings import findings
from tthc.analysis.duplicates.groups import WEAKEST
from tthc.analysis.duplicates.rarity import Rarity
from tthc.analysis.duplicates.relation import Relation, compare
from tthc.analysis.duplicates.side import Side, from_portal
from tthc.analysis.duplicates.survey import sides_of, survey
from tthc.analysis.evaluation import LabelledPair, Score, of_pairs
from tthc.catalogue.load import load
from tthc.catalogue.model import Catalogue
from tthc.text.normalise import normalise

ROOT = Path(__file__).parent.parent
PROVINCES = 61
COUNTRY = 110_000
ROUNDS = 5
SCORERS: dict[str, tuple[Callable[[str, str], float], int]] = {
    "ratio ≥ 90": (fuzz.ratio, 90),
    "token_sort_ratio ≥ 90": (fuzz.token_sort_ratio, 90),
    "token_set_ratio ≥ 95": (fuzz.token_set_ratio, 95),
}
FOUND = (Relation.DUPLICATE, Relation.LEVEL)
NOT_INSTALLED = "not installed"


def main() -> None:
    """A province, an exhaustive search of it, a country, a country of distinct names, labelled pairs."""
    catalogue = load(ROOT / "catalogue")
    _province(catalogue)
    _exhaustive(catalogue)
    with tempfile.TemporaryDirectory() as folder:
        _country(Path(folder))
    if labelled := os.environ.get("TTHC_LABELLED"):
        _labelled(Path(labelled))


def _province(catalogue: Catalogue) -> None:
    """The work on top of reading, in seconds of the processor: first with nothing known, then with all names seen."""
    seconds = []
    for _round in range(ROUNDS):
        start = time.process_time()
        found = findings(catalogue, survey(catalogue))
        seconds.append(time.process_time() - start)
    row = (
        f"{len(catalogue.entries):,}",
        f"{seconds[0]:.2f} s",
        f"{sorted(seconds)[ROUNDS // 2]:.2f} s",
        str(len(found)),
        "0.5 s",
    )
    table("One province, on top of reading", ("procedures", "first time", "median", "findings", "aim"), [row])


def _exhaustive(catalogue: Catalogue) -> None:
    """What the index finds, against every pair compared, and against all pairs of near names."""
    sides = sides_of(catalogue, in_force(catalogue.entries))
    rarity = Rarity(side.title for side in sides)
    start = time.process_time()
    ours = set(candidates(sides, rarity))
    indexed = time.process_time() - start
    start = time.process_time()
    every = {pair for pair in combinations(range(len(sides)), 2) if _is_one(sides, pair, rarity)}
    exhaustive = time.process_time() - start
    rows = [
        ("our candidates", f"{indexed:.2f} s", f"{len(ours):,}", _share(ours & every, every)),
        ("every pair compared", f"{exhaustive:.2f} s", f"{len(sides) * (len(sides) - 1) // 2:,}", "1.000"),
        _cdist(sides, every),
        *(_peer(name, found, every) for name, found in peers(sides)),
    ]
    table(
        f"Which pairs are looked at, of {len(every)} duplicates and pairs at two levels",
        ("method", "time", "pairs", "recall"),
        rows,
    )


def _is_one(sides: Sequence[Side], pair: tuple[int, int], rarity: Rarity) -> bool:
    verdict = compare(sides[pair[0]], sides[pair[1]], rarity)
    return verdict.relation in FOUND and (verdict.relation is Relation.LEVEL or verdict.score >= WEAKEST)


def _cdist(sides: Sequence[Side], every: set[tuple[int, int]]) -> tuple[str, str, str, str]:
    name = "process.cdist, ratio ≥ 90"
    if importlib.util.find_spec("numpy") is None:
        return name, NOT_INSTALLED, "–", "–"
    names = [normalise(side.name) for side in sides]
    start = time.process_time()
    matrix: Any = process.cdist(names, names, scorer=fuzz.ratio, score_cutoff=90, workers=1)
    near = {(int(i), int(j)) for i, j in zip(*matrix.nonzero(), strict=True) if i < j}
    return name, f"{time.process_time() - start:.2f} s", f"{len(near):,}", _share(near & every, every)


def _peer(name: str, found: Found | str, every: set[tuple[int, int]]) -> tuple[str, str, str, str]:
    if isinstance(found, str):
        return name, "–", "–", found
    return f"{name}, whole", f"{found.seconds:.2f} s", f"{len(found.pairs):,}", _share(found.pairs & every, every)


def _share(part: Set[tuple[int, int]], whole: Set[tuple[int, int]]) -> str:
    return f"{len(part) / len(whole):.3f}" if whole else "–"


GROUP = """
import sys, time
from pathlib import Path
from tthc.analysis.duplicates.groups import groups
from tthc.analysis.duplicates.exact import in_force
from tthc.analysis.duplicates.survey import catalogue_left_alone, sides_of
from tthc.catalogue.load import load
sides, seconds = [], 0.0
for root in map(Path, sys.argv[2:]):
    catalogue = load(root)
    start = time.process_time()
    sides += sides_of(catalogue, in_force(catalogue.entries))
    seconds += time.process_time() - start
start = time.process_time()
with catalogue_left_alone():
    found = groups(sides)
seconds += time.process_time() - start
figures = len(sides), len({side.title.text for side in sides}), len(found.groups), seconds
Path(sys.argv[1]).write_text(" ".join(map(str, figures)))
"""


def _country(folder: Path) -> None:
    """Most names repeated in every province, and as a stress test all names distinct; read, then grouped."""
    rows = []
    for name, provinces, aim in (("of many provinces", PROVINCES, "20 s"), ("distinct names", 1, "120 s")):
        into = folder / str(provinces)
        made = ["-m", "tools.sample", "--into", str(into), "--procedures", str(COUNTRY), "--provinces", str(provinces)]
        subprocess.run([PYTHON, *made], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        roots = sorted(str(path) for path in into.iterdir()) if provinces > 1 else [str(into)]
        figures = folder / "figures"
        result = run([PYTHON, "-c", GROUP, str(figures), *roots])
        count, distinct, groups, seconds = figures.read_text().split()
        rows.append(
            (
                f"{int(count):,} {name}",
                f"{int(distinct):,}",
                f"{int(groups):,}",
                f"{float(seconds):.1f} s",
                aim,
                f"{result.peak_mib:.0f} MiB",
            )
        )
    head = ("procedures", "distinct names", "groups", "processor time on top of reading", "aim", "peak with reading")
    table("A country", head, rows)


def _labelled(path: Path) -> None:
    """Duplicate or not, by plain scorers of strings and by us without and with the codes."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    rows = [row for row in rows if not row.get("ambiguous")]
    shown = []
    for name, (scorer, least) in SCORERS.items():
        found = [scorer(normalise(row["a"]["name"]), normalise(row["b"]["name"])) >= least for row in rows]
        shown.append((name, *_scores(rows, [Relation.DUPLICATE if near else Relation.UNRELATED for near in found])))
    for name, hidden in (("tthc, codes hidden", {"code": ""}), ("tthc", {})):
        sides = [(from_portal(row["a"] | hidden), from_portal(row["b"] | hidden)) for row in rows]
        rarity = Rarity(side.title for both in sides for side in both)
        shown.append((name, *_scores(rows, [compare(a, b, rarity).relation for a, b in sides])))
    table(f"Duplicates among the {len(rows)} pairs of {path.name}", ("method", "precision", "recall", "F1"), shown)


def _scores(rows: Sequence[dict[str, Any]], found: Sequence[Relation]) -> tuple[str, str, str]:
    pairs = [
        LabelledPair(str(number), f"{number}'", Relation(row["relation"]), relation)
        for number, (row, relation) in enumerate(zip(rows, found, strict=True))
    ]
    score: Score = of_pairs(pairs).score(Relation.DUPLICATE)
    figures = (score.precision.rate, score.recall.rate, score.f1)
    precision, recall, f1 = (f"{float(figure):.3f}" if figure is not None else "–" for figure in figures)
    return precision, recall, f1


if __name__ == "__main__":
    main()
