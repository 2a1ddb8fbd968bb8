"""The record of a procedure in one province: what all share, and what the province makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tools.sample.draw import Draw
from tools.sample.national import NO_FEE, National
from tools.sample.service import Service, service
from tools.sample.times import Time
from tools.sample.wording import upper

Record = dict[str, Any]
_HALF_A_DAY = Time(Decimal("0.5"), "nlv")
_SHORTEST_WITH_STAGES = 3  # working days


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the province that announces procedures of a field."""

    number: str
    decided: date
    effective: date


def record(part: National, identity: Record, decision: Decision, phrases: Mapping[str, Any], draw: Draw) -> Record:
    """The whole record, with its keys in their order; `identity` is its code or id, and its name."""
    entry, handling = part.entry, part.handling
    vertical = handling.level == "vertical"
    offered = service(entry, part.fee != NO_FEE, handling.site_visit, draw, phrases["online"])
    place: str = phrases["places"][_desk(part)]
    found: Record = {**identity, "level": handling.level}
    if entry.internal:
        found["internal"] = True
    if "interconnected" in entry.traits:
        found["formality"] = "interconnected"
    found["handled_by"] = list(handling.agencies)
    if entry.coordinating:
        found["coordinating"] = list(entry.coordinating)
    found["place"] = place
    if not entry.internal:
        found["non_territorial"] = not vertical and draw.chance(0.88)
    found["subjects"] = phrases["subjects"][entry.subject]
    found["legal"] = {"deadline": part.deadlines.legal, "basis": list(entry.basis)}
    if vertical:
        found["legal"]["decision"] = part.decision
    else:
        found["local"] = _local(part, decision, phrases, draw)
    found["channels"] = offered.channels
    found["steps"] = _steps(part, offered, place, phrases, draw)
    found["dossier"] = _dossier(part, offered)
    found["dossier_sets"] = 1
    found["fee"] = part.fee
    found["requirements"] = part.requirements
    found["result"] = {"name": part.result, "delivery": offered.delivery}
    if not entry.internal:
        found["online"] = offered.online
    return found


def _desk(part: National) -> str:
    """Where dossiers are handed in, as a key of the vocabulary's places."""
    if part.entry.internal:
        return "internal"
    return part.entry.agency if part.handling.level == "vertical" else part.handling.level


def _local(part: National, decision: Decision, phrases: Mapping[str, Any], draw: Draw) -> Record:
    """The deadline of the province with its decision; some records tell the stages of the internal process."""
    deadline, single = part.deadlines.local(draw)
    found: Record = {
        "deadline": deadline,
        "decision": decision.number,
        "decided": decision.decided,
        "effective": decision.effective,
    }
    staged = single and single.unit == "nlv" and single.low is None and single.amount >= _SHORTEST_WITH_STAGES
    if single and staged and draw.chance(0.12):
        desks = phrases["internal_desks"]["internal" if part.entry.internal else "external"]
        rest = Time(single.amount - 3 * _HALF_A_DAY.amount, single.unit)
        times = (_HALF_A_DAY, rest, _HALF_A_DAY, _HALF_A_DAY)
        stages = zip(phrases["internal_steps"], desks, times, strict=True)
        found["steps"] = [{"name": name, "agency": desk, "time": str(time)} for name, desk, time in stages]
    return found


def _steps(part: National, offered: Service, place: str, phrases: Mapping[str, Any], draw: Draw) -> list[str]:
    sentences = phrases["steps"]
    handled = part.handling.steps
    if part.entry.internal:
        return [sentences["submit"]["internal"], *handled, sentences["give_internal"]]
    who = upper(phrases["applicant"][part.entry.subject])
    submit = sentences["submit"][offered.level].format(Who=who, place=place)
    return [submit, draw.one(sentences["check"]), *handled, draw.one(sentences["give"])]


def _dossier(part: National, offered: Service) -> list[Record]:
    application: Record = {"name": part.application, "form": part.form}
    if offered.level in {"full", "partial"}:
        application["electronic_form"] = offered.electronic_form
    if part.counted:
        application["originals"] = 1
    copies = {"copies": 1} if part.counted else {}
    return [application, *({"name": paper["name"]} | copies | _case(paper) for paper in part.papers)]


def _case(paper: Mapping[str, str]) -> Record:
    return {"when": paper["when"]} if "when" in paper else {}
