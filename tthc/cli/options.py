"""Options that several commands share, each defined once."""

from pathlib import Path
from typing import Annotated, Any

import typer

from tthc.messages import _

CatalogueFolder = Annotated[
    Path | None,
    typer.Option(
        "-C",
        "--catalogue",
        metavar=_("FOLDER"),
        help=_("Folder of the catalogue (else TTHC_CATALOGUE, tthc.toml, ./catalogue)."),
        show_default=False,
    ),
]
CatalogueArgument = Annotated[
    Path | None, typer.Argument(metavar=_("[CATALOGUE]"), help=_("Folder of the catalogue."), show_default=False)
]
Format = Annotated[
    str | None,
    typer.Option(
        "-f",
        "--format",
        metavar=_("FORMAT"),
        help=_("text, json, markdown, csv, html, docx or xlsx (else by the suffix of --output)."),
    ),
]


def _or_screen(output: Path | None) -> Path | None:
    """`-o -` is the screen, as everywhere."""
    return None if output == Path("-") else output


Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar=_("FILE"),
        help=_("Write to this file instead of the screen."),
        callback=_or_screen,
    ),
]


def _repeated(name: str, metavar: str, text: str, **more: Any) -> Any:
    return typer.Option(name, metavar=metavar, help=text, default_factory=list, show_default=False, **more)


def _levels(texts: list[str]) -> list[str]:
    """As the catalogue has them, also where they are given in Vietnamese; what is no level is refused by the filter."""
    if not texts:
        return texts
    from tthc.text import vocabulary

    return [vocabulary.meant(text, vocabulary.LEVELS) or text for text in texts]


Fields = Annotated[list[str], _repeated("--field", _("FIELD"), _("Only this field (lĩnh vực); may be repeated."))]
Agencies = Annotated[
    list[str], _repeated("--agency", _("AGENCY"), _("Only this agency, by id or name; may be repeated."))
]
Levels = Annotated[
    list[str],
    _repeated(
        "--level",
        _("LEVEL"),
        _("Only this level: province (cấp tỉnh), commune (cấp xã), ministry (cấp bộ), vertical (ngành dọc)."),
        callback=_levels,
    ),
]
Codes = Annotated[list[str], _repeated("--code", _("CODE"), _("Only this code; may be repeated."))]
Internal = Annotated[
    bool | None, typer.Option("--internal/--no-internal", help=_("Only internal procedures, or only the others."))
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar=_("DATE"),
        help=_("Judge for this day (else the catalogue's edition): 01/10/2026 or 2026-10-01."),
    ),
]
ConventionName = Annotated[
    str,
    typer.Option(
        "--convention",
        metavar=_("CONVENTION"),
        help=_("nominal, like, 5/7 or calendar: how days and working days compare."),
    ),
]
CalendarFile = Annotated[
    Path | None,
    typer.Option("--calendar", metavar=_("FILE"), help=_("Working calendar to use instead of the official one.")),
]
