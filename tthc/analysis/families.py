"""Near relatives that do not fit together: what the same object, the same article or the same content leads to expect.

Nothing here is against the law by itself; each is a question an officer would ask.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tthc.analysis.comparison import compare as compare_deadlines
from tthc.analysis.deadlines import read
from tthc.analysis.duplicates.parts import Part, differ, meaning, values
from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.duplicates.survey import Survey
from tthc.analysis.durations import Overrun
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.entry import Entry
from tthc.text.normalise import normalise

DEADLINES = (Part.LEGAL_DEADLINE, Part.LOCAL_DEADLINE)

_ISSUE = "cấp"
_REISSUES = ("cấp lại", "cấp đổi")
_RENEWAL = "gia hạn"
_LONGER = (Overrun.CERTAIN, Overrun.MOSTLY)
_ARTICLE = re.compile(r"\bđiều \d")


class Kind(StrEnum):
    """What does not fit."""

    SLOWER_REISSUE = "slower_reissue"  # cấp lại takes longer than cấp
    HEAVIER_RENEWAL = "heavier_renewal"  # gia hạn asks for more papers than cấp
    LEVELS = "levels"  # the same content at two levels, with other deadlines or another fee
    ARTICLE = "article"  # one legal article, one act, different legal deadlines


@dataclass(frozen=True, slots=True)
class Misfit:
    """Procedures that do not fit together, and the parts in which they do not; `article` only where that is shared."""

    kind: Kind
    entries: tuple[Entry, ...]
    parts: tuple[Part, ...]
    article: str = ""


def misfits(found: Survey, calendar: WorkingCalendar) -> tuple[Misfit, ...]:
    """All misfits among the procedures in force, by kind, then by place."""
    every = [*_by_act(found, calendar), *_by_level(found), *_by_article(found)]
    order = list(Kind)
    return tuple(sorted(every, key=lambda m: (order.index(m.kind), m.entries[0].location, m.entries[1].location)))


def _by_act(found: Survey, calendar: WorkingCalendar) -> Iterator[Misfit]:
    """Within a field and a level, the first issue of a paper against its reissue and its renewal."""
    fields: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, side in enumerate(found.sides):
        if len(side.title.acts) == 1:
            fields[found.entries[i].field][side.title.acts[0].key].append(i)
    for acts in fields.values():
        for act in (*_REISSUES, _RENEWAL):
            for other in acts[act]:
                issue = _issue_of(found, other, acts[_ISSUE])
                if issue is not None:
                    yield from _against_issue(found.entries[issue], found.entries[other], act, calendar)


def _issue_of(found: Survey, other: int, issues: Sequence[int]) -> int | None:
    """The procedure by which the same paper is first issued; the nearest of several."""
    side = found.sides[other]
    near = [
        (-verdict.score, i)
        for i in issues
        if not (side.levels and found.sides[i].levels and not side.levels & found.sides[i].levels)
        and (verdict := found.verdict(i, other)).relation is Relation.ACTION
    ]
    return min(near)[1] if near else None


def _against_issue(issue: Entry, other: Entry, act: str, calendar: WorkingCalendar) -> Iterator[Misfit]:
    if act == _RENEWAL:
        papers = len(issue.procedure.dossier), len(other.procedure.dossier)
        if 0 < papers[0] < papers[1]:
            yield Misfit(Kind.HEAVIER_RENEWAL, (issue, other), (Part.DOSSIER,))
        return
    slower = tuple(part for part in DEADLINES if _is_longer(issue, other, part, calendar))
    if slower:
        yield Misfit(Kind.SLOWER_REISSUE, (issue, other), slower)


def _is_longer(issue: Entry, other: Entry, part: Part, calendar: WorkingCalendar) -> bool:
    stated = [
        (entry.procedure.legal if part is Part.LEGAL_DEADLINE else entry.procedure.local).deadline
        for entry in (issue, other)
    ]
    return compare_deadlines(read(stated[0]), read(stated[1]), calendar).overrun in _LONGER


def _by_level(found: Survey) -> Iterator[Misfit]:
    for link in found.found.levels:
        pair = found.entries[link.left], found.entries[link.right]
        parts = tuple(part for part in (*DEADLINES, Part.FEE) if differ(*pair, part))
        if parts:
            yield Misfit(Kind.LEVELS, pair, parts)


def _by_article(found: Survey) -> Iterator[Misfit]:
    """Procedures of one act that cite one article, by what they say is its deadline; one procedure for each."""
    shared: dict[tuple[str, frozenset[str]], dict[object, int]] = defaultdict(dict)
    for i, entry in enumerate(found.entries):
        stated = values(entry, Part.LEGAL_DEADLINE)
        acts = frozenset(act.key for act in found.sides[i].title.acts)
        if stated:
            for basis in entry.procedure.legal.basis:
                if _ARTICLE.search(normalise(basis)):
                    shared[basis, acts].setdefault(meaning(Part.LEGAL_DEADLINE, stated), i)
    for (article, _acts), deadlines in shared.items():
        if len(deadlines) > 1:
            entries = tuple(found.entries[i] for i in deadlines.values())
            yield Misfit(Kind.ARTICLE, entries, (Part.LEGAL_DEADLINE,), article)
