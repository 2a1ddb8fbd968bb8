"""How a procedure is offered online, after Điều 14 NĐ 224/2026/NĐ-CP: in full, unless a reason says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tools.sample.draw import Draw
from tools.sample.vocabulary import Entry

_SELDOM = 300  # dossiers a year; a procedure asked for more often is not left to information only


@dataclass(frozen=True, slots=True)
class Service:
    """The part of a record that depends on the level of online service."""

    level: str
    online: dict[str, Any]
    channels: list[Any]
    delivery: list[str]
    electronic_form: bool = True


def service(entry: Entry, fee: bool, site_visit: bool, draw: Draw, phrases: Mapping[str, Any]) -> Service:
    """What one province offers."""
    if entry.internal:
        return Service("internal", {}, ["direct", "online"], ["electronic"])
    reason = _reason(entry, site_visit, draw)
    if reason == "information":
        why = entry.reason or draw.one(phrases["information_reasons"])
        return Service("information", {"level": "information", "reason": why}, ["direct", "post"], ["direct", "post"])
    if reason:
        return _partial(entry, reason, fee, draw)
    online: dict[str, Any] = {"level": "full"}
    if fee:
        online["payment"] = True
    delivery = draw.one((["electronic", "post"], ["electronic", "direct", "post"], ["electronic", "post"]))
    return Service("full", online, _channels(fee, entry, draw, phrases), delivery)


def _reason(entry: Entry, site_visit: bool, draw: Draw) -> str:
    """Why it is not offered in full; nothing if it is."""
    if "info" in entry.traits:
        return "information"
    if "online" in entry.traits or "keep" in entry.traits:
        return ""
    if entry.presence:
        return "presence"
    chance = draw.share()
    if site_visit:
        return "information" if chance < 0.06 else "site-visit"
    if "original" in entry.traits:
        return "other-technical"
    if entry.volume < _SELDOM and chance < 0.15:
        return "information"
    if chance < 0.19:
        return "other-technical"
    return "temporary-failure" if chance > 0.993 else ""


def _partial(entry: Entry, reason: str, fee: bool, draw: Draw) -> Service:
    online: dict[str, Any] = {"level": "partial", "reason": reason}
    electronic_form, payment, delivery = True, True, ["electronic", "post"]
    if reason in {"presence", "site-visit"}:
        online["reason_basis"] = entry.basis[0]
        delivery = ["direct", "post"] if reason == "presence" else ["electronic", "direct", "post"]
    elif reason == "temporary-failure":
        online["reason_until"] = date(2026, 12, draw.between(1, 4) * 7)
    else:  # what stands in the way can be mended: no electronic form, no payment, no electronic result
        gap = draw.one(("form", "payment" if fee else "form", "delivery"))
        electronic_form, payment = gap != "form", gap != "payment"
        delivery = ["direct"] if gap == "delivery" else delivery
    if fee:
        online["payment"] = payment
    if entry.presence:
        online["presence"] = True
    if reason == "site-visit":
        online["site_visit"] = True
    if "original" in entry.traits:
        online["original"] = True
    channels = ["direct", "online"] if reason == "presence" else ["direct", "post", "online"]
    return Service("partial", online, channels, delivery, electronic_form)


def _channels(fee: bool, entry: Entry, draw: Draw, phrases: Mapping[str, Any]) -> list[Any]:
    """All three ways; some fees are lower online."""
    local_fee = fee and "Hội đồng nhân dân" in (entry.fee or "")
    online: Any = "online"
    if local_fee and draw.chance(0.6):
        online = {"channel": "online", "fee": phrases["fee_reduced_online"]}
    return ["direct", "post", online]
