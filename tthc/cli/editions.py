"""The two editions that an edit lies between: the one that --since names, and that of now."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tthc.catalogue import revision
from tthc.catalogue.files import NotACatalogueError
from tthc.catalogue.git import RevisionError
from tthc.catalogue.model import Catalogue
from tthc.cli import reading, settings
from tthc.cli.settings import SettingError
from tthc.domain.entry import Entry
from tthc.lint.edits import Edition, changes
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
    folder = _folder_of(since)
    found = _of_folder(folder, now) if folder else _of_revisions(since, now)
    sys.stderr.write(_unread(found.before) + _unread(found.after))
    return found


def _folder_of(since: str) -> Path | None:
    """The folder that --since names; None for a revision. Raises SettingError for a path that leads to no folder."""
    folder = Path(since)
    if since and folder.is_dir():
        return folder
    if since.startswith(("./", "../", "/", "~")):
        raise SettingError(_("there is no folder {folder}").format(folder=since))
    return None


def edit(since: str, now: Catalogue, files: Mapping[str, bytes]) -> tuple[Edition, str]:
    """What was edited since a revision or since the edition in a folder, for `tthc check`; and a note for stderr.

    `files` has the bytes of today's files of procedures. Raises as `editions` does.
    """
    if folder := _folder_of(since):
        before = _in_folder(folder, now)
        return changes(since, _placed_in(now.root, before), now.entries), _unread(before)
    try:
        past = revision.past(now.root, since, files)
    except RevisionError as error:
        raise SettingError(str(error)) from error
    after = [entry for entry in now.entries if entry.location.path in past.files]
    return changes(since, past.entries, after), ""


def _in_folder(folder: Path, now: Catalogue) -> Catalogue:
    """The edition in this folder. Raises SettingError for the catalogue itself, NotACatalogueError for no catalogue."""
    if folder.resolve() == now.root.resolve():
        raise SettingError(
            _("{folder} is the catalogue itself; name the folder of another edition").format(folder=folder)
        )
    try:
        return reading.catalogue(folder)
    except NotACatalogueError as error:
        raise NotACatalogueError(f"--since: {error}") from error


def _placed_in(root: Path, before: Catalogue) -> Iterator[Entry]:
    """The entries of another folder with the places they would have in `root`, as those of a revision have."""
    for entry in before.entries:
        inside = Path(entry.location.path).relative_to(before.root)
        yield replace(entry, location=entry.location._replace(path=(root / inside).as_posix()))


def _of_folder(folder: Path, now: Catalogue) -> Editions:
    return Editions(_in_folder(folder, now), now, _("the edition in {folder}").format(folder=folder.as_posix()))


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


def _unread(side: Catalogue) -> str:
    """A line for stderr: what cannot be read is left out, and looks like a procedure that has gone or come."""
    n = len(side.findings)
    if not n:
        return ""
    first = side.findings[0]
    text = ngettext(
        "{n} problem in {root}: {place}: {message}; what is concerned is left out of the comparison",
        "{n} problems in {root}, the first: {place}: {message}; what is concerned is left out of the comparison",
        n,
    )
    return text.format(n=n, root=side.root, place=first.location, message=first.message) + "\n"
