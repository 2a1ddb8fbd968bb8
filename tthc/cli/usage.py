"""The framework's complaints about a command line, in the reader's language and with a way on."""

import difflib
from collections.abc import Iterable, Sequence
from typing import Any

from tthc.messages import _

EVERYWHERE = ("--lang", "--color", "--no-cache", "--debug", "--help", "--version")


def unknown_command(word: str, arguments: Sequence[str], known: Iterable[str]) -> str:
    """The word that should name a command does not: which one may have been meant."""
    commands = list(known)
    before = arguments[: arguments.index(word)]
    command = next((argument for argument in arguments if argument in commands), None)
    if before and command:
        return _("{option} stands after the command: tthc {command} {option} …").format(
            option=before[0], command=command
        )
    words = _('there is no command "{command}".').format(command=word) + _near(word, commands)
    return words + "\n" + _("Commands: {commands}").format(commands=", ".join(commands))


def explain(error: Any, command: str | None) -> str:
    """What is wrong with the command line, what is possible, and where help is."""
    help_ = _("Help: {command} --help").format(command=f"tthc {command}" if command else "tthc")
    return f"{_what(error)}\n{help_}"


def _what(error: Any) -> str:
    kind = type(error).__name__
    message = str(error.format_message())
    if kind == "NoSuchOption":
        options = {option for param in error.ctx.command.params for option in param.opts} if error.ctx else set()
        near = _near(error.option_name, sorted({*options, *EVERYWHERE}))
        return _("there is no option {option}.").format(option=error.option_name) + near
    if kind == "MissingParameter":
        name = error.param.human_readable_name if error.param else ""
        return _("{name} is missing.").format(name=name.upper())
    if kind == "BadParameter":
        name = error.param.opts[0] if error.param else ""
        return _("wrong value for {option}: {message}").format(option=name, message=_expected(error))
    if "unexpected extra argument" in message:
        extra = message.partition("(s) (")[2].rstrip(")") or message.partition("(")[2].rstrip(")")
        return _("too many arguments: {extra}").format(extra=extra)
    if "requires an argument" in message:
        return _("{option} needs a value").format(option=getattr(error, "option_name", ""))
    if "does not take a value" in message:
        return _("{option} takes no value").format(option=getattr(error, "option_name", ""))
    return message


def _expected(error: Any) -> str:
    """What the value should have been, for the types that options have; else the framework's own words."""
    name = error.param.type.name if error.param else ""
    known = {"integer": _("a whole number is expected"), "float": _("a number is expected")}
    least = getattr(error.param.type, "min", None) if error.param else None
    if least is not None:
        return _("a whole number of at least {least} is expected").format(least=least)
    return known.get(name, str(error.message))


def _near(wrong: str, known: list[str]) -> str:
    near = difflib.get_close_matches(wrong, known, n=1)
    return " " + _('Did you mean "{near}"?').format(near=near[0]) if near else ""
