"""Changing the data of a text: the wanted data, and no other line."""

import random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tthc.catalogue.emit import emit
from tthc.catalogue.reader import read_text
from tthc.catalogue.rewrite import NotEditableError, rewrite, same

TEXT = """\
# Tệp mẫu
agency: so-y-te   # cơ quan
field: 'Khám bệnh'

procedures:
  # thủ tục thứ nhất
  - code: "1.000001"  # mã
    # tên như quyết định
    name: Cấp giấy phép
    legal: {deadline: 30 ngày, basis: [61/2020/QH14]}  # theo luật

    local:  # của tỉnh
      # đã cắt giảm
      deadline: 20 ngày
    steps: |-  # nguyên văn
      Bước 1
      Bước 2

    # phí ghi ở đây
    fee: Không
    dossier:
      - Đơn  # theo mẫu
      # giấy tờ kèm theo
      - name: Ảnh
        copies: 2

  # thủ tục thứ hai
  - code: "1.000002"
    name: Thu hồi
"""


def load(text: str) -> Any:
    return read_text(text.encode()).data


def lines_changed(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines that went and those that came, once what both begin and end with is left out."""
    before, after = old.split("\n"), new.split("\n")
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    return before, after


def changed(**keys: Any) -> dict[str, Any]:
    """The data of TEXT with other values in the first record; None takes a key out."""
    data: dict[str, Any] = load(TEXT)
    record = {key: value for key, value in {**data["procedures"][0], **keys}.items() if value is not None}
    return {**data, "procedures": [record, data["procedures"][1]]}


@pytest.mark.parametrize(
    ("keys", "went", "came"),
    [
        ({}, [], []),
        (
            {"name": "Cấp lại"},
            ["    name: Cấp giấy phép"],
            ["    name: Cấp lại"],
        ),
        (
            {"code": "1.000009"},
            ['  - code: "1.000001"  # mã'],
            ['  - code: "1.000009"  # mã'],
        ),
        ({"code": None}, ['  - code: "1.000001"  # mã', "    # tên như quyết định"], ["  - # tên như quyết định"]),
        (
            {"local": {"deadline": "9 ngày làm việc"}},
            ["      deadline: 20 ngày"],
            ["      deadline: 9 ngày làm việc"],
        ),
        ({"local": {"deadline": "20 ngày", "decision": "1/QĐ-UBND"}}, [], ["      decision: 1/QĐ-UBND"]),
        ({"fee": None}, ["    fee: Không"], []),
        (
            {"steps": "Một bước"},
            ["    steps: |-  # nguyên văn", "      Bước 1", "      Bước 2"],
            ["    steps: Một bước  # nguyên văn"],
        ),
        (
            {"fee": "Phí 1\nPhí 2"},
            ["    fee: Không"],
            ["    fee: |-", "      Phí 1", "      Phí 2"],
        ),
        (
            {"local": "20 ngày"},
            ["    local:  # của tỉnh", "      # đã cắt giảm", "      deadline: 20 ngày"],
            ["    local: 20 ngày  # của tỉnh"],
        ),
        (
            {"legal": {"deadline": "40 ngày", "basis": ["61/2020/QH14"]}},
            ["    legal: {deadline: 30 ngày, basis: [61/2020/QH14]}  # theo luật"],
            ["    legal: {deadline: 40 ngày, basis: [61/2020/QH14]}  # theo luật"],
        ),
        (
            {"legal": {"deadline": "30 ngày"}},
            ["    legal: {deadline: 30 ngày, basis: [61/2020/QH14]}  # theo luật"],
            ["    legal:  # theo luật", "      deadline: 30 ngày"],
        ),
        ({"dossier": ["Đơn"]}, ["      - name: Ảnh", "        copies: 2"], []),
        (
            {"dossier": ["Đơn", {"name": "Bản đồ"}, {"name": "Ảnh", "copies": 2}]},
            [],
            ["      - name: Bản đồ"],
        ),
        (
            {"dossier": [{"name": "Đơn", "copies": 1}, {"name": "Ảnh", "copies": 2}]},
            ["      - Đơn  # theo mẫu"],
            ["      - name: Đơn  # theo mẫu", "        copies: 1"],
        ),
    ],
)
def test_only_the_lines_that_must_change_do(keys: dict[str, Any], went: list[str], came: list[str]) -> None:
    wanted = changed(**keys)
    new = rewrite(TEXT, wanted)
    assert lines_changed(TEXT, new) == (went, came)
    assert same(load(new), wanted)


def test_records_come_and_go_without_touching_their_neighbours() -> None:
    data = load(TEXT)
    first, second = data["procedures"]
    without = rewrite(TEXT, {**data, "procedures": [second]})
    assert '  # thủ tục thứ hai\n  - code: "1.000002"\n    name: Thu hồi\n' in without
    assert "1.000001" not in without
    more = rewrite(TEXT, {**data, "procedures": [first, second, {"code": "1.000003", "name": "Mới"}]})
    assert more == TEXT + '  - code: "1.000003"\n    name: Mới\n'


def test_byte_order_mark_and_crlf_are_kept() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    assert rewrite(text, load(TEXT)) == text
    new = rewrite(text, changed(fee="Phí 1\nPhí 2"))
    assert new.startswith("\ufeff#")
    assert "    fee: |-\r\n      Phí 1\r\n      Phí 2\r\n" in new
    assert new.count("\r\n") == new.count("\n")


def test_a_file_of_comments_is_given_its_first_data() -> None:
    assert rewrite("# Cơ quan\n", {"agencies": []}) == "# Cơ quan\nagencies: []\n"


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: 1\na: 2\n", "a: [1\n"])
def test_a_text_with_faults_is_not_changed(text: str) -> None:
    with pytest.raises(NotEditableError, match=r"[12]"):
        rewrite(text, {"a": "khác"})


# --- properties

KEYS = st.sampled_from(["code", "name", "fee", "legal", "a b", "no", "đ"])
TEXTS = st.sampled_from(["", "no", "Không", "a\nb", "a\nb\n", "a\n\n", " a\nb", "# x", "a: b", "x\r\ny", "a\n  "])
SCALARS = TEXTS | st.text(max_size=6) | st.booleans() | st.integers(-9, 9) | st.none()
DATA = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=10
)
MAPS = st.dictionaries(KEYS, DATA, min_size=1, max_size=5)


def commented(text: str, chance: random.Random) -> str:
    """The text with comments and blank lines wherever YAML overlooks them."""
    data = load(text)
    lines = text.split("\n")
    for at in reversed(range(len(lines))):
        offered = [*lines[:at], chance.choice(["# c", "    # d", ""]), *lines[at:]]
        if chance.random() < 0.5:
            offered = [*lines[:at], f"{lines[at]}  # t", *lines[at + 1 :]]
        document = read_text("\n".join(offered).encode())
        if not document.problems and repr(document.data) == repr(data):
            lines = offered
    return "\n".join(lines)


@settings(max_examples=150, deadline=None)
@given(MAPS, MAPS, st.randoms(use_true_random=False))
def test_the_new_text_holds_the_wanted_data(old: dict[str, Any], new: dict[str, Any], chance: random.Random) -> None:
    text = commented(emit(old), chance)
    assert rewrite(text, old) == text
    try:
        assert same(load(rewrite(text, new)), new)
    except NotEditableError:  # a comment indented like the text that would come before it
        assume(False)


@settings(max_examples=50, deadline=None)
@given(st.lists(MAPS, min_size=2, max_size=3), DATA, st.randoms(use_true_random=False))
def test_a_change_stays_within_its_record(records: list[dict[str, Any]], value: Any, chance: random.Random) -> None:
    texts = [commented(emit({"r": record}), chance) for record in records]
    texts = [text.replace("r:", f"r{at}:", 1) for at, text in enumerate(texts)]
    data = load("".join(texts))
    assume(len(data) == len(records))
    at = chance.randrange(len(records))
    key = chance.choice([*records[at], "mới"])
    wanted = {**data, f"r{at}": {**data[f"r{at}"], key: value}}
    try:
        new = rewrite("".join(texts), wanted)
    except NotEditableError:
        assume(False)
    assert new.startswith("".join(texts[:at]))
    assert new.endswith("".join(texts[at + 1 :]))
