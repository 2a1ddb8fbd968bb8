"""Who can put a repetition right."""

from tthc.analysis.duplicates.certain import Kind
from tthc.analysis.duplicates.exact import base_code
from tthc.analysis.duplicates.findings import Repeat
from tthc.analysis.online.criteria import Decider
from tthc.domain.entry import Entry
from tthc.domain.level import Formality

_OF_THE_LIST = (Kind.CODE, Kind.NAME_DRIFT, Kind.DEADLINES, Kind.LEVELS, Kind.REPEALED)
_OF_THE_PROVINCE = (Formality.LOCAL, Formality.SPECIFIC, Formality.ASSIGNED)


def decider(repeat: Repeat) -> Decider:
    """The province keeps its own list in order, and merges what it has set itself. Two procedures that ministries have
    announced are merged by them: there the province proposes (Điều 31 NĐ 63/2010/NĐ-CP).
    """
    if repeat.kind in _OF_THE_LIST:
        return Decider.PROVINCE
    announced = {base_code(entry.procedure.code) for entry in repeat.entries if _is_national(entry)}
    return Decider.MINISTRY if len(announced) > 1 else Decider.PROVINCE


def _is_national(entry: Entry) -> bool:
    procedure = entry.procedure
    return bool(base_code(procedure.code)) and not procedure.internal and procedure.formality not in _OF_THE_PROVINCE
