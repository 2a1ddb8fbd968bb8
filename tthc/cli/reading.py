"""The catalogue a command works on."""

from pathlib import Path

from tthc.catalogue.cache import Cache, default_folder
from tthc.catalogue.files import NotACatalogueError
from tthc.catalogue.load import load
from tthc.catalogue.model import Catalogue
from tthc.catalogue.selection import NothingSelectedError, Selection, select
from tthc.cli import settings
from tthc.cli.outcome import Outcome
from tthc.messages import _


def catalogue(folder: Path | None, selection: Selection | None = None) -> Catalogue:
    """Read the catalogue the command line, the environment or the configuration names, and select from it.

    Raises NotACatalogueError where nothing can be read, SettingError for a filter that matches nothing known.
    """
    found = load(folder or settings.current.catalogue, Cache(default_folder() if settings.current.cache else None))
    if not found.entries and found.findings:
        first = found.findings[0]
        raise NotACatalogueError(
            _("no procedure could be read in {root}; {n} problems, the first: {place}: {message}. {help}").format(
                root=found.root, n=len(found.findings), place=first.location, message=first.message, help=first.help
            )
        )
    if selection is None:
        return found
    try:
        return select(found, selection)
    except NothingSelectedError as error:
        raise settings.SettingError(str(error)) from error


def outcome(found: Catalogue) -> Outcome:
    """FINDINGS where something in the catalogue is wrong, else FINE."""
    return Outcome.FINDINGS if found.findings else Outcome.FINE
