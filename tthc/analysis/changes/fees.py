"""Whether an applicant pays more than before, as a whole or by one way of filing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tthc.domain.level import Channel
from tthc.domain.procedure import Procedure
from tthc.text.evidence.fee import has_fee
from tthc.text.money import Unit, sums

_MONEY = (Unit.DONG, Unit.DOLLAR)  # a percentage may as well be a reduction


@dataclass(frozen=True, slots=True)
class Rise:
    """A fee before and after: the procedure's own (`channel` is None), or that of one way of filing."""

    channel: Channel | None
    before: str
    after: str


def raised(before: Procedure, after: Procedure) -> bool:
    """Whether an applicant pays more than before by one way of filing at least; False where that cannot be told."""
    return bool(rises(before, after))


def rises(before: Procedure, after: Procedure) -> tuple[Rise, ...]:
    """The fees that are higher than they were.

    Ways of filing are compared where both records have them, and are left out where they go with the procedure's own.
    Where one record has its fees at the procedure and the other at its ways of filing, all are compared at once.
    """
    found: dict[Channel | None, tuple[str, str]] = {}
    whole = _of(before, None), _of(after, None)
    for channel in (None, *Channel):
        own = _of(before, channel), _of(after, channel)
        if all(own) and (channel is None or (own != whole and _both(channel, before, after))):
            found[channel] = own
    if not found:
        found[None] = "; ".join(_texts(before)), "; ".join(_texts(after))
    return tuple(Rise(channel, *sides) for channel, sides in found.items() if _higher(*sides))


def _of(procedure: Procedure, channel: Channel | None) -> str:
    """The fee; that of one way of filing where it has its own."""
    own = (item.fee for item in procedure.channels if item.channel is channel)
    return next(filter(None, own), procedure.fee or "")


def _both(channel: Channel, *sides: Procedure) -> bool:
    return all(any(item.channel is channel for item in side.channels) for side in sides)


def _texts(procedure: Procedure) -> Iterable[str]:
    return dict.fromkeys(fee for fee in (procedure.fee, *(item.fee for item in procedure.channels)) if fee)


def _higher(before: str, after: str) -> bool:
    """Whether amounts are higher: one by one where there are as many as before, else the highest of those that changed.

    Amounts that are no fees themselves ("dự án trên 10 tỷ đồng") stay the same, and tell nothing.
    """
    for unit in _MONEY:
        old, new = amounts(before, unit), amounts(after, unit)
        if len(old) == len(new):
            if any(now > once for once, now in zip(old, new, strict=True)):
                return True
        elif old and new:
            came = Counter(new) - Counter(old)
            if came and max(came) > max(Counter(old) - Counter(new) or old):
                return True
    return False


def amounts(fee: str, unit: Unit = Unit.DONG) -> Sequence[Decimal]:
    """The amounts that a fee names, in order; a 0 where it says that there is none, nothing where it tells neither."""
    said = [found.amount for found in sums(fee) if found.unit is unit]
    return said or ([Decimal(0)] if unit is Unit.DONG and has_fee([fee]) is False else [])
