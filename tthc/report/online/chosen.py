"""The procedures one by one, all of them or those of a choice, as a screen has room for them."""

from tthc.analysis.online.choice import Choice, Judged, chosen
from tthc.analysis.online.criteria import Key
from tthc.analysis.online.verdict import Assessment
from tthc.catalogue.model import Catalogue
from tthc.messages import _
from tthc.report.model import Block, Cell, Column, Form, Heading, Paragraph, Table, table
from tthc.report.online import words
from tthc.text import numbers

AT_ONCE = 10


def listed(catalogue: Catalogue, judged: Judged, choice: Choice | Key | None) -> list[Block]:
    """Every procedure with its verdict and what stands in the way; under the name of the choice, where there is one."""
    if choice is None:
        return [Heading(_("Procedures")), procedures(catalogue, judged, None)]
    n = _("{n} procedures").format(n=numbers.count(len(judged)))
    found: list[Block] = [Heading(f"{words.choice(choice)}: {n}")]
    if not judged:
        return [*found, Paragraph(_("There is none."))]
    return [*found, procedures(catalogue, judged, choice)]


def not_offered(catalogue: Catalogue, judged: Judged) -> list[Block]:
    """What could be offered at once, with the reason that is recorded for not doing so."""
    assessments = [each for each, _found in chosen(judged, Choice.NOT_OFFERED)]
    if not assessments:
        return []
    columns = [
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name")),
        Column("agency", _("Agency")),
        Column("offered", _("Offered as")),
        Column("reason", _("Reason stated")),
    ]
    rows: list[list[Cell]] = [[*_who(catalogue, each), _offered(each), _reason(each)] for each in assessments]
    title = _("No obstacle found, not offered in full")
    return [Heading(title), table("not_offered", "", columns, rows, most=AT_ONCE)]


def procedures(catalogue: Catalogue, judged: Judged, choice: Choice | Key | None) -> Table:
    """A page leaves out what is the same for every procedure of a choice, so that the rest has room in a row; machines
    get every column."""
    of_all = choice is None
    assessments = [each for each, _found in judged]
    columns = [
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name")),
        Column("agency", _("Agency"), detail=of_all),
        Column("offered", _("Offered as")),
        Column("verdict", _("Verdict"), detail=not of_all),
        Column("not_met", _("Not met"), detail=not of_all and len(set(map(_not_met, assessments))) == 1),
        Column("unknown", _("Unknown"), detail=not of_all and len(set(map(_unknown, assessments))) == 1),
        Column("contradiction", _("Contradiction"), detail=choice is not Choice.CONTRADICTING),
        Column("reason", _("Reason stated"), detail=of_all or not any(map(_reason, assessments))),
        Column("doubt", _("What the wording suggests"), detail=of_all or not all(map(_doubt, assessments))),
        Column("place", _("Place"), Form.CODE, detail=True),
    ]
    rows: list[list[Cell]] = [
        [
            *_who(catalogue, each),
            _offered(each),
            words.verdict(each.verdict),
            _not_met(each),
            _unknown(each),
            "; ".join(words.contradiction(conflict.kind) for conflict in found),
            _reason(each),
            _doubt(each),
            str(each.entry.location),
        ]
        for each, found in judged
    ]
    return table("judged", "", columns, rows)


def _who(catalogue: Catalogue, assessment: Assessment) -> list[Cell]:
    entry = assessment.entry
    return [entry.key, entry.procedure.name, catalogue.agency_name(entry.agency)]


def _offered(assessment: Assessment) -> Cell:
    return words.offered(assessment.entry.procedure.online.level)


def _not_met(assessment: Assessment) -> str:
    return "; ".join(words.criterion(check.criterion.key) for check in assessment.not_met)


def _unknown(assessment: Assessment) -> str:
    return "; ".join(words.criterion(check.criterion.key) for check in assessment.open)


def _doubt(assessment: Assessment) -> str:
    """The phrases that suggest an obstacle."""
    return "; ".join(f"“{check.quote}”" for check in assessment.checks if check.to_confirm and check.quote)


def _reason(assessment: Assessment) -> str:
    reason = assessment.entry.procedure.online.reason
    return words.reason(reason) if reason else ""
