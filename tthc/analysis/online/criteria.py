"""What the law of a day asks of a full online service: `data/criteria/`, one file for each regime."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from tthc.domain.level import PartialReason
from tthc.text.data import load, names


class Key(StrEnum):
    """What can be checked of a procedure."""

    PRESENCE = "presence"
    SITE_VISIT = "site-visit"
    TECHNICAL = "technical"
    CODE = "code"
    CHANNEL = "online-channel"
    FORM = "electronic-form"
    PAYMENT = "online-payment"
    DELIVERY = "result-delivery"
    ORIGINAL_SHOWN = "original-shown"
    ORIGINAL_KEPT = "original-kept"


class Decider(StrEnum):
    """Who can put a criterion right."""

    PROVINCE = "province"
    MINISTRY = "ministry"  # the province can propose it


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of full service. `reason`: the lawful reason for partial service where it is not met."""

    key: Key
    ground: str
    decides: Decider
    reason: PartialReason | None = None
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """A lawful reason for partial service."""

    reason: PartialReason
    ground: str
    needs_basis: bool = False  # the provision of the sector's law must be published with it
    temporary: bool = False  # holds until a day that must be given


@dataclass(frozen=True, slots=True)
class Regime:
    """The law of online service from a day on."""

    since: date
    reference: str
    verified: bool
    levels: Mapping[str, str]  # what full and partial service are called
    full_by_default: bool
    reasons: Mapping[PartialReason, Reason]
    criteria: tuple[Criterion, ...]
    outside: tuple[str, ...]  # requirements that a catalogue cannot show

    @property
    def reasons_are_published(self) -> bool:
        """Whether partial service needs a published reason."""
        return bool(self.reasons)


class NoRegimeError(LookupError):
    """No regime of online service is known for a day; `first` is the earliest day there is one for."""

    def __init__(self, day: date, first: date) -> None:
        super().__init__(day)
        self.first = first


def regime(as_of: date) -> Regime:
    """The regime in force on a day. Raises NoRegimeError for a day before the first one."""
    known = regimes()
    found = [each for each in known if each.since <= as_of]
    if not found:
        raise NoRegimeError(as_of, known[0].since)
    return found[-1]


@cache
def regimes() -> tuple[Regime, ...]:
    """All regimes, the oldest first."""
    return tuple(sorted((_regime(load(name)) for name in names("criteria")), key=lambda each: each.since))


def _regime(data: Mapping[str, Any]) -> Regime:
    reasons = [_reason(row) for row in data["reasons"]]
    return Regime(
        since=date.fromisoformat(data["from"]),
        reference=data["reference"],
        verified=data["verified"] == "true",
        levels=data["levels"],
        full_by_default=data["full_by_default"] == "true",
        reasons={reason.reason: reason for reason in reasons},
        criteria=tuple(map(_criterion, data["criteria"])),
        outside=tuple(data["outside"]),
    )


def _reason(row: Mapping[str, str]) -> Reason:
    return Reason(
        reason=PartialReason(row["reason"]),
        ground=row["ground"],
        needs_basis=row.get("needs_basis") == "true",
        temporary=row.get("temporary") == "true",
    )


def _criterion(row: Mapping[str, str]) -> Criterion:
    reason = row.get("reason")
    return Criterion(
        key=Key(row["key"]),
        ground=row["ground"],
        decides=Decider(row["decides"]),
        reason=PartialReason(reason) if reason else None,
        verified=row.get("verified") == "true",
    )
