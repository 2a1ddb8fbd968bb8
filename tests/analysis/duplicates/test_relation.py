"""The relation of pairs of names. What officers would say of them stands in tests/cases/names-*.yaml."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tthc.analysis.duplicates.evidence import POINTS, Key
from tthc.analysis.duplicates.rarity import Rarity
from tthc.analysis.duplicates.relation import Relation, compare
from tthc.analysis.duplicates.side import from_portal, side
from tthc.domain.level import Level

CASES = Path(__file__).parents[2] / "cases"


def _side(text):
    name, *record = (part.strip(" ") for part in text.split("|"))
    return from_portal({"name": name, **dict(zip(("level", "agency", "field"), record, strict=False))})


def _pairs():
    for path in sorted(CASES.glob("names-*.yaml")):
        for block in YAML(typ="safe").load(path):
            for pair in block["pairs"]:
                yield pytest.param(pair["a"], pair["b"], block["relation"], id=f"{pair['a'][:40]} ~ {pair['b'][:40]}")


PAIRS = list(_pairs())


@pytest.mark.parametrize(("a", "b", "relation"), PAIRS)
def test_what_officers_say(a, b, relation):
    verdict = compare(_side(a), _side(b), Rarity())
    assert verdict.relation == relation, verdict.evidence


def test_there_are_enough_cases():
    assert len(PAIRS) >= 150
    assert {pair.values[2] for pair in PAIRS} == set(Relation)


@given(st.sampled_from(PAIRS), st.sampled_from(PAIRS))
@settings(max_examples=300)
def test_both_directions_say_the_same(one, other):
    a, b = _side(one.values[0]), _side(other.values[1])
    forth, back = compare(a, b, Rarity()), compare(b, a, Rarity())
    assert (forth.relation, forth.score) == (back.relation, back.score)
    assert sorted((e.key, e.points, *sorted((e.left, e.right))) for e in forth.evidence) == sorted(
        (e.key, e.points, *sorted((e.left, e.right))) for e in back.evidence
    )


@given(st.sampled_from(PAIRS))
def test_the_score_is_the_sum_of_the_points(pair):
    verdict = compare(_side(pair.values[0]), _side(pair.values[1]), Rarity())
    assert verdict.score == min(100, max(0, sum(piece.points for piece in verdict.evidence)))
    assert all(piece.points in (POINTS[piece.key], 0) or piece.key is Key.NAME for piece in verdict.evidence)


def _keys(a, b):
    return {piece.key for piece in compare(a, b, Rarity()).evidence}


def test_one_code_is_one_procedure_however_the_name_drifted():
    a = side("Xác nhận nguồn gốc lâm sản trước khi xuất khẩu", code="1.900001")
    b = side("Xác nhận bảng kê lâm sản", code="1.900001.000.00.00.H49")
    verdict = compare(a, b, Rarity())
    assert verdict.relation is Relation.DUPLICATE
    assert Key.SCOPE in {piece.key for piece in verdict.evidence}  # still told, though it takes no points


def test_a_code_given_to_two_procedures_is_no_proof():
    a = side("Phê duyệt khung giá nước tưới", code="1.900001")
    b = side("Hỗ trợ mai táng cho người cao tuổi", code="1.900001")
    assert compare(a, b, Rarity()).relation is Relation.UNRELATED


def test_a_code_glued_to_the_name_counts_as_code():
    a = side("1.900001.000.00.00.H49- Cấp phép hoạt động giải trí")
    b = side("Cấp giấy phép cho cơ sở giải trí ngoài trời", code="1.900001")
    assert Key.SAME_CODE in _keys(a, b)


RECORD = {
    "basis": ["72/2020/QH14 Điều 42"],
    "result": "Giấy phép môi trường",
    "dossier": ["Văn bản đề nghị", "Báo cáo đề xuất", "Bản vẽ", "Tờ khai"],
}


def test_records_that_agree_show_that_only_the_wording_differs():
    a = ("Cấp giấy phép môi trường cho trang trại nuôi lợn quy mô lớn", RECORD)
    b = ("Cấp giấy phép môi trường cho trang trại nuôi heo quy mô lớn", RECORD)
    assert compare(side(a[0], **a[1]), side(b[0], **b[1]), Rarity()).relation is Relation.DUPLICATE
    assert compare(side(a[0]), side(b[0]), Rarity()).relation is Relation.SCOPE


def test_records_that_agree_do_not_heal_a_facet_that_differs():
    a, b = (side(f"Cấp giấy phép {word} phế liệu", **RECORD) for word in ("xuất khẩu", "nhập khẩu"))
    assert compare(a, b, Rarity()).relation is Relation.SCOPE


def test_a_typing_error_is_told_as_such():
    a, b = side("Cấp Giấy phếp kinh doanh vận tải đường bộ"), side("Cấp Giấy phép kinh doanh vận tải đường bộ")
    verdict = compare(a, b, Rarity())
    assert verdict.relation is Relation.DUPLICATE
    assert [(piece.left, piece.right) for piece in verdict.evidence if piece.key is Key.TYPO] == [("phếp", "phép")]


def test_two_real_words_are_no_typing_error():
    a, b = side("Cấp phép hoạt động tàu biển tại cảng"), side("Cấp phép hoạt động tàu bay tại cảng")
    assert compare(a, b, Rarity()).relation is not Relation.DUPLICATE


def test_single_words_without_accents_are_only_pointed_at():
    a, b = side("Cấp giấy phép xây dựng nhà ở"), side("Cấp giấy phép xay dung nhà ở")
    verdict = compare(a, b, Rarity())
    assert verdict.relation is not Relation.DUPLICATE
    assert Key.ACCENTS in {piece.key for piece in verdict.evidence}


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"agency": "Sở Y tế"}, Key.SAME_AGENCY),
        ({"field": "Y tế"}, Key.SAME_FIELD),
        ({"levels": [Level.PROVINCE]}, Key.SAME_LEVEL),
        ({"basis": ["15/2023/QH15"]}, Key.SAME_BASIS),
        ({"result": "Giấy phép"}, Key.SAME_RESULT),
        ({"dossier": ["Đơn"]}, Key.SAME_DOSSIER),
    ],
)
def test_the_record_corroborates(more, key):
    a = side("Cấp giấy phép hành nghề", **more)
    assert key in _keys(a, a)
    assert key not in _keys(a, side("Cấp giấy phép hành nghề"))


def test_vertical_agencies_agree_in_what_their_records_state_and_differ_in_their_tier():
    branch = [
        side("Tiếp công dân", levels=[Level.VERTICAL], agency=agency) for agency in ("Công an tỉnh", "Công an xã")
    ]
    evidence = compare(branch[0], branch[0], Rarity()).evidence
    assert [piece.left for piece in evidence if piece.key is Key.SAME_LEVEL] == [Level.VERTICAL]
    assert compare(*branch, Rarity()).relation is Relation.LEVEL
    assert Key.SAME_LEVEL not in _keys(*branch)
    assert Key.SAME_LEVEL not in _keys(branch[0], side("Tiếp công dân", levels=[Level.PROVINCE]))


@pytest.mark.parametrize("name", ["", "Thủ tục", "theo quy định của pháp luật", "..."])
def test_a_name_that_says_nothing_is_like_no_other(name):
    assert compare(side(name), side(name), Rarity()).relation is Relation.UNRELATED
    assert compare(side(name), side("Đăng ký kết hôn"), Rarity()).relation is Relation.UNRELATED


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(x, y):
    verdict = compare(side(x), side(y), Rarity())
    assert 0 <= verdict.score <= 100


@given(st.sampled_from(PAIRS))
def test_what_is_the_same_is_a_duplicate_of_itself(pair):
    a = _side(pair.values[0])
    verdict = compare(a, a, Rarity())
    assert verdict.relation is Relation.DUPLICATE
    assert verdict.score >= 75


RECORD = {
    "levels": [Level.PROVINCE],
    "agency": "Sở Y tế",
    "basis": ["15/2023/QH15"],
    "result": "GCN đủ điều kiện",
    "dossier": ["Đơn"],
    "subjects": ["Cá nhân"],
}


@pytest.mark.parametrize(
    ("change", "contradictions"),
    [
        ({}, ()),
        ({"result": "Giấy chứng nhận đủ điều kiện"}, ()),  # in full
        ({"basis": ["15/2023/QH15", "96/2023/NĐ-CP"]}, ()),
        ({"result": "", "dossier": [], "subjects": [], "basis": []}, ()),  # silent
        ({"result": "Giấy phép"}, (Key.OTHER_RESULT,)),
        ({"dossier": ["Tờ khai"]}, (Key.OTHER_DOSSIER,)),
        ({"subjects": ["Tổ chức"]}, (Key.OTHER_SUBJECTS,)),
        ({"basis": ["96/2023/NĐ-CP"]}, (Key.OTHER_BASIS,)),
    ],
)
def test_a_duplicate_is_certain_only_where_no_part_contradicts(change, contradictions):
    name = "Cấp giấy chứng nhận đủ điều kiện"
    verdict = compare(side(name, **RECORD), side(name, **(RECORD | change)), Rarity())
    assert verdict.relation is Relation.DUPLICATE
    assert verdict.contradictions == contradictions
    assert verdict.certain is not bool(contradictions)


@pytest.mark.parametrize(
    ("a", "b", "certain"),
    [
        ({"code": "1.900001", "result": "Thẻ"}, {"code": "1.900001", "result": "Sổ"}, True),
        ({"levels": [Level.PROVINCE], "agency": "Sở Y tế"}, {"levels": [Level.PROVINCE], "agency": "Sở Nội vụ"}, False),
        ({}, {}, False),
    ],
)
def test_what_makes_one_name_one_procedure(a, b, certain):
    assert compare(side("Cấp thẻ nhà báo", **a), side("Cấp thẻ nhà báo", **b), Rarity()).certain is certain


def test_another_wording_is_never_certain():
    records = (side(f"{opening} cấp thẻ nhà báo".strip(), **RECORD) for opening in ("", "Thủ tục"))
    assert not compare(*records, Rarity()).certain
