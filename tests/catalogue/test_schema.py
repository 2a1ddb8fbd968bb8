"""The JSON Schema and the models agree about what a valid file is."""

import copy
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from tthc.catalogue import schema

ROOT = Path(__file__).parents[2]
KINDS = sorted(schema.KINDS)

FULL: dict[str, Any] = {
    "agency": "so-xay-dung",
    "field": "Hoạt động xây dựng",
    "procedures": [
        {
            "code": "9.000001",
            "name": "Cấp giấy phép xây dựng",
            "level": ["province", "commune"],
            "legal": {"deadline": [{"when": "Nhà ở", "deadline": "15 ngày"}], "basis": ["a"], "decision": None},
            "local": {
                "deadline": "10 ngày",
                "decided": "2026-10-01",
                "steps": [{"name": "Tiếp nhận", "time": "1 ngày"}],
            },
            "channels": ["direct", {"channel": "online", "fee": "Không"}],
            "steps": "Nộp hồ sơ",
            "dossier": ["Đơn", {"name": "Bản vẽ", "originals": 1, "required": True}],
            "dossier_sets": 1,
            "result": {"name": "Giấy phép", "delivery": ["post"]},
            "online": {"level": "partial", "reason": "presence", "payment": False},
            "notes": {"a": [1, None, "b"]},
        },
        {"name": "A", "level": "commune", "online": {"reason": "lý do khác"}, "internal": True},
    ],
}


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema.text(kind)))


def model_accepts(kind: str, data: Any) -> bool:
    try:
        TypeAdapter(schema.KINDS[kind]).validate_python(data)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_a_valid_schema(kind: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema.text(kind)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_copy_in_the_repository_is_fresh(kind: str) -> None:
    assert (ROOT / "schema" / f"{kind}.schema.json").read_text("utf-8") == schema.text(kind)


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from nodes(value)


_VIETNAMESE = re.compile("[àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ]", re.IGNORECASE)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained_in_vietnamese(kind: str) -> None:
    for node in nodes(json.loads(schema.text(kind))):
        for name, value in node.get("properties", {}).items():
            if isinstance(value, dict):
                assert value.get("description"), name
        if isinstance(node.get("description"), str):
            assert _VIETNAMESE.search(node["description"]), node["description"]
            assert unicodedata.is_normalized("NFC", node["description"])


def test_short_and_long_forms_are_accepted_by_both() -> None:
    validator("procedures").validate(FULL)
    assert model_accepts("procedures", FULL)


@pytest.mark.parametrize(
    "part",
    [
        {"deadlin": "5 ngày"},
        {"legal": {"fee": "x"}},
        {"channels": ["pots"]},
        {"dossier": [{"nam": "x"}]},
        {"code": 1.001234},
        {"level": "xã"},
        {"dossier_sets": -1},
    ],
)
def test_what_is_wrong_is_refused_by_both(part: dict[str, Any]) -> None:
    data = {"agency": "a", "field": "b", "procedures": [{"name": "A", **part}]}
    assert not validator("procedures").is_valid(data)
    assert not model_accepts("procedures", data)


_VALUES = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        7,
        "",
        "x",
        "direct",
        "province",
        "full",
        [],
        {},
        ["x"],
        ["direct"],
        {"name": "x"},
        {"when": "a"},
    ]
)


@settings(max_examples=300)
@given(st.data())
def test_the_schema_accepts_what_the_models_accept(data: Any) -> None:
    spoilt = copy.deepcopy(FULL)
    place: Any = spoilt
    while True:
        keys = sorted(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    what = data.draw(st.sampled_from(["replace", "delete", "add"]))
    if what == "replace":
        place[key] = data.draw(_VALUES)
    elif what == "delete":
        del place[key]
    elif isinstance(place, dict):
        place[data.draw(st.sampled_from(["name", "fee", "when", "x"]))] = data.draw(_VALUES)
    else:
        place.append(data.draw(_VALUES))
    accepted = model_accepts("procedures", spoilt)
    assert _PROCEDURES.is_valid(_with_real_dates(spoilt)) == accepted


_PROCEDURES = validator("procedures")


def _with_real_dates(data: Any) -> Any:
    """`format: date` only annotates; where a date is no date, say so as the models do."""
    for record in data["procedures"] if isinstance(data, dict) and isinstance(data.get("procedures"), list) else []:
        local = record.get("local") if isinstance(record, dict) else None
        if isinstance(local, dict) and isinstance(local.get("decided"), str) and local["decided"] != "2026-10-01":
            local["decided"] = 0
    return data
