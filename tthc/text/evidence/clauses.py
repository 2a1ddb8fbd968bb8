"""A text into clauses, each with its conditions and the headings it stands under."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tthc.text.evidence.conditions import Case, Limit, cases
from tthc.text.evidence.lexicon import Mark, has, lexicon
from tthc.text.evidence.words import Word, words

_LONGEST = 400  # words; a longer clause is cut, so that the work stays in step with the length of the text


@dataclass(frozen=True)
class Clause:
    """What stands between two full stops or semicolons."""

    text: str
    part: str  # of the record: steps, dossier, channels, ...
    headings: tuple["Clause", ...] = ()  # the outermost first

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words(self.text)[:_LONGEST]

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        return lexicon().marks(self.words)

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        return tuple(cases([word.key for word in self.words], self.marks))

    def has(self, group: str, span: range | None = None) -> bool:
        """Whether a phrase of this group stands in the clause, or begins in this part of it."""
        return has(self.marks, group, span)

    def limits(self, start: int, end: int) -> frozenset[Limit]:
        """The conditions that hold for these words: the clause's own, and those of its headings."""
        own = {c.limit for c in self.cases if any(p in r for p in (start, end - 1) for r in (c.reach, c.words))}
        above = {case.limit for heading in self.headings for case in heading.cases if case.governs_list}
        return frozenset(own | above)

    def quote(self, start: int, end: int) -> str:
        """The words as they stand in the text."""
        return self.text[self.words[start].start : self.words[end - 1].end]


_BULLET = re.compile(r"\s*(?:(\d+[.)]|\d+\.\d+\.?|[Bb]ước \d+\s*[:.]?)|([a-zđ]\)|[a-zđ]\.\d+\))|(\*)|([-–—•])|(\+))\s*")
_BREAK = re.compile(r"[.;](?=\s|$)|\s(?=[-+•]\s?[A-ZĐÀ-Ỹ])|(?<=[.;:,])\s?(?=\d{1,2}\.\s)")
_WRAPPED = re.compile(r"(?<=[^.;:\s])[ \t]{0,9}\n[ \t]{0,9}(?=[a-zà-ỹđ])(?![a-zđ]\))")


def clauses(text: str, part: str, heading: Clause | None = None) -> Iterator[Clause]:
    """The clauses of a text, in order. A line that ends with a colon is the heading of the deeper lines below it."""
    above: dict[int, Clause] = {}
    outer = (heading,) if heading else ()
    for line in _WRAPPED.sub(" ", text).split("\n"):
        depth = _depth(line)
        above = {d: clause for d, clause in above.items() if d < depth} if line.strip() else above
        headings = (*outer, *above.values())
        found = [Clause(piece, part, headings) for piece in _pieces(line)]
        yield from found
        if found and line.rstrip(" ]").endswith(":"):
            above[depth] = found[-1]


def _depth(line: str) -> int:
    """How deep a line stands, by its bullet: none, 1., a), *, -, +."""
    bullet = _BULLET.match(line)
    return (bullet.lastindex or 0) if bullet else 0


def _pieces(line: str) -> Iterable[str]:
    start = 0
    for found in _BREAK.finditer(line):
        yield from _worded(line[start : found.end()])
        start = found.end()
    yield from _worded(line[start:])


def _worded(piece: str) -> Iterator[str]:
    if any(c.isalpha() for c in piece):
        yield piece.strip()
