"""What is wrong: repetitions, published figures that do not hold, files and records that are not valid."""

from tthc.analysis.audit import Audit
from tthc.analysis.claims import Checked
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.messages import _
from tthc.report import labels
from tthc.report.audit.common import TOP
from tthc.report.claims import columns as claim_columns
from tthc.report.claims import row as claim_row
from tthc.report.model import Block, Cell, Column, Form, Heading, Note, Repeated, Table, table
from tthc.report.term import Term


def repetitions(audit: Audit, again: Repeated = Repeated()) -> list[Block]:
    """Procedures that certainly stand in the catalogue more than once; what may be the same is another question."""
    heading = Heading(_("Repetitions"))
    possible = Note(
        _(
            "Possible repetitions (names in other words, overlaps, one deadline or another): see tthc duplicates{again}"
        ).format(again=again.all)
    )
    if not audit.repetitions:
        none = _("Certain repetitions (one code, or one name at the same level and agency): none.")
        return [heading, Note(none), possible]
    columns = [
        Column("kind", _("What is the same")),
        Column("entries", _("Code, agency, place")),
        Column("name", _("Name of the procedure")),
    ]
    rows: list[list[Cell]] = [
        [
            Term(found.kind, labels.repetition(found.kind)),
            "\n".join(_place(audit.catalogue, entry) for entry in found.entries),
            found.entries[0].procedure.name,
        ]
        for found in audit.repetitions
    ]
    return [heading, table("repetitions", "", columns, rows, most=TOP), possible]


def claims(audit: Audit) -> list[Block]:
    """Published figures, recomputed: first those that do not hold."""
    if not audit.claims:
        return []
    return [Heading(_("Published figures, recomputed")), claims_table(audit)]


def claims_table(audit: Audit) -> Table:
    """Every published figure with its verdict, the gravest first."""
    rows = [claim_row(checked) for checked in sorted(audit.claims, key=_gravest)]
    return table("claims", "", claim_columns(), rows)


def findings(audit: Audit, again: Repeated = Repeated()) -> list[Block]:
    """What the reader found wrong in the files; whether records are complete and right, the rules say."""
    heading = Heading(_("Findings in the files"))
    found = audit.catalogue.findings
    further = Note(_("Whether the records are complete and right: see tthc check{again}").format(again=again.folder))
    if not found:
        return [heading, Note(_("Every file could be read, and every record has the form it has to have.")), further]
    columns = [
        Column("place", _("Place"), Form.CODE),
        Column("rule", _("Rule"), Form.CODE),
        Column("message", _("What is wrong")),
        Column("help", _("How to put it right")),
    ]
    rows = [[str(f.location), f.rule, f.message, f.help] for f in found]
    return [heading, table("findings", "", columns, rows, most=TOP), further]


def _place(catalogue: Catalogue, entry: Entry) -> str:
    return f"{entry.key} · {catalogue.agency_name(entry.agency)} · {entry.location}"


def _gravest(checked: Checked) -> int:
    order = ["impossible", "does_not_hold", "cannot_be_checked", "holds"]
    return order.index(checked.verdict)
