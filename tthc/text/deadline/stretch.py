"""The words around one time, told apart by where they stand: in front of it and behind it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.tree import CONDITIONS, NOWHERE, Atom, Part, part

JOINS = frozenset({Tag.COMMA, Tag.AND, Tag.OR})
ACTORS = frozenset({Tag.APPLICANT, Tag.AUTHORITY})
QUALITIES = frozenset({Tag.AREA, Tag.HARD, Tag.REFUSED, Tag.ORDINARY, Tag.CHANNEL, Tag.TYPE, Tag.CLASS})
ENDS_START = CONDITIONS | {Tag.MATTER, Tag.COLON, Tag.BRACKET, Tag.SPLIT, Tag.EXCLUDE, Tag.MUST}
TITLE = frozenset({Tag.TIME, Tag.TOTAL})  # "Thời hạn giải quyết:" is no label of one time
# What may stand directly before a time and belongs to it.
_LEADS = frozenset(
    {Tag.LIMIT, Tag.AFTER, Tag.MINIMUM, Tag.PAST, Tag.BEFORE, Tag.TIME, Tag.TOTAL, Tag.EACH, Tag.PERIODIC}
    | {Tag.EXTRA, Tag.PROLONG, Tag.LONGER, Tag.RENEW, Tag.MORE_THAN, Tag.REDUCE, Tag.DOWN_TO}
)
_ACTS = frozenset({Tag.DECIDE, Tag.STAGE, Tag.EXAMINE, Tag.CHECK, Tag.REQUEST, Tag.DUTY, Tag.MUST, Tag.POST})
_DOES = ACTORS | _ACTS
_BEFORE_NAME = JOINS | {Tag.COLON, Tag.SPLIT, Tag.THEN, Tag.BRACKET}
_OPENS_BEHIND = CONDITIONS | {Tag.AT}
# Brackets with one of these say something else than for what a time is.
_TELLS = _DOES | {Tag.START, Tag.TIME, Tag.ELSEWHERE, Tag.OPEN, Tag.SPLIT, Tag.LOOKALIKE, Tag.MANNER, Tag.SEE}
_TELLS |= {Tag.EXTRA, Tag.SAME_DAY, Tag.AT_ONCE, Tag.NEXT_DAY, Tag.NEXT_WORKING_DAY}
_TELLS |= {Tag.REDUCE, Tag.RENEW, Tag.PROLONG, Tag.VALID}
_FILLS = frozenset({Tag.BRACKET, Tag.COMMA, Tag.LIMIT, Tag.AFTER, Tag.TIME})


def lead(atoms: Sequence[Atom], first: int, place: int) -> int:
    """Where the words begin that lead to the time; one other word may stand between: "nhưng không quá"."""
    at = place
    while at > first and atoms[at - 1].tag in _LEADS and atoms[at].lo - atoms[at - 1].hi <= 1:
        at -= 1
    return at


class Stretch(NamedTuple):
    """The atoms of a clause from `first` to `end`, with the time at `place`; `lo`, `hi` are token positions."""

    atoms: Sequence[Atom]
    first: int
    place: int
    end: int
    lo: int
    hi: int

    def lead_at(self) -> int:
        """Where the words begin that lead to the time."""
        return lead(self.atoms, self.first, self.place)

    def label(self) -> Part:
        """What stands before the last colon in front of the time, and behind the colon before that."""
        colons = [i for i in range(self.first, self.place) if self.atoms[i].tag is Tag.COLON]
        if not colons:
            return NOWHERE
        first, lo = (colons[-2] + 1, self.atoms[colons[-2]].hi) if len(colons) > 1 else (self.first, self.lo)
        return part(self.atoms[first : colons[-1]], lo, self.atoms[colons[-1]].lo)

    def name(self) -> Part:
        """What stands between the last colon or comma and the lead: "nhóm A không quá 40 ngày"."""
        atoms, stop = self.atoms, self.lead_at()
        signs = (i for i in range(stop - 1, self.first - 1, -1) if atoms[i].tag in _BEFORE_NAME)
        sign = next(signs, None)
        if sign is None:
            return part(atoms[self.first : stop], self.lo, atoms[stop].lo)
        return part(atoms[sign + 1 : stop], atoms[sign].hi, atoms[stop].lo)

    def condition(self) -> tuple[Part, Part]:
        """The condition before the time, and all else before it."""
        atoms, place = self.atoms, self.place
        opens = next((i for i in range(self.first, place) if atoms[i].tag in CONDITIONS), None)
        if opens is None:
            return NOWHERE, part(atoms[self.first : place], self.lo, atoms[place].lo)
        ends = next((i for i in range(opens, place) if atoms[i].tag in (Tag.THEN, Tag.COLON)), None)
        if ends is None:
            ends = self._comma_behind_condition(opens)
        condition = part(atoms[opens:ends], atoms[opens].lo, atoms[ends].lo)
        return condition, part([*atoms[self.first : opens], *atoms[ends:place]], self.lo, atoms[place].lo)

    def _comma_behind_condition(self, opens: int) -> int:
        """The comma before who acts ("nếu hồ sơ thiếu, Sở …"), else the last one before the lead, else the lead."""
        atoms, stop = self.atoms, self.lead_at()
        commas = [i for i in range(opens + 1, stop) if atoms[i].tag is Tag.COMMA]
        for i in commas:
            if atoms[i + 1].tag in ACTORS and atoms[i + 1].lo - atoms[i].hi <= 1 and atoms[i - 1].tag not in ACTORS:
                return i
        return commas[-1] if commas else stop

    def start(self) -> Part:
        """A start event in front: "Kể từ ngày nhận đủ hồ sơ, trong thời hạn …"."""
        atoms = self.atoms
        first = next((i for i in range(self.first, self.place) if atoms[i].tag is Tag.START), None)
        if first is None:
            return NOWHERE
        comma = next((i for i in range(first, self.place) if atoms[i].tag is Tag.COMMA), None)
        return NOWHERE if comma is None else part(atoms[first:comma], atoms[first].lo, atoms[comma].lo)

    def follows(self) -> Tag | None:
        """What stands directly behind the time."""
        behind = self.place + 1
        return (
            self.atoms[behind].tag if behind < self.end and self.atoms[behind].lo == self.atoms[self.place].hi else None
        )


@dataclass(slots=True)
class Behind:
    """What stands behind a time: "… kể từ ngày …, trường hợp …, cơ quan cấp …"."""

    start: Part = NOWHERE
    condition: Part = NOWHERE
    act: Part = NOWHERE
    labelled: bool = False  # "04 ngày: đổi tên": the condition is a label


def behind(stretch: Stretch, *, labelled: bool) -> Behind:
    """Read what stands behind the time; `labelled` if it has a label in front."""
    return _Reader(stretch).read(labelled=labelled)


class _Reader:
    def __init__(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.atoms = stretch.atoms
        self.end = stretch.end
        self.found = Behind()

    def read(self, *, labelled: bool) -> Behind:
        at = self.stretch.place + 1
        if self.tag(at) is Tag.COLON and not labelled:
            self.label(at + 1)
        else:
            self.sentence(at)
        return self.found

    def tag(self, at: int) -> Tag | None:
        return self.atoms[at].tag if at < self.end else None

    def next_word(self, at: int) -> Tag | None:
        """The tag directly behind this place, but for one small word (các, mỗi)."""
        near = at + 1 < self.end and self.atoms[at + 1].lo - self.atoms[at].hi <= 1
        return self.atoms[at + 1].tag if near else None

    def label(self, at: int) -> None:
        """04 ngày: đổi tên. Behind the colon stands a condition, or what an actor does in this time."""
        said = self.part(at, self.end)
        if self.tag(at) in ACTORS:
            self.found.act = said
        else:
            self.found.condition, self.found.labelled = said, True

    def sentence(self, at: int) -> None:
        """Start event and condition in either order, then the act."""
        notes, begin = [], at
        while self.tag(at) in _FILLS:
            notes += [self.atoms[at]] if self.tag(at) is Tag.BRACKET else []
            at += 1
        at = self.event_or_condition(at, _OPENS_BEHIND if at == begin else CONDITIONS)
        if self.tag(at) is Tag.BRACKET:
            notes.append(self.atoms[at])
            at += 1
        at = self.event_or_condition(at, CONDITIONS)
        for note in notes:
            self.note(note)
        stop = next((i for i in range(at, self.end) if self.tag(i) is Tag.EXCLUDE), self.end)
        act = self.part(at, stop)
        told = list(_acts_in_brackets(notes))
        self.found.act = part([*told, *act.atoms], told[0].lo if told else act.lo, act.hi)
        if not self.found.condition.atoms:
            self.found.condition = self.condition_in_act(at)

    def event_or_condition(self, at: int, opens: frozenset[Tag]) -> int:
        if self.tag(at) is Tag.START and not self.found.start.atoms:
            stop = self.start_end(at)
            self.found.start, at = self.part(at, stop), stop
        elif self.tag(at) in opens and not self.found.condition.atoms and not self.tells_refusal(at):
            stop = self.condition_end(at)
            self.found.condition, at = self.part(at, stop), stop
        while self.tag(at) is Tag.COMMA:
            at += 1
        return at

    def note(self, bracket: Atom) -> None:
        """A condition in brackets: "20 ngày (khu vực thường)"; not what has a consequence, "(nếu … thì phải …)"."""
        note = _note(bracket)
        if self.found.condition.hi or note.has(Tag.EXCLUDE, Tag.QUANTITY):
            return
        if note.has(*QUALITIES, *CONDITIONS):
            told = note.atoms[0].tag in CONDITIONS and note.has(Tag.THEN, Tag.MUST)
        else:
            told = note.has(*_TELLS)
        if not told:
            self.found.condition = note

    def part(self, at: int, stop: int) -> Part:
        """Words that no list knows may open a part: it begins where the atom before it ends."""
        hi = self.atoms[stop].lo if stop < self.end else self.stretch.hi
        if at >= self.end:
            return part((), hi, hi)
        opened = self.tag(at) in _OPENS_BEHIND or self.tag(at) is Tag.START
        return part(self.atoms[at:stop], self.atoms[at].lo if opened else self.atoms[at - 1].hi, hi)

    def start_end(self, at: int) -> int:
        """A start event ends at a comma before an actor, an act or a condition; before that, commas only list."""
        listed = None
        for i in range(at + 1, self.end):
            if self.tag(i) in ENDS_START:
                return i if listed is None or self.tag(i) is not Tag.MUST else listed
            if self.tag(i) is not Tag.COMMA:
                if listed is not None and self.tag(i) in _ACTS and self.tag(i - 1) is not Tag.COMMA:
                    return listed
                continue
            more = self.next_word(i)
            again = self.lists_applicants(i)
            if more in _DOES and not again:
                return i
            if not again and more not in (Tag.FILED, Tag.DOSSIER):
                listed = listed or i
        return listed or self.end

    def condition_end(self, at: int) -> int:
        """A condition behind the time ends at "thì", at a start event, or at a comma before an actor or an act."""
        for i in range(at + 1, self.end):
            if self.tag(i) in (Tag.THEN, Tag.MUST, Tag.START):
                return i
            if self.tag(i) is Tag.COMMA and self.next_word(i) in _DOES and not self.lists_applicants(i):
                return i
        return self.end

    def tells_refusal(self, at: int) -> bool:
        """ "05 ngày, trường hợp từ chối phải nêu rõ lý do": what else is due, and no condition of the time.

        "Trong thời hạn 05 ngày, nếu từ chối thì phải nêu rõ lý do": there it is, for the time is said of the refusal.
        """
        led = any(self.tag(i) is Tag.LIMIT for i in range(self.stretch.lead_at(), self.stretch.place))
        if led or self.tag(at - 1) is not Tag.COMMA:
            return False
        stop = self.condition_end(at)
        said = [self.tag(i) for i in range(at, stop)]
        return Tag.REFUSED in said and (stop < self.end or not {Tag.DECIDE, Tag.EXAMINE}.isdisjoint(said))

    def lists_applicants(self, comma: int) -> bool:
        """ "tổ chức, cá nhân"."""
        return self.next_word(comma) is Tag.APPLICANT and self.tag(comma - 1) is Tag.APPLICANT

    def condition_in_act(self, at: int) -> Part:
        """ "Sở cấp giấy phép đối với trường hợp cấp mới"; what a comma sets apart is another matter."""
        for i in range(at + 1, self.end):
            if self.tag(i) in CONDITIONS:
                return NOWHERE if self.tag(i - 1) is Tag.COMMA else self.part(i, self.end)
        return NOWHERE


def _acts_in_brackets(brackets: Iterable[Atom]) -> Iterator[Atom]:
    """ "30 ngày (Bộ có văn bản yêu cầu bổ sung)": brackets that tell who does what, and no condition."""
    for bracket in brackets:
        note = _note(bracket)
        acts = bool(note.atoms) and note.atoms[0].tag in _ACTS | {Tag.AUTHORITY}
        if acts and not note.has(*QUALITIES, *CONDITIONS):
            yield from note.atoms


def _note(bracket: Atom) -> Part:
    return part((atom for clause in bracket.inside for atom in clause.atoms), bracket.lo + 1, bracket.hi - 1)
