"""Figures that were published about a catalogue, as an officer writes them down to have them checked.

A claim states a figure and at most one way to arrive at it: a quantity measured in the catalogue, a sum, a mean, a
ratio, a bound on each of several figures, or one cut. A claim without any is an external figure, kept with its source.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool, StrictInt
from pydantic.dataclasses import dataclass

from tthc.domain.level import Level, OnlineLevel
from tthc.domain.strict import STRICT


class Quantity(StrEnum):
    """What can be measured in a catalogue. The cuts follow the convention of the claim."""

    PROCEDURES = "procedures"  # number of procedures
    COMPARED = "compared"  # of those, with a legal and a local deadline that can be compared
    CUT = "cut"  # of those, with a shorter local deadline
    MEAN_RATE = "mean-rate"  # mean of rates over all compared
    MEAN_RATE_OF_CUT = "mean-rate-of-cut"  # mean of rates over those that were cut
    POOLED_RATE = "pooled-rate"  # Σ cut / Σ legal
    CUT_DAYS = "cut-days"  # Σ cut
    LEGAL_DAYS = "legal-days"  # Σ legal
    DOSSIERS = "dossiers"  # received in the year of the statistics
    ONLINE_DOSSIERS = "online-dossiers"
    ON_TIME_DOSSIERS = "on-time-dossiers"


class Rounding(StrEnum):
    """How a published figure was shortened."""

    HALF_UP = "half-up"
    TRUNCATED = "truncated"


@dataclass(config=STRICT, slots=True)
class Measured:
    """Một số đo được trong danh mục, có thể chỉ trên một phần của danh mục."""

    of: Annotated[
        Quantity,
        Field(
            description="Đo gì: procedures (số thủ tục), compared (số thủ tục so sánh được), cut (số thủ tục được cắt "
            "giảm), mean-rate (bình quân tỷ lệ trên số được so sánh), mean-rate-of-cut (bình quân trên số được cắt "
            "giảm), pooled-rate (tổng ngày cắt giảm trên tổng ngày theo quy định), cut-days, legal-days (tổng số "
            "ngày), dossiers, online-dossiers, on-time-dossiers (số hồ sơ theo thống kê)"
        ),
    ] = Quantity.PROCEDURES
    level: Annotated[Level | None, Field(description="Chỉ tính cấp này")] = None
    agency: Annotated[str | None, Field(description="Chỉ tính cơ quan này (id trong agencies.yaml)")] = None
    field: Annotated[str | None, Field(description="Chỉ tính lĩnh vực này")] = None
    online: Annotated[OnlineLevel | None, Field(description="Chỉ tính mức độ dịch vụ công trực tuyến này")] = None
    internal: Annotated[
        StrictBool | None,
        Field(
            description="Chỉ tính (true) hoặc không tính (false) thủ tục nội bộ. Bỏ trống: đếm thủ tục, hồ sơ của mọi "
            "thủ tục đang có hiệu lực; cắt giảm và mức độ trực tuyến chỉ tính trên thủ tục của tỉnh dành cho người "
            "dân, doanh nghiệp"
        ),
    ] = None
    convention: Annotated[
        str,
        Field(
            description="Quy ước khi đơn vị khác nhau: nominal (coi ngày làm việc như ngày), like (so cùng đơn vị), "
            "5/7 (5 ngày làm việc là 7 ngày), calendar (đo trên lịch làm việc)",
            pattern=r"^(like|nominal|5/7|calendar)$",
        ),
    ] = "nominal"


Operand = StrictInt | str | Measured


@dataclass(config=STRICT, slots=True)
class Ratio:
    """Một tỷ lệ: phần trên toàn bộ. Thiếu phần hoặc thiếu toàn bộ thì tính ngược lại từ tỷ lệ đã nêu."""

    part: Annotated[Operand | None, Field(description="Tử số")] = None
    whole: Annotated[Operand | None, Field(description="Mẫu số")] = None
    part_at_most: Annotated[
        Operand | None, Field(description="Tử số không thể lớn hơn số này, ví dụ số thủ tục đủ điều kiện")
    ] = None


@dataclass(config=STRICT, slots=True)
class StatedCut:
    """Một mức cắt giảm được nêu riêng: từ thời hạn này xuống thời hạn kia."""

    legal: Annotated[str, Field(description='Thời hạn theo quy định: "40 ngày"')]
    local: Annotated[str, Field(description='Thời hạn của tỉnh (sau cắt giảm): "9 ngày làm việc"')]
    convention: Annotated[
        str, Field(description="Quy ước: nominal, like, 5/7, calendar", pattern=r"^(like|nominal|5/7|calendar)$")
    ] = "nominal"


@dataclass(config=STRICT, slots=True)
class Claim:
    """Một số liệu đã công bố, và cách tính lại nó (nhiều nhất một cách; không có thì là số liệu ngoài danh mục)."""

    id: Annotated[str, Field(description="Mã ngắn của số liệu")]
    text: Annotated[str, Field(description="Câu đã công bố, nguyên văn")]
    stated: Annotated[
        StrictInt | str, Field(description='Số đã nêu, viết như đã công bố: 1803, "trên 98%", "ước đạt 86%", "60–72%"')
    ]
    source: Annotated[str | None, Field(description="Nơi công bố: văn bản, báo cáo, bài báo, ngày")] = None
    rounding: Annotated[
        Rounding, Field(description="Cách làm tròn: half-up (làm tròn), truncated (cắt bỏ phần lẻ)")
    ] = Rounding.HALF_UP
    measure: Annotated[Measured | None, Field(description="Đo trong danh mục")] = None
    sum: Annotated[tuple[Operand, ...], Field(description="Tổng của các số này")] = ()
    mean: Annotated[tuple[Operand, ...], Field(description="Trung bình cộng của các số này")] = ()
    each: Annotated[tuple[Operand, ...], Field(description="Từng số này đều đạt mức đã nêu")] = ()
    ratio: Annotated[Ratio | None, Field(description="Phần trên toàn bộ")] = None
    cut: Annotated[StatedCut | None, Field(description="Từ thời hạn này xuống thời hạn kia")] = None
