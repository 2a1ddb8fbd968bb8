"""One administrative procedure, as the catalogue records it.

The parts follow khoản 2 Điều 8 NĐ 63/2010/NĐ-CP and the record of the national portal. Descriptions are Vietnamese
because editors show them to the officers who write the files. Keys that are missing are unknown: completeness is for
the rules to judge, not for the reader.
"""

import dataclasses
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, JsonValue, StrictBool, StrictInt
from pydantic.dataclasses import dataclass

from tthc.domain.level import Channel, Delivery, Formality, Level, OnlineLevel, PartialReason, Status
from tthc.domain.strict import STRICT


def _many(value: Any) -> Any:
    """One value may stand for a list of one."""
    return value if isinstance(value, list | tuple) else [value]


def _iso_date(value: Any) -> Any:
    """A date is written 2026-10-01; numbers and other forms are refused by the type behind this."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or date.fromisoformat(value).isoformat() != value:
        raise ValueError(value)
    return date.fromisoformat(value)


Date = Annotated[date, BeforeValidator(_iso_date)]
Texts = tuple[str, ...]


@dataclass(config=STRICT, slots=True)
class DeadlineCase:
    """Một trường hợp của thời hạn."""

    when: Annotated[str, Field(description="Trường hợp áp dụng, nguyên văn")]
    deadline: Annotated[str, Field(description="Thời hạn của trường hợp này, nguyên văn")]


DeadlineText = Annotated[
    str | tuple[DeadlineCase, ...] | None,
    Field(description="Thời hạn, nguyên văn: một câu, hoặc danh sách {when, deadline} theo từng trường hợp"),
]


@dataclass(config=STRICT, slots=True)
class Legal:
    """Phần do pháp luật quy định."""

    deadline: DeadlineText = None
    basis: Annotated[Texts, Field(description="Căn cứ pháp lý: từng văn bản, kèm điều khoản nếu có")] = ()
    decision: Annotated[str | None, Field(description="Quyết định công bố của bộ, ngành")] = None


@dataclass(config=STRICT, slots=True)
class InternalStep:
    """Một bước của quy trình nội bộ."""

    name: Annotated[str, Field(description="Tên bước")]
    agency: Annotated[str | None, Field(description="Đơn vị thực hiện bước")] = None
    time: Annotated[str | None, Field(description="Thời gian của bước, nguyên văn")] = None


@dataclass(config=STRICT, slots=True)
class Local:
    """Phần do tỉnh công bố."""

    deadline: DeadlineText = None
    decision: Annotated[str | None, Field(description="Quyết định công bố của Chủ tịch UBND tỉnh")] = None
    decided: Annotated[Date | None, Field(description="Ngày ký quyết định (năm-tháng-ngày)")] = None
    effective: Annotated[Date | None, Field(description="Ngày có hiệu lực (năm-tháng-ngày)")] = None
    steps: Annotated[tuple[InternalStep, ...], Field(description="Các bước của quy trình nội bộ và thời gian")] = ()


@dataclass(config=STRICT, slots=True)
class ChannelEntry:
    """Một cách thức thực hiện, với thời hạn và phí riêng nếu có."""

    channel: Annotated[Channel, Field(description="direct (trực tiếp), post (bưu chính), online (trực tuyến)")]
    legal_deadline: Annotated[str | None, Field(description="Thời hạn theo quy định cho cách thức này")] = None
    local_deadline: Annotated[str | None, Field(description="Thời hạn của tỉnh (sau cắt giảm) theo cách thức này")] = (
        None
    )
    fee: Annotated[str | None, Field(description="Phí, lệ phí của cách thức này")] = None
    note: Annotated[str | None, Field(description="Mô tả thêm")] = None


def _channel(value: Any) -> Any:
    """`direct` is short for `{channel: direct}`."""
    return {"channel": value} if isinstance(value, str) else value


ChannelItem = Annotated[ChannelEntry, BeforeValidator(_channel, json_schema_input_type=Channel | ChannelEntry)]


@dataclass(config=STRICT, slots=True)
class DossierItem:
    """Một giấy tờ trong thành phần hồ sơ."""

    name: Annotated[str, Field(description="Tên giấy tờ")]
    form: Annotated[str | None, Field(description="Mẫu đơn, mẫu tờ khai")] = None
    electronic_form: Annotated[StrictBool | None, Field(description="Có biểu mẫu điện tử tương tác")] = None
    originals: Annotated[StrictInt | None, Field(description="Số bản chính", ge=0)] = None
    copies: Annotated[StrictInt | None, Field(description="Số bản sao", ge=0)] = None
    required: Annotated[StrictBool | None, Field(description="Bắt buộc phải có")] = None
    when: Annotated[str | None, Field(description="Trường hợp phải nộp giấy tờ này")] = None


def _dossier_item(value: Any) -> Any:
    """A bare text is a paper of that name."""
    return {"name": value} if isinstance(value, str) else value


DossierEntry = Annotated[DossierItem, BeforeValidator(_dossier_item, json_schema_input_type=str | DossierItem)]


@dataclass(config=STRICT, slots=True)
class Result:
    """Kết quả thực hiện."""

    name: Annotated[str, Field(description="Tên kết quả")]
    delivery: Annotated[
        tuple[Delivery, ...], Field(description="Cách trả: direct (trực tiếp), post (bưu chính), electronic (điện tử)")
    ] = ()


@dataclass(config=STRICT, slots=True)
class Online:
    """Dịch vụ công trực tuyến."""

    level: Annotated[
        OnlineLevel | None,
        Field(description="full (toàn trình), partial (một phần), information (cung cấp thông tin), none (chưa có)"),
    ] = None
    reason: Annotated[
        PartialReason | str | None,
        Field(description="Lý do một phần (Điều 14 NĐ 224/2026/NĐ-CP), hoặc lý do chỉ cung cấp thông tin"),
    ] = None
    reason_basis: Annotated[str | None, Field(description="Quy định của luật chuyên ngành làm căn cứ cho lý do")] = None
    reason_until: Annotated[Date | None, Field(description="Ngày dự kiến khắc phục sự cố kỹ thuật")] = None
    payment: Annotated[StrictBool | None, Field(description="Thanh toán trực tuyến được")] = None
    presence: Annotated[StrictBool | None, Field(description="Người nộp hồ sơ phải hiện diện tại cơ quan nhà nước")] = (
        None
    )
    site_visit: Annotated[StrictBool | None, Field(description="Cơ quan phải thẩm tra, xác minh tại hiện trường")] = (
        None
    )
    original: Annotated[StrictBool | None, Field(description="Phải nộp hoặc xuất trình bản chính")] = None


@dataclass(config=STRICT, slots=True)
class Procedure:
    """Một thủ tục hành chính."""

    name: Annotated[str, Field(description="Tên thủ tục, đúng như quyết định công bố")]
    code: Annotated[str | None, Field(description='Mã trên CSDLQG về TTHC, luôn đặt trong dấu nháy: "1.009645"')] = None
    local_id: Annotated[str | None, Field(description="Số hiệu riêng của địa phương, nếu chưa có mã quốc gia")] = None
    level: Annotated[
        tuple[Level, ...],
        BeforeValidator(_many, json_schema_input_type=Level | tuple[Level, ...]),
        Field(description="Cấp thực hiện: ministry, province, commune, vertical (ngành dọc); district chỉ để tra cứu"),
    ] = ()
    internal: Annotated[StrictBool, Field(description="Thủ tục hành chính nội bộ")] = False
    formality: Annotated[Formality | None, Field(description="Loại thủ tục theo Cổng Dịch vụ công quốc gia")] = None
    status: Annotated[Status, Field(description="Tình trạng hiệu lực")] = Status.ACTIVE
    repealed_by: Annotated[str | None, Field(description="Quyết định bãi bỏ hoặc thay thế")] = None
    handled_by: Annotated[Texts, Field(description="Cơ quan giải quyết: id trong agencies.yaml")] = ()
    coordinating: Annotated[Texts, Field(description="Cơ quan phối hợp")] = ()
    place: Annotated[str | None, Field(description="Địa điểm tiếp nhận hồ sơ, trả kết quả")] = None
    non_territorial: Annotated[StrictBool | None, Field(description="Tiếp nhận phi địa giới hành chính")] = None
    subjects: Annotated[Texts, Field(description="Đối tượng thực hiện")] = ()
    legal: Annotated[Legal, Field(description="Thời hạn và căn cứ theo quy định của pháp luật")] = dataclasses.field(
        default_factory=Legal
    )
    local: Annotated[Local, Field(description="Thời hạn của tỉnh (sau cắt giảm) và quyết định công bố của tỉnh")] = (
        dataclasses.field(default_factory=Local)
    )
    channels: Annotated[tuple[ChannelItem, ...], Field(description="Cách thức thực hiện")] = ()
    steps: Annotated[
        Texts, BeforeValidator(_many, json_schema_input_type=str | Texts), Field(description="Trình tự thực hiện")
    ] = ()
    dossier: Annotated[tuple[DossierEntry, ...], Field(description="Thành phần hồ sơ")] = ()
    dossier_sets: Annotated[StrictInt | None, Field(description="Số lượng hồ sơ (bộ)", ge=0)] = None
    fee: Annotated[str | None, Field(description='Phí, lệ phí; ghi rõ "Không" nếu không thu')] = None
    requirements: Annotated[str | None, Field(description='Yêu cầu, điều kiện; ghi rõ "Không" nếu không có')] = None
    result: Annotated[Result | None, Field(description="Kết quả thực hiện")] = None
    online: Annotated[Online, Field(description="Dịch vụ công trực tuyến")] = dataclasses.field(default_factory=Online)
    source: Annotated[str | None, Field(description="Nguồn của bản ghi, nếu được nhập từ nơi khác")] = None
    notes: Annotated[JsonValue, Field(description="Ghi chú và những gì không có chỗ riêng")] = None

    @property
    def identifier(self) -> str | None:
        """The code, else the id that the province gave it; None where it has neither."""
        return self.code or self.local_id

    @property
    def in_force(self) -> bool:
        """Neither repealed nor replaced."""
        return self.status not in (Status.REPEALED, Status.REPLACED)

    @property
    def vertical(self) -> bool:
        """Handled by local branches of central agencies only: not the province's to announce or to cut."""
        return self.level == (Level.VERTICAL,)


@dataclass(config=STRICT, slots=True)
class ProcedureFile:
    """Các thủ tục của một lĩnh vực thuộc một cơ quan."""

    agency: Annotated[str, Field(description="Cơ quan chủ trì: id trong agencies.yaml")]
    field: Annotated[str, Field(description="Lĩnh vực")]
    procedures: Annotated[tuple[Procedure, ...], Field(description="Danh sách thủ tục")]
