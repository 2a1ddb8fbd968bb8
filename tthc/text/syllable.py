"""The shape of a Vietnamese syllable: enough of its phonology to see where a text was torn apart or run together."""

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
VOWELS = "".join(unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in ("", *_TONES))
_TONED = frozenset(VOWELS) - frozenset("aăâeêioôơuưy")

_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong oong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uơ uân uâng uât uây uê uêch uênh uy uya uych uyên uyêt uynh uyt uyu
ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y
"""
_SYLLABLE = re.compile(
    "(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnqrstvx])?(?:" + "|".join(_RIMES.split()) + ")|yê(?:m|n|ng|t|u)"
)

# Syllables that begin with a vowel and are words of their own. Any other one is the torn-off end of a word.
_VOWEL_INITIAL = """
a á à ạ ai ái ải an án ang áng anh ánh ảnh ao áo ảo ác ách ám áp át ăn ắc ắp ắt âm ấm ẩm ân ấn ẩn âu ấu ẩu ấp ấy
e é em én ép eo ê êm i im in inh ích ít ỉ o ó oan oản oai oi om ong óc ô ồ ổ ôi ổi ôm ốm ôn ổn ông ống ốc
ở ờ ơn ớt u ù ú ủ ung ủng úng uy ùy ủy úy uyên uyển uẩn uất út úp ủi uốn uống ước ươm ướt ương ưa ưng ứng ừng ưu ức ứ ừ
y ý ỳ ỷ ỵ yên yến yêu yếu yểu yết
"""
_WORDS = frozenset(_VOWEL_INITIAL.split())


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a lower-case word has the shape of one Vietnamese syllable, with at most one tone mark."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = [mark for mark in decomposed if mark in _TONES]
    if len(tones) > 1:
        return False
    toneless = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    if not _SYLLABLE.fullmatch(toneless):
        return False
    stopped = toneless.endswith(("c", "ch", "p", "t"))
    return not stopped or tones in (["\u0301"], ["\u0323"])


def has_tone(word: str) -> bool:
    """Whether any of its letters carries one of the five tone marks."""
    return any(c in _TONED for c in word)


def is_torn_end(word: str) -> bool:
    """Whether a word that begins with a vowel can only be the end of a torn syllable."""
    return word not in _WORDS
