"""The Vietnamese words for the values of closed lists: people read them, and type them instead of the values."""

import difflib
from collections.abc import Collection, Mapping

from tthc.text.normalise import fold

Words = Mapping[str, str]  # by value; in the order in which they are named

LEVELS: Words = {
    "province": "cấp tỉnh",
    "commune": "cấp xã",
    "ministry": "cấp bộ",
    "vertical": "ngành dọc",
    "other": "cơ quan khác",
    "district": "cấp huyện",  # ended on 01/7/2025; understood in records of before, and not proposed
}
ONLINE_LEVELS: Words = {
    "full": "toàn trình",
    "partial": "một phần",
    "information": "cung cấp thông tin",
    "none": "chưa cung cấp",
}
CHANNELS: Words = {"direct": "trực tiếp", "post": "bưu chính", "online": "trực tuyến"}
VERDICTS: Words = {"same": "là một", "different": "khác nhau", "unsure": "chưa rõ"}
RELATIONS: Words = {"duplicate": "trùng", "level": "khác cấp", "action": "khác hành vi", "scope": "khác phạm vi"}
GROUPS: Words = {"field": "lĩnh vực", "agency": "cơ quan", "level": "cấp", "rule": "quy tắc", "file": "tệp"}
SEVERITIES: Words = {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"}
CONVENTIONS: Words = {"like": "cùng đơn vị", "nominal": "danh nghĩa", "5/7": "", "calendar": "đo trên lịch"}
ONLINE_CHOICES: Words = {  # groups of procedures, then the criteria of full service
    "eligible": "chưa thấy vướng mắc",
    "not-eligible": "chưa đạt",
    "partial": "một phần",
    "information": "cung cấp thông tin",
    "unknown": "chưa đủ dữ liệu",
    "to-confirm": "chờ xác nhận",
    "doubtful": "có dấu hiệu vướng mắc",
    "not-offered": "chưa cung cấp toàn trình",
    "full-not-met": "toàn trình mà chưa đạt",
    "contradicting": "mâu thuẫn",
    "presence": "hiện diện",
    "site-visit": "thẩm tra tại hiện trường",
    "technical": "sự cố kỹ thuật",
    "code": "mã",
    "online-channel": "nộp trực tuyến",
    "electronic-form": "biểu mẫu điện tử",
    "online-payment": "thanh toán trực tuyến",
    "result-delivery": "trả kết quả",
    "original-shown": "xuất trình bản chính",
    "original-kept": "nộp bản chính",
}

_OF_RECORDS = (LEVELS, ONLINE_LEVELS, CHANNELS)
_PAST = ("district",)
_NEAR = 0.7


def words_of(values: Collection[str]) -> Words:
    """The words for all the values of a closed list of the catalogue; empty words for a list that has none."""
    return next((words for words in _OF_RECORDS if words.keys() == set(values)), dict.fromkeys(sorted(values), ""))


def some(words: Words, values: Collection[str]) -> Words:
    """The words for some of the values, in the order of these."""
    return {value: words[value] for value in values}


def listed(words: Words) -> str:
    """The values there are: “province (cấp tỉnh), commune (cấp xã)”; none that is of the past."""
    named = ((value, word) for value, word in words.items() if value not in _PAST)
    return ", ".join(f"{value} ({word})" if word else value for value, word in named)


def meant(text: str, words: Words) -> str | None:
    """The value that a text stands for: itself or its words, also a part of them, without accents or without blanks.

    >>> meant("Tỉnh", LEVELS), meant("linhvuc", GROUPS), meant("khac", VERDICTS), meant("cấp", LEVELS)
    ('province', 'field', 'different', None)
    """
    given = fold(text)
    if not given:
        return None
    for value, word in words.items():
        if _squeezed(given) in (_squeezed(value), _squeezed(fold(word))):
            return value
    found = [value for value, word in words.items() if f" {given} " in f" {fold(word)} "]
    return found[0] if len(found) == 1 else None


def near(text: str, words: Words) -> str | None:
    """The value that was probably meant, if one is near enough."""
    if found := meant(text, words):
        return found
    spelt = {_squeezed(fold(each)): value for value, word in words.items() for each in (word, value) if each}
    close = difflib.get_close_matches(_squeezed(fold(text)), spelt, n=1, cutoff=_NEAR)
    return spelt[close[0]] if close else None


def _squeezed(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
