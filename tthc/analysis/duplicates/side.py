"""One procedure as the comparison sees it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tthc.analysis.duplicates.exact import base_code
from tthc.domain.entry import Entry
from tthc.domain.level import Level
from tthc.text.normalise import normalise
from tthc.text.title import Title, agency_levels, parse

_WORD = re.compile(r"\w+")
_NO_FIELD = frozenset(("khác", "và"))
_NOTHING_KNOWN = "không có thông tin"  # what the portal writes where an agency is missing
_PORTAL_LEVELS = {
    "cấp bộ": Level.MINISTRY,
    "cấp trung ương": Level.MINISTRY,
    "cấp tỉnh": Level.PROVINCE,
    "cấp huyện": Level.DISTRICT,
    "cấp xã": Level.COMMUNE,
    "ngành dọc": Level.VERTICAL,
    "cơ quan khác": Level.OTHER,
}


@dataclass(frozen=True, slots=True)
class Side:
    """What is compared of one procedure. Whatever is unknown is empty, and then says nothing for or against."""

    name: str
    title: Title
    code: str = ""  # the national code without the province's suffix
    levels: frozenset[Level] = frozenset()  # those that tell procedures apart: never ngành dọc, which has several
    stated: frozenset[Level] = frozenset()  # with ngành dọc, where the record says so: what two records can agree in
    agency: str = ""  # normalised
    field: frozenset[str] = frozenset()  # the words of its name
    field_name: str = ""
    basis: frozenset[str] = frozenset()  # legal articles, normalised
    result: str = ""  # normalised
    dossier: frozenset[str] = frozenset()  # names of papers, normalised
    subjects: frozenset[str] = frozenset()  # who may apply, normalised
    key: str = ""  # what names the procedure to a reader


def side(
    name: str,
    *,
    code: str = "",
    levels: Iterable[Level] = (),
    agency: str = "",
    field: str = "",
    basis: Iterable[str] = (),
    result: str = "",
    dossier: Iterable[str] = (),
    subjects: Iterable[str] = (),
    key: str = "",
) -> Side:
    """A procedure made ready for comparison.

    The level a name claims ("(cấp tỉnh)") counts before the recorded levels, these before what the agency's name tells.
    Where ngành dọc is all that is recorded, the agency's name still tells its branches of the province and the commune
    apart, but two branches do not agree in more than the record states.
    """
    title = _parsed(name)
    recorded = frozenset(levels)
    known = title.levels or recorded - {Level.VERTICAL} or agency_levels(agency)
    return Side(
        name=name,
        title=title,
        code=base_code(code) or title.code,
        levels=known - {Level.VERTICAL},
        stated=title.levels or recorded or known,
        agency=_normalised(agency),
        field=_field_words(field),
        field_name=field,
        basis=frozenset(map(_normalised, basis)),
        result=_normalised(result),
        dossier=frozenset(map(_normalised, dossier)),
        subjects=frozenset(map(_normalised, subjects)),
        key=key or code or name,
    )


# A catalogue repeats its agencies, fields, laws and papers, a country's catalogue its names too.
_parsed = lru_cache(maxsize=20_000)(parse)
_normalised = lru_cache(maxsize=20_000)(normalise)


@lru_cache(maxsize=2_000)
def _field_words(field: str) -> frozenset[str]:
    return frozenset(_WORD.findall(normalise(field))) - _NO_FIELD


def from_entry(entry: Entry, agency: str = "") -> Side:
    """A procedure of a catalogue; `agency` is the agency's name, where the manifest has one."""
    procedure = entry.procedure
    return side(
        procedure.name,
        code=procedure.code or "",
        levels=procedure.level,
        agency=agency or entry.agency,
        field=entry.field,
        basis=procedure.legal.basis,
        result=procedure.result.name if procedure.result else "",
        dossier=(item.name for item in procedure.dossier),
        subjects=procedure.subjects,
        key=entry.key,
    )


def from_portal(record: dict[str, str]) -> Side:
    """A record as the national portal writes it: code, name, level ("Cấp tỉnh, Cấp xã"), agency, field."""
    levels = (_PORTAL_LEVELS.get(normalise(level)) for level in re.split(r"[,;]", record.get("level") or ""))
    agency = record.get("agency") or ""
    return side(
        record["name"],
        code=record.get("code") or "",
        levels=(level for level in levels if level),
        agency="" if normalise(agency) == _NOTHING_KNOWN else agency,
        field=record.get("field") or "",
    )
