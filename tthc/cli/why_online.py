"""`tthc why-online CODE`: the criteria of full online service on one procedure, each with evidence and ground."""

from typing import Annotated

import typer

from tthc.cli.options import AsOf, CatalogueFolder, Format, Output
from tthc.messages import _

HELP = _("Why a procedure can be a full online service, or cannot yet: each criterion with evidence and ground.")
EPILOG = _("Examples: tthc why-online 1.009645 · tthc why-online 1.009645 --as-of 2026-07-01")


def command(
    code: Annotated[str, typer.Argument(metavar=_("CODE"), help=_("Code, local id or exact name of the procedure."))],
    *,
    as_of: AsOf = None,
    catalogue: CatalogueFolder = None,
    format_: Format = None,
    output: Output = None,
) -> int:
    """Find the procedure, judge, print. Where several entries match, the first is shown and the others are named."""
    from tthc.analysis.online.verdict import assess, is_assessed
    from tthc.catalogue.locate import Sources
    from tthc.catalogue.selection import NothingSelectedError, find
    from tthc.cli import days, reading
    from tthc.cli.outcome import Outcome
    from tthc.cli.output import write
    from tthc.cli.settings import SettingError
    from tthc.report.online.procedure import report

    found = reading.catalogue(catalogue)
    try:
        entries = find(found, code)
    except NothingSelectedError as error:
        raise SettingError(str(error)) from error
    assessed = [entry for entry in entries if is_assessed(entry)]
    if not assessed:
        raise SettingError(
            _("{key}: internal and repealed procedures have no level of online service").format(key=entries[0].key)
        )
    day = days.as_of(as_of, found)
    regime = days.regime(day)
    entry, *others = assessed
    write(report(assess(entry, regime, day), regime, day, Sources().place, others), format_, output)
    return Outcome.FINE
