"""`tthc show CODE`: one procedure, what was computed about it, and where it stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tthc.cli.options import AsOf, CatalogueFolder, Format, Output
from tthc.messages import _

if TYPE_CHECKING:
    from tthc.report.model import Block

HELP = _("One procedure: what its record says, what was computed about it, and where it stands.")
EPILOG = _("Examples: tthc show 1.009645 · tthc show 'Đăng ký khai sinh' -C my-province")


def command(
    code: Annotated[str, typer.Argument(metavar=_("CODE"), help=_("Code, local id or exact name of the procedure."))],
    *,
    as_of: AsOf = None,
    catalogue: CatalogueFolder = None,
    format_: Format = None,
    output: Output = None,
) -> int:
    """Find the procedure, compute, print. Where several entries match, the first is shown and the others are named."""
    from tthc.analysis.calendars import official
    from tthc.analysis.cuts import rows
    from tthc.analysis.duplicates.exact import repetitions
    from tthc.analysis.online.verdict import assess, is_assessed
    from tthc.catalogue.locate import Sources
    from tthc.catalogue.selection import NothingSelectedError, find
    from tthc.cli import days, reading
    from tthc.cli.outcome import Outcome
    from tthc.cli.output import write
    from tthc.cli.settings import SettingError
    from tthc.report.online import procedure
    from tthc.report.show import report

    found = reading.catalogue(catalogue)
    try:
        entries = find(found, code)
    except NothingSelectedError as error:
        raise SettingError(str(error)) from error
    row, *others = rows(entries, official())
    repeated = [group for group in repetitions(found.entries) if any(row.entry is entry for entry in group.entries)]
    online: Sequence[Block] = ()
    if is_assessed(row.entry):
        day = days.as_of(as_of, found)
        regime = days.regime_if_any(day)
        online = (
            procedure.blocks(assess(row.entry, regime, day), regime, day, Sources().place)
            if regime
            else procedure.not_judged(day)
        )
    write(report(found, row, repeated, [other.entry for other in others], online), format_, output)
    return Outcome.FINE
