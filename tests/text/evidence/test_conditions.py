"""The conditions of a clause and what they govern."""

import pytest

from tthc.text.evidence.clauses import Clause, clauses


def limits(text: str, phrase: str) -> set[str]:
    """The conditions that hold for a phrase of a text."""
    for clause in clauses(text, "steps"):
        start = clause.text.find(phrase)
        if start >= 0:
            covered = [i for i, word in enumerate(clause.words) if start <= word.start < start + len(phrase)]
            return {limit.value for limit in clause.limits(covered[0], covered[-1] + 1)}
    raise AssertionError(phrase)


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Trường hợp nộp trực tiếp thì xuất trình bản chính.", "bản chính", {"direct"}),
        ("Xuất trình bản chính khi nộp hồ sơ trực tiếp.", "bản chính", {"direct"}),
        ("Xuất trình bản chính (theo hình thức trực tiếp) hoặc tải lên.", "bản chính", {"direct"}),
        ("Người nộp hồ sơ trực tiếp phải chụp ảnh.", "chụp ảnh", {"direct"}),
        ("Nộp trực tiếp hoặc trực tuyến; khi nộp phải có giấy hẹn.", "giấy hẹn", set()),
        ("Thẩm định hồ sơ, kiểm tra thực địa (nếu cần thiết).", "thực địa", {"doubt"}),
        ("Thẩm định hồ sơ, kiểm tra thực địa (nếu cần thiết).", "hồ sơ", set()),
        ("Trong trường hợp cần thiết, cơ quan kiểm tra thực địa.", "thực địa", {"doubt"}),
        ("Cơ quan có thể kiểm tra thực địa.", "thực địa", {"doubt"}),
        ("Trường hợp không khai thác được thông tin thì xuất trình hộ chiếu.", "hộ chiếu", {"fallback"}),
        ("Trường hợp ủy quyền thì nộp giấy ủy quyền bản chính.", "bản chính", {"proxy"}),
        ("Nộp bản chính, trừ trường hợp đã nộp bản điện tử.", "bản điện tử", {"exception"}),
        ("Trường hợp hồ sơ hợp lệ thì kiểm tra thực địa.", "thực địa", set()),
        ("Trường hợp hồ sơ không hợp lệ thì trả lại hồ sơ.", "trả lại", {"doubt"}),
        ("Trường hợp cấp lại do mất thì cấp trong 3 ngày.", "3 ngày", {"variant"}),
        ("a) Trường hợp nộp trực tuyến:\n- Hồ sơ là bản chụp.", "bản chụp", {"remote"}),
        ("Nếu cần thiết, cơ quan tiến hành: họp; kiểm tra thực địa; lấy mẫu. Cấp giấy.", "lấy mẫu", {"doubt"}),
        ("Nếu cần thiết, cơ quan tiến hành: họp; kiểm tra thực địa; lấy mẫu. Cấp giấy.", "Cấp giấy", set()),
        ("- Luồng đỏ: kiểm tra thực tế hàng hóa.", "thực tế", {"variant"}),
        ("Hệ thống chuyển tờ khai vào luồng đỏ để xử lý: kiểm tra thực tế.", "thực tế", set()),
        ("Giấy phép (đối với tàu cũ; bản chính).", "bản chính", set()),
        ("a) Trường hợp nộp trực tuyến:\nb) Hồ sơ khác là bản chụp.", "bản chụp", set()),
    ],
)
def test_a_condition_governs_what_belongs_to_it(text: str, phrase: str, expected: set[str]):
    assert limits(text, phrase) == expected


def test_lines_wrapped_in_the_middle_of_a_sentence_are_joined():
    assert [c.text for c in clauses("Người nộp phải\ncó mặt.\n- Cơ quan cấp giấy.", "steps")] == [
        "Người nộp phải có mặt.",
        "- Cơ quan cấp giấy.",
    ]


def test_a_clause_quotes_its_own_words():
    clause = Clause("Phải  có mặt, ký tên.", "steps")
    assert clause.quote(1, 3) == "có mặt"
