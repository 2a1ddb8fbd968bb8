"""The name of a procedure, taken apart: which act on which object, at which level, in which case."""

import re

from tthc.text.normalise import normalise
from tthc.text.title.body import Body
from tthc.text.title.head import read_head
from tthc.text.title.lexicon import lexicon
from tthc.text.title.term import Title
from tthc.text.title.words import Word, rewrite, split

_CODE = re.compile(r"\(?([1-9]\.\d{6})(?:\.\d{3}\.\d{2}\.\d{2})?(?:\.[hg]\d{2})?\)?(?![\d.])[\s.:)-]*")
_CUT = re.compile(r"(?:\.\.+|…)[\s\"'”)]*\Z")
_PASTED = 6  # words; so long a stretch is not repeated in order to say something


def parse(name: str) -> Title:
    """Take the name of a procedure apart."""
    known = lexicon()
    text = normalise(name)
    glued = _CODE.match(text)
    if glued:
        text = text[glued.end() :]
    words = _once(rewrite(split(text), known.replacements))
    start = 0
    while start < len(words) and (opening := known.openings.match(words, start)):
        start += opening[0]
    acts, start = read_head(words, start, known)
    body = Body(words, known)
    body.read(start)
    needless = frozenset().union(*(known.needless.get(act.key, ()) for act in acts))
    return Title(
        text=text,
        code=glued[1] if glued else "",
        cut=bool(_CUT.search(name)),
        acts=acts,
        terms=tuple(term for term in body.terms.values() if term.key not in needless or term.case),
        levels=frozenset(body.levels),
        level_words=tuple(body.level_words),
        authority=frozenset(body.authority),
    )


def _once(words: list[Word]) -> list[Word]:
    """Without stretches that stand twice: an accident of pasting, or a long name of a paper named again."""
    texts = [word.text for word in words]
    if len(texts) - len(set(texts)) < _PASTED:
        return words
    seen: set[str] = set()
    repeated: set[int] = set()
    for i in range(len(words) - _PASTED + 1):
        stretch = " ".join(texts[i : i + _PASTED])
        if stretch in seen:
            repeated.update(range(i, i + _PASTED))
        seen.add(stretch)
    return [word for i, word in enumerate(words) if i not in repeated] if repeated else words
