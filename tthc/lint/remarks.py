"""What a remark says of the cut of a procedure's time: "Cắt giảm 25% thời gian giải quyết", "giảm 5 ngày".

Remarks speak of many things that fall by so many percent: fees, papers, what is quicker than on paper, the share of
online dossiers, what a programme aims at. So a sentence counts only where nothing is left of it but the cut and what
may stand round it; one more word, and it may be about something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tthc.domain.deadline import Unit


@dataclass(frozen=True, slots=True)
class Said:
    """A figure of the cut as it is written, and where; `unit` is None for a percentage."""

    figure: str
    start: int
    end: int
    unit: Unit | None = None


_UNITS = {
    "ngày làm việc": Unit.WORKING_DAY,
    "giờ làm việc": Unit.WORKING_HOUR,
    "ngày": Unit.DAY,
    "giờ": Unit.HOUR,
}
_FIGURE = r"\d{1,3}(?:[.,]\d{1,2})?"
_IN_WORDS = r"(?: ?\([^\W\d]+(?: [^\W\d]+){0,3}\))?"  # 05 (năm) ngày
_AMOUNT = rf"{_FIGURE}{_IN_WORDS} ?(?:{'|'.join(_UNITS)})"
_TIME = (
    r"(?:tổng )?thời (?:gian|hạn)(?: (?:giải quyết|thực hiện|xử lý))?"
    r"(?: (?:hồ sơ|công việc|(?:thủ tục hành chính|thủ tục|tthc)(?: này)?))?"
)
_LAW = (
    r"(?:so với )?(?:thời (?:gian|hạn) )?(?:theo )?(?:quy định|luật định)(?: (?:của (?:pháp )?luật|hiện hành|chung))*"
)
_DECISION = (
    r"(?:theo|tại) quyết định (?:số )?\d+/qđ-ubnd(?: ngày \d{1,2}/\d{1,2}/\d{4})?"
    r"(?: của (?:chủ tịch )?(?:ubnd|ủy ban nhân dân)(?: tỉnh| thành phố)?)?"
)
_VERB = r"cắt giảm|rút ngắn|giảm|cắt"
_FALLS = re.compile(_VERB, re.IGNORECASE)
_ROUND_IT = (
    rf"{_AMOUNT}|{_FIGURE} ?%",
    rf"(?:xuống còn|xuống|còn lại|còn) (?:là )?{_AMOUNT}|từ {_AMOUNT}",
    r"kể từ ngày nhận(?: được)?(?: đủ)? hồ sơ(?: đầy đủ)?(?:,? hợp lệ)?",
    r"(?:thủ tục hành chính|thủ tục|tthc) này|số ngày|tỷ lệ|mức|tương (?:đương|ứng)|đạt|là|tức|đã|được|đi|ghi chú",
)
_KNOWN = re.compile(rf"(?<!\w)(?:{_TIME}|{_LAW}|{_DECISION}|{'|'.join(_ROUND_IT)}|{_VERB})(?!\w)", re.IGNORECASE)
_NAMED = re.compile(rf"{_TIME}|so với {_LAW}|{_AMOUNT}", re.IGNORECASE)
_USUAL = re.compile(r"cắt giảm|rút ngắn", re.IGNORECASE)  # what is said of time; "giảm 25%" alone may be about anything
_CUT_BY = re.compile(
    rf"(?:{_VERB})(?: (?:được|đi))?(?: {_TIME})?(?: được| là|:)* "
    rf"(?P<figure>{_FIGURE}){_IN_WORDS} ?(?P<unit>{'|'.join(_UNITS)})(?!\w)",
    re.IGNORECASE,
)
_RATE = re.compile(rf"(?<![\d.,])(?P<figure>{_FIGURE}) ?%")
_SENTENCE = re.compile(r"(?:[^.;\n]|(?<=\d)\.(?=\d))+")


@lru_cache(maxsize=10_000)
def cuts(text: str, *, of_time: bool = False) -> tuple[Said, ...]:
    """The figures of the cut in a text. `of_time`: whether the text is about time already, as a deadline is.

    A sentence that does not name time itself counts where it is all there is: "Cắt giảm 25%".
    """
    return tuple(_cuts(text, of_time)) if _FALLS.search(text) else ()


def _cuts(text: str, of_time: bool) -> Iterator[Said]:
    sentences = [found for found in _SENTENCE.finditer(text) if found[0].strip()]
    for sentence in sentences:
        words = re.sub(r"[ \t\u00a0]", " ", sentence[0])  # as long as before
        about_time = of_time or _NAMED.search(words) or (len(sentences) == 1 and _USUAL.search(words))
        if not about_time or re.search(r"\w", _KNOWN.sub(" ", words)):
            continue
        for pattern in (_RATE, _CUT_BY):
            found = list(pattern.finditer(words))
            if len(found) == 1:  # of several, it is not said which is the whole
                (match,) = found
                start, end = (sentence.start() + place for place in match.span("figure"))
                yield Said(
                    match["figure"], start, end, _UNITS[match["unit"].casefold()] if pattern is _CUT_BY else None
                )
