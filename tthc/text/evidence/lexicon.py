"""The words and the signs of `data/lexicon/evidence.yaml`, ready for matching."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from tthc.text.data import load
from tthc.text.evidence.words import Word, words

_CHOICE = re.compile(r"\(([^()]*)\)")
_GAP = re.compile(r"\.\.(\d+)$")


class Mark(NamedTuple):
    """A phrase of the lexicon in a text: its groups, and the first and last word (exclusive)."""

    groups: frozenset[str]
    start: int
    end: int


def has(marks: Iterable[Mark], group: str, span: range | None = None) -> bool:
    """Whether one of the marks is of this group, and begins in this part of the text."""
    return any(group in mark.groups and (span is None or mark.start in span) for mark in marks)


class Step(NamedTuple):
    """One group of a sign, and how many words may stand between it and the group before."""

    gap: int
    group: str


class Pattern(NamedTuple):
    """One way of saying something: groups in order."""

    kind: str
    steps: tuple[Step, ...]


@dataclass(slots=True)
class _Node:
    groups: frozenset[str] = frozenset()
    next: dict[str, "_Node"] = field(default_factory=dict)


class Lexicon:
    """Phrases by their words, the longest first; and the signs made of them."""

    def __init__(self, groups: Mapping[str, Iterable[str]], signs: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        for group, phrases in groups.items():
            for phrase in phrases:
                for spelling in expand(phrase):
                    self._add(spelling, group)
        patterns = [_pattern(kind, line) for kind, lines in signs.items() for line in lines]
        unknown = {step.group for pattern in patterns for step in pattern.steps} - set(groups)
        if unknown:
            raise ValueError(f"signs use groups that no words belong to: {sorted(unknown)}")
        self.patterns: dict[str, list[Pattern]] = {}  # by the group they begin with
        for pattern in patterns:
            self.patterns.setdefault(pattern.steps[0].group, []).append(pattern)

    def _add(self, phrase: str, group: str) -> None:
        node = self._root
        for word in words(phrase):
            node = node.next.setdefault(word.key, _Node())
        node.groups |= {group}

    def marks(self, text: tuple[Word, ...]) -> tuple[Mark, ...]:
        """The phrases in a text from left to right. A phrase within a longer one is not found; others may overlap."""
        found = []
        reached = 0
        first = self._root.next
        for start, word in enumerate(text):
            if word.key in first:
                mark = self._longest(text, start)
                if mark and mark.end > reached:
                    found.append(mark)
                    reached = mark.end
        return tuple(found)

    def _longest(self, text: tuple[Word, ...], start: int) -> Mark | None:
        node = self._root
        best = None
        for place in range(start, len(text)):
            following = node.next.get(text[place].key)
            if following is None:
                break
            node = following
            if node.groups:
                best = Mark(node.groups, start, place + 1)
        return best


@cache
def lexicon() -> Lexicon:
    """The packaged lexicon."""
    data = load("lexicon/evidence")
    return Lexicon(data["words"], data["signs"])


def expand(phrase: str) -> Iterator[str]:
    """Every spelling of a phrase with choices: "thực (địa|tế)" is "thực địa" and "thực tế". Choices may be nested."""
    inner = _CHOICE.search(phrase)
    if inner is None:
        if "(" in phrase or ")" in phrase or "|" in phrase:
            raise ValueError(f"a choice that does not close: {phrase}")
        yield " ".join(phrase.split())
        return
    for choice in inner[1].split("|"):
        yield from expand(phrase[: inner.start()] + choice + phrase[inner.end() :])


def _pattern(kind: str, line: str) -> Pattern:
    steps = []
    gap = 0
    for word in line.split():
        distance = _GAP.match(word)
        if distance:
            gap = int(distance[1])
        else:
            steps.append(Step(gap, word))
            gap = 0
    return Pattern(kind, tuple(steps))
