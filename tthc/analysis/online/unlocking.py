"""What to put right to open full services: what is one step away, and which fixes open the most.

A fix puts one criterion right wherever it stands in the way. A procedure opens when every criterion in its way is put
right, so fixes can open together what none opens alone. The best sequence is found exactly: with k criteria, among the
orders of k fixes, the one whose running totals add up to the most.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tthc.analysis.online.criteria import Criterion, Decider, Key
from tthc.analysis.online.verdict import Assessment
from tthc.domain.statistics import Dossiers, dossiers_of


@dataclass(frozen=True, slots=True)
class Gain:
    """What a number of procedures comes to, also in dossiers of a year where there are figures."""

    procedures: int
    dossiers: int | None

    def __add__(self, other: "Gain") -> "Gain":
        return self._combine(other, 1)

    def __sub__(self, other: "Gain") -> "Gain":
        return self._combine(other, -1)

    def _combine(self, other: "Gain", sign: int) -> "Gain":
        known = self.dossiers is not None and other.dossiers is not None
        dossiers = (self.dossiers or 0) + sign * (other.dossiers or 0) if known else None
        return Gain(self.procedures + sign * other.procedures, dossiers)


@dataclass(frozen=True, slots=True)
class Fix:
    """One criterion put right everywhere: what that opens by itself, and where it stands in the way at all."""

    criterion: Criterion
    alone: Gain
    in_the_way: Gain
    opened: tuple[Assessment, ...]  # one step away: nothing else stands in their way


@dataclass(frozen=True, slots=True)
class Step:
    """One fix of a sequence: what it opens after those before it, and what is open then in all."""

    criterion: Criterion
    opens: Gain
    total: Gain


def fixes(assessments: Iterable[Assessment], dossiers: Mapping[str, Dossiers] | None = None) -> tuple[Fix, ...]:
    """Every criterion that stands in some procedure's way, the one that opens the most first."""
    blocked = _blocked(assessments)
    criteria = {c.key: c for _, blockers in blocked for c in blockers}
    found = []
    for key, criterion in criteria.items():
        opened = tuple(a for a, blockers in blocked if {c.key for c in blockers} == {key})
        others = [a for a, blockers in blocked if key in {c.key for c in blockers}]
        found.append(Fix(criterion, _gain(opened, dossiers), _gain(others, dossiers), opened))
    order = list(Key)
    return tuple(
        sorted(found, key=lambda f: (-f.alone.procedures, -f.in_the_way.procedures, order.index(f.criterion.key)))
    )


def best_sequence(
    assessments: Iterable[Assessment],
    dossiers: Mapping[str, Dossiers] | None = None,
    *,
    by_dossiers: bool = False,
    decider: Decider | None = None,
) -> tuple[Step, ...]:
    """The order of fixes that opens services soonest: the sum of what is open after each step is the largest.

    By procedures, or by their dossiers; with `decider`, only of fixes that are his to decide. Ties go to the order of
    the criteria. Exact, in 2^k steps for k criteria.
    """
    blocked = [(a, b) for a, b in _blocked(assessments) if decider is None or {c.decides for c in b} == {decider}]
    criteria = {c.key: c for _, blockers in blocked for c in blockers}
    keys = [key for key in Key if key in criteria]
    waiting: dict[int, list[Assessment]] = {}  # by the set of fixes they wait for, as a bit mask
    for a, blockers in blocked:
        waiting.setdefault(sum(1 << keys.index(c.key) for c in blockers), []).append(a)
    gains = {mask: _gain(members, dossiers) for mask, members in waiting.items()}
    nothing = _gain([], dossiers)
    opened = [
        sum((gain for mask, gain in gains.items() if mask & ~done == 0), nothing) for done in range(1 << len(keys))
    ]
    order = _order(len(keys), [(gain.dossiers or 0) if by_dossiers else gain.procedures for gain in opened])
    steps = []
    done = 0
    for index in order:
        before, done = opened[done], done | 1 << index
        after = opened[done]
        steps.append(Step(criteria[keys[index]], after - before, after))
    return tuple(steps)


def _order(n: int, worth: list[int]) -> list[int]:
    """The order of n fixes whose running worth adds up to the most; `worth` of every set of fixes, as a bit mask."""
    best: list[tuple[int, int]] = [(0, -1)] * (1 << n)  # what follows a set adds up to, and the fix to go on with
    for done in range((1 << n) - 2, -1, -1):
        following = [(worth[done | 1 << i] + best[done | 1 << i][0], -i) for i in range(n) if not done >> i & 1]
        total, index = max(following)
        best[done] = (total, -index)
    order: list[int] = []
    done = 0
    while len(order) < n:
        order.append(best[done][1])
        done |= 1 << order[-1]
    return order


def _blocked(assessments: Iterable[Assessment]) -> list[tuple[Assessment, tuple[Criterion, ...]]]:
    return [(a, blockers) for a in assessments if (blockers := a.blockers)]


def _gain(assessments: Iterable[Assessment], dossiers: Mapping[str, Dossiers] | None) -> Gain:
    found = list(assessments)
    if dossiers is None:
        return Gain(len(found), None)
    rows = (dossiers_of(a.entry, dossiers) for a in found)
    return Gain(len(found), sum(row.received for row in rows if row))
