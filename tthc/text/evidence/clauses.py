"""A text into clauses, each with its conditions and the headings it stands under."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

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
    def parsed(self) -> "Parsed":
        return _parsed(self.text)

    @property
    def words(self) -> tuple[Word, ...]:
        return self.parsed.words

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self.parsed.marks

    @property
    def cases(self) -> tuple[Case, ...]:
        return self.parsed.cases

    @property
    def groups(self) -> frozenset[str]:
        """The groups of all phrases in it."""
        return self.parsed.groups

    def has(self, group: str, span: range | None = None) -> bool:
        """Whether a phrase of this group stands in the clause, or begins in this part of it."""
        return group in self.groups and (span is None or has(self.marks, group, span))

    def limits(self, start: int, end: int) -> frozenset[Limit]:
        """The conditions that hold for these words: the clause's own, and those of its headings."""
        last = end - 1
        own = {
            case.limit
            for case in self.cases
            if start in case.reach or last in case.reach or start in case.words or last in case.words
        }
        above = {case.limit for heading in self.headings for case in heading.cases if case.governs_list}
        return frozenset(own | above)

    def quote(self, start: int, end: int) -> str:
        """The words as they stand in the text."""
        return self.text[self.words[start].start : self.words[end - 1].end]


class Parsed(NamedTuple):
    """What is found in the text of a clause."""

    words: tuple[Word, ...]
    marks: tuple[Mark, ...]
    cases: tuple[Case, ...]
    groups: frozenset[str]


@lru_cache(maxsize=20_000)
def _parsed(text: str) -> Parsed:
    """Procedures say much in the same words: each clause is parsed once."""
    found = words(text)[:_LONGEST]
    marks = lexicon().marks(found)
    return Parsed(
        words=found,
        marks=marks,
        cases=tuple(cases([word.key for word in found], marks)),
        groups=frozenset().union(*(mark.groups for mark in marks)),
    )


_BULLET = re.compile(r"\s*(?:(\d+[.)]|\d+\.\d+\.?|[Bb]ước \d+\s*[:.]?)|([a-zđ]\)|[a-zđ]\.\d+\))|(\*)|([-–—•])|(\+))\s*")
# The second halves of names with a dash, which is no bullet: "Sở Lao động - Thương binh và Xã hội", "NĐ - CP".
_NAMED = (
    r"Thương binh|Khen thưởng|Xã hội|Hộ tịch|Kỹ thuật|Hạ tầng|Đô thị|Thể thao|Thông tin và|Truyền thông|Du lịch"
    r"|Công nghiệp|Môi trường|Hành chính|Hướng nghiệp|Kế hoạch hóa|CP\b|TTg\b|TT\d"
)
_BREAK = re.compile(rf"[.;](?=\s|$)|\s(?=[-+•]\s?(?!{_NAMED})[A-ZĐÀ-Ỹ])|(?<=[.;:,])\s?(?=\d{{1,2}}\.\s)")
_CASE = re.compile(r"\W*(?:\d+[.)]|[a-zđ]\))?\s*(?:đối với|(?:trong )?(?:các )?trường hợp|nếu|khi)\b", re.IGNORECASE)
_THEN = re.compile(r"\bthì\b", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]{1,200}\)")
_COLON = re.compile(r"[^;]*:(?=\s)")
_CLAUSE = re.compile(r"[^.]{0,600}?(?=[.:]|\bthì\b|$)(?:thì)?")
_WRAPPED = re.compile(r"(?<=[^.;:\s])[ \t]{0,9}\n[ \t]{0,9}(?=[a-zà-ỹđ])(?![a-zđ]\))")


def clauses(text: str, part: str, heading: Clause | None = None) -> Iterator[Clause]:
    """The clauses of a text, in order. A line that ends with a colon is the heading of the deeper lines below it."""
    above: dict[int, Clause] = {}
    outer = (heading,) if heading else ()
    for line in _WRAPPED.sub(" ", text).split("\n"):
        depth = _depth(line)
        above = {d: clause for d, clause in above.items() if d < depth} if line.strip() else above
        found = list(_within(line, part, (*outer, *above.values())))
        yield from found
        if found and line.rstrip(" ]").endswith(":"):
            above[depth] = found[-1]


def _within(line: str, part: str, headings: tuple[Clause, ...]) -> Iterator[Clause]:
    """The clauses of a line. What stands before a colon is a heading up to the full stop, or the next case."""
    opening: tuple[Clause, ...] = ()
    for piece in _pieces(line):
        opening = () if _CASE.match(piece) else opening
        if not opening and piece.endswith(";") and (colon := _COLON.match(piece)):
            opening = (Clause(colon[0], part, headings),)
        yield Clause(piece, part, (*headings, *opening))
        opening = opening if piece.endswith(";") else ()


def _depth(line: str) -> int:
    """How deep a line stands, by its bullet: none, 1., a), *, -, +."""
    bullet = _BULLET.match(line)
    return (bullet.lastindex or 0) if bullet else 0


def _pieces(line: str) -> Iterable[str]:
    start = 0
    bracketed = {place for found in _BRACKET.finditer(line) for place in range(found.start(), found.end())}
    for found in _BREAK.finditer(line):
        if found.start() not in bracketed and not _is_open(line[start : found.end()], line[found.end() :]):
            yield from _worded(line[start : found.end()])
            start = found.end()
    yield from _worded(line[start:])


def _is_open(piece: str, rest: str) -> bool:
    """Whether a semicolon stands within a condition: "trường hợp a; b hoặc c thì ..."."""
    if not piece.endswith(";") or not _CASE.match(piece) or _THEN.search(piece):
        return False
    following = _CLAUSE.match(rest)
    return bool(following and _THEN.search(following[0]) and not _CASE.match(following[0]))


def _worded(piece: str) -> Iterator[str]:
    if any(c.isalpha() for c in piece):
        yield piece.strip()
