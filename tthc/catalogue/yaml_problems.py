"""What can be wrong with a file as YAML, in words an officer understands, with the place and what to do."""

import re
from typing import Any, NamedTuple

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import AliasEvent

from tthc.messages import _


class Problem(NamedTuple):
    """Something in a file that is not as it should be: a rule id, a message, help, line and column from 1."""

    rule: str
    message: str
    help: str
    line: int
    column: int


def bad_key(key: str, mark: Any, first: int) -> Problem:
    """A key that stands twice (`first`: line of the first, from 0), or YAML's merge key."""
    line, column = mark.line + 1, mark.column + 1
    if key == "<<":
        return Problem(
            "F005",
            _("the merge key << is not allowed in a catalogue"),
            _("Write the values out in full."),
            line,
            column,
        )
    return Problem(
        "F004",
        _('the key "{key}" stands twice; the first is on line {line}').format(key=key, line=first + 1),
        _("Keep one of the two and delete the other."),
        line,
        column,
    )


def refused_feature(event: Any) -> Problem:
    if type(event) is AliasEvent:
        message = _("the alias *{name} is not allowed in a catalogue").format(name=event.anchor)
    elif event.anchor:
        message = _("the anchor &{name} is not allowed in a catalogue").format(name=event.anchor)
    else:
        message = _("the tag {name} is not allowed in a catalogue").format(name=event.tag)
    return Problem(
        "F005",
        message,
        _("Write the values out in full; put a text that starts with &, * or ! in quotes."),
        event.start_mark.line + 1,
        event.start_mark.column + 1,
    )


def too_deep(event: Any, limit: int) -> Problem:
    return Problem(
        "F003",
        _("nested more than {n} levels deep").format(n=limit),
        _("Check the brackets and the indentation here."),
        event.start_mark.line + 1,
        event.start_mark.column + 1,
    )


def complex_key(event: Any) -> Problem:
    return Problem(
        "F005",
        _("a map or a list cannot be a key"),
        _('Put a text that starts with "[", "{" or "?" in quotes.'),
        event.start_mark.line + 1,
        event.start_mark.column + 1,
    )


def second_document(mark: Any) -> Problem:
    return Problem(
        "F005",
        _("a second YAML document starts here; only the first is read"),
        _('Remove the line "---" or move what follows to a file of its own.'),
        mark.line + 1,
        mark.column + 1,
    )


def bad_encoding(data: bytes) -> Problem | None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(data, error.start)
        return Problem(
            "F002",
            _("not valid UTF-8: byte 0x{byte:02X}").format(byte=data[error.start]),
            _("Save the file as UTF-8 (in Notepad: Save As, Encoding: UTF-8)."),
            line,
            column,
        )
    return None


_CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def control_character(data: bytes) -> Problem:
    text = data.decode("utf-8")
    match = _CONTROL.search(text)
    at = match.start() if match else 0
    line, column = _place(data, len(text[:at].encode()))
    return Problem(
        "F002",
        _("the character U+{code:04X} is not allowed in YAML").format(code=ord(text[at]) if text else 0),
        _("Delete it; it is invisible in most editors."),
        line,
        column,
    )


def _place(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column (from 1, in characters) of a byte offset; what lies before it is valid UTF-8."""
    before = data[:offset].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def bad_syntax(error: MarkedYAMLError, data: bytes) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    message, help_ = _explain(str(error.problem or ""), data, line, column)
    opened = error.context_mark
    if opened and opened.line != line:
        message += " " + _("(what it belongs to starts on line {line})").format(line=opened.line + 1)
    return Problem("F003", message, help_, line + 1, column + 1)


def _explain(problem: str, data: bytes, line: int, column: int) -> tuple[str, str]:
    """libyaml's message in words an officer understands, and what to do."""
    lines = data.splitlines()
    text = lines[line].decode("utf-8", "replace") if line < len(lines) else ""
    if problem == "found character that cannot start any token" and text[column : column + 1] == "\t":
        return _("a tab stands where only spaces are allowed"), _(
            "Indent with spaces; set the editor to insert spaces."
        )
    if problem == "found character that cannot start any token":
        character = text[column : column + 1]
        return (
            _('a text cannot start with "{character}"').format(character=character),
            _("Put the text in quotes."),
        )
    if problem == "mapping values are not allowed in this context":
        return (
            _('a second ":" on this line, or a line indented too far'),
            _('Put the text in quotes if it contains ": ", and check the indentation.'),
        )
    if problem == "could not find expected ':'":
        return _('":" is missing after the key, or the text before it runs over several lines'), _(
            "Check this line and the one before it."
        )
    if problem.startswith("did not find expected") and problem.endswith(("key", "'-' indicator", "<block end>")):
        return _("this line does not fit the indentation of the lines before it"), _(
            "Indent it like the keys or list items it belongs with; two spaces a level."
        )
    if "unexpected end of stream" in problem:
        return _("a quote is opened and never closed"), _("Add the closing quote.")
    if problem.startswith("did not find expected ','") or problem == "did not find expected node content":
        return _("a bracket is opened and not closed properly"), _('Check "[", "]", "{", "}" and the commas.')
    return _("not valid YAML: {problem}").format(problem=problem), _("Check this line and the one before it.")
