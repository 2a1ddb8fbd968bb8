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

_STAGE = frozenset(
    {Tag.AUTHORITY, Tag.STAGE, Tag.EXAMINE, Tag.DECIDE, Tag.CHECK, Tag.POST, Tag.MATTER, Tag.VERIFY, Tag.REQUEST}
)
_WHAT = frozenset({Tag.DOSSIER, Tag.APPLICANT, Tag.TYPE, Tag.CLASS, Tag.CHANNEL, Tag.FILED})
_HEAD = 3  # the head of a label stands among its first words
_ADDING = frozenset({Tag.LIMIT, Tag.MINIMUM, Tag.AND, Tag.OR, Tag.COMMA})
_INHERITED = frozenset({Reason.APPLICANT_DUTY, Reason.INCOMPLETE_DOSSIER, Reason.BEFORE_EVENT, Reason.COMPLETENESS_CHECK, Reason.PAYMENT})
_IF_ADDED_UP = frozenset({Reason.INCOMPLETE_DOSSIER, Reason.APPLICANT_DUTY})  # stages only of a total that needs them
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
        label = reading.label if reading.label.hi else reading.before
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
    return part.has(*QUALITIES) or (part.hi - part.lo > 1 and not part.atoms)


def _tells_stage(part: Part) -> bool:
    """Whether words before a time name what is done in it or who does it: "thẩm định hồ sơ", not "hồ sơ thẩm định lại"."""
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
        return first is not None and first.tag is Tag.APPLICANT and not part.has(Tag.MUST, Tag.DUTY)
    return first.lo > part.lo + 1 and first.tag in (Tag.LIMIT, Tag.QUANTITY)


def enter(items: Sequence[Item]) -> list[Entry]:
    """All times of the text in order, each with its part."""
    entries = _entries(items)
    for last, entry in pairwise(entries):
        _inherit(last, entry)
    _restatements(entries)
    _checks_in_lists(entries)
    _prolonged(entries)
    _totals(entries)
    _share_conditions([entry for entry in entries if entry.counted])
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
    if entry.extra and last.reason is Reason.VALIDITY:
        entry.reason = last.reason  # giấy phép có thời hạn 05 năm và được gia hạn không quá 02 năm
    if last.extra and other.condition.atoms and not other.before.has(Tag.TIME):
        entry.extra = True  # gia hạn không quá 30 ngày; đối với vụ việc phức tạp thì không quá 60 ngày
    if one.clause is other.clause and Tag.DOWN_TO in other.lead:
        last.reason = Reason.REDUCTION  # từ 15 ngày xuống còn 10 ngày
    if one.clause is other.clause and entry.reason is None:
        if Tag.AFTER in one.lead and last.counted and Tag.AFTER not in other.lead:
            last.reason = Reason.WAITING  # sau 02 tháng …, được cấp lại trong thời hạn 10 ngày
        adds = all(tag in _ADDING for tag in other.before.tags)
        adds = adds and (not other.condition.atoms or other.condition.lo > other.quantity.lo)
        if last.reason in _INHERITED and adds and not other.act.has(Tag.DECIDE, Tag.STAGE):
            entry.reason = last.reason  # ít nhất 15 ngày nhưng không quá 60 ngày


def _restatements(entries: Sequence[Entry]) -> None:
    """ "15 ngày (mười lăm ngày)", "08 giờ làm việc (01 ngày làm việc)", "01 ngày làm việc (trong thời hạn 01 ngày …)"."""
    for entry in entries:
        reading = entry.reading
        if entry.counted and reading.owner and not reading.condition.atoms:
            one, other = reading.owner.quantity, entry.quantity
            atoms = reading.clause.atoms
            alone = len(atoms) <= 2 and all(atom.tag in (Tag.QUANTITY, Tag.LIMIT) for atom in atoms)
            if alone or (one.maximum == other.maximum and one.minimum == other.minimum):
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
            at += len(stages)
            if not stages and entry.reading.before.has(Tag.TOTAL):
                stages = _summed_up(entry, entries[max(0, at - 1 - _MOST_STAGES) : at - 1])
            for stage in stages:
                stage.total, stage.reason = entry, None


def _summed_up(total: Entry, before: Sequence[Entry]) -> list[Entry]:
    """ "Sở: 05 ngày; Bộ: 10 ngày. Tổng cộng: 15 ngày": the times just before a total, if they add up to it."""
    stages: list[Entry] = []
    left = total.quantity.maximum
    for entry in reversed(before):
        if not entry.counted or not _in_one_unit(entry, total):
            break
        stages.append(entry)
        left -= entry.quantity.maximum
        if left <= 0:
            break
    return stages[::-1] if left == 0 and len(stages) > 1 else []


def _stages_of(total: Entry, following: Sequence[Entry]) -> list[Entry]:
    """The times directly after a total that add up to it, or that "trong đó" introduces."""
    announced = bool(following) and following[0].split
    stages: list[Entry] = []
    left = total.quantity.maximum
    for entry in following:
        comparable = _in_one_unit(entry, total)
        if not _may_be_stage(entry, announced=announced) or (comparable and entry.quantity.maximum > left) or not (comparable or announced):
            break
        if stages and announced and entry.reading.owner is not stages[0].reading.owner:
            break
        stages.append(entry)
        left -= entry.quantity.maximum if comparable else 0
        if left == 0:
            break
    if left == 0 and len(stages) > 1 and (announced or _tells_stages(total, stages)):
        return stages
    if announced and all(entry.own_condition is None and entry.reason not in _IF_ADDED_UP for entry in stages):
        return stages
    return []


def _prolonged(entries: Sequence[Entry]) -> None:
    """ "30 ngày, có thể kéo dài không quá 15 ngày": a longer term that is no longer can only be on top."""
    longest: dict[Unit | None, Decimal] = {}
    for entry in entries:
        unit, maximum = entry.quantity.unit, entry.quantity.maximum
        if entry.counted and entry.reading.before.has(Tag.PROLONG) and maximum <= longest.get(unit, Decimal(0)):
            entry.extra = True
        elif entry.counted:
            longest[unit] = max(maximum, longest.get(unit, maximum))


def _share_conditions(counted: Sequence[Entry]) -> None:
    """ "Đối với nhóm A: thẩm định 10 ngày; phê duyệt 05 ngày": the condition before the colon is a heading to both."""
    leader: Entry | None = None
    for entry in counted:
        reading = entry.reading
        if leader and leader.reading.clause.sentence == reading.clause.sentence:
            if entry.own_condition is None and entry.is_stage:
                leader.headings = _with(leader.headings, leader.reading.condition)
                entry.headings = _with(entry.headings, leader.reading.condition)
        elif reading.condition.atoms and reading.condition.hi <= reading.label.hi:
            leader = entry
        else:
            leader = None


def _with(headings: tuple[Part, ...], condition: Part) -> tuple[Part, ...]:
    return headings if condition in headings else (*headings, condition)


def _may_be_stage(entry: Entry, *, announced: bool) -> bool:
    if entry.extra or (announced and entry.reason in _IF_ADDED_UP):
        return not entry.extra
    return entry.reason is None or entry.reason in STAGE_AFTER_ALL


def _in_one_unit(entry: Entry, total: Entry) -> bool:
    units = {entry.quantity.unit, total.quantity.unit}
    return len(units) == 1 or units <= _IN_DAYS


def _tells_stages(total: Entry, stages: Sequence[Entry]) -> bool:
    """Without "trong đó": the total stands bare, and what follows it in brackets or below are stages."""
    if any(entry.own_condition for entry in stages):
        return False
    if all(entry.reading.owner is total.reading for entry in stages):
        return True
    return not total.own_condition and (not total.is_named_stage and all(entry.is_stage for entry in stages))
