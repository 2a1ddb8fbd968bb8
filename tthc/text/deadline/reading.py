"""What a clause says around each of its times: lead, condition, label, start event, and what is to be done by whom.

A clause with several times is cut into one stretch for each. Inside a stretch the order is free: the condition may stand
before the time ("trường hợp phức tạp: 30 ngày"), behind it ("30 ngày đối với …") or in brackets.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.numbers import Quantity
from tthc.text.deadline.outline import Atom, Clause, Part, part

CONDITIONS = frozenset({Tag.COND, Tag.FOR})
QUALITIES = frozenset({Tag.AREA, Tag.HARD, Tag.ORDINARY, Tag.CHANNEL, Tag.TYPE, Tag.CLASS})
# What may stand directly before a time and belongs to it.
_LEADS = frozenset(
    {Tag.LIMIT, Tag.MINIMUM, Tag.PAST, Tag.EXTRA, Tag.PROLONG, Tag.LONGER, Tag.RENEW, Tag.MORE_THAN, Tag.TIME, Tag.TOTAL, Tag.EACH}
    | {Tag.REDUCE, Tag.DOWN_TO, Tag.PERIODIC, Tag.BEFORE, Tag.AFTER}
)
_JOINS = frozenset({Tag.COMMA, Tag.AND, Tag.OR})
_ACTORS = frozenset({Tag.APPLICANT, Tag.AUTHORITY})
_ACTS = frozenset({Tag.DECIDE, Tag.STAGE, Tag.EXAMINE, Tag.CHECK, Tag.REQUEST, Tag.DUTY, Tag.MUST, Tag.POST})
_OPENS_BEHIND = CONDITIONS | {Tag.AT}
_ENDS_START = CONDITIONS | {Tag.MATTER, Tag.COLON, Tag.BRACKET, Tag.SPLIT, Tag.EXCLUDE, Tag.MUST}
_BREAKS_EVENT = _JOINS | _ENDS_START | {Tag.LIMIT, Tag.FILED, Tag.QUANTITY, Tag.THEN}
_FILLS = frozenset({Tag.BRACKET, Tag.COMMA, Tag.LIMIT, Tag.AFTER, Tag.TIME})
_BEFORE_NAME = _JOINS | {Tag.COLON, Tag.SPLIT, Tag.THEN, Tag.BRACKET}
_BEGINS_CASE = CONDITIONS | {Tag.TIME, Tag.TOTAL}

NOWHERE = Part(0, 0, ())


@dataclass(slots=True, eq=False)
class Reading:
    """One time and what stands around it. Parts that are not there are empty."""

    quantity: Quantity
    clause: Clause
    owner: "Reading | None"  # the time that this one explains in brackets
    excluded: bool  # "không tính …" stands before it in its clause
    in_event: bool  # part of another time's start event: "kể từ ngày hết thời hạn niêm yết 15 ngày"
    lead: tuple[Tag, ...]  # directly before the time, nearest first
    condition: Part
    label: Part  # before a colon
    before: Part  # all before the time but the condition
    name: Part  # what stands between the last colon or comma and the time's lead: "nhóm A không quá 40 ngày"
    start: Part
    act: Part  # what else stands behind it
    follows: Tag | None  # directly behind the time
    right_label: bool  # "04 ngày: đổi tên": the condition is a label behind the time


def read(clause: Clause, owner: Reading | None = None, *, excluded: bool = False) -> Iterator[Reading]:
    """The readings of a clause and of the brackets in it, in the order of the text."""
    atoms = clause.atoms
    places = [i for i, atom in enumerate(atoms) if atom.tag is Tag.QUANTITY]
    cuts = [0, *(_cut(atoms, left, right) for left, right in pairwise(places)), len(atoms)]
    done, last = 0, owner
    for place, first, end in zip(places, cuts, cuts[1:], strict=False):
        excluded = excluded or any(atom.tag is Tag.EXCLUDE for atom in atoms[done:place])
        yield from _brackets(atoms[done:place], last, excluded=excluded)
        lo = clause.lo if first == 0 else atoms[first].lo
        hi = clause.hi if end == len(atoms) else atoms[end].lo
        stretch = _Stretch(atoms, first, place, end, lo, hi)
        last = stretch.reading(clause, owner, excluded=excluded, in_event=_is_in_event(atoms, place))
        yield last
        done = place + 1
    excluded = excluded or any(atom.tag is Tag.EXCLUDE for atom in atoms[done:])
    yield from _brackets(atoms[done:], last, excluded=excluded)


def _is_in_event(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a start event leads to this time without a break, and another time stands before that."""
    for i in range(place - 1, -1, -1):
        tag = atoms[i].tag
        if tag is Tag.START:
            return i > 0 and atoms[i - 1].tag is Tag.QUANTITY and atoms[i].hi < atoms[place].lo
        if tag in _BREAKS_EVENT:
            return False
    return False


def _brackets(atoms: Sequence[Atom], owner: Reading | None, *, excluded: bool) -> Iterator[Reading]:
    for atom in atoms:
        for clause in atom.inside:
            yield from read(clause, owner, excluded=excluded)


def _cut(atoms: Sequence[Atom], left: int, right: int) -> int:
    """Where, between two times, the stretch of the second begins."""
    for i in range(left + 1, right):
        if atoms[i].tag is Tag.SPLIT:
            return i
    lead = _lead(atoms, left + 1, right)
    joined = lead - 1 > left and atoms[lead - 1].tag in _JOINS
    if joined and (_opens_behind(atoms, left) or _opens_behind(atoms, right)):
        return lead - 1
    for i in range(left + 1, right - 1):
        if atoms[i].tag in _JOINS and atoms[i + 1].tag in _BEGINS_CASE and atoms[i + 1].lo == atoms[i].hi:
            return i
    for i in range(right - 1, left, -1):
        if atoms[i].tag in _JOINS:
            return i
        if atoms[i].tag is Tag.BRACKET:
            return i + 1
    return lead


def _opens_behind(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a condition follows this time, directly or after its start event."""
    for i in range(place + 1, len(atoms)):
        if atoms[i].tag in CONDITIONS or atoms[i].tag is Tag.MATTER:
            return True
        if atoms[i].tag in _JOINS or atoms[i].tag is Tag.QUANTITY:
            return False
    return False


def _lead(atoms: Sequence[Atom], first: int, place: int) -> int:
    """Where the words begin that lead to the time; one other word may stand between: "nhưng không quá"."""
    at = place
    while at > first and atoms[at - 1].tag in _LEADS and atoms[at].lo - atoms[at - 1].hi <= 1:
        at -= 1
    return at


class _Stretch(NamedTuple):
    """The atoms from `first` to `end` with the time at `place`; `lo`, `hi` are token positions."""

    atoms: Sequence[Atom]
    first: int
    place: int
    end: int
    lo: int
    hi: int

    def reading(self, clause: Clause, owner: Reading | None, *, excluded: bool, in_event: bool) -> Reading:
        atoms, place = self.atoms, self.place
        time = atoms[place]
        assert time.quantity
        lead_at = _lead(atoms, self.first, place)
        colon = self.last_colon()
        condition, rest = self.condition_before(lead_at)
        behind = _Behind(self, labelled=colon is not None)
        return Reading(
            quantity=time.quantity,
            clause=clause,
            owner=owner,
            excluded=excluded,
            in_event=in_event,
            lead=tuple(atoms[i].tag for i in range(place - 1, lead_at - 1, -1)),
            condition=condition if condition.tags else behind.condition,
            label=NOWHERE if colon is None else part(atoms[self.first : colon], self.lo, atoms[colon].lo),
            before=part(rest, self.lo, time.lo),
            name=self.name(lead_at),
            start=behind.start if behind.start.atoms else self.start_before(),
            act=behind.act,
            follows=atoms[place + 1].tag if place + 1 < self.end and atoms[place + 1].lo == time.hi else None,
            right_label=behind.labelled,
        )

    def name(self, lead_at: int) -> Part:
        first = next((i + 1 for i in range(lead_at - 1, self.first - 1, -1) if self.atoms[i].tag in _BEFORE_NAME), None)
        if first is None:
            return part(self.atoms[self.first : lead_at], self.lo, self.atoms[lead_at].lo)
        return part(self.atoms[first:lead_at], self.atoms[first - 1].hi, self.atoms[lead_at].lo)

    def start_before(self) -> Part:
        """ "Kể từ ngày nhận đủ hồ sơ, trong thời hạn …"."""
        atoms = self.atoms
        first = next((i for i in range(self.first, self.place) if atoms[i].tag is Tag.START), None)
        if first is None:
            return NOWHERE
        comma = next((i for i in range(first, self.place) if atoms[i].tag is Tag.COMMA), None)
        return NOWHERE if comma is None else part(atoms[first:comma], atoms[first].lo, atoms[comma].lo)

    def last_colon(self) -> int | None:
        return next((i for i in range(self.place - 1, self.first - 1, -1) if self.atoms[i].tag is Tag.COLON), None)

    def condition_before(self, lead_at: int) -> tuple[Part, list[Atom]]:
        """The condition before the time, and the other atoms there."""
        atoms, place = self.atoms, self.place
        opens = next((i for i in range(self.first, place) if atoms[i].tag in CONDITIONS), None)
        if opens is None:
            return NOWHERE, list(atoms[self.first : place])
        ends = next((i for i in range(opens, place) if atoms[i].tag in (Tag.THEN, Tag.COLON)), None)
        if ends is None:
            ends = self.comma_behind_condition(opens, lead_at)
        condition = part(atoms[opens:ends], atoms[opens].lo, atoms[ends].lo)
        return condition, [*atoms[self.first : opens], *atoms[ends:place]]

    def comma_behind_condition(self, opens: int, lead_at: int) -> int:
        """The comma before who acts ("nếu hồ sơ thiếu, Sở …"), else the last one before the time's lead."""
        commas = [i for i in range(opens + 1, lead_at) if self.atoms[i].tag is Tag.COMMA]
        for i in commas:
            acts = self.atoms[i + 1].tag in _ACTORS and self.atoms[i + 1].lo - self.atoms[i].hi <= 1
            if acts and self.atoms[i - 1].tag not in _ACTORS:
                return i
        return commas[-1] if commas else lead_at

    def token(self, at: int) -> int:
        """Where the atom at this place begins, or the stretch ends."""
        return self.atoms[at].lo if at < self.end else self.hi


class _Behind:
    """Start event, condition and act behind a time: "… kể từ ngày …, trường hợp …, cơ quan cấp …"."""

    def __init__(self, stretch: _Stretch, *, labelled: bool) -> None:
        self.stretch = stretch
        self.atoms = stretch.atoms
        self.end = stretch.end
        self.start = self.condition = self.act = NOWHERE
        self.labelled = False
        at = stretch.place + 1
        if self.tag(at) is Tag.COLON and not labelled:
            self.label(at + 1)
            return
        if self.tag(at) is Tag.BRACKET:
            note = _note(self.atoms[at])
            if note.has(*QUALITIES, *CONDITIONS) and not note.has(Tag.EXCLUDE, Tag.QUANTITY):
                self.condition = note
        self.sentence(at)

    def tag(self, at: int) -> Tag | None:
        return self.atoms[at].tag if at < self.end else None

    def follows(self, at: int) -> Tag | None:
        """The tag directly behind this place, but for one small word (các, mỗi)."""
        if at + 1 < self.end and self.atoms[at + 1].lo - self.atoms[at].hi <= 1:
            return self.atoms[at + 1].tag
        return None

    def label(self, at: int) -> None:
        """04 ngày: đổi tên. Behind the colon stands a condition, or what an actor does in this time."""
        said = self.part(at, self.end)
        if self.tag(at) in _ACTORS:
            self.act = said
        else:
            self.condition, self.labelled = said, True

    def sentence(self, at: int) -> None:
        told = []  # brackets that tell who does what: "30 ngày (Bộ ra quyết định)"
        while self.tag(at) in _FILLS:
            told += [self.atoms[at]] if self.tag(at) is Tag.BRACKET else []
            at += 1
        opens = _OPENS_BEHIND if at == self.stretch.place + 1 else CONDITIONS
        for _ in range(2):  # in either order
            if self.tag(at) is Tag.START and not self.start.atoms:
                stop = self.start_end(at)
                self.start, at = self.part(at, stop), stop
            elif self.tag(at) in opens and not self.condition.atoms:
                stop = self.condition_end(at)
                self.condition, at = self.part(at, stop), stop
            while self.tag(at) is Tag.COMMA:
                at += 1
            opens = CONDITIONS
        stop = next((i for i in range(at, self.end) if self.tag(i) is Tag.EXCLUDE), self.end)
        act = self.part(at, stop)
        self.act = part([*_with_acts_in_brackets(told), *act.atoms], told[0].lo if told else act.lo, act.hi)
        if not self.condition.atoms:
            self.condition = self.condition_in_act(at)

    def part(self, at: int, stop: int) -> Part:
        lo = self.stretch.hi if at >= self.end else self.after_comma(at)
        return part(_with_acts_in_brackets(self.atoms[at:stop]), lo, self.stretch.token(stop))

    def after_comma(self, at: int) -> int:
        """Words unknown to the lists may open a part: they begin where the atom before them ends."""
        return self.atoms[at - 1].hi if self.tag(at) not in _OPENS_BEHIND | {Tag.START} else self.atoms[at].lo

    def start_end(self, at: int) -> int:
        """A start event ends at a comma before an actor, an act or a condition; before that, commas list papers, events."""
        listed = None
        for i in range(at + 1, self.end):
            if self.tag(i) in _ENDS_START:
                return i if listed is None or self.tag(i) is not Tag.MUST else listed
            if self.tag(i) is not Tag.COMMA:
                if listed is not None and self.tag(i) in _ACTS and self.tag(i - 1) is not Tag.COMMA:
                    return listed
                continue
            more = self.follows(i)
            again = more is Tag.APPLICANT and self.tag(i - 1) is Tag.APPLICANT
            if more in _ACTORS | _ACTS and not again:
                return i
            if not again and more not in (Tag.FILED, Tag.DOSSIER):
                listed = listed or i
        return listed or self.end

    def condition_end(self, at: int) -> int:
        """A condition behind the time ends at "thì", or at a comma before an actor or an act."""
        for i in range(at + 1, self.end):
            if self.tag(i) in (Tag.THEN, Tag.MUST, Tag.START):
                return i
            if self.tag(i) is Tag.COMMA and self.follows(i) in _ACTORS | _ACTS:
                return i
        return self.end

    def condition_in_act(self, at: int) -> Part:
        """ "Sở cấp giấy phép đối với trường hợp cấp mới"; what a comma sets apart is another matter."""
        for i in range(at + 1, self.end):
            if self.tag(i) in CONDITIONS:
                return NOWHERE if self.tag(i - 1) is Tag.COMMA else self.part(i, self.end)
        return NOWHERE


def _with_acts_in_brackets(atoms: Iterable[Atom]) -> Iterator[Atom]:
    """ "30 ngày (Bộ Tài chính có văn bản yêu cầu bổ sung)": brackets that tell who does what count as said."""
    for atom in atoms:
        first = atom.inside[0].atoms[:1] if atom.inside else []
        if first and first[0].tag in _ACTS | {Tag.AUTHORITY} and not _note(atom).has(*QUALITIES, *CONDITIONS):
            yield from (inner for clause in atom.inside for inner in clause.atoms)
        else:
            yield atom


def _note(bracket: Atom) -> Part:
    return part((atom for clause in bracket.inside for atom in clause.atoms), bracket.lo + 1, bracket.hi - 1)
