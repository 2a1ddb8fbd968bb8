"""How grounds cite legal documents."""

import pytest

from tthc.domain.manifest import LegalDocument
from tthc.report.official.citation import cited

DOCUMENTS = (LegalDocument(number="9/2024/NĐ-CP", title="Kiểm soát thủ tục"), LegalDocument(number="8/NQ-HĐND"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NQ 66/NQ-CP 26/3/2025", "Nghị quyết số 66/NQ-CP ngày 26 tháng 3 năm 2025 của Chính phủ"),
        (
            "Nghị quyết số 66/NQ-CP ngày 26/3/2025",
            "Nghị quyết số 66/NQ-CP ngày 26 tháng 3 năm 2025 của Chính phủ",
        ),
        ("NĐ 9/2024/NĐ-CP ngày 1/2/2024", "Nghị định số 9/2024/NĐ-CP ngày 01 tháng 02 năm 2024 của Chính phủ về kiểm "
            "soát thủ tục"),
        ("QĐ 31/2021/QĐ-TTg", "Quyết định số 31/2021/QĐ-TTg của Thủ tướng Chính phủ"),
        ("NQ 8/NQ-HĐND 05/12/2025", "Nghị quyết số 8/NQ-HĐND ngày 05 tháng 12 năm 2025"),
        (
            "Nghị quyết số 66/NQ-CP ngày 26/3/2025 của Chính phủ về Chương trình",
            "Nghị quyết số 66/NQ-CP ngày 26 tháng 3 năm 2025 của Chính phủ về Chương trình",
        ),
        ("Kế hoạch cải cách hành chính của tỉnh", "Kế hoạch cải cách hành chính của tỉnh"),
        ("mức nhiều tỉnh tự đặt ra", "mức nhiều tỉnh tự đặt ra"),
    ],
)  # fmt: skip
def test_a_citation_says_what_is_known_and_no_more(text, expected):
    assert cited(text, DOCUMENTS) == expected
