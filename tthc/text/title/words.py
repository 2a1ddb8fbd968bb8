"""A name as words, each with what stands before it, and tables of known phrases."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_TOKEN = re.compile(r"\d+/\d{4}/[^\W_][\w-]*|\d+(?:[.,]\d+)*|[^\W\d_]+\d*|[^\w\s]")
_DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
# what joins the members of a list; which one is written says nothing
_LISTING = frozenset((",", "/", "&", "+", ":", "và", "hoặc", "hay"))


class Word(NamedTuple):
    """One word. `before` is what separates it from the word before: nothing, "," (any listing), ";", "(" or ")"."""

    text: str
    before: str = ""
    depth: int = 0  # how many brackets are open
    written: str = ""  # as it stands in the normalised name, where that is not `text`


def split(text: str) -> list[Word]:
    """The words of a normalised text; numbers and dates in one form, punctuation kept only as separation."""
    words: list[Word] = []
    before, depth = "", 0
    for token in _TOKEN.findall(_DATE.sub(r"\1 tháng \2 năm \3", text)):
        if token in _LISTING:
            before = before or ","
        elif token[0].isalnum():
            words.append(Word(_number(token) if token[0].isdigit() else token, before, depth))
            before = ""
        elif token == ";":
            before = ";"
        elif token in "([":
            depth, before = depth + 1, "("
        elif token in ")]":
            depth, before = max(depth - 1, 0), ")"
    return words


def _number(token: str) -> str:
    """01 → 1, 5.000 → 5000."""
    if _THOUSANDS.fullmatch(token):
        token = token.replace(".", "")
    return token.lstrip("0") or "0"


def written(words: list[Word]) -> str:
    """The words as the name has them; what one abbreviation stood for is written once."""
    texts: list[str] = []
    for word in words:
        if not (word.written and texts and texts[-1] == word.written):
            texts.append(word.written or word.text)
    return " ".join(texts)


class Phrases(Generic[T]):
    """Known phrases and what they mean; the longest one that begins at a word is found.

    A comma in a phrase may be missing in the text; where the phrase has none, the text must have none.
    """

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        """An earlier phrase wins over a later one of the same words."""
        self._by_first: dict[str, list[tuple[int, tuple[tuple[str, str], ...], T]]] = {}
        known: set[tuple[str, ...]] = set()
        for phrase, meaning in meanings:
            words = split(phrase)
            key = tuple(word.text for word in words)
            if key not in known:
                known.add(key)
                rest = tuple((word.text, word.before) for word in words[1:])
                self._by_first.setdefault(key[0], []).append((len(key), rest, meaning))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -entry[0])

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every single word of the phrases."""
        rests = (word for entries in self._by_first.values() for _, rest, _ in entries for word, _ in rest)
        return frozenset(self._by_first) | frozenset(rests)

    @property
    def meanings(self) -> Iterator[T]:
        """What the phrases mean, once for each phrase."""
        return (meaning for entries in self._by_first.values() for _, _, meaning in entries)

    def match(self, words: list[Word], start: int) -> tuple[int, T] | None:
        """How many words the longest phrase from `start` takes, and its meaning."""
        entries = self._by_first.get(words[start].text)
        if entries is None:
            return None
        room = len(words) - start
        for length, rest, meaning in entries:
            if length > room:
                continue
            at = start
            for text, comma in rest:
                at += 1
                word = words[at]
                if word.text != text or (word.before and word.before != comma):
                    break
            else:
                return length, meaning
        return None


def rewrite(words: list[Word], replacements: Phrases[tuple[Word, ...]]) -> list[Word]:
    """The words with every known phrase replaced; the new words remember what was written."""
    result: list[Word] = []
    i = 0
    while i < len(words):
        found = replacements.match(words, i)
        if found is None:
            result.append(words[i])
            i += 1
            continue
        length, new = found
        _, before, depth, _ = words[i]
        original = written(words[i : i + length])
        result.append(Word(new[0].text, before, depth, original))
        result.extend(Word(word.text, word.before, depth, original) for word in new[1:])
        i += length
    return result
