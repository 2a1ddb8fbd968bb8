"""That files or records could not be read, and that their procedures are missing in what is reported."""

from collections.abc import Iterable
from pathlib import Path

from tthc.catalogue.files import PROCEDURES
from tthc.catalogue.model import Catalogue
from tthc.domain.finding import Finding
from tthc.messages import _, ngettext
from tthc.report.model import Note
from tthc.text import numbers
from tthc.text.spelled import padded

_NAMED = 3  # so many files are named in a sentence; `tthc check` names all


def notes(catalogue: Catalogue) -> list[Note]:
    """What a reader has to know before the first figure; nothing where all could be read."""
    inside = catalogue.root / PROCEDURES
    procedures = _by_file(each for each in catalogue.findings if Path(each.location.path).is_relative_to(inside))
    others = _by_file(each for each in catalogue.findings if not Path(each.location.path).is_relative_to(inside))
    every = (
        (
            procedures,
            ngettext(
                "ATTENTION: {n} file could not be read in full ({places}); the procedures at these places are missing "
                "in the figures below.",
                "ATTENTION: {n} files could not be read in full ({places}); the procedures at these places are missing "
                "in the figures below.",
                len(procedures),
            ),
        ),
        (
            others,
            ngettext(
                "ATTENTION: {n} file beside the procedures is not valid in every part ({places}); these parts are not "
                "used.",
                "ATTENTION: {n} files beside the procedures are not valid in every part ({places}); these parts are "
                "not used.",
                len(others),
            ),
        ),
    )
    return [Note(text.format(n=padded(len(found)), places=_named(catalogue, found))) for found, text in every if found]


def places(catalogue: Catalogue) -> str:
    """All the places, for a list of sources; empty where all could be read."""
    return "; ".join(_place(catalogue, *each) for each in _by_file(catalogue.findings).items())


def _by_file(findings: Iterable[Finding]) -> dict[str, list[int]]:
    """The lines, by file; no line where it is the whole file."""
    found: dict[str, list[int]] = {}
    for each in findings:
        lines = found.setdefault(each.location.path, [])
        if each.location.line and each.location.line not in lines:
            lines.append(each.location.line)
    return found


def _named(catalogue: Catalogue, found: dict[str, list[int]]) -> str:
    named = "; ".join(_place(catalogue, *each) for each in list(found.items())[:_NAMED])
    more = len(found) - _NAMED
    return named + (" " + _("and {n} more").format(n=numbers.count(more)) if more > 0 else "")


def _place(catalogue: Catalogue, path: str, lines: list[int]) -> str:
    file = Path(path)
    name = (file.relative_to(catalogue.root) if file.is_relative_to(catalogue.root) else file).as_posix()
    if not lines:
        return name
    listed = ", ".join(map(str, lines))
    return ngettext("{file}, line {lines}", "{file}, lines {lines}", len(lines)).format(file=name, lines=listed)
