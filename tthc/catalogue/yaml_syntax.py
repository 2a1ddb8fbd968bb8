"""libyaml's complaints about a text that is not YAML, in words an officer understands, at the place to mend."""

from collections.abc import Sequence
from typing import Any

from ruamel.yaml.error import MarkedYAMLError

from tthc.catalogue.yaml_problems import Problem
from tthc.messages import _

# libyaml finds the missing end of these only much later, often at the end of the file.
_MENDED_WHERE_IT_BEGINS = ("found unexpected end of stream", "could not find expected ':'", "did not find expected ','")


def bad_syntax(error: MarkedYAMLError, data: bytes) -> Problem:
    """What is wrong and what to do."""
    problem = str(error.problem or "")
    lines = data.splitlines() or [b""]
    opened = error.context_mark
    line, column, text = _place(error.problem_mark or opened, lines)
    if problem.startswith(_MENDED_WHERE_IT_BEGINS) and opened is not None and text[column : column + 1] != "?":
        line, column, text = _place(opened, lines)
    message, help_ = _explain(problem, text[:column], text[column : column + 1])
    if opened is not None and opened.line < line:
        message += " " + _("(what it belongs to starts on line {line})").format(line=opened.line + 1)
    return Problem("F003", message, help_, line + 1, column + 1)


def _place(mark: Any, lines: Sequence[bytes]) -> tuple[int, int, str]:
    """Line and column from 0, and the text of that line; for the end of the file, the last place in it."""
    line, column = (mark.line, mark.column) if mark else (0, 0)
    text = lines[min(line, len(lines) - 1)].decode("utf-8", "replace")
    return (line, column, text) if line < len(lines) else (len(lines) - 1, len(text), text)


def _explain(problem: str, before: str, character: str) -> tuple[str, str]:
    """Message and help. `before` is what precedes the place on its line, `character` what stands there."""
    tab = character == "\t" or problem.startswith("found a tab character")
    match problem.removeprefix("found ").removeprefix("did not find expected "):
        case _ if tab:
            message = _("a tab stands where only spaces are allowed")
            help_ = _("Indent with spaces; set the editor to insert spaces.")
        case "character that cannot start any token" | "node content" if character:
            message = _('no text can start with "{character}"').format(character=character)
            help_ = _("Put the text in quotes, or check the brackets and commas before it.")
        case "mapping values are not allowed in this context" if ":" in before:
            message = _('a second ":" on this line')
            help_ = _('Put the text in quotes if it contains ": ".')
        case "mapping values are not allowed in this context":
            message = _('this line is indented too far, or ":" is missing on the line before it')
            help_ = _("Indent it like the keys or list items it belongs with; two spaces a level.")
        case "could not find expected ':'":
            message = _('":" and a space are missing after the key')
            help_ = _('Write "key: value"; a text that goes on over several lines is indented or in quotes.')
        case "key" | "'-' indicator" if before.strip(" -"):
            message = _("something follows after the end of the value")
            help_ = _("Write a quote inside '…' twice (''), or put the whole text in \"…\".")
        case "key" | "'-' indicator":
            message = _("this line does not fit the indentation of the lines before it")
            help_ = _("Indent it like the keys or list items it belongs with; two spaces a level.")
        case "block sequence entries are not allowed in this context":
            message = _("a list cannot start on the line of its key")
            help_ = _('Start the list on the next line, or put a text that starts with "- " in quotes.')
        case "comment or line break":
            message = _('nothing can follow "|" or ">" on its line')
            help_ = _("Start the text on the next line, indented by two spaces, or put it in quotes.")
        case "unknown escape character" | "invalid Unicode character escape code" | "hexdecimal number":
            message = _("after a backslash, only some characters are allowed in double quotes")
            help_ = _("Write the backslash twice, or put the text in single quotes.")
        case "unexpected end of stream":
            message, help_ = _("a quote is opened and never closed"), _("Add the closing quote.")
        case "unexpected ':'" | "',' or ']'" | "',' or '}'" if character in (":", "?"):
            message = _('inside brackets, a text with "{character}" needs quotes').format(character=character)
            help_ = _("Put the text in quotes.")
        case "node content" | "',' or ']'" | "',' or '}'":
            message = _("a bracket is opened and not closed properly")
            help_ = _('Check "[", "]", "{", "}" and the commas.')
        case _:
            message = _("not valid YAML: {problem}").format(problem=problem)
            help_ = _("Check this line and the one before it.")
    return message, help_
