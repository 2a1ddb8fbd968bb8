"""`tthc show CODE`: one procedure, what was computed about it, and where it stands."""

from typing import Annotated

import typer

from tthc.cli.options import CatalogueFolder, Format, Output
from tthc.messages import _

HELP = _("One procedure: what its record says, what was computed about it, and where it stands.")
EPILOG = _("Examples: tthc show 1.009645 · tthc show 'Đăng ký khai sinh' -C my-province")


def command(
    code: Annotated[str, typer.Argument(metavar="CODE", help=_("Code, local id or exact name of the procedure."))],
    *,
    catalogue: CatalogueFolder = None,
    format_: Format = None,
    output: Output = None,
) -> int:
    """Find the procedure, compute, print. Where several entries match, the first is shown and the others are named."""
    from tthc.analysis.calendars import official
    from tthc.analysis.cuts import rows
    from tthc.analysis.duplicates.exact import repetitions
    from tthc.catalogue.selection import NothingSelectedError, find
    from tthc.cli import reading
    from tthc.cli.outcome import Outcome
    from tthc.cli.output import write
    from tthc.cli.settings import SettingError
    from tthc.report.show import report

    found = reading.catalogue(catalogue)
    try:
        entries = find(found, code)
    except NothingSelectedError as error:
        raise SettingError(str(error)) from error
    row, *others = rows(entries, official())
    repeated = [group for group in repetitions(found.entries) if any(row.entry is entry for entry in group.entries)]
    write(report(found, row, repeated, [other.entry for other in others]), format_, output)
    return Outcome.FINE
