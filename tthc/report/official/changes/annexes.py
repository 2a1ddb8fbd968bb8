"""The annexes of a document on changes: a table for each kind of change, its rows by level and field.

What has to be justified stands first: deadlines that were lengthened, procedures that are gone without a decision.
"""

from collections.abc import Iterator, Sequence

from tthc.analysis.changes.changes import Change, Changes, Kind
from tthc.analysis.changes.deadlines import Trend, held, legal
from tthc.analysis.changes.parts import BELONGING, Part
from tthc.analysis.overview import groups, levels_of
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.level import Channel, Status
from tthc.messages import _
from tthc.report import labels
from tthc.report.grouping import grouped
from tthc.report.model import Annex, Cell, Column, Form, Row, RowKind, Table
from tthc.report.official.changes import sides, words
from tthc.report.values import capital
from tthc.text import collation, numbers


def annexes(names: Catalogue, found: Changes) -> tuple[Annex, ...]:
    """Those that have rows. `names` knows the agencies of both editions."""
    tables = (
        (_("Deadlines that were lengthened"), _lengthened),
        (_("Procedures gone without a repealing decision"), _removed),
        (_("New procedures, or new in the list"), _new),
        (_("Amended procedures"), _amended),
        (_("Replaced procedures"), _replaced),
        (_("Repealed procedures"), _repealed),
        (_("Procedures moved to another field, agency or file"), _moved),
    )
    return tuple(Annex(title, (built,)) for title, build in tables if (built := build(names, found)).rows)


def _lengthened(names: Catalogue, found: Changes) -> Table:
    columns = [
        *_identity(),
        Column("before", _("Before")),
        Column("after", _("After")),
        Column("remark", _("Remarks")),
        Column("legal", _("Deadline by law")),
        Column("decision", _("Announcing decision")),
        Column("agency", _("Handled by")),
        Column("cut_before", _("Cut before"), Form.RATE, detail=True),
        Column("cut_after", _("Cut after"), Form.RATE, detail=True),
    ]

    def cells(number: int, change: Change) -> Sequence[Cell]:
        longer = [turn for turn in change.held if turn.trend is Trend.LONGER]
        procedure = change.entry.procedure
        return (
            *_named(number, change),
            "\n".join(_by(turn.channel) + words.stated(turn.before) for turn in longer),
            "\n".join(_by(turn.channel) + words.stated(turn.after) for turn in longer),
            "\n".join([*(_by(turn.channel) + words.turn(turn) for turn in longer), *_beyond(change)]),
            words.stated(legal(procedure)),
            procedure.local.decision or _("none named"),
            _agency(names, change.entry),
            *change.cut,
        )

    return Table("lengthened", "", tuple(columns), grouped(found.lengthened, _group, cells, at=2))


def _removed(names: Catalogue, found: Changes) -> Table:
    columns = [
        *_identity(),
        Column("how", _("What happened")),
        Column("agency", _("Handled by")),
        Column("record", _("Record")),
    ]

    def cells(number: int, change: Change) -> Sequence[Cell]:
        procedure = change.entry.procedure
        marked = _("marked as {status}, and no decision is named").format(status=labels.status(procedure.status))
        how = marked if change.pair.after else _("the record is gone")
        place = str(change.entry.location._replace(path=change.file))
        return (*_named(number, change), how, _agency(names, change.entry), place)

    note = _(
        "Absence is not repeal: a procedure leaves the list by a decision, as it came in (follows from Điều 13, "
        "Điều 14 NĐ 63/2010/NĐ-CP)."
    )
    return Table("removed", "", tuple(columns), grouped(found.of(Kind.REMOVED), _group, cells, at=2), note)


def _new(names: Catalogue, found: Changes) -> Table:
    columns = [
        *_identity(),
        Column("deadline", _("Deadline")),
        Column("place", _("Where to file")),
        Column("fee", _("Fee")),
        Column("basis", _("Legal basis")),
        Column("agency", _("Handled by")),
        Column("remark", _("Remarks")),
    ]

    def cells(number: int, change: Change) -> Sequence[Cell]:
        entry = change.entry
        procedure = entry.procedure
        return (
            *_named(number, change),
            words.stated(held(procedure)),
            sides.text(names, entry, Part.PLACE),
            sides.text(names, entry, Part.FEE),
            "; ".join(procedure.legal.basis),
            _agency(names, entry),
            "; ".join(filter(None, (_origin(change), *_beyond(change)))),
        )

    return Table("new", "", tuple(columns), grouped(found.of(Kind.NEW), _group, cells, at=2))


def _origin(change: Change) -> str:
    """Whether a procedure is said to be new, or was in the list before."""
    if change.pair.before:
        return _("was {status} before").format(status=labels.status(change.pair.before.procedure.status))
    return _("newly issued") if change.entry.procedure.status is Status.NEW else ""


def _amended(names: Catalogue, found: Changes) -> Table:
    columns = [
        *_identity(),
        Column("part", _("What changed")),
        Column("before", _("Before")),
        Column("after", _("After")),
        Column("remark", _("Remarks")),
        Column("basis", _("Legal basis")),
        Column("agency", _("Handled by")),
    ]
    return Table("amended", "", tuple(columns), tuple(_amended_rows(names, found.of(Kind.AMENDED))))


def _amended_rows(names: Catalogue, changes: Sequence[Change]) -> Iterator[Row]:
    """A row for each part; what names the procedure stands in the first of them, its code in all."""
    number = 0
    for title, members in sorted(groups(changes, _group), key=lambda group: collation.key(group[0])):
        head = f"{title} ({numbers.count(len(members))})"
        yield Row((None, None, head, *[None] * 6), RowKind.GROUP)
        for change in members:
            number += 1
            first: tuple[Cell, ...] = _named(number, change)
            last: tuple[Cell, ...] = "; ".join(change.entry.procedure.legal.basis), _agency(names, change.entry)
            for part in change.parts:
                said = sides.part_of(names, change, part)
                yield Row((*first, words.part(part), said.before or "–", said.after or "–", said.remark, *last))
                first, last = ("", first[1], ""), ("", "")


def _replaced(names: Catalogue, found: Changes) -> Table:
    """Replaced procedures, with the new ones that the same decision announces."""
    columns = [
        *_identity(),
        Column("decision", _("Replaced by")),
        Column("successors", _("New procedures of the same decision")),
        Column("agency", _("Handled by")),
    ]
    by_decision = dict(groups(found.of(Kind.NEW), lambda change: change.entry.procedure.local.decision))

    def cells(number: int, change: Change) -> Sequence[Cell]:
        decision = change.entry.procedure.repealed_by
        same = by_decision.get(decision, ())
        successors = "\n".join(f"{new.entry.key}: {new.entry.procedure.name}" for new in same)
        return (*_named(number, change), decision, successors or "–", _agency(names, change.entry))

    return Table("replaced", "", tuple(columns), grouped(found.of(Kind.REPLACED), _group, cells, at=2))


def _repealed(names: Catalogue, found: Changes) -> Table:
    columns = [*_identity(), Column("decision", _("Repealed by")), Column("agency", _("Handled by"))]

    def cells(number: int, change: Change) -> Sequence[Cell]:
        return (*_named(number, change), change.entry.procedure.repealed_by, _agency(names, change.entry))

    return Table("repealed", "", tuple(columns), grouped(found.of(Kind.REPEALED), _group, cells, at=2))


def _moved(names: Catalogue, found: Changes) -> Table:
    columns = [*_identity(), Column("before", _("Before")), Column("after", _("After"))]

    def cells(number: int, change: Change) -> Sequence[Cell]:
        parts = [part for part in change.parts if part in BELONGING]
        if not parts:
            return (*_named(number, change), change.file_before, change.file)
        said = [sides.part_of(names, change, part) for part in parts]
        return (*_named(number, change), "\n".join(s.before for s in said), "\n".join(s.after for s in said))

    return Table("moved", "", tuple(columns), grouped(found.of(Kind.MOVED), _group, cells, at=2))


def _identity() -> tuple[Column, ...]:
    return (
        Column("number", _("No."), Form.COUNT),
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name of the procedure")),
    )


def _named(number: int, change: Change) -> tuple[Cell, Cell, Cell]:
    procedure = change.entry.procedure
    return number, procedure.identifier, procedure.name


def _group(change: Change) -> str:
    """The level and the field: an announcement is divided by both."""
    return f"{capital(labels.levels(levels_of(change.entry)))} – {change.entry.field}"


def _agency(names: Catalogue, entry: Entry) -> str:
    return "; ".join(map(names.agency_name, entry.procedure.handled_by or (entry.agency,)))


def _beyond(change: Change) -> list[str]:
    """That the local deadline exceeds the law's, where it does."""
    if not change.beyond:
        return []
    return [_("longer than the law sets ({how})").format(how=words.beyond(change.beyond))]


def _by(channel: Channel | None) -> str:
    return f"{labels.channel(channel)}: " if channel else ""
