"""What can be wrong with a file as YAML, in words an officer understands, with the place and what to do."""

import codecs
import re
from typing import Any, NamedTuple

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
        name = event.tag.replace("tag:yaml.org,2002:", "!!", 1)
        message = _("the tag {name} is not allowed in a catalogue").format(name=name)
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
    """Why the bytes are not UTF-8 text; None if they are."""
    if b"\0" in data[:2] or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Problem("F002", _("the file is saved as UTF-16, not as UTF-8"), _save_as_utf8(), 1, 1)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(data, error.start)
        return Problem(
            "F002",
            _("not valid UTF-8: byte 0x{byte:02X}").format(byte=data[error.start]),
            _save_as_utf8(),
            line,
            column,
        )
    return None


def _save_as_utf8() -> str:
    return _("Save the file as UTF-8 (in Notepad: Save As, Encoding: UTF-8).")


# libyaml, after YAML 1.1, ends a line at these; editors and git do not, and neither does YAML 1.2.
LINE_SEPARATORS = tuple(separator.encode() for separator in ("\x85", "\u2028", "\u2029"))
_STRAY = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def stray_characters(data: bytes) -> tuple[Problem, bytes]:
    """The first character that YAML does not allow or ends a line at unseen, and the data with blanks instead."""
    text = data.decode("utf-8")
    found = _STRAY.findall(text)
    at = text.index(found[0])
    line, column = _place(data, len(text[:at].encode()))
    message = _("the invisible character U+{code:04X} does not belong here").format(code=ord(found[0]))
    if len(found) > 1:
        message += " " + _("({n} such characters in the file)").format(n=len(found))
    problem = Problem("F002", message, _("Delete it, or put a space in its place."), line, column)
    return problem, _STRAY.sub(" ", text).encode()


def _place(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column (from 1, in characters) of a byte offset; what lies before it is valid UTF-8."""
    before = data[:offset].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
