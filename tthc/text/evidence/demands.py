"""What a clause demands about the form of a paper: the original, a copy, or the original to compare a copy with."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from tthc.text.evidence.clauses import Clause
from tthc.text.evidence.conditions import RARE, Limit
from tthc.text.evidence.lexicon import Mark
from tthc.text.evidence.model import Original
from tthc.text.evidence.signs import actor, denied

_SAYING = frozenset(
    {"must_show", "with_original", "to_compare", "compare_word", "show", "copy", "original", "original_paper"}
    | {"hand_back", "take_back", "return_paper", "old"}
)
_SHOWING = frozenset({"trình", "mang"})  # "phải xuất trình", not "phải có"
_ANOTHER = frozenset({"của", "cũ"})  # "theo mẫu của nước sở tại", "theo mẫu cũ": it exists
_BESIDE = 8  # words between an original and what it is compared with
PAPERS = frozenset({"paper", "identity_paper"})


class Form(StrEnum):
    """What one of several alternatives asks for."""

    ORIGINAL = "original"
    GIVEN_BACK = "given back"  # the paper itself leaves the applicant, also one who files online
    COMPARE = "compare"
    MUST_COMPARE = "must compare"  # on top of whatever was chosen
    COPY = "copy"


def value(forms: set[Form]) -> Original | None:
    """What a choice of these forms comes to; None where nothing is said."""
    if not forms:
        return None
    if Form.GIVEN_BACK in forms:
        return Original.SUBMIT
    if Form.MUST_COMPARE in forms:
        return Original.COMPARE
    if forms == {Form.COPY}:
        return Original.NONE
    if Form.COPY in forms:
        return Original.CHANNEL_ONLY if Form.COMPARE in forms else Original.NONE
    return Original.COMPARE if Form.COMPARE in forms else Original.SUBMIT


def forms(clause: Clause) -> Iterator[tuple[Form, Mark]]:
    """The forms a clause offers, each with the phrase that says so. What is denied or rare is left out."""
    if _SAYING.isdisjoint(clause.groups):
        return
    for branch in _branches(clause):
        marks = [mark for mark in clause.marks if mark.start in branch and _holds(clause, mark)]
        found = _form(clause, marks)
        if found:
            yield found


def limits(clause: Clause, mark: Mark) -> frozenset[Limit]:
    """The conditions under which this phrase holds."""
    return clause.limits(mark.start, mark.end)


def names_existing(clause: Clause) -> bool:
    """Whether what the clause asks for first is a paper that exists already."""
    for mark in clause.marks:
        if mark.start <= 6 and mark.groups & {"own", *PAPERS}:
            return not _is_drawn_up(clause, mark) and not denied(clause, mark.start)
    return False


def _is_drawn_up(clause: Clause, paper: Mark) -> bool:
    """Whether it is written for the application: a request, or "Giấy đăng ký ... theo mẫu", which is one."""
    if "own" in paper.groups:
        return True
    forms = [mark for mark in clause.marks if "on_form" in mark.groups and mark.start >= paper.end]
    another = any(clause.words[mark.end].key in _ANOTHER for mark in forms if mark.end < len(clause.words))
    return "registration" in paper.groups and bool(forms) and not another


def _branches(clause: Clause) -> Iterator[range]:
    start = 0
    for mark in clause.marks:
        if "or" in mark.groups:
            yield range(start, mark.start)
            start = mark.end
    yield range(start, len(clause.words))


def _holds(clause: Clause, mark: Mark) -> bool:
    """Neither denied, nor part of a condition, nor said of rare cases only (a copy will do then in any case)."""
    if denied(clause, mark.start) or ("copy" not in mark.groups and limits(clause, mark) & RARE):
        return False
    return not any(mark.start in case.words and case.limit is not Limit.DIRECT for case in clause.cases)


def _form(clause: Clause, marks: Sequence[Mark]) -> tuple[Form, Mark] | None:
    first = {group: mark for mark in reversed(marks) for group in mark.groups}
    if clause.has("data_instead"):
        first.pop("show", None)
    compared = _compared(first) or _certificate_shown(marks)
    if "must_show" in first:
        return _must_show(clause, first["must_show"])
    if compared:
        return Form.COMPARE, compared
    if "copy" in first and not _is_asked_for_as_well(marks):
        return Form.COPY, first["copy"]
    if "original_paper" in first and _is_handed_in(clause, first["original_paper"]):
        return Form.ORIGINAL, first["original_paper"]
    if "original" in first and _is_existing(clause, first["original"]) and _is_handed_in(clause, first["original"]):
        return Form.ORIGINAL, first["original"]
    return _given_back(clause, marks)


def _compared(first: Mapping[str, Mark]) -> Mark | None:
    """The phrase that says an original is shown and taken home again; not where data will do in its stead."""
    if "with_original" in first:
        return first["with_original"]
    if "to_compare" in first and first.keys() & {"show", "original", "identity_paper"}:
        return first["to_compare"]
    compared = first.get("compare_word") or first.get("to_compare")
    meant = first.keys() & {"original", "identity_paper"} or ("paper" in first and compared)
    if "show" in first and meant:
        return first["show"]
    original = first.get("original")
    near = compared and original and -_BESIDE <= compared.start - original.end <= _BESIDE
    return compared if near else None


def _must_show(clause: Clause, shown: Mark) -> tuple[Form, Mark]:
    """On top of what was chosen, but "phải xuất trình bản chính hoặc bản sao chứng thực" is the choice."""
    after = [mark for mark in clause.marks if shown.end <= mark.start <= shown.end + _BESIDE]
    if not any("or" in one.groups and "copy" in two.groups and two.start == one.end for one, two in pairwise(after)):
        return Form.MUST_COMPARE, shown
    verb = {word.key for word in clause.words[shown.start : shown.end]}
    return (Form.COMPARE if verb & _SHOWING else Form.ORIGINAL), shown


def _certificate_shown(marks: Sequence[Mark]) -> Mark | None:
    """ "xuất trình giấy phép lái xe": a named paper, close behind the verb."""
    for show in marks:
        if "show" in show.groups and any("certificate" in m.groups and 0 <= m.start - show.end <= 3 for m in marks):
            return show
    return None


def _is_existing(clause: Clause, original: Mark) -> bool:
    """Whether the original is of a paper that exists already, not of one drawn up for the application."""
    papers = [mark for mark in clause.marks if mark.groups & {"own", "paper", "identity_paper", "old"}]
    after = [mark for mark in papers if mark.start >= original.end]
    before = [mark for mark in papers if mark.end <= original.start]
    near = [mark for mark in after if mark.start - original.end <= 4]
    head = next(iter(near or before or after), None)
    if head is None:
        words = (*clause.words[: original.start], *clause.words[original.end :])
        bare = original.end - original.start == 1  # "ảnh chụp tác phẩm gốc": a word that is said of much else
        return not bare and any(word.key[0].isalpha() for word in words)
    if not _is_drawn_up(clause, head) or "signed" in head.groups:
        return True
    return any(_is_granted(clause, mark) for mark in clause.marks if head.end <= mark.start <= head.end + 12)


def _is_granted(clause: Clause, mark: Mark) -> bool:
    """ "đã được Sở phê duyệt": it exists. "có xác nhận của đơn vị" is put on what is drawn up to be handed in."""
    granted = "approve" if "already" in mark.groups else "consent" if "has" in mark.groups else ""
    rest = range(mark.end, min(mark.end + 20, len(clause.words)))
    comma = next((place for place in rest if clause.words[place].key == ","), rest.stop)
    return bool(granted) and clause.has(granted, range(mark.end, comma))


def _is_handed_in(clause: Clause, original: Mark) -> bool:
    """In the steps an original counts where the applicant hands it in; elsewhere it may be one the authority issues."""
    if clause.part == "dossier":
        return not any("issue" in mark.groups and mark.end == original.start for mark in clause.marks)
    before = range(max(0, original.start - 6), original.start)
    handed = [mark for mark in clause.marks if "hand_in" in mark.groups and mark.start in before]
    return bool(handed) and actor(clause, handed[-1].start) != "agency"


def _is_asked_for_as_well(marks: Sequence[Mark]) -> bool:
    """ "nộp bản chính và một bản sao", "01 bản gốc, 01 bản photo": the original, whatever stands beside it."""
    return any(
        ("hand_in" in one.groups and "original" in two.groups and two.start - one.end <= 1)
        or ("original" in one.groups and "copy" in two.groups and two.start - one.end <= 2)
        for one, two in pairwise(marks)
    )


def _given_back(clause: Clause, marks: Sequence[Mark]) -> tuple[Form, Mark] | None:
    """ "nộp lại giấy phép", "gửi giấy phép lái xe cũ", "thu lại thẻ"."""
    for index, mark in enumerate(marks):
        following = marks[index + 1 :]
        near = [m for m in following if m.groups & PAPERS and m.start - mark.end <= 3]
        if not near and mark.groups & {"hand_back", "take_back"} and clause.part == "dossier":
            near = [m for m in marks[:index] if m.groups & PAPERS]
        if not near:
            continue
        paper = near[0]
        by_agency = actor(clause, mark.start) == "agency"
        old = any("old" in m.groups and m.start - paper.end <= 3 for m in following)
        if mark.groups & {"hand_back", "take_back"}:
            return Form.GIVEN_BACK, mark
        if "revoke" in mark.groups and old:
            return Form.GIVEN_BACK, mark
        if not by_agency and ("return_paper" in mark.groups or ("hand_in" in mark.groups and old)):
            return Form.GIVEN_BACK, mark
    return None
