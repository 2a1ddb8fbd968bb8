"""Text that is not YAML: what is wrong, at the place to mend, in words that are not libyaml's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.catalogue.reader import read_text

TAB = "a tab stands where only spaces are allowed"
INDENTATION = "does not fit the indentation"
TOO_FAR = "indented too far"
TWO_COLONS = 'a second ":"'
QUOTE = "a quote is opened and never closed"
BRACKET = "a bracket is opened and not closed"
AFTER = "something follows after the end of the value"


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a:\n\tb: 1", 2, 1, TAB),
        ("a: 1\n\tb: 2", 2, 1, TAB),
        ("a: >\n\tb", 2, 1, TAB),
        ("a: b: c", 1, 5, TWO_COLONS),
        ('a: "x": y', 1, 7, TWO_COLONS),
        ("a: 1\n b: 2", 2, 3, TOO_FAR),
        ("a\nb: 1", 2, 2, TOO_FAR),
        ("a:\n  b: 1\n c: 2", 3, 2, INDENTATION),
        ("- a\nb: 1", 2, 1, INDENTATION),
        ("a: 1\n- b", 2, 1, INDENTATION),
        ("a: 'x\nb: 1\nc: 2\n", 1, 4, QUOTE),
        ('b: ế\na: "x\n', 2, 4, QUOTE),
        ("a: [1, 2\nb: 3\nc: 4\n", 1, 4, BRACKET),
        ("a: {x: 1\nb: 3", 1, 4, BRACKET),
        ("a: [", 1, 5, BRACKET),
        ("a: [a]]", 1, 7, AFTER),
        ("a: 'it's'", 1, 8, AFTER),
        ('a: "x" y', 1, 8, AFTER),
        ("a: @x", 1, 4, 'no text can start with "@"'),
        ("a: `x`", 1, 4, 'no text can start with "`"'),
        ("a: 5%\nb: %x", 2, 4, 'no text can start with "%"'),
        ("a: ]", 1, 4, 'no text can start with "]"'),
        ("a: [a, , b]", 1, 8, 'no text can start with ","'),
        ("a: [b, https://x]", 1, 13, 'inside brackets, a text with ":" needs quotes'),
        ("a: {b: 07:30}", 1, 10, 'inside brackets, a text with ":" needs quotes'),
        ("a: [Không?, b]", 1, 10, 'inside brackets, a text with "?" needs quotes'),
        ("a: 1\nkey 1\nb: 2", 2, 1, '":" and a space are missing'),
        ("a: 1\ncode:9.000001\nb: 2", 2, 1, '":" and a space are missing'),
        ("a: - b", 1, 4, "a list cannot start on the line of its key"),
        ("a: | x\n  b", 1, 6, 'nothing can follow "|" or ">"'),
        ('a: "C:\\dir"', 1, 7, "after a backslash"),
        ('a: "\\ud800"', 1, 7, "after a backslash"),
    ],
)
def test_the_place_to_mend_and_what_is_wrong(text: str, line: int, column: int, words: str) -> None:
    document = read_text(text.encode())
    assert document.data is None
    (problem,) = document.problems
    assert (problem.rule, problem.line, problem.column) == ("F003", line, column)
    assert words in problem.message
    assert problem.help


def test_what_a_misplaced_line_belongs_to_is_named() -> None:
    (problem,) = read_text(b"a: 1\nb:\n  c: 1\n d: 2\n").problems
    assert "starts on line 1" in problem.message


@given(st.text("ab:-[]{}'\"|>#&*!%@`,? \n\t\\", max_size=30))
def test_the_place_lies_in_the_file(text: str) -> None:
    lines = text.splitlines() or [""]
    for problem in read_text(text.encode()).problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
