"""Which of two names an announcement takes."""

import pytest

from tthc.analysis.duplicates.wording import flaws

FULL = "Cấp Giấy chứng nhận đủ điều kiện hoạt động đối với hộ kinh doanh loại II"


@pytest.mark.parametrize(
    "worse",
    [
        "Cấp GCN đủ điều kiện hoạt động đối với hộ kinh doanh loại II",
        "Cấp gcn đủ điều kiện hoạt động đối với hộ kinh doanh loại II",
        "Cấp Giấy chứng nhận đủ điều kiện hoạt động đối với HKD loại II",
        "Cấp Giấy chứng nhận đủ điều kiện hoạt động đối với hộ kinh doanh…",
        "1.900001.H49 - Cấp Giấy chứng nhận đủ điều kiện hoạt động đối với hộ kinh doanh loại II",
        "Cap Giay chung nhan du dieu kien hoat dong doi voi ho kinh doanh loai II",
        "Cấp Giấy chứng nhận đủ điều kiện hoạt động đối với hộ kinh doangh loại II",
        FULL.upper(),
        FULL.lower(),
        FULL.replace("đối", " đối"),
        f"{FULL}.",
    ],
)
def test_the_full_and_well_formed_name_is_better(worse):
    assert flaws(FULL) < flaws(worse)


def test_a_roman_number_is_no_abbreviation():
    assert not any(flaws(FULL))
