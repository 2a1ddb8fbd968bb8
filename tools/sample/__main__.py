"""python -m tools.sample --into DIR: write the sample catalogue, or larger ones for measurements."""

import argparse
from pathlib import Path

from tools.sample import vocabulary
from tools.sample.province import Writer

SAMPLE_SIZE = 1803  # as the province of the source article had after its review
SEED = 2026


def write(into: Path, procedures: int | None = None, provinces: int = 1, seed: int = SEED) -> None:
    """Write `procedures` in all into `into`: one catalogue, or a folder with one catalogue for each province."""
    total = SAMPLE_SIZE * provinces if procedures is None else procedures
    writer = Writer(vocabulary.load(), seed)
    if provinces == 1:
        writer.write(into, total, 1, "Tỉnh Mẫu", below_root=1, claims=(total, seed) == (SAMPLE_SIZE, SEED))
        return
    for number in range(1, provinces + 1):
        share = total // provinces + (number <= total % provinces)
        name = f"Tỉnh Mẫu {number:02}"
        writer.write(into / f"tinh-mau-{number:02}", share, number, name, below_root=2)


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(prog="python -m tools.sample", description=write.__doc__)
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help="folder to write to")
    parser.add_argument("--procedures", type=int, metavar="N", help=f"how many in all (default {SAMPLE_SIZE} each)")
    parser.add_argument("--provinces", type=int, default=1, metavar="N", help="how many provinces (default 1)")
    parser.add_argument("--seed", type=int, default=SEED, metavar="N", help=f"another sample (default {SEED})")
    options = parser.parse_args()
    write(options.into, options.procedures, options.provinces, options.seed)


if __name__ == "__main__":
    main()
