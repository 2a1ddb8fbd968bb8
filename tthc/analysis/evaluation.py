"""How right the program is on labelled data, with intervals: a rate from few cases says little, and shows it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tthc.analysis.duplicates.relation import Relation
from tthc.domain.deadline import Case, Deadline, Kind, Unit
from tthc.domain.rounding import mean, ratio

_Z = Fraction(196, 100)  # of a normal distribution: 95 % of cases lie within


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, with the interval (Wilson, 95 %) in which the true rate lies; None of none."""

    part: int
    whole: int

    @property
    def rate(self) -> Fraction | None:
        return ratio(self.part, self.whole)

    @property
    def interval(self) -> tuple[Fraction, Fraction] | None:
        """The Wilson score interval: sensible also near 0 and 1 and for few cases."""
        if not self.whole:
            return None
        n, rate, square = self.whole, Fraction(self.part, self.whole), _Z * _Z
        root = _square_root(rate * (1 - rate) / n + square / (4 * n * n))
        middle, spread, scale = rate + square / (2 * n), _Z * root, 1 + square / n
        return max(Fraction(0), (middle - spread) / scale), min(Fraction(1), (middle + spread) / scale)


def _square_root(value: Fraction) -> Fraction:
    return Fraction((Decimal(value.numerator) / Decimal(value.denominator)).sqrt())


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of one relation."""

    precision: Share
    recall: Share

    @property
    def f1(self) -> Fraction | None:
        """The harmonic mean of both."""
        return ratio(2 * self.precision.part, self.precision.whole + self.recall.whole)


@dataclass(frozen=True, slots=True)
class BCubed:
    """How well groups agree, from the view of each procedure: of its group, of what belongs together with it."""

    n: int
    precision: Fraction
    recall: Fraction

    @property
    def f1(self) -> Fraction | None:
        return ratio(2 * self.precision * self.recall, self.precision + self.recall)


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """A pair whose relation is known; `a` and `b` name the two records, and equal names are one record."""

    a: str
    b: str
    truth: Relation
    found: Relation


@dataclass(frozen=True, slots=True)
class PairResult:
    """Relations found against relations known."""

    confusion: Mapping[tuple[Relation, Relation], int]  # (known, found)
    groups: BCubed

    @property
    def accuracy(self) -> Share:
        """Of all pairs, those with the right relation."""
        return Share(sum(n for (truth, found), n in self.confusion.items() if truth is found), self.n)

    @property
    def n(self) -> int:
        """How many pairs."""
        return sum(self.confusion.values())

    def score(self, relation: Relation) -> Score:
        """Precision and recall of one relation against all others."""
        right = self.confusion.get((relation, relation), 0)
        found = sum(n for (_truth, found), n in self.confusion.items() if found is relation)
        known = sum(n for (truth, _found), n in self.confusion.items() if truth is relation)
        return Score(Share(right, found), Share(right, known))

    @property
    def macro_f1(self) -> Fraction | None:
        """The mean F1 of the relations that the labels have."""
        present = {truth for truth, _found in self.confusion}
        return mean([self.score(relation).f1 or Fraction(0) for relation in Relation if relation in present])


def of_pairs(pairs: Sequence[LabelledPair]) -> PairResult:
    """Compare what was found with what is known."""
    known = _components(pairs, ((p.a, p.b) for p in pairs if p.truth is Relation.DUPLICATE))
    found = _components(pairs, ((p.a, p.b) for p in pairs if p.found is Relation.DUPLICATE))
    return PairResult(Counter((pair.truth, pair.found) for pair in pairs), _b_cubed(known, found))


def _components(pairs: Iterable[LabelledPair], links: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Each record with all that it is linked to, over any number of steps."""
    groups = {name: [name] for pair in pairs for name in (pair.a, pair.b)}
    for a, b in links:
        left, right = groups[a], groups[b]
        if left is not right:
            left.extend(right)
            groups.update(dict.fromkeys(right, left))
    whole = {id(group): frozenset(group) for group in groups.values()}
    return {name: whole[id(group)] for name, group in groups.items()}


def _b_cubed(known: Mapping[str, frozenset[str]], found: Mapping[str, frozenset[str]]) -> BCubed:
    common = {name: len(known[name] & found[name]) for name in known}
    precision = mean([Fraction(common[name], len(found[name])) for name in known])
    recall = mean([Fraction(common[name], len(known[name])) for name in known])
    return BCubed(len(known), precision or Fraction(0), recall or Fraction(0))


@dataclass(frozen=True, slots=True)
class LabelledDeadline:
    """A deadline text whose meaning is known."""

    truth: Deadline
    found: Deadline
    difficulty: str = ""


def of_deadlines(deadlines: Iterable[LabelledDeadline]) -> dict[str, Share]:
    """The texts understood exactly, by difficulty: all durations with unit and kind, the ordinary one, all steps."""
    right: dict[str, list[bool]] = defaultdict(list)
    for deadline in deadlines:
        right[deadline.difficulty].append(_meaning(deadline.truth) == _meaning(deadline.found))
    return {difficulty: Share(sum(found), len(found)) for difficulty, found in sorted(right.items())}


def _meaning(deadline: Deadline) -> object:
    ordinary = deadline.headline_case
    return (
        deadline.kind,
        frozenset(map(_amount, deadline.cases)),
        sorted((step.maximum, step.unit) for step in deadline.steps) if deadline.kind is Kind.STEPS else None,
        _amount(ordinary)[1:3] if ordinary else None,
    )


def _amount(case: Case) -> tuple[Decimal | None, Decimal, Unit | None, bool]:
    """The duration of a case; minutes as hours, and a range from an amount to itself as that amount."""
    scale, unit = (60, Unit.HOUR) if case.unit is Unit.MINUTE else (1, case.unit)
    least = None if case.minimum in (None, case.maximum) else case.minimum
    return least / scale if least is not None else None, case.maximum / scale, unit, case.extra
