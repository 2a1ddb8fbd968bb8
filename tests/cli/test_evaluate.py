import json

import pytest

from tthc.cli.main import run

PAIRS = [
    {
        "id": 1,
        "relation": "duplicate",
        "a": {"name": "Cấp thẻ thuyền viên"},
        "b": {"name": "Thủ tục cấp thẻ thuyền viên"},
    },
    {"id": 2, "relation": "action", "a": {"name": "Cấp thẻ thuyền viên"}, "b": {"name": "Cấp lại thẻ thuyền viên"}},
    {"id": 3, "relation": "scope", "a": {"name": "Công bố bến phao"}, "b": {"name": "Đăng ký kết hôn"}},
    {"id": 4, "relation": "duplicate", "ambiguous": True, "a": {"name": "Cấp thẻ"}, "b": {"name": "Đổi thẻ"}},
]
DEADLINES = [
    {"text": "5 ngày", "kind": "fixed", "cases": [{"min": None, "max": 5, "unit": "day"}], "headline": 0},
    {"text": "5 ngày", "kind": "fixed", "cases": [{"max": "7,5", "unit": "day"}], "headline": 0, "difficulty": "hard"},
]


@pytest.fixture
def evaluate(capsys, tmp_path):
    def call(rows, *options, code=0):
        path = tmp_path / "tap-mau.jsonl"
        path.write_text("\n".join(json.dumps(row) if isinstance(row, dict) else row for row in rows), "utf-8")
        assert run(["evaluate", str(path), *options, "--lang", "en"]) == code
        out = capsys.readouterr()
        return out.err if code else out.out

    return call


def test_pairs(evaluate):
    printed = evaluate(PAIRS)
    for words in ("tap-mau.jsonl (n = 3)", "2 of 3", "95% interval", "1 pairs marked ambiguous", "B-cubed"):
        assert words in printed
    data = json.loads(evaluate(PAIRS, "-f", "json"))
    assert data["figures"]["accuracy"]["value"] == pytest.approx(2 / 3)
    assert {row["known"]: row["unrelated"] for row in data["tables"]["confusion"]}["same act, another scope"] == 1


def test_codes_can_be_hidden(evaluate):
    names = {
        "a": {"code": "9.000001", "name": "Cấp phép nấu rượu"},
        "b": {"code": "9.000001", "name": "Cấp giấy nấu rượu gạo"},
    }
    rows = [names | {"relation": "duplicate"}]
    assert "1 of 1" in evaluate(rows)
    assert "with the codes hidden" in evaluate(rows, "--hide-codes")
    assert "0 of 1" in evaluate(rows, "--hide-codes")


def test_deadlines(evaluate):
    printed = evaluate(DEADLINES)
    for words in ("tap-mau.jsonl (n = 2)", "1 of 2", "hard"):
        assert words in printed


@pytest.mark.parametrize(
    "wrong",
    [
        "no json",
        {"id": 1},
        {"relation": "near", "a": {"name": "A"}, "b": {"name": "B"}},
        {"relation": "duplicate", "a": {"name": "A"}},
    ],
)
def test_a_case_that_cannot_be_used_is_named(evaluate, wrong):
    assert "tap-mau.jsonl:2" in evaluate([PAIRS[0], wrong], code=2)


@pytest.mark.parametrize(
    "change", [{"kind": "sometimes"}, {"cases": [{"max": "x"}]}, {"cases": 5}, {"text": None}, {"headline": 1}]
)
def test_a_deadline_that_cannot_be_used_is_named(evaluate, change):
    assert "tap-mau.jsonl:1" in evaluate([DEADLINES[0] | change], code=2)


def test_an_empty_file(evaluate):
    assert "no labelled case" in evaluate([], code=2)


@pytest.mark.parametrize(
    "row",
    [{**PAIRS[0], "relation": []}, {**PAIRS[0], "relation": {}}, {**DEADLINES[0], "kind": []}, "[" * 3000],
)
def test_labels_of_another_form_are_a_fault_of_the_file(evaluate, row):
    assert "tap-mau.jsonl:1: " in evaluate([row], code=2)
