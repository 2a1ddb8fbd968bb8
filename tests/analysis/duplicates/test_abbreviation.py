"""Initials that no lexicon knows, against the words they stand for."""

import pytest

from tthc.analysis.duplicates.abbreviation import is_initials
from tthc.analysis.duplicates.evidence import Key
from tthc.analysis.duplicates.rarity import Rarity
from tthc.analysis.duplicates.relation import Relation, compare
from tthc.analysis.duplicates.side import side


@pytest.mark.parametrize("word", ["lđr", "ktvbm", "ubxt", "ts", "nhvng"])
def test_initials(word):
    assert is_initials(word)


@pytest.mark.parametrize("word", ["an", "thu", "karaoke", "video", "m3", "b", "ở"])
def test_words(word):
    assert not is_initials(word)


@pytest.mark.parametrize(
    ("short", "spelled"),
    [
        ("Cấp thẻ kiểm soát viên LĐR", "Cấp thẻ kiểm soát viên lò đốt rác"),
        ("Hỗ trợ hợp đồng với TCNNg", "Hỗ trợ hợp đồng với trung chuyển nước ngoài"),
        ("Đăng ký tổ chức ủy thác UTVĐ", "Đăng ký tổ chức ủy thác ươm trồng vườn đồi"),
        ("Hỗ trợ nuôi trồng RB vùng cao", "Hỗ trợ nuôi trồng rong biển vùng cao"),
    ],
)
def test_what_initials_stand_for(short, spelled):
    verdict = compare(side(short), side(spelled), Rarity())
    assert verdict.relation is Relation.DUPLICATE
    assert Key.SPELLING in {piece.key for piece in verdict.evidence}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Cấp thẻ kiểm soát viên LĐR", "Cấp thẻ kiểm soát viên lò hơi"),
        ("Kiểm tra trạm nạp LPG", "Kiểm tra trạm nạp LNG"),
        ("Hỗ trợ nuôi trồng RB vùng cao", "Hỗ trợ nuôi trồng rong vùng cao bền vững"),
    ],
)
def test_other_words_are_not_meant(a, b):
    assert compare(side(a), side(b), Rarity()).relation is not Relation.DUPLICATE
