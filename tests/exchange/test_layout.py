"""Ids and file names."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.exchange.layout import agency_ids, field_paths, slug


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Sở Tài chính", "so-tai-chinh"),
        ("Đầu tư tại Việt Nam", "dau-tu-tai-viet-nam"),
        ("  Ủy ban nhân dân cấp xã. ", "uy-ban-nhan-dan-cap-xa"),
        ("Sở Y te\u0302\u0301", "so-y-te"),
        ("Bộ, cơ quan ngang Bộ", "bo-co-quan-ngang-bo"),
        ("a" * 40, "a" * 30 + "-c4dd61"),
        ("Cơ quan chuyên môn về nông nghiệp thuộc tỉnh", "co-quan-chuyen-mon-ve-nong-ec5a9d"),
    ],
)
def test_short_names(text: str, short: str) -> None:
    assert re.sub(r"-[0-9a-f]{6}$", "-#", slug(text, 30)) == re.sub(r"-[0-9a-f]{6}$", "-#", short)


@pytest.mark.parametrize("text", ["Côn", "NUL", "com1", "…", "数据", ""])
def test_names_that_no_file_may_have(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+-[0-9a-f]{6}", slug(text, 30))


@given(st.text(max_size=200))
def test_every_name_has_a_safe_short_name(text: str) -> None:
    short = slug(text, 30)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", short)
    assert len(short) <= 37


def test_agencies_keep_their_ids_and_new_ones_get_their_own() -> None:
    agencies: list[dict[str, Any]] = [{"id": "syt", "name": "Sở Y tế", "former_names": ["Ty Y tế"]}]
    names = ["Sở Y Tế", "Ty Y tế", "Sở Tài chính", "Cục Hải quan", "Cục Hải quân"]
    ids = agency_ids(names, agencies)
    assert ids["Sở Y Tế"] == ids["Ty Y tế"] == "syt"
    assert ids["Sở Tài chính"] == "so-tai-chinh"
    assert ids["Cục Hải quan"] != ids["Cục Hải quân"]  # customs and the navy
    assert agencies[0]["aliases"] == ["Sở Y Tế"]
    assert [agency["name"] for agency in agencies[1:]] == ["Cục Hải quan", "Cục Hải quân", "Sở Tài chính"]
    again = [dict(agency) for agency in agencies]
    assert agency_ids(names, again) == ids
    assert again == agencies


@given(st.lists(st.text(max_size=8), unique=True, max_size=12))
def test_no_two_agencies_share_an_id(names: list[str]) -> None:
    agencies: list[dict[str, Any]] = []
    agency_ids(names, agencies)
    assert len({agency["id"] for agency in agencies}) == len(agencies)
    spelled = [name for agency in agencies for name in [agency["name"], *agency.get("aliases", [])]]
    assert sorted(spelled) == sorted(names)


def test_files_of_fields() -> None:
    pairs = [("a", "Thủy sản"), ("a", "Thuỷ sản"), ("b", "Thủy sản"), ("a", "Côn trùng")]
    paths = field_paths(pairs, {("a", "Côn trùng"): "a/Ong.yaml"})
    assert paths["a", "Côn trùng"] == "a/Ong.yaml"
    assert paths["b", "Thủy sản"] == "b/thuy-san.yaml"
    assert paths["a", "Thuỷ sản"] != paths["a", "Thủy sản"]
    assert field_paths(reversed(pairs), {("a", "Côn trùng"): "a/Ong.yaml"}) == paths


def test_a_file_of_another_field_is_not_taken() -> None:
    paths = field_paths([("a", "Ong")], {("a", "Nuôi ong"): "a/ong.yaml"})
    assert re.fullmatch(r"a/ong-[0-9a-f]{6}\.yaml", paths["a", "Ong"])


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.text(max_size=6)), unique=True, max_size=12))
def test_no_two_fields_share_a_file(pairs: list[tuple[str, str]]) -> None:
    paths = field_paths(pairs, {})
    assert len({path.casefold() for path in paths.values()}) == len(pairs)
