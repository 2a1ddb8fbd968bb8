"""Documents name keys and values; they never show them."""

import re

import pytest

from tthc import messages
from tthc.report.official.plain import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rồi ghi electronic_form: true.", "rồi ghi biểu mẫu điện tử tương tác: có."),
        ("Thêm “dossier_sets: 1”.", "Thêm “số lượng hồ sơ (bộ): 1”."),
        (
            "Thêm “result: {name: …, delivery: [direct, post, electronic]}”.",
            "Thêm “kết quả thực hiện: tên: …, cách trả kết quả: trực tiếp, bưu chính, điện tử”.",
        ),
        (
            "Thêm online vào channels, hoặc sửa online.level.",
            "Thêm trực tuyến vào cách thức thực hiện, hoặc sửa mức độ dịch vụ công trực tuyến.",
        ),
        ("Tỉnh được rút ngắn thời hạn.", "Tỉnh được rút ngắn thời hạn."),
        ("Sửa procedures/so-y-te/fee.yaml [1].", "Sửa procedures/so-y-te/fee.yaml [1]."),
    ],
)
def test_keys_stand_by_their_names(text, expected):
    messages.use("vi")
    assert plain(text) == expected


def test_reasons_stand_in_words():
    messages.use("vi")
    assert not re.search(r"[a-z]-[a-z]", plain("presence, site-visit, temporary-failure, other-technical"))


def test_english_sentences_have_words_that_look_like_keys():
    messages.use("en")
    assert plain("The fee in place.") == "The fee in place."
