"""A proposal for one record in place of several, part by part, with what each record says and who says it.

The proposal never decides what is an officer's to decide: where deadlines, fees, papers or conditions differ, it shows
the choices and leaves the part open.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from tthc.analysis.duplicates.parts import Part, meaning, values
from tthc.domain.entry import Entry

_ADDED_UP = (Part.LEVEL, Part.HANDLED_BY, Part.SUBJECTS, Part.CHANNELS, Part.BASIS)  # all that any record names
_OPEN = (Part.LEGAL_DEADLINE, Part.LOCAL_DEADLINE, Part.FEE, Part.DOSSIER, Part.REQUIREMENTS, Part.ONLINE)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that is said, as the first record says it, and the records that say it (positions among the merged)."""

    values: tuple[str, ...]
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """One part of the merged record. `conflict`: the records do not say the same; `proposal` is empty if left open."""

    part: Part
    proposal: tuple[str, ...]
    conflict: bool
    choices: tuple[Choice, ...]


def merge(entries: Sequence[Entry], representative: int = 0) -> tuple[Merged, ...]:
    """The parts of the record that is to stay; what no record says is left out.

    What only some records say is taken over. Where they differ, the representative's wording is proposed, or nothing
    where the choice is an officer's.
    """
    order = [representative, *(i for i in range(len(entries)) if i != representative)]
    merged = (_merged(part, entries, order) for part in Part)
    return tuple(part for part in merged if part.choices)


def _merged(part: Part, entries: Sequence[Entry], order: Sequence[int]) -> Merged:
    found: dict[Hashable, tuple[tuple[str, ...], list[int]]] = {}
    for i in order:
        if said := values(entries[i], part):
            found.setdefault(meaning(part, said), (said, []))[1].append(i)
    choices = tuple(Choice(said, tuple(sorted(sources))) for said, sources in found.values())
    conflict = len(choices) > 1
    return Merged(part, _proposal(part, choices), conflict, choices)


def _proposal(part: Part, choices: Sequence[Choice]) -> tuple[str, ...]:
    if len(choices) > 1 and part in _OPEN:
        return ()
    if part in _ADDED_UP:
        return tuple(dict.fromkeys(value for choice in choices for value in choice.values))
    return choices[0].values if choices else ()
