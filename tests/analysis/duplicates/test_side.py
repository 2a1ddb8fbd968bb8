import pytest

from tthc.analysis.duplicates.side import from_entry, from_portal, side
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.level import Level
from tthc.domain.procedure import DossierItem, Legal, Procedure, Result


def test_from_a_catalogue():
    procedure = Procedure(
        name="Đăng ký kết hôn",
        code="1.000894",
        level=Level.COMMUNE,
        legal=Legal(basis=("60/2014/QH13",)),
        dossier=(DossierItem("Tờ khai"),),
        result=Result("Giấy chứng nhận kết hôn"),
    )
    one = from_entry(Entry(procedure, "ubnd-xa", "Hộ tịch", Location("ho-tich.yaml", 4)), "Ủy ban nhân dân xã")
    assert one.key == one.code == "1.000894"
    assert one.levels == {Level.COMMUNE}
    assert (one.agency, one.field_name) == ("ủy ban nhân dân xã", "Hộ tịch")
    assert one.basis == {"60/2014/qh13"}
    assert one.dossier == {"tờ khai"}
    assert one.result == "giấy chứng nhận kết hôn"


@pytest.mark.parametrize(
    ("record", "levels"),
    [
        ({"name": "Tiếp công dân (cấp tỉnh)", "level": "Cấp xã", "agency": "Bộ Y tế"}, {Level.PROVINCE}),
        ({"name": "Tiếp công dân", "level": "Cấp Tỉnh, Cấp xã", "agency": "Bộ Y tế"}, {Level.PROVINCE, Level.COMMUNE}),
        ({"name": "Tiếp công dân", "level": "", "agency": "Bộ Y tế"}, {Level.MINISTRY}),
        ({"name": "Tiếp công dân", "level": "Ngành dọc", "agency": "Công an tỉnh"}, {Level.PROVINCE}),
        ({"name": "Tiếp công dân", "level": None, "agency": None}, set()),
    ],
)
def test_the_name_beats_the_level_and_the_level_the_agency(record, levels):
    assert from_portal(record).levels == levels


@pytest.mark.parametrize(
    ("levels", "agency", "stated"),
    [
        ([Level.VERTICAL], "Công an tỉnh", {Level.VERTICAL}),
        ([Level.VERTICAL, Level.COMMUNE], "Công an tỉnh", {Level.VERTICAL, Level.COMMUNE}),
        ([], "Công an tỉnh", {Level.PROVINCE}),
    ],
)
def test_what_a_record_states_is_kept(levels, agency, stated):
    assert side("Tiếp công dân", levels=levels, agency=agency).stated == stated


def test_what_the_portal_writes_for_no_agency():
    assert from_portal({"name": "Tiếp công dân", "agency": "Không có thông tin"}).agency == ""


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [
        ("Đăng ký kết hôn", "1.000894.000.00.00.H49", "1.000894"),
        ("Đăng ký kết hôn", " 1.000894", "1.000894"),
        ("Đăng ký kết hôn", "1.0008941", ""),
        ("1.000894.H49- Đăng ký kết hôn", "", "1.000894"),
        ("Đăng ký kết hôn", "", ""),
    ],
)
def test_the_national_code(name, code, expected):
    assert side(name, code=code).code == expected
