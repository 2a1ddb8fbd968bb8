"""The texts of a record, and words in them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import normalize

from tthc.domain.procedure import DeadlineText, Procedure
from tthc.lint.law import Phrases, phrases
from tthc.lint.rule import Path
from tthc.text.money import sums

_ABSENT = re.compile(
    r"(không|không có|không thu|không thu phí|miễn phí|miễn|không quy định)( phí| lệ phí| phí, lệ phí)?[ .]*"
)
AMOUNT = re.compile(r"\d[\d.,]*")


@lru_cache(maxsize=50_000)
def simple(text: str) -> str:
    """A form to search words in: composed, lower case, one spelling of uỷ/ủy and of dashes, single spaces."""
    plain = normalize("NFC", text).casefold().replace("uỷ", "ủy").replace("–", "-")
    return " ".join(plain.split())


@lru_cache(maxsize=50_000)
def says(text: str, name: str) -> str | None:
    """The first phrase of a list of law data that a text holds as whole words; those of `not_in` tell nothing."""
    found, words = phrases(name), simple(text)
    if not any(map(words.__contains__, found.words)):  # most texts: not worth the pattern
        return None
    for passed in found.not_in:
        words = words.replace(passed, "\0")
    match = _pattern(found).search(words)
    return match[0] if match else None


@cache
def _pattern(found: Phrases) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(found.words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def names_no_fee(text: str) -> bool:
    """Whether a fee says that there is none."""
    return _ABSENT.fullmatch(simple(text)) is not None


def names_money(text: str) -> bool:
    """Whether a text holds an amount of money or a rate."""
    return bool(sums(text))


def texts(procedure: Procedure) -> Iterator[tuple[Path, str]]:
    """Every text a person wrote into a record, with its path."""
    yield from _held(procedure, ("name", "place", "fee", "requirements", "repealed_by", "source"))
    yield from _stated("legal", procedure.legal.deadline)
    yield from _stated("local", procedure.local.deadline)
    yield from _held(procedure.legal, ("decision",), "legal")
    yield from _held(procedure.local, ("decision",), "local")
    for key in ("handled_by", "coordinating", "subjects", "steps"):
        yield from (((key, index), value) for index, value in enumerate(getattr(procedure, key)))
    yield from ((("legal", "basis", index), value) for index, value in enumerate(procedure.legal.basis))
    for index, step in enumerate(procedure.local.steps):
        yield from _held(step, ("name", "agency", "time"), "local", "steps", index)
    for index, channel in enumerate(procedure.channels):
        yield from _held(channel, ("legal_deadline", "local_deadline", "fee", "note"), "channels", index)
    for index, item in enumerate(procedure.dossier):
        yield from _held(item, ("name", "form", "when"), "dossier", index)
    if procedure.result:
        yield ("result", "name"), procedure.result.name
    yield from _held(procedure.online, ("reason", "reason_basis"), "online")


def _held(holder: object, keys: tuple[str, ...], *path: str | int) -> Iterator[tuple[Path, str]]:
    for key in keys:
        value = getattr(holder, key)
        if value:
            yield (*path, key), value


def _stated(part: str, deadline: DeadlineText) -> Iterator[tuple[Path, str]]:
    if isinstance(deadline, str):
        yield (part, "deadline"), deadline
        return
    for index, case in enumerate(deadline or ()):
        yield (part, "deadline", index, "when"), case.when
        yield (part, "deadline", index, "deadline"), case.deadline
