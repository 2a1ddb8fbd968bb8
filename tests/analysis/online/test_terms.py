"""The former names of the levels of online service."""

import pytest

from tthc.analysis.online.terms import former_level


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nộp hồ sơ qua dịch vụ công trực tuyến mức độ 4", "mức độ 4"),
        ("Dịch vụ công Mức độ 3, mức độ 4", "mức độ 3"),
        ("dịch vụ công trực tuyến cấp độ 3.", "cấp độ 3"),
        ("Dịch vụ công toàn trình", ""),
        ("Đăng nhập bằng tài khoản định danh điện tử mức độ 2", ""),
        ("Đăng nhập VNeID (tài khoản mức độ 2)", ""),
        ("Định danh mức độ 2 để đăng nhập; dịch vụ công mức độ 4", "mức độ 4"),
        ("Cung cấp dịch vụ chủ động mức độ 3", ""),
        ("mức 3.000.000 đồng", ""),
        ("mức 30 đồng", ""),
        ("thuế suất mức 4%", ""),
        ("", ""),
    ],
)
def test_a_former_level(text: str, word: str) -> None:
    assert former_level(text) == word
