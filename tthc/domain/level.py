"""Levels of administration and the other closed lists of a procedure's record."""

from enum import StrEnum


class Level(StrEnum):
    """Cấp thực hiện. The district level ended on 2025-07-01 and stands in history only."""

    MINISTRY = "ministry"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    VERTICAL = "vertical"  # ngành dọc: local branches of central agencies, counted apart
    OTHER = "other"


class Channel(StrEnum):
    """Cách thức thực hiện: how a dossier can be handed in."""

    DIRECT = "direct"
    POST = "post"
    ONLINE = "online"


class Delivery(StrEnum):
    """How the result reaches the applicant."""

    DIRECT = "direct"
    POST = "post"
    ELECTRONIC = "electronic"


class OnlineLevel(StrEnum):
    """Mức độ cung cấp dịch vụ công trực tuyến: Điều 14 NĐ 224/2026/NĐ-CP, and information only."""

    FULL = "full"
    PARTIAL = "partial"
    INFORMATION = "information"
    NONE = "none"

    @property
    def rank(self) -> int:
        """How much can be done online: from 0, nothing, to 3, everything."""
        return [OnlineLevel.NONE, OnlineLevel.INFORMATION, OnlineLevel.PARTIAL, OnlineLevel.FULL].index(self)


class PartialReason(StrEnum):
    """The four reasons for partial service named by Điều 14 NĐ 224/2026/NĐ-CP."""

    PRESENCE = "presence"
    SITE_VISIT = "site-visit"
    TEMPORARY_FAILURE = "temporary-failure"
    OTHER_TECHNICAL = "other-technical"


class Formality(StrEnum):
    """Loại thủ tục, after the vocabulary of the national portal."""

    STANDARD = "standard"
    SPECIFIC = "specific"
    ASSIGNED = "assigned"
    INTERCONNECTED = "interconnected"
    LOCAL = "local"


class Status(StrEnum):
    """Where the procedure stands in its life (NĐ 63/2010/NĐ-CP, Điều 14)."""

    ACTIVE = "active"
    NEW = "new"
    AMENDED = "amended"
    REPLACED = "replaced"
    REPEALED = "repealed"
