"""Pairs of procedures as files have them: {"id", "a": {"code", "name", "level", "agency", "field"}, "b": {…}}."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tthc.cli import json_lines
from tthc.cli.settings import SettingError
from tthc.messages import _


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The pairs of a file. Raises SettingError that names the line that is none."""
    for number, pair in json_lines.read(path):
        if not is_pair(pair):
            raise SettingError(
                _('{path}:{line}: not a pair. Expected: {{"id": …, "a": {{"name": …}}, "b": {{"name": …}}}}').format(
                    path=path, line=number
                )
            )
        yield pair


def is_pair(pair: Any) -> bool:
    """Whether an object has two sides with names."""
    return isinstance(pair, dict) and all(isinstance(pair.get(side), dict) and _is_record(pair[side]) for side in "ab")


def _is_record(record: dict[str, Any]) -> bool:
    texts = (record.get(key) for key in ("code", "level", "agency", "field"))
    return isinstance(record.get("name"), str) and all(isinstance(text, str | None) for text in texts)
