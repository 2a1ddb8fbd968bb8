"""The day a command judges for, and the law of online service on that day."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from tthc.cli.settings import SettingError
from tthc.messages import _

if TYPE_CHECKING:
    from tthc.analysis.online.criteria import Regime
    from tthc.catalogue.model import Catalogue


def as_of(text: str | None, catalogue: "Catalogue") -> date:
    """The day asked for, else the catalogue's edition, else today. Raises SettingError for what is no date."""
    return asked(text) or default(catalogue)


def asked(text: str | None) -> date | None:
    """The day of --as-of, if one is given. Raises SettingError for what is no date."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingError(_("--as-of: “{value}” is not a date; write 2026-10-01").format(value=text)) from None


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
