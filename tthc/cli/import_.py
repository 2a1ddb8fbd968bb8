"""`tthc import`: other people's records into the catalogue."""

from pathlib import Path
from typing import Annotated

import typer

from tthc.cli.options import Format, Output
from tthc.cli.outcome import Outcome
from tthc.messages import _

HELP = _("Import records of procedures: the portal's JSON, crawled pages, JSON Lines. What people wrote stays.")
EPILOG = _("Examples: tthc import thu-tuc.jsonl --into my-province · tthc import pages/ --into my-province --dry-run")


def command(
    files: Annotated[list[Path], typer.Argument(metavar=_("FILE…"), help=_("JSON files, or folders of them."))],
    *,
    into: Annotated[
        Path, typer.Option("--into", metavar=_("FOLDER"), help=_("Folder of the catalogue; made if missing."))
    ],
    update: Annotated[
        bool, typer.Option("--update", help=_("Where the catalogue says something else, take the import's words."))
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Say what would happen and write nothing."))] = False,
    format_: Format = None,
    output: Output = None,
) -> int:
    """Read, compare, write, say what happened."""
    from tthc.cli import settings
    from tthc.cli.output import choose, write
    from tthc.domain.finding import Severity
    from tthc.exchange.importer import import_files
    from tthc.exchange.json_files import SUFFIXES, json_paths
    from tthc.report import imported

    chosen = choose(format_, output)
    missing = next((path for path in files if not path.exists()), None)
    if missing is not None:
        raise settings.SettingError(_("there is no file or folder {path}").format(path=missing))
    empty = next((path for path in files if path.is_dir() and not json_paths([path])), None)
    if empty is not None:
        message = _("{path} holds no file with a name that ends in {suffixes}")
        raise settings.SettingError(message.format(path=empty, suffixes=", ".join(SUFFIXES)))
    result = import_files(files, into, update=update, dry_run=dry_run)
    write(imported.report(result, into, dry_run=dry_run, full=chosen == "json"), format_, output)
    lost = any(doubt.severity is Severity.ERROR for doubt in result.doubts)
    return Outcome.FINDINGS if lost or result.kept else Outcome.FINE
