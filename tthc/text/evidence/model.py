"""What is read, and what is found in it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from tthc.domain.level import Channel


class Presence(StrEnum):
    """Whether the applicant must act in person."""

    REQUIRED = "required"
    CHANNEL_ONLY = "channel_only"  # only with one way of filing, another is free of it
    NOT_REQUIRED = "not_required"
    UNKNOWN = "unknown"


class SiteVisit(StrEnum):
    """Whether the authority checks on the spot."""

    REQUIRED = "required"
    CONDITIONAL = "conditional"  # only where it sees a need, or in one of several variants
    NOT_REQUIRED = "not_required"
    UNKNOWN = "unknown"


class Original(StrEnum):
    """Whether an original paper is asked for."""

    SUBMIT = "submit"
    COMPARE = "compare"
    CHANNEL_ONLY = "channel_only"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the dossier, with the numbers of originals and copies where the record gives them."""

    text: str
    originals: int | None = None
    copies: int | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A way of filing, with what the record says about it."""

    channel: Channel
    text: str = ""
    fee: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of one procedure."""

    name: str
    steps: tuple[str, ...] = ()
    dossier: tuple[Paper, ...] = ()
    conditions: str = ""
    ways: tuple[Way, ...] = ()

    def offers(self, *channels: Channel) -> bool:
        """Whether one of these channels is listed."""
        return any(way.channel in channels for way in self.ways)


Value = TypeVar("Value", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """What the wording suggests, the phrase that says so, and the part of the record it stands in.

    `silent`: nothing says so, only nothing says otherwise; the phrase is then what was read for it.
    """

    value: Value
    quote: str = ""
    part: str = ""
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the wording of a procedure suggests. A help for the reader, never a decision."""

    presence: Reading[Presence]
    site_visit: Reading[SiteVisit]
    original: Reading[Original]
