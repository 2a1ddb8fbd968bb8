"""The proposal to merge several records into one, part by part: only what the records disagree on."""

from collections.abc import Sequence
from datetime import date

from tthc.analysis.duplicates.merge import Proposal, Saying
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.level import Channel, Delivery, Level, OnlineLevel, Status
from tthc.domain.procedure import ChannelEntry, DeadlineCase, DossierItem, InternalStep
from tthc.messages import _
from tthc.report import labels
from tthc.report.duplicates.words import short
from tthc.report.model import Block, Cell, Column, Form, Note, Table, table
from tthc.text import numbers


def blocks(key: str, catalogue: Catalogue, entries: Sequence[Entry], proposals: Sequence[Proposal]) -> list[Block]:
    """The conflicts, with what is proposed, if anything, and who says what; numbers are those of the members' table."""
    rows = _rows(catalogue, entries, proposals)
    if not rows:
        return [Note(_("Merging is safe: in no part do the records disagree."))]
    note = _("In brackets: which record says it. In the other {n} parts the records agree, or only one speaks.").format(
        n=numbers.count(len(proposals) - len(rows))
    )
    return [table(key, _("Proposal to merge, if they are one procedure"), _columns(), rows, note)]


def all_groups(catalogue: Catalogue, groups: Sequence[tuple[int, Sequence[Entry], Sequence[Proposal]]]) -> Table:
    """What is to be settled in every group, by its number."""
    rows: list[list[Cell]] = [
        [number, *row] for number, entries, proposals in groups for row in _rows(catalogue, entries, proposals)
    ]
    note = _("In brackets: which record of the group says it, as they are listed there.")
    return table("merging", "", [Column("group", _("Group"), Form.COUNT), *_columns()], rows, note)


def _columns() -> list[Column]:
    return [
        Column("part", _("To be settled")),
        Column("proposal", _("Proposed")),
        Column("others", _("Other contents")),
    ]


def _rows(catalogue: Catalogue, entries: Sequence[Entry], proposals: Sequence[Proposal]) -> list[list[Cell]]:
    return [
        [
            _field(proposal.field),
            _saying(catalogue, entries, proposal, proposal.chosen) if proposal.chosen else _open(proposal),
            "\n".join(_saying(catalogue, entries, proposal, other) for other in _in_order(entries, proposal.others)),
        ]
        for proposal in proposals
        if proposal.conflict
    ]


def _in_order(entries: Sequence[Entry], sayings: Sequence[Saying]) -> list[Saying]:
    """By the numbers of the records: no order of preference."""
    places = {id(entry): place for place, entry in enumerate(entries)}
    return sorted(sayings, key=lambda saying: min(places[id(entry)] for entry in saying.sources))


def _open(proposal: Proposal) -> str:
    """Nothing is proposed where the records differ in what binds people or an authority."""
    if (n := sum(len(saying.sources) for saying in proposal.others)) == 2:
        return _("the two records differ; the competent authority decides")
    return _("{n} records differ; the competent authority decides").format(n=numbers.count(n))


def _saying(catalogue: Catalogue, entries: Sequence[Entry], proposal: Proposal, saying: Saying) -> str:
    """What is said, and by whom; of a list, how many items, and those that not every list has."""
    numbered = {id(entry): number for number, entry in enumerate(entries, start=1)}
    sources = ", ".join(str(numbered[id(entry)]) for entry in saying.sources)
    words = _words(catalogue, saying.value)
    if isinstance(saying.value, tuple) and len(saying.value) > 1:
        sayings = filter(None, (proposal.chosen, *proposal.others))
        lists = [each.value for each in sayings if isinstance(each.value, tuple)]
        common = set.intersection(*({_words(catalogue, item) for item in items} for items in lists))
        own = [word for item in saying.value if (word := _words(catalogue, item)) not in common]
        if common:
            words = _("{n} in all; not in common: {items}").format(
                n=numbers.count(len(saying.value)), items="; ".join(own) or "–"
            )
    return f"{short(words)} ({sources})"


def _words(catalogue: Catalogue, value: object) -> str:
    """A value of a record as text."""
    if isinstance(value, tuple):
        separator = ", " if all(isinstance(item, str) for item in value) else "; "
        return separator.join(_words(catalogue, item) for item in value)
    match value:
        case date():
            return numbers.calendar_date(value)
        case bool():
            return _("yes") if value else _("no")
        case Level():
            words = labels.level(value)
        case OnlineLevel():
            words = labels.online(value)
        case Channel():
            words = labels.channel(value)
        case Delivery():
            words = labels.delivery(value)
        case Status():
            words = labels.status(value)
        case DeadlineCase():
            words = f"{value.when}: {value.deadline}"
        case ChannelEntry():
            details = (value.legal_deadline, value.local_deadline, value.fee)
            words = ": ".join([labels.channel(value.channel), *filter(None, details)])
        case DossierItem() | InternalStep():
            words = value.name
        case _:
            words = catalogue.agency_name(str(value))
    return words


def _field(field: str) -> str:
    """The name that readers know; a field that seldom differs keeps its key."""
    return {
        "name": _("Name"),
        "code": _("Code"),
        "local_id": _("Local id"),
        "level": _("Level"),
        "agency": _("Agency"),
        "field": _("Field"),
        "internal": _("internal procedure"),
        "status": _("Status"),
        "handled_by": _("Handled by"),
        "place": _("Place of reception"),
        "subjects": _("Applicants"),
        "legal.deadline": _("Legal deadline"),
        "legal.basis": _("Legal basis"),
        "legal.decision": _("Decision of the ministry"),
        "local.deadline": _("Local deadline"),
        "local.decision": _("Local decision"),
        "local.decided": _("Date of the local decision"),
        "local.effective": _("In force from"),
        "local.steps": _("Internal steps"),
        "channels": _("Channels"),
        "steps": _("Steps"),
        "dossier": _("Dossier"),
        "dossier_sets": _("Sets of the dossier"),
        "fee": _("Fee"),
        "requirements": _("Requirements"),
        "result.name": _("Result"),
        "result.delivery": _("Delivery of the result"),
        "online.level": _("Online service"),
        "online.reason": _("Reason for partial online service"),
        "online.reason_basis": _("Legal basis of that reason"),
        "coordinating": _("Coordinating agencies"),
        "formality": _("Type"),
    }.get(field, field)
