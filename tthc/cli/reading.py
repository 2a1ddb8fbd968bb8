"""The catalogue a command works on."""

import shlex
from pathlib import Path

from tthc.catalogue.ahead import read_ahead
from tthc.catalogue.files import PROCEDURES, Disk, NotACatalogueError
from tthc.catalogue.load import load
from tthc.catalogue.model import Catalogue
from tthc.catalogue.selection import NothingSelectedError, Selection, select
from tthc.cli import settings, understood
from tthc.cli.outcome import Outcome
from tthc.domain.entry import Entry
from tthc.domain.manifest import Jurisdiction, Manifest
from tthc.messages import _, ngettext
from tthc.report.model import Repeated


def catalogue(folder: Path | None, selection: Selection | None = None) -> Catalogue:
    """Read the catalogue the command line, the environment or the configuration names, and select from it.

    Raises NotACatalogueError where nothing can be read, SettingError for a filter that matches nothing known.
    """
    root, cache, disk = folder or settings.current.catalogue, settings.open_cache(), Disk()
    read_ahead(root, disk, cache)
    found = load(root, cache, disk)
    understood.deadlines(found, cache)
    if not found.entries:
        raise NotACatalogueError(_nothing_in(found))
    return found if selection is None else selected(found, selection)


def selected(found: Catalogue, selection: Selection) -> Catalogue:
    """The part of a catalogue that the filters name. Raises SettingError for a filter that matches nothing known."""
    try:
        return select(found, selection)
    except NothingSelectedError as error:
        raise settings.SettingError(str(error)) from error


def without_vertical(found: Catalogue, selection: Selection) -> tuple[Entry, ...]:
    """The entries that the province itself offers; those of vertical agencies where a level or a code asks for them."""
    asked = selection.levels or selection.codes
    return tuple(entry for entry in found.entries if asked or not entry.procedure.vertical)


def catalogue_if_any(folder: Path | None) -> Catalogue:
    """The catalogue, for a question that can be answered without one: where none is named and there is none, an empty
    one. Raises NotACatalogueError where one is named and nothing can be read."""
    root = folder or settings.current.catalogue
    if folder is None and root == settings.Settings().catalogue and not root.exists():
        return Catalogue(root, Manifest(jurisdiction=Jurisdiction(name=root.name)), ())
    return catalogue(folder)


def one(argument: Path | None, option: Path | None) -> Path | None:
    """The folder the line names, as its argument or by --catalogue. Raises SettingError for two different ones."""
    if argument and option and argument.absolute() != option.absolute():
        raise settings.SettingError(
            _("two catalogues are named, {one} and {other}; name one").format(one=argument, other=option)
        )
    return argument or option


def repeated(folder: Path | None, selection: Selection) -> Repeated:
    """The options that make another command work on the same part of the same catalogue."""
    filters = [
        f"{option} {shlex.quote(value)}"
        for option, values in (
            ("--field", selection.fields),
            ("--agency", selection.agencies),
            ("--level", selection.levels),
            ("--code", selection.codes),
        )
        for value in values
    ]
    if selection.internal is not None:
        filters.append("--internal" if selection.internal else "--no-internal")
    named = [f"-C {shlex.quote(folder.as_posix())}"] if folder and folder != settings.current.catalogue else []
    return Repeated("".join(f" {word}" for word in named), "".join(f" {word}" for word in filters))


def outcome(found: Catalogue) -> Outcome:
    """FINDINGS where something in the catalogue is wrong, else FINE."""
    return Outcome.FINDINGS if found.findings else Outcome.FINE


def _nothing_in(found: Catalogue) -> str:
    inside = found.root / PROCEDURES
    findings = [finding for finding in found.findings if Path(finding.location.path).is_relative_to(inside)]
    if not findings:
        return _("{root} has no procedure yet. Add a file: procedures/<agency>/<field>.yaml").format(root=found.root)
    first, n = findings[0], len(findings)
    return ngettext(
        "No procedure could be read in {root}. The problem: {place}: {message}. {help}",
        "No procedure could be read in {root}. There are {n} problems, the first: {place}: {message}. {help}",
        n,
    ).format(root=found.root, n=n, place=first.location, message=first.message, help=first.help)
