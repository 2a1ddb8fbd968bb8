"""What one record could say for a group of duplicates, field by field.

Of several wordings of a name the full and well-formed one is proposed. What binds people or an authority (who is
competent, the deadlines, the fee, the papers, the conditions, the legal basis) is never chosen where records disagree:
that is for the competent authority to decide, and one burden is not the right one because one record states it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from tthc.analysis.duplicates.parts import named, understood
from tthc.analysis.duplicates.wording import flaws
from tthc.domain.entry import Entry
from tthc.text.normalise import normalise

_NOT_MERGED = frozenset(("source", "notes"))  # they tell of one record
_EMPTY = (None, "", ())
_PARTS = ("legal", "local", "result", "online")
_WORDED = ("name", "result.name")
_BINDING = frozenset(
    (
        "level",
        "handled_by",
        "coordinating",
        "subjects",
        "legal.deadline",
        "legal.basis",
        "local.deadline",
        "channels",  # with deadlines and fees of their own
        "dossier",
        "dossier_sets",
        "fee",
        "requirements",
    )
)
# What goes with another field, and is as open as that one.
_OF_THE_AGENCY = ("handled_by", "level")
_OF_THE_DEADLINE = ("local.deadline",)
_FOLLOWS = {
    **dict.fromkeys(("code", "local_id", "legal.decision", "steps", "local.steps", "place"), _OF_THE_AGENCY),
    **dict.fromkeys(("local.decision", "local.decided", "local.effective"), (*_OF_THE_AGENCY, *_OF_THE_DEADLINE)),
}


@dataclass(frozen=True, slots=True)
class Saying:
    """One value, and the records that say it."""

    value: object
    sources: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One field of the merged record: the value to take, and what else is said."""

    field: str  # as in the catalogue: "name", "legal.deadline"
    chosen: Saying | None  # None: the records differ, and the competent authority decides
    others: tuple[Saying, ...]

    @property
    def conflict(self) -> bool:
        """Whether an officer has to look."""
        return bool(self.others)


def proposal(entries: Sequence[Entry], representative: int) -> tuple[Proposal, ...]:
    """A merged record of the group: for each field that any record fills, what there is to take and what differs.

    Names: the best wording. Other fields: what the representative says, else what most say, else what the first by key
    says; nothing where they bind and differ.
    """
    kept = entries[representative]
    found: dict[str, dict[object, list[tuple[object, Entry]]]] = {}
    for entry in sorted(entries, key=lambda entry: (entry is not kept, entry.key, entry.location)):
        for field, value in _filled(entry):
            found.setdefault(field, {}).setdefault(_comparable(value, field), []).append((value, entry))
    said = {
        field: [Saying(same[0][0], tuple(entry for _, entry in same)) for same in values.values()]
        for field, values in found.items()
    }
    disputed = frozenset(field for field in _BINDING if len(said.get(field, ())) > 1)
    return tuple(_proposed(field, sayings, kept, disputed) for field, sayings in said.items())


def apart(entries: Sequence[Entry]) -> bool:
    """Whether the records name different agencies or levels, so that keeping one of them would choose between these."""
    return any(
        len({_comparable(value) for entry in entries for of, value in _filled(entry) if of == field}) > 1
        for field in _OF_THE_AGENCY
    )


def _proposed(field: str, sayings: list[Saying], kept: Entry, disputed: frozenset[str]) -> Proposal:
    if len(sayings) > 1 and (field in disputed or not disputed.isdisjoint(_FOLLOWS.get(field, ()))):
        return Proposal(field, None, tuple(sayings))
    if field == "result.name" and len({named(str(saying.value)) for saying in sayings}) > 1:
        return Proposal(field, None, tuple(sayings))  # two results, not two wordings
    chosen = min(sayings, key=lambda saying: _rank(field, saying, kept))
    return Proposal(field, chosen, tuple(saying for saying in sayings if saying is not chosen))


def _rank(field: str, saying: Saying, kept: Entry) -> tuple[object, ...]:
    """Sorts what to take first."""
    wording = flaws(str(saying.value)) if field in _WORDED else ()
    return wording, saying.sources[0] is not kept, -len(saying.sources)


def _filled(entry: Entry) -> Iterator[tuple[str, object]]:
    """The fields that say something, those of the parts by their path. An agency handles its own procedures."""
    procedure = entry.procedure
    for field in fields(procedure):
        value = getattr(procedure, field.name)
        if field.name in _PARTS and value is not None:
            for inner in fields(value):
                said = getattr(value, inner.name)
                if said not in _EMPTY:
                    yield f"{field.name}.{inner.name}", said
        elif field.name == "handled_by" and entry.agency:
            yield field.name, value or (entry.agency,)
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
