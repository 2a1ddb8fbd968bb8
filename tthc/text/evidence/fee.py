"""Whether a fee is due, from the words of the fee."""

import re
import unicodedata
from collections.abc import Iterable

from tthc.text.money import sums

_SOURCE = re.compile(
    r"thông tư (?:số |liên tịch )?\d|nghị quyết (?:số )?\d|quyết định số \d"
    r"|hội đồng nhân dân|hđnd|biểu (?:mức )?(?:thu )?phí"
)
_FREE = re.compile(
    r"miễn phí|miễn lệ phí|không (?:thu|mất|có phí|phải nộp)|(?<![\d.,])0\s*(?:đồng|đ|vnđ|vnd)\b|^\W*không\W*$"
)
_EXEMPTION = re.compile(r"miễn (?:thu )?(?:lệ phí|phí)\s*\(?(?:theo |tại )?(?:thông tư|nghị quyết|quyết định)[^)]*\)?")
_GENERAL = re.compile(r"theo quy định|bộ trưởng|luật phí")
_UNSAID = re.compile(r"(?:không|chưa) (?:quy định|có quy định)")
_NO_INFORMATION = re.compile(r"^\W*(?:không có thông tin)?\W*$")
_ON_REQUEST = re.compile(r"nếu có yêu cầu|theo yêu cầu|cấp bản sao")


def has_fee(texts: Iterable[str]) -> bool | None:
    """Whether any of these texts names a fee; None where they leave it open.

    Each text is what stands in the fee column of one way of filing. An amount above zero or a named table of fees means
    a fee; "Miễn phí" alone means none, with "theo quy định" behind it nothing certain. Fees for copies that the
    applicant may ask for besides do not count.
    """
    answers = {_one(text) for text in texts}
    if True in answers:
        return True
    return None if None in answers or not answers else False


def _one(text: str) -> bool | None:
    plain = unicodedata.normalize("NFC", text).casefold()
    if _NO_INFORMATION.match(plain):
        return None
    free = _FREE.search(plain) is not None
    charged = _EXEMPTION.sub(" ", plain)  # the text that says there is none
    due = " ".join(part for part in re.split(r"[.;](?!\d)", charged) if not (free and _ON_REQUEST.search(part)))
    if any(found.amount for found in sums(due)) or _SOURCE.search(due):
        return True
    if free:
        return None if _GENERAL.search(due) and not _UNSAID.search(due) else False
    return False if _UNSAID.search(plain) else None
