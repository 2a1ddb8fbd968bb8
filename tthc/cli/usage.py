"""The framework's complaints about a command line, in the reader's language and with a way on."""

import difflib
from collections.abc import Iterable, Sequence
from typing import Any

from tthc.messages import _

_NEAR = 0.7
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
        return _missing(error.param, error.ctx)
    if kind == "BadParameter":
        name = error.param.opts[0] if error.param else ""
        return _("wrong value for {option}: {message}").format(option=name, message=_expected(error))
    if "unexpected extra argument" in message:
        extra = message.partition("(s) (")[2].rstrip(")") or message.partition("(")[2].rstrip(")")
        return _("too many arguments: {extra}. A text of several words stands in quotes.").format(extra=extra)
    if "requires an argument" in message:
        return _("{option} needs a value").format(option=getattr(error, "option_name", ""))
    if "does not take a value" in message:
        return _("{option} takes no value").format(option=getattr(error, "option_name", ""))
    return message


def _missing(param: Any, context: Any) -> str:
    """What is not there, in the words of the help, and how it is given."""
    if param.param_type_name == "option":
        what = str(param.metavar).replace("_", " ").lower()
        message = _('the {what} is missing: add {option} "…". {help}')
        return message.format(what=what, option=max(param.opts, key=len), help=param.help)
    needed = [each for each in context.command.params if each.param_type_name == "argument" or each.required]
    names = (f"{each.opts[-1]} {each.metavar}" if each.opts[0][:1] == "-" else str(each.metavar) for each in needed)
    line = " ".join((context.command_path, *names))
    message = _("{name} is missing: {help} Write: {line}")
    return message.format(name=param.metavar, help=param.help, line=line)


def _expected(error: Any) -> str:
    """What the value should have been, for the types that options have; else the framework's own words."""
    name = error.param.type.name if error.param else ""
    known = {"integer": _("a whole number is expected"), "float": _("a number is expected")}
    least = getattr(error.param.type, "min", None) if error.param else None
    if least is not None:
        return _("a whole number of at least {least} is expected").format(least=least)
    return known.get(name, str(error.message))


def _near(wrong: str, known: list[str]) -> str:
    """What was meant, where a slip of the finger explains it; the dashes that all options share say nothing."""
    bare = {name.lstrip("-"): name for name in reversed(known)}
    near = difflib.get_close_matches(wrong.lstrip("-"), bare, n=1, cutoff=_NEAR)
    return " " + _('Did you mean "{near}"?').format(near=bare[near[0]]) if near else ""
