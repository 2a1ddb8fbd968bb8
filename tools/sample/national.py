"""What a procedure is in every province: the law's side of the record, made once and used by all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tools.sample.deadlines import Deadlines
from tools.sample.draw import Draw
from tools.sample.vocabulary import Entry, Vocabulary
from tools.sample.wording import Wording, upper

NO_FEE = "Không"
_NO_REQUIREMENTS = "Không"
_PROVINCE_DECIDES = ("Ủy ban nhân dân cấp tỉnh", "Ủy ban nhân dân tỉnh")
_FREE_OF_FEE = frozenset({"notice", "end", "support", "award", "correct"})
_PAID_IF_NAMED = frozenset({"appraise", "confirm", "publish"})
_ON_PAPER = frozenset({"again", "correct", "end", "notice", "confirm"})  # no site is visited for these


@dataclass(frozen=True, slots=True)
class Handling:
    """Who handles a procedure, and what they do between reception and result."""

    level: str
    agencies: tuple[str, ...]
    site_visit: bool
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class National:
    """The parts of the record that do not depend on the province."""

    entry: Entry
    application: str
    form: str
    papers: tuple[Mapping[str, str], ...]
    counted: bool  # whether the dossier says how many originals and copies
    result: str
    fee: str
    requirements: str
    deadlines: Deadlines
    handling: Handling
    decision: str  # of the ministry, for what the province does not announce itself


def national(entry: Entry, vocabulary: Vocabulary, seed: int) -> National:
    """The part of the record that all provinces share."""
    draw = Draw(seed, entry.agency, entry.field, entry.name)
    phrases = vocabulary.phrases
    wording = Wording(entry, phrases)
    asked_of = "person" if wording.personal and wording.kind == "new" else wording.kind
    requirements = phrases["requirements"].get(asked_of, ())
    ministry = vocabulary.agency[entry.agency].get("ministry")
    return National(
        entry=entry,
        application=wording.application,
        form=f"Mẫu số {draw.between(1, 14):02}",
        papers=tuple(wording.papers(draw)),
        counted=draw.chance(0.35),
        result=wording.result,
        fee=_fee(entry, wording.kind, phrases["charged_verbs"]),
        requirements=draw.one(requirements) if requirements and draw.chance(0.5) else _NO_REQUIREMENTS,
        deadlines=Deadlines(entry, phrases, draw),
        handling=_handling(entry, wording.kind, vocabulary.agency[entry.agency], phrases["steps"], draw),
        decision=f"{draw.between(200, 3900)}/QĐ-{ministry}" if ministry else "",
    )


def _fee(entry: Entry, kind: str, charged_verbs: list[str]) -> str:
    """The fee, where this kind of procedure costs one; a fee stated for the whole field is not for all of it."""
    if not entry.fee or kind in _FREE_OF_FEE:
        return NO_FEE
    appraisal = entry.fee.startswith("Phí thẩm định")
    if appraisal and (kind == "again" or (kind == "register" and not entry.own_fee)):
        return NO_FEE
    if kind in _PAID_IF_NAMED and not entry.own_fee:
        return entry.fee if entry.fee.startswith("Phí") and entry.verb in charged_verbs else NO_FEE
    return entry.fee


def _handling(entry: Entry, kind: str, agency: Mapping[str, Any], sentences: Mapping[str, Any], draw: Draw) -> Handling:
    """What is done at the agency, in sentences; a decision of the province goes on to its People's Committee."""
    level: str = agency["level"]
    named = any(body in entry.name for body in _PROVINCE_DECIDES)
    by_province = level == "province" and ("ubnd" in entry.traits or named)
    site_visit = "visit" in entry.traits and kind not in _ON_PAPER
    steps = [draw.one(sentences["handle"][kind])]
    if site_visit:
        steps.append(sentences["visit"])
    if entry.presence:
        steps.append(entry.presence)
    own = draw.one(sentences["sign"]["commune" if level == "commune" else "own"])
    steps.append(sentences["sign"]["ubnd"] if by_province else own)
    name: str = agency["name"]
    return Handling(
        level=level,
        agencies=(entry.agency, "ubnd-tinh") if by_province else (entry.agency,),
        site_visit=site_visit,
        steps=tuple(upper(step.format(Agency=name, agency=name, site=entry.site)) for step in steps),
    )
