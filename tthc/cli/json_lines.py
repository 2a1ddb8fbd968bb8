"""Files of one JSON object a line."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tthc.catalogue.files import reason
from tthc.cli.settings import SettingError, one_of
from tthc.messages import _

SUFFIXES = (".jsonl", ".json", ".txt", "")


def choose(format_: str | None, output: Path | None) -> None:
    """What is written line by line has this one format. Raises SettingError where another is asked for."""
    if format_ is not None:
        one_of("--format", format_, ["jsonl"])
    if output is not None and output.suffix.casefold() not in SUFFIXES:
        raise SettingError(_("lines of JSON are written; name the file so: {name}").format(name=output.stem + ".jsonl"))


def read(path: Path) -> Iterator[tuple[int, Any]]:
    """Every line with its number; `-` is standard input. None stands for a line that is no JSON.

    Raises SettingError where the file cannot be read.
    """
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(_("{path} cannot be read: {reason}").format(path=path, reason=reason(error))) from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):  # no JSON, or brackets without end
                yield number, None
