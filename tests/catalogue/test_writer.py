"""Edits to procedure files."""

from typing import Any

import pytest

from tthc.catalogue.reader import read_text
from tthc.catalogue.writer import (
    DELETE,
    Edit,
    NotEditableError,
    add_procedure,
    edit_procedure,
    remove_procedure,
)

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
  - code: "1.000003"
    name: Hai
"""


def records(text: str) -> Any:
    return read_text(text.encode()).data["procedures"]


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
    new = edit_procedure(TEXT, "1.000001", [edit])
    assert line in new
    assert records(new)[1:] == records(TEXT)[1:]


def test_several_edits_at_once() -> None:
    edits = [Edit(("online", "level"), "full"), Edit(("online", "payment"), True), Edit(("local", "deadline"))]
    assert records(edit_procedure(TEXT, 1, edits))[1] == {
        "name": "Thu hồi",
        "online": {"level": "full", "payment": True},
    }


def test_no_edit_changes_nothing() -> None:
    assert edit_procedure(TEXT, 0, [Edit(("fee",), "Không"), Edit(("place",), DELETE)]) == TEXT


def test_records_are_added_and_removed() -> None:
    record = {"code": "1.000009", "name": "Mới"}
    assert add_procedure(TEXT, record) == TEXT + '  - code: "1.000009"\n    name: Mới\n'
    assert records(add_procedure(TEXT, record, 1)) == [records(TEXT)[0], record, *records(TEXT)[1:]]
    assert remove_procedure(add_procedure(TEXT, record, 1), "1.000009") == TEXT


@pytest.mark.parametrize(
    ("text", "record", "edit"),
    [
        (TEXT, "1.999999", Edit(("name",), "x")),
        (TEXT, "1.000003", Edit(("name",), "x")),  # stands twice
        (TEXT, 4, Edit(("name",), "x")),
        (TEXT, -1, Edit(("name",), "x")),
        (TEXT, 0, Edit(("dossier", 2), "x")),
        (TEXT, 0, Edit(("dossier", 1))),
        (TEXT, 0, Edit(("name", "x"), "x")),
        ("agencies: []\n", 0, Edit(("name",), "x")),
        ("procedures:\n  - name: Một\n", 0, Edit(("name",))),
    ],
)
def test_what_is_not_there_is_not_edited(text: str, record: int | str, edit: Edit) -> None:
    with pytest.raises(NotEditableError):
        edit_procedure(text, record, [edit])
