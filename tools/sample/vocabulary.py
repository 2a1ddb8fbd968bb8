"""The vocabulary as read from its YAML files: every procedure a province can have, before a province decides on it."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

FOLDER = Path(__file__).parent / "words"
_SEPARATOR = " | "
_OBJECT = "…"  # where the object stands inside an act


@dataclass(frozen=True, slots=True)
class Entry:
    """One procedure of the vocabulary. `family` numbers the rows that were written together."""

    index: int
    family: int
    name: str
    verb: str
    rest: str
    agency: str
    field: str
    internal: bool
    time: str
    basis: tuple[str, ...]
    papers: tuple[str, ...]
    subject: str
    traits: frozenset[str] = frozenset()
    coordinating: tuple[str, ...] = ()
    volume: int = 12
    fee: str | None = None
    own_fee: bool = False  # stated for the family, not for the whole field
    own_papers: bool = False
    form: str | None = None
    result: str | None = None
    presence: str | None = None
    site: str = "cơ sở"
    reason: str | None = None
    local: str | None = None
    code: str | None = None
    twin: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All of it. `phrases` is phrases.yaml as it stands."""

    entries: tuple[Entry, ...]
    agencies: tuple[Mapping[str, Any], ...]
    documents: Mapping[str, Mapping[str, Any]]
    phrases: Mapping[str, Any]
    claims: tuple[Mapping[str, Any], ...]  # figures published about the sample, and about no other catalogue
    agency: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@functools.cache
def load() -> Vocabulary:
    """Read the vocabulary. Contradictions in it are a ValueError that names the family."""
    phrases = _read("phrases.yaml")
    agencies = tuple(_read("agencies.yaml")["agencies"])
    verbs = sorted(phrases["verbs"], key=len, reverse=True)
    entries: list[Entry] = []
    blocks = [block for path in sorted((FOLDER / "fields").iterdir()) for block in _blocks(path)]
    families = ((block, family) for block in blocks for family in block["families"])
    for number, (block, family) in enumerate(families):
        for name, own in _members(family):
            verb = next(verb for verb in verbs if not verb or f"{name} ".startswith((f"{verb} ", f"{verb},")))
            given = {**block, **family, **own, "own_fee": "fee" in family, "own_papers": "papers" in {**family, **own}}
            entries.append(_entry(len(entries), number, name, verb, given))
    return Vocabulary(
        tuple(entries),
        agencies,
        _read("legal-documents.yaml")["documents"],
        phrases,
        tuple(_read("claims.yaml")["claims"]),
        {agency["id"]: agency for agency in agencies},
    )


def _read(name: str) -> Any:
    return YAML(typ="safe").load((FOLDER / name).read_text("utf-8"))


def _blocks(path: Path) -> Iterator[dict[str, Any]]:
    """The fields of a file, each with its agency; a file of internal procedures has several agencies."""
    content = _read(f"fields/{path.name}")
    for block in content.get("fields") or content["agencies"]:
        yield {"agency": content.get("agency"), "internal": content.get("internal", False), **block}


def _members(family: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every name of a family with what is its own: acts x objects, or the names as they stand.

    An object or name may carry its own papers: `name: [paper, ...]`. Times and results go by acts where there are
    several, else by objects or names.
    """
    acts = family["acts"].split(_SEPARATOR) if "acts" in family else [""]
    objects = [_with_papers(item) for item in _list(family["of" if "acts" in family else "names"])]
    by_act = len(acts) > 1
    columns = {key: _column(family, key, len(acts) if by_act else len(objects)) for key in ("time", "result")}
    for place, (thing, papers) in enumerate(objects):
        for act_place, act in enumerate(acts):
            own = {key: column[act_place if by_act else place] for key, column in columns.items() if column}
            name = act.replace(_OBJECT, thing) if _OBJECT in act else f"{act} {thing}".strip()
            yield name, own | papers


def _column(family: Mapping[str, Any], key: str, count: int) -> list[str]:
    """The values of `a | b | c`, one for each of `count` members; nothing where the key is missing."""
    values = str(family[key]).split(_SEPARATOR) if key in family else []
    if len(values) not in {0, 1, count}:
        raise ValueError(f"{family}: {len(values)} for {count}")
    return values * count if len(values) == 1 else values


def _with_papers(item: Any) -> tuple[str, dict[str, Any]]:
    if isinstance(item, str):
        return item, {}
    ((name, papers),) = item.items()
    return name, {"papers": papers}


def _entry(index: int, family: int, name: str, verb: str, given: Mapping[str, Any]) -> Entry:
    """An entry of the values given: what the family does not say, its field says."""
    optional = ("volume", "fee", "presence", "site", "reason", "form", "result", "local", "code", "twin")
    return Entry(
        index=index,
        family=family,
        name=name,
        verb=verb,
        rest=name[len(verb) :].lstrip() if verb else name,
        agency=given["agency"],
        field=given["field"],
        internal=given["internal"],
        time=given.get("time", ""),
        basis=tuple(given["basis"]),
        papers=tuple(given["papers"]),
        subject=given.get("subjects", "unit"),
        traits=frozenset(given.get("traits", ())),
        coordinating=tuple(given.get("coordinating", ())),
        own_fee=given["own_fee"],
        own_papers=given["own_papers"],
        **{key: given[key] for key in optional if key in given},
    )


def _list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
