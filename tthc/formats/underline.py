"""A text with some of its words underlined, for a terminal and for plain files: the signs stand on the line below."""

import unicodedata
from collections.abc import Mapping

from tthc.domain.deadline import Span
from tthc.messages import visible

_INDENT = "  "


def underline(text: str, marks: Mapping[Span, str], width: int) -> str:
    """The text in lines of at most `width` columns, each followed by a line of signs where something is marked.

    A mark is a sign, or a sign and a label ("─1"): the sign is repeated under the words, the label stands at the end.
    """
    signs = [" "] * len(text)
    for span, mark in marks.items():
        signs[span.start : span.end] = mark[0] * (span.end - span.start)
        label = mark[1:][-(span.end - span.start) :]
        signs[span.end - len(label) : span.end] = label
    lines = []
    for start, end in _lines(text, width - len(_INDENT)):
        below = "".join(sign * _columns(char) for char, sign in zip(text[start:end], signs[start:end], strict=True))
        lines += [f"{_INDENT}{visible(text[start:end])}".rstrip(), f"{_INDENT}{below}".rstrip()]
    return "\n".join(line for line in lines if line) + "\n"


def _lines(text: str, width: int) -> list[tuple[int, int]]:
    """Where the lines begin and end: at line ends, and at the last blank before a line gets too long."""
    found = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > width:
            blank = text.rfind(" ", start + 1, start + width + 1)
            end = blank if blank > 0 else start + width
        found.append((start, end))
        start = end + (text[end : end + 1] in ("\n", " "))
    return found


def _columns(char: str) -> int:
    """How wide a character stands: marks that sit on a letter have no width of their own."""
    if unicodedata.combining(char) or not visible(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
