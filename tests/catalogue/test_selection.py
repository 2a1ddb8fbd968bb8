"""The filters that mean the same in every command."""

import unicodedata
from typing import Any

import pytest

from tthc.catalogue.load import load
from tthc.catalogue.model import Catalogue
from tthc.catalogue.selection import NothingSelectedError, Selection, find, select


@pytest.fixture
def catalogue(folder: Any) -> Catalogue:
    folder.records("""\
        - {code: "9.000001", name: Cấp giấy phép, level: province}
        - {code: "9.000002", name: Gia hạn giấy phép, level: [province, commune]}
        - {local_id: NB-01, name: Phê duyệt quy hoạch, internal: true}
        """)
    folder.write(
        "procedures/ubnd-cap-xa/dat-dai.yaml",
        'agency: ubnd-cap-xa\nfield: Đất đai\nprocedures:\n  - {code: "9.000003", name: Đăng ký đất, level: commune}\n',
    )
    return load(folder.root)


@pytest.mark.parametrize(
    ("selection", "keys"),
    [
        (Selection(), ["9.000001", "9.000002", "NB-01", "9.000003"]),
        (Selection(fields=["đất đai"]), ["9.000003"]),
        (Selection(fields=["Đất đai", "Hoạt động xây dựng"]), ["9.000001", "9.000002", "NB-01", "9.000003"]),
        (Selection(fields=[unicodedata.normalize("NFD", "Đất đai")]), ["9.000003"]),
        (Selection(agencies=["so-xay-dung"]), ["9.000001", "9.000002", "NB-01"]),
        (Selection(agencies=["SỞ XÂY DỰNG"]), ["9.000001", "9.000002", "NB-01"]),
        (Selection(levels=["commune"]), ["9.000002", "9.000003"]),
        (Selection(levels=["commune"], fields=["Đất đai"]), ["9.000003"]),
        (Selection(codes=["9.000003", "nb-01"]), ["NB-01", "9.000003"]),
        (Selection(internal=True), ["NB-01"]),
        (Selection(internal=False), ["9.000001", "9.000002", "9.000003"]),
        (Selection(levels=["ministry"]), []),
        (Selection(levels=["xã"]), ["9.000002", "9.000003"]),
        (Selection(levels=["Cấp Xã"]), ["9.000002", "9.000003"]),
        (Selection(levels=["cap tinh"]), ["9.000001", "9.000002"]),
        (Selection(levels=["huyện"]), []),
    ],
)
def test_any_value_of_a_filter_and_all_filters(catalogue: Catalogue, selection: Selection, keys: list[str]) -> None:
    assert sorted(entry.key for entry in select(catalogue, selection).entries) == sorted(keys)


@pytest.mark.parametrize(
    ("selection", "option", "suggestion"),
    [
        (Selection(fields=["Đất"]), "--field", "Đất đai"),
        (Selection(fields=["dat dai"]), "--field", "Đất đai"),
        (Selection(agencies=["so-xay-dug"]), "--agency", "so-xay-dung"),
        (Selection(codes=["9.00001"]), "--code", "9.000001"),
        (Selection(codes=["9,000003"]), "--code", "Did you mean: 9.000003?"),
        (Selection(levels=["thôn"]), "--level", "Possible: province (cấp tỉnh), commune (cấp xã), ministry (cấp bộ)"),
        (Selection(levels=["provnice"]), "--level", 'Did you mean "province"?'),
    ],
)
def test_an_unknown_value_is_an_error_with_a_suggestion(
    catalogue: Catalogue, selection: Selection, option: str, suggestion: str
) -> None:
    with pytest.raises(NothingSelectedError) as caught:
        select(catalogue, selection)
    assert str(caught.value).startswith(option)
    assert suggestion in str(caught.value)


@pytest.mark.parametrize(
    ("wanted", "keys"), [("9.000001", ["9.000001"]), ("nb-01", ["NB-01"]), ("đăng ký ĐẤT", ["9.000003"])]
)
def test_find_by_code_local_id_or_name(catalogue: Catalogue, wanted: str, keys: list[str]) -> None:
    assert [entry.key for entry in find(catalogue, wanted)] == keys


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9.00042", "9.000420, 9.000042"),  # by a spreadsheet, or by hand; no other codes beside them
        ("9,000420", "9.000420"),
        ("9.000 420", "9.000420"),
        ("9000420", "9.000420"),
        ("900042", "9.000420, 9.000042"),
        ("9.42", "9.420000, 9.000042"),
        ("9.000421", "9.000420"),
        ("9.000943", "9.000942, 9.000042"),
        ("dang ky khai sinh", "9.000420 (Đăng ký khai sinh); 9.000042 (Đăng ký khai sinh lưu động)"),
        ("KHAI SINH LƯU", "9.000042 (Đăng ký khai sinh lưu động)"),
        ("đăng kí khai sih", "9.000420 (Đăng ký khai sinh)"),
    ],
)
def test_find_suggests_what_was_meant(folder: Any, typed: str, meant: str) -> None:
    names = {
        "9.000042": "Đăng ký khai sinh lưu động",
        "9.000420": "Đăng ký khai sinh",
        "9.000942": "Cấp giấy phép",
        "9.420000": "Cấp thẻ",
    }
    folder.records("".join(f'- {{code: "{code}", name: {name}}}\n' for code, name in names.items()))
    with pytest.raises(NothingSelectedError) as caught:
        find(load(folder.root), typed)
    assert str(caught.value).endswith(f"Did you mean: {meant}?")


def test_find_suggests_nothing_where_nothing_is_near(catalogue: Catalogue) -> None:
    with pytest.raises(NothingSelectedError, match=r'no "xyz"\.'):
        find(catalogue, "xyz")
