"""Part of a catalogue: the filters that mean the same in every command."""

import difflib
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.level import Level
from tthc.messages import _
from tthc.text import codes, vocabulary
from tthc.text.normalise import fold

_FEW = 10  # so many possible values are named in a message
_MEANT = 5  # and so many procedures of a like name
_NEAREST = 3
_MISTYPED = 2  # digits of a code: one, or two that changed places


class NothingSelectedError(Exception):
    """A filter names something the catalogue does not have; the message suggests what was meant."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Within one filter any value may match; all filters must. Names are compared without regard to case."""

    fields: Sequence[str] = ()
    agencies: Sequence[str] = ()  # id or name of the agency whose file holds the procedure
    levels: Sequence[str] = ()  # as in the catalogue, or in Vietnamese: “cấp tỉnh”, “xã”
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
        levels = {level(text) for text in selection.levels}
        entries = tuple(entry for entry in entries if levels & set(entry.procedure.level))
    if selection.codes:
        wanted = _known(selection.codes, ((e.key, e.key) for e in catalogue.entries), "--code", _near_codes)
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
        if named := _like(catalogue, code):
            message = _('the catalogue has no procedure "{name}". Did you mean: {near}?')
            raise NothingSelectedError(message.format(name=code, near="; ".join(named)))
        _known([code], ((entry.key, entry.key) for entry in catalogue.entries), _("CODE"), _near_codes)
    return found


def _like(catalogue: Catalogue, name: str) -> list[str]:
    """The procedures whose names hold these words, typed without accents perhaps; the shortest names first."""
    words = fold(name)
    if not any(letter.isalpha() for letter in words):
        return []
    names = {fold(entry.procedure.name): entry for entry in reversed(catalogue.entries)}
    holding = sorted((folded for folded in names if words in folded), key=lambda folded: (len(folded), folded))
    near = holding or difflib.get_close_matches(words, names, n=_NEAREST, cutoff=0.8)
    return [f"{names[folded].key} ({names[folded].procedure.name})" for folded in near[:_MEANT]]


def level(text: str) -> Level:
    """The level that a text names, as the catalogue does or in Vietnamese. Raises NothingSelectedError."""
    value = vocabulary.meant(text, vocabulary.LEVELS)
    if value is None:
        message = _('--level: there is no level "{value}".').format(value=text)
        if near := vocabulary.near(text, vocabulary.LEVELS):
            message += " " + _('Did you mean "{near}"?').format(near=near)
        message += " " + _("Possible: {values}.").format(values=vocabulary.listed(vocabulary.LEVELS))
        raise NothingSelectedError(message)
    return Level(value)


Near = Callable[[str, Mapping[str, str]], list[str]]


def _near_names(value: str, shown: Mapping[str, str]) -> list[str]:
    """The names that are spelt nearly so, else those meant by one that was typed without its accents."""
    bare = {fold(name): known for known, name in shown.items()}
    return difflib.get_close_matches(_folded(value), shown, n=_NEAREST) or [
        bare[name] for name in difflib.get_close_matches(fold(value), bare, n=_NEAREST)
    ]


def _near_codes(value: str, shown: Mapping[str, str]) -> list[str]:
    """The codes that this one was before it was spoilt; else those that differ in a digit or two."""
    wanted = codes.candidates(value)
    if not wanted:
        return _near_names(value, shown)
    differing = ((_differing(wanted[0], code), code) for code in shown if len(code) == len(wanted[0]))
    near = [code for n, code in sorted(differing) if n <= _MISTYPED]
    return [code for code in wanted if code in shown] or near[:_NEAREST]


def _differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _known(
    values: Iterable[str], names: Iterable[tuple[str, str]], option: str, near_by: Near = _near_names
) -> set[str]:
    """What the values stand for; `names` are those that the catalogue has, each with what it stands for."""
    known: dict[str, set[str]] = {}
    shown: dict[str, str] = {}
    for name, meaning in names:
        known.setdefault(_folded(name), set()).add(meaning)
        shown.setdefault(_folded(name), name)
    wanted: set[str] = set()
    for value in values:
        if _folded(value) not in known:
            near = near_by(value, shown)
            message = _('{option}: the catalogue has no "{value}".').format(option=option, value=value)
            if near:
                message += " " + _("Did you mean: {near}?").format(near=", ".join(shown[name] for name in near))
            elif len(shown) <= _FEW:
                message += " " + _("Possible: {values}.").format(values=", ".join(shown.values()))
            raise NothingSelectedError(message)
        wanted |= known[_folded(value)]
    return wanted


def _folded(name: str) -> str:
    """Names are the same however their letters are composed and whatever their case."""
    return unicodedata.normalize("NFC", name).casefold()
