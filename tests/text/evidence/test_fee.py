"""Whether a fee is due."""

import pytest

from tthc.text.evidence.fee import has_fee


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Không"], False),
        (["Miễn phí"], False),
        (["0 đồng", "0 đồng"], False),
        (["Miễn phí (Không quy định)"], False),
        (["Không thu phí"], False),
        (["50.000 đồng"], True),
        (["Lệ phí: 120000 ĐồngXem thêm"], True),  # glued to the link behind it
        (["Lệ phí: 135.000đ/lần"], True),
        (["Phí thẩm định 0,01% tổng mức đầu tư"], True),
        (["Miễn phí", "20.000 VNĐ/tờ khai"], True),
        (["Miễn phí (nộp trực tuyến); nộp trực tiếp 10.000 đồng"], True),
        (["Theo Thông tư 12/2025/TT-BTC"], True),
        (["Mức thu do Hội đồng nhân dân tỉnh quy định"], True),
        (["Miễn phí. Cấp bản sao trích lục theo yêu cầu: 8.000 đồng/bản"], False),
        (["Miễn phí (theo quy định của pháp luật về phí, lệ phí)"], None),
        (["Miễn phí (Miễn lệ phí (Thông tư số 12/2025/TT-BTC))"], False),
        (["Theo quy định"], None),
        ([""], None),
        (["Không có thông tin"], None),
        ([], None),
    ],
)
def test_the_words_of_a_fee(texts: list[str], expected: bool | None):
    assert has_fee(texts) is expected
