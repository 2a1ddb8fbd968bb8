"""The pairs on which an officer's verdict is wanted."""

from collections.abc import Iterator

from tthc.analysis.duplicates.groups import Group, Link
from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.duplicates.survey import Survey


def open_pairs(found: Survey, relation: Relation = Relation.DUPLICATE) -> list[Link]:
    """Pairs without a verdict, or with one that a change has made stale; those that look most alike first.

    Of a group: each member with the one to keep. What shares a code is a matter of the list, not of judgement, and is
    left out.
    """
    if relation is Relation.LEVEL:
        links = list(found.found.levels)
    else:
        links = [link for group in found.found.groups for link in _of_group(found, group)]
    wanted = [link for link in links if _is_open(found, link)]
    return sorted(wanted, key=lambda link: (-link.verdict.score, *_places(found, link)))


def _of_group(found: Survey, group: Group) -> Iterator[Link]:
    kept = group.representative
    for member in group.members:
        codes = {found.sides[kept].code, found.sides[member].code}
        if member != kept and (len(codes) == 2 or codes == {""}):
            left, right = min(kept, member), max(kept, member)
            yield Link(left, right, found.verdict(left, right))


def _is_open(found: Survey, link: Link) -> bool:
    decision = found.decided.pairs.get(frozenset((link.left, link.right)))
    return decision is None or decision in found.decided.stale


def _places(found: Survey, link: Link) -> tuple[object, object]:
    return found.entries[link.left].location, found.entries[link.right].location
