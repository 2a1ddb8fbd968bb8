"""Part of a catalogue: the filters that mean the same in every command."""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.level import Level
from tthc.messages import _
from tthc.text.normalise import fold

_FEW = 10  # so many possible values are named in a message


class NothingSelectedError(Exception):
    """A filter names something the catalogue does not have; the message suggests what was meant."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Within one filter any value may match; all filters must. Names are compared without regard to case."""

    fields: Sequence[str] = ()
    agencies: Sequence[str] = ()  # id or name of the agency whose file holds the procedure
    levels: Sequence[str] = ()
    codes: Sequence[str] = ()
    internal: bool | None = None


def select(catalogue: Catalogue, selection: Selection) -> Catalogue:
    """The catalogue with the entries that match. Raises NothingSelectedError for a value that no entry has."""
    entries = catalogue.entries
    if selection.fields:
        wanted = _known(selection.fields, ((e.field, e.field) for e in catalogue.entries), "--field")
        entries = tuple(entry for entry in entries if entry.field in wanted)
    if selection.agencies:
        ids = sorted({entry.agency for entry in catalogue.entries})
        names = (*((i, i) for i in ids), *((catalogue.agency_name(i), i) for i in ids))
        wanted = _known(selection.agencies, names, "--agency")
        entries = tuple(entry for entry in entries if entry.agency in wanted)
    if selection.levels:
        wanted = _known(selection.levels, ((level.value, level.value) for level in Level), "--level")
        entries = tuple(entry for entry in entries if wanted & set(entry.procedure.level))
    if selection.codes:
        wanted = _known(selection.codes, ((e.key, e.key) for e in catalogue.entries), "--code")
        entries = tuple(entry for entry in entries if entry.key in wanted)
    if selection.internal is not None:
        entries = tuple(entry for entry in entries if entry.procedure.internal is selection.internal)
    return replace(catalogue, entries=entries)


def find(catalogue: Catalogue, code: str) -> tuple[Entry, ...]:
    """The entries with this code (or local id, or exact name). Raises NothingSelectedError if there is none."""
    wanted = _folded(code)
    found = tuple(
        entry
        for entry in catalogue.entries
        if wanted in {_folded(text) for text in (entry.key, entry.procedure.name, entry.procedure.local_id or "")}
    )
    if not found:
        _known([code], ((entry.key, entry.key) for entry in catalogue.entries), _("CODE"))
    return found


def _known(values: Iterable[str], names: Iterable[tuple[str, str]], option: str) -> set[str]:
    """What the values stand for; `names` are those that the catalogue has, each with what it stands for."""
    known: dict[str, set[str]] = {}
    shown: dict[str, str] = {}
    for name, meaning in names:
        known.setdefault(_folded(name), set()).add(meaning)
        shown.setdefault(_folded(name), name)
    wanted: set[str] = set()
    for value in values:
        if _folded(value) not in known:
            near = difflib.get_close_matches(_folded(value), known, n=3) or _bare_matches(value, shown)
            message = _('{option}: the catalogue has no "{value}".').format(option=option, value=value)
            if near:
                message += " " + _("Did you mean: {near}?").format(near=", ".join(shown[name] for name in near))
            elif len(shown) <= _FEW:
                message += " " + _("Possible: {values}.").format(values=", ".join(shown.values()))
            raise NothingSelectedError(message)
        wanted |= known[_folded(value)]
    return wanted


def _bare_matches(value: str, shown: Mapping[str, str]) -> list[str]:
    """The names meant by one that was typed without its accents."""
    bare = {fold(name): name for name in shown}
    return [bare[name] for name in difflib.get_close_matches(fold(value), bare, n=3)]


def _folded(name: str) -> str:
    """Names are the same however their letters are composed and whatever their case."""
    return unicodedata.normalize("NFC", name).casefold()
