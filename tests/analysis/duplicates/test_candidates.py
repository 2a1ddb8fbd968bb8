"""No pair that `compare` calls a duplicate, or the same at another level, may be missed."""

from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tthc.analysis.duplicates.candidates import candidates
from tthc.analysis.duplicates.rarity import Rarity
from tthc.analysis.duplicates.relation import Relation, compare
from tthc.analysis.duplicates.side import from_portal, side

CASES = Path(__file__).parents[2] / "cases"
SOUGHT = (Relation.DUPLICATE, Relation.LEVEL)


def found(sides):
    return set(candidates(sides, Rarity(one.title for one in sides)))


def test_no_labelled_duplicate_is_lost():
    sides, wanted = [], set()
    for path in sorted(CASES.glob("names-*.yaml")):
        for block in YAML(typ="safe").load(path):
            for pair in block["pairs"]:
                if block["relation"] in SOUGHT:
                    wanted.add((len(sides), len(sides) + 1))
                for text in (pair["a"], pair["b"]):
                    name, *record = (part.strip(" ") for part in text.split("|"))
                    sides.append(from_portal({"name": name, **dict(zip(("level", "agency"), record, strict=False))}))
    assert len(wanted) > 80
    assert wanted - found(sides) == set()


HEADS = ("Cấp", "Cấpp", "Gia hạm", "Gia hạn", "Cấp lại", "Thủ tục cấp", "Đăng ký", "Cấp, cấp lại", "Thủ tục", "")
OBJECTS = (
    "giấy phép",
    "giấy phếp",
    "GCN",
    "giấy chứng nhận",
    "bán lẻ rượu",
    "rựou",
    "khai thác nước mặt",
    "tàu bay",
    "tàu biển",
    "tổ chức, cá nhân",
    "sản xuất, kinh doanh",
    "hoạt động",
    "cấp tỉnh",
    "không",
    "dưới 3 m3",
    "khai sinh",
    "vận tải đường bộ",
    "xăng dầu",
    "xăng dâu",
    "lò đốt rác",
    "lđr",
    "thuốc lá",
    "thu ốc lá",
    "diện tích",
    "diện dích",
    "theo Nghị định số 5/2020/NĐ-CP",
    "tại Sở Y tế",
)
ENDS = ("", ".", "...", " (cấp xã)", " trên địa bàn tỉnh Lai Châu", " theo quy định", " trong trường hợp bị mất")

names = st.builds(
    lambda head, objects, end: f"{head} {' '.join(objects)}{end}",
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(OBJECTS), max_size=4),
    st.sampled_from(ENDS),
)
procedures = st.builds(
    lambda name, code, papers, agency: side(
        name, code=code, dossier=papers, result="Giấy phép", basis=["1/2020/QH14"], agency=agency
    ),
    names,
    st.sampled_from(("", "", "", "1.900001", "1.900002")),
    st.sets(st.sampled_from("abcdef"), max_size=6),
    st.sampled_from(("", "Sở Y tế", "Bộ Y tế")),
)


@given(st.lists(procedures, min_size=2, max_size=12))
@settings(max_examples=150)
def test_no_pair_is_missed(sides):
    rarity = Rarity(one.title for one in sides)
    pairs = set(candidates(sides, rarity))
    for i, j in combinations(range(len(sides)), 2):
        if compare(sides[i], sides[j], rarity).relation in SOUGHT:
            assert (i, j) in pairs, (sides[i].name, sides[j].name)


def test_a_name_that_breaks_off_behind_an_abbreviation_is_found():
    sides = [side("Cấp lại lđr..."), side("Cấp lại lđr giấy phép")]
    assert list(candidates(sides, Rarity(one.title for one in sides))) == [(0, 1)]


def test_each_pair_once_and_in_order():
    sides = [
        side(name) for name in ("Đăng ký kết hôn", "Thủ tục đăng ký kết hôn", "Đăng ký kết hôn.", "Cấp thẻ nhà báo")
    ]
    assert list(candidates(sides, Rarity())) == [(0, 1), (0, 2), (1, 2)]


def test_what_cannot_be_one_is_not_compared():
    sides = [side(f"Cấp giấy phép khai thác mỏ số {i}") for i in range(50)]
    assert found(sides) == set()
