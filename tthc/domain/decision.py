"""What officers have decided about pairs of procedures: one and the same, or not."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from tthc.domain.procedure import Date
from tthc.domain.strict import STRICT


class Judgement(StrEnum):
    """An officer's word on a pair."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(config=STRICT, slots=True)
class Party:
    """Một thủ tục trong kết luận, đúng như khi được xem xét."""

    procedure: Annotated[str, Field(description="Mã thủ tục, hoặc số hiệu riêng, hoặc tên nếu chưa có mã")]
    name: Annotated[str, Field(description="Tên thủ tục khi được xem xét")]
    fingerprint: Annotated[
        str, Field(description="Dấu nhận dạng nội dung bản ghi khi được xem xét; đổi nội dung thì phải xem lại")
    ]
    agency: Annotated[str | None, Field(description="Cơ quan: id trong agencies.yaml")] = None


@dataclass(config=STRICT, slots=True)
class Decision:
    """Kết luận của người rà soát về một cặp thủ tục."""

    a: Annotated[Party, Field(description="Thủ tục thứ nhất")]
    b: Annotated[Party, Field(description="Thủ tục thứ hai")]
    verdict: Annotated[
        Judgement, Field(description="same (là một thủ tục), different (hai thủ tục khác nhau), unsure (chưa rõ)")
    ]
    date: Annotated[Date, Field(description="Ngày kết luận (năm-tháng-ngày)")]
    reason: Annotated[str | None, Field(description="Lý do")] = None
    by: Annotated[str | None, Field(description="Người kết luận")] = None


@dataclass(config=STRICT, slots=True)
class DecisionFile:
    """decisions/duplicates.yaml: kết luận về các cặp thủ tục nghi trùng."""

    decisions: Annotated[tuple[Decision, ...], Field(description="Danh sách kết luận")] = ()
