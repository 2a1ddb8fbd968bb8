"""`tthc online`: which procedures can be full online services, what is one step away, what one fix opens."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

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

HELP = _("Which procedures can be full online services: criteria, contradictions, what one fix opens.")
EPILOG = _("Examples: tthc online · tthc online --field 'Đất đai' --list · tthc online --as-of 2026-07-01 -f json")


def command(
    context: typer.Context,
    folder: CatalogueArgument = None,
    *,
    as_of: AsOf = None,
    list_: Annotated[bool, typer.Option("--list", help=_("List every procedure with its verdict."))] = False,
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
        beside = ("as_of", "list_", *idle.CATALOGUE, *idle.FILTERS)
        idle.refuse(context, beside, _("{option} does nothing with --evidence"))
        json_lines.choose(format_, output)
        deliver("".join(_read(evidence)), output)
        return 0
    from tthc.analysis.online.verdict import assess_all
    from tthc.catalogue.selection import Selection
    from tthc.cli import days, reading
    from tthc.report import online

    choose(format_, output)
    selection = Selection(field, agency, level, code, internal)
    selected = reading.catalogue(reading.one(folder, catalogue), selection)
    day = days.as_of(as_of, selected)
    regime = days.regime(day)
    found = assess_all(reading.without_vertical(selected, selection), regime, day)
    write(online.report(selected, found, regime, day, dossiers=selected.dossiers(), listed=list_), format_, output)
    return reading.outcome(selected)


def _read(path: Path) -> Iterator[str]:
    """One line of JSON for each record of a file: presence, site_visit, original, and the phrases they rest on."""
    import json

    from tthc.cli import json_lines
    from tthc.cli.settings import SettingError
    from tthc.text.evidence import read
    from tthc.text.evidence.sources import of_record

    for number, record in json_lines.read(path):
        if not isinstance(record, dict):
            message = _('{path}:{line}: not a record. Expected: {{"id": …, "name": "…", "steps": "…", "dossier": […]}}')
            raise SettingError(message.format(path=path, line=number))
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
