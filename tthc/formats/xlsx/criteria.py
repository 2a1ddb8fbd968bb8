"""Texts as criteria of COUNTIFS and its like.

Criteria are a language of their own, in which "5*" and ">5" are no texts and "a" is "A": a text that would be misread
is none.
"""

import re
from collections import Counter
from collections.abc import Set

_MISREAD = re.compile(r"^[=<>]|[*?~]|\w\(|^(true|false)$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_eE]")  # a text without any may be a number or a date: "1e5", "1/2"
_LONGEST = 255


class Texts:
    """The texts of a column, as criteria find them: upper and lower case are one."""

    def __init__(self, texts: Set[str]) -> None:
        self._texts = texts
        self._alike = Counter(text.casefold() for text in texts)

    def finds(self, text: str) -> bool:
        """This text, and nothing else with it."""
        return text in self._texts and self._alike[text.casefold()] == 1 and is_criterion(text)

    def misses(self, text: str) -> bool:
        """Neither this text nor one that would be taken for it."""
        return not self._alike[text.casefold()] and is_criterion(text)


def is_criterion(text: str) -> bool:
    """Whether a text is looked up as it is."""
    return len(text) <= _LONGEST and not _MISREAD.search(text) and bool(_LETTER.search(text))
