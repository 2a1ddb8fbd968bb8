"""The order of a text: items (lines and bullets, one above another), sentences, clauses, brackets.

A clause is the stretch between full stops and semicolons. It holds atoms: known phrases, times, commas and colons, and
brackets with clauses of their own. Whatever no list knows is not kept, only its place shows between two atoms.
"""

from bisect import bisect_left
from collections.abc import Sequence

from tthc.text.deadline.bullets import DASHES, bullet
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.phrases import Phrases
from tthc.text.deadline.times import Quantity
from tthc.text.deadline.tokens import LINE, MARK, NUMBER, WORD, Token
from tthc.text.deadline.tree import Atom, Clause, Item

_DEEPEST = 6  # brackets nested deeper are read as if they were not there
_SIGNS = {",": Tag.COMMA, ":": Tag.COLON, ";": Tag.COMMA}
_OPENS_ITEM = frozenset({Tag.COND, Tag.FOR, Tag.TIME, Tag.TOTAL, Tag.LIMIT, Tag.MATTER, Tag.EXCLUDE})


def outline(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> list[Item]:
    """The items of the text in order."""
    return _Builder(tokens, quantities).build()


class _Builder:
    """Goes through the tokens once. Each step takes a token position and gives the next one."""

    def __init__(self, tokens: Sequence[Token], quantities: Sequence[Quantity]) -> None:
        self.tokens = tokens
        self.phrases = Phrases(tokens)
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
            self.clause.add(Atom(tag, at, quantity.hi, quantity))
            return quantity.hi
        if token.kind is LINE:
            return self.line(at)
        if token.kind is MARK:
            return self.mark(at, token.key)
        return self.words(at)

    def words(self, at: int) -> int:
        found = self.phrase(at)
        if found is None:
            return at + 1
        tag, end = found
        if tag in _OPENS_ITEM and self.forgot_full_stop(at, end):
            self.end_sentence(at)
            self.start_clause(at)
        meant = self.phrases.meant(tag, at, end, self.clause.atoms)
        if meant:
            self.clause.add(Atom(meant, at, end))
        return end

    def phrase(self, at: int) -> tuple[Tag, int] | None:
        """The longest known phrase here; it may not run into a time."""
        while self.starts[self.next_start] < at:
            self.next_start += 1
        return self.phrases.longest(at, self.starts[self.next_start])

    def forgot_full_stop(self, at: int, end: int) -> bool:
        """ "… chưa được cấp Giấy chứng nhận Đối với các xã …": a capital where nothing but a new sentence has one.

        Only if a time follows in the same line: "kể từ ngày nhận đủ hồ sơ Đối với trường hợp …" goes on.
        """
        before = self.tokens[at - 1] if at > self.clause.lo else None
        if not self.tokens[at].capital or end - at < 2 or before is None or before.kind is MARK:
            return False
        if before.capital or self.clause.is_open_condition:  # a text in capitals, or a condition that goes on
            return False
        time, line = bisect_left(self.times, at), bisect_left(self.lines, at)
        if time == len(self.times):
            return False
        return line == len(self.lines) or self.times[time] < self.lines[line]

    def mark(self, at: int, key: str) -> int:
        if key == "(" and len(self.open) < _DEEPEST:
            self.open.append((self.clause, at, []))
            self.start_clause(at + 1)
        elif key == ")" and self.open:
            self.close_clause(at)
            self.close_bracket(at + 1)
        elif key == ";" and not self.clause.is_open_condition:
            self.close_clause(at)
            self.start_clause(at + 1)
        elif key in (".", "…") and self.is_full_stop(at):
            return self.full_stop(at)
        elif key in DASHES:
            return self.dash(at)
        elif key in _SIGNS:
            self.clause.add(Atom(_SIGNS[key], at, at + 1))
        return at + 1

    def full_stop(self, at: int) -> int:
        self.end_sentence(at)
        if not self.open and bullet(self.tokens, at + 1):
            return self.start_item(at + 1)
        self.start_clause(at + 1)
        return at + 1

    def is_full_stop(self, at: int) -> bool:
        """Not the dot of an abbreviation."""
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return following is None or following.kind is not WORD or following.start > self.tokens[at].end

    def dash(self, at: int) -> int:
        """A bullet within the line; a colon, as in "cấp mới - 10 ngày"; or a hyphen, which says nothing."""
        labels = self.clause.lo < at and not self.clause.has_time and self.tokens[at - 1].kind is not MARK
        if at + 1 in self.quantities and labels:
            self.clause.add(Atom(Tag.COLON, at, at + 1))
        elif not self.open and self.is_bullet(at):
            self.close_clause(at)
            return self.start_item(at)
        return at + 1

    def is_bullet(self, at: int) -> bool:
        """After a closing sign, or set apart before a time or the head of a condition."""
        if at + 1 >= len(self.tokens):
            return False
        if self.tokens[at - 1].key in (")", ":", ";", "…"):
            return self.tokens[at + 1].kind is not NUMBER or at + 1 in self.quantities
        if self.tokens[at].start == self.tokens[at - 1].end:
            return False
        found = self.phrase(at + 1)
        return at + 1 in self.quantities or (found is not None and found[0] in _OPENS_ITEM)

    def line(self, at: int) -> int:
        """A line end ends the item, unless it only follows a heading's colon."""
        last = self.clause.atoms[-1] if self.clause.atoms else None
        if last and last.tag is Tag.COLON and last.hi == at and not bullet(self.tokens, at + 1):
            return at + 1
        self.close_clause(at)
        self.close_brackets(at)
        return self.start_item(at + 1)

    def start_item(self, at: int) -> int:
        """A new item, below the last one whose kind of bullet is new to the items above, beside it otherwise."""
        kind, end = "", at
        while end not in self.quantities and (found := bullet(self.tokens, end)):
            kind, end = found  # of several bullets in a row the last
        above = (*self.items[-1].above, self.items[-1]) if self.items else ()
        kinds = [item.bullet for item in above]
        above = above[: kinds.index(kind)] if kind in kinds else above if kind else ()
        self.items.append(Item(kind, above))
        self.sentence += 1
        self.start_clause(end)
        return end

    def end_sentence(self, at: int) -> None:
        self.close_clause(at)
        self.sentence += 1

    def start_clause(self, at: int) -> None:
        self.clause = Clause(at, at, self.items[-1], self.sentence)

    def close_clause(self, at: int) -> None:
        self.clause.hi = at
        if at > self.clause.lo:
            clauses = self.open[-1][2] if self.open else self.items[-1].clauses
            clauses.append(self.clause)

    def close_bracket(self, at: int) -> None:
        outer, lo, inside = self.open.pop()
        outer.add(Atom(Tag.BRACKET, lo, at, None, tuple(inside)))
        self.clause = outer

    def close_brackets(self, at: int) -> None:
        while self.open:
            self.close_bracket(at)
            self.close_clause(at)
