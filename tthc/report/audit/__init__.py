"""The one page `tthc audit` prints, section by section."""

from dataclasses import replace

from tthc.analysis.audit import Audit
from tthc.catalogue.model import Catalogue
from tthc.messages import _
from tthc.report import unread
from tthc.report.audit import cuts, online, problems, size, steps
from tthc.report.model import Block, Repeated, Report
from tthc.text import numbers


def report(audit: Audit, again: Repeated = Repeated()) -> Report:
    """The page, in the order an officer reads it. `again` makes the commands it suggests work on the same.

    Published figures are about the whole catalogue: where filters leave a part of it, nothing is said of them.
    """
    if again.filters:
        audit = replace(audit, claims=())
    blocks: list[Block] = [
        *unread.notes(audit.catalogue),
        *size.blocks(audit),
        *cuts.blocks(audit),
        *online.blocks(audit),
        *problems.repetitions(audit, again),
        *problems.claims(audit),
        *problems.findings(audit, again),
        *steps.blocks(audit, again),
    ]
    return Report("audit", _title(audit.catalogue), _subtitle(audit.catalogue), tuple(blocks), main="fields")


def _title(catalogue: Catalogue) -> str:
    return _("Audit of the catalogue of administrative procedures: {name}").format(
        name=catalogue.manifest.title or catalogue.manifest.jurisdiction.name
    )


def _subtitle(catalogue: Catalogue) -> str:
    edition = catalogue.manifest.edition
    parts = [
        _("Edition of {date}").format(date=numbers.calendar_date(edition)) if edition else _("Edition not stated"),
        catalogue.root.as_posix(),
    ]
    if catalogue.manifest.sample:
        parts.append(_("SAMPLE, not a real province"))
    return " · ".join(parts)
