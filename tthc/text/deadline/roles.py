"""Whether a time counts as time the authority has, and if not, why.

The rules are asked in order; the first that holds gives the reason. Reasons are stable keys (`Ignored.reason`).
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from tthc.domain.deadline import Unit
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.reading import Reading
from tthc.text.deadline.reasons import Reason
from tthc.text.deadline.tree import Atom, Part

# These count after all as stages of a stated total, or in a list of labelled stages.
STAGE_AFTER_ALL = frozenset({Reason.POSTING, Reason.MINIMUM, Reason.COMPLETENESS_CHECK})

_SETTLING = frozenset({Tag.DECIDE, Tag.STAGE})
_RETURNING = frozenset({Tag.INCOMPLETE, Tag.REQUEST})
_OBLIGING = (Tag.MUST, Tag.DUTY, Tag.INCOMPLETE, Tag.REQUEST)
_RENEWED = (Tag.PAPER, Tag.TYPE)
_WORKING = frozenset({Unit.WORKING_DAY, Unit.WORKING_HOUR})
_LONG = frozenset({Unit.MONTH, Unit.YEAR})
_BOUNDING = frozenset({Tag.AND, Tag.COMMA, Tag.TIME, Tag.THIS, Tag.LIMIT, Tag.MORE_THAN})
_LEADING = frozenset({Tag.LIMIT, Tag.MINIMUM, Tag.TIME, Tag.COLON, Tag.AND})
_ACTORS = frozenset({Tag.APPLICANT, Tag.AUTHORITY})
_ACTING = _SETTLING | _RETURNING | {Tag.EXAMINE, Tag.CHECK}


def reason_against(reading: Reading) -> Reason | None:
    """Why this time does not count; None where it does."""
    return next((reason for reason, holds in _RULES if holds(reading)), None)


def is_extra(reading: Reading) -> bool:
    """Whether the time comes on top of another: "tăng thêm", "gia hạn một lần nhưng không quá"."""
    return any(part.has(Tag.EXTRA) for part in _leading(reading)) or _renews_time(reading)


def _leading(reading: Reading) -> list[Part]:
    """The parts that stand before the time."""
    return [part for part in (reading.condition, reading.before) if part.lo < reading.quantity.lo]


def _renews_time(reading: Reading) -> bool:
    """`gia hạn` said of the time itself, not of a licence: "gia hạn (thời hạn giải quyết) một lần nhưng không quá"."""
    atoms = [atom for part in _leading(reading) for atom in part.atoms]
    return any(
        atom.tag is Tag.RENEW and _is_of_time(atoms[i : i + 3], reading.quantity.lo)
        for i, atom in enumerate(atoms)
        if all(other.tag is not Tag.COLON for other in atoms[i:])
    )


def _is_of_time(words: list[Atom], time: int) -> bool:
    """Whether `gia hạn`, the first of these words, leads on to the time without naming something else."""
    if len(words) > 1 and words[1].tag is Tag.TIME:
        words = words[1:]
    if len(words) == 1:
        return time - words[0].hi <= 1
    close = 0 <= words[1].lo - words[0].hi <= 1
    return close and words[1].tag in (Tag.LIMIT, Tag.EACH, Tag.COMMA, Tag.DECIDE, Tag.STAGE, Tag.THEN)


def _headings(reading: Reading) -> list[Part]:
    return [item.heading for item in reading.clause.item.above]


def _governs(part: Part, reading: Reading, *tags: Tag) -> bool:
    """Whether the words before a time open with such a phrase, or end with it directly before the time's lead."""
    for i, atom in enumerate(part.atoms):
        if atom.tag in tags:
            led = all(other.tag in _LEADING or other.tag in tags for other in part.atoms[i + 1 :])
            opens = atom.lo - part.lo <= 2 or all(other.tag in (Tag.TIME, Tag.COLON) for other in part.atoms[:i])
            if opens or (led and reading.quantity.lo - atom.hi <= 6):
                return True
    return False


def _excluded(reading: Reading) -> bool:
    if reading.excluded or reading.act.has(Tag.LEFT_OUT) or _bounds_left_out(reading):
        return True
    return any(part.has(Tag.EXCLUDE, Tag.LEFT_OUT) for part in _headings(reading))


def _bounds_left_out(reading: Reading) -> bool:
    """ "… không tính vào thời hạn trên và không quá 06 tháng": the bound of what was left out."""
    tags = reading.before.tags
    if Tag.LEFT_OUT not in tags:
        return False
    rest = tags[tags.index(Tag.LEFT_OUT) + 1 :]
    if rest[:1] == (Tag.TIME,) and {Tag.LIMIT}.issuperset(rest[1:]):
        return False  # "… không tính vào thời hạn giải quyết là 20 ngày": from what it was left out
    return rest.count(Tag.TIME) <= 1 and _BOUNDING.issuperset(rest)


def _reduction(reading: Reading) -> bool:
    """How much was cut, or what it was cut from: "(giảm 03 ngày)", "(theo quy định: 10 ngày)"."""
    if reading.owner and reading.before.has(Tag.ELSEWHERE) and not reading.condition.atoms:
        return True
    return Tag.REDUCE in reading.lead and Tag.DOWN_TO not in reading.lead


def _before_event(reading: Reading) -> bool:
    if reading.follows is Tag.BEFORE or Tag.BEFORE in reading.lead:
        return True
    if reading.start.atoms:
        return False
    for atom in reversed(reading.before.atoms):
        if atom.tag in (Tag.COMMA, Tag.COLON):
            return False
        if atom.tag is Tag.BEFORE:
            return atom.hi - atom.lo > 1  # trước khi, trước ngày
    return False


def _expired(reading: Reading) -> bool:
    if reading.lead[:1] == (Tag.AFTER,) and reading.condition.has(Tag.COND) and reading.start.atoms:
        return not reading.start.has(Tag.FILED)  # sau 06 tháng kể từ ngày yêu cầu, nếu không nhận được …
    lapses = reading.start.has(Tag.LAPSE) or reading.act.has(Tag.LAPSE)
    return Tag.PAST in reading.lead or (lapses and not reading.act.has(Tag.DECIDE))


def _periodic(reading: Reading) -> bool:
    return reading.follows is Tag.EACH or reading.lead[:1] in ((Tag.PERIODIC,), (Tag.EACH,))


def _attribute(reading: Reading) -> bool:
    if _is_in_condition(reading):
        return True
    return reading.inside or reading.follows is Tag.AND_UP or reading.lead[:1] in ((Tag.MORE_THAN,), (Tag.LONGER,))


def _is_in_condition(reading: Reading) -> bool:
    """ "Giấy phép bị thu hồi nếu trong 12 tháng không hoạt động": the condition goes on with the time."""
    condition, before = reading.condition, reading.before
    if condition.tags != (Tag.COND,) or condition.atoms[0].hi < condition.hi or condition.hi > reading.quantity.lo:
        return False
    behind = [atom.tag for atom in before.atoms if atom.lo >= condition.hi]
    concluded = before.lo < condition.lo or reading.act.has(Tag.THEN)
    return concluded and all(tag is Tag.LIMIT for tag in behind)


def _minimum(reading: Reading) -> bool:
    return Tag.MINIMUM in reading.lead


def _window(reading: Reading) -> bool:
    return _governs(reading.before, reading, Tag.WINDOW)


def _validity(reading: Reading) -> bool:
    before, unit = reading.before, reading.quantity.unit
    if _governs(before, reading, Tag.VALID):
        return unit in _LONG or not _names_paper(reading.label, working=unit in _WORKING)
    if unit in _LONG and before.has(Tag.EACH, Tag.RENEW) and _governs(before, reading, *_RENEWED):
        return True  # giấy phép được gia hạn không quá 06 tháng
    return unit is Unit.YEAR and bool(reading.start.atoms) and not reading.start.has(Tag.FILED)


def _names_paper(label: Part, *, working: bool) -> bool:
    """ "thẻ có giá trị sử dụng dài hạn: 05 ngày": which paper it is; not "thời hạn của thẻ", "giá trị của phiếu".

    Nothing is valid for a number of working days.
    """
    for i, atom in enumerate(label.atoms):
        if atom.tag is Tag.VALID:
            return (i > 0 or atom.lo - label.lo > 1) and (working or atom.hi < label.hi)
    return False


def _payment(reading: Reading) -> bool:
    """Months or years for which something is paid: "cấp cho 06 tháng", "trợ cấp 03 tháng lương"."""
    last = reading.before.atoms[-1:]
    if not last or reading.quantity.lo - last[0].hi > 1:
        return False
    return last[0].tag is Tag.PAYMENT or (last[0].tag is Tag.DECIDE and reading.quantity.unit in _LONG)


def _posting(reading: Reading) -> bool:
    """How long something is posted; not by when it is to be posted, counted from an event."""
    if reading.start.atoms and not reading.start.has(Tag.POST):
        return False
    posted = any(pair == (Tag.RECEIVES, Tag.POST) for pair in pairwise(reading.before.tags))
    return posted or _governs(reading.before, reading, Tag.POST)


def _incomplete(reading: Reading) -> bool:
    if is_extra(reading):
        return False
    if reading.condition.has(*_RETURNING) or any(part.has(Tag.INCOMPLETE) for part in _headings(reading)):
        return True
    said = (atom.tag for atom in (*reading.before.atoms, *reading.act.atoms))
    return next((tag for tag in said if tag in _SETTLING | _RETURNING), None) in _RETURNING


def _check_only(reading: Reading) -> bool:
    said = reading.before.tags + reading.act.tags
    if any(tag in _SETTLING for tag in said):
        return False
    return Tag.CHECK in said or any(part.has(Tag.CHECK) for part in _headings(reading))


def _applicant_duty(reading: Reading) -> bool:
    act, before = reading.act, reading.before
    if before.has(Tag.RIGHT) or (act.has(Tag.RIGHT) and not act.has(Tag.DECIDE)):
        return True
    if act.has(Tag.CONSULTED):
        return False
    actor = _actor(act)
    if actor is not None:
        return _is_applicant(act.atoms[actor:])
    if reading.start.has(Tag.FILED):
        return False
    actor = _last_actor(before)
    if actor is None and reading.start.has(Tag.VALID):
        return True  # kể từ ngày giấy phép có hiệu lực: the authority has done its part
    if actor is not None:
        return before.has(*_OBLIGING) and _is_applicant(before.atoms[actor:])
    if _opens_with_duty(before):
        return True
    led = [atom.tag for atom in before.atoms if atom.tag is not Tag.LIMIT]
    return led[-1:] == [Tag.DUTY]  # nộp trong thời hạn 05 ngày


def _opens_with_duty(part: Part) -> bool:
    """ "(Thời hạn giải quyết:) kê khai lần đầu phải hoàn thành …": must be done, and by nobody that handles it."""
    said = part.atoms[2:] if part.tags[:2] == (Tag.TIME, Tag.COLON) else part.atoms
    head = part.atoms[1].hi + 1 if len(said) < len(part.atoms) else part.lo
    if not said or said[0].tag is not Tag.DUTY or said[0].lo > head:
        return False
    return part.has(Tag.MUST) and not part.has(Tag.DECIDE, Tag.EXAMINE, Tag.CHECK)


def _actor(part: Part) -> int | None:
    """Which atom names who acts: an actor at the head of the part."""
    head = part.lo
    for i, atom in enumerate(part.atoms):
        if atom.tag in _ACTORS:
            return i if atom.lo - head <= 1 else None
        if atom.tag in (Tag.TIME, Tag.TOTAL, Tag.COMMA):
            head = atom.hi
        if atom.tag in _ACTING:
            return None
    return None


def _last_actor(part: Part) -> int | None:
    """Which atom names who acts in the last of several clauses: at the head of the part, or behind a comma."""
    head, actor = part.lo, None
    for i, atom in enumerate(part.atoms):
        if atom.tag in _ACTORS and atom.lo - head <= 1:
            actor = i
        if atom.tag in (Tag.TIME, Tag.TOTAL, Tag.COMMA, Tag.COLON, Tag.THEN):
            head = atom.hi
    return actor


def _is_applicant(atoms: Sequence[Atom]) -> bool:
    """Whether the actor that comes first is an applicant who must do something, and is not given it ("được cấp")."""
    if atoms[0].tag is not Tag.APPLICANT:
        return False
    behind = [atom.tag for atom in atoms if atom.tag not in (Tag.APPLICANT, Tag.COMMA, Tag.AND, Tag.OR)][:2]
    return behind[:1] != [Tag.RECEIVES] and behind != [Tag.MUST, Tag.RECEIVES]


_RULES: tuple[tuple[Reason, Callable[[Reading], bool]], ...] = (
    (Reason.EXCLUDED, _excluded),
    (Reason.REDUCTION, _reduction),
    (Reason.BEFORE_EVENT, _before_event),
    (Reason.EXPIRED_WINDOW, _expired),
    (Reason.PERIODIC, _periodic),
    (Reason.ATTRIBUTE, _attribute),
    (Reason.MINIMUM, _minimum),
    (Reason.APPLICATION_WINDOW, _window),
    (Reason.VALIDITY, _validity),
    (Reason.PAYMENT, _payment),
    (Reason.POSTING, _posting),
    (Reason.INCOMPLETE_DOSSIER, _incomplete),
    (Reason.APPLICANT_DUTY, _applicant_duty),
    (Reason.COMPLETENESS_CHECK, _check_only),
)
