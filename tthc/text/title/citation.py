"""Legal instruments that a name cites: "theo Nghị định số …", "(áp dụng theo Luật …)"."""

from collections.abc import Iterator
from typing import NamedTuple

from tthc.text.title.lexicon import Kind, Lexicon
from tthc.text.title.words import Word

_LONGEST_LAW = 16  # words


class Citation(NamedTuple):
    """A stretch of words that cites instruments."""

    length: int  # words
    kind: Kind
    key: str  # the numbers of the instruments; a law may have none


def cited(words: list[Word], i: int, known: Lexicon) -> Citation | None:
    """The citation that begins at the word `i`, if it tells no scope.

    Nothing where the citation tells one: an article, a local instrument, the law of something else.
    """
    aside = words[i].before == "("
    opening = known.citing.match(words, i) or (known.aside_citing.match(words, i) if aside else None)
    if opening is None and not aside:
        return None
    at = i + (opening[0] if opening else 0)
    if at == len(words) or (opening and words[at].before):
        return None
    end = _end(words, at, known)
    if numbered := known.numbered.match(words, at):
        numbers = _numbers(words, at + numbered[0], end)
        is_local = any(number.endswith(known.local) for number in numbers)
        return Citation(end - i, numbered[1], " ".join(numbers)) if numbers and not is_local else None
    law = known.laws.match(words, at)
    longer = known.meanings.match(words, at)  # "luật sư"
    if law is None or end - at > _LONGEST_LAW or (longer and longer[0] > law[0]):
        return None
    title = set(_content(words[at + law[0] : end], known))
    if not title or not title <= {word.text for word in (*words[:i], *words[end:])}:
        return None  # the law of something else
    edition = " ".join(word.text for word in words[at:end] if word.text[0].isdigit() and len(word.text) > 1)
    return Citation(end - i, Kind.EDITION, edition)


def _end(words: list[Word], at: int, known: Lexicon) -> int:
    """Where a citation ends: with its part of the name, before a stop word, before a further act."""
    for end in range(at + 1, len(words)):
        word = words[end]
        if word.before in (";", "(", ")") or word.depth != words[at].depth or word.text in known.stops - {"theo"}:
            return end
        if word.before and known.acts.match(words, end):
            return end
        if " ".join(each.text for each in words[end : end + 2]) in known.stops:
            return end
    return len(words)


def _numbers(words: list[Word], at: int, end: int) -> list[str]:
    """The numbers of instruments, where the first one stands at once: "nghị định số 5/2020/nđ-cp"."""
    if at < end and words[at].text == "số":
        at += 1
    if at == end or not _is_number(words[at].text):
        return []
    return [word.text for word in words[at:end] if _is_number(word.text)]


def _is_number(text: str) -> bool:
    return text[0].isdigit() and "/" in text


def _content(title: list[Word], known: Lexicon) -> Iterator[str]:
    """The words of the title of a law that its object must have."""
    i = 0
    while i < len(title):
        found = known.meanings.match(title, i)
        length = found[0] if found else 1
        if found is None or found[1].kind not in (Kind.FILLER, Kind.GENERIC):
            texts = (word.text for word in title[i : i + length])
            yield from (text for text in texts if text not in known.of_laws and not text[0].isdigit())
        i += length
