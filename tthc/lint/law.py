"""Dated facts of law that rules rest on: `tthc/data/law/*.yaml`, with the catalogue's own documents on top."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from tthc.domain.manifest import LegalDocument
from tthc.lint.citation import number_key
from tthc.text import data


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with the day from which it holds. Only a verified one may be called an error."""

    since: date | None
    verified: bool
    source: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """A body or a place that has another name since a day; texts are in the form of `normalise`."""

    old: str
    new: str
    fact: Fact
    note: str = ""


def documents(own: Iterable[LegalDocument]) -> dict[str, LegalDocument]:
    """Legal documents by the key of their number; rows of the catalogue replace those of the program."""
    return _packaged() | {number_key(document.number): document for document in own}


@cache
def _packaged() -> dict[str, LegalDocument]:
    rows = data.load("law/documents")["documents"]
    return {
        number_key(row["number"]): LegalDocument(
            number=row["number"],
            title=row.get("title"),
            effective=_day(row.get("effective")),
            expired=_day(row.get("expired")),
            replaced_by=row.get("replaced_by"),
            source=row.get("source"),
            verified=row.get("verified") == "true",
        )
        for row in rows
    }


@cache
def renamed_bodies() -> tuple[Renamed, ...]:
    """Ministries and departments with a new name, longest name first."""
    rows = data.load("lexicon/renamed")["bodies"]
    found = (Renamed(row["old"], row["new"], _fact(row), row.get("note", "")) for row in rows)
    return tuple(sorted(found, key=lambda row: (-len(row.old), row.old)))


@dataclass(frozen=True, slots=True)
class Province:
    """A province of before the mergers: its identifier and the province it belongs to now."""

    code: str
    name: str
    now: str  # the code of the province that exists now; the own one where nothing changed
    fact: Fact

    @property
    def retired(self) -> bool:
        return self.now != self.code


@cache
def provinces() -> dict[str, Province]:
    """The provinces by identifier (H49)."""
    return {
        row["code"]: Province(row["code"], row["name"], row.get("now", row["code"]), _fact(row))
        for row in data.load("law/provinces")["provinces"]
    }


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words that tell something, in the form of `normalise`, and words in which they do not."""

    words: tuple[str, ...]
    not_in: tuple[str, ...]
    fact: Fact


@cache
def phrases(name: str) -> Phrases:
    """A list of `tthc/data/law/phrases.yaml`."""
    row = _phrases()[name]
    return Phrases(tuple(row["words"]), tuple(row.get("not_in", ())), _fact(row))


@cache
def _phrases() -> dict[str, Any]:
    rows: dict[str, Any] = data.load("law/phrases")
    return rows


def _fact(row: dict[str, Any]) -> Fact:
    return Fact(_day(row.get("from")), row.get("verified") == "true", row.get("source", ""))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
