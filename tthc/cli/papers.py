"""`tthc papers`: the papers that many procedures ask for."""

from typing import Annotated

import typer

from tthc.cli.options import (
    Agencies,
    CatalogueArgument,
    CatalogueFolder,
    Codes,
    Fields,
    Format,
    Internal,
    Levels,
    Output,
)
from tthc.messages import _

HELP = _("The papers that many procedures ask for: candidates for being asked for only once.")
EPILOG = _("Examples: tthc papers · tthc papers --top 100 -f markdown")

TOP = 30


def command(
    folder: CatalogueArgument = None,
    *,
    top: Annotated[int, typer.Option("--top", min=1, metavar=_("NUMBER"), help=_("How many papers to list."))] = TOP,
    catalogue: CatalogueFolder = None,
    field: Fields,
    agency: Agencies,
    level: Levels,
    code: Codes,
    internal: Internal = None,
    format_: Format = None,
    output: Output = None,
) -> int:
    """Read, count, print."""
    from tthc.analysis.papers import papers
    from tthc.catalogue.selection import Selection
    from tthc.cli import reading
    from tthc.cli.output import choose, write
    from tthc.report.papers import report

    choose(format_, output)
    selected = reading.catalogue(reading.one(folder, catalogue), Selection(field, agency, level, code, internal))
    write(report(selected, papers(selected.entries, selected.received()), top), format_, output)
    return reading.outcome(selected)
