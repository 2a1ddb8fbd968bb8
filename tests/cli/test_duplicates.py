import json

import pytest

from tthc.cli.main import run

PAIR = {
    "id": "x1",
    "a": {"code": "", "name": "Cấp GCN đăng ký kết hôn", "level": "Cấp xã", "agency": None, "field": "Hộ tịch"},
    "b": {"name": "Thủ tục cấp lại Giấy chứng nhận đăng ký kết hôn"},
}


@pytest.fixture
def pairs(tmp_path):
    def write(*lines):
        path = tmp_path / "pairs.jsonl"
        path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), "utf-8")
        return str(path)

    return write


def duplicates(capsys, *arguments):
    code = run(["duplicates", "--lang", "en", *arguments])
    return code, capsys.readouterr()


def test_one_verdict_a_line(capsys, pairs):
    code, out = duplicates(capsys, "--pairs", pairs(PAIR, "", {**PAIR, "id": None}), "-f", "jsonl")
    assert code == 0
    first, second = (json.loads(line) for line in out.out.splitlines())
    assert (first["id"], second["id"]) == ("x1", None)
    assert first["relation"] == "action"
    assert 0 <= first["score"] <= 100
    assert "different act: “cấp” / “cấp lại” (-45)" in first["reasons"]


def test_written_to_a_file(capsys, pairs, tmp_path):
    target = tmp_path / "verdicts.jsonl"
    _code, out = duplicates(capsys, "--pairs", pairs(PAIR), "-o", str(target))
    assert out.out == ""
    assert json.loads(target.read_text("utf-8"))["relation"] == "action"


def test_the_same_bytes_whatever_the_order(capsys, pairs):
    other = {"id": "x2", "a": {"name": "Đăng ký khai tử"}, "b": {"name": "Đăng ký khai sinh"}}
    _code, forth = duplicates(capsys, "--pairs", pairs(PAIR, other))
    _code, back = duplicates(capsys, "--pairs", pairs(other, PAIR))
    assert sorted(forth.out.splitlines()) == sorted(back.out.splitlines())


@pytest.mark.parametrize(
    "line", ["no json", "[]", '{"a": {"name": "x"}}', '{"a": {"name": 1}, "b": {"name": "x"}}', '{"a": 1, "b": {}}']
)
def test_a_line_that_is_no_pair_is_named(capsys, pairs, line):
    code, out = duplicates(capsys, "--pairs", pairs(PAIR, line))
    assert code == 2
    assert "pairs.jsonl:2" in out.err


def test_a_file_that_is_not_there(capsys, tmp_path):
    code, out = duplicates(capsys, "--pairs", str(tmp_path / "none.jsonl"))
    assert code == 2
    assert "none.jsonl" in out.err


def test_an_unknown_format(capsys, pairs):
    code, out = duplicates(capsys, "--pairs", pairs(PAIR), "-f", "docx")
    assert code == 2
    assert "jsonl" in out.err
