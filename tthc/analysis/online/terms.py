"""What the levels of online service were called before: "mức độ 3", "cấp độ 4" in a text of today."""

import re
from datetime import date
from functools import cache, lru_cache
from unicodedata import normalize

from tthc.text.data import load

_IDENTITY = re.compile(r"(?:định danh|vneid)[^.;]*$")  # accounts for identification have levels of their own


@lru_cache(maxsize=50_000)
def former_level(text: str) -> str:
    """The words of a text for a level of before; "" where it holds none. "mức 3.000 đồng" is no level."""
    words = normalize("NFC", text).casefold()
    if "mức" not in words and "cấp độ" not in words:  # most texts: not worth the pattern
        return ""
    words = " ".join(words.split())
    found = (match for match in _pattern().finditer(words) if match["word"])
    return next(
        (match["word"] for match in found if not _IDENTITY.search(words, max(0, match.start() - 80), match.start())), ""
    )


@cache
def former_since() -> date:
    """The day from which the words are of before."""
    return date.fromisoformat(load("law/phrases")["former_online_level"]["from"])


@cache
def _pattern() -> re.Pattern[str]:
    """What only sounds like a level is matched first, and is none."""
    row = load("law/phrases")["former_online_level"]
    passed, meant = ("|".join(map(re.escape, sorted(row[key], key=len, reverse=True))) for key in ("not_in", "words"))
    return re.compile(rf"(?<!\w)(?:{passed}|(?P<word>{meant}))(?!\w|[.,]\d| ?%)")
