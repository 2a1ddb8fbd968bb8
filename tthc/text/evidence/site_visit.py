"""Whether the authority checks on the spot."""

from collections.abc import Sequence
from itertools import pairwise

from tthc.text.evidence.clauses import Clause
from tthc.text.evidence.conditions import RARE, Limit
from tthc.text.evidence.lexicon import Mark
from tthc.text.evidence.model import Reading, SiteVisit
from tthc.text.evidence.signs import Sign, actor, denied

_OF_PAPERS = frozenset({"facility", "state", "minutes", "drawn", "at"})  # what papers can be about as well
_DOING = frozenset({"agency", "organise", "perform", "duty", "then"})
_BY_WHOM = 6  # words between a check and who makes it
_ABOUT = 12  # words between a check and what it is spoken of for: "chi phí ...", "... theo thủ tục khác"
_ON_THE_SPOT = 5  # words behind "tại chỗ" that may say it is papers that are checked there
_LOOKED_UP = 16  # words between a check and the data it is made in
_JOINING = frozenset(",;:")
_ELSE = frozenset({"handle", "issue", "return", "file"})  # another act
_CONTEXT = 6  # words quoted after "thẩm định", so that the reader sees what is checked


def site_visit(clauses: Sequence[Clause], signs: Sequence[Sign]) -> Reading[SiteVisit]:
    """An ordinary step, a step for some dossiers, or desk work only."""
    steps = [clause for clause in clauses if clause.part == "steps"]
    found = [sign for sign in signs if _is_visit(sign)]
    told = [sign for sign in found if not _is_outcome(sign)] or found
    ordinary = [sign for sign in told if not (sign.limits & RARE or _is_condition(sign) or _is_choice(sign))]
    if ordinary and not (all(_variant(sign) for sign in ordinary) and _spared(steps, ordinary)):
        return Reading(SiteVisit.REQUIRED, ordinary[0].quote, "steps")
    if told:
        return Reading(SiteVisit.CONDITIONAL, told[0].quote, "steps")
    return _desk(steps, signs)


def _is_visit(sign: Sign) -> bool:
    if sign.kind != "site_visit" or sign.clause.part != "steps":
        return False
    if sign.groups[-1] == "at" and _is_deed_at(sign):
        return False
    if sign.groups[-1] == "drawn" and _is_outcome(sign):
        return False  # "kết thúc xác minh phải lập biên bản"
    return not (_is_desk_work(sign) or _is_another(sign) or _is_spoken_about(sign) or _by_party(sign))


def _is_desk_work(sign: Sign) -> bool:
    """Whether it is papers that are checked, or from afar."""
    on_the_spot = sign.clause.words[sign.end - 1].key == "chỗ"  # "kiểm tra tại chỗ tính đầy đủ của hồ sơ"
    within = range(sign.start, sign.end + (_ON_THE_SPOT if on_the_spot else 0))
    on_paper = bool(_OF_PAPERS.intersection(sign.groups)) and sign.clause.has("papers", within)
    return on_paper or sign.clause.has("online", within)


def _is_another(sign: Sign) -> bool:
    """Whether it is a check of another time or another procedure: an earlier one, one every year."""
    clause = sign.clause
    return (
        clause.has("past", range(sign.end, sign.end + 3))
        or clause.has("periodic", range(max(0, sign.start - _BY_WHOM), sign.start))
        or clause.has("other_procedure", range(sign.start, sign.end + _ABOUT))
    )


def _is_deed_at(sign: Sign) -> bool:
    """Whether the place is that of something else: "công khai kết quả của Tổ đánh giá tại trụ sở"."""
    clause = sign.clause
    commas = [place for place in range(sign.start) if clause.words[place].key == ","]
    said = range(max(sign.start - _ABOUT, *commas[-1:], 0), sign.start)
    if clause.has("announce", said):
        return True
    return any("deed" in mark.groups and mark.end == sign.end - 1 for mark in clause.marks)


def _is_spoken_about(sign: Sign) -> bool:
    """ "thanh toán chi phí của đợt thẩm định tại chỗ": nothing between says that somebody goes there now."""
    before = [mark for mark in sign.clause.marks if sign.start - _ABOUT <= mark.start and mark.end <= sign.start]
    about = next((mark for mark in reversed(before) if "about" in mark.groups), None)
    if about is None:
        return False
    between = (mark for mark in before if mark.start > about.end)  # "chi phí tổ chức ..." still speaks of the costs
    return not any(mark.groups & _DOING for mark in between)


def _by_party(sign: Sign) -> bool:
    """Whether it is a check by the applicant or a third body: nobody else is named, or "do tổ chức ... thực hiện"."""
    named = sign.clause.has("agency", range(sign.start)) or "team" in sign.groups
    if not named and actor(sign.clause, sign.start) == "party":
        return True
    after = range(sign.end, sign.end + _BY_WHOM)
    by = [mark.start for mark in sign.clause.marks if mark.start in after and "party" in mark.groups]
    return any(sign.clause.words[start - 1].key == "do" for start in by)


def _is_outcome(sign: Sign, reach: int = 3) -> bool:
    """ "kết quả kiểm tra thực tế" takes up a check that is told of elsewhere, where it may be conditional."""
    return sign.clause.has("outcome", range(max(0, sign.start - reach), sign.start))


def _is_condition(sign: Sign) -> bool:
    """Whether the check itself is the condition: "trường hợp phải kiểm tra thực tế"."""
    return any(sign.start in case.words for case in sign.clause.cases)


def _is_choice(sign: Sign) -> bool:
    """ "họp thẩm định hoặc kiểm tra thực tế": the authority may stay at its desk."""
    for before, choice in pairwise(sign.clause.marks):
        if "or" in choice.groups and 0 <= sign.start - choice.end <= 1:
            return bool(before.groups & {"check", "meet"}) and choice.start - before.end <= _BY_WHOM
    return False


def _variant(sign: Sign) -> bool:
    return Limit.VARIANT in sign.limits


def _spared(steps: Sequence[Clause], found: Sequence[Sign]) -> bool:
    """Whether another variant is decided without the check; not where the check is for a first issue, the main one."""
    checked = {sign.clause for sign in found}
    governed = {heading for clause in checked for heading in clause.headings if heading.cases}
    if any(clause.has("first_issue", case.words) for clause in (*checked, *governed) for case in clause.cases):
        return False
    if any(clause.has("others") for clause in steps):
        return True
    return any(
        clause not in checked
        and governed.isdisjoint(clause.headings)
        and Limit.VARIANT in clause.limits(len(clause.words) - 1, len(clause.words))
        and any(_is_settled(clause, mark) for mark in clause.marks)
        for clause in steps
    )


def _is_settled(clause: Clause, mark: Mark) -> bool:
    """Whether something is granted without a check: "giải quyết trên hồ sơ", "không kiểm tra thực tế"."""
    if mark.groups & {"check", "team", "plain_check"}:
        return denied(clause, mark.start)
    return bool(mark.groups & {"issue", "settle"}) and not denied(clause, mark.start)


def _is_looked_up(sign: Sign) -> bool:
    """ "xác minh tình trạng hôn nhân trên Cơ sở dữ liệu hộ tịch"; not "xác minh và trả kết quả trên Cổng"."""
    clause = sign.clause
    for mark in clause.marks:
        if mark.start >= sign.end:
            if "looked_up" in mark.groups:
                between = (word.key for word in clause.words[sign.end : mark.start])
                return mark.start - sign.end <= _LOOKED_UP and _JOINING.isdisjoint(between)
            if mark.groups & _ELSE:
                return False
    return False


def _desk(steps: Sequence[Clause], signs: Sequence[Sign]) -> Reading[SiteVisit]:
    for sign in signs:
        if sign.kind == "verify" and sign.clause.part in ("steps", "channels") and not sign.limits & RARE:
            after = range(sign.end, sign.end + 8)
            on_paper = sign.clause.has("papers", after) or _is_looked_up(sign)
            if not (sign.limits or on_paper or _is_condition(sign) or _is_outcome(sign, 9)):
                return Reading(SiteVisit.UNKNOWN, sign.quote, sign.clause.part)
    if any(clause.has("elsewhere") for clause in steps):
        return Reading(SiteVisit.UNKNOWN)
    handled = [(clause, mark) for clause in steps for mark in clause.marks if mark.groups & {"handle", "issue"}]
    if not handled:
        return Reading(SiteVisit.UNKNOWN)
    by_agency = ((clause, mark) for clause, mark in handled if actor(clause, mark.start) == "agency")
    clause, mark = next(by_agency, handled[0])
    end = min(mark.end + _CONTEXT, len(clause.words))
    return Reading(SiteVisit.NOT_REQUIRED, clause.quote(mark.start, end), "steps", silent=True)
