"""Whether the applicant must act in person."""

from collections.abc import Sequence

from tthc.domain.level import Channel
from tthc.text.evidence.clauses import Clause
from tthc.text.evidence.conditions import RARE, Limit
from tthc.text.evidence.lexicon import Mark
from tthc.text.evidence.model import Presence, Reading, Wording
from tthc.text.evidence.signs import Sign, actor

_FILING = frozenset({"in_person", "must_come", "collect_in_person", "no_proxy"})
_FILES = frozenset({"file", "hand_in", "in_person", "return"})
_ATTENDING = frozenset({"must_attend", "attend"})
_EXAM = frozenset({"exam", "sit_exam", "kept_exam", "exam_paper"})
_BOUND = frozenset({"must_attend", "duty"})
_SERVED = 8  # words between having been somewhere and the service
_FILED = 12  # words between "phải trực tiếp đến" and what one comes for


def presence(wording: Wording, signs: Sequence[Sign], free: Reading[Presence] | None) -> Reading[Presence]:
    """The strictest thing that is said; without anything, what the ways of filing allow (`free_of_presence`)."""
    remote = free is not None
    found = [sign for sign in signs if _counts(sign, remote=remote)]
    if any(_EXAM.intersection(sign.groups) for sign in found) and not _is_sat(wording, signs):
        found = [sign for sign in found if not _EXAM.intersection(sign.groups)]
    found += _examinations(wording, signs)
    for sign in found:
        if Limit.DIRECT not in sign.limits or not remote:
            return Reading(Presence.REQUIRED, sign.quote, sign.clause.part)
    if found:
        return Reading(Presence.CHANNEL_ONLY, found[0].quote, found[0].clause.part)
    for sign in signs:
        if sign.kind == "hearing" and not sign.limits & RARE:
            return Reading(Presence.UNKNOWN, sign.quote, sign.clause.part)
    return free or Reading(Presence.UNKNOWN)


def _is_sat(wording: Wording, signs: Sequence[Sign]) -> bool:
    """Whether an examination that is spoken of must be sat in person: not one taken online, nor one that is over."""
    return not any(sign.kind == "online_exam" for sign in signs) and not Clause(wording.name, "name").has("exam_over")


def _counts(sign: Sign, *, remote: bool) -> bool:
    """Whether a sign shows presence. `remote`: one can file without coming."""
    if sign.kind != "presence" or sign.limits & RARE:
        return False
    if _ATTENDING.intersection(sign.groups) and (_is_service(sign) or not _at_agency(sign)):
        return False
    if sign.clause.part == "conditions" and not _ATTENDING.intersection(sign.groups):
        return False
    if _EXAM.intersection(sign.groups):
        return True
    if sign.groups == ("must_come",) and not _comes_to_file(sign):
        return actor(sign.clause, sign.start) != "agency" and not _by_remote(sign)
    if len(sign.groups) == 1 and sign.groups[0] in _FILING:
        return not remote and actor(sign.clause, sign.start) != "agency"
    return not _by_remote(sign) and not sign.clause.has("panel")


def _comes_to_file(sign: Sign) -> bool:
    """ "phải trực tiếp đến nộp hồ sơ" says how to file in person, "phải trực tiếp đến thông báo" that one must come."""
    return sign.clause.has("file", range(sign.end, sign.end + _FILED)) or sign.clause.has(
        "hand_in", range(sign.end, sign.end + _FILED)
    )


def _at_agency(sign: Sign) -> bool:
    """Whether one attends before the authority, not at one's own place when it is checked or while it is open."""
    clause = sign.clause
    if clause.part == "conditions" and not (clause.has("when") or clause.has("at_office")):
        return False
    return not (clause.has("on_site", range(sign.end, sign.end + 4)) or clause.has("team"))


def _is_service(sign: Sign) -> bool:
    """ "đã trực tiếp phục vụ chiến đấu, có mặt tại các chiến trường": where one was, not where one must come."""
    if _BOUND.intersection(sign.groups) or sign.clause.has("at_office", range(sign.start, sign.end + 2)):
        return False
    return sign.clause.has("service", range(max(0, sign.start - _SERVED), sign.end + _SERVED))


def _by_remote(sign: Sign) -> bool:
    """ "đến trụ sở hoặc qua bưu chính", "chụp ảnh bằng thiết bị di động": not bound to a place."""
    after = range(sign.start, sign.end + 15)
    return sign.clause.has("remote", after) and Limit.DIRECT not in sign.limits


def _examinations(wording: Wording, signs: Sequence[Sign]) -> list[Sign]:
    """ "tổ chức kiểm tra" is an examination of the person where a fee for one is named."""
    fees = [Clause(way.fee, "channels") for way in wording.ways if way.fee]
    if not any(fee.has("exam_fee") for fee in fees):
        return []
    return [sign for sign in signs if sign.kind == "plain_check" and sign.clause.part == "steps"]


def free_of_presence(wording: Wording, clauses: Sequence[Clause]) -> Reading[Presence] | None:
    """What lets the applicant stay away: another way of filing, listed or described, or somebody else who files."""
    for clause in clauses:
        for mark in clause.marks:
            if _filed_remotely(clause, mark):
                return Reading(Presence.NOT_REQUIRED, clause.quote(mark.start, mark.end), clause.part)
    if wording.offers(Channel.ONLINE, Channel.POST):
        return Reading(Presence.NOT_REQUIRED, "", "channels")
    return None


def _filed_remotely(clause: Clause, mark: Mark) -> bool:
    if not mark.groups & {"remote", "proxy"} or ("proxy" in mark.groups and actor(clause, mark.start) == "agency"):
        return False  # an authority that acts for another is nobody's proxy
    if "proxy" in mark.groups and any(
        m.groups & _FILES and "return" not in m.groups and 0 <= m.start - mark.end <= 1 for m in clause.marks
    ):
        return True  # "người được ủy quyền nộp đơn"
    before = range(max(0, mark.start - 60), mark.start)
    verbs = [m for m in clause.marks if m.start in before and m.groups & _FILES]
    choices = {m.end for m in clause.marks if "or" in m.groups}
    while len(verbs) > 1 and verbs[-1].start in choices:
        verbs.pop()  # "trả kết quả tại Sở hoặc gửi qua bưu chính": still the result
    return bool(verbs) and "return" not in verbs[-1].groups and actor(clause, verbs[-1].start) != "agency"
