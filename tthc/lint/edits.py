"""What an edit changed: the procedures of two editions set against each other."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tthc.domain.entry import Entry
from tthc.text.normalise import normalise


@dataclass(frozen=True, slots=True)
class Change:
    """A procedure before and after an edit; None where it did not exist, or does not any more."""

    before: Entry | None
    after: Entry | None


@dataclass(frozen=True, slots=True)
class Edition:
    """All changes since a revision. What is the same on both sides is not among them."""

    revision: str
    changes: tuple[Change, ...]

    @property
    def touched(self) -> frozenset[tuple[str, int]]:
        """The records an edit touched, by path and line."""
        return frozenset((c.after.location.path, c.after.location.line) for c in self.changes if c.after)


def changes(revision: str, before: Iterable[Entry], after: Iterable[Entry]) -> Edition:
    """Set entries against each other: by code or local id, then those that are left by name and level."""
    old, new = _by_key(before), _by_key(after)
    found: list[Change] = []
    gone: list[Entry] = []
    added: list[Entry] = []
    for key in sorted(old.keys() | new.keys()):
        left, right = old.get(key, []), new.get(key, [])
        for index in range(max(len(left), len(right))):
            one = left[index] if index < len(left) else None
            other = right[index] if index < len(right) else None
            if one and other:
                if (one.procedure, one.agency, one.field) != (other.procedure, other.agency, other.field):
                    found.append(Change(one, other))
            elif one:
                gone.append(one)
            elif other:
                added.append(other)
    waiting = defaultdict(list)
    for entry in added:
        waiting[_identity(entry)].append(entry)
    for entry in gone:
        same = waiting[_identity(entry)]
        found.append(Change(entry, same.pop(0) if same else None))
    found += [Change(None, entry) for entries in waiting.values() for entry in entries]
    return Edition(revision, tuple(sorted(found, key=_order)))


def _by_key(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.key].append(entry)
    return found


def _identity(entry: Entry) -> tuple[str, ...]:
    """What stays when a code changes."""
    return (normalise(entry.procedure.name), *sorted(entry.procedure.level))


def _order(change: Change) -> tuple[str, int, str]:
    entry = change.after or change.before
    assert entry is not None  # a change has at least one side
    return (*entry.location[:2], entry.key)
