"""The closed vocabularies of the national portal and of crawled pages, and what they are in a catalogue."""

import re
from collections.abc import Iterable
from typing import Final

from tthc.domain.level import Channel, Delivery, Formality, Level, OnlineLevel

NO_INFORMATION: Final = "không có thông tin"  # what the portal shows where it has nothing

_LEVELS = {
    "cấp bộ": Level.MINISTRY,
    "cấp trung ương": Level.MINISTRY,
    "cấp tỉnh": Level.PROVINCE,
    "cấp huyện": Level.DISTRICT,
    "cấp xã": Level.COMMUNE,
    "ngành dọc": Level.VERTICAL,
    "cơ quan khác": Level.OTHER,
}
LEVEL_FLAGS: Final = {
    "isMinistry": Level.MINISTRY,
    "isProvince": Level.PROVINCE,
    "isWard": Level.COMMUNE,
    "isVertical": Level.VERTICAL,
    "isOtherAgency": Level.OTHER,
}
_CHANNELS = {
    "trực tiếp": (Channel.DIRECT,),
    "dịch vụ bưu chính": (Channel.POST,),
    "bưu chính": (Channel.POST,),
    "trực tuyến": (Channel.ONLINE,),
    "direct": (Channel.DIRECT,),
    "postal": (Channel.POST,),
    "online": (Channel.ONLINE,),
    "direct_and_online": (Channel.DIRECT, Channel.ONLINE),
}
_UNITS = {
    "WORKING_DAY": "ngày làm việc",
    "DAY": "ngày",
    "HOUR": "giờ",
    "MINUTE": "phút",
    "MONTH": "tháng",
    "YEAR": "năm",
}
_FORMALITIES = {
    "STANDARD": Formality.STANDARD,
    "SPECIFIC": Formality.SPECIFIC,
    "ASSIGNED_REGULATION": Formality.ASSIGNED,
    "INTERCONNECTED": Formality.INTERCONNECTED,
    "LOCAL_REGULATION": Formality.LOCAL,
    "TTHC được giao luật quy định chi tiết": Formality.ASSIGNED,
    "TTHC được luật giao quy định chi tiết": Formality.ASSIGNED,
}
_DELIVERIES = {
    "AT_SUBMISSION_PLACE": Delivery.DIRECT,
    "AT_HOME": Delivery.POST,
    "ONLINE": Delivery.ELECTRONIC,
}
_ONLINE = {
    "toàn trình": OnlineLevel.FULL,
    "một phần": OnlineLevel.PARTIAL,
    "cung cấp thông tin": OnlineLevel.INFORMATION,
    "chưa cung cấp": OnlineLevel.NONE,
    "không cung cấp": OnlineLevel.NONE,
}

_CODE = re.compile(r"\d\.\d{6}")
_SUBJECT_SEAM = re.compile(r",\s+(?=[^\W\d_])(?![^,]*\))")  # not inside "(không bao gồm doanh nghiệp, HTX)"
_AGENCY_SEAM = re.compile(  # commas before a word that opens the name of an agency
    r"""[,;]\s*(?=(?:Ủy\ ban|Uỷ\ ban|UBND|Hội\ đồng|Chủ\ tịch|Thủ\ tướng|Bộ\ trưởng|Bộ|Sở|Tổng\ cục|Cục|Chi\ [cC]ục|Vụ
    |Phòng|Ban|Văn\ phòng|Chi\ nhánh|Trung\ tâm|Trung\ ương|Công\ an|Công\ đoàn|Cơ\ quan|Cơ\ sở|Các\ cơ\ quan|Đơn\ vị
    |Tổ\ chức|Ngân\ hàng|Kho\ bạc|Bảo\ hiểm|Thuế|Hải\ quan|Thanh\ tra|Thi\ hành\ án|Tòa\ án|Viện|Quỹ|Hội|Trường
    |Đài|Cảng|Tập\ đoàn)(?:[\s,]|\Z))""",
    re.VERBOSE,
)


def is_blank(text: str) -> bool:
    """Nothing, or the portal's words for nothing."""
    return not text.strip() or text.strip().casefold() == NO_INFORMATION


def is_code(text: str) -> bool:
    """A code as the national database writes it: 1.009645."""
    return _CODE.fullmatch(text) is not None


def levels(text: str) -> tuple[tuple[Level, ...], tuple[str, ...]]:
    """ "Cấp tỉnh, Cấp xã" as levels, and the words that are none."""
    words = [word.strip() for word in text.split(",") if word.strip()]
    known = dict.fromkeys(_LEVELS[word.casefold()] for word in words if word.casefold() in _LEVELS)
    return tuple(known), tuple(word for word in words if word.casefold() not in _LEVELS)


def channels(method: str) -> tuple[Channel, ...]:
    """The ways a method names; none where it is not known."""
    return _CHANNELS.get(method.strip().casefold(), ())


def duration(amount: str, unit: str) -> str | None:
    """A time as officials write it: 5 WORKING_DAY → "05 ngày làm việc"; None for a unit that says nothing."""
    word = _UNITS.get(unit)
    if word is None:
        return None
    number = amount.removesuffix(".0").replace(".", ",")
    return f"{number.zfill(2) if number.isdigit() else number} {word}"


def formality(*words: str) -> Formality | None:
    """The kind of procedure; where several words say something, what is less ordinary."""
    found = [_FORMALITIES[word] for word in (word.removesuffix("_INTERNAL") for word in words) if word in _FORMALITIES]
    rank = (Formality.SPECIFIC, Formality.INTERCONNECTED, Formality.LOCAL, Formality.ASSIGNED, Formality.STANDARD)
    return min(found, key=rank.index, default=None)


def deliveries(words: Iterable[str]) -> tuple[Delivery, ...] | None:
    """How results reach the applicant, in a fixed order; None where a word is not known."""
    named = set(words)
    if not named <= _DELIVERIES.keys():
        return None
    return tuple(delivery for word, delivery in _DELIVERIES.items() if word in named)


def online_level(text: str) -> OnlineLevel | None:
    """The level of online service that a text begins with."""
    start = text.strip().casefold()
    return next((level for words, level in _ONLINE.items() if start.startswith(words)), None)


def is_online_level(text: str) -> bool:
    """Whether a text is the name of a level and nothing more."""
    return text.strip().casefold() in _ONLINE


def subjects(text: str) -> tuple[str, ...]:
    """ "Công dân Việt Nam, Cán bộ, công chức" as a list: a new subject begins with a capital, outside brackets."""
    parts: list[str] = []
    for part in _SUBJECT_SEAM.split(text):
        if parts and not part[:1].isupper():
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    return tuple(part.strip() for part in parts if part.strip())


def agencies(text: str) -> tuple[str, ...]:
    """The agencies of a list. Names have commas of their own: only a word that opens a name opens a new one."""
    parts = [part.strip(" ,;\n\t\xa0") for part in _AGENCY_SEAM.split(text)]
    return tuple(dict.fromkeys(part for part in parts if not is_blank(part)))
