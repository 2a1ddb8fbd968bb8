"""Names of sheets, as Excel wants them: short, different from each other in more than case, without its signs."""

import re

from tthc.formats.xlsx.cells import clean

LONGEST = 31  # UTF-16 units
_SIGNS = re.compile(r"[\[\]:*?/\\_�]")  # the underscore, because "_x0041_" is an "A" to Excel
_CALLED = re.compile(r"(?<=\w)\(")  # "SORT(" in a name would be taken for a function in formulas
_RESERVED = "history"


def sheet_name(wishes: tuple[str, ...], taken: set[str]) -> str:
    """The first wish that can be had, else the first with a number behind; it is added to `taken`."""
    names = [name for wish in wishes if (name := _allowed(wish))] or ["-"]
    for name in names:
        if _take(name, taken):
            return name
    number = 2
    while not _take(name := _shortened(names[0], suffix := f" ({number})") + suffix, taken):
        number += 1
    return name


def _allowed(wish: str) -> str:
    words = " ".join(_CALLED.sub(" (", _SIGNS.sub(" ", clean(wish))).split())
    return _shortened(words.strip("' ")).strip("' ")


def _take(name: str, taken: set[str]) -> bool:
    key = name.casefold()
    if key in taken or key == _RESERVED:
        return False
    taken.add(key)
    return True


def _shortened(name: str, suffix: str = "") -> str:
    """Cut behind a word, if it is too long with this behind it."""
    room = LONGEST - len(suffix)
    if _length(name) <= room:
        return name
    while _length(name) > room - 1:
        name = name[:-1]
    words = name.rsplit(" ", 1)[0] if " " in name[room // 2 :] else name
    return words.rstrip(" ,;.·–-(") + "…"


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
