"""`tthc check` on the sample, beside programs that check YAML files, although they check far less.

Peers are found on the PATH; those that are not installed are left out:
pip install check-jsonschema yamllint · npm install --global ajv-cli
"""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import PYTHON, compare, table

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "catalogue"
TTHC = str(Path(PYTHON).parent / "tthc")
STYLE = "{extends: relaxed, rules: {line-length: disable}}"
PAIRS = 3  # a peer takes ten seconds and more


def main() -> None:
    """How often `tthc check` runs while a peer runs once; and what `--since HEAD` costs over a plain run."""
    cold, warm = [TTHC, "check", str(CATALOGUE), "--no-cache"], [TTHC, "check", str(CATALOGUE)]
    rows = []
    for name, peer, limit in _peers():
        if shutil.which(peer[0]) is None:
            rows.append((name, "not installed", "", "", "", ""))
            continue
        against_cold, against_warm = compare(peer, cold, PAIRS), compare(peer, warm, PAIRS)
        rows.append(
            (
                name,
                f"{against_cold.seconds:.2f} s",
                f"{against_cold.partner_seconds:.2f} s",
                f"{against_cold.ratio:.1f} × (aim {limit})",
                f"{against_warm.partner_seconds:.2f} s",
                f"{against_warm.ratio:.1f} ×",
            )
        )
    head = ("peer", "peer takes", "tthc cold", "ratio", "tthc warm", "ratio")
    table("Checking the sample, whole processes", head, rows)
    _since()


def _peers() -> list[tuple[str, Sequence[str], str]]:
    schema = str(ROOT / "schema" / "procedures.schema.json")
    files = [str(path) for path in sorted((CATALOGUE / "procedures").rglob("*.yaml"))]
    data = [word for file in files for word in ("-d", file)]
    return [
        ("check-jsonschema", ["check-jsonschema", "--schemafile", schema, *files], "15"),
        ("yamllint", ["yamllint", "-d", STYLE, str(CATALOGUE)], "15"),
        ("ajv-cli", ["ajv", "validate", "--spec=draft2020", "--strict=false", "-s", schema, *data], "1"),
    ]


def _since() -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "catalogue"
        shutil.copytree(CATALOGUE, copy)
        git = ["git", "-C", folder, "-c", "user.name=bench", "-c", "user.email=bench@example.org"]
        for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "sample"]):
            subprocess.run([*git, *words], check=True)
        edited = next(iter(sorted((copy / "procedures").rglob("*.yaml"))))
        edited.write_text(edited.read_text("utf-8").replace("ngày làm việc", "ngày", 1), encoding="utf-8")
        plain = [TTHC, "check", str(copy)]
        result = compare([*plain, "--since", "HEAD"], plain)
    row = (f"{result.seconds:.2f} s", f"{result.partner_seconds:.2f} s", f"{result.ratio:.2f} ×", "1.3 ×")
    table("One file edited since HEAD", ("--since HEAD", "plain", "ratio", "aim"), [row])
