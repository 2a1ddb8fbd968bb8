"""Days on the command line: how they are written, the day a command judges for, the law of online service then."""

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from tthc.cli.settings import SettingError
from tthc.messages import _

if TYPE_CHECKING:
    from tthc.analysis.online.criteria import Regime
    from tthc.catalogue.model import Catalogue


_VIETNAMESE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def read(option: str, text: str) -> date:
    """The day that the value of an option names: 01/10/2026, 1/10/2026 or 2026-10-01. Raises SettingError."""
    written = _VIETNAMESE.fullmatch(text.strip())
    try:
        if written:
            day, month, year = map(int, written.groups())
            return date(year, month, day)
        return date.fromisoformat(text.strip())
    except ValueError:
        raise SettingError(
            _("{option}: “{value}” is not a date; write 01/10/2026 or 2026-10-01").format(option=option, value=text)
        ) from None


def as_of(text: str | None, catalogue: "Catalogue") -> date:
    """The day asked for, else the catalogue's edition, else today. Raises SettingError for what is no date."""
    return asked(text) or default(catalogue)


def asked(text: str | None) -> date | None:
    """The day of --as-of, if one is given. Raises SettingError for what is no date."""
    return None if text is None else read("--as-of", text)


def default(catalogue: "Catalogue") -> date:
    """The day of a command that was given none: the catalogue's edition, else today."""
    return catalogue.manifest.edition or datetime.now().astimezone().date()


def regime_if_any(day: date) -> "Regime | None":
    """The regime of online service on this day, if one is known: for a question that has other answers too."""
    from tthc.analysis.online.criteria import NoRegimeError
    from tthc.analysis.online.criteria import regime as of

    try:
        return of(day)
    except NoRegimeError:
        return None


def regime(day: date) -> "Regime":
    """The regime of online service on this day. Raises SettingError where none is known."""
    from tthc.analysis.online.criteria import NoRegimeError
    from tthc.analysis.online.criteria import regime as of

    try:
        return of(day)
    except NoRegimeError as error:
        raise SettingError(
            _("no criteria of online service are known for {day}, before {first}; name a day by --as-of").format(
                day=day.isoformat(), first=error.first
            )
        ) from error
