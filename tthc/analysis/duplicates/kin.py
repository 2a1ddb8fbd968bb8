"""Whether two names of one act speak of one object, so that what differs between them is a scope of it."""

from collections.abc import Set
from itertools import pairwise

from tthc.analysis.duplicates.difference import Difference
from tthc.analysis.duplicates.evidence import Key
from tthc.text.title import Kind, Term, Title

# How much of two names must agree, in per cent, to speak of one object:
_SAME_FOCUS = 40  # where both speak of the same thing first
_SAME_FOCUS_ELSEWHERE = 60  # the same, where the fields differ
_RELATED = {Key.SAME_FIELD: 12, Key.OTHER_FIELD: 50}  # by what is known of their fields
_RELATED_ANYWHERE = 30
_FAR = 25  # where the papers differ

_FOCAL = frozenset((Kind.WORD, Kind.OBJECT, Kind.SIBLING, Kind.VARIANT))  # may be what a name speaks of


def is_related(a: Title, b: Title, diff: Difference, agreed: Set[Key]) -> bool:
    """Whether two names of one act speak of one object, so that what differs is its scope."""
    field = next((key for key in _RELATED if key in agreed), None)
    focus, other = _focus(a), _focus(b)
    same_focus = focus is not None and other is not None and focus.key == other.key
    if diff.similarity >= (_RELATED[field] if field else _RELATED_ANYWHERE):
        return diff.common > 0 and (diff.similarity >= _FAR or same_focus or not _other_papers(a, b, diff))
    if focus and same_focus:
        elsewhere = field is Key.OTHER_FIELD
        least = _SAME_FOCUS_ELSEWHERE if elsewhere else _SAME_FOCUS
        if focus.kind is Kind.SIBLING or (diff.containment >= least and not (elsewhere and focus.kind is Kind.VARIANT)):
            return True
    if field is Key.OTHER_FIELD or not (a.terms and b.terms):
        return False
    if field and not (diff.left + diff.soft_left and diff.right + diff.soft_right):
        return True  # one name has all of the other
    parallel = {term.group for term in diff.left} & {term.group for term in diff.right} - {""}
    return bool(parallel) or all(term.case for term in diff.own)


def _other_papers(a: Title, b: Title, diff: Difference) -> bool:
    """Whether each name speaks of a paper of its own: "giấy phép", "phù hiệu".

    Two papers for parallel things done with one object do not count: "bán lẻ xăng dầu", "phân phối xăng dầu".
    """
    if not all(any(term.kind is Kind.PAPER for term in own) for own in (diff.left, diff.right)):
        return False
    common = {term.key for term in diff.shared}
    left, right = (
        {term.group for term, object_ in pairwise(title.terms) if object_.key in common} - {""} for title in (a, b)
    )
    return not left & right


def _focus(title: Title) -> Term | None:
    """What a name speaks of first."""
    return next((term for term in title.terms if term.kind in _FOCAL and not term.case and not term.aside), None)
