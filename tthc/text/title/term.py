"""The parts of a name."""

from dataclasses import dataclass
from functools import lru_cache

from tthc.domain.level import Level
from tthc.text.title.lexicon import Kind


@dataclass(frozen=True, slots=True)
class Term:
    """One meaningful word or phrase of a name. `key` is its one spelling, `words` how the name has it."""

    key: str
    kind: Kind
    words: str
    group: str = ""  # the closed class it belongs to
    case: bool = False  # part of a case or condition ("trong trường hợp …", "do bị mất")
    aside: bool = False  # in brackets
    count: int = 1  # how often the name says it


@dataclass(frozen=True, slots=True)
class Title:
    """A name taken apart. Nothing that means something is lost: what no lexicon knows is a term as a plain word."""

    text: str  # the normalised name, without a code glued to it
    code: str  # the code glued to the name, or nothing
    cut: bool  # the name breaks off ("…")
    acts: tuple[Term, ...]  # the head of the name
    terms: tuple[Term, ...]  # everything else that means something, each key once, in order
    levels: frozenset[Level]  # the levels the name claims for its procedure
    level_words: tuple[str, ...]  # the words that do
    authority: frozenset[str]  # the words of the agency that the name calls competent


@lru_cache(maxsize=100_000)
def term(  # noqa: PLR0917 - the cache keys positional arguments cheaper
    key: str, kind: Kind, words: str, group: str = "", case: bool = False, aside: bool = False, count: int = 1
) -> Term:
    """A term; equal ones are one object, for a country's names repeat their words without end."""
    return Term(key, kind, words, group, case, aside, count)
