"""What holds for the whole run: language, colour, where the catalogue is. Flags before environment before file."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tthc.messages import LANGUAGES, _

COLORS = ("auto", "always", "never")
CONFIGURATION = "tthc.toml"


class SettingError(Exception):
    """A wrong option or a wrong configuration file; the message says what, where and what is possible."""


@dataclass(frozen=True, slots=True)
class Settings:
    language: str = "vi"
    color: str = "auto"
    debug: bool = False
    catalogue: Path = Path("catalogue")


current = Settings()


def take(arguments: list[str]) -> list[str]:
    """Read environment, configuration file and the options that may stand anywhere; the arguments that are left."""
    global current  # noqa: PLW0603 - settled once at the start, read everywhere in the command line
    current = Settings(language=_system_language(os.environ))
    rest, flags = _flags(arguments)
    path, table = _configuration(Path.cwd())
    known = _from_file(path, table)
    environment = {"language": os.environ.get("TTHC_LANG"), "catalogue": os.environ.get("TTHC_CATALOGUE")}
    for values in (known, environment, flags):
        changes: dict[str, Any] = {key: value for key, value in values.items() if value}
        if "catalogue" in changes:
            changes["catalogue"] = Path(changes["catalogue"])
        current = replace(current, **changes)
    if current.language not in LANGUAGES:
        wrong, current = current.language, replace(current, language="vi")
        raise SettingError(_('unknown language "{value}"; possible: {values}').format(value=wrong, values="vi, en"))
    return rest


def check() -> None:
    """Refuse a value that nothing knows. Apart from `take`, so that the message comes in the language chosen."""
    if current.color not in COLORS:
        raise SettingError(
            _('unknown value "{value}" for {option}; possible: {values}').format(
                value=current.color, option="--color", values=", ".join(COLORS)
            )
        )


def use_color(stream: Any = None) -> bool:
    """Whether to colour what goes to this stream (stdout unless told)."""
    if current.color != "auto":
        return current.color == "always"
    return "NO_COLOR" not in os.environ and bool((stream or sys.stdout).isatty()) and os.environ.get("TERM") != "dumb"


def _flags(arguments: list[str]) -> tuple[list[str], dict[str, Any]]:
    rest: list[str] = []
    flags: dict[str, Any] = {}
    queue = list(arguments)
    while queue:
        word = queue.pop(0)
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *queue]
            break
        if word == "--debug":
            flags["debug"] = True
        elif name in ("--lang", "--color"):
            if not equals:
                if not queue:
                    raise SettingError(_("{option} needs a value").format(option=name))
                value = queue.pop(0)
            flags["language" if name == "--lang" else "color"] = value
        else:
            rest.append(word)
    return rest, flags


def _system_language(environment: Mapping[str, str]) -> str:
    """The system's locale where it is one of ours; Vietnamese where it says nothing (C, POSIX) or is another."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = environment.get(name, "")
        if locale:
            return "en" if locale.startswith("en") else "vi"
    return "vi"


def _configuration(start: Path) -> tuple[Path, dict[str, Any]]:
    """The nearest tthc.toml, else [tool.tthc] of the nearest pyproject.toml, upwards from here."""
    for folder in (start, *start.parents):
        for path in (folder / CONFIGURATION, folder / "pyproject.toml"):
            if path.is_file():
                table = _toml(path)
                if path.name != CONFIGURATION:
                    table = table.get("tool", {}).get("tthc")
                if isinstance(table, dict):
                    return path, table
    return start / CONFIGURATION, {}


def _toml(path: Path) -> Any:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingError(_("{path} cannot be read: {reason}").format(path=path, reason=error)) from error


def _from_file(path: Path, table: Mapping[str, Any]) -> dict[str, Any]:
    """The file's values; keys are those of the command line. The catalogue's path is relative to the file."""
    names = {"catalogue": "catalogue", "lang": "language", "color": "color"}
    for key, value in table.items():
        if key not in names:
            import difflib

            near = difflib.get_close_matches(key, names, n=1)
            hint = _('Did you mean "{near}"?').format(near=near[0]) if near else ""
            raise SettingError(
                _('{path}: unknown key "{key}". {hint} Possible: {values}.').format(
                    path=path, key=key, hint=hint, values=", ".join(names)
                )
            )
        if not isinstance(value, str):
            raise SettingError(_('{path}: "{key}" must be a text in quotes').format(path=path, key=key))
    values = {names[key]: value for key, value in table.items()}
    if "catalogue" in values:
        values["catalogue"] = str(path.parent / values["catalogue"])
    return values
