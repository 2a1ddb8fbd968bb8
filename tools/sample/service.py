"""How a procedure is offered online, after Điều 14 NĐ 224/2026/NĐ-CP: in full, unless a reason says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tools.sample.draw import Draw
from tools.sample.vocabulary import Entry

_SELDOM = 300  # dossiers a year; a procedure asked for more often is not left to information only

_GAPS = (("form", 0.24), ("delivery", 0.265), ("original", 0.275))  # the share of procedures below which each is found


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
    reason, gap = _reason(entry, site_visit, draw)
    if reason == "information":
        why = entry.reason or draw.one(phrases["information_reasons"])
        online = {"level": "information"} | ({} if gap == "unsaid" else {"reason": why})
        return Service("information", online, ["direct", "post"], ["direct", "post"])
    if reason:
        return _partial(entry, reason, draw, gap=gap, fee=fee, others=phrases["other_reasons"])
    return _full(entry, gap, fee, draw, phrases)


def _reason(entry: Entry, site_visit: bool, draw: Draw) -> tuple[str, str]:
    """Why it is not offered in full, nothing if it is; and the gap that nobody has closed or declared yet."""
    if "info" in entry.traits:
        return "information", ""
    if "online" in entry.traits or "keep" in entry.traits:
        return "", ""
    if entry.presence:
        return "presence", ""
    chance = draw.share()
    if site_visit:
        return ("information" if chance < 0.06 else "site-visit"), ""
    if "original" in entry.traits:
        return "other-technical", ""
    if entry.volume < _SELDOM and chance < 0.15:
        return "information", "unsaid" if chance < 0.01 else ""
    if chance < 0.19:
        return ("other" if chance > 0.17 else "other-technical"), "nothing" if chance > 0.185 else ""
    if chance > 0.993:
        return "temporary-failure", ""
    return "", next((gap for gap, below in _GAPS if chance < below), "")


def _full(entry: Entry, gap: str, fee: bool, draw: Draw, phrases: Mapping[str, Any]) -> Service:
    """Offered in full; some all the same with a form on paper, a result at the desk, or an original to be shown."""
    online: dict[str, Any] = {"level": "full"}
    if fee:
        online["payment"] = True
    if gap == "original":
        online["original"] = True
    delivery = draw.one((["electronic", "post"], ["electronic", "direct", "post"], ["electronic", "post"]))
    channels = _channels(fee, entry, draw, phrases)
    return Service("full", online, channels, ["direct"] if gap == "delivery" else delivery, gap != "form")


def _partial(entry: Entry, reason: str, draw: Draw, *, gap: str, fee: bool, others: Mapping[str, str]) -> Service:
    """Offered in part; `others` are reasons that Điều 14 does not know, by the gap they stand for."""
    online: dict[str, Any] = {"level": "partial", "reason": reason}
    electronic_form, payment, delivery = True, True, ["electronic", "post"]
    if reason in {"presence", "site-visit"}:
        online["reason_basis"] = entry.basis[0]
        delivery = ["direct", "post"] if reason == "presence" else ["electronic", "direct", "post"]
    elif reason == "temporary-failure":
        online["reason_until"] = date(2026, 12, draw.between(1, 4) * 7)
    else:  # what stands in the way can be mended: no electronic form, no payment, no electronic result
        gap = gap or draw.one(("form", "payment" if fee else "form", "delivery"))
        electronic_form, payment = gap != "form", gap != "payment"
        delivery = ["direct"] if gap == "delivery" else delivery
        if reason == "other":
            online["reason"] = others[gap]
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
