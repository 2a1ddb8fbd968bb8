"""The framework's complaints about a command line, in the reader's language and with a way on."""

import difflib
from collections.abc import Iterable
from typing import Any

from tthc.messages import _


def unknown_command(command: str, known: Iterable[str]) -> str:
    """The command does not exist; which one may have been meant."""
    commands = list(known)
    words = _('there is no command "{command}".').format(command=command) + _near(command, commands)
    return words + "\n" + _("Commands: {commands}").format(commands=", ".join(commands))


def explain(error: Any) -> str:
    """What is wrong with the command line, what is possible, and where help is."""
    command = error.ctx.command_path if getattr(error, "ctx", None) else "tthc"
    help_ = _("Help: {command} --help").format(command=command)
    return f"{_what(error)}\n{help_}"


def _what(error: Any) -> str:
    kind = type(error).__name__
    message = str(error.format_message())
    if kind == "NoSuchOption":
        near = _near(error.option_name, error.possibilities or [])
        return _("there is no option {option}.").format(option=error.option_name) + near
    if kind == "MissingParameter":
        name = error.param.human_readable_name if error.param else ""
        return _("{name} is missing.").format(name=name.upper())
    if kind == "BadParameter":
        name = error.param.opts[0] if error.param else ""
        return _("wrong value for {option}: {message}").format(option=name, message=error.message)
    if "unexpected extra argument" in message:
        extra = message.partition("(s) (")[2].rstrip(")")
        return _("too many arguments: {extra}").format(extra=extra)
    if "requires an argument" in message:
        return _("{option} needs a value").format(option=getattr(error, "option_name", ""))
    return message


def _near(wrong: str, known: list[str]) -> str:
    near = difflib.get_close_matches(wrong, known, n=1)
    return " " + _('Did you mean "{near}"?').format(near=near[0]) if near else ""
