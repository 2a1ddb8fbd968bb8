"""Levels of administration, read from the names of agencies."""

import re
from functools import lru_cache

from tthc.domain.level import Level
from tthc.text.normalise import normalise
from tthc.text.title.lexicon import lexicon
from tthc.text.title.words import Word, rewrite, split

# the narrower word decides: "Cục Hải quan tỉnh" works in the province
_NARROWEST_FIRST = (Level.OTHER, Level.COMMUNE, Level.DISTRICT, Level.PROVINCE, Level.MINISTRY, Level.VERTICAL)


@lru_cache(maxsize=10_000)
def agency_levels(agencies: str) -> frozenset[Level]:
    """The levels of the agencies in a text ("Sở Xây dựng, UBND cấp xã"); an agency of unknown level adds nothing."""
    pieces = re.split(r"[,;\n]", agencies)
    return frozenset().union(*(levels_of(rewrite(split(normalise(piece)), lexicon().replacements)) for piece in pieces))


def levels_of(words: list[Word]) -> frozenset[Level]:
    """The levels of the agencies named by these words, one for each member of the list."""
    table = lexicon().agencies
    members: list[set[Level]] = [set()]
    i = 0
    while i < len(words):
        if words[i].before:
            members.append(set())
        match = table.match(words, i)
        i += match[0] if match else 1
        if match and match[1]:
            members[-1].add(match[1])
    return frozenset(next(level for level in _NARROWEST_FIRST if level in member) for member in members if member)
