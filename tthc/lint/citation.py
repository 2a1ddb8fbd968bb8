"""Citations of legal documents (căn cứ pháp lý): which documents a text names, and how well.

Kinds that are legal documents (văn bản quy phạm pháp luật) carry a year in their number; an individual decision
(`1234/QĐ-UBND`) does not. Both readings are proven by the form alone; what has neither form is malformed.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from unicodedata import normalize


class Kind(StrEnum):
    """What a number says about its document."""

    LAW = "law"  # 61/2020/QH14, 118/2025/NĐ-CP, 66.7/2025/NQ-CP
    RESOLUTION = "resolution"  # 66/NQ-CP: a resolution without a year
    INDIVIDUAL = "individual"  # 1234/QĐ-UBND, 8536/VPCP-KSTT: a decision or a letter on one matter
    CONSOLIDATED = "consolidated"  # 12/VBHN-VPQH: a text put together, without force of its own


@dataclass(frozen=True, slots=True)
class Citation:
    """One number in a text. `key` is the same for every way of writing it."""

    number: str
    key: str
    kind: Kind
    start: int
    end: int


_DASH = r"\s*[-–—]\s*"
_ISSUER = rf"[A-ZĐÐ][A-Za-zĐÐđ]*(?:{_DASH}[A-ZĐÐƯƠÂÊÔĂ][A-Za-zĐÐđƯƠÂÊÔĂ]*\d*)*"
_NUMBER = re.compile(
    rf"(?<![\w.])(?P<serial>\d{{1,4}}(?:\.\d{{1,2}})?)\s*/\s*"
    rf"(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?(?P<issuer>QH\d{{1,2}}|UBTVQH\d{{1,2}}|{_ISSUER})"
)
_NAMED = re.compile(r"\b(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\b", re.IGNORECASE)
_REGULATING = re.compile(r"(NĐ-CP|TT-|TTLT|QĐ-TTG|QH\d|UBTVQH|L-CTN|PL-)")
_WITH_YEAR = re.compile(r"(QĐ-UBND|NQ-HĐND|NQ-CP|CT-)")
_MENTION = re.compile(
    r"\b(?:Nghị định|Thông tư(?: liên tịch)?|Nghị quyết|Quyết định|Luật|Bộ luật|Pháp lệnh)\b", re.IGNORECASE
)


@lru_cache(maxsize=8192)
def citations(text: str) -> tuple[Citation, ...]:
    """The numbers of documents that a text names, in order."""
    return tuple(
        Citation(match[0], number_key(match[0]), _kind(match), match.start(), match.end())
        for match in _NUMBER.finditer(normalize("NFC", text))
    )


@lru_cache(maxsize=8192)
def number_key(number: str) -> str:
    """One form of a number: `05/2019/NĐ–CP`, `5/2019/ND-CP` → `5/2019/NĐ-CP`."""
    plain = normalize("NFC", number).upper().replace("Ð", "Đ")
    plain = re.sub(r"\s*[-–—]\s*", "-", re.sub(r"\s*/\s*", "/", plain.strip()))
    plain = re.sub(r"/ND-", "/NĐ-", re.sub(r"/QD-", "/QĐ-", plain))
    return re.sub(r"^0+(?=\d)", "", plain)


def names_law(text: str) -> bool:
    """Whether a law is cited by its name ("Luật Đầu tư 2020"), which is ordinary usage."""
    return _NAMED.search(text) is not None


def mentions_document(text: str) -> bool:
    """Whether a text speaks of a document by its kind."""
    return _MENTION.search(text) is not None


def _kind(match: re.Match[str]) -> Kind:
    issuer = number_key(match["issuer"])
    if "VBHN" in issuer:
        return Kind.CONSOLIDATED
    if _REGULATING.search(issuer) and (match["year"] or "QH" in issuer or "TTLT" in issuer):
        return Kind.LAW
    if match["year"] and _WITH_YEAR.search(issuer):
        return Kind.LAW
    return Kind.RESOLUTION if "NQ-CP" in issuer else Kind.INDIVIDUAL
