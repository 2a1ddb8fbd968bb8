"""Pairs of one relation within each field: the other acts on one object, the other scopes of one act."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from tthc.analysis.duplicates.groups import Link
from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.duplicates.survey import Survey


def related(found: Survey, relation: Relation) -> Iterator[Link]:
    """Every pair of procedures of one field that stands in this relation, the strongest of each field first."""
    fields: dict[str, list[int]] = defaultdict(list)
    for i, entry in enumerate(found.entries):
        fields[entry.field].append(i)
    for members in fields.values():
        links = (Link(i, j, found.verdict(i, j)) for i, j in combinations(members, 2))
        wanted = [link for link in links if link.verdict.relation is relation]
        yield from sorted(wanted, key=lambda link: (-link.verdict.score, link.left, link.right))
