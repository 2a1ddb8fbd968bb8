"""What the outline of a text is made of: items with clauses, clauses with atoms, brackets with clauses of their own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.times import Quantity

CONDITIONS = frozenset({Tag.COND, Tag.FOR})
# With one of these a condition has come to its point; without, it may go on behind a semicolon.
_POINT = frozenset({Tag.THEN, Tag.MUST, Tag.QUANTITY, Tag.COLON, Tag.DECIDE})


class Atom(NamedTuple):
    """A known phrase, a sign, a time or a bracket, with its token positions."""

    tag: Tag
    lo: int
    hi: int
    quantity: Quantity | None = None
    inside: "tuple[Clause, ...]" = ()


class Part(NamedTuple):
    """A stretch of tokens and the atoms in it."""

    lo: int
    hi: int
    atoms: tuple[Atom, ...]

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The tags of the atoms, in order."""
        return tuple(atom.tag for atom in self.atoms)

    def has(self, *tags: Tag) -> bool:
        """Whether one of these tags is in it."""
        return any(atom.tag in tags for atom in self.atoms)


NOWHERE = Part(0, 0, ())


def part(atoms: Iterable[Atom], lo: int, hi: int) -> Part:
    """These atoms as a part of the text."""
    return Part(lo, hi, tuple(atoms))


@dataclass(slots=True, eq=False)
class Clause:
    """Atoms in order; `lo` and `hi` are token positions, `sentence` counts the sentences of the whole text."""

    lo: int
    hi: int
    item: "Item"
    sentence: int
    atoms: list[Atom] = field(default_factory=list)
    has_time: bool = False
    has_point: bool = False

    def add(self, atom: Atom) -> None:
        """Append an atom."""
        self.atoms.append(atom)
        self.has_time = self.has_time or atom.tag is Tag.QUANTITY
        self.has_point = self.has_point or atom.tag in _POINT

    @property
    def is_open_condition(self) -> bool:
        """Whether it is a condition that has not come to its point: "đối với xã đảo; vùng sâu; …"."""
        return bool(self.atoms) and self.atoms[0].tag in CONDITIONS and not self.has_point


@dataclass(slots=True, eq=False)
class Item:
    """A line, a bullet or a part of a line behind a bullet, under the items it belongs to."""

    bullet: str
    above: "tuple[Item, ...]"
    clauses: list[Clause] = field(default_factory=list)
    _heading: Part | None = None

    @property
    def heading(self) -> Part:
        """What it says to the items below it: a condition, or a title with a colon; nothing if it holds a time."""
        if self._heading is None:
            self._heading = self._as_heading()
        return self._heading

    def _as_heading(self) -> Part:
        atoms = [atom for clause in self.clauses for atom in clause.atoms]
        titled = bool(atoms) and atoms[-1].tag is Tag.COLON
        conditioned = any(atom.tag in CONDITIONS for atom in atoms)
        if any(clause.has_time for clause in self.clauses) or not (titled or conditioned):
            return NOWHERE
        return part(atoms, self.clauses[0].lo, self.clauses[-1].hi)


def clauses_of(items: Sequence[Item]) -> Iterator[Clause]:
    """Every clause outside brackets, in order."""
    for item in items:
        yield from item.clauses
