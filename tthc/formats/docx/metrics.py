"""How wide words are on paper: in Times New Roman, whose widths its free counterparts share."""

import functools
import unicodedata

BOLD = 1.07  # bold capitals are so much wider
BOLD_SMALL = 1.12  # and bold small letters

_TWIPS_PER_POINT = 20
_THOUSANDTHS = {  # of an em
    sign: width
    for width, signs in {
        0: "\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING TILDE}"
        "\N{COMBINING BREVE}\N{COMBINING HOOK ABOVE}\N{COMBINING DOT BELOW}",
        45: "\N{COMBINING HORN}",
        250: " ,.\N{NO-BREAK SPACE}",
        278: "/:;\\ijlt'|",
        333: "!()-I[]`fr",
        389: "Js",
        444: '"?^acez“”{}',
        500: "#$*_0123456789bdghknopquvxyđ–§",
        560: "+<=>~FPS",
        611: "ELTZ",
        667: "BCR",
        722: "wADGHKNOQUVXYĐ",
        833: "&m%",
        889: "M",
    }.items()
    for sign in signs
}
_OTHER = 1000  # what is not listed is taken for as wide as a letter can be


@functools.lru_cache(maxsize=1 << 14)
def word(letters: str) -> float:
    """The width of one word in em, that is in sizes of its letters."""
    return sum(_THOUSANDTHS.get(sign, _OTHER) for sign in unicodedata.normalize("NFD", letters)) / 1000


def line(words: str) -> float:
    """The width in em of words on one line."""
    return sum(map(word, words.split(" "))) + words.count(" ") * word(" ")


def twips(em: float, size: int) -> int:
    """A width in em, in letters of this size in points, as twips."""
    return round(em * size * _TWIPS_PER_POINT)
