"""The lexicons of `tthc/data/lexicon`, read once and compiled into phrase tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from tthc.domain.level import Level
from tthc.text.data import load
from tthc.text.normalise import normalise
from tthc.text.title.words import Phrases, Word, rewrite, split

_ACT_SETS = ("modals", "absorbed", "again", "anew", "stages", "issuing", "embodied", "undoing")
ANYWHERE, ASIDE = "anywhere", "aside"  # where words of level claim a level: at the edge of a part, or in brackets only


class Kind(Enum):
    """What a phrase in a name is."""

    FILLER = auto()  # says nothing
    COMPETENCE = auto()  # "thuộc thẩm quyền của": an agency follows
    CASE = auto()  # "trong trường hợp": a case follows
    LEVEL = auto()  # "cấp tỉnh"
    SIBLING = auto()  # an object beside others of its group: another one is another procedure
    VARIANT = auto()  # a member of a closed class of parallel variants
    NEGATION = auto()
    BOUND = auto()  # "dưới", "trở lên"
    SUBJECT = auto()  # who applies
    OBJECT = auto()  # a compound kept whole
    PAPER = auto()  # the kind of paper; its specific name says more
    ACT = auto()
    GENERIC = auto()  # so general that one of two names may lack it
    NUMBER = auto()  # a number, a letter, a class
    CITATION = auto()  # the number of a decision, which may set the very policy
    EDITION = auto()  # the number or year of other rules
    WORD = auto()  # whatever no lexicon knows


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a known phrase means."""

    kind: Kind
    key: str  # one spelling for all that count as one
    group: str = ""  # the closed class or sibling group
    levels: frozenset[Level] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every table the parser of titles needs."""

    replacements: Phrases[tuple[Word, ...]]  # abbreviations, spellings, former names
    openings: Phrases[str]
    acts: Phrases[str]
    carriers: Phrases[str]
    modals: frozenset[str]
    absorbed: frozenset[str]
    again: frozenset[str]
    anew: frozenset[str]
    light: Phrases[str]
    issuing: frozenset[str]
    documents: Phrases[str]
    embodied: frozenset[str]
    needless: dict[str, frozenset[str]]  # by act
    undoing: frozenset[str]  # wherever they stand: "in case of striking out a lease"
    stages: frozenset[str]
    reasons: frozenset[str]
    meanings: Phrases[Meaning]
    stops: frozenset[str]  # end the name of an agency
    managed: frozenset[str]  # "do … quản lý"
    agencies: Phrases[Level | Literal[""]]  # empty: tells no level
    offices: Phrases[str]  # "tại …" at the end of a name: where its procedure is done
    situated: frozenset[str]  # before "tại": it tells where the object is
    citing: Phrases[str]
    aside_citing: Phrases[str]  # cite in brackets only
    numbered: Phrases[Kind]  # instruments named by their number, as what they count
    laws: Phrases[str]  # instruments named by their object
    local: tuple[str, ...]  # how the numbers of local instruments end
    of_laws: frozenset[str]  # words of the names of laws that no object has
    pairs: tuple[frozenset[str], ...]
    silent: frozenset[str]  # the members of the pairs
    pairs_of_syllables: frozenset[tuple[str, str]]  # that stand together in words; for finding typing errors only
    vocabulary: frozenset[str]  # every single word in any of the tables


@cache
def lexicon() -> Lexicon:
    """The packaged lexicons, compiled."""
    names = ("acts", "boilerplate", "levels", "citations")
    acts, boilerplate, levels, citations = (load(f"lexicon/{name}") for name in names)
    replacements = _replacements()
    compounds = load("lexicon/words")["words"]
    listed = list(_meanings(acts["acts"], boilerplate, levels))
    meanings = Phrases(listed)
    return Lexicon(
        replacements=replacements,
        openings=_plain(boilerplate["openings"]),
        acts=Phrases(_acts(acts["acts"])),
        carriers=_plain(acts["carriers"]),
        light=_plain(acts["light"]),
        documents=_plain(acts["documents"]),
        needless={act: frozenset(texts) for act, texts in acts["needless"].items()},
        reasons=frozenset(load("lexicon/qualifiers")["reasons"]),
        meanings=meanings,
        stops=frozenset(levels["competence"]["stops"]),
        managed=frozenset(levels["managed"]),
        agencies=Phrases(_agencies(levels["agencies"])),
        offices=_plain(levels["offices"]),
        situated=frozenset(levels["situated"]),
        citing=_plain(citations["citing"]),
        aside_citing=_plain(citations["aside_citing"]),
        numbered=Phrases(
            (text, kind)
            for name, kind in (("ruling", Kind.EDITION), ("deciding", Kind.CITATION))
            for text in citations[name]
        ),
        laws=_plain(citations["laws"]),
        local=tuple(citations["local"]),
        of_laws=frozenset(citations["of_laws"]),
        pairs=tuple(frozenset(pair) for pair in boilerplate["pairs"]),
        silent=frozenset(text for pair in boilerplate["pairs"] for text in pair),
        pairs_of_syllables=frozenset(_pairs((*compounds, *(text for text, _ in listed)))),
        vocabulary=frozenset(word for word, _ in meanings)
        | {word for text in compounds for word in text.split()}
        | {word.text for _, new in replacements if new for word in new},
        **{name: frozenset(acts[name]) for name in _ACT_SETS},
    )


def _plain(texts: Iterable[str]) -> Phrases[str]:
    return Phrases((text, text) for text in texts)


def _pairs(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        for part in text.split(","):
            yield from pairwise(part.split())


def _acts(acts: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for name, spellings in acts.items():
        for spelling in (name, *spellings):
            yield spelling, name


def _agencies(agencies: dict[str, list[str]]) -> Iterator[tuple[str, Level | Literal[""]]]:
    for name, texts in agencies.items():
        for text in texts:
            yield text, "" if name == "none" else Level(name)


def _meanings(acts: Any, boilerplate: Any, levels: Any) -> Iterator[tuple[str, Meaning]]:
    """Where one phrase stands in several lexicons, the first of these wins."""
    objects, variants, places = (load(f"lexicon/{name}") for name in ("objects", "variants", "places"))
    fillers = (*boilerplate["phrases"], *boilerplate["words"].split(), *places["alone"])
    provinces = (f"{before} {name}" for before in places["before"] for name in places["provinces"])
    yield from ((text, Meaning(Kind.FILLER, text)) for text in (*fillers, *provinces))
    yield from ((text, Meaning(Kind.COMPETENCE, text)) for text in levels["competence"]["openings"])
    yield from ((text, Meaning(Kind.CASE, text)) for text in load("lexicon/qualifiers")["openings"])
    yield from _levels(levels["markers"], ANYWHERE)
    yield from _levels(levels["asides"], ASIDE)
    yield from _grouped(Kind.SIBLING, objects["siblings"])
    yield from _grouped(Kind.VARIANT, variants["classes"])
    for kind, texts in (
        (Kind.NEGATION, variants["negations"]),
        (Kind.BOUND, variants["bounds"]),
        (Kind.SUBJECT, load("lexicon/subjects")["subjects"]),
        (Kind.OBJECT, objects["compounds"]),
        (Kind.PAPER, objects["papers"]),
        (Kind.GENERIC, boilerplate["generic"]),
    ):
        yield from ((text, Meaning(kind, text)) for text in texts)
    yield from ((spelling, Meaning(Kind.ACT, name)) for spelling, name in _acts(acts))


def _levels(markers: dict[str, list[str]], where: str) -> Iterator[tuple[str, Meaning]]:
    for name, texts in markers.items():
        levels = frozenset((Level.PROVINCE, Level.COMMUNE) if name == "local" else (Level(name),))
        for text in texts:
            yield text, Meaning(Kind.LEVEL, text, where, levels)


def _grouped(kind: Kind, groups: dict[str, list[str]]) -> Iterator[tuple[str, Meaning]]:
    for group, members in groups.items():
        for member in members:
            yield member, Meaning(kind, member, group)


def _replacements() -> Phrases[tuple[Word, ...]]:
    """Abbreviations, other spellings, former names. The long form of an abbreviation may hold one of the others."""
    written, renamed = load("lexicon/abbreviations"), load("lexicon/renamed")
    former = ((row["old"], row["new"]) for row in (*renamed["bodies"], *renamed["terms"]))
    spelt = (*written["spellings"].items(), *written["misspelt"].items(), *former)
    others = [(normalise(old), _words(new)) for old, new in spelt]
    table = Phrases((old, tuple(new)) for old, new in others)
    short = ((normalise(old), rewrite(_words(new), table)) for old, new in written["abbreviations"].items())
    return Phrases((old, tuple(new)) for old, new in (*short, *others))


def _words(text: str) -> list[Word]:
    return split(normalise(text))
