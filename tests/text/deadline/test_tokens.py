import unicodedata

import pytest

from tthc.text.deadline.lexicon import PHRASES
from tthc.text.deadline.tokens import LINE, MARK, NUMBER, WORD, keys, lex


def read(text):
    """The keys of a text as it is lexed."""
    return tuple(token.key for token in lex(text))


def pieces(text):
    return [text[token.start : token.end] for token in lex(text)]


def test_words_numbers_marks_and_line_ends_keep_their_places():
    text = "Không quá 7,5 ngày;\n- ½ ngày (3)"
    assert pieces(text) == ["Không", "quá", "7,5", "ngày", ";", "\n", "-", "½", "ngày", "(", "3", ")"]
    assert [token.kind for token in lex(text)][2:6] == [NUMBER, WORD, MARK, LINE]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa giải", "hoà giải"),
        ("thủy lợi", "thuỷ lợi"),
        ("NGÀY", "ngày"),
        ("kỹ thuật", "kĩ thuật"),
        ("quý", "quí"),
        ("người", "ngƣời"),
        ("–", "-"),
        ("thời hạn", unicodedata.normalize("NFD", "thời hạn")),
        ("trung ương", "trung \u00adương"),
    ],
)
def test_spellings_of_one_word_have_one_key(one, other):
    assert read(one) == read(other)


@pytest.mark.parametrize(("one", "other"), [("ngày", "ngay"), ("năm", "nam"), ("đủ", "dù"), ("tám", "tạm")])
def test_diacritics_make_another_word(one, other):
    assert read(one) != read(other)


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("làm vi ệc", ["làm", "vi ệc"]),
        ("làm việ c", ["làm", "việ c"]),
        ("k ể từ", ["k ể", "từ"]),
        ("nh ận h ồ s ơ", ["nh ận", "h ồ", "s ơ"]),
        ("phi ếu ti ếp nhận", ["phi ếu", "ti ếp", "nhận"]),
    ],
)
def test_torn_syllables_are_mended(torn, whole):
    assert pieces(torn) == whole
    assert read(torn) == read(
        torn.replace("i ệ", "iệ")
        .replace("ệ c", "ệc")
        .replace("k ể", "kể")
        .replace("h ậ", "hậ")
        .replace("h ồ", "hồ")
        .replace("s ơ", "sơ")
        .replace("i ế", "iế")
    )


def test_syllables_run_together_are_cut():
    assert pieces("làmviệc kểtừ") == ["làm", "việc", "kể", "từ"]


@pytest.mark.parametrize("text", ["ba ông", "ở xã", "vì ai", "nhóm b an toàn", "điểm đ ông"])
def test_whole_syllables_stay_apart(text):
    assert pieces(text) == text.split()


@pytest.mark.parametrize(
    ("text", "lines"),
    [("hồ \nsơ", 0), ("hồ sơ.\nsau đó", 1), ("công dân\nKhông quá", 1), ("gồm:\n- một", 1), ("một\n\n\nHai", 1)],
)
def test_a_wrapped_line_is_no_line_end(text, lines):
    assert sum(token.kind is LINE for token in lex(text)) == lines


def test_phrases_of_the_lexicon_have_the_keys_of_texts():
    phrases = [phrase.strip() for listed in PHRASES.values() for phrase in listed.split("|")]
    assert len(phrases) > 1000
    assert [phrase for phrase in phrases if keys(phrase) != read(phrase)] == []
