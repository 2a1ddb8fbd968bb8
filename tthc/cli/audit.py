"""`tthc audit`: one page about the whole catalogue, and what to do next."""

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

HELP = _("One page about the whole catalogue: size, cuts, duplicates, online service, findings; what to do next.")
EPILOG = _("Examples: tthc audit · tthc audit my-province --field 'Đất đai' · tthc audit -f json -o audit.json")


def command(
    folder: CatalogueArgument = None,
    *,
    catalogue: CatalogueFolder = None,
    field: Fields,
    agency: Agencies,
    level: Levels,
    code: Codes,
    internal: Internal = None,
    format_: Format = None,
    output: Output = None,
) -> int:
    """Read, count, compare, print."""
    from tthc.analysis.audit import audit
    from tthc.analysis.calendars import official
    from tthc.catalogue.selection import Selection
    from tthc.cli import reading
    from tthc.cli.output import choose, write
    from tthc.report.audit import report

    choose(format_, output)
    named, selection = reading.one(folder, catalogue), Selection(field, agency, level, code, internal)
    selected = reading.catalogue(named, selection)
    write(report(audit(selected, official()), reading.repeated(named, selection)), format_, output)
    return reading.outcome(selected)
