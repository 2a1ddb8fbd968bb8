"""Keep what is generated from the code in step with it: `python tools/generated.py [--check]`.

Writes the JSON Schemas of the catalogue's files to `schema/`. `--check` writes nothing and fails when a file is stale.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tthc import messages
from tthc.catalogue import schema

ROOT = Path(__file__).parent.parent


def generated() -> Iterator[tuple[Path, str]]:
    """Every generated file, with the text it should have."""
    for kind in schema.KINDS:
        yield ROOT / "schema" / f"{kind}.schema.json", schema.text(kind)


def main() -> int:
    messages.use("vi")
    stale = [(path, text) for path, text in generated() if not path.exists() or path.read_text("utf-8") != text]
    for path, text in stale:
        shown = path.relative_to(ROOT).as_posix()
        if "--check" in sys.argv:
            print(f"stale: {shown}; run python tools/generated.py")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"written: {shown}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
