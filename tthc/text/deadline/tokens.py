"""Text to tokens: words, numbers, marks and line ends, each with its place in the original text.

Words are compared by a key that is one for all ways of typing them: composed or decomposed letters, either place of the
tone mark, i or y, letters of old fonts. Syllables that a PDF's text layer tore apart or ran together are mended.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from tthc.text.syllable import VOWELS, is_syllable, is_torn_end

WORD, NUMBER, MARK, LINE = "word", "number", "mark", "line"
_KINDS = (NUMBER, WORD, LINE, MARK)

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TOKEN = re.compile(
    rf"(\d+(?:[.,]\d+)*|[½¼¾])"
    rf"|((?:[^\W\d_][\u0300-\u036f{_UNSEEN}]*)+)"
    rf"|(\n\s*)"
    rf"|([^\w\s\u0300-\u036f{_UNSEEN}])"
)
_TONES = {"\u0300": "`", "\u0301": "'", "\u0303": "~", "\u0309": "?", "\u0323": "."}
_SHORT = {"ko": "không", "kô": "không"}
_LETTERS = str.maketrans({"ƣ": "ư", "Ƣ": "ư", "ð": "đ", "Ð": "đ", **dict.fromkeys(_UNSEEN)})
_DASHES = dict.fromkeys("–—−‐‑‒", "-") | dict.fromkeys("•●▪◦·✓", "*")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ONSETS = _set("b c d đ g h k l m n p q r s t v x ng ngh nh ch gh gi kh ph qu th tr")
_MAY_FOLLOW_A_LETTER = _set("an anh ăn ấn áp ảnh âm ở ô in ít ưu ứng ủy y ý yêu ông em án")


class Token(NamedTuple):
    """A piece of the text; `key` is the same for all spellings of a word, and the text itself for other pieces."""

    kind: str
    key: str
    start: int
    end: int
    capital: bool = False


def lex(text: str) -> list[Token]:
    """The tokens of `text`, in order. White space other than line ends is nothing."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = _KINDS[(match.lastindex or 1) - 1]
        piece, start, end = match[0], match.start(), match.end()
        if kind is WORD:
            tokens.extend(_words(tokens, text, piece, start, end))
        elif kind is LINE:
            if not _is_wrapped(tokens, text[end : end + 1]):
                tokens.append(Token(LINE, "\n", start, end))
        else:
            tokens.append(Token(kind, _DASHES.get(piece, piece), start, end))
    return tokens


def _is_wrapped(before: list[Token], following: str) -> bool:
    """Whether a line only breaks where the page ended: it goes on in small letters, and no mark stands before it."""
    return following.islower() and not (before and before[-1].key in (".", ";", ":"))


def keys(phrase: str) -> tuple[str, ...]:
    """The keys of the words of a phrase of the lexicon; marks stand for themselves. Nothing in it is to be mended."""
    words = phrase.split()
    if all(map(str.isalpha, words)):  # three times as fast as to lex it, for hundreds of them
        return tuple(_spelling(word)[0] for word in words)
    return tuple(token.key for token in lex(phrase))


@lru_cache(maxsize=4096)
def bare(key: str) -> str:
    """A key without any diacritic, for guessing at forgotten ones where the place leaves no doubt."""
    letters = unicodedata.normalize("NFD", key.rstrip("`'?~."))
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")


def _words(before: list[Token], text: str, piece: str, start: int, end: int) -> tuple[Token, ...]:
    """One word as it is, or mended: joined to the one before (which is taken away), or cut in two."""
    key, plain, joint = _spelling(piece)
    last = before[-1] if before else None
    if last and last.kind is WORD and _may_be_torn(plain, _spelling(text[last.start : last.end])[1]):
        whole = text[last.start : last.end] + piece
        if text[last.end : start].isspace() and is_syllable(_plain(whole)):
            before.pop()
            return (Token(WORD, _spelling(whole)[0], last.start, end, last.capital),)
    if joint:
        first, second = piece[:joint], piece[joint:]
        middle = start + joint
        head = Token(WORD, _spelling(first)[0], start, middle, piece[0].isupper())
        return head, Token(WORD, _spelling(second)[0], middle, end)
    return (Token(WORD, key, start, end, piece[0].isupper()),)


def _may_be_torn(plain: str, before: str) -> bool:
    if plain[0] in VOWELS:
        return plain not in _MAY_FOLLOW_A_LETTER if before in _ONSETS else is_torn_end(plain)
    return plain in _ONSETS and not is_syllable(before)


@lru_cache(maxsize=8192)
def _spelling(piece: str) -> tuple[str, str, int]:
    """Key, plain lower-case form, and where to cut a piece that is two syllables run together (0: nowhere)."""
    plain = _SHORT.get(_plain(piece), _plain(piece))
    letters, tone = [], ""
    for char in unicodedata.normalize("NFD", plain):
        if char in _TONES:
            tone = _TONES[char]
        else:
            letters.append(char)
    base = unicodedata.normalize("NFC", "".join(letters))
    if len(base) <= 3 and base[-1:] == "y" and base[:-1] in ("h", "k", "l", "m", "s", "t", "qu"):
        base = base[:-1] + "i"
    return base + tone, plain, _joint(piece, plain)


def _plain(piece: str) -> str:
    return unicodedata.normalize("NFC", piece.translate(_LETTERS).lower())


def _joint(piece: str, plain: str) -> int:
    if not 4 <= len(plain) <= 14 or plain.isascii() or is_syllable(plain):
        return 0
    cuts = []
    for i in range(2, len(piece) - 1):
        first, second = _plain(piece[:i]), _plain(piece[i:])
        if len(first) > 1 and len(second) > 1 and is_syllable(first) and is_syllable(second):
            cuts.append(i)
    return cuts[0] if len(cuts) == 1 else 0
