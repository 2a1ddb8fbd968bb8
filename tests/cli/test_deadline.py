import io
import json

import pytest

from tthc.cli.main import run

TEXT = "10 ngày; trường hợp phức tạp: 15 ngày (không tính thời gian niêm yết 20 ngày)"


def deadline(capsys, *arguments, code=0):
    assert run(["deadline", "--lang", "en", *arguments]) == code
    return capsys.readouterr()


def test_words_are_underlined_and_explained(capsys):
    out = deadline(capsys, TEXT).out
    words, signs = out.splitlines()[:2]
    assert words == "  " + TEXT
    assert signs.split() == ["━━━━━━1", "╌" * len("trường hợp phức tạp"), "━━━━━━2", "·······"]
    assert [signs.index(sign) for sign in "1╌2·"] == [
        words.index("10 ngày") + 6,
        words.index("trường hợp"),
        words.index("15 ngày") + 6,
        words.index("20 ngày"),
    ]
    assert "→ several cases\n10 ngày; trường hợp phức tạp: 15 ngày\n" in out
    assert [line.split() for line in out.splitlines() if "ordinary" in line or "said" in line] == [
        ["1", "ordinary", "case", "10", "days", "–"],
        ["20", "ngày", "said", "not", "to", "count"],
    ]


def test_due_dates(capsys):
    out = deadline(capsys, "3 ngày làm việc", "8 giờ làm việc", "--from", "2026-11-20 15:30").out
    assert "2026-11-26" in out
    assert "2026-11-23 15:30" in out


@pytest.mark.parametrize("day", ["2026-11-20", "20/11/2026", "2026-11-20 08:00", "2026-11-20T08:00"])
def test_ways_to_write_the_day_of_receipt(capsys, day):
    assert "2026-12-07" in deadline(capsys, "15 ngày", "--from", day).out


@pytest.mark.parametrize("day", ["hôm nay", "2026-13-01", "31/02/2026", "2026-11-20 25:00", "20/11/2026 3 giờ"])
def test_no_day_of_receipt(capsys, day):
    said = deadline(capsys, "15 ngày", "--from", day, code=2).err
    assert "is not a date; write 01/10/2026 or 2026-10-01" in said or f'"{day}" is not a time of day' in said


def test_json_holds_all_texts(capsys):
    data = json.loads(deadline(capsys, TEXT, "theo mô tả", "-f", "json").out)
    assert [(row["text"], row["kind"]) for row in data["tables"]["texts"]] == [(1, "conditional"), (2, "unspecified")]
    assert [(row["part"], row["duration"], row["for"]) for row in data["tables"]["parts"]] == [
        ("ordinary", "10 days", None),
        ("case", "15 days", "trường hợp phức tạp"),
    ]
    assert data["tables"]["ignored"] == [{"text": 1, "words": "20 ngày", "reason": "excluded"}]


def test_lines_of_json(capsys, tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text(
        '{"id": "a", "text": "7,5 ngày; thêm 02 ngày"}\n\n{"id": 2, "text": "Sở 4 ngày, Bộ 6 ngày"}\n', "utf-8"
    )
    first, second = map(json.loads, deadline(capsys, "--jsonl", str(path)).out.splitlines())
    assert first == {
        "id": "a",
        "kind": "conditional",
        "cases": [
            {"min": None, "max": 7.5, "unit": "day", "when": None, "extra": False},
            {"min": None, "max": 2, "unit": "day", "when": None, "extra": True},
        ],
        "steps": [],
        "headline": 0,
    }
    assert second["steps"] == [{"max": 4, "unit": "day", "who": "Sở"}, {"max": 6, "unit": "day", "who": "Bộ"}]


def test_lines_from_standard_input(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO('{"id": 1, "text": "10-25"}'))
    assert json.loads(deadline(capsys, "--jsonl", "-").out)["cases"][0]["min"] == 10


@pytest.mark.parametrize("line", ['{"id": 1}', "[]", "10 ngày", '{"id": 1, "text": 5}'])
def test_a_line_that_is_no_text_is_named(capsys, tmp_path, line):
    path = tmp_path / "texts.jsonl"
    path.write_text(f'{{"id": 0, "text": "5"}}\n{line}\n', "utf-8")
    assert f"{path}:2: not a text" in deadline(capsys, "--jsonl", str(path), code=2).err


def test_without_a_text(capsys):
    assert "give a text" in deadline(capsys, code=2).err


def test_to_a_file(capsys, tmp_path):
    path = tmp_path / "meaning.md"
    assert deadline(capsys, TEXT, "-o", str(path)).out == ""
    assert "| 1 | 1 | ordinary case | 10 days |" in path.read_text("utf-8").replace("  ", " ")
