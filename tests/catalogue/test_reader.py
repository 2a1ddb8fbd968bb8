"""YAML text to data: YAML 1.2's meaning of scalars, places of keys and values, and what is refused."""

import io
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from tthc.catalogue import reader
from tthc.catalogue.reader import MAX_DEPTH, Map, Seq, read_text
from tthc.catalogue.yaml_problems import Problem


def data_of(text: str) -> Any:
    document = read_text(text.encode())
    assert document.problems == ()
    return document.data


def problem_of(text: str | bytes) -> Problem:
    (problem,) = read_text(text.encode() if isinstance(text, str) else text).problems
    return problem


def test_the_c_parser_is_in_use() -> None:
    assert reader.CParser.__module__.startswith("ruamel.yaml.clib")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("y", "y"),
        ("1_0", "1_0"),
        ("12:30", "12:30"),
        ("2026-10-01", "2026-10-01"),
        ("0b11", "0b11"),
        ("1,5", "1,5"),
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("nULL", "nULL"),
        ("true", True),
        ("False", False),
        ("tRUE", "tRUE"),
        ("012", 12),
        ("-7", -7),
        ("0x1F", 31),
        ("0o17", 15),
        ("1e3", Decimal("1e3")),
        (".5", Decimal("0.5")),
        ("-.inf", Decimal("-Infinity")),
        (".INF", Decimal("Infinity")),
        ("9" * 41, "9" * 41),
        ('"12"', "12"),
        ("'no'", "no"),
        ("! 12", "12"),
        ("|\n  12\n", "12\n"),
        ("một phần", "một phần"),
    ],
)
def test_scalars_mean_what_yaml_1_2_says(written: str, value: Any) -> None:
    read = data_of(f"a: {written}")["a"]
    assert (type(read), read) == (type(value), value)


@given(st.from_regex(r"[0-9]\.[0-9]{6}", fullmatch=True))
def test_an_unquoted_code_is_never_a_float_and_keeps_its_digits(code: str) -> None:
    read = data_of(f"code: {code}")["code"]
    assert isinstance(read, Decimal)
    assert str(read) == code


@pytest.mark.parametrize("text", ["\ufeffa: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "\ufeffa: 1\r\nb: 2"])
def test_byte_order_mark_and_line_ends_are_accepted(text: str) -> None:
    document = read_text(text.encode())
    assert document == ({"a": 1, "b": 2}, ())
    mark = document.data.marks["b"][1]
    assert (mark.line, mark.column) == (1, 3)


# --- what is refused, and where


@pytest.mark.parametrize(
    ("text", "place", "words", "data"),
    [
        ("a: 1\nb: 2\na: 3\n", (3, 1), 'the key "a" stands twice; the first is on line 1', {"a": 1, "b": 2}),
        ("a: &x 1\n", (1, 4), "the anchor &x", {"a": 1}),
        ("a: *x\nb: 1\n", (1, 4), "the alias *x", {"b": 1}),
        ("l:\n  - *x\n  - b\n", (2, 5), "the alias *x", {"l": ["b"]}),
        ("<<: *x\nb: 1\n", (1, 1), "the merge key <<", {"b": 1}),
        ("<<: {a: 1}\nb: 1\n", (1, 1), "the merge key <<", {"b": 1}),
        ("a: !!int '3'\n", (1, 4), "the tag !!int", {"a": "3"}),
        ("a: !thing {b: 1}\n", (1, 4), "the tag !thing", {"a": {"b": 1}}),
        ("!!str a: 1\n", (1, 1), "the tag !!str", {"a": 1}),
        ("a: 1\n---\nb: 2\n", (2, 1), "a second YAML document", {"a": 1}),
        ("[a, b]: 1\n", (1, 1), "cannot be a key", None),
        ("? {a: 1}\n: 2\n", (1, 3), "cannot be a key", None),
        ("*x : 1\n", (1, 1), "the alias *x", None),
    ],
)
def test_what_a_catalogue_does_not_need_is_refused_at_its_place(
    text: str, place: tuple[int, int], words: str, data: Any
) -> None:
    problem = problem_of(text)
    assert (problem.line, problem.column) == place
    assert words in problem.message
    assert problem.help
    assert read_text(text.encode()).data == data


def test_an_alias_of_a_text_is_refused_but_not_lost() -> None:
    document = read_text("a: &x Đất đai\nb: *x\n".encode())
    assert document.data == {"a": "Đất đai", "b": "Đất đai"}
    assert [problem.line for problem in document.problems] == [1, 2]


def test_an_alias_bomb_stays_small() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 30))
    document = read_text(f"l0: &l0 [x, x]\n{levels}".encode())
    assert all(not document.data[f"l{n}"] for n in range(1, 30))
    assert all(problem.rule == "F005" for problem in document.problems)


@pytest.mark.parametrize(
    "text", ["[" * 10_000, "{a: " * 10_000, "- " * 10_000, "".join(f"{' ' * n}a:\n" for n in range(10_000))]
)
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    start = time.perf_counter()
    problem = problem_of(text)
    assert time.perf_counter() - start < 2
    assert problem.rule == "F003"
    assert f"more than {MAX_DEPTH} levels" in problem.message


def test_nesting_up_to_the_limit_is_read() -> None:
    assert data_of("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (b"a: 1\nb: \xe9\n", (2, 4), "byte 0xE9"),
        ("b: ế".encode() + b"\xff", (1, 5), "byte 0xFF"),
        (b"a: \xed\xa0\x80", (1, 4), "byte 0xED"),
        ("a: Đất".encode("utf-16"), (1, 1), "UTF-16"),
        ("a: Đất".encode("utf-16-le"), (1, 1), "UTF-16"),
        ("a: Đất".encode("utf-16-be"), (1, 1), "UTF-16"),
    ],
)
def test_other_encodings_are_named(data: bytes, place: tuple[int, int], words: str) -> None:
    problem = problem_of(data)
    assert (problem.line, problem.column) == place
    assert words in problem.message
    assert "UTF-8" in problem.help
    assert read_text(data).data is None


@pytest.mark.parametrize("stray", ["\x00", "\x07", "\x0b", "\x7f", "\x80", "\x85", "\u2028", "\u2029", "\ufffe"])
def test_an_invisible_character_is_reported_and_read_as_a_blank(stray: str) -> None:
    document = read_text(f"a: 1\nb: ế{stray}x\nc: 3\n".encode())
    assert document.data == {"a": 1, "b": "ế x", "c": 3}
    (problem,) = document.problems
    assert (problem.rule, problem.line, problem.column) == ("F002", 2, 5)
    assert f"U+{ord(stray):04X}" in problem.message


def test_many_invisible_characters_are_one_finding() -> None:
    assert "(3 such characters in the file)" in problem_of("a: x\x01\x02\x03y").message


def test_every_character_is_either_read_or_reported() -> None:
    plain = set(range(0x110000)) - set(range(0xD800, 0xE000)) - {9, 10, 13}
    text = "".join(map(chr, sorted(plain - set(map(ord, "'")))))
    document = read_text(f"a: 'x{text}x'".encode())
    assert [problem.rule for problem in document.problems] == ["F002"]
    assert len(document.data["a"]) == len(text) + 2


def test_nothing_is_none() -> None:
    for empty in ("", "  \n", "# only a comment\n", "---\n", "\ufeff"):
        assert read_text(empty.encode()) == (None, ())


# --- the same data as another loader's

_FRAGMENTS = st.sampled_from(
    ["a", "b: ", "c:\n", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "'", '"', "x y", ": ", "#", " # c\n"]
) | st.sampled_from(["|\n", ">-\n", "no", "true", "7", "-3", "ế", "? ", "&", "*", "!x ", "---\n", "\t", "\\", "%", "@"])


@settings(max_examples=400)
@given(st.lists(_FRAGMENTS, max_size=14).map("".join))
def test_what_is_accepted_equals_what_ruamel_reads(text: str) -> None:
    document = read_text(text.encode())
    try:
        theirs = YAML(typ="safe").load(text)
    except (YAMLError, TypeError):  # TypeError: ruamel.yaml falls over a map inside a key
        assert document.problems
        return
    if not document.problems:
        assert document.data == _with_text_keys(theirs)


def _with_text_keys(node: Any) -> Any:
    """A catalogue's keys are texts, whatever else they look like."""
    if isinstance(node, dict):
        return {_key(key): _with_text_keys(value) for key, value in node.items()}
    return [_with_text_keys(item) for item in node] if isinstance(node, list) else node


def _key(key: Any) -> str:
    return {None: "", True: "true", False: "false"}.get(key, str(key)) if not isinstance(key, str) else key


# Inside brackets, libyaml wants quotes for ":" and "?" in a text; ruamel does not, and leaves line separators raw.
_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=":?\x85\u2028\u2029"))
_SCALARS = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | _TEXTS
_DATA = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abế ", min_size=1), inner, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(st.text("abế", min_size=1), _DATA, min_size=1, max_size=4), st.sampled_from([None, True, False]))
def test_what_ruamel_writes_is_read_as_it_was(data: dict[str, Any], flow: bool | None) -> None:
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = flow
    writer.allow_unicode = True
    writer.width = 10**6
    out = io.StringIO()
    writer.dump(data, out)
    assert data_of(out.getvalue()) == data


# --- marks


class _Writer:
    """Writes nested data with a unique token for every key and value, in styles drawn by hypothesis."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.count = 0

    def token(self) -> str:
        self.count += 1
        token = f"ế😀t{self.count}t"
        return self.draw(st.sampled_from([token, f"'{token}'", f'"{token}"']))

    def flow(self, node: Any) -> str:
        if isinstance(node, dict):
            return "{" + ", ".join(f"{self.token()}: {self.flow(value)}" for value in node.values()) + "}"
        if isinstance(node, list):
            return "[" + self.draw(st.sampled_from(["", " "])) + ", ".join(map(self.flow, node)) + "]"
        return self.token()

    def block(self, node: Any, indent: int) -> str:
        """The node from a fresh line on."""
        pad = " " * indent
        lines = []
        for value in node.values() if isinstance(node, dict) else node:
            if self.draw(st.booleans()):
                lines.append(self.draw(st.sampled_from(["\n", f"{pad}# ghi chú\n", "# ế\n"])))
            head = f"{pad}{self.token()}:" if isinstance(node, dict) else f"{pad}-"
            if isinstance(value, str) or not value or self.draw(st.booleans()):
                lines.append(f"{head} {self.flow(value)}\n")
            else:
                step = self.draw(st.integers(1, 4))
                lines.append(f"{head}\n{self.block(value, indent + step)}")
        return "".join(lines)


_SHAPES = st.recursive(
    st.just("scalar"),
    lambda inner: st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(lambda v: dict(enumerate(v))),
    max_leaves=12,
).filter(lambda shape: not isinstance(shape, str) and shape)


@given(_SHAPES, st.data(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_every_mark_points_at_its_key_or_value(shape: Any, data: Any, newline: str, bom: str) -> None:
    text = _Writer(data.draw).block(shape, 0).replace("\n", newline)
    lines = text.split(newline)
    document = read_text((bom + text).encode())
    assert document.problems == ()

    def check(value: Any, mark: Any) -> None:
        here = lines[mark.line][mark.column :]
        if isinstance(value, Map):
            assert here.startswith("{") or _starts(here, next(iter(value)))
            for key, (at_key, at_value) in value.marks.items():
                assert _starts(lines[at_key.line][at_key.column :], key)
                check(value[key], at_value)
        elif isinstance(value, Seq):
            assert here.startswith(("[", "-"))
            assert len(value.marks) == len(value)
            for item, at in zip(value, value.marks, strict=True):
                check(item, at)
        else:
            assert _starts(here, value)

    check(document.data, document.data.at)


def _starts(text: str, token: str) -> bool:
    return text.startswith((token, f"'{token}'", f'"{token}"'))


@settings(max_examples=300)
@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    document = read_text(data)
    for problem in document.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message
        assert problem.help
