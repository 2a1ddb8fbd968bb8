"""Where imported procedures go: ids of agencies, names of files. Names are kept word for word beside their ids."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

UNKNOWN = "Chưa xác định"  # the agency or field of a record that names none

_AGENCY_LENGTH = 48
_FIELD_LENGTH = 64
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_WINDOWS_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")


def slug(text: str, longest: int) -> str:
    """A short name in small letters without diacritics, safe on every file system; cut between words if too long."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    words = _NOT_IN_SLUG.sub("-", "".join(c for c in folded if not unicodedata.combining(c))).strip("-")
    if len(words) > longest:
        cut = words[: longest + 1]
        words = cut[: cut.rfind("-")] if "-" in cut else cut[:longest]
        return f"{words}-{_fingerprint(text)[:6]}"
    if not words or _WINDOWS_DEVICES.fullmatch(words):
        return f"{words or 'ten'}-{_fingerprint(text)[:6]}"
    return words


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def same_name(name: str) -> str:
    """What is equal for two spellings of one agency: capitals and blanks do not count."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def agency_ids(names: Iterable[str], agencies: list[dict[str, Any]]) -> dict[str, str]:
    """The id of every name. Names that `agencies` does not know are added to it; another spelling becomes an alias."""
    known: dict[str, dict[str, Any]] = {}
    for agency in agencies:
        for name in [agency["name"], *agency.get("aliases", []), *agency.get("former_names", [])]:
            known.setdefault(same_name(name), agency)
    taken = {agency["id"] for agency in agencies}
    ids = {}
    for name in sorted(set(names)):
        agency = known.get(same_name(name), {})
        if not agency:
            agency |= {"id": _free(slug(name, _AGENCY_LENGTH), name, taken), "name": name}
            taken.add(agency["id"])
            agencies.append(agency)
            known[same_name(name)] = agency
        elif name not in [agency["name"], *agency.get("aliases", []), *agency.get("former_names", [])]:
            agency["aliases"] = [*agency.get("aliases", []), name]
        ids[name] = agency["id"]
    return ids


def field_paths(pairs: Iterable[tuple[str, str]], known: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """The file of every (agency id, field), below the folder of procedures; files that are there stay in use."""
    taken = {path.casefold() for path in known.values()}
    paths = dict(known)
    for agency, field in sorted(set(pairs) - paths.keys()):
        stem = _free(slug(field, _FIELD_LENGTH), field, {path.removesuffix(".yaml") for path in taken}, f"{agency}/")
        paths[agency, field] = f"{agency}/{stem}.yaml"
        taken.add(paths[agency, field])
    return paths


def _free(short: str, name: str, taken: set[str], folder: str = "") -> str:
    """The short name, with a fingerprint of the full one if another name has it already."""
    candidates = [short, *(f"{short}-{_fingerprint(name)[:length]}" for length in (6, 12, 64))]
    return next(candidate for candidate in candidates if folder + candidate not in taken)
