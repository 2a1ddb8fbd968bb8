"""Times that are no time of their own: part of what is said of another, of its start event, condition or label."""

from collections.abc import Sequence

from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.stretch import ENDS_START, JOINS, TITLE, lead
from tthc.text.deadline.tree import CONDITIONS, Atom, Clause

_BREAKS_EVENT = JOINS | ENDS_START | {Tag.LIMIT, Tag.FILED, Tag.QUANTITY, Tag.THEN}
_ON_TOP = frozenset({Tag.EXTRA, Tag.RENEW, Tag.PROLONG})
_IS_DUE = frozenset({Tag.START, Tag.SPLIT, Tag.BRACKET, Tag.TOTAL, Tag.DECIDE, Tag.STAGE, Tag.EXAMINE})
_TURNS = CONDITIONS | {Tag.THEN, Tag.COMMA, Tag.COLON}


def is_inside(clause: Clause, place: int, behind: int) -> bool:
    """Whether this time only tells the case for which the one behind it is."""
    return _is_in_condition(clause.atoms, place, behind) or _is_in_label(clause, place, behind)


def _is_in_condition(atoms: Sequence[Atom], place: int, behind: int) -> bool:
    """ "trường hợp nộp trên 50 hồ sơ trong 30 ngày liên tiếp thì thời hạn là 20 ngày"; also with a colon for "thì"."""
    turn = next((i for i in range(place + 1, behind) if atoms[i].tag in _TURNS), None)
    if turn is None or not _concludes(atoms, place, turn, behind):
        return False
    first = lead(atoms, 0, place)
    return next((atom.tag in CONDITIONS for atom in reversed(atoms[:first]) if atom.tag in _TURNS), False)


def _concludes(atoms: Sequence[Atom], place: int, turn: int, behind: int) -> bool:
    """Whether a condition with a time in it comes to its point at `turn`, which is the time behind it."""
    between = {atom.tag for atom in atoms[turn + 1 : behind]}
    if atoms[turn].tag is Tag.THEN:
        return between.isdisjoint(_ON_TOP)
    if atoms[turn].tag is not Tag.COLON or atoms[turn].lo == atoms[place].hi or not between <= {Tag.LIMIT, Tag.TIME}:
        return False  # "nhóm A 20 ngày: Sở 12 ngày; …" splits
    return all(atom.tag not in _IS_DUE for atom in atoms[place + 1 : turn])


def _is_in_label(clause: Clause, place: int, behind: int) -> bool:
    """ "hợp đồng từ 12 tháng đến 36 tháng: 05 ngày", "từ 03 tháng trở lên: 05 ngày"."""
    atoms = clause.atoms
    begin = next((i + 1 for i in range(place - 1, -1, -1) if atoms[i].tag in (Tag.QUANTITY, Tag.COLON)), 0)
    colon = place + 1 + (atoms[place + 1].tag is Tag.AND_UP)
    if atoms[colon].tag is not Tag.COLON or atoms[colon].lo > atoms[colon - 1].hi:
        return False
    if any(atoms[i].tag is not Tag.LIMIT for i in range(colon + 1, behind)):
        return False
    lo = atoms[begin - 1].hi if begin else clause.lo
    bounded = colon > place + 1 or (place > begin and atoms[place - 1].tag is Tag.MORE_THAN)
    named = atoms[lead(atoms, begin, place)].lo > lo
    return (named or bounded) and not any(atom.tag in TITLE for atom in atoms[begin:place])


def is_in_event(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a start event leads to this time without a break, and another time stands before that."""
    for i in range(place - 1, -1, -1):
        if atoms[i].tag is Tag.START:
            return i > 0 and atoms[i - 1].tag is Tag.QUANTITY and atoms[i].hi < atoms[place].lo
        if atoms[i].tag in _BREAKS_EVENT:
            return False
    return False
