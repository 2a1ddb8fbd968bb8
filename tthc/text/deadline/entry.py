"""One time and what became of it: counted, on top of another, a stage inside a total, or not counted."""

from dataclasses import dataclass
from decimal import Decimal

from tthc.domain.deadline import Unit
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.reading import Reading
from tthc.text.deadline.reasons import Reason
from tthc.text.deadline.stretch import QUALITIES
from tthc.text.deadline.times import Quantity
from tthc.text.deadline.tree import Part

_STAGE = frozenset(
    {Tag.AUTHORITY, Tag.STAGE, Tag.EXAMINE, Tag.DECIDE, Tag.CHECK, Tag.POST, Tag.MATTER, Tag.VERIFY, Tag.REQUEST}
)
_WHAT = frozenset({Tag.DOSSIER, Tag.APPLICANT, Tag.TYPE, Tag.CLASS, Tag.CHANNEL, Tag.FILED})
_NO_NAME = (Tag.TIME, Tag.TOTAL, Tag.MUST, Tag.DUTY, Tag.EXTRA, Tag.START, Tag.EXCLUDE, Tag.RECEIVES, Tag.POST)
_LONGEST_NAME = 8  # words; with more of them a sentence tells what somebody does
_HEAD = 3  # the head of a label stands among its first words


@dataclass(slots=True, eq=False)
class Entry:
    """A reading and what became of it."""

    reading: Reading
    reason: Reason | None  # why it does not count
    extra: bool
    split: bool  # "trong đó" stands between the time before and this one
    headings: tuple[Part, ...]  # the conditions it stands under
    total: "Entry | None" = None  # the stated total that this one is a stage of
    peer: bool = False  # its label names a procedure beside others: "cấp giấy: 03 ngày; gia hạn: 01 ngày"

    @property
    def quantity(self) -> Quantity:
        """The time itself."""
        return self.reading.quantity

    @property
    def amount(self) -> tuple[Decimal | None, Decimal, Unit | None]:
        """What makes two entries the same case."""
        quantity = self.reading.quantity
        return quantity.minimum, quantity.maximum, quantity.unit

    @property
    def counted(self) -> bool:
        """A duration of its own: neither on top of another, nor part of one."""
        return self.reason is None and not self.extra and self.total is None

    @property
    def is_extra_case(self) -> bool:
        """On top of another duration, and counted."""
        return self.extra and self.reason is None

    @property
    def condition(self) -> Part | None:
        """For which case it is: by its own words, else by the nearest heading."""
        own = self.own_condition or (self.headings[-1] if self.headings else None)
        return own if own and own.hi > own.lo else None

    @property
    def actor(self) -> Part | None:
        """Who has this time, as far as the words say: an authority and what follows up to the next known phrase."""
        reading = self.reading
        for part in (reading.label, reading.name, reading.before, reading.condition, reading.act):
            for i, atom in enumerate(part.atoms):
                if atom.tag is Tag.AUTHORITY:
                    rest = (other.lo for other in part.atoms[i + 1 :] if other.tag is not Tag.AUTHORITY)
                    return Part(atom.lo, next(rest, part.hi), (atom,))
        return None

    @property
    def own_condition(self) -> Part | None:
        """What sets this time apart from others: a condition, or a label that is none of a stage."""
        reading = self.reading
        if self.headings[-1:] == (reading.condition,):
            return None
        if reading.condition.atoms or reading.right_label:
            return None if self.names_authority or _is_ordinary_course(reading.condition) else reading.condition
        if reading.name.lo > reading.before.lo and _names_class(reading.name):
            return reading.name
        label = reading.label if reading.label.hi else reading.before._replace(hi=reading.name.hi)
        if self.peer:
            return label
        if _tells_stage(label):
            return label if label.has(Tag.CLASS) else None
        titled = reading.label.hi > reading.label.lo or _opens_with_name(label)
        return label if label.has(*QUALITIES) or (titled and not label.has(Tag.TIME, Tag.TOTAL)) else None

    @property
    def names_authority(self) -> bool:
        """ "05 ngày đối với Chủ tịch Ủy ban nhân dân": who does it, in the form of a condition."""
        atoms = self.reading.condition.atoms[:2]
        if [atom.tag for atom in atoms] not in ([Tag.FOR, Tag.AUTHORITY], [Tag.AT, Tag.AUTHORITY]):
            return False
        return atoms[1].lo - atoms[0].hi <= 1

    @property
    def is_stage(self) -> bool:
        """Whether the words say what is done in this time or by whom, or it starts when another stage ends."""
        return self.is_named_stage or self.reading.act.has(*_STAGE)

    @property
    def is_named_stage(self) -> bool:
        """A stage by its label or by its start event, not only because an act is told."""
        reading = self.reading
        named = _tells_stage(reading.label) or _tells_stage(reading.before)
        return named or self.starts_later or self.names_authority

    @property
    def names_procedure(self) -> bool:
        """Whether its label may name a procedure as well as a stage: "Cấp tên định danh: 03 ngày"."""
        return {tag for tag in self.reading.label.tags if tag in _STAGE} == {Tag.DECIDE}

    @property
    def starts_later(self) -> bool:
        """Whether the clock starts with an act of an authority, not with the dossier."""
        tags = self.reading.start.tags
        if Tag.FILED in tags:
            return bool({Tag.AUTHORITY, Tag.STAGE}.issubset(tags[tags.index(Tag.FILED) :]))
        return bool(_STAGE.intersection(tags))


def _is_ordinary_course(condition: Part) -> bool:
    """ "trường hợp hồ sơ đầy đủ, hợp lệ": not set against another branch, this is no condition."""
    return condition.has(Tag.COMPLETE, Tag.FILED) and not condition.has(*QUALITIES, Tag.VERIFY)


def _names_class(part: Part) -> bool:
    """ "nhóm B không quá 30 ngày", "đất ở 15 ngày": a name directly before the time."""
    return part.has(*QUALITIES) or (part.hi - part.lo > 1 and not part.has(*_STAGE, *_NO_NAME))


def _tells_stage(part: Part) -> bool:
    """Whether words name what is done in a time or who does it: "thẩm định hồ sơ", not "hồ sơ thẩm định lại"."""
    head = part.lo
    for atom in part.atoms:
        if atom.tag in _STAGE:
            return atom.lo - head <= _HEAD
        if atom.tag in (Tag.TIME, Tag.TOTAL, Tag.WINDOW):
            return part.has(*_STAGE)
        if atom.tag is Tag.DUTY:
            head = atom.hi  # hoàn thiện hồ sơ, trình …
        if atom.tag in _WHAT:
            return False
    return False


def _opens_with_name(part: Part) -> bool:
    """ "cá nhân 05 ngày", "đất ở 15 ngày": what is meant stands before the time without a colon."""
    first = next((atom for atom in part.atoms if atom.tag not in (Tag.COMMA, Tag.AND, Tag.OR, Tag.SPLIT)), None)
    if first is None or first.lo == part.lo:
        named = first is not None and first.tag is Tag.APPLICANT and part.hi - part.lo <= _LONGEST_NAME
        return named and not part.has(Tag.MUST, Tag.DUTY)
    return first.lo > part.lo + 1 and first.tag in (Tag.LIMIT, Tag.QUANTITY)
