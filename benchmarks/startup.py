"""Start-up and the main job, against a bare interpreter."""

from pathlib import Path

from benchmarks.measure import PYTHON, compare, table

CATALOGUE = Path(__file__).parent.parent / "catalogue"


def main() -> None:
    """`tthc --help` aims at 8 times a bare interpreter, `tthc audit` on the sample at 60 times.

    An unchanged catalogue is read from the cache; `--no-cache` shows what a first run costs.
    """
    tthc = str(Path(PYTHON).parent / "tthc")
    rows = []
    for words, limit in (
        (["--help"], 8),
        (["audit", str(CATALOGUE)], 60),
        (["audit", str(CATALOGUE), "--no-cache"], 60),
        (["show", "1.009645", "-C", str(CATALOGUE)], 60),
    ):
        result = compare([tthc, *words])
        rows.append(
            (
                " ".join(["tthc", words[0], *(word for word in words[1:] if word == "--no-cache")]),
                f"{result.seconds * 1000:.0f} ms",
                f"{result.partner_seconds * 1000:.0f} ms",
                f"{result.ratio:.1f} ×",
                f"{limit} ×",
                f"{result.peak_mib:.0f} MiB",
            )
        )
    table("Whole processes against `python -c pass`", ("command", "time", "python", "ratio", "aim", "peak"), rows)
