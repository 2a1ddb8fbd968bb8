"""Two catalogues side by side, as after a merger of provinces: the same procedures, and what each says about them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from tthc.analysis.duplicates.candidates import candidates
from tthc.analysis.duplicates.exact import in_force
from tthc.analysis.duplicates.groups import WEAKEST
from tthc.analysis.duplicates.parts import Part, differ
from tthc.analysis.duplicates.rarity import Rarity
from tthc.analysis.duplicates.relation import Relation, Verdict, compare
from tthc.analysis.duplicates.side import Side
from tthc.analysis.duplicates.survey import sides_of
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry

COMPARED = (Part.LEVEL, Part.LEGAL_DEADLINE, Part.LOCAL_DEADLINE, Part.FEE, Part.DOSSIER, Part.NAME)


class Ground(IntEnum):
    """What two procedures are matched by; the surest first."""

    CODE = 0
    EVIDENCE = 1
    OTHER_LEVEL = 2  # the same content at another level


@dataclass(frozen=True, slots=True)
class Match:
    """One procedure of either catalogue, and the parts in which both say something and not the same."""

    ours: Entry
    theirs: Entry
    ground: Ground
    verdict: Verdict
    differences: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Across:
    """Every procedure in force of both catalogues, each once. Matches stand in the order of our catalogue."""

    matches: tuple[Match, ...]
    ours_only: tuple[Entry, ...]
    theirs_only: tuple[Entry, ...]


def across(ours: Catalogue, theirs: Catalogue) -> Across:
    """Match the procedures of two catalogues one to one: by code first, then by evidence, the strongest first."""
    left, right = in_force(ours.entries), in_force(theirs.entries)
    entries = (*left, *right)
    sides = (*sides_of(ours, left), *sides_of(theirs, right))
    pairs = sorted(_pairs(sides, len(left)), key=lambda pair: (pair[0], -pair[1].score, pair[2:]))
    partner: dict[int, int] = {}
    matches: dict[int, Match] = {}
    for ground, verdict, i, j in pairs:
        if i not in partner and j not in partner:
            partner[i], partner[j] = j, i
            a, b = entries[i], entries[j]
            matches[i] = Match(a, b, ground, verdict, tuple(part for part in COMPARED if differ(a, b, part)))
    return Across(
        matches=tuple(match for _i, match in sorted(matches.items())),
        ours_only=tuple(entry for i, entry in enumerate(left) if i not in partner),
        theirs_only=tuple(entry for j, entry in enumerate(right, start=len(left)) if j not in partner),
    )


def _pairs(sides: Sequence[Side], ours: int) -> Iterator[tuple[Ground, Verdict, int, int]]:
    """Pairs over the border between our sides (the first ones) and theirs, with what speaks for each."""
    rarity = Rarity(side.title for side in sides)
    for i, j in candidates(sides, rarity):
        if i < ours <= j:
            verdict = compare(sides[i], sides[j], rarity)
            ground = _ground(sides[i], sides[j], verdict)
            if ground is not None:
                yield ground, verdict, i, j


def _ground(a: Side, b: Side, verdict: Verdict) -> Ground | None:
    if a.code and a.code == b.code:
        return Ground.CODE
    if verdict.relation is Relation.DUPLICATE and verdict.score >= WEAKEST:
        return Ground.EVIDENCE
    return Ground.OTHER_LEVEL if verdict.relation is Relation.LEVEL else None


def by_difference(matches: Sequence[Match]) -> dict[Part, tuple[Match, ...]]:
    """The matches that differ in each part, in the order of `COMPARED`; a match stands under each of its parts."""
    found: dict[Part, list[Match]] = defaultdict(list)
    for match in matches:
        for part in match.differences:
            found[part].append(match)
    return {part: tuple(found[part]) for part in COMPARED if part in found}
