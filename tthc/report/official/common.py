"""What every official document has: the head and foot of a letter, and an annex on its sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tthc import __version__
from tthc.catalogue.model import Catalogue
from tthc.catalogue.selection import Selection
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.level import Level
from tthc.domain.manifest import Letterhead
from tthc.messages import _
from tthc.report import labels, unread
from tthc.report.model import Annex, Definitions, Letter
from tthc.text import numbers

PROVINCES = ("Tỉnh ", "Thành phố ")  # what the name of a province or of a city of its rank begins with


@dataclass(frozen=True, slots=True)
class Stated:
    """What every document states of itself.

    `as_of` is the day it judges for: None where it judges nothing, or there is no day. `revision` is that
    of the catalogue in git ("" without one), `part` the filters in words ("" for the whole catalogue).
    """

    as_of: date | None = None
    revision: str = ""
    part: str = ""


def part(catalogue: Catalogue, selection: Selection) -> str:
    """The filters in words; empty where they leave the whole catalogue."""
    parts = [
        _("{filter}: {values}").format(filter=name, values=", ".join(values))
        for name, values in (
            (_("field"), selection.fields),
            (_("agency"), [catalogue.agency_name(agency) for agency in selection.agencies]),
            (_("level"), [labels.level(Level(value.casefold())) for value in selection.levels]),
            (_("code"), selection.codes),
        )
        if values
    ]
    if selection.internal is not None:
        parts.append(_("internal procedures only") if selection.internal else _("without internal procedures"))
    return "; ".join(parts)


def facts(catalogue: Catalogue, stated: Stated) -> tuple[tuple[str, str], ...]:
    """What a program should know of a document: keys never change with the language, days are written 2026-10-01."""
    edition = catalogue.manifest.edition
    known = {
        "jurisdiction": catalogue.manifest.jurisdiction.name,
        "edition": edition.isoformat() if edition else "",
        "as_of": stated.as_of.isoformat() if stated.as_of else "",
        "revision": stated.revision,
        "part": stated.part,
        "sample": "true" if catalogue.manifest.sample else "",
        "program": __version__,
    }
    return tuple((key, value) for key, value in known.items() if value)


def letter(catalogue: Catalogue, about: str, grounds: Sequence[str] = (), name: str | None = None) -> Letter:
    """The head and foot as the catalogue's `letterhead` has them; of a province or city that says nothing, its people's
    committee and its name. All else is blank where the letterhead is silent.

    `about` says what the document is about, `name` what it is (a report unless told). The letterhead's own grounds
    stand before `grounds`; a ground that is given twice stands once.
    """
    head = catalogue.manifest.letterhead or Letterhead()
    jurisdiction = catalogue.manifest.jurisdiction.name
    kind = next((kind for kind in PROVINCES if jurisdiction.startswith(kind)), "")
    bare = jurisdiction.removeprefix(kind) if kind else ""
    return Letter(
        agency=head.agency or "",
        parent=head.parent or (f"Ủy ban nhân dân {kind.lower()}{bare}" if kind else ""),
        place=head.place or bare,
        symbol=head.symbol or "",
        name=_("REPORT") if name is None else name,
        about=about,
        grounds=tuple(dict.fromkeys((*head.grounds, *grounds))),
        recipients=head.recipients,
        signer=head.signer or "",
    )


def sources(
    catalogue: Catalogue,
    stated: Stated,
    counted: Sequence[tuple[str, str]],
    definitions: Sequence[tuple[str, str]] = (),
    *,
    calendar: WorkingCalendar | None = None,
    rules: int = 0,
) -> Annex:
    """The last annex: from which data the figures come, what they count (`counted`), how they are reckoned.

    Name the `calendar` where days were counted on one, and the number of `rules` where rules were applied.
    """
    manifest = catalogue.manifest
    items = [
        (_("Catalogue"), manifest.title or manifest.jurisdiction.name),
        (_("Edition"), numbers.calendar_date(manifest.edition) if manifest.edition else _("not stated")),
        (_("Judged as of"), numbers.calendar_date(stated.as_of) if stated.as_of else ""),
        (_("Revision"), stated.revision),
        (_("Part of the catalogue"), stated.part),
        (_("Program"), f"tthc {__version__}"),
        (_("Rules"), _("{n} rules of this version").format(n=numbers.count(rules)) if rules else ""),
        (_("Working calendar"), _years(calendar) if calendar else ""),
        (_("Not read"), unread.places(catalogue)),
        (_("Sample"), _("the figures are of no real province") if manifest.sample else ""),
        *counted,
        *definitions,
    ]
    return Annex(_("Sources and method"), (Definitions(tuple(item for item in items if item[1])),))


def _years(calendar: WorkingCalendar) -> str:
    """The years of the calendar, and whether their holidays are announced."""
    years = range(calendar.first.year, calendar.last.year + 1)
    announced = [str(year) for year in years if year in calendar.announced]
    provisional = [str(year) for year in years if year not in calendar.announced]
    parts = []
    if announced:
        parts.append(_("holidays announced for {years}").format(years=", ".join(announced)))
    if provisional:
        parts.append(_("not announced yet for {years}").format(years=", ".join(provisional)))
    return "; ".join(parts)
