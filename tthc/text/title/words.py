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
    if len(words) == 1:
        return words[0].written or words[0].text
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
        self._root: _Node[T] = _Node()
        for phrase, meaning in meanings:
            node = self._root
            for i, word in enumerate(split(phrase)):
                branches = node.after_comma if word.before and i else node.after_space
                node = branches.setdefault(word.text, _Node())
            node.meaning = meaning if node.meaning is None else node.meaning

    def __contains__(self, first: str) -> bool:
        """Whether any phrase begins with this word."""
        return first in self._root.after_space

    def match(self, words: list[Word], start: int) -> tuple[int, T] | None:
        """How many words the longest phrase from `start` takes, and its meaning."""
        node = self._root.after_space.get(words[start].text)
        if node is None:
            return None
        found = None if node.meaning is None else (1, node.meaning)
        for at in range(start + 1, len(words)):
            text, before, _, _ = words[at]
            if not before:
                node = node.after_space.get(text) or node.after_comma.get(text)
            elif before == ",":
                node = node.after_comma.get(text)
            else:
                break
            if node is None:
                break
            if node.meaning is not None:
                found = (at - start + 1, node.meaning)
        return found

    def __iter__(self) -> Iterator[tuple[str, T | None]]:
        """Every word of the phrases, with what the phrase that ends in it means."""
        nodes = [self._root]
        while nodes:
            node = nodes.pop()
            for branches in (node.after_space, node.after_comma):
                for text, after in branches.items():
                    nodes.append(after)
                    yield text, after.meaning


class _Node(Generic[T]):
    """A place in the tree of phrases."""

    __slots__ = ("after_comma", "after_space", "meaning")

    def __init__(self) -> None:
        self.after_space: dict[str, _Node[T]] = {}
        self.after_comma: dict[str, _Node[T]] = {}
        self.meaning: T | None = None


def rewrite(words: list[Word], replacements: Phrases[tuple[Word, ...]]) -> list[Word]:
    """The words with every known phrase replaced; the new words remember what was written."""
    result: list[Word] = []
    i = 0
    while i < len(words):
        found = replacements.match(words, i) if words[i].text in replacements else None
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
