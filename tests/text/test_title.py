import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.domain.level import Level
from tthc.text.data import load
from tthc.text.normalise import normalise
from tthc.text.title import Kind, agency_levels, parse


def acts(name):
    return [act.key for act in parse(name).acts]


def keys(name, kind=None):
    return [term.key for term in parse(name).terms if kind in (None, term.kind)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Thủ tục cấp Giấy phép bán lẻ rượu", ["cấp"]),
        ("Cấp, cấp lại thẻ thường trú", ["cấp", "cấp lại"]),
        ("Cấp mới thẻ nhà báo", ["cấp"]),
        ("Cho phép tổ chức họp báo", ["cấp"]),
        ("Cấp điều chỉnh giấy phép xây dựng", ["điều chỉnh"]),
        ("Sửa đổi, bổ sung giấy phép", ["sửa đổi"]),
        ("Đề nghị gia hạn giấy phép", ["gia hạn"]),
        ("Đăng ký lại khai sinh", ["đăng ký lại"]),
        ("Đăng ký thay đổi nội dung hợp tác xã", ["đăng ký", "thay đổi"]),
        ("Chấp thuận nguyên tắc hợp nhất quỹ tín dụng", ["chấp thuận nguyên tắc", "hợp nhất"]),
        ("Công bố quyết định đóng cảng cạn", ["công bố"]),
        ("Giải quyết tranh chấp đất đai", ["giải quyết"]),
        ("Thủ tục biên phòng đối với tàu biển", []),
    ],
)
def test_the_head_of_a_name(name, expected):
    assert acts(name) == expected


def test_abbreviations_and_former_names_keep_how_they_were_written():
    (term,) = (term for term in parse("Đính chính GCN").terms if term.kind is Kind.PAPER)
    assert (term.key, term.words) == ("giấy chứng nhận", "gcn")
    (term,) = (term for term in parse("Bổ nhiệm Thừa phát lại").terms if term.kind is Kind.SIBLING)
    assert (term.key, term.words) == ("thừa hành viên", "thừa phát lại")


def test_nothing_that_means_something_is_lost():
    assert keys("Cấp giấy phép lặn biển bằng bình dưỡng khí") == [
        "giấy phép",
        "lặn",
        "biển",
        "bình",
        "dưỡng",
        "khí",
    ]


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("Tiếp công dân tại cấp xã", {Level.COMMUNE}),
        ("Xếp hạng bảo tàng (cấp TW)", {Level.MINISTRY}),
        ("Trưng bày tranh, ảnh (địa phương)", {Level.PROVINCE, Level.COMMUNE}),
        ("Cấp giấy phép thuộc thẩm quyền của Sở Công Thương", {Level.PROVINCE}),
        ("Cấp giấy phép do Ủy ban nhân dân cấp tỉnh thực hiện", {Level.PROVINCE}),
        (
            "Công nhận vùng an toàn dịch bệnh cấp tỉnh và cơ sở chăn nuôi",
            set(),
        ),  # the object's level, not the procedure's
        ("Cấp giấy phép", set()),
    ],
)
def test_the_level_a_name_claims(name, levels):
    assert parse(name).levels == levels


def test_a_case_is_marked():
    title = parse("Cấp lại giấy phép đối với trường hợp bị mất")
    assert [term.key for term in title.terms if term.case] == ["mất"]


def test_a_name_that_breaks_off():
    assert parse("Đăng ký biến động đối với trường hợp...").cut
    assert not parse("Đăng ký biến động.").cut


def test_a_code_glued_to_the_name():
    title = parse("1.000894.000.00.00.H49- Đăng ký kết hôn")
    assert (title.code, title.text) == ("1.000894", "đăng ký kết hôn")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("trước ngày 01/7/2014", "trước ngày 1 tháng 7 năm 2014"),
        ("từ 5.000 m3 trở lên", "từ 5000 m³ trở lên"),
        ("trên 02 xã", "trên hai xã"),
    ],
)
def test_numbers_and_dates_in_one_form(a, b):
    assert keys(f"Giao đất {a}") == keys(f"Giao đất {b}")


@pytest.mark.parametrize(
    ("agencies", "levels"),
    [
        ("Sở Xây dựng tỉnh Sơn La, Ủy ban nhân dân cấp xã", {Level.PROVINCE, Level.COMMUNE}),
        ("Cục Báo chí - Bộ Văn hóa, Thể thao và Du lịch", {Level.MINISTRY}),
        ("Cục Hải quan tỉnh, thành phố", {Level.PROVINCE}),
        ("Chi nhánh Văn phòng đăng ký đất đai khu vực", {Level.PROVINCE}),
        ("Phòng Văn hóa - Xã hội", {Level.COMMUNE}),
        ("Phòng Tư pháp", {Level.DISTRICT}),
        ("Cơ quan đại diện Việt Nam ở nước ngoài", {Level.OTHER}),
        ("Ngân hàng Nhà nước Khu vực", set()),
        ("Cơ sở giáo dục", set()),
        ("", set()),
    ],
)
def test_levels_of_agencies(agencies, levels):
    assert agency_levels(agencies) == levels


LEXICONS = ("acts", "boilerplate", "levels", "objects", "places", "qualifiers", "subjects", "variants")


def _texts(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    else:
        yield value


@pytest.mark.parametrize("name", LEXICONS)
def test_lexicons_are_written_as_names_are_normalised(name):
    """A phrase that is not would never be found."""
    listed = [text for text in _texts(load(f"lexicon/{name}")) if " " in text and not text.startswith("của các")]
    assert listed
    assert [text for text in listed if normalise(text) != text] == []


@pytest.mark.parametrize(
    "text", ["Thủ tục", "theo quy định của pháp luật", "", "   ", "…", "(((", "𝒳 漢字 العربية", "/////"]
)
def test_names_that_say_nothing_or_are_not_vietnamese(text):
    title = parse(text)
    assert title.acts == ()


@pytest.mark.parametrize(
    "word", ["đề nghị ", "cấp lại, ", "thuộc ", "do ", "(", "c ấp ", "trường hợp ", "giấy chứng nhận "]
)
def test_long_names_take_time_in_proportion(word):
    def seconds(length):
        start = time.process_time()
        parse(word * (length // len(word)))
        return time.process_time() - start

    def in_proportion():
        short, long = max(seconds(12_000), 0.002), seconds(96_000)
        return long < 40 * short  # eight times the length; a square would be 64

    seconds(1200)
    assert any(in_proportion() for _attempt in range(3))  # a machine may be busy; a square shows each time


@given(st.text(max_size=80))
def test_any_text_can_be_parsed(text):
    title = parse(text)
    assert len({term.key for term in title.terms}) == len(title.terms)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Cấp quyết định công nhận nghệ nhân", ["công nhận"]),
        ("Cấp văn bản chấp thuận vị trí đấu nối", ["chấp thuận"]),
        ("Cấp lại quyết định công nhận nghệ nhân", ["cấp lại"]),
        ("Cấp giấy phép thành lập văn phòng đại diện", ["cấp"]),
        ("Giải thể (hoặc cho phép giải thể) trường", ["giải thể"]),
        ("Cấp (gia hạn) giấy phép bưu chính", ["cấp", "gia hạn"]),
        ("Xếp hạng (cấp tỉnh) di tích", ["xếp hạng"]),
        ("Chấp thuận tiến hành khai quật", ["chấp thuận"]),
    ],
)
def test_a_document_or_brackets_in_the_head(name, expected):
    assert acts(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Công nhận làng nghề theo Nghị định số 52/2018/NĐ-CP", ["52/2018/nđ-cp"]),
        ("Công nhận làng nghề (Thông tư số 9/2019/TT-BNN ngày 1/2/2019)", ["9/2019/tt-bnn"]),
        ("Bổ nhiệm công chứng viên theo Luật Công chứng năm 2024", ["2024"]),
        ("Bổ nhiệm công chứng viên theo Luật Công chứng", []),
    ],
)
def test_instruments_that_are_cited(name, expected):
    cited = [term.key for term in parse(name).terms if term.kind in (Kind.CITATION, Kind.EDITION)]
    assert cited == expected
    assert not {"nghị", "luật", "theo", "thông"} & set(keys(name))


@pytest.mark.parametrize(
    "name",
    [
        "Giải thể trường cao đẳng theo Luật Thủ đô",
        "Miễn thuế quà tặng theo khoản 2 Điều 8 Nghị định số 134/2016/NĐ-CP",
        "Hỗ trợ trồng rừng theo Nghị quyết số 12/2024/NQ-HĐND",
        "Giải thể công ty theo quyết định của Tòa án",
        "Cấp thẻ theo luật sư hướng dẫn",
    ],
)
def test_citations_that_tell_a_scope_stay_words(name):
    assert not keys(name, Kind.CITATION)
    assert not keys(name, Kind.EDITION)
    assert {"luật", "nghị", "quyết", "quyết định", "luật sư"} & set(keys(name))


def test_where_a_procedure_is_done_claims_its_level():
    assert parse("Tra cứu hồ sơ tại Sở Nội vụ").levels == {Level.PROVINCE}
    assert not parse("Cấp thẻ cho người làm việc tại Sở Nội vụ").levels


def test_an_agency_of_unknown_level_is_competent_all_the_same():
    title = parse("Phê duyệt phương án thuộc thẩm quyền của Cảng vụ sở tại")
    assert not title.levels
    assert {"cảng", "vụ"} <= title.authority
