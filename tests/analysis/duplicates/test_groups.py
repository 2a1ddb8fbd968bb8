import os
import random
import subprocess
import sys
import time

from hypothesis import given
from hypothesis import strategies as st

from tthc.analysis.duplicates.groups import WEAKEST, groups
from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.duplicates.side import side
from tthc.domain.level import Level

WEDDING = ["Đăng ký kết hôn", "Thủ tục đăng ký kết hôn", "Đăng ký kết hôn trên địa bàn tỉnh Lai Châu"]


def members(found):
    return [group.members for group in found.groups]


def test_one_procedure_under_three_names():
    found = groups([side(name) for name in [*WEDDING, "Đăng ký khai tử"]])
    assert members(found) == [(0, 1, 2)]
    assert found.groups[0].weakest.verdict.relation is Relation.DUPLICATE


def test_no_duplicates_no_groups():
    assert members(groups([side("Cấp thẻ nhà báo"), side("Cấp lại thẻ nhà báo")])) == []
    assert members(groups([])) == []


def test_the_same_at_two_levels_is_told_apart_from_duplicates():
    sides = [side("Tiếp công dân", levels=[level]) for level in (Level.PROVINCE, Level.COMMUNE, Level.COMMUNE)]
    found = groups(sides)
    assert members(found) == [(1, 2)]
    assert [(link.left, link.right) for link in found.levels] == [(0, 1)]


def test_a_group_holds_in_every_pair_not_along_a_chain():
    """The cut name is like both of the others, which are two procedures."""
    sides = [
        side("Cấp giấy phép khai thác nước mặt đối với công trình..."),
        side("Cấp giấy phép khai thác nước mặt đối với công trình thủy điện"),
        side("Cấp giấy phép khai thác nước mặt đối với công trình thủy lợi"),
    ]
    (group,) = groups(sides).groups
    assert len(group.members) == 2
    assert 0 in group.members


def test_officers_words_count_before_evidence():
    sides = [side(name, key=str(i)) for i, name in enumerate(WEDDING)]
    apart = groups(sides, apart=[frozenset(("0", "1")), frozenset(("0", "2")), frozenset(("1", "2"))])
    assert members(apart) == []
    assert members(groups(sides, apart=[frozenset(("0", "1"))])) in ([(0, 2)], [(1, 2)])
    others = [side("Cấp thẻ hội viên", key="a"), side("Phát hành phiếu hội viên", key="b")]
    assert members(groups(others)) == []
    assert members(groups(others, together=[frozenset(("a", "b"))])) == [(0, 1)]


def test_one_code_makes_a_group():
    sides = [
        side("Xác nhận nguồn gốc lâm sản trước khi xuất khẩu", code="1.900001"),
        side("Xác nhận bảng kê lâm sản", code="1.900001.000.00.00.H49"),
    ]
    assert members(groups(sides)) == [(0, 1)]


def test_the_representative_has_a_code_and_a_whole_name():
    sides = [
        side("Liên thông đăng ký khai sinh..."),
        side("Liên thông đăng ký khai sinh, thường trú", code="1.900001"),
        side("Liên thông đăng ký khai sinh, thường trú"),
    ]
    assert groups(sides).groups[0].representative == 1


NAMES = [
    *WEDDING,
    "Đăng ký kết hôn...",
    "Đăng ký kết hôn có yếu tố nước ngoài",
    "Đăng ký lại kết hôn",
    "Cấp giấy phếp vận tải đường bộ quốc tế",
    "Cấp giấy phép vận tải đường bộ quốc tế",
    "Thủ tục",
    "",
    "Cấp GCN",
    "Cấp giấy chứng nhận",
]
catalogues = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(("", "1.900001")), st.sampled_from(list(Level))), max_size=14
)


@given(catalogues, st.randoms(use_true_random=False))
def test_the_order_of_the_catalogue_does_not_matter(rows, rng):
    def named(rows):
        sides = [side(name, code=code, levels=[level], key=key) for key, name, code, level in rows]
        found = groups(sides)
        return (
            sorted(sorted(sides[i].key for i in group.members) for group in found.groups),
            sorted(sides[group.representative].key for group in found.groups),
            sorted(group.weakest.verdict.score for group in found.groups),
        )

    keyed = [(f"{i:03}", *row) for i, row in enumerate(rows)]
    shuffled = keyed.copy()
    rng.shuffle(shuffled)
    assert named(shuffled) == named(keyed)


@given(catalogues)
def test_groups_do_not_share_members_and_hold_together(rows):
    sides = [side(name, code=code, levels=[level], key=str(i)) for i, (name, code, level) in enumerate(rows)]
    found = groups(sides)
    everyone = [i for group in found.groups for i in group.members]
    assert len(everyone) == len(set(everyone))
    for group in found.groups:
        assert len(group.members) > 1
        assert group.representative in group.members
        assert group.weakest.verdict.score >= WEAKEST


SCRIPT = """
from tthc.analysis.duplicates.groups import groups
from tthc.analysis.duplicates.side import side
names = {names!r}
sides = [side(name, key=str(i)) for i, name in enumerate(names)]
print([(group.members, group.representative, group.weakest) for group in groups(sides).groups])
"""


def test_the_hash_seed_does_not_matter():
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT.format(names=NAMES)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def test_a_countrys_repeated_names_are_compared_once():
    rng = random.Random(1)
    acts, things = ("Cấp", "Cấp lại", "Gia hạn"), [f"giấy phép hoạt động loại {i} cho cơ sở {i % 7}" for i in range(60)]
    rows = [(f"{act} {thing}", f"1.{n:06d}") for n, (act, thing) in enumerate((a, t) for a in acts for t in things)]
    start = time.process_time()
    sides = [
        side(rng.choice(("", "Thủ tục ")) + name, code=code, agency=f"Sở {p}") for p in range(34) for name, code in rows
    ]
    found = groups(sides)
    assert time.process_time() - start < 5  # some 0.5 s
    assert {len(group.members) for group in found.groups} == {34}
    assert len(found.groups) == len(rows)
