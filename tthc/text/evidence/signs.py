"""Signs in clauses: what is said, unless it is denied, and under which conditions."""

from collections.abc import Iterator
from dataclasses import dataclass

from tthc.text.evidence.clauses import Clause
from tthc.text.evidence.conditions import Limit
from tthc.text.evidence.lexicon import Mark, Pattern, lexicon

_REACH = 7  # words between "không phải" and what it denies
_NEAR = 1  # words between a bare "không" and what it denies
_ENDS = frozenset({"then", "but", "duty"})  # where the reach of a negation ends
_TO_WHOM = frozenset({"cho", "với", "của", "tới", "đến", "về"})


@dataclass(frozen=True, slots=True)
class Sign:
    """Something said in a clause."""

    kind: str
    groups: tuple[str, ...]
    clause: Clause
    start: int
    end: int
    limits: frozenset[Limit]

    @property
    def quote(self) -> str:
        return self.clause.quote(self.start, self.end)


def signs(clause: Clause) -> Iterator[Sign]:
    """The signs of a clause that are not denied."""
    for pattern, marks in _matches(clause):
        if not any(denied(clause, mark.start) for mark in marks):
            start, end = marks[0].start, max(mark.end for mark in marks)
            groups = tuple(step.group for step in pattern.steps)
            yield Sign(pattern.kind, groups, clause, start, end, clause.limits(start, end))


def denied(clause: Clause, place: int) -> bool:
    """Whether a negation reaches these words: "không phải nộp, xuất trình bản chính", "không có mặt"."""
    for mark in reversed(clause.marks):
        if mark.start >= place:
            continue
        distance = place - mark.end
        if distance > _REACH or mark.groups & _ENDS:
            return False
        if "not" in mark.groups or ("no" in mark.groups and distance <= _NEAR):
            return True
    return False


def actor(clause: Clause, place: int) -> str:
    """Who acts at this place: "party", "agency", or nobody named. Whom something is done for or with does not act."""
    for mark in reversed(clause.marks):
        if mark.start >= place or "organise" in mark.groups:  # "tổ chức" is also a verb
            continue
        if mark.start == 0 or clause.words[mark.start - 1].key not in _TO_WHOM:
            for group in ("party", "agency"):
                if group in mark.groups:
                    return group
    return ""


def _matches(clause: Clause) -> Iterator[tuple[Pattern, tuple[Mark, ...]]]:
    patterns = lexicon().patterns
    for index, mark in enumerate(clause.marks):
        for group in sorted(patterns.keys() & mark.groups):
            for pattern in patterns[group]:
                rest = _rest(clause.marks, index, pattern)
                if rest is not None:
                    yield pattern, (mark, *rest)


def _rest(marks: tuple[Mark, ...], index: int, pattern: Pattern) -> list[Mark] | None:
    """The nearest marks after this one that complete the pattern."""
    found: list[Mark] = []
    for step in pattern.steps[1:]:
        end = marks[index].end
        index += 1
        while index < len(marks) and marks[index].start - end <= step.gap and step.group not in marks[index].groups:
            index += 1
        if index >= len(marks) or marks[index].start - end > step.gap:
            return None
        found.append(marks[index])
    return found
