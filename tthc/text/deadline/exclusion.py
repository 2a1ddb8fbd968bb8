"""Times that later words leave out: "thời gian xác minh là 30 ngày; thời gian này không tính vào thời hạn"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from tthc.text.deadline.entry import Entry
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.reasons import Reason
from tthc.text.deadline.tree import Atom, Clause

_SAYS = frozenset({Tag.LEFT_OUT, Tag.THIS, Tag.EXCLUDE})
_NO_NAME = frozenset({Tag.THIS, Tag.QUANTITY, Tag.COMMA, Tag.AND, Tag.COLON, Tag.LOOKALIKE, Tag.BRACKET})


def leave_out(entries: Sequence[Entry], clauses: Sequence[Clause]) -> None:
    """Do not count what a later clause, or the rest of the same one, says is no part of the time to handle."""
    for clause in clauses if len(entries) > 1 else ():
        if any(atom.tag in _SAYS for atom in clause.atoms):
            for entry in _left_out(entries, clause):
                if entry.reason is None:
                    entry.reason = Reason.EXCLUDED


def _left_out(entries: Sequence[Entry], clause: Clause) -> Iterator[Entry]:
    for at in _pointers(clause.atoms):
        yield from [entry for entry in entries if entry.quantity.lo < at][-1:]
    for name in _names(clause.atoms):
        yield from [entry for entry in entries if entry.quantity.lo < clause.lo and _title(entry) == name][-1:]
    for name in _names_ahead(clause.atoms):
        yield from [entry for entry in entries if entry.quantity.lo > clause.hi and _title(entry) == name][:1]


def _pointers(atoms: Sequence[Atom]) -> Iterator[int]:
    """Where the time told last is left out: "không tính thời gian này", "thời gian này không tính vào …"."""
    for i, (one, other) in enumerate(pairwise(atoms)):
        close = other.lo - one.hi <= 1
        points_back = (one.tag, other.tag) in ((Tag.EXCLUDE, Tag.THIS), (Tag.THIS, Tag.LEFT_OUT))
        goes_on = i > 0 and one.tag in (Tag.AND, Tag.COMMA) and other.tag is Tag.LEFT_OUT
        if close and (points_back or (goes_on and atoms[i - 1].tag is Tag.QUANTITY)):
            yield one.lo


def _names(atoms: Sequence[Atom]) -> Iterator[tuple[Tag, ...]]:
    """What is left out by name: "thời hạn xác minh không tính vào thời hạn giải quyết"."""
    tags = [atom.tag for atom in atoms]
    if Tag.LEFT_OUT in tags and Tag.TIME in tags:
        name = tuple(tags[tags.index(Tag.TIME) + 1 : tags.index(Tag.LEFT_OUT)])
        if name and _NO_NAME.isdisjoint(name):
            yield name


def _names_ahead(atoms: Sequence[Atom]) -> Iterator[tuple[Tag, ...]]:
    """What is left out before its time is told: "chưa bao gồm thời gian giám định; thời gian giám định là 30 ngày"."""
    tags = [atom.tag for atom in atoms]
    for i, pair in enumerate(pairwise(tags)):
        if pair == (Tag.EXCLUDE, Tag.TIME):
            name = tuple(takewhile(lambda tag: tag not in _NO_NAME, tags[i + 2 :]))
            if name:
                yield name


def _title(entry: Entry) -> tuple[Tag, ...]:
    """What the words before a time call it: "thời hạn xác minh là"."""
    tags = [tag for tag in entry.reading.before.tags if tag not in (Tag.LIMIT, Tag.COLON)]
    return tuple(tags[tags.index(Tag.TIME) + 1 :]) if Tag.TIME in tags else ()
