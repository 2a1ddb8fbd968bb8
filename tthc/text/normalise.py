"""One spelling for texts that differ only in how they were typed.

`normalise` keeps every diacritic: cấp and cáp are different words. `fold` drops them, for searching only.
"""

import re
import unicodedata
from functools import lru_cache

from tthc.text.syllable import VOWELS, has_tone, is_syllable, is_torn_end

# Letters of wrong alphabets that old fonts leave behind, signs that only look different, signs that are not seen.
_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("ƣƢ", "ư"),
        **dict.fromkeys("ðÐɖƉ", "đ"),
        **dict.fromkeys("‐‑‒–—―−•●▪◦·", "-"),
        **dict.fromkeys("“”„‟«»″〝〞", '"'),
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
    }
)

# Where the tone mark stands: hoá → hóa, thuỷ → thủy in an open syllable, hòan → hoàn in a closed one, qúy → quý.
_ON_SECOND = "oá oà oả oã oạ oé oè oẻ oẽ oẹ uý uỳ uỷ uỹ uỵ"
_ON_FIRST = "óa òa ỏa õa ọa óe òe ỏe õe ọe úy ùy ủy ũy ụy"
_TO_FIRST = dict(zip(_ON_SECOND.split(), _ON_FIRST.split(), strict=True))
_TO_SECOND = {first: second for second, first in _TO_FIRST.items()}
_OPEN_SYLLABLE = re.compile(r"(?<!q)(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\w)")
_CLOSED_SYLLABLE = re.compile(r"[óòỏõọ][ae](?=\w)|[úùủũụ]y(?=\w)|(?<=q)[úùủũụ]y")
_I_OR_Y = re.compile(r"(?<![\w.-])(?:([hklmt]|qu)([iíìỉĩị])|(s)([yýỳỷỹỵ]))(?![\w.-])")  # kĩ thuật, quí; bác sỹ
_OTHER = dict(zip("iíìỉĩịyýỳỷỹỵ", "yýỳỷỹỵiíìỉĩị", strict=True))

_LONG_WORD = re.compile(r"(?<![\w./-])[^\W\d_]{6,14}(?![\w/-])")
_SPACE_TO_ADD = re.compile(r"(?<=[,;:)])(?=[^\W\d])|(?<=[^\W\d])(?=\()|(?<=[,;])(?=\()")
_SPACE_TO_DROP = re.compile(r" (?=[,;:.)\]/])|(?<=[(\[/]) ")
_EDGE = " .,;:-"  # says nothing at either end of a text

# A syllable torn apart by a PDF's text layer: after a bare onset ("c ấp"), or before a rime that is no word ("ti ện").
_ONSETS = "b c d đ g h k l m n p q r s t v x ngh ng nh ch gh gi kh ph qu th tr"
_BARE = frozenset(_ONSETS.split())
_AFTER_LETTER = "an anh ăn ấn áp ảnh âm ở ô in ít ưu ứng ủy y ý yêu ông em án"  # "nhóm b an toàn" is not torn
_NOT_TORN = frozenset(_AFTER_LETTER.split())


def normalise(text: str) -> str:
    """The text in one spelling: composed, lower case, one place for tone marks, plain dashes and quotes, single spaces.

    Syllables torn apart or run together are mended where only one reading is Vietnamese. What the text ends or begins
    with besides words and brackets is dropped. Idempotent.
    """
    while True:
        words = " ".join(map(_chunk, text.split())).split()
        result = _SPACE_TO_DROP.sub("", " ".join(_joined(words))).strip(_EDGE)
        if result == text or result == " ".join(words):  # nothing was mended, so nothing is left to mend
            return result
        text = result


def fold(text: str) -> str:
    """The normalised text without diacritics (đ → d), for searching and for guessing at forgotten accents only."""
    decomposed = unicodedata.normalize("NFD", normalise(text))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d")


@lru_cache(maxsize=50_000)
def _chunk(raw: str) -> str:
    """One stretch without white space, normalised as far as that goes without its neighbours."""
    text = _compose(raw)
    text = _OPEN_SYLLABLE.sub(lambda m: _TO_FIRST[m[0]], text)
    text = _CLOSED_SYLLABLE.sub(lambda m: _TO_SECOND[m[0]], text)
    text = _I_OR_Y.sub(lambda m: (m[1] or m[3]) + _OTHER[m[2] or m[4]], text)
    return _SPACE_TO_ADD.sub(" ", _LONG_WORD.sub(_split_glued, text))


def _compose(text: str) -> str:
    """Compatibility composition and case folding, to the point where doing it again changes nothing."""
    while True:
        composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text.translate(_LOOKALIKES)).casefold())
        if composed == text:
            return text
        text = composed


def _split_glued(match: re.Match[str]) -> str:
    """ "thuộcphạm" → "thuộc phạm", where exactly one split gives two syllables."""
    word = match[0]
    if is_syllable(word) or not has_tone(word):
        return word
    splits = [(word[:i], word[i:]) for i in range(2, len(word) - 1) if is_syllable(word[:i]) and is_syllable(word[i:])]
    return " ".join(splits[0]) if len(splits) == 1 else word


def _joined(words: list[str]) -> list[str]:
    """ "c ấp gi ấy" → "cấp giấy"."""
    result: list[str] = []
    for word in words:
        if word[0] in VOWELS and result and (whole := _whole(result[-1], word)):
            result[-1] = whole
        else:
            result.append(word)
    return result


def _whole(start: str, end: str) -> str:
    """The word of which `start` and `end` are the torn parts, or nothing."""
    rime = end.rstrip('.,;:)]"')
    if len(start) == 1 and rime in _NOT_TORN:
        return ""
    torn = start in _BARE or (start[-1] in VOWELS and is_torn_end(rime))
    starts = (start, start[:-1] + "i") if start.endswith("y") else (start,)  # "ti ện" has become "ty ện"
    return next((first + end for first in starts if torn and is_syllable(first + rime)), "")
