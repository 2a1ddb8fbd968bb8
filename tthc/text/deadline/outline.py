"""The order of a text: items (lines and bullets, one above another), sentences, clauses, brackets.

A clause is the stretch between full stops and semicolons. It holds atoms: known phrases, times, commas and colons, and
brackets with clauses of their own. Whatever no list knows is not kept, only its place shows between two atoms.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tthc.text.deadline.lexicon import ROOT, Tag
from tthc.text.deadline.numbers import Quantity
from tthc.text.deadline.tokens import LINE, MARK, NUMBER, WORD, Token, keys

_DEEPEST = 6  # brackets nested deeper are read as if they were not there
_MARKS = {",": Tag.COMMA, ":": Tag.COLON}
_BULLETS = frozenset("-+*")
_OPENS_ITEM = frozenset({Tag.COND, Tag.FOR, Tag.TIME, Tag.TOTAL, Tag.LIMIT, Tag.MATTER, Tag.EXCLUDE})
_MAY_BE_INCOMPLETE = frozenset({Tag.DOSSIER, Tag.FILED, Tag.INCOMPLETE})
_IF_ANY = frozenset(keys("có cần"))
_THERE_IS = keys("có")[0]
_ORGANISE = keys("tổ chức")
_NOUN_GOES_ON = frozenset(keys(", ; . : cá nhân và hoặc được phải có không nộp gửi đề đăng xin"))
_OF = frozenset(keys("cho của về theo từng những mỗi"))
_NOT = frozenset(keys("không chưa"))
_DOSSIER = keys("sơ")[0]
_COMPLETE = frozenset({Tag.THEN, Tag.MUST, Tag.QUANTITY, Tag.COLON, Tag.DECIDE})


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

    @property
    def has_quantity(self) -> bool:
        return any(atom.tag is Tag.QUANTITY for atom in self.atoms)


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
        titled = atoms and atoms[-1].tag is Tag.COLON
        if any(clause.has_quantity for clause in self.clauses) or not (titled or _opens_condition(atoms)):
            return Part(0, 0, ())
        return part(atoms, self.clauses[0].lo, self.clauses[-1].hi)


def _opens_condition(atoms: Sequence[Atom]) -> bool:
    return any(atom.tag in (Tag.COND, Tag.FOR) for atom in atoms)


def outline(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> list[Item]:
    """The items of the text in order."""
    return _Builder(tokens, quantities).build()


class _Builder:
    def __init__(self, tokens: Sequence[Token], quantities: Sequence[Quantity]) -> None:
        self.tokens = tokens
        self.quantities = {quantity.lo: quantity for quantity in quantities}
        self.starts = [quantity.lo for quantity in quantities] + [len(tokens)]
        self.times = [quantity.lo for quantity in quantities if not quantity.reason]
        self.lines = [at for at, token in enumerate(tokens) if token.kind is LINE]
        self.next_start = 0
        self.items: list[Item] = []
        self.sentence = 0
        self.open: list[tuple[Clause, int, list[Clause]]] = []  # outer clause, where its bracket opens, clauses inside

    def build(self) -> list[Item]:
        at = self.start_item(0)
        while at < len(self.tokens):
            at = self.step(at)
        self.close_clause(len(self.tokens))
        self.close_brackets(len(self.tokens))
        return self.items

    def step(self, at: int) -> int:
        token = self.tokens[at]
        quantity = self.quantities.get(at)
        if quantity:
            tag = Tag.LOOKALIKE if quantity.reason else Tag.QUANTITY
            self.clause.atoms.append(Atom(tag, at, quantity.hi, quantity))
            return quantity.hi
        if token.kind is LINE:
            return self.line(at)
        if token.kind is MARK:
            return self.mark(at, token.key)
        phrase = self.phrase(at)
        if phrase is None:
            return at + 1
        tag, end = phrase
        if tag in _OPENS_ITEM and self.forgot_full_stop(at, end):
            self.close_clause(at)
            self.sentence += 1
            self.start_clause(at)
        if tag is Tag.APPLICANT and self.is_verb(at, end):
            tag = Tag.STAGE
        if not self.is_stray(tag, at, end):
            self.clause.atoms.append(Atom(tag, at, end))
        return end

    def is_verb(self, at: int, end: int) -> bool:
        """ "thì tổ chức sát hạch", "Sở tổ chức thi": to organise, and no organisation."""
        before = self.clause.atoms[-1] if self.clause.atoms else None
        if before is None or before.hi < at or before.tag not in (Tag.THEN, Tag.MUST, Tag.AUTHORITY):
            return False
        return (self.key(at), self.key(at + 1)) == _ORGANISE and end == at + 2 and self.key(end) not in _NOUN_GOES_ON

    def forgot_full_stop(self, at: int, end: int) -> bool:
        """ "… chưa được cấp Giấy chứng nhận Đối với các xã …": a capital where nothing but a new sentence has one.

        Only if a time follows in the same line: "kể từ ngày nhận đủ hồ sơ Đối với trường hợp …" goes on.
        """
        before = self.tokens[at - 1] if at > self.clause.lo else None
        if not self.tokens[at].capital or end - at < 2 or before is None or before.kind is MARK:
            return False
        time, line = bisect_left(self.times, at), bisect_left(self.lines, at)
        if time == len(self.times):
            return False
        return line == len(self.lines) or self.times[time] < self.lines[line]

    def is_stray(self, tag: Tag, at: int, end: int) -> bool:
        """A phrase that does not mean what it can: "(nếu có)"; "không chính xác", but not of a dossier."""
        if tag is Tag.COND and end - at == 1:
            return self.key(at + 1) in _IF_ANY and (at + 2 >= len(self.tokens) or self.tokens[at + 2].kind is MARK)
        if tag is Tag.COND and self.key(at - 1) in _OF:
            return True
        if tag is Tag.REQUEST:
            return self.key(at - 1) in _NOT or (self.key(at - 1) == _THERE_IS and self.key(at - 2) in _NOT)
        if tag is not Tag.INCOMPLETE or any(self.key(i) == _DOSSIER for i in range(at, end)):
            return False
        for before in self.clause.atoms[-1:-5:-1]:
            if before.tag in _MAY_BE_INCOMPLETE or (before.tag is Tag.COND and at - before.hi <= 2):
                return False
        return True

    def phrase(self, at: int) -> tuple[Tag, int] | None:
        """The longest known phrase here; it may not run into a time."""
        while self.starts[self.next_start] < at:
            self.next_start += 1
        limit = self.starts[self.next_start]
        first, node, found = at, ROOT, None
        while at < limit and (step := node.next.get(self.tokens[at].key)):
            node, at = step, at + 1
            if node.tag:
                found = node.tag, at
        if found and found[0] is Tag.OFFICE:
            return (Tag.AUTHORITY, found[1]) if self.tokens[first].capital else None
        return found

    def mark(self, at: int, key: str) -> int:
        if key == "(" and len(self.open) < _DEEPEST:
            self.open.append((self.clause, at, []))
            self.start_clause(at + 1)
        elif key == ")" and self.open:
            self.close_clause(at)
            self.close_bracket(at + 1)
        elif key == ";" and not self.is_open_condition():
            self.close_clause(at)
            self.start_clause(at + 1)
        elif key in (".", "…") and self.ends_sentence(at):
            self.close_clause(at)
            self.sentence += 1
            bullet = None if self.open else self.bullet(at + 1)
            if bullet:
                return self.start_item(at + 1)
            self.start_clause(at + 1)
        elif key == "-" and at + 1 in self.quantities and self.is_untimed_label(at):
            self.clause.atoms.append(Atom(Tag.COLON, at, at + 1))
        elif key in _BULLETS and not self.open and self.is_inline_bullet(at):
            self.close_clause(at)
            return self.start_item(at)
        elif key in _MARKS or key == ";":
            self.clause.atoms.append(Atom(_MARKS.get(key, Tag.COMMA), at, at + 1))
        return at + 1

    def line(self, at: int) -> int:
        """A line end ends the item, unless it only follows a heading's colon."""
        atoms = self.clause.atoms
        if atoms and atoms[-1].tag is Tag.COLON and atoms[-1].hi == at and not self.bullet(at + 1):
            return at + 1
        self.close_clause(at)
        self.close_brackets(at)
        return self.start_item(at + 1)

    def start_item(self, at: int) -> int:
        bullet = self.bullet(at) or ("", at)
        chain = [*self.items[-1].above, self.items[-1]] if self.items else []
        kinds = [item.bullet for item in chain]
        if bullet[0] in kinds:
            chain = chain[: kinds.index(bullet[0])]
        elif not bullet[0]:
            chain = []
        self.items.append(Item(bullet[0], tuple(chain)))
        self.sentence += 1
        self.start_clause(bullet[1])
        return bullet[1]

    def bullet(self, at: int) -> tuple[str, int] | None:
        """What kind of bullet stands here, and where it ends: -, +, ++, a), 1., (i), b.1)."""
        end = at
        while self.key(end) in _BULLETS and end - at < 3:
            end += 1
        if end > at:
            return "".join(self.key(i) for i in range(at, end)), end
        opened = self.key(at) == "("
        end = at + opened
        if end >= len(self.tokens) or end in self.quantities:
            return None
        token = self.tokens[end]
        if token.kind not in (WORD, NUMBER) or token.end - token.start > 3:
            return None
        kind = "1" if token.kind is NUMBER else "i" if set(token.key) <= set("ivx") and opened else "a"
        if self.key(end + 1) == ".":
            if kind != "1" and self.key(end + 3) not in (")", "."):
                return None
            if self.key(end + 2).isdecimal() and self.key(end + 3) in (")", "."):
                return kind + ".1", end + 4
            return (kind, end + 2) if kind == "1" else None
        return (kind + ")", end + 2) if self.key(end + 1) == ")" else None

    def is_untimed_label(self, at: int) -> bool:
        """ "cấp mới - 10 ngày": the dash does what a colon does."""
        return self.clause.lo < at and not self.clause.has_quantity and self.tokens[at - 1].kind is not MARK

    def is_inline_bullet(self, at: int) -> bool:
        """A dash that begins something new: after a closing sign, or before a time or the head of a condition."""
        if at + 1 >= len(self.tokens):
            return False
        if at > 0 and self.tokens[at - 1].key in (")", ":", ";", "…"):
            return self.tokens[at + 1].kind is not NUMBER or at + 1 in self.quantities
        if self.tokens[at].start == self.tokens[at - 1].end:
            return False
        if at + 1 in self.quantities:
            return True
        phrase = self.phrase(at + 1)
        return phrase is not None and phrase[0] in _OPENS_ITEM

    def ends_sentence(self, at: int) -> bool:
        """A full stop, not the dot of an abbreviation or of a number."""
        if at + 1 == len(self.tokens):
            return True
        following = self.tokens[at + 1]
        return following.kind is not WORD or following.start > self.tokens[at].end

    def is_open_condition(self) -> bool:
        """Whether the clause so far is a condition that has not come to its point: "đối với xã đảo; vùng sâu; …"."""
        atoms = self.clause.atoms
        return bool(atoms) and atoms[0].tag in (Tag.COND, Tag.FOR) and not any(atom.tag in _COMPLETE for atom in atoms)

    def start_clause(self, at: int) -> None:
        self.clause = Clause(at, at, self.items[-1], self.sentence)

    def close_clause(self, at: int) -> None:
        self.clause.hi = at
        if at > self.clause.lo:
            clauses = self.open[-1][2] if self.open else self.items[-1].clauses
            clauses.append(self.clause)

    def close_bracket(self, at: int) -> None:
        outer, lo, inside = self.open.pop()
        outer.atoms.append(Atom(Tag.BRACKET, lo, at, None, tuple(inside)))
        self.clause = outer

    def close_brackets(self, at: int) -> None:
        while self.open:
            self.close_bracket(at)
            self.close_clause(at)

    def key(self, at: int) -> str:
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""


def clauses_of(items: Sequence[Item]) -> Iterator[Clause]:
    """Every clause outside brackets, in order."""
    for item in items:
        yield from item.clauses
