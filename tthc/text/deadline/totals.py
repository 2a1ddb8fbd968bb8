"""Stated totals and the stages they are split in: "15 ngày, trong đó: Sở 10 ngày, UBND 05 ngày"."""

from collections.abc import Sequence

from tthc.domain.deadline import Unit
from tthc.text.deadline.entry import Entry
from tthc.text.deadline.lexicon import Tag
from tthc.text.deadline.reasons import Reason
from tthc.text.deadline.roles import STAGE_AFTER_ALL
from tthc.text.deadline.stretch import QUALITIES
from tthc.text.deadline.tree import CONDITIONS

_IF_ADDED_UP = frozenset({Reason.INCOMPLETE_DOSSIER, Reason.APPLICANT_DUTY})  # stages only of a total that needs them
_NO_STAGES = QUALITIES | CONDITIONS | {Tag.APPLICANT}  # labels of alternatives
_MOST_STAGES = 20
_IN_DAYS = frozenset({Unit.WORKING_DAY, Unit.DAY})  # a total in days may be split in working days


def split_totals(entries: Sequence[Entry]) -> None:
    """Find stated totals and make the times that split them their stages."""
    at = 0
    while at < len(entries):
        entry = entries[at]
        at += 1
        if entry.counted:
            stages = _stages_of(entry, entries[at : at + _MOST_STAGES])
            at += len(stages)
            detailed = _stages_of(entry, entries[at : at + _MOST_STAGES]) if stages else []
            if detailed and detailed[0].split:  # "23 ngày (15 ngày và 08 ngày), trong đó: …"
                for stage in stages:
                    stage.reason = Reason.RESTATED
                stages, at = detailed, at + len(detailed)
            if not stages and entry.reading.before.has(Tag.TOTAL):
                stages = _summed_up(entry, entries[max(0, at - 1 - _MOST_STAGES) : at - 1])
            for stage in stages:
                stage.total, stage.reason = entry, None


def _stages_of(total: Entry, following: Sequence[Entry]) -> list[Entry]:
    """The times directly after a total that add up to it, or that "trong đó" introduces."""
    announced = bool(following) and following[0].split
    stages: list[Entry] = []
    left = total.quantity.maximum
    for entry in following:
        if not _goes_on(entry, total, stages, announced=announced):
            break
        if _in_one_unit(entry, total):
            left -= entry.quantity.maximum
        if left < 0:
            break
        stages.append(entry)
        if left == 0:
            break
    if left == 0 and len(stages) > 1 and (announced or _tells_stages(total, stages)):
        return stages
    if announced and all(entry.own_condition is None and entry.reason not in _IF_ADDED_UP for entry in stages):
        return stages
    return []


def _goes_on(entry: Entry, total: Entry, stages: Sequence[Entry], *, announced: bool) -> bool:
    """Whether this time may be the next stage."""
    if entry.extra or not (announced or _in_one_unit(entry, total)):
        return False
    if announced and stages and entry.reading.owner is not stages[0].reading.owner:
        return False
    may_count = STAGE_AFTER_ALL | _IF_ADDED_UP if announced else STAGE_AFTER_ALL
    return entry.reason is None or entry.reason in may_count


def _tells_stages(total: Entry, stages: Sequence[Entry]) -> bool:
    """Without "trong đó": the total stands bare, and what follows it in brackets or below are stages."""
    own = [entry.own_condition for entry in stages if entry.own_condition]
    if all(entry.reading.owner is total.reading for entry in stages):
        return not own or (not any(part.has(*_NO_STAGES) for part in own) and any(map(_is_plain_stage, stages)))
    if own:
        return False
    return not total.own_condition and (not total.is_named_stage and all(entry.is_stage for entry in stages))


def _is_plain_stage(entry: Entry) -> bool:
    """Whether it shows that a list is one of stages: "nhận hồ sơ: 01 ngày; …"; not "đất ở: 05 ngày; …"."""
    return entry.is_stage or entry.reading.label.has(Tag.FILED) or entry.reading.name.has(Tag.FILED)


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


def _in_one_unit(entry: Entry, total: Entry) -> bool:
    units = {entry.quantity.unit, total.quantity.unit}
    return len(units) == 1 or units <= _IN_DAYS
