"""What holds for the whole run: language, colour, where the catalogue is. Flags before environment before file."""

import os
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tthc import messages
from tthc.cli import keys
from tthc.messages import LANGUAGES, _

if TYPE_CHECKING:
    from tthc.catalogue.cache import Cache

COLORS = ("auto", "always", "never")
CONFIGURATION = "tthc.toml"
_OPTIONS = {"language": "--lang", "color": "--color"}


class SettingError(Exception):
    """A wrong option or a wrong configuration file; the message says what, where and what is possible."""


@dataclass(frozen=True, slots=True)
class Settings:
    language: str = "vi"
    color: str = "auto"
    debug: bool = False
    cache: bool = True
    catalogue: Path = Path("catalogue")
    language_asked: bool = False  # by --lang, TTHC_LANG or the configuration, not just by the system's locale


current = Settings()


def take(arguments: list[str]) -> list[str]:
    """Read environment, configuration file and the options that may stand anywhere; the arguments that are left.

    The language is spoken as soon as it is known, so that what is wrong with the rest is said in it.
    """
    global current  # noqa: PLW0603 - settled once at the start, read everywhere in the command line
    current = Settings(language=_system_language(os.environ))
    messages.use(current.language)
    rest, flags = _flags(arguments)
    asked: dict[str, Any] = {}
    if language := os.environ.get("TTHC_LANG"):
        asked["language"] = language
    if folder := os.environ.get("TTHC_CATALOGUE"):
        asked["catalogue"] = Path(folder)
    named = {"language": "TTHC_LANG", **{key: option for key, option in _OPTIONS.items() if key in flags}}
    asked |= flags
    _settle(asked, named)
    path, table = _configuration()
    of_file = {key: f"{path}: {option.lstrip('-')}" for key, option in _OPTIONS.items() if key not in asked}
    _settle(_from_file(path, table) | asked, named | of_file)
    return rest


def _settle(values: Mapping[str, Any], named: Mapping[str, str]) -> None:
    """Take these values; `named` says where each was given, for the message about one that is none."""
    global current  # noqa: PLW0603 - see `take`
    for key, possible in (("language", LANGUAGES), ("color", COLORS)):
        if key in values:
            one_of(named[key], values[key], possible)
        if key == "language":
            messages.use(values.get(key, current.language))
    current = replace(current, **values, language_asked=current.language_asked or "language" in values)


def open_cache() -> "Cache":
    """The cache of this person; one that keeps nothing where --no-cache asks for that."""
    from tthc.catalogue.cache import Cache, default_folder

    return Cache(default_folder() if current.cache else None)


def one_of(option: str, value: str, possible: Collection[str]) -> str:
    """The value, which must be one of those possible; a mapping has the Vietnamese words for them, to be named too.

    Raises SettingError.
    """
    if value not in possible:
        from tthc.text import vocabulary

        words = possible if isinstance(possible, Mapping) else dict.fromkeys(possible, "")
        message = _('unknown value "{value}" for {option}; possible: {values}').format(
            value=value, option=option, values=vocabulary.listed(words)
        )
        if near := vocabulary.near(value, words):
            message += ". " + _('Did you mean "{near}"?').format(near=near)
        raise SettingError(message)
    return value


def use_color(stream: Any = None) -> bool:
    """Whether to colour what goes to this stream (stdout unless told)."""
    if current.color != "auto":
        return current.color == "always"
    return "NO_COLOR" not in os.environ and on_terminal(stream) and os.environ.get("TERM") != "dumb"


def on_terminal(stream: Any = None) -> bool:
    """Whether a person reads this stream (stdout unless told) on a screen."""
    return bool((stream or sys.stdout).isatty())


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
        elif word == "--no-cache":
            flags["cache"] = False
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


def _configuration() -> tuple[Path, dict[str, Any]]:
    """The nearest tthc.toml, else [tool.tthc] of the nearest pyproject.toml, from the working folder upwards."""
    try:
        here = Path.cwd()
    except OSError:  # the working folder is gone; a catalogue elsewhere can be audited all the same
        return Path(CONFIGURATION), {}
    for folder in (here, *here.parents):
        for path in (folder / CONFIGURATION, folder / "pyproject.toml"):
            if path.is_file():
                table = _toml(path)
                if path.name != CONFIGURATION:
                    tools = table.get("tool")
                    table = tools.get("tthc") if isinstance(tools, dict) else None
                if isinstance(table, dict):
                    return path, table
    return here / CONFIGURATION, {}


def table(command: str) -> tuple[Path, dict[str, Any]]:
    """The configuration file and its table for one command; empty where it has none."""
    path, whole = _configuration()
    own = whole.get(command, {})
    return path, own if isinstance(own, dict) else {}


def _toml(path: Path) -> Any:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingError(_("{path} cannot be read: {reason}").format(path=path, reason=error)) from error


def _from_file(path: Path, table: Mapping[str, Any]) -> dict[str, Any]:
    """The file's values; keys are those of the command line. The catalogue's path is relative to the file.

    What is in [check] is judged by the command it is for.
    """
    if message := keys.wrong(path, table, keys.RUN):
        raise SettingError(message)
    names = {"catalogue": "catalogue", "lang": "language", "color": "color"}
    return {
        names[key]: path.parent / value if key == "catalogue" else value for key, value in table.items() if key in names
    }
