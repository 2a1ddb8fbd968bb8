"""Two procedures named on the command line, by code or by quoted name."""

import re
from collections.abc import Sequence

from tthc.analysis.duplicates.exact import base_code
from tthc.catalogue.model import Catalogue
from tthc.catalogue.selection import NothingSelectedError, find
from tthc.cli.settings import SettingError
from tthc.domain.entry import Entry
from tthc.messages import _

_NAME = re.compile(r"[^\W\d_]+\s+[^\W\d_]+")  # two words; what has none is a code that may be mistyped


def pair(catalogue: Catalogue, a: str, b: str) -> tuple[Entry, Entry]:
    """The two entries that are meant. Raises SettingError where there is no such procedure, or both are one."""
    return _apart(_named(catalogue, a), _named(catalogue, b), a, b)


def either(catalogue: Catalogue, a: str, b: str) -> tuple[Entry | str, Entry | str]:
    """The same, but a name that the catalogue does not have stands for itself."""
    left, right = (_named(catalogue, text, or_none=bool(_NAME.search(text))) for text in (a, b))
    if left and right:
        return _apart(left, right, a, b)
    return left[0] if left else a, right[0] if right else b


def _apart(left: Sequence[Entry], right: Sequence[Entry], a: str, b: str) -> tuple[Entry, Entry]:
    """Two different entries; where a code stands twice, naming it twice means the two."""
    found = next(((one, other) for one in left for other in right if one is not other), None)
    if found is None:
        raise SettingError(_("“{a}” and “{b}” name one and the same entry").format(a=a, b=b))
    return found


def _named(catalogue: Catalogue, text: str, *, or_none: bool = False) -> Sequence[Entry]:
    """The entries of this code, local id or name, or of this national code whatever ending the province gave it."""
    try:
        return find(catalogue, text)
    except NothingSelectedError as error:
        code = base_code(text)
        found = [entry for entry in catalogue.entries if code and base_code(entry.procedure.code) == code]
        if found or or_none:
            return found
        raise SettingError(str(error)) from error
