"""The conditions of a clause: what kind they are, and which words they govern.

"Trường hợp nộp trực tiếp thì xuất trình bản chính" says something about one way of filing only, "kiểm tra thực địa
(nếu cần thiết)" about few dossiers only. A condition may stand before what it governs, behind it, or in brackets.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tthc.text.evidence.lexicon import Mark, has


class Limit(StrEnum):
    """What kind of condition limits a clause."""

    DIRECT = "direct"  # filing at the counter, or on paper
    REMOTE = "remote"  # filing online or by post
    DOUBT = "doubt"  # the authority doubts, or sees a need
    FALLBACK = "fallback"  # data cannot be had otherwise
    BREACH = "breach"  # somebody did not do what he had to
    PROXY = "proxy"  # somebody else acts for the applicant
    EXCEPTION = "exception"  # "trừ trường hợp ..."
    COPIED = "copied"  # the applicant chose to hand in a copy
    VARIANT = "variant"  # any other case


# What is said under one of these is said of few dossiers only.
RARE = frozenset({Limit.DOUBT, Limit.FALLBACK, Limit.BREACH, Limit.PROXY, Limit.EXCEPTION})

# The first group that stands in a condition names it.
_ORDER = (
    ("doubt", Limit.DOUBT),
    ("optional", Limit.DOUBT),
    ("fallback", Limit.FALLBACK),
    ("breach", Limit.BREACH),
    ("proxy", Limit.PROXY),
    ("copied", Limit.COPIED),
    ("copy", Limit.COPIED),
)

# The words with which what a subject does begins.
_ACTS = frozenset({"phải", "thì", "cần", "có", "được", "xuất", "mang", "nộp", "gửi", "ký", "chụp", "không"})

# What a condition that follows it governs.
_GOVERNED = frozenset({"check", "show", "with_original", "must_show", "in_person", "interview", "goods", "team"})

_FILING = frozenset({"nộp", "gửi"})  # with what a way of filing begins: "nộp hồ sơ tại trung tâm"

_IF_ANY = frozenset({"có", "còn"})  # "nếu có" is said of things
_CHOICE = frozenset({"hoặc", "hay"})

_EARLY = 8  # words before the verb of a subject that begins a clause
_LABEL = 24  # words of a heading that names one way of handling
_LABELLED = 4  # words before the one that says so: "- Hồ sơ thuộc diện ..."
_REMARK = 14  # words in brackets that may be a remark on the way of filing; more are a text of their own


@dataclass(frozen=True, slots=True)
class Case:
    """A condition: where its own words stand, and the words it governs (both as ranges of words)."""

    limit: Limit
    words: range
    reach: range
    leads: bool = False  # stands at the beginning of the clause

    @property
    def governs_list(self) -> bool:
        """Whether it holds for what is listed below, where the clause is a heading."""
        return self.leads or self.limit in (Limit.DIRECT, Limit.REMOTE)


def cases(keys: Sequence[str], marks: Sequence[Mark]) -> Iterator[Case]:
    """The conditions of a clause, given its words in one spelling and the phrases found in it."""
    for index, mark in enumerate(marks):
        if "optional" in mark.groups:
            yield _optional(keys, mark)
        elif "except" in mark.groups:
            yield Case(Limit.EXCEPTION, range(mark.start, _first(keys, mark.end, ");,")), range(0))
        elif "branch" in mark.groups:
            yield from _branch(keys, marks, mark)
        elif mark.groups & {"case", "when"}:
            case = _case(keys, marks, index)
            if case:
                yield case
    yield from _remarks(keys, marks)
    yield from _filers(keys, marks)
    yield from _ways(keys, marks)


def _optional(keys: Sequence[str], mark: Mark) -> Case:
    """ "có thể kiểm tra", "trường hợp cần thiết, kiểm tra", "kiểm tra khi cần thiết", "kiểm tra (nếu cần thiết)"."""
    own = range(mark.start, mark.end)
    before = _at(keys, mark.start - 1)
    if _at(keys, mark.end) in ("", ")", "]", ".", ";") or before == "(":
        start = _back(keys, mark.start - 1, ",;")
        if keys[mark.end - 1] in _IF_ANY and not _CHOICE.isdisjoint(keys[start : mark.start]):
            start = _back(keys, start, ";:.")  # "A, B hoặc C (nếu có)"
        return Case(Limit.DOUBT, own, range(start, mark.start))
    if before in ("", ",", ":") or keys[mark.start] == "có":
        return Case(Limit.DOUBT, own, range(mark.end, len(keys)), leads=keys[mark.start] != "có")
    return Case(Limit.DOUBT, own, range(_back(keys, mark.start, ",;"), len(keys)))


def _case(keys: Sequence[str], marks: Sequence[Mark], index: int) -> Case | None:
    mark = marks[index]
    before = _at(keys, mark.start - 1)
    bracket = before in ("(", "[")
    own = range(mark.start, _end(keys, marks, index, bracket=bracket))
    stop = _at(keys, own.stop)
    begins = _begins(keys, mark)
    limit = _limit(marks, own, mark)
    about = list(keys[mark.start : mark.end]) == ["đối", "với"] and stop != "thì" and not begins
    if limit is None or (limit is Limit.VARIANT and about):
        return None
    if bracket and stop == "thì":
        return Case(limit, own, range(own.stop, _first(keys, own.stop, ")]")))
    if bracket:
        return Case(limit, own, range(_back(keys, mark.start - 1, ",;)"), mark.start))
    trails = stop == "," and _said_before(keys, marks, mark)
    if begins or before in (",", ":") or (stop in ("thì", ",", ":", "phải") and not trails):
        return Case(limit, own, range(own.stop, len(keys)), begins)
    return Case(limit, own, range(_back(keys, mark.start, ";"), mark.start))


def _branch(keys: Sequence[str], marks: Sequence[Mark], mark: Mark) -> Iterator[Case]:
    """ "Luồng đỏ: ...", "Hồ sơ thuộc diện ...: ...": one of several ways of handling, named like a heading."""
    colon = _first(keys, mark.end, ":;", min(mark.end + _LABEL, len(keys)))
    named = keys[mark.start] == "luồng" and _begins(keys, mark)  # which one, without a colon
    if named or (mark.start <= _LABELLED and _at(keys, colon) == ":"):
        own = range(mark.start, mark.end if named else colon)
        limit = _limit(marks, own, mark)
        if limit:
            yield Case(limit, own, range(own.stop, len(keys)), leads=True)


def _said_before(keys: Sequence[str], marks: Sequence[Mark], mark: Mark) -> bool:
    """Whether a condition follows what it governs: "kiểm tra tại hiện trường khi hồ sơ chưa rõ, trình lãnh đạo"."""
    before = range(_back(keys, mark.start, ",;:"), mark.start)
    return any(other.start in before and other.groups & _GOVERNED for other in marks)


def _remarks(keys: Sequence[str], marks: Sequence[Mark]) -> Iterator[Case]:
    """Brackets that name a way of filing: "(theo hình thức trực tiếp)"."""
    opened = -1
    for place, key in enumerate(keys):
        if key == "(":
            opened = place
        elif key == ")" and opened >= 0:
            own = range(opened + 1, place)
            told = any(has(marks, group, own) for group in ("case", "when", "optional"))
            limit = None if told or len(own) > _REMARK else _channel(marks, own)
            if limit:
                yield Case(limit, own, range(_back(keys, opened, ";),"), opened))
            opened = -1


def _filers(keys: Sequence[str], marks: Sequence[Mark]) -> Iterator[Case]:
    """ "Người nộp hồ sơ trực tiếp phải chụp ảnh": the subject names the way of filing."""
    for index, who in enumerate(marks):
        way = _way(keys, who, marks[index + 1 : index + 3]) if "party" in who.groups else None
        limit = _channel(marks, range(way.start, way.end)) if way and _at(keys, way.end) in _ACTS else None
        if way and limit:
            yield Case(limit, range(who.start, way.end), range(way.end, len(keys)))


def _way(keys: Sequence[str], who: Mark, following: Sequence[Mark]) -> Mark | None:
    """The way in which somebody files: one phrase, "nộp hồ sơ tại trung tâm", or behind a verb, "nộp ... trực tiếp"."""
    if not following:
        return None
    first, *rest = following
    if first.groups & {"direct", "remote"} and keys[first.start] in _FILING and first.start - who.end <= 1:
        return first
    files = first.groups & {"file", "hand_in"} and first.start <= _EARLY
    return rest[0] if files and rest and rest[0].start - first.end <= 3 else None


def _ways(keys: Sequence[str], marks: Sequence[Mark]) -> Iterator[Case]:
    """ "Nộp hồ sơ giấy thì ...": a way of filing in front, without a word for case."""
    for index, mark in enumerate(marks):
        if mark.groups & {"direct", "remote"} and _at(keys, mark.end) == "thì":
            limit = _channel(marks, range(mark.start, mark.end))
            if limit and not any(m.groups & {"case", "when", "then"} for m in marks[:index]):
                yield Case(limit, range(mark.start, mark.end), range(mark.end, len(keys)), leads=True)


def _end(keys: Sequence[str], marks: Sequence[Mark], index: int, *, bracket: bool) -> int:
    """Where a condition stops: at its "thì", at a colon, before "phải", at the first comma; a bracket at its end."""
    mark = marks[index]
    rest = marks[index + 1 :]
    if bracket:
        end = _first(keys, mark.end, ")];")
        return next((m.start for m in rest if "then" in m.groups and m.start < end), end)
    last = next((m.start for m in rest if "case" in m.groups), len(keys))
    colon = _first(keys, mark.end, ":)", last)
    then = next((m.start for m in rest if "then" in m.groups and m.start < colon), None)
    if then is not None:
        return then
    comma = _first(keys, mark.end + 1, ",", colon)
    duty = next((m.start for m in rest if keys[m.start] == "phải" and m.start > mark.end + 2), colon)
    return min(comma, duty)


def _begins(keys: Sequence[str], mark: Mark) -> bool:
    """Whether nothing but a bullet stands before the mark."""
    return not any(key[0].isalpha() and len(key) > 1 for key in keys[: mark.start])


def _limit(marks: Sequence[Mark], span: range, mark: Mark) -> Limit | None:
    """The kind of condition; None for what always comes to pass: "khi tiếp nhận", "trường hợp hồ sơ hợp lệ"."""
    for group, limit in _ORDER:
        if has(marks, group, span):
            return limit
    channel = _channel(marks, span)
    if channel or "when" in mark.groups:
        return channel
    denied = has(marks, "no", span) or has(marks, "not", span)
    return None if has(marks, "ordinary", span) and not denied else Limit.VARIANT


def _channel(marks: Sequence[Mark], span: range) -> Limit | None:
    direct, remote = has(marks, "direct", span), has(marks, "remote", span)
    if direct == remote:
        return None
    return Limit.DIRECT if direct else Limit.REMOTE


def _at(keys: Sequence[str], place: int) -> str:
    return keys[place] if 0 <= place < len(keys) else ""


def _first(keys: Sequence[str], start: int, stops: str, limit: int | None = None) -> int:
    """The place of the first of these signs, else the end."""
    end = len(keys) if limit is None else limit
    return next((place for place in range(start, end) if keys[place] in stops), end)


def _back(keys: Sequence[str], start: int, stops: str) -> int:
    """The first word after the nearest of these signs to the left."""
    return next((place + 1 for place in range(start - 1, -1, -1) if keys[place] in stops), 0)
