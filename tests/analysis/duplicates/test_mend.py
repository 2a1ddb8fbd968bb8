"""Typing errors are put right by the other name; words that only look alike are left alone."""

import pytest

from tthc.analysis.duplicates.mend import joins, mended, misfits, tears
from tthc.analysis.duplicates.rarity import Rarity
from tthc.text.title import parse


def slips(a, b):
    return mended(parse(a), parse(b), Rarity())[1]


@pytest.mark.parametrize(
    ("wrong", "right", "expected"),
    [
        ("Cấp thẻ hướng đẫn viên du lich", "Cấp thẻ hướng dẫn viên du lịch", {("đẫn", "dẫn"), ("lich", "lịch")}),
        ("Giao đất tăng diện dích rừng", "Giao đất tăng diện tích rừng", {("dích", "tích")}),
        ("Bán lẻ thu ốc lá", "Bán lẻ thuốc lá", {("thu ốc", "thuốc")}),
        ("Nhà b án thuốc", "Nhà bán thuốc", {("b án", "bán")}),
        ("Mở tải khoản", "Mở tài khoản", {("tải", "tài")}),
        ("Hỗ trợ đội với trường", "Hỗ trợ đối với trường", {("đội", "đối")}),
    ],
)
def test_errors_that_the_other_name_shows(wrong, right, expected):
    assert set(slips(wrong, right)) == expected
    assert slips(right, wrong) == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hỗ trợ trồng mía", "Hỗ trợ trồng mít"),
        ("Hỗ trợ trồng dưa", "Hỗ trợ trồng dứa"),
        ("Sử dụng tàu bay", "Sử dụng tàu bày"),
        ("Miễn tiền thuê đất", "Miễn tiền thuế đất"),
        ("Xếp kho lưu trú", "Xếp kho lưu trữ"),
        ("Kho thuốc thu ốc bươu", "Kho thuốc bươu thu ốc"),
        ("Nhóm b an toàn", "Nhóm b an toàn bán"),
    ],
)
def test_two_words_are_no_error(a, b):
    assert slips(a, b) == ()


def test_words_that_go_with_no_neighbour():
    assert misfits("mở tải khoản") == {"tải": frozenset({"tài"})}
    assert misfits("mở tài khoản") == {}
    assert misfits("vận tải khoản") == {}


def test_a_mended_title_keeps_what_was_written():
    title, found = mended(parse("Cấp giấy phếp bán rượu..."), parse("Cấp giấy phép bán rượu vang"), Rarity())
    assert found == (("phếp", "phép"),)
    assert [term.key for term in title.terms] == ["giấy phép", "bán", "rượu"]
    assert title.cut
    assert "phếp" in title.text


def test_every_tear_is_joined_again():
    assert tears("thuốc") == (("thu", "ốc"),)
    assert tears("lđr") == ()
    for word in ("thuốc", "bán", "nhà", "quyền", "bánh", "xuất"):
        for start, end in tears(word):
            assert word in joins(f"xe {start} {end} mới")
