"""Every time of the text with its part in the whole; what one of them says for its neighbours."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tthc.domain.deadline import Unit
from tthc.text.deadline.entry import Entry
from tthc.text.deadline.exclusion import leave_out
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.reading import read
from tthc.text.deadline.reasons import Reason
from tthc.text.deadline.roles import is_extra, reason_against
from tthc.text.deadline.stretch import QUALITIES
from tthc.text.deadline.totals import split_totals
from tthc.text.deadline.tree import CONDITIONS, Atom, Clause, Item, Part, clauses_of

_ADDING = frozenset({Tag.LIMIT, Tag.MINIMUM, Tag.AND, Tag.OR, Tag.COMMA})
_OTHERS = frozenset({Reason.VALIDITY, Reason.APPLICANT_DUTY, Reason.APPLICATION_WINDOW})  # not of the authority
_INHERITED = frozenset(
    {Reason.APPLICANT_DUTY, Reason.INCOMPLETE_DOSSIER, Reason.COMPLETENESS_CHECK, Reason.BEFORE_EVENT, Reason.PAYMENT}
    | {Reason.VALIDITY, Reason.APPLICATION_WINDOW, Reason.POSTING}
)


def enter(items: Sequence[Item]) -> list[Entry]:
    """All times of the text in order, each with its part."""
    entries = _entries(items)
    for last, entry in pairwise(entries):
        _inherit(last, entry)
    leave_out(entries, list(clauses_of(items)))
    _restatements(entries)
    _checks_in_lists(entries)
    _prolonged(entries)
    _years(entries)
    split_totals(entries)
    _share_conditions([entry for entry in entries if entry.counted])
    return entries


def _entries(items: Sequence[Item]) -> list[Entry]:
    splits = sorted(at for clause in clauses_of(items) for at in _splits(clause))
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


def _splits(clause: Clause) -> Iterator[int]:
    """Where stages are announced: "trong đó", or a colon behind a total, "Tổng thời gian 40 ngày: Sở 30 ngày; …"."""
    yield from (atom.lo for atom in _all_atoms(clause) if atom.tag is Tag.SPLIT)
    totals = [atom.lo for atom in clause.atoms if atom.tag is Tag.TOTAL]
    for one, other in pairwise(clause.atoms):
        if totals and totals[0] < one.lo and (one.tag, other.tag) == (Tag.QUANTITY, Tag.COLON):
            yield other.lo


def _all_atoms(clause: Clause) -> Iterator[Atom]:
    for atom in clause.atoms:
        yield atom
        for inner in atom.inside:
            if inner.has_time:  # "(gồm cả thời gian đánh giá)" announces no stages
                yield from _all_atoms(inner)


def _headings(item: Item) -> tuple[Part, ...]:
    parts = (above.heading for above in item.above)
    return tuple(part for part in parts if part.has(*CONDITIONS, *QUALITIES) and not part.has(Tag.SPLIT))


def _inherit(last: Entry, entry: Entry) -> None:
    """What is said of one time goes for the next one in the same sentence that only adds a bound or a condition."""
    one, other = last.reading, entry.reading
    if one.clause.sentence != other.clause.sentence:
        return
    if entry.extra and last.reason in _OTHERS:
        entry.reason = last.reason  # giấy phép có thời hạn 05 năm và được gia hạn không quá 02 năm
    if last.extra and other.condition.atoms and not other.before.has(Tag.TIME):
        entry.extra = True  # gia hạn không quá 30 ngày; đối với vụ việc phức tạp thì không quá 60 ngày
    if one.clause is other.clause and Tag.DOWN_TO in other.lead:
        last.reason = Reason.REDUCTION  # từ 15 ngày xuống còn 10 ngày
    elif one.clause is other.clause and other.owner and last.reason is Reason.REDUCTION:
        entry.reason = last.reason  # (giảm 05 ngày so với quy định là 15 ngày)
    if one.clause is other.clause and entry.reason is None:
        if Tag.AFTER in one.lead and last.counted and Tag.AFTER not in other.lead:
            last.reason = Reason.WAITING  # sau 02 tháng …, được cấp lại trong thời hạn 10 ngày
        adds = all(tag in _ADDING for tag in other.before.tags)
        adds = adds and (not other.condition.atoms or other.condition.lo > other.quantity.lo)
        adds = adds and not other.start.has(Tag.FILED)
        if last.reason in _INHERITED and adds and not other.act.has(Tag.DECIDE, Tag.STAGE):
            entry.reason = last.reason  # ít nhất 15 ngày nhưng không quá 60 ngày


def _restatements(entries: Sequence[Entry]) -> None:
    """ "15 ngày (mười lăm ngày)", "08 giờ làm việc (01 ngày làm việc)": the second says the first again."""
    for entry in entries:
        reading = entry.reading
        if entry.counted and reading.owner and not reading.condition.atoms:
            one, other = reading.owner.quantity, entry.quantity
            atoms = reading.clause.atoms
            alone = len(atoms) <= 2 and all(atom.tag in (Tag.QUANTITY, Tag.LIMIT) for atom in atoms)
            if alone or (one.maximum == other.maximum and one.minimum == other.minimum):
                entry.reason = Reason.RESTATED


def _checks_in_lists(entries: Sequence[Entry]) -> None:
    """ "Thời hạn kiểm tra hồ sơ: 05 ngày. Thời hạn thẩm định: 40 ngày": in a list of stages the check is one."""
    checks = [entry for entry in entries if entry.reason is Reason.COMPLETENESS_CHECK and _is_titled_stage(entry)]
    if checks and any(entry.counted and _is_titled_stage(entry) for entry in entries):
        for entry in checks:
            entry.reason = None


def _is_titled_stage(entry: Entry) -> bool:
    return entry.reading.label.has(Tag.TIME) and entry.is_named_stage


def _years(entries: Sequence[Entry]) -> None:
    """No authority takes years: behind another time they tell how long something is valid or kept, or a habit."""
    for entry in entries[1:]:
        reading = entry.reading
        told = reading.condition.atoms or reading.start.has(Tag.FILED) or entry.is_stage
        labelled = reading.label.hi > reading.label.lo and set(reading.before.tags) <= {Tag.COLON, Tag.LIMIT}
        if entry.counted and reading.quantity.unit is Unit.YEAR and not told and not labelled:
            entry.reason = Reason.VALIDITY


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
