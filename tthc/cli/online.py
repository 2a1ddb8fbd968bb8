"""`tthc online`: which procedures can be full online services, what is one step away, what one fix opens."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tthc.cli.options import (
    Agencies,
    AsOf,
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

if TYPE_CHECKING:
    from tthc.analysis.online.choice import Choice
    from tthc.analysis.online.criteria import Key

HELP = _("Which procedures can be full online services: criteria, contradictions, what one fix opens.")
EPILOG = _("Examples: tthc online · tthc online --only not-offered · tthc online --as-of 2026-07-01 -f json")


def command(
    context: typer.Context,
    folder: CatalogueArgument = None,
    *,
    as_of: AsOf = None,
    list_: Annotated[bool, typer.Option("--list", help=_("List every procedure with its verdict."))] = False,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar=_("WHICH"),
            help=_(
                "List only these procedures: eligible (no obstacle found), not-eligible, partial, information, unknown "
                "(not enough data), to-confirm, doubtful (the wording suggests an obstacle), not-offered, full-not-met "
                "(offered in full, a criterion not met), contradicting; or a criterion that is all they lack, such as "
                "electronic-form."
            ),
        ),
    ] = None,
    evidence: Annotated[
        Path | None,
        typer.Option(
            "--evidence",
            metavar=_("FILE"),
            help=_("Read portal records (JSON Lines) instead, and write what their wording suggests."),
        ),
    ] = None,
    catalogue: CatalogueFolder = None,
    field: Fields,
    agency: Agencies,
    level: Levels,
    code: Codes,
    internal: Internal = None,
    format_: Format = None,
    output: Output = None,
) -> int:
    """Read, judge, print."""
    from tthc.cli import idle, json_lines
    from tthc.cli.output import choose, deliver, write

    if evidence:
        beside = ("as_of", "list_", "only", *idle.CATALOGUE, *idle.FILTERS)
        idle.refuse(context, beside, _("{option} does nothing with --evidence"))
        json_lines.choose(format_, output)
        deliver("".join(_read(evidence)), output)
        return 0
    from tthc.analysis.online.verdict import assess_all
    from tthc.catalogue.selection import Selection
    from tthc.cli import days, reading
    from tthc.report import online
    from tthc.report.model import Repeated

    choose(format_, output)
    choice = _choice(only)
    selection = Selection(field, agency, level, code, internal)
    selected = reading.catalogue(reading.one(folder, catalogue), selection)
    day = days.as_of(as_of, selected)
    regime = days.regime(day)
    found = assess_all(reading.without_vertical(selected, selection), regime, day)
    named = reading.repeated(reading.one(folder, catalogue), selection)
    again = Repeated(named.folder, named.filters + (f" --as-of {day}" if as_of else ""))
    dossiers = selected.dossiers()
    page = online.report(selected, found, regime, day, dossiers=dossiers, listed=list_, choice=choice, again=again)
    write(page, format_, output)
    return reading.outcome(selected)


def _choice(word: str | None) -> "Choice | Key | None":
    """Raises SettingError for a word that names none, with the one that may have been meant."""
    from tthc.analysis.online.choice import CHOICES
    from tthc.cli.settings import one_of
    from tthc.text import vocabulary

    if word is None:
        return None
    named = one_of("--only", word, vocabulary.ONLINE_CHOICES)
    return next(each for each in CHOICES if each == named)


def _read(path: Path) -> Iterator[str]:
    """One line of JSON for each record of a file: presence, site_visit, original, and the phrases they rest on."""
    import json

    from tthc.cli import json_lines
    from tthc.cli.settings import SettingError
    from tthc.text.evidence import read
    from tthc.text.evidence.sources import FIELDS, of_record

    for number, record in json_lines.read(path):
        if not isinstance(record, dict):
            message = _('{path}:{line}: not a record. Expected: {{"id": …, "name": "…", "steps": "…", "dossier": […]}}')
            raise SettingError(message.format(path=path, line=number))
        if record.keys() - {"id"} and record.keys().isdisjoint(FIELDS):
            message = _("{path}:{line}: none of the fields of a record stands at the top of the line: {fields}")
            raise SettingError(message.format(path=path, line=number, fields=", ".join(FIELDS)))
        found = read(of_record(record))
        said = {
            "presence": found.presence.value.value,
            "site_visit": found.site_visit.value.value,
            "original": found.original.value.value,
        }
        read_from = (
            ("presence", found.presence.quote),
            ("site_visit", found.site_visit.quote),
            ("original", found.original.quote),
        )
        quotes = {name: quote for name, quote in read_from if quote}
        yield json.dumps({"id": record.get("id"), **said, "quotes": quotes}, ensure_ascii=False) + "\n"
