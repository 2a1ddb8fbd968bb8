"""Reading and validating, against what libyaml alone needs for the same files; and how both grow with the catalogue."""

import gc
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _ruamel_yaml import CParser

from benchmarks.measure import PYTHON, run, table
from tthc.catalogue.load import load

ROOT = Path(__file__).parent.parent
SIZES = (1_803, 18_000, 110_000)


def main() -> None:
    """Ratio to libyaml's own parse (aim: 10), then time and memory at three sizes."""
    _against_libyaml(ROOT / "catalogue")
    with tempfile.TemporaryDirectory() as folder:
        _growth(Path(folder))


def _against_libyaml(catalogue: Path) -> None:
    load(catalogue)  # imports and models are built once; the question here is the reading
    files = [path.read_bytes() for path in sorted(catalogue.rglob("*.yaml"))]
    ratios, ours, floors = [], [], []
    for _round in range(7):
        start = time.perf_counter()
        for data in files:
            CParser(data).raw_parse()
        middle = time.perf_counter()
        read = load(catalogue)
        end = time.perf_counter()
        floors.append(middle - start)
        ours.append(end - middle)
        ratios.append(ours[-1] / floors[-1])
        del read
        gc.collect()
    middle_of = len(ratios) // 2
    row = (
        f"{len(files)} files, {sum(map(len, files)) / 1e6:.1f} MB",
        f"{sorted(ours)[middle_of] * 1000:.0f} ms",
        f"{sorted(floors)[middle_of] * 1000:.0f} ms",
        f"{sorted(ratios)[middle_of]:.1f} ×",
        "10 ×",
    )
    table("Reading and validating the sample, in one process", ("catalogue", "tthc", "libyaml", "ratio", "aim"), [row])


READ = (
    "import sys; from pathlib import Path; from tthc.catalogue.load import load;"
    "print(sum(len(load(root).entries) for root in map(Path, sys.argv[1:])))"
)


def _growth(folder: Path) -> None:
    rows = []
    for size in SIZES:
        into = folder / str(size)
        made = [PYTHON, "-m", "tools.sample", "--into", str(into), "--procedures", str(size)]
        subprocess.run(made, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        result = run([PYTHON, "-c", READ, str(into)])
        each = result.seconds / size * 1e6
        rows.append((f"{size:,}", f"{result.seconds:.2f} s", f"{each:.0f} µs", f"{result.peak_mib:.0f} MiB"))
    table("Reading catalogues of growing size, whole process", ("procedures", "time", "each", "peak"), rows)


if __name__ == "__main__":
    sys.exit(main())
