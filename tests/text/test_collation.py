"""The order of Vietnamese words."""

from hypothesis import given
from hypothesis import strategies as st

from tthc.text import collation


def test_letters_come_in_the_order_of_the_alphabet():
    words = [
        "đất đai",
        "dân số",
        "an toàn",
        "ăn uống",
        "ấn phẩm",
        "y tế",
        "ô tô",
        "ơ",
        "o",
        "ưu tiên",
        "u",
        "bưu chính",
    ]
    assert sorted(words, key=collation.key) == [
        "an toàn", "ăn uống", "ấn phẩm", "bưu chính", "dân số", "đất đai", "o", "ô tô", "ơ", "u", "ưu tiên", "y tế",
    ]  # fmt: skip


def test_tones_decide_between_equal_letters():
    assert sorted(["tạ", "tá", "tã", "tả", "tà", "ta"], key=collation.key) == ["ta", "tà", "tả", "tã", "tá", "tạ"]
    assert sorted(["tàn", "tan tác", "tạ"], key=collation.key) == ["tạ", "tàn", "tan tác"]


def test_case_and_numbers():
    assert sorted(["Bến xe", "an ninh", "10", "9"], key=collation.key) == ["10", "9", "an ninh", "Bến xe"]


@given(st.lists(st.text()))
def test_the_order_is_total(texts: list[str]):
    backwards = texts[::-1]
    assert sorted(texts, key=collation.key) == sorted(backwards, key=collation.key)
