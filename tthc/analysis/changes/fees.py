"""Whether an applicant pays more than before."""

import re
from collections.abc import Iterable
from decimal import Decimal

from tthc.domain.procedure import Procedure
from tthc.text.evidence.fee import has_fee

_MONEY = re.compile(r"(?<![\d.,])(\d[\d.]{0,30})(?:,\d{1,9})?\s*(?:đồng|đ\b|vnđ|vnd)", re.IGNORECASE)


def raised(before: Procedure, after: Procedure) -> bool:
    """Whether the highest amount is higher than it was; False where one of the two names none."""
    old, new = (highest([side.fee, *(item.fee for item in side.channels)]) for side in (before, after))
    return old is not None and new is not None and new > old


def highest(fees: Iterable[str | None]) -> Decimal | None:
    """The highest amount in đồng that these texts name; 0 where they say that there is no fee, None without either."""
    said = [text for text in fees if text]
    amounts = [Decimal(found.replace(".", "")) for text in said for found in _MONEY.findall(text)]
    return max(amounts, default=Decimal(0) if has_fee(said) is False else None)
