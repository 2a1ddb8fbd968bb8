import pytest

from tthc.analysis.duplicates.parts import Part, differ, values

SAME = [
    (Part.LOCAL_DEADLINE, {"local": {"deadline": "05 ngày"}}, {"local": {"deadline": "Trong thời hạn 5 ngày"}}),
    (Part.LEGAL_DEADLINE, {"legal": {"deadline": "chưa rõ ấy"}}, {"legal": {"deadline": "Chưa rõ ấy."}}),
    (Part.FEE, {"fee": "Không"}, {"fee": "không."}),
    (Part.DOSSIER, {"dossier": ["Đơn", "Ảnh"]}, {"dossier": ["ảnh", "Đơn."]}),
    (Part.LEVEL, {"level": ["province", "commune"]}, {"level": ["commune", "province"]}),
    (Part.NAME, {"name": "Thủ tục cấp GCN an toàn"}, {"name": "Cấp Giấy chứng nhận an toàn"}),
    (Part.FEE, {"fee": "Không"}, {}),  # silence contradicts nothing
    (Part.LOCAL_DEADLINE, {}, {"local": {"deadline": "5 ngày"}}),
]
DIFFERENT = [
    (Part.LOCAL_DEADLINE, {"local": {"deadline": "5 ngày"}}, {"local": {"deadline": "5 ngày làm việc"}}),
    (
        Part.LOCAL_DEADLINE,
        {"local": {"deadline": "5 ngày"}},
        {"channels": [{"channel": "online", "local_deadline": "3 ngày"}]},
    ),
    (Part.FEE, {"fee": "Không"}, {"channels": [{"channel": "direct", "fee": "50.000 đồng"}]}),
    (Part.DOSSIER, {"dossier": ["Đơn"]}, {"dossier": ["Đơn", "Ảnh"]}),
    (Part.NAME, {"name": "Cấp thẻ"}, {"name": "Cấp đổi thẻ"}),
    (Part.RESULT, {"result": {"name": "Thẻ"}}, {"result": {"name": "Giấy phép"}}),
    (
        Part.LEGAL_DEADLINE,
        {"legal": {"deadline": [{"when": "Nhà ở", "deadline": "5 ngày"}]}},
        {"legal": {"deadline": [{"when": "Nhà xưởng", "deadline": "5 ngày"}]}},
    ),
]


@pytest.mark.parametrize(("part", "a", "b"), SAME)
def test_what_means_the_same_does_not_differ(catalogue, part, a, b):
    left, right = catalogue({"name": "A"} | a, {"name": "A"} | b).entries
    assert not differ(left, right, part)
    assert not differ(right, left, part)


@pytest.mark.parametrize(("part", "a", "b"), DIFFERENT)
def test_what_means_something_else_differs(catalogue, part, a, b):
    left, right = catalogue({"name": "A"} | a, {"name": "A"} | b).entries
    assert differ(left, right, part)
    assert differ(right, left, part)


@pytest.mark.parametrize("part", list(Part))
def test_every_part_of_an_almost_empty_record_can_be_asked_for(catalogue, part):
    (entry,) = catalogue({"name": "A"}).entries
    assert values(entry, part) in ((), ("A",), ("so-xay-dung",), ("Lĩnh vực mẫu",))
