"""Edits to procedure files."""

from typing import Any

import pytest

from tthc.catalogue.reader import read_text
from tthc.catalogue.rewrite import NotEditableError, rewrite
from tthc.catalogue.writer import DELETE, Edit, applied

TEXT = """\
agency: so-y-te
field: Khám bệnh
procedures:
  - code: "1.000001"
    name: Cấp giấy phép  # như quyết định
    channels: [direct, post]
    dossier:
      - Đơn
    fee: Không
  - name: Thu hồi
    local: {deadline: 5 ngày}
  - code: "1.000003"
    name: Một
  - code: "1.000004"
    name: Hai
  - name: Ba
"""


def records(text: str) -> Any:
    return read_text(text.encode()).data["procedures"]


def edited(text: str, at: int, *edits: Edit) -> str:
    data = read_text(text.encode()).data
    data["procedures"][at] = applied(data["procedures"][at], edits)
    return rewrite(text, data)


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (Edit(("name",), "Cấp lại"), "    name: Cấp lại  # như quyết định\n    channels"),
        (Edit(("local", "deadline"), "9 ngày"), "    local:\n      deadline: 9 ngày\n    channels"),
        (Edit(("level",), "province"), "    level: province\n    channels"),
        (
            Edit(("channels", 1, "fee"), "5.000 đồng"),
            "      - direct\n      - channel: post\n        fee: 5.000 đồng\n",
        ),
        (Edit(("channels", 2), "online"), "# như quyết định\n    channels: [direct, post, online]\n"),
        (Edit(("channels", 0)), "# như quyết định\n    channels: [post]\n"),
        (Edit(("dossier", 0, "copies"), 2), "      - name: Đơn\n        copies: 2\n"),
        (Edit(("dossier", 0)), "    channels: [direct, post]\n    fee"),
        (Edit(("fee",)), "      - Đơn\n  - name: Thu hồi"),
    ],
)
def test_an_edit_is_seen_in_the_text(edit: Edit, line: str) -> None:
    new = edited(TEXT, 0, edit)
    assert line in new
    assert records(new)[1:] == records(TEXT)[1:]


def test_several_edits_at_once() -> None:
    edits = [Edit(("online", "level"), "full"), Edit(("online", "payment"), True), Edit(("local", "deadline"))]
    assert records(edited(TEXT, 1, *edits))[1] == {
        "name": "Thu hồi",
        "online": {"level": "full", "payment": True},
    }


def test_no_edit_changes_nothing() -> None:
    assert edited(TEXT, 0, Edit(("fee",), "Không"), Edit(("place",), DELETE)) == TEXT


@pytest.mark.parametrize(
    ("at", "edit"),
    [
        (0, Edit(("dossier", 2), "x")),
        (0, Edit(("dossier", 1))),
        (0, Edit(("name", "x"), "x")),
        (4, Edit(("name",))),
    ],
)
def test_what_is_not_there_is_not_edited(at: int, edit: Edit) -> None:
    with pytest.raises(NotEditableError):
        edited(TEXT, at, edit)
