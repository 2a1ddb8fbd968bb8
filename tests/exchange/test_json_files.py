"""JSON and JSON Lines, also broken."""

from pathlib import Path
from typing import Any

import pytest

from tthc.domain.finding import Finding
from tthc.exchange.json_files import json_paths, read


def read_all(path: Path) -> tuple[list[Any], list[tuple[str, int]]]:
    """The values with their lines, and the rule and line of what was wrong."""
    findings: list[Finding] = []
    items = [(item.value, item.place.line) for item in read(path, findings)]
    return items, [(finding.rule, finding.location.line) for finding in findings]


@pytest.mark.parametrize(
    ("text", "items", "faults"),
    [
        ('{"a": 1}', [({"a": 1}, 1)], []),
        ('[{"a": 1},\n {"b": 2}]', [({"a": 1}, 0), ({"b": 2}, 0)], []),
        ('{\n "a": {}\n}\n', [({"a": {}}, 0)], []),
        ('{"a": 1}\n\n{"b": 2}\n', [({"a": 1}, 1), ({"b": 2}, 3)], []),
        ('\ufeff{"a": 1}\r\n{"b": 2}\r\n', [({"a": 1}, 1), ({"b": 2}, 2)], []),
        ('{"a": 1}\n{"b": \n"x"\n{"c": 3}\n', [({"a": 1}, 1), ({"c": 3}, 4)], [("not-json", 2), ("not-a-record", 3)]),
        ('{"a"\n{"b": 2}\n', [({"b": 2}, 2)], [("not-json", 1)]),
        ('{\n "a": 1,\n}\n', [], [("not-json", 3)]),
        ("[1, {}]", [({}, 1)], [("not-a-record", 1)]),
        ("not json", [], [("not-json", 1)]),
        ("", [], [("not-json", 0)]),
        ("\n \n", [], [("not-json", 0)]),
    ],
)
def test_objects_with_their_lines(tmp_path: Path, text: str, items: list[Any], faults: list[Any]) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(text.encode())
    assert read_all(path) == (items, faults)


def test_bytes_that_are_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"a": 1}\n' + '{"a": "Sở"}\n'.encode("utf-16-le") + b'{"b": "\xff"}\n{"c": 1}\n')
    items, faults = read_all(path)
    assert ({"c": 1}, 4) in items
    assert ("not-utf-8", 3) in faults


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    assert read_all(tmp_path / "missing.json") == ([], [("unreadable", 0)])


def test_numbers_are_not_rounded(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(f'{{"a": 1.00398, "b": 1E400, "c": NaN, "d": {"9" * 5000}, "e": 7}}', encoding="utf-8")
    assert read_all(path)[0][0][0] == {"a": "1.00398", "b": "1E400", "c": "NaN", "d": "9" * 5000, "e": 7}


def test_keys_that_stand_twice_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": 1, "a": 2, "a": 3, "<<": 4}', encoding="utf-8")
    assert read_all(path)[0][0][0] == {"a": 1, "a (2)": 2, "a (3)": 3, "<< (2)": 4}


def test_half_characters_become_the_text_json_has_for_them(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(r'{"a\udc00": ["x\uD83Dy", "\ud83d\ude00"]}', encoding="utf-8")
    assert read_all(path)[0][0][0] == {r"a\udc00": [r"x\ud83dy", "😀"]}


def test_a_text_nested_beyond_all_measure(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n' + '{"a":' * 200_000 + "1" + "}" * 200_000 + "\n", encoding="utf-8")
    assert read_all(path) == ([({"a": 1}, 1)], [("not-json", 2)])


def test_a_line_that_no_record_can_need(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n{"b": "' + "x" * 5_000_000 + '"}\n{"c": 1}\n', encoding="utf-8")
    assert read_all(path) == ([({"a": 1}, 1), ({"c": 1}, 3)], [("too-long", 2)])


def test_folders_are_searched_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b/2.JSON", "b/1.jsonl", "a.ndjson", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("{}", encoding="utf-8")
    other = tmp_path / "c.txt"
    found = json_paths([other, tmp_path, tmp_path / "b"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["c.txt", "a.ndjson", "b/1.jsonl", "b/2.JSON"]
