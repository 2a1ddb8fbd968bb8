"""Vocabularies of the portal."""

import pytest

from tthc.domain.level import Channel, Delivery, Formality, Level, OnlineLevel
from tthc.exchange import words


@pytest.mark.parametrize(
    ("text", "levels", "unknown"),
    [
        ("Cấp tỉnh, Cấp xã", (Level.PROVINCE, Level.COMMUNE), ()),
        ("Cấp Bộ,Ngành dọc", (Level.MINISTRY, Level.VERTICAL), ()),
        ("Cấp huyện, Cấp thôn", (Level.DISTRICT,), ("Cấp thôn",)),
        ("", (), ()),
    ],
)
def test_levels(text: str, levels: tuple[Level, ...], unknown: tuple[str, ...]) -> None:
    assert words.levels(text) == (levels, unknown)


@pytest.mark.parametrize(
    ("method", "channels"),
    [
        ("Trực tiếp", (Channel.DIRECT,)),
        ("dịch vụ bưu chính ", (Channel.POST,)),
        ("DIRECT_AND_ONLINE", (Channel.DIRECT, Channel.ONLINE)),
        ("Fax", ()),
    ],
)
def test_channels(method: str, channels: tuple[Channel, ...]) -> None:
    assert words.channels(method) == channels


@pytest.mark.parametrize(
    ("amount", "unit", "written"),
    [
        ("5", "WORKING_DAY", "05 ngày làm việc"),
        ("43", "DAY", "43 ngày"),
        ("2.5", "HOUR", "2,5 giờ"),
        ("3.0", "MONTH", "03 tháng"),
        ("1", "OTHER", None),
    ],
)
def test_a_time_is_written_as_officials_do(amount: str, unit: str, written: str | None) -> None:
    assert words.duration(amount, unit) == written


@pytest.mark.parametrize(
    ("said", "formality"),
    [
        (("STANDARD",), Formality.STANDARD),
        (("SPECIFIC", "ASSIGNED_REGULATION"), Formality.SPECIFIC),
        (("STANDARD_INTERNAL",), Formality.STANDARD),
        (("STANDARD", "TTHC được luật giao quy định chi tiết"), Formality.ASSIGNED),
        (("khác",), None),
    ],
)
def test_formality(said: tuple[str, ...], formality: Formality | None) -> None:
    assert words.formality(*said) is formality


def test_delivery_in_a_fixed_order_or_not_at_all() -> None:
    assert words.deliveries(["ONLINE", "AT_HOME"]) == (Delivery.POST, Delivery.ELECTRONIC)
    assert words.deliveries([]) == ()
    assert words.deliveries(["BY_DRONE"]) is None


@pytest.mark.parametrize(
    ("text", "level", "alone"),
    [
        ("Toàn trình", OnlineLevel.FULL, True),
        ("Một phần (chưa thanh toán)", OnlineLevel.PARTIAL, False),
        ("không cung cấp", OnlineLevel.NONE, True),
        ("mức độ 4", None, False),
    ],
)
def test_online_level(text: str, level: OnlineLevel | None, alone: bool) -> None:
    assert words.online_level(text) is level
    assert words.is_online_level(text) is alone


def test_subjects_begin_with_a_capital_outside_brackets() -> None:
    text = "Tổ chức (không gồm doanh nghiệp, Hợp tác xã), Cán bộ, công chức, viên chức, Doanh nghiệp"
    assert words.subjects(text) == (
        "Tổ chức (không gồm doanh nghiệp, Hợp tác xã)",
        "Cán bộ, công chức, viên chức",
        "Doanh nghiệp",
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Sở Y tế, Ủy ban nhân dân cấp xã", ["Sở Y tế", "Ủy ban nhân dân cấp xã"]),
        ("Công an cấp Xã, , ", ["Công an cấp Xã"]),
        ("Bộ, cơ quan ngang Bộ", ["Bộ, cơ quan ngang Bộ"]),
        ("Sở Y tế, Sở Y tế", ["Sở Y tế"]),
        ("Không có thông tin", []),
        (", ", []),
    ],
)
def test_agencies(text: str, names: list[str]) -> None:
    assert words.agencies(text) == tuple(names)
