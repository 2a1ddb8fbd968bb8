"""Canonical YAML: what is written, and that it is read back as what was given."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tthc.catalogue.emit import emit, emit_entry, emit_file, emit_inline, emit_item, to_mapping
from tthc.domain.level import Level
from tthc.domain.procedure import Procedure

ODD = [
    "\ufeff",
    "\x85",
    "\u2028",
    "\r\n",
    "\r",
    "\t",
    "\x00",
    "\x1b",
    "\xa0",
    "\n",
    " ",
    "#",
    ":",
    "- ",
    "😀",
    "ế",
    "e\u0302",
]
texts = st.text(max_size=20) | st.lists(st.sampled_from([*ODD, "a", "Không"]), max_size=8).map("".join)
plain = texts | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.none() | st.dates()
data = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=12
)


def parsed(text: str) -> Any:
    return YAML(typ="safe").load(text)


def test_the_c_parser_is_in_use() -> None:
    assert YAML(typ="safe").Parser.__module__.endswith("_ruamel_yaml")


@settings(max_examples=150)
@given(st.dictionaries(texts, data, max_size=5))
def test_what_is_parsed_equals_what_was_given(mapping: dict[str, Any]) -> None:
    assert parsed(emit(mapping)) == mapping


@given(data)
def test_one_line_form_equals_what_was_given(value: Any) -> None:
    line = emit_inline(value)
    assert len(line.splitlines()) == 1
    assert parsed(f"k: [{line}]") == {"k": [value]}


@given(data, st.sampled_from([0, 2, 4]))
def test_parts_of_a_file_equal_what_was_given(value: Any, column: int) -> None:
    nesting = "".join(f"{' ' * at}k:\n" for at in range(0, column, 2))
    wrapped: dict[str, Any] = {"v": value}
    listed: Any = [value]
    for _ in range(0, column, 2):
        wrapped, listed = {"k": wrapped}, {"k": listed}
    assert parsed(nesting + emit_entry("v", value, column)) == wrapped
    assert parsed(nesting + emit_item(value, column)) == listed


@given(texts)
def test_quoted_texts_read_alike_in_yaml_1_1(text: str) -> None:
    old = YAML(typ="safe", pure=True)
    old.version = (1, 1)
    assert old.load(emit({"v": text})) == {"v": text}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Không", "Không"),
        ("30 ngày làm việc", "30 ngày làm việc"),
        ("61/2020/QH14 Điều 33", "61/2020/QH14 Điều 33"),
        ("Cấp lại (do mất), đổi", "Cấp lại (do mất), đổi"),
        ("fee", "fee"),
        ("no", '"no"'),
        ("No", '"No"'),
        ("~", '"~"'),
        ("", '""'),
        ("=", '"="'),
        ("12:30", '"12:30"'),
        ("1.001234", '"1.001234"'),
        ("1_000", '"1_000"'),
        ("0x1F", '"0x1F"'),
        ("1e5", '"1e5"'),
        (".5", '".5"'),
        ("2026-10-01", '"2026-10-01"'),
        ("- Phí: 0", '"- Phí: 0"'),
        ("Phí: 0", '"Phí: 0"'),
        ("Hồ sơ gồm:", '"Hồ sơ gồm:"'),
        ("Lô #2", '"Lô #2"'),
        ("Lô#2", "Lô#2"),
        (" đầu", '" đầu"'),
        ("cuối ", '"cuối "'),
        ("\xa0đầu", '"\xa0đầu"'),
        ('nói "có"', 'nói "có"'),
        ('"có"', '"\\"có\\""'),
        ("một\thai", '"một\\thai"'),
        ("một\u2028hai", '"một\\u2028hai"'),
        ("một\x85hai", '"một\\x85hai"'),
    ],
)
def test_a_text_of_one_line(text: str, written: str) -> None:
    assert emit({"v": text}) == f"v: {written}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\nb", "v: |-\n  a\n  b\n"),
        ("a\nb\n", "v: |\n  a\n  b\n"),
        ("a\n\n", "v: |+\n  a\n\n"),
        ("a\n\n\tb", "v: |-\n  a\n\n  \tb\n"),
        ("\na", "v: |-\n\n  a\n"),
        (" a\nb", 'v: " a\\nb"\n'),
        ("\n", 'v: "\\n"\n'),
        ("a\r\nb", 'v: "a\\r\\nb"\n'),
    ],
)
def test_a_text_of_several_lines(text: str, written: str) -> None:
    assert emit({"v": text}) == written


def test_a_file_of_procedures() -> None:
    records = [
        {
            "code": "1.009640",
            "name": "Cấp giấy phép",
            "level": Level.PROVINCE,
            "legal": {"deadline": "30 ngày", "basis": ["61/2020/QH14 Điều 33"]},
            "channels": ["direct", {"channel": "post", "fee": "Không"}],
            "handled_by": ["so-y-te", "ubnd-tinh"],
            "local": {"decided": date(2026, 10, 1)},
            "dossier_sets": 1,
            "online": {"payment": True},
            "notes": {"rỗng": [], "không có": {}},
        },
        {"code": "BTP-1", "name": "Hai"},
    ]
    text = emit_file("so-y-te", "Khám bệnh", records, header="Danh mục mẫu\n\nkhông phải số liệu thật")
    assert text == (
        "# Danh mục mẫu\n"
        "#\n"
        "# không phải số liệu thật\n"
        "agency: so-y-te\n"
        "field: Khám bệnh\n"
        "procedures:\n"
        '  - code: "1.009640"\n'
        "    name: Cấp giấy phép\n"
        "    level: province\n"
        "    legal:\n"
        "      deadline: 30 ngày\n"
        "      basis:\n"
        "        - 61/2020/QH14 Điều 33\n"
        "    channels:\n"
        "      - direct\n"
        "      - channel: post\n"
        "        fee: Không\n"
        "    handled_by: [so-y-te, ubnd-tinh]\n"
        "    local:\n"
        "      decided: 2026-10-01\n"
        "    dossier_sets: 1\n"
        "    online:\n"
        "      payment: true\n"
        "    notes:\n"
        "      rỗng: []\n"
        "      không có: {}\n"
        '  - code: "BTP-1"\n'
        "    name: Hai\n"
    )


def test_an_empty_file() -> None:
    assert emit({}) == "{}\n"


@pytest.mark.parametrize("value", [{1: "a"}, {"a": {1, 2}}, {"a": object()}])
def test_what_yaml_cannot_hold_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        emit(value)


def test_a_procedure_is_written_without_its_defaults_and_in_short_forms() -> None:
    procedure = Procedure(
        name="Cấp lại",
        code="1.000001",
        level="commune",
        channels=["direct", {"channel": "post", "fee": "5.000 đồng"}],
        steps=["Một bước"],
        dossier=["Đơn", {"name": "Ảnh", "copies": 2}],
        legal={"deadline": [{"when": "thường", "deadline": "5 ngày"}]},
    )
    written = to_mapping(procedure)
    assert list(written) == ["code", "name", "level", "legal", "channels", "steps", "dossier"]
    assert written == {
        "code": "1.000001",
        "name": "Cấp lại",
        "level": "commune",
        "legal": {"deadline": [{"when": "thường", "deadline": "5 ngày"}]},
        "channels": ["direct", {"channel": "post", "fee": "5.000 đồng"}],
        "steps": "Một bước",
        "dossier": ["Đơn", {"name": "Ảnh", "copies": 2}],
    }
    assert Procedure(**parsed(emit(written))) == procedure
