"""What stands beside the procedures: the catalogue's own data, its agencies, the legal documents it cites."""

from typing import Annotated

from pydantic import Field, StrictBool
from pydantic.dataclasses import dataclass

from tthc.domain.claim import Claim
from tthc.domain.level import Level
from tthc.domain.procedure import Date
from tthc.domain.strict import STRICT


@dataclass(config=STRICT, slots=True)
class Jurisdiction:
    """Địa phương của danh mục."""

    name: Annotated[str, Field(description="Tên tỉnh, thành phố")]
    code: Annotated[str | None, Field(description="Mã định danh điện tử, ví dụ H49")] = None


@dataclass(config=STRICT, slots=True)
class Target:
    """Một chỉ tiêu cắt giảm thời hạn giải quyết."""

    id: Annotated[str, Field(description="Mã ngắn của chỉ tiêu")]
    rate: Annotated[str, Field(description='Tỷ lệ phải đạt, ví dụ "30%"', pattern=r"^\d+([.,]\d+)?\s*%$")]
    ground: Annotated[str | None, Field(description="Căn cứ của chỉ tiêu")] = None
    due: Annotated[Date | None, Field(description="Hạn hoàn thành (năm-tháng-ngày)")] = None


@dataclass(config=STRICT, slots=True)
class Letterhead:
    """Phần đầu và phần cuối của văn bản lập từ danh mục; mục nào bỏ trống thì văn bản để chừa chỗ."""

    agency: Annotated[str | None, Field(description="Cơ quan ban hành văn bản")] = None
    parent: Annotated[str | None, Field(description="Cơ quan chủ quản trực tiếp, nếu có")] = None
    place: Annotated[str | None, Field(description="Địa danh ghi trước ngày tháng")] = None
    symbol: Annotated[str | None, Field(description="Ký hiệu sau số văn bản, ví dụ BC-VP")] = None
    grounds: Annotated[tuple[str, ...], Field(description="Căn cứ chung, mỗi căn cứ một dòng, không ghi dấu cuối")] = ()
    recipients: Annotated[tuple[str, ...], Field(description="Nơi nhận, mỗi nơi một dòng")] = ()
    signer: Annotated[str | None, Field(description="Quyền hạn, chức vụ người ký; không ghi họ tên")] = None


@dataclass(config=STRICT, slots=True)
class Manifest:
    """catalogue.yaml: danh mục này là của ai, tính đến ngày nào."""

    jurisdiction: Annotated[Jurisdiction, Field(description="Địa phương")]
    edition: Annotated[Date | None, Field(description="Danh mục tính đến ngày (năm-tháng-ngày)")] = None
    sample: Annotated[StrictBool, Field(description="Danh mục mẫu, không phải số liệu thật")] = False
    title: Annotated[str | None, Field(description="Tên danh mục")] = None
    targets: Annotated[tuple[Target, ...], Field(description="Chỉ tiêu cắt giảm")] = ()
    claims: Annotated[tuple[Claim, ...], Field(description="Số liệu đã công bố, để tính lại và đối chiếu")] = ()
    letterhead: Annotated[Letterhead | None, Field(description="Cơ quan lập và nơi nhận văn bản báo cáo")] = None


@dataclass(config=STRICT, slots=True)
class Agency:
    """Một cơ quan."""

    id: Annotated[str, Field(description="Mã ngắn, viết thường, không dấu: so-tai-chinh", pattern=r"^[a-z0-9-]+$")]
    name: Annotated[str, Field(description="Tên đầy đủ")]
    level: Annotated[Level | None, Field(description="Cấp")] = None
    aliases: Annotated[tuple[str, ...], Field(description="Tên viết tắt, cách viết khác")] = ()
    former_names: Annotated[tuple[str, ...], Field(description="Tên cũ")] = ()


@dataclass(config=STRICT, slots=True)
class AgencyFile:
    """agencies.yaml: các cơ quan."""

    agencies: Annotated[tuple[Agency, ...], Field(description="Danh sách cơ quan")] = ()


@dataclass(config=STRICT, slots=True)
class LegalDocument:
    """Một văn bản pháp luật."""

    number: Annotated[str, Field(description="Số, ký hiệu: 61/2020/QH14")]
    title: Annotated[str | None, Field(description="Tên văn bản")] = None
    effective: Annotated[Date | None, Field(description="Ngày có hiệu lực")] = None
    expired: Annotated[Date | None, Field(description="Ngày hết hiệu lực")] = None
    replaced_by: Annotated[str | None, Field(description="Văn bản thay thế")] = None
    source: Annotated[str | None, Field(description="Nguồn của thông tin về hiệu lực")] = None
    verified: Annotated[StrictBool, Field(description="Đã đối chiếu với văn bản gốc")] = False


@dataclass(config=STRICT, slots=True)
class LegalDocumentFile:
    """legal-documents.yaml: các văn bản được viện dẫn."""

    documents: Annotated[tuple[LegalDocument, ...], Field(description="Danh sách văn bản")] = ()
