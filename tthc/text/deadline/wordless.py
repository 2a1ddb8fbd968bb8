"""Texts without a duration: a bare number, a time left open, or nothing about time at all."""

from collections.abc import Sequence
from itertools import pairwise

from tthc.domain.deadline import Case, Deadline, Ignored, Kind, Span
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.reasons import Reason
from tthc.text.deadline.stretch import ACTORS
from tthc.text.deadline.times import bare_number
from tthc.text.deadline.tokens import LINE, WORD, Token, keys
from tthc.text.deadline.tree import CONDITIONS, Atom, Clause, Item, clauses_of

_OPEN_ALONE = frozenset(map(keys, ("không", "không có", "khác", "chưa có", "theo mô tả", "không rõ")))
_DATED = 2  # words between the number of a law and its date: "ngày", ", ngày"


def without_time(text: str, tokens: Sequence[Token], items: Sequence[Item], ignored: tuple[Ignored, ...]) -> Deadline:
    """What a text says that states no duration."""
    said = _behind_title(tokens, items)
    number = bare_number(said)
    if number:
        minimum, maximum = number
        case = Case(maximum, None, minimum, span=Span(said[0].start, said[-1].end))
        return Deadline(text, Kind.NO_UNIT, (case,), headline=0)
    words = tuple(token.key for token in said if token.kind is WORD)
    if words in _OPEN_ALONE or any(_leaves_open(clause) for clause in clauses_of(items)):
        return Deadline(text, Kind.UNSPECIFIED, ignored=ignored)
    return Deadline(text, Kind.NONE, ignored=ignored)


def _behind_title(tokens: Sequence[Token], items: Sequence[Item]) -> Sequence[Token]:
    """The tokens behind a bullet and a title: "- Thời hạn giải quyết: 5"."""
    clause = next(clauses_of(items), None)
    if clause is None:
        return tokens
    titled = [atom.tag for atom in clause.atoms[:2]] == [Tag.TIME, Tag.COLON]
    begin = clause.atoms[1].hi if titled else clause.lo
    return [token for token in tokens[begin:] if token.kind is not LINE]


def _leaves_open(clause: Clause) -> bool:
    """An open time: the phrase opens the clause or follows "thời hạn", and is said of no manner, fee or duration."""
    timed = False
    for atom in clause.atoms:
        if atom.tag in (Tag.MANNER, Tag.QUANTITY):
            return False
        if atom.tag in (Tag.TIME, Tag.TOTAL):
            timed = True
        elif atom.tag is Tag.SEE:
            return timed or (atom.lo == clause.lo and clause.sentence == 1)  # later it may tell of anything
        elif atom.tag in (Tag.OPEN, Tag.ELSEWHERE):
            return (timed or atom.lo == clause.lo) and _stands_alone(clause, atom.tag)
        elif atom.tag not in (Tag.COLON, Tag.LIMIT, *CONDITIONS) and not timed:
            return False
    return False


def _stands_alone(clause: Clause, tag: Tag) -> bool:
    if tag is Tag.OPEN:
        return all(atom.tag is not Tag.MANNER for atom in clause.atoms[:3])
    last = None
    for comma, behind in pairwise(clause.atoms):
        if comma.tag is Tag.COMMA and behind.tag in ACTORS and behind.lo == comma.hi and last not in ACTORS:
            return False
        last = comma.tag
    if any(atom.tag in (Tag.MANNER, Tag.MUST, Tag.DUTY) for atom in clause.atoms):
        return False
    return _only_names_law([atom for atom in clause.atoms if atom.tag is Tag.LOOKALIKE])


def _only_names_law(lookalikes: Sequence[Atom]) -> bool:
    """Whether these are the numbers of laws, each perhaps with its date: "số 45/2024/NĐ-CP ngày 26/4/2024"."""
    number = None
    for atom in lookalikes:
        reason = atom.quantity.reason if atom.quantity else None
        if reason is Reason.LAW_NUMBER:
            number = atom
        elif reason is not Reason.CALENDAR_DATE or number is None or atom.lo - number.hi > _DATED:
            return False
    return True
