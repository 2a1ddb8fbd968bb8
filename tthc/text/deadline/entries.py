"""Every time of the text with its part in the whole: counted, on top, a stage inside a stated total, or not counted."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from decimal import Decimal

from tthc.domain.deadline import Unit
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.numbers import Quantity
from tthc.text.deadline.outline import Atom, Clause, Item, Part, clauses_of
from tthc.text.deadline.reading import CONDITIONS, QUALITIES, Reading, read
from tthc.text.deadline.roles import STAGE_AFTER_ALL, Reason, is_extra, reason_against

_STAGE = frozenset({Tag.AUTHORITY, Tag.STAGE, Tag.EXAMINE, Tag.DECIDE, Tag.CHECK, Tag.POST, Tag.MATTER})
_WHAT = frozenset({Tag.DOSSIER, Tag.APPLICANT, Tag.TYPE, Tag.CLASS, Tag.CHANNEL, Tag.FILED})
_HEAD = 3  # the head of a label stands among its first words
_ADDING = frozenset({Tag.LIMIT, Tag.MINIMUM, Tag.AND, Tag.OR, Tag.COMMA})
_INHERITED = frozenset({Reason.APPLICANT_DUTY, Reason.INCOMPLETE_DOSSIER, Reason.BEFORE_EVENT, Reason.COMPLETENESS_CHECK})
_MOST_STAGES = 20
_IN_DAYS = frozenset({Unit.WORKING_DAY, Unit.DAY})  # a total in days may be split in working days


@dataclass(slots=True, eq=False)
class Entry:
    """A reading and what became of it."""

    reading: Reading
    reason: Reason | None
    extra: bool
    split: bool  # "trong đó" stands between the time before and this one
    headings: tuple[Part, ...]  # the conditions it stands under
    total: "Entry | None" = None  # the stated total that this one is a stage of

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
    def own_condition(self) -> Part | None:
        """What sets this time apart from others: a condition, or a label that is none of a stage."""
        reading = self.reading
        if reading.condition.atoms or reading.right_label:
            return None if self.names_authority else reading.condition
        label = reading.label if reading.label.hi else reading.before
        if _tells_stage(label):
            return label if label.has(Tag.CLASS) else None
        titled = reading.label.hi > reading.label.lo and not label.has(Tag.TIME, Tag.TOTAL)
        return label if titled or label.has(*QUALITIES) else None

    @property
    def names_authority(self) -> bool:
        """ "05 ngày đối với Chủ tịch Ủy ban nhân dân": who does it, in the form of a condition."""
        return self.reading.condition.tags[:2] == (Tag.FOR, Tag.AUTHORITY)

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
    def starts_later(self) -> bool:
        """Whether the clock starts with an act of an authority, not with the dossier."""
        tags = self.reading.start.tags
        if Tag.FILED in tags:
            return bool({Tag.AUTHORITY, Tag.STAGE}.issubset(tags[tags.index(Tag.FILED) :]))
        return bool(_STAGE.intersection(tags))


def _tells_stage(part: Part) -> bool:
    """Whether words before a time name what is done in it or who does it: "thẩm định hồ sơ", not "hồ sơ thẩm định lại"."""
    for atom in part.atoms:
        if atom.tag in _STAGE:
            return atom.lo - part.lo <= _HEAD
        if atom.tag in (Tag.TIME, Tag.TOTAL, Tag.WINDOW):
            return part.has(*_STAGE)
        if atom.tag in _WHAT:
            return False
    return False


def enter(items: Sequence[Item]) -> list[Entry]:
    """All times of the text in order, each with its part."""
    entries = _entries(items)
    for last, entry in pairwise(entries):
        _inherit(last, entry)
    _restatements(entries)
    _checks_in_lists(entries)
    _totals(entries)
    return entries


def _entries(items: Sequence[Item]) -> list[Entry]:
    splits = [atom.lo for clause in clauses_of(items) for atom in _all_atoms(clause) if atom.tag is Tag.SPLIT]
    entries: list[Entry] = []
    before = 0
    for clause in clauses_of(items):
        for reading in read(clause):
            at = reading.quantity.lo
            split = bisect(splits, before) != bisect(splits, at)
            headings = _headings(clause.item)
            entries.append(Entry(reading, reason_against(reading), is_extra(reading), split, headings))
            before = at
    return entries


def _all_atoms(clause: Clause) -> Iterator[Atom]:
    for atom in clause.atoms:
        yield atom
        for inner in atom.inside:
            yield from _all_atoms(inner)


def _headings(item: Item) -> tuple[Part, ...]:
    parts = (above.heading for above in item.above)
    return tuple(part for part in parts if part.has(*CONDITIONS, *QUALITIES) and not part.has(Tag.SPLIT))


def _inherit(last: Entry, entry: Entry) -> None:
    """What is said of one time goes for the next one in the same sentence that only adds a bound or a condition."""
    one, other = last.reading, entry.reading
    if one.clause.sentence != other.clause.sentence:
        return
    if last.extra and other.condition.atoms and not other.before.has(Tag.TIME):
        entry.extra = True  # gia hạn không quá 30 ngày; đối với vụ việc phức tạp thì không quá 60 ngày
    if one.clause is other.clause and entry.reason is None:
        if Tag.AFTER in one.lead and last.counted and Tag.AFTER not in other.lead:
            last.reason = Reason.WAITING  # sau 02 tháng …, được cấp lại trong thời hạn 10 ngày
        adds = all(tag in _ADDING for tag in other.before.tags)
        adds = adds and (not other.condition.atoms or other.condition.lo > other.quantity.lo)
        if last.reason in _INHERITED and adds and not other.act.has(Tag.DECIDE, Tag.STAGE):
            entry.reason = last.reason  # ít nhất 15 ngày nhưng không quá 60 ngày


def _restatements(entries: Sequence[Entry]) -> None:
    """ "15 ngày (mười lăm ngày)", "không quá 01 ngày làm việc (trong thời hạn 01 ngày …)"."""
    for entry in entries:
        owner = entry.reading.owner
        if entry.counted and owner and not entry.reading.condition.atoms:
            if owner.quantity.maximum == entry.quantity.maximum and owner.quantity.minimum == entry.quantity.minimum:
                entry.reason = Reason.RESTATED


def _checks_in_lists(entries: Sequence[Entry]) -> None:
    """ "Thời hạn kiểm tra hồ sơ: 05 ngày. Thời hạn thẩm định: 40 ngày": in a list of labelled stages the check is one."""
    checks = [entry for entry in entries if entry.reason is Reason.COMPLETENESS_CHECK and _is_titled_stage(entry)]
    if checks and any(entry.counted and _is_titled_stage(entry) for entry in entries):
        for entry in checks:
            entry.reason = None


def _is_titled_stage(entry: Entry) -> bool:
    return entry.reading.label.has(Tag.TIME) and entry.is_named_stage


def _totals(entries: Sequence[Entry]) -> None:
    """Find stated totals and make the times that split them their stages."""
    at = 0
    while at < len(entries):
        entry = entries[at]
        at += 1
        if entry.counted:
            stages = _stages_of(entry, entries[at : at + _MOST_STAGES])
            for stage in stages:
                stage.total, stage.reason = entry, None
            at += len(stages)


def _stages_of(total: Entry, following: Sequence[Entry]) -> list[Entry]:
    """The times directly after a total that add up to it, or that "trong đó" introduces."""
    announced = bool(following) and following[0].split
    stages: list[Entry] = []
    left = total.quantity.maximum
    for entry in following:
        comparable = _in_one_unit(entry, total)
        if not _may_be_stage(entry) or (comparable and entry.quantity.maximum > left) or not (comparable or announced):
            break
        if stages and announced and entry.reading.owner is not stages[0].reading.owner:
            break
        stages.append(entry)
        left -= entry.quantity.maximum if comparable else 0
        if left == 0:
            break
    if left == 0 and len(stages) > 1 and (announced or _tells_stages(total, stages)):
        return stages
    if announced and all(entry.own_condition is None for entry in stages):
        return stages
    return []


def _may_be_stage(entry: Entry) -> bool:
    return not entry.extra and (entry.reason is None or entry.reason in STAGE_AFTER_ALL)


def _in_one_unit(entry: Entry, total: Entry) -> bool:
    units = {entry.quantity.unit, total.quantity.unit}
    return len(units) == 1 or units <= _IN_DAYS


def _tells_stages(total: Entry, stages: Sequence[Entry]) -> bool:
    """Without "trong đó": the total stands bare, and what follows it in brackets or below are stages."""
    if total.own_condition or any(entry.own_condition for entry in stages):
        return False
    inside = all(entry.reading.owner is total.reading for entry in stages)
    return inside or (not total.is_named_stage and all(entry.is_stage for entry in stages))
