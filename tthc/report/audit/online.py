"""What the catalogue itself says about online service."""

from fractions import Fraction

from tthc.analysis.audit import Audit
from tthc.messages import _
from tthc.report.model import Block, Cell, Column, Form, Heading, Table, table
from tthc.report.online.words import offered
from tthc.text import numbers


def blocks(audit: Audit) -> list[Block]:
    """States as declared, with their base; whether they are justified is the question of `tthc online`."""
    return [Heading(_("Online service")), states(audit)]


def states(audit: Audit) -> Table:
    """How many procedures the catalogue states each level of service of."""
    counts = audit.overview
    rows: list[list[Cell]] = [
        [
            offered(level),
            n,
            Fraction(n, counts.citizens) if counts.citizens else None,
        ]
        for level, n in counts.online.items()
        if n
    ]
    columns = [
        Column("state", _("As stated in the catalogue")),
        Column("count", _("Procedures"), Form.COUNT),
        Column("rate", _("Share"), Form.RATE),
    ]
    note = _("Base: {n} procedures for citizens and businesses, without internal and vertical ones.").format(
        n=numbers.count(counts.citizens)
    )
    return table("online", "", columns, rows, note)
