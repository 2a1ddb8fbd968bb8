"""Reports as JSON: keys that programs rely on."""

import json as stdlib

from tthc import messages
from tthc.formats import json, markdown, terminal
from tthc.report.model import Column, Form, Report, table
from tthc.report.term import Term


def test_every_key(report: Report) -> None:
    assert stdlib.loads(json.render(report)) == {
        "version": 1,
        "kind": "sample",
        "title": "Báo cáo mẫu",
        "subtitle": "Danh mục ngày 01/10/2026",
        "figures": {
            "total": {"value": 1803, "form": "count", "base": ""},
            "rate": {"value": 0.535, "form": "rate", "base": "trên 1.000 thủ tục"},
            "mean": {"value": None, "form": "amount", "base": ""},
        },
        "tables": {
            "fields": [
                {"code": "9.000001", "name": "Cấp giấy phép", "days": 2.5, "rate": 0.333333},
                {
                    "code": "9.000002",
                    "name": "Gia hạn",
                    "days": {"low": 5, "high": 10},
                    "rate": {"low": 0.6, "high": 0.72},
                },
                {"code": None, "name": "Cộng", "days": 10.0, "rate": None, "row": "total"},
            ]
        },
        "facts": {},
        "definitions": [],
        "notes": ["Một đoạn văn.", "Một lưu ý."],
        "next": [{"text": "Sửa 4 lỗi.", "command": "tthc check"}, {"text": "Xem lại.", "command": ""}],
    }


def test_machines_get_keys_instead_of_words_and_all_rows() -> None:
    rows = [[Term("nominal", "danh nghĩa"), 1], [Term("like", "cùng đơn vị"), 2]]
    block = table("t", "", [Column("convention", "Quy ước"), Column("n", "Số", Form.COUNT)], rows, most=1)
    page = Report("x", "T", "", (block,))
    assert stdlib.loads(json.render(page))["tables"]["t"] == [
        {"convention": "nominal", "n": 1},
        {"convention": "like", "n": 2},
    ]
    messages.use("vi")
    for words in (terminal.render(page, width=80, color=False), markdown.render(page)):
        assert "danh nghĩa" in words
        assert "cùng đơn vị" not in words
        assert "và 1 mục nữa" in words


def test_numbers_do_not_depend_on_the_language(report: Report) -> None:
    english = json.render(report)
    messages.use("vi")
    assert json.render(report) == english


def test_vietnamese_is_readable_and_the_file_ends_in_a_line_end(report: Report) -> None:
    words = json.render(report)
    assert "Báo cáo mẫu" in words
    assert words.endswith("}\n")
