"""Legal documents as grounds cite them: "Nghị quyết số 66/NQ-CP ngày 26 tháng 3 năm 2025 của Chính phủ về …"."""

import re
from collections.abc import Iterable

from tthc.domain.manifest import LegalDocument

_KINDS = {
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "TT": "Thông tư",
    "CT": "Chỉ thị",
    "CĐ": "Công điện",
    "KH": "Kế hoạch",
}
_ISSUERS = {"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ"}  # what ends a number says who issued it
_CITED = re.compile(
    rf"(?:(?P<short>{'|'.join(_KINDS)})|(?P<kind>{'|'.join(_KINDS.values())}))(?: số)? "
    r"(?P<number>\d[\d.]*/(?:\d{4}/)?(?P<symbol>[\w-]+))"
    r"(?:,? (?:ngày )?(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4}))?(?P<rest>.*)",
    re.DOTALL,
)


def cited(text: str, documents: Iterable[LegalDocument] = ()) -> str:
    """The citation in full where it begins with a number; any other text as it is.

    Nothing is made up: the day is the one stated, the title that of `documents`; the issuer follows from the number.
    """
    found = _CITED.fullmatch(text.strip())
    if not found:
        return text
    kind = found["kind"] or _KINDS[found["short"]]
    day = ""
    if found["day"]:
        day = f" ngày {int(found['day']):02} tháng {_month(int(found['month']))} năm {found['year']}"
    rest = found["rest"].strip(" .")
    if rest:
        return f"{kind} số {found['number']}{day} {rest}".replace(" ,", ",")
    issuer = _ISSUERS.get(found["symbol"].rpartition("-")[2])
    title = next((each.title for each in documents if each.number == found["number"] and each.title), None)
    by = f" của {issuer}" if issuer else ""
    about = f" về {title[:1].lower()}{title[1:]}" if title else ""
    return f"{kind} số {found['number']}{day}{by}{about}"


def _month(number: int) -> str:
    """January and February alone with a zero before them."""
    return f"{number:02}" if number < 3 else str(number)
