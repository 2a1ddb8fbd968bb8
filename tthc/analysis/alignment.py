"""Which case of the legal deadline belongs to which case of the local one."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from itertools import product

from rapidfuzz import fuzz

from tthc.domain.deadline import Case, Deadline
from tthc.text.normalise import fold

_NEAR = 80  # token_set_ratio from which two wordings of a condition are the same, where nothing speaks against it

# What conditions are about, by marks in the folded text. Two conditions about different things are never aligned.
_TOPICS = {
    "difficult_area": ("kho khan", "mien nui", "hai dao", "vung sau", "vung xa", "bien gioi"),
    "complex": ("phuc tap",),
    "verification": ("xac minh", "kiem tra thuc te", "tham dinh thuc te", "kiem tra thuc dia"),
    "not_eligible": ("khong du dieu kien", "chua du dieu kien"),
    "new": ("cap moi", "lan dau"),
    "again": ("cap lai",),
    "exchange": ("cap doi",),
    "renewal": ("gia han",),
    "change": ("dieu chinh", "sua doi", "bo sung", "thay doi"),
    "revocation": ("thu hoi", "cham dut"),
    "online": ("truc tuyen",),
    "in_person": ("truc tiep",),
    "by_post": ("buu chinh", "buu dien"),
    "province": ("cap tinh",),
    "district": ("cap huyen",),
    "commune": ("cap xa",),
    "organisation": ("to chuc",),
    "person": ("ca nhan", "ho gia dinh"),
}
_EXCEPTIONS = frozenset({"difficult_area", "complex", "verification", "not_eligible"})
_ORDINARY = ("thong thuong", "binh thuong", "con lai", "don gian")


class How(StrEnum):
    """What two cases were aligned by."""

    ONLY = "only"  # the only ordinary case on either side
    HEADLINE = "headline"  # the ordinary case of several
    CONDITION = "condition"  # the same condition
    GENERAL = "general"  # one duration for all on one side, several conditions on the other
    VALUE = "value"  # the same duration, where a condition is missing on one side
    EXTRA = "extra"  # an addition with an addition
    TOTAL = "total"  # an addition on one side, written as a total on the other


@dataclass(frozen=True, slots=True)
class Match:
    """A legal and a local case that belong together."""

    legal: Case
    local: Case
    how: How


@dataclass(frozen=True, slots=True)
class Alignment:
    """The cases that belong together, and those without a counterpart."""

    matches: tuple[Match, ...]
    legal_only: tuple[Case, ...]
    local_only: tuple[Case, ...]


def align(legal: Deadline, local: Deadline) -> Alignment:
    """Case with case. The order of the cases makes no difference to what is aligned with what."""
    left = _Left([case for case in legal.cases if case.unit], [case for case in local.cases if case.unit])
    _ordinary(legal, local, left)
    _general(legal, local, left)
    _by_condition(left, extra=False)
    _by_condition(left, extra=True)
    _totals(legal, local, left)
    _by_value(left)
    return Alignment(tuple(left.matches), tuple(left.legal), tuple(left.local))


@lru_cache(maxsize=4096)
def topics(when: str | None) -> frozenset[str]:
    """What a condition is about; nothing for no condition and for the ordinary one."""
    text = fold(when or "")
    return frozenset(topic for topic, marks in _TOPICS.items() if any(mark in text for mark in marks))


def is_exception(when: str | None) -> bool:
    """Whether a condition names an exception to the ordinary course: difficult areas, complex cases, verification."""
    return bool(topics(when) & _EXCEPTIONS) and not is_ordinary(when)


@lru_cache(maxsize=4096)
def is_ordinary(when: str | None) -> bool:
    """Whether a condition is none, or names the ordinary course."""
    return not when or any(mark in fold(when) for mark in _ORDINARY)


@dataclass(slots=True)
class _Left:
    """The cases that have no counterpart yet, and the matches made so far."""

    legal: list[Case]
    local: list[Case]
    matches: list[Match] = field(default_factory=list)

    def match(self, legal: Case, local: Case, how: How, compared: tuple[Case, Case] | None = None) -> None:
        """Take both out; `compared` stands for them where they cannot be compared as they are written."""
        self.legal.remove(legal)
        self.local.remove(local)
        self.matches.append(Match(*(compared or (legal, local)), how))


def _ordinary(legal: Deadline, local: Deadline, left: _Left) -> None:
    """The ordinary case of either side; a marked exception standing alone has no headline and waits for its like."""
    ours, theirs = legal.headline_case, local.headline_case
    if ours is None or theirs is None or not ours.unit or not theirs.unit:
        return
    alone = all(sum(not case.extra for case in cases) == 1 for cases in (left.legal, left.local))
    if not (alone and _clash(ours, theirs)):
        left.match(ours, theirs, How.ONLY if alone else How.HEADLINE)


def _general(legal: Deadline, local: Deadline, left: _Left) -> None:
    """One duration without a condition holds for every condition of the other side; exceptions stand apart."""
    ours = [case for case in left.legal if not case.extra]
    theirs = [case for case in left.local if not case.extra]
    if ours == [legal.headline_case] and local.headline is None and not ours[0].when:
        found = [(ours[0], other) for other in theirs if not is_exception(other.when)]
    elif theirs == [local.headline_case] and legal.headline is None and not theirs[0].when:
        found = [(one, theirs[0]) for one in ours if not is_exception(one.when)]
    else:
        return
    for one, other in found:
        left.matches.append(Match(one, other, How.GENERAL))
    left.legal = [case for case in left.legal if case not in [one for one, _other in found]]
    left.local = [case for case in left.local if case not in [other for _one, other in found]]


def _by_condition(left: _Left, *, extra: bool) -> None:
    """The nearest conditions first, one to one."""
    ours = [case for case in left.legal if case.extra is extra]
    theirs = [case for case in left.local if case.extra is extra]
    if extra and len(ours) == len(theirs) == 1 and not (ours[0].when and theirs[0].when and _clash(ours[0], theirs[0])):
        left.match(ours[0], theirs[0], How.EXTRA)
        return
    pairs = sorted(product(ours, theirs), key=lambda pair: (-_nearness(*pair), *map(_key, pair)))
    for one, other in pairs:
        if _nearness(one, other) < _NEAR:
            break
        if one in left.legal and other in left.local:
            left.match(one, other, How.EXTRA if extra else How.CONDITION)


def _totals(legal: Deadline, local: Deadline, left: _Left) -> None:
    """An addition of one side against the total of the other: "thêm 10 ngày" against "25 ngày" where the base is 15."""
    for one in sorted(left.legal, key=_key):
        for other in sorted(left.local, key=_key):
            if one.extra is other.extra or _nearness(one, other) < _NEAR:
                continue
            ours = _total(one, legal) if one.extra else one
            theirs = _total(other, local) if other.extra else other
            if ours and theirs:
                left.match(one, other, How.TOTAL, (ours, theirs))
                break


def _total(extra: Case, deadline: Deadline) -> Case | None:
    base = deadline.headline_case
    if base is None or base.unit is not extra.unit:
        return None
    return replace(extra, maximum=base.maximum + extra.maximum, minimum=None, extra=False)


def _by_value(left: _Left) -> None:
    """Equal durations, where a condition is missing on one side."""
    for one in sorted(left.legal, key=_key):
        twins = [other for other in left.local if _key(other)[1:] == _key(one)[1:] and not (one.when and other.when)]
        if twins:
            left.match(one, min(twins, key=_key), How.VALUE)


def _key(case: Case) -> tuple[str, bool, str, str, str]:
    """The condition, then all that makes the value, in a fixed order."""
    return fold(case.when or ""), case.extra, str(case.unit), str(case.maximum.normalize()), str(case.minimum)


def _clash(one: Case, other: Case) -> bool:
    """Whether two conditions are about different things; no condition clashes with nothing but an exception."""
    if not one.when or not other.when:
        return is_exception(one.when) or is_exception(other.when)
    mine, yours = topics(one.when), topics(other.when)
    if mine & _EXCEPTIONS != yours & _EXCEPTIONS:
        return True
    return not (mine <= yours or yours <= mine)


def _nearness(one: Case, other: Case) -> float:
    """0 to 100: how far two conditions are the same."""
    if not one.when or not other.when or _clash(one, other):
        return 0
    mine, yours = fold(one.when), fold(other.when)
    if mine == yours:
        return 100
    if topics(one.when) & _EXCEPTIONS:  # named in many ways, and by examples
        return 95
    return fuzz.token_set_ratio(mine, yours)
