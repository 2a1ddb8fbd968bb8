"""The two editions that `tthc report changes` sets against each other: the one that --since names, and that of now."""

import sys
from dataclasses import dataclass
from pathlib import Path

from tthc.catalogue import revision
from tthc.catalogue.files import NotACatalogueError
from tthc.catalogue.git import RevisionError
from tthc.catalogue.model import Catalogue
from tthc.cli import reading, settings
from tthc.cli.settings import SettingError
from tthc.messages import _, ngettext


@dataclass(frozen=True, slots=True)
class Editions:
    """`since` says inside a sentence which the earlier one is; `until`, which revision the later one is ("" for the
    files as they are).
    """

    before: Catalogue
    after: Catalogue
    since: str
    until: str = ""


def editions(since: str | None, now: Catalogue) -> Editions:
    """The editions of `--since FOLDER`, `--since REV` (both against the catalogue as it is) or `--since A..B`.

    What could not be read of them is said on stderr. Raises SettingError, and NotACatalogueError for a folder that is
    none.
    """
    if not since:
        raise SettingError(
            _(
                "changes since when? Add --since REVISION (main, HEAD~1), --since OLD..NEW, "
                "or --since FOLDER with the earlier edition"
            )
        )
    folder = Path(since)
    if since.startswith(("./", "../", "/", "~")) and not folder.is_dir():
        raise SettingError(_("there is no folder {folder}").format(folder=since))
    found = _of_folder(folder, now) if folder.is_dir() else _of_revisions(since, now)
    for side in (found.before, found.after):
        _tell(side)
    return found


def _of_folder(folder: Path, now: Catalogue) -> Editions:
    if folder.resolve() == now.root.resolve():
        raise SettingError(
            _("{folder} is the catalogue itself; name the folder of another edition").format(folder=folder)
        )
    try:
        return Editions(reading.catalogue(folder), now, _("the edition in {folder}").format(folder=folder.as_posix()))
    except NotACatalogueError as error:
        raise NotACatalogueError(f"--since: {error}") from error


def _of_revisions(since: str, now: Catalogue) -> Editions:
    old, dots, new = since.partition("..")
    if dots and (not old or not new or new.startswith(".")):
        raise SettingError(_('"{since}" is no range of revisions; write OLD..NEW').format(since=since))
    cache = settings.open_cache()
    try:
        before = revision.at(now.root, old, cache)
        after = revision.at(now.root, new, cache) if new else now
        since = _("revision {revision}").format(revision=revision.named(now.root, old))
        return Editions(before, after, since, revision.named(now.root, new) if new else "")
    except RevisionError as error:
        raise SettingError(str(error)) from error


def _tell(side: Catalogue) -> None:
    """What cannot be read is left out, and looks like a procedure that has gone or come."""
    n = len(side.findings)
    if n:
        first = side.findings[0]
        text = ngettext(
            "{n} problem in {root}: {place}: {message}; what is concerned is left out of the comparison",
            "{n} problems in {root}, the first: {place}: {message}; what is concerned is left out of the comparison",
            n,
        )
        said = text.format(n=n, root=side.root, place=first.location, message=first.message)
        print(said, file=sys.stderr)
