"""What people read, in their language.

Source strings are English; `locale/vi` holds the Vietnamese, which most readers see. The language is chosen once, by
the command line, before anything is printed: `use("vi")`. Messages are translated when they are made.
"""

import functools
import gettext as _gettext
from pathlib import Path

LANGUAGES = ("vi", "en")
LOCALE = Path(__file__).parent / "locale"
_current = "vi"


def use(language: str) -> None:
    """Speak this language from now on; `language` is one of `LANGUAGES`."""
    global _current  # noqa: PLW0603 - one process speaks one language
    _current = language


def language() -> str:
    """The language in use: "vi" or "en"."""
    return _current


@functools.cache
def _catalogue(lang: str) -> _gettext.NullTranslations:
    if lang == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("tthc", LOCALE, [lang])


def _(message: str) -> str:
    """The message in the language in use. Fill placeholders after translating: `_("...{n}...").format(n=n)`."""
    return _catalogue(_current).gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """As `_`, for English singular and plural (Vietnamese has one form)."""
    return _catalogue(_current).ngettext(singular, plural, n)


def mark(message: str) -> str:
    """Mark a constant for translation without translating it yet; pass it through `_` where it is shown."""
    return message


_STEERING = (
    *(*range(9), 11, 12, *range(14, 32), *range(127, 160)),  # controls but for tab and line ends
    *range(0x2028, 0x202F),  # line and paragraph separators; embeddings and overrides of the direction
    *range(0x2066, 0x206A),  # isolates of it: a name must not turn round what stands beside it
)
_CONTROLS = dict.fromkeys(_STEERING, "\N{REPLACEMENT CHARACTER}")


def visible(text: str) -> str:
    """The text without characters that steer a terminal or the order in which a text is read.

    Names and values come from files anyone may have written.
    """
    return text.translate(_CONTROLS)
