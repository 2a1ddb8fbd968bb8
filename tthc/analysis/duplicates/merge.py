"""What one record could say for a group of duplicates, field by field. A proposal: where the records disagree, an
officer decides, and above all between two deadlines (the shorter one is not the right one by itself).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from tthc.analysis.duplicates.parts import understood
from tthc.domain.entry import Entry
from tthc.domain.procedure import Procedure
from tthc.text.normalise import normalise

_NOT_MERGED = frozenset(("source", "notes"))  # they tell of one record
_EMPTY = (None, "", ())
_PARTS = ("legal", "local", "result", "online")


@dataclass(frozen=True, slots=True)
class Saying:
    """One value, and the records that say it."""

    value: object
    sources: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One field of the merged record: the value to take, and what else is said."""

    field: str  # as in the catalogue: "name", "legal.deadline"
    chosen: Saying
    others: tuple[Saying, ...]

    @property
    def conflict(self) -> bool:
        """Whether an officer has to decide."""
        return bool(self.others)


def proposal(entries: Sequence[Entry], representative: int) -> tuple[Proposal, ...]:
    """A merged record of the group: for each field that any record fills, what the representative says, else what most
    say, else what the first by key says."""
    kept = entries[representative]
    found: dict[str, dict[object, list[tuple[object, Entry]]]] = {}
    for entry in sorted(entries, key=lambda entry: (entry is not kept, entry.key, entry.location)):
        for field, value in _filled(entry.procedure):
            found.setdefault(field, {}).setdefault(_comparable(value, field), []).append((value, entry))
    proposals: list[Proposal] = []
    for field, values in found.items():
        sayings = [Saying(said[0][0], tuple(entry for _, entry in said)) for said in values.values()]
        chosen = max(sayings, key=lambda saying: (saying.sources[0] is kept, len(saying.sources)))
        proposals.append(Proposal(field, chosen, tuple(saying for saying in sayings if saying is not chosen)))
    return tuple(proposals)


def _filled(procedure: Procedure) -> Iterator[tuple[str, object]]:
    """The fields that say something, those of the parts by their path."""
    for field in fields(procedure):
        value = getattr(procedure, field.name)
        if field.name in _PARTS and value is not None:
            for inner in fields(value):
                said = getattr(value, inner.name)
                if said not in _EMPTY:
                    yield f"{field.name}.{inner.name}", said
        elif field.name not in _NOT_MERGED and value not in _EMPTY:
            yield field.name, value


def _comparable(value: object, field: str = "") -> object:
    """Texts that differ only in how they were typed are one value; so are lists in another order, and two wordings of
    one deadline."""
    if isinstance(value, str):
        return understood(value) if field.endswith("deadline") else normalise(value)
    if isinstance(value, tuple):
        return frozenset(map(_comparable, value))
    return value
