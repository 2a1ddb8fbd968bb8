"""`tthc families`: near relatives that do not fit together."""

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

HELP = _("Near relatives that do not fit: reissue slower than issue, two levels or one article with two deadlines …")
EPILOG = _("Example: tthc families --field 'Lưu thông hàng hóa trong nước'")


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
    """Found in the whole catalogue, shown where a selected procedure is concerned."""
    from tthc.analysis.calendars import official
    from tthc.analysis.duplicates.survey import survey
    from tthc.analysis.families import misfits
    from tthc.catalogue.selection import Selection
    from tthc.cli import reading
    from tthc.cli.output import choose, write
    from tthc.report.families import report

    choose(format_, output)
    whole = reading.catalogue(reading.one(folder, catalogue))
    selected = reading.selected(whole, Selection(field, agency, level, code, internal))
    chosen = {id(entry) for entry in selected.entries}
    found = [misfit for misfit in misfits(survey(whole), official()) if not chosen.isdisjoint(map(id, misfit.entries))]
    write(report(whole, found), format_, output)
    return reading.outcome(selected)
