"""Names typed without any diacritics. What relation they have stands in tests/cases/names-bare.yaml."""

import pytest

from tthc.analysis.duplicates.accents import is_bare, with_accents_of
from tthc.analysis.duplicates.evidence import Key
from tthc.analysis.duplicates.groups import groups
from tthc.analysis.duplicates.rarity import Rarity
from tthc.analysis.duplicates.relation import Relation, compare
from tthc.analysis.duplicates.side import side
from tthc.text.title import parse

FULL = side("Cấp thẻ thuyền viên", code="9.000001", agency="Sở Xây dựng")


def bare(verdict):
    return [(bool(piece.left), bool(piece.right)) for piece in verdict.evidence if piece.key is Key.BARE]


@pytest.mark.parametrize("name", ["Cap the", "Cấp thẻ thuyền viên", "Cap the thuyền vien", "C/O 12", "dien tu đong"])
def test_only_a_whole_name_tells_that_its_writer_left_them_out(name):
    assert not is_bare(parse(name).text)
    assert with_accents_of(parse(name), FULL.title) is None


def test_the_report_can_say_which_name_it_is_and_is_never_certain():
    typed = side("CAP THE THUYEN VIEN", agency="Sở Xây dựng")
    forth, back = compare(typed, FULL, Rarity()), compare(FULL, typed, Rarity())
    assert (bare(forth), bare(back)) == ([(True, False)], [(False, True)])
    assert forth.relation is back.relation is Relation.DUPLICATE
    assert not forth.certain


def test_a_word_is_read_as_the_one_in_its_place():
    """ "Đất" and "đạt" have the same letters."""
    title = with_accents_of(parse("Xac nhan dat dat tieu chuan"), parse("Xác nhận đất đạt tiêu chuẩn"))
    assert title == with_accents_of(parse("Xac nhan dat dat tieu chuan".upper()), parse("Xác nhận đất đạt tiêu chuẩn"))
    assert [term.key for term in title.terms] == [term.key for term in parse("Xác nhận đất đạt tiêu chuẩn").terms]


def test_two_names_without_them_are_compared_as_they_stand():
    typed = side("Cap the thuyen vien")
    assert compare(typed, typed, Rarity()).relation is Relation.DUPLICATE
    assert bare(compare(typed, typed, Rarity())) == []


NAMES = (
    "Cấp lại thẻ thuyền viên",
    "Hợp nhất một số văn phòng thừa phát lại",
    "Cấp giấy phép hành nghề khám bệnh, chữa bệnh",
    "Cấp giấy phép hành nghề khám bệnh",
    "Đăng ký khai tử có yếu tố nước ngoài",
    "Đăng ký khai tử",
    "Công bố bến thủy nội địa",
)
TYPED = (
    "CAP LAI THE THUYEN VIEN",
    "Thu tuc hop nhat mot so van phong thua phat lai",
    "CAP GIAY PHEP HANH NGHE KHAM BENH, CHUA BENH",
    "Cap giay phep hanh nghe kham benh",
    "DANG KY KHAI TU CO YEU TO NUOC NGOAI",
    "Dang ky khai tu",
    "Cong bo mo ben thuy noi dia",
)


def test_in_a_catalogue_each_finds_its_own_and_no_other():
    """The last one says one thing more: it has no other."""
    sides = [side(name, agency="Sở A", field="B", key=str(n)) for n, name in enumerate((*NAMES, *TYPED))]
    found = sorted(group.members for group in groups(sides).groups)
    assert found == [(n, n + len(NAMES)) for n in range(len(NAMES) - 1)]
