import pytest

from tthc.analysis.deadlines import read
from tthc.domain.deadline import Deadline, Kind
from tthc.domain.procedure import DeadlineCase
from tthc.text.deadline import parse


def listed(*items):
    return read(tuple(DeadlineCase(when, text) for when, text in items))


@pytest.mark.parametrize("nothing", [None, "", ()])
def test_nothing_stated(nothing):
    assert read(nothing) is None


def test_one_text_is_what_the_parser_makes_of_it():
    assert read("15 ngày") == parse("15 ngày")


def test_each_case_gets_its_condition():
    found = listed(("Cấp mới", "30 ngày"), ("Cấp lại", "15 ngày"))
    assert [(case.when, case.maximum) for case in found.cases] == [("Cấp mới", 30), ("Cấp lại", 15)]
    assert found.kind is Kind.CONDITIONAL
    assert found.headline is None
    assert found.text == "Cấp mới: 30 ngày; Cấp lại: 15 ngày"


@pytest.mark.parametrize(
    ("items", "headline"),
    [
        ((("Hồ sơ phức tạp", "30 ngày"), ("Trường hợp thông thường", "15 ngày")), 1),
        ((("Thẩm định", "15 ngày"), ("Hồ sơ phức tạp", "30 ngày")), 0),
        ((("Vùng khó khăn", "thêm 10 ngày"), ("Cấp mới", "15 ngày")), 1),
        ((("Hồ sơ phức tạp", "30 ngày"), ("Phải xác minh", "15 ngày")), None),
    ],
)
def test_the_ordinary_case(items, headline):
    assert listed(*items).headline == headline


def test_a_case_that_is_not_understood_makes_the_whole_unknown(monkeypatch):
    unknown = {"30 ngày": parse("30 ngày"), "???": Deadline("???", Kind.UNKNOWN)}
    monkeypatch.setattr("tthc.analysis.deadlines.parse", unknown.__getitem__)
    assert listed(("Cấp mới", "30 ngày"), ("Cấp lại", "???")).kind is Kind.UNKNOWN


def test_one_case_keeps_its_kind():
    assert listed(("Cấp mới", "15 ngày")).kind is Kind.FIXED
    assert listed(("Cấp mới", "ngay trong ngày")).kind is Kind.IMMEDIATE
    assert listed(("Cấp mới", "ngay trong ngày"), ("Cấp lại", "15 ngày")).kind is Kind.CONDITIONAL
