"""Groups of duplicates in a catalogue, and the pairs that differ in their level only.

A group holds together in every pair, not along a chain: two groups are joined only where each member of one is a
duplicate of each member of the other. So a group never spans a contradiction (another act, another scope, an officer's
"not the same"), and where a chain has a weak link it is two groups.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from tthc.analysis.duplicates.candidates import candidates
from tthc.analysis.duplicates.rarity import Rarity
from tthc.analysis.duplicates.relation import Relation, Verdict, compare
from tthc.analysis.duplicates.side import Side
from tthc.analysis.duplicates.wording import flaws

WEAKEST = 55  # the least score of two members of one group


@dataclass(frozen=True, slots=True)
class Link:
    """Two procedures, as positions in the catalogue, and how they stand to each other."""

    left: int
    right: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Group:
    """Procedures that are one, as positions in the catalogue; the representative is one of them."""

    members: tuple[int, ...]
    representative: int
    weakest: Link


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: groups of duplicates, and pairs of the same content at two levels."""

    groups: tuple[Group, ...]
    levels: tuple[Link, ...]


def groups(
    sides: Sequence[Side],
    rarity: Rarity | None = None,
    *,
    apart: Iterable[frozenset[str]] = (),
    together: Iterable[frozenset[str]] = (),
) -> Found:
    """The groups among the procedures of a catalogue.

    `apart` and `together` are pairs of keys that officers have called different or the same: their word counts before
    any evidence. The result does not depend on the order of `sides` but for the positions it names them by.
    """
    rarity = rarity or Rarity(side.title for side in sides)
    decided = dict.fromkeys(together, True) | dict.fromkeys(apart, False)
    nodes = _nodes(sides, frozenset().union(*decided))
    heads = [sides[node[0]] for node in nodes]
    pairs = _Pairs(heads, rarity, decided)
    duplicates: list[tuple[int, int]] = []
    levels: list[tuple[int, int]] = []
    for pair in candidates(heads, rarity):
        if pairs.are_one(*pair):
            duplicates.append(pair)
        elif pairs.verdict(*pair).relation is Relation.LEVEL:
            levels.append(pair)
    duplicates.extend(pairs.called_one())
    clusters = _clusters(len(nodes), sorted(duplicates, key=pairs.strength), pairs)
    found = [_group(cluster, nodes, sides, pairs, rarity) for cluster in clusters]
    return Found(
        groups=tuple(sorted((group for group in found if group), key=lambda group: group.members)),
        levels=tuple(sorted(_level_links(levels, clusters, nodes, pairs), key=lambda link: (link.left, link.right))),
    )


def _nodes(sides: Sequence[Side], named: frozenset[str]) -> list[list[int]]:
    """Positions of procedures that nothing in name, code and level tells apart, together; in the order of their keys.

    In a country's catalogue most names stand in every province: they are compared once. A procedure that an officer's
    verdict names stands alone, for the verdict is about it and not about its likes.
    """
    nodes: dict[object, list[int]] = defaultdict(list)
    for i in sorted(range(len(sides)), key=lambda i: _order(sides[i])):
        side = sides[i]
        title = side.title
        if title.acts or title.terms or side.code:
            terms = frozenset((term.key, term.count) for term in title.terms)
            acts = frozenset(act.key for act in title.acts)
            same = (side.code, side.levels, side.stated, acts, terms, title.authority, title.cut)
            nodes[(same, side.key if side.key in named else "")].append(i)
    return list(nodes.values())


def _order(side: Side) -> tuple[str, str, str]:
    return side.key, side.name, side.agency


class _Pairs:
    """Verdicts on pairs of nodes, each reached once."""

    def __init__(self, heads: list[Side], rarity: Rarity, decided: dict[frozenset[str], bool]) -> None:
        self._heads = heads
        self._rarity = rarity
        self._decided = decided
        self._verdicts: dict[tuple[int, int], Verdict] = {}

    def verdict(self, i: int, j: int) -> Verdict:
        pair = (i, j) if i < j else (j, i)
        verdict = self._verdicts.get(pair)
        if verdict is None:
            verdict = self._verdicts[pair] = compare(self._heads[pair[0]], self._heads[pair[1]], self._rarity)
        return verdict

    def are_one(self, i: int, j: int) -> bool:
        """Whether two nodes may stand in one group."""
        decided = self._decided.get(frozenset((self._heads[i].key, self._heads[j].key)))
        if decided is not None:
            return decided
        verdict = self.verdict(i, j)
        return verdict.relation is Relation.DUPLICATE and verdict.score >= WEAKEST

    def called_one(self) -> list[tuple[int, int]]:
        """The pairs that officers have called the same."""
        places = {head.key: i for i, head in enumerate(self._heads)}
        asked = (sorted(pair) for pair, same in self._decided.items() if same and len(pair) == 2)
        return [(places[x], places[y]) for x, y in asked if x in places and y in places]

    def strength(self, pair: tuple[int, int]) -> tuple[int, tuple[str, str, str], tuple[str, str, str]]:
        """Sorts the strongest pairs first, whatever the order of the catalogue."""
        i, j = pair
        return -self.verdict(i, j).score, _order(self._heads[i]), _order(self._heads[j])


def _clusters(count: int, pairs_by_strength: list[tuple[int, int]], pairs: _Pairs) -> list[list[int]]:
    """Join nodes, the strongest pairs first, where every member of one side is one with every member of the other."""
    cluster = {i: [i] for i in range(count)}
    for i, j in pairs_by_strength:
        left, right = cluster[i], cluster[j]
        if left is not right and all(pairs.are_one(x, y) for x, y in product(left, right)):
            left.extend(right)
            for node in right:
                cluster[node] = left
    return [members for first, members in cluster.items() if members[0] == first]


def _group(
    cluster: list[int], nodes: list[list[int]], sides: Sequence[Side], pairs: _Pairs, rarity: Rarity
) -> Group | None:
    members = tuple(sorted(i for node in cluster for i in nodes[node]))
    if len(members) == 1:
        return None
    if len(cluster) == 1:  # of procedures alike in all that decides, the two most unlike in the rest
        first = nodes[cluster[0]][0]
        other = next((i for i in members if sides[i].agency != sides[first].agency), nodes[cluster[0]][1])
        weakest = Link(first, other, compare(sides[first], sides[other], rarity))
    else:
        x, y = min(combinations(sorted(cluster), 2), key=lambda pair: (pairs.verdict(*pair).score, pair))
        weakest = Link(nodes[x][0], nodes[y][0], pairs.verdict(x, y))
    representative = min(members, key=lambda i: _unfitness(sides[i]))
    return Group(members, representative, weakest)


def _unfitness(side: Side) -> tuple[object, ...]:
    """The best record to keep has a national code, a whole name without a code glued to it, tells most, and is worded
    best. Not the one with more papers: that is the heavier burden."""
    known = sum(map(bool, (side.levels, side.agency, side.field, side.basis, side.result, side.dossier)))
    return not side.code, side.title.cut, bool(side.title.code), -known, flaws(side.name), _order(side)


def _level_links(
    found: list[tuple[int, int]], clusters: list[list[int]], nodes: list[list[int]], pairs: _Pairs
) -> list[Link]:
    """One link for each two groups (or single procedures) of the same content at two levels."""
    group = {node: n for n, cluster in enumerate(clusters) for node in cluster}
    links: dict[tuple[int, int], Link] = {}
    for i, j in found:
        both = (min(group[i], group[j]), max(group[i], group[j]))
        links.setdefault(both, Link(nodes[i][0], nodes[j][0], pairs.verdict(i, j)))
    return list(links.values())
