"""The order of Vietnamese words: a ă â b c d đ e ê …, then the tones.

Between equal letters: ngang, huyền, hỏi, ngã, sắc, nặng, as dictionaries have it.
"""

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_PLACE = {letter: 100 + place for place, letter in enumerate(_LETTERS)}

Key = tuple[list[tuple[int, int]], list[int], str]


def key(text: str) -> Key:
    """A sort key: letters first, then tones, then the text itself, so that the order is total."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for character in unicodedata.normalize("NFC", text).casefold():
        decomposed = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in decomposed if mark in _TONES), "")
        letter = unicodedata.normalize("NFC", decomposed.replace(tone, "")) or character if tone else character
        letters.append((_PLACE.get(letter, 0), ord(letter[0]) if letter not in _PLACE else 0))
        tones.append(_TONES.index(tone) + 1 if tone else 0)
    return letters, tones, text
