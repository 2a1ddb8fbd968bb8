"""The report on reviewing and cutting the deadlines of procedures, for an officer to sign."""

from tthc.analysis import cuts as analysis
from tthc.analysis.durations import Convention
from tthc.analysis.overview import is_citizens
from tthc.catalogue.model import Catalogue
from tthc.domain.calendar import WorkingCalendar
from tthc.messages import _
from tthc.report.cuts import annex, averages
from tthc.report.model import Annex, Report
from tthc.report.official.common import Stated, letter, sources


def report(
    catalogue: Catalogue,
    stated: Stated,
    convention: Convention,
    calendar: WorkingCalendar,
    *,
    internal: bool | None = None,
) -> Report:
    """The whole document. Internal procedures and those of vertical agencies stand apart unless `internal` is asked."""
    dossiers = {code: figures.received for code, figures in catalogue.dossiers().items()}
    every = analysis.rows(catalogue.entries, calendar, dossiers)
    rows = tuple(row for row in every if internal is not None or is_citizens(row.entry))
    apart = tuple(row for row in every if internal is None and not is_citizens(row.entry))
    about = _("Review and cuts of the deadlines of administrative procedures")
    return Report(
        "cuts",
        about,
        "",
        tuple(averages.blocks(rows, apart, convention)),
        (
            Annex(_("Cuts by procedure"), tuple(annex.blocks(catalogue, rows, convention))),
            sources(catalogue, stated, [], calendar=calendar),
        ),
        letter(catalogue, about),
    )
