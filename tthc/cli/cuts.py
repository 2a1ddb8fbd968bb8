"""`tthc cuts`: cut percentages by procedure, field, agency and level; targets; the way to them."""

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated

import typer

from tthc.cli.options import (
    Agencies,
    CalendarFile,
    CatalogueArgument,
    CatalogueFolder,
    Codes,
    ConventionName,
    Fields,
    Format,
    Internal,
    Levels,
    Output,
)
from tthc.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tthc.analysis.cuts import CutRow
    from tthc.analysis.durations import Convention
    from tthc.analysis.plan import Limits
    from tthc.analysis.what_if import WhatIf
    from tthc.catalogue.model import Catalogue
    from tthc.domain.calendar import WorkingCalendar
    from tthc.report.model import Block

HELP = _("How far deadlines are cut: by procedure, field, agency, level; targets, plans, what if.")
EPILOG = _("Examples: tthc cuts --by field · tthc cuts --plan 30% · tthc cuts --what-if 'field:Đất đai=-2' --annex")

LISTED_MOVES = 20


def command(
    context: typer.Context,
    folder: CatalogueArgument = None,
    *,
    convention: ConventionName = "nominal",
    by: Annotated[
        str | None, typer.Option("--by", metavar=_("BY"), help=_("Averages for each field, agency or level."))
    ] = None,
    plan: Annotated[
        str | None,
        typer.Option("--plan", metavar=_("RATE"), help=_("The fewest further cuts that reach this mean rate.")),
    ] = None,
    keep: Annotated[
        str, typer.Option("--keep", metavar=_("DAYS"), help=_("With --plan: leave at least so many days."))
    ] = "1",
    max_cut: Annotated[
        str, typer.Option("--max-cut", metavar=_("RATE"), help=_("With --plan: cut no procedure by more than this."))
    ] = "100%",
    step: Annotated[
        str, typer.Option("--step", metavar=_("DAYS"), help=_("With --plan: cut in multiples of so many days."))
    ] = "1",
    what_if: Annotated[
        str | None,
        typer.Option(
            "--what-if",
            metavar=_("FILTER=DAYS"),
            help=_("Change local deadlines and compare anew: 'field:Đất đai=-2', agency:…, level:…, code:…, all=-1."),
        ),
    ] = None,
    annex: Annotated[
        bool, typer.Option("--annex", help=_("List every procedure, as the annex of a decision."))
    ] = False,
    calendar: CalendarFile = None,
    catalogue: CatalogueFolder = None,
    field: Fields,
    agency: Agencies,
    level: Levels,
    code: Codes,
    internal: Internal = None,
    format_: Format = None,
    output: Output = None,
) -> int:
    """Read, compare, average, print."""
    from tthc.analysis.cuts import counted_and_apart, rows
    from tthc.analysis.plan import Limits
    from tthc.analysis.targets import targets_of
    from tthc.catalogue.selection import Selection
    from tthc.cli import calendars, conventions, idle, reading
    from tthc.cli.output import choose, write
    from tthc.cli.settings import one_of
    from tthc.report import cuts
    from tthc.report.cuts import annex as annexes
    from tthc.report.cuts import outlook
    from tthc.text import vocabulary

    choose(format_, output)
    if plan is None:
        idle.refuse(context, ("keep", "max_cut", "step"), _("{option} goes with --plan"))
    chosen = conventions.named(convention)
    if by is not None:
        one_of("--by", by, vocabulary.some(vocabulary.GROUPS, cuts.GROUPS))
    limits = Limits(_days("--keep", keep), _share("--max-cut", max_cut), _days("--step", step))
    target = _share("--plan", plan) if plan is not None else None
    days = calendars.working_calendar(calendar)
    selected = reading.catalogue(reading.one(folder, catalogue), Selection(field, agency, level, code, internal))
    found, apart = counted_and_apart(rows(selected.entries, days, selected.received()), internal=internal)
    asked: list[Block] = []
    if target is not None:
        asked += _plan(found, target, chosen, limits)
    if what_if is not None:
        result, change = _what_if(what_if, selected, found, days)
        asked += outlook.what_if(found, result, change, chosen)
    if annex:
        asked += annexes.blocks(selected, found, chosen)
    targets = outlook.targets(found, targets_of(selected.manifest), chosen)
    tables = (("groups", by), ("annex", annex), ("plan", plan), ("what_if", what_if))
    main = next((key for key, option in tables if option), "conventions")
    write(
        cuts.report(selected, found, chosen, apart=apart, by=by, asked=asked, more=targets, main=main), format_, output
    )
    return reading.outcome(selected)


def _plan(found: "Sequence[CutRow]", target: Fraction, convention: "Convention", limits: "Limits") -> "list[Block]":
    from tthc.analysis.durations import Convention
    from tthc.analysis.plan import plan
    from tthc.cli.settings import SettingError
    from tthc.report.cuts import outlook

    if convention is Convention.CALENDAR:
        raise SettingError(_("--plan does not work with --convention calendar; choose nominal, like or 5/7"))
    return outlook.plan(plan(found, target, convention, limits=limits), LISTED_MOVES)


def _what_if(
    text: str, selected: "Catalogue", found: "Sequence[CutRow]", calendar: "WorkingCalendar"
) -> "tuple[WhatIf, Decimal]":
    """`field:Đất đai=-2`: which procedures are meant, and the days to add to their local deadlines."""
    from tthc.analysis.what_if import what_if
    from tthc.catalogue.selection import NothingSelectedError, Selection, select
    from tthc.cli.settings import SettingError

    meant, _equals, days = text.rpartition("=")
    kind, _colon, value = meant.partition(":")
    filters = {
        "all": Selection(),
        "field": Selection(fields=[value]),
        "agency": Selection(agencies=[value]),
        "level": Selection(levels=[value]),
        "code": Selection(codes=[value]),
    }
    change = _number(days)
    if kind not in filters or change is None or (value == "") != (kind == "all"):
        raise SettingError(
            _(
                '"{text}" is not FILTER=DAYS; write it like field:Đất đai=-2 (field, agency, level, code) or all=-1'
            ).format(text=text)
        )
    try:
        places = {entry.location for entry in select(selected, filters[kind]).entries}
    except NothingSelectedError as error:
        raise SettingError(f"--what-if: {error}") from error
    return what_if(found, lambda row: row.entry.location in places, change, calendar), change


def _share(option: str, text: str) -> Fraction:
    """A percentage from 0 to 100, as a rate."""
    from tthc.cli.settings import SettingError
    from tthc.text.figures import read_rate

    try:
        rate = read_rate(text)
    except ValueError:
        rate = None
    if rate is None or not 0 <= rate <= 1:
        raise SettingError(
            _('{option}: "{text}" is not a percentage from 0 to 100; write it like 30% or 33,3%').format(
                option=option, text=text
            )
        )
    return rate


def _days(option: str, text: str) -> Decimal:
    from tthc.cli.settings import SettingError

    days = _number(text)
    if days is None or days <= 0:
        raise SettingError(
            _('{option}: "{text}" is not a number of days; write it like 1 or 0,5').format(option=option, text=text)
        )
    return days


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
