"""Whether a time counts as time the authority has, and if not, why.

The rules are asked in order; the first that holds gives the reason. Reasons are stable keys (`Ignored.reason`).
"""

from collections.abc import Callable
from enum import StrEnum

from tthc.domain.deadline import Unit
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.outline import Part
from tthc.text.deadline.reading import Reading


class Reason(StrEnum):
    """Why a time in the text is not counted."""

    EXCLUDED = "excluded"
    REDUCTION = "reduction"
    BEFORE_EVENT = "before_event"
    EXPIRED_WINDOW = "expired_window"
    PERIODIC = "periodic"
    ATTRIBUTE = "attribute"
    MINIMUM = "minimum"
    APPLICATION_WINDOW = "application_window"
    VALIDITY = "validity"
    PAYMENT = "payment"
    POSTING = "posting"
    INCOMPLETE_DOSSIER = "incomplete_dossier"
    COMPLETENESS_CHECK = "completeness_check"
    APPLICANT_DUTY = "applicant_duty"
    WAITING = "waiting"
    RESTATED = "restated"
    AMBIGUOUS = "ambiguous"


# These count after all as stages of a stated total, or in a list of labelled stages.
STAGE_AFTER_ALL = frozenset({Reason.POSTING, Reason.MINIMUM, Reason.COMPLETENESS_CHECK})

_SETTLING = frozenset({Tag.DECIDE, Tag.STAGE})
_RETURNING = frozenset({Tag.INCOMPLETE, Tag.REQUEST})
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
    for i, atom in enumerate(atoms):
        if atom.tag is Tag.RENEW and all(other.tag is not Tag.COLON for other in atoms[i:]):
            words = [atom, *atoms[i + 1 : i + 3]]
            if len(words) > 1 and words[1].tag is Tag.TIME:
                del words[0]
            if len(words) == 1:
                return reading.quantity.lo - words[0].hi <= 1
            close = 0 <= words[1].lo - words[0].hi <= 1
            return close and words[1].tag in (Tag.LIMIT, Tag.EACH, Tag.COMMA, Tag.DECIDE, Tag.STAGE, Tag.THEN)
    return False


def _headings(reading: Reading) -> list[Part]:
    return [item.heading for item in reading.clause.item.above]


def _governs(part: Part, reading: Reading, *tags: Tag) -> bool:
    """Whether the words before a time open with such a phrase, or end with it directly before the time's lead."""
    for i, atom in enumerate(part.atoms):
        if atom.tag in tags:
            behind = part.atoms[i + 1 :]
            led = all(other.tag in (Tag.LIMIT, Tag.MINIMUM, Tag.TIME, Tag.COLON, Tag.AND, tag) for other in behind for tag in tags)
            opens = atom.lo - part.lo <= 2 or all(other.tag is Tag.TIME for other in part.atoms[:i])
            if opens or (led and reading.quantity.lo - atom.hi <= 6):
                return True
    return False


def _excluded(reading: Reading) -> bool:
    if reading.excluded or reading.act.has(Tag.LEFT_OUT):
        return True
    return any(part.has(Tag.EXCLUDE, Tag.LEFT_OUT) for part in _headings(reading))


def _reduction(reading: Reading) -> bool:
    if reading.follows is Tag.DOWN_TO:
        return True
    return Tag.REDUCE in reading.lead and Tag.DOWN_TO not in reading.lead


def _before_event(reading: Reading) -> bool:
    if reading.follows is Tag.BEFORE or Tag.BEFORE in reading.lead:
        return True
    first = reading.before.atoms[:1]
    opens = first and first[0].tag is Tag.BEFORE and first[0].lo - reading.before.lo <= 1
    return bool(opens) and not reading.start.atoms and not reading.before.has(Tag.COMMA, Tag.COLON)


def _expired(reading: Reading) -> bool:
    return reading.lead[:1] == (Tag.PAST,)


def _periodic(reading: Reading) -> bool:
    return reading.follows is Tag.EACH or reading.lead[:1] in ((Tag.PERIODIC,), (Tag.EACH,))


def _attribute(reading: Reading) -> bool:
    return reading.follows is Tag.AND_UP or reading.lead[:1] == (Tag.MORE_THAN,)


def _minimum(reading: Reading) -> bool:
    return Tag.MINIMUM in reading.lead


def _window(reading: Reading) -> bool:
    return _governs(reading.before, reading, Tag.WINDOW)


def _validity(reading: Reading) -> bool:
    if _governs(reading.before, reading, Tag.VALID):
        return True
    years = reading.quantity.unit is Unit.YEAR
    return years and bool(reading.start.atoms) and not reading.start.has(Tag.FILED)


def _payment(reading: Reading) -> bool:
    return _governs(reading.before, reading, Tag.PAYMENT)


def _posting(reading: Reading) -> bool:
    return _governs(reading.before, reading, Tag.POST) and not reading.start.has(Tag.FILED)


def _incomplete(reading: Reading) -> bool:
    if is_extra(reading):
        return False
    if reading.condition.has(*_RETURNING) or any(part.has(Tag.INCOMPLETE) for part in _headings(reading)):
        return True
    for atom in reading.act.atoms:
        if atom.tag in _SETTLING:
            return False
        if atom.tag in _RETURNING:
            return True
    return False


def _check_only(reading: Reading) -> bool:
    said = reading.before.tags + reading.act.tags
    if any(tag in _SETTLING for tag in said):
        return False
    return Tag.CHECK in said or any(part.has(Tag.CHECK) for part in _headings(reading))


def _applicant_duty(reading: Reading) -> bool:
    act, before = reading.act, reading.before
    if act.has(Tag.CONSULTED):
        return False
    subject = _subject(act)
    if subject is not None:
        return subject is Tag.APPLICANT and not _receives(act)
    if reading.start.has(Tag.FILED) or _subject(before) is not Tag.APPLICANT:
        return False
    return before.has(Tag.MUST, Tag.DUTY) and not _receives(before)


def _subject(part: Part) -> Tag | None:
    """Who acts: an actor at the head of the part."""
    head = part.lo
    for atom in part.atoms:
        if atom.tag in (Tag.APPLICANT, Tag.AUTHORITY):
            return atom.tag if atom.lo - head <= 2 else None
        if atom.tag in (Tag.TIME, Tag.TOTAL, Tag.COMMA):
            head = atom.hi
        if atom.tag in _ACTING:
            return None
    return None


def _receives(part: Part) -> bool:
    """Whether the applicant is given something: "tổ chức, cá nhân được cấp"."""
    for tag in part.tags:
        if tag is Tag.RECEIVES:
            return True
        if tag not in (Tag.APPLICANT, Tag.COMMA, Tag.AND, Tag.OR):
            return False
    return False


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
