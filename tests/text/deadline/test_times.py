from decimal import Decimal

import pytest

from tthc.domain.deadline import Unit
from tthc.text.deadline.times import bare_number, quantities
from tthc.text.deadline.tokens import lex


def found(text):
    tokens = lex(text)
    return [(text[tokens[q.lo].start : tokens[q.hi - 1].end], q) for q in quantities(tokens)]


@pytest.mark.parametrize(
    ("text", "words", "maximum", "unit"),
    [
        ("trong 06 (sáu) ngày làm việc tới", "06 (sáu) ngày làm việc", 6, Unit.WORKING_DAY),
        ("mười hai (12) giờ", "mười hai (12) giờ", 12, Unit.HOUR),
        ("năm mươi lăm ngày", "năm mươi lăm ngày", 55, Unit.DAY),
        ("hai trăm bốn mươi ngày", "hai trăm bốn mươi ngày", 240, Unit.DAY),
        ("ba mươi tư phút", "ba mươi tư phút", 34, Unit.MINUTE),
        ("09 ngay lam viec", "09 ngay lam viec", 9, Unit.WORKING_DAY),
        ("09 ngày làm vệc", "09 ngày làm vệc", 9, Unit.WORKING_DAY),
        ("09 ngày/làm việc", "09 ngày/làm việc", 9, Unit.WORKING_DAY),
        ("sau 36 giờ kể từ", "36 giờ", 36, Unit.HOUR),
        ("sau 20 giờ làm việc", "20 giờ làm việc", 20, Unit.WORKING_HOUR),
        ("trong năm năm", "năm năm", 5, Unit.YEAR),
        ("07 ngày làm việc/mẫu", "07 ngày làm việc", 7, Unit.WORKING_DAY),
    ],
)
def test_a_time(text, words, maximum, unit):
    [(said, quantity)] = found(text)
    assert (said, quantity.maximum, quantity.unit, quantity.reason) == (words, Decimal(maximum), unit, None)


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("đến 17 giờ 30 phút thì nghỉ", "17 giờ 30 phút", "clock_time"),
        ("3 giờ chiều", "3 giờ chiều", "clock_time"),
        ("sau 16 giờ cùng ngày", "16 giờ", "clock_time"),
        ("từ 7 giờ đến 11 giờ", "7 giờ đến 11 giờ", "clock_time"),
        ("ngày 05 tháng 8 năm 2025", "05 tháng 8", "calendar_date"),
        ("hết 30/6/2026", "30/6/2026", "calendar_date"),
        ("số 15/2025/TT-BYT", "15/2025/TT-BYT", "law_number"),
        ("02 ngày nghỉ", "02 ngày nghỉ", "attribute"),
        ("09 tháng/năm học", "09 tháng/", "attribute"),
    ],
)
def test_what_only_looks_like_a_time(text, words, reason):
    [(said, quantity)] = found(text)
    assert (said, quantity.reason) == (words, reason)


@pytest.mark.parametrize(
    "text",
    ["tháng 10 hoặc tháng 11", "khoản 2 Điều 15", "thứ hai hằng tuần", "hằng năm", "1.000.000 đồng", "từ (1) đến (7)",
     "từ 10 đến 50 trạm", "ngày một lớn", "20 hồ sơ", "5G ngày"],
)  # fmt: skip
def test_no_time(text):
    assert [quantity for _, quantity in found(text) if not quantity.reason] == []


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("7", (None, 7)),
        (" 12,5. ", (None, Decimal("12.5"))),
        ("3 - 8", (3, 8)),
        ("8-3", None),
        ("một", None),
        ("", None),
    ],
)
def test_bare_number(text, bounds):
    assert bare_number(lex(text)) == bounds
