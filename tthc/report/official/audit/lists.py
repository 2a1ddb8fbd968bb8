"""The full lists behind the report on a catalogue, and the formulas by which its figures follow from them."""

from collections.abc import Sequence

from tthc.analysis.audit import Audit
from tthc.analysis.cuts import Outcome
from tthc.analysis.duplicates.certain import Kind
from tthc.analysis.duplicates.findings import Repeat
from tthc.analysis.duplicates.survey import Survey
from tthc.analysis.overview import Kind as Counted
from tthc.domain.level import OnlineLevel
from tthc.messages import _
from tthc.report import duplicates
from tthc.report.audit import cuts, listing, problems, size
from tthc.report.cuts import words
from tthc.report.duplicates import listing as groups
from tthc.report.formula import Aggregate, Formula, Function, Own, Quotient, Sign, Where
from tthc.report.model import Annex, Block, Note, Table
from tthc.report.official.layout import recomputed, titled
from tthc.report.online.words import offered

LIST = "procedures"  # the table with a row for each procedure in force
NOT_IN_FORCE = "not_in_force"  # and the one for the others


def annexes(audit: Audit, found: Survey, repeats: Sequence[Repeat]) -> tuple[Annex, ...]:
    """The lists that have something to list."""
    several = duplicates.with_kept(found, [each for each in repeats if each.kind is not Kind.LEVELS])
    note = Note(size.columns_note())
    parts: list[tuple[str, Sequence[Block]]] = [
        (_("Procedures reviewed"), [listing.procedures(audit)] if audit.rows else []),
        (_("Figures by field"), [division(size.fields(audit), "field"), note] if audit.rows else []),
        (_("Figures by agency"), [division(size.agencies(audit), "agency"), note] if audit.rows else []),
        (_("Procedures with a longer deadline than the law sets"), [titled(each, "") for each in cuts.overruns(audit)]),
        (_("Procedures not cut, the longest deadlines first"), [titled(each, "") for each in cuts.uncut(audit)]),
        (
            _("Procedures that seem to be listed more than once"),
            [groups.table(audit.catalogue, several)] if several else [],
        ),
        (
            _("Procedures repealed or replaced, not counted"),
            [listing.not_in_force(audit)] if audit.not_in_force else [],
        ),
        (_("Files and records that could not be read"), _unread(audit)),
    ]
    return tuple(Annex(title, tuple(blocks)) for title, blocks in parts if blocks)


def division(table: Table, by: str) -> Table:
    """A table of groups, each column counted in the list of procedures by its column `by`."""
    group = Where(by, Sign.EQUAL, Own("name"))
    citizens = (group, _citizens())
    return recomputed(
        table,
        {
            "total": _count("number", group),
            "internal": _count("number", group, _of(Counted.INTERNAL)),
            "full_online": Quotient(_count("number", *citizens, _full()), _count("number", *citizens)),
            "compared": _count("rate", *citizens),
            "mean_compared": Aggregate(Function.MEAN, LIST, "rate", citizens),
        },
    )


def states(table: Table) -> Table:
    """What is offered, counted in the list of procedures."""
    count = _count("number", Where("online", Sign.EQUAL, Own("state")), _citizens())
    return recomputed(table, {"count": count, "rate": Quotient(Own("count"), _count("number", _citizens()))})


def figures() -> dict[str, Formula]:
    """The formulas of the key figures, by their keys."""
    return {
        "total": _count("number"),
        "citizens": _count("number", _citizens()),
        "internal": _count("number", _of(Counted.INTERNAL)),
        "vertical": _count("number", _of(Counted.VERTICAL)),
        "not_in_force": Aggregate(Function.COUNT, NOT_IN_FORCE, "number"),
        "mean_compared_nominal": Aggregate(Function.MEAN, LIST, "rate", (_citizens(),)),
        "cut": _count("rate", _citizens(), _that_is(Outcome.CUT)),
        "kept": _count("rate", _citizens(), _that_is(Outcome.KEPT)),
        "lengthened": _count("rate", _citizens(), _that_is(Outcome.LONGER)),
    }


def definitions() -> dict[str, str]:
    """What the key figures count, by their keys."""
    mean = _("the rates of all procedures compared, added up and divided by their number")
    return {
        "total": _("every record of the catalogue but those of procedures that are repealed or replaced"),
        "not_in_force": _("records of procedures that are gone: they are in no other figure"),
        "citizens": _("neither internal nor of vertical agencies"),
        "internal": _("procedures within and between offices, which NĐ 63/2010/NĐ-CP does not cover"),
        "vertical": _("handled by local branches of central agencies only: not the province's to cut"),
        "mean_compared_like": mean,
        "mean_compared_nominal": mean,
        "mean_compared_five_sevenths": mean,
        "mean_compared_calendar": mean,
        "cut": _("the deadline of the province is shorter"),
        "kept": _("the deadline of the province is neither shorter nor certainly longer"),
        "lengthened": _("the deadline of the province is certainly longer, on the working calendar too"),
    }


def _citizens() -> Where:
    return _of(Counted.CITIZENS)


def _of(kind: Counted) -> Where:
    return Where("kind", Sign.EQUAL, listing.term(kind))


def _that_is(outcome: Outcome) -> Where:
    return Where("outcome", Sign.EQUAL, words.outcome(outcome))


def _full() -> Where:
    return Where("online", Sign.EQUAL, offered(OnlineLevel.FULL))


def _count(column: str, *where: Where) -> Aggregate:
    return Aggregate(Function.COUNT, LIST, column, where)


def _unread(audit: Audit) -> list[Block]:
    if not audit.catalogue.findings:
        return []
    return [titled(block, "") for block in problems.findings(audit) if isinstance(block, Table)]
