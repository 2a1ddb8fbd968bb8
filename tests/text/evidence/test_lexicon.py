"""The lexicon: how its phrases are written and found."""

import pytest

from tthc.text.evidence.lexicon import Lexicon, expand, lexicon
from tthc.text.evidence.words import words


def test_choices_make_every_spelling():
    assert list(expand("thực (địa|tế)")) == ["thực địa", "thực tế"]
    assert set(expand("(được |)(chọn|lựa chọn)")) == {"chọn", "được chọn", "được lựa chọn", "lựa chọn"}
    assert set(expand("bản (sao|chụp (màu|đen trắng))")) == {"bản sao", "bản chụp màu", "bản chụp đen trắng"}


@pytest.mark.parametrize("wrong", ["thực (địa", "thực địa)", "địa|tế"])
def test_a_choice_that_does_not_close_is_refused(wrong: str):
    with pytest.raises(ValueError, match="does not close"):
        list(expand(wrong))


def test_a_sign_of_unknown_groups_is_refused():
    with pytest.raises(ValueError, match="no words belong to"):
        Lexicon({"duty": ["phải"]}, {"presence": ["duty ..3 attend"]})


def test_the_longest_phrase_counts_and_others_may_overlap():
    found = Lexicon({"short": ["bản sao"], "long": ["bản sao điện tử"], "overlap": ["điện tử hóa"]}, {})
    text = words("Bản sao điện tử hóa")
    assert [(sorted(mark.groups), mark.start, mark.end) for mark in found.marks(text)] == [
        (["long"], 0, 4),
        (["overlap"], 2, 5),
    ]


def test_the_packaged_lexicon_has_signs_of_every_kind():
    assert {pattern.kind for patterns in lexicon().patterns.values() for pattern in patterns} >= {
        "presence",
        "site_visit",
        "hearing",
        "verify",
    }


def test_words_glued_by_a_record_are_taken_apart():
    assert [word.key for word in words("Chính phủBáo cáo VNeID")] == ["chính", "phủ", "báo", "cáo", "vneid"]
