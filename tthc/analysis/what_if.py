"""What the figures would be if the local deadlines of some procedures were changed."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from decimal import Decimal

from tthc.analysis.comparison import compare
from tthc.analysis.cuts import CutRow
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.deadline import Case, Deadline, Kind, Unit

_DAYS = (Unit.DAY, Unit.WORKING_DAY)
_COUNTED = (Kind.FIXED, Kind.CONDITIONAL, Kind.STEPS)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`rows` are all procedures, changed or not, in the order they had. `unchanged` were meant and could not be."""

    rows: tuple[CutRow, ...]
    changed: tuple[CutRow, ...]
    unchanged: tuple[CutRow, ...]


def what_if(
    rows: Collection[CutRow], meant: Callable[[CutRow], bool], change: Decimal, calendar: WorkingCalendar
) -> WhatIf:
    """Add `change` days (negative to cut) to the local deadline of the procedures meant, and compare anew.

    Every ordinary case in days or working days is changed. A procedure is left as it is where it has no such case, is
    excluded, or would be left without any time at all.
    """
    result, changed, unchanged = [], [], []
    for row in rows:
        new = row
        if meant(row):
            local = None if row.excluded else _changed(row.comparison.local, change)
            if local is None:
                unchanged.append(row)
            else:
                new = replace(row, comparison=compare(row.comparison.legal, local, calendar))
                changed.append(new)
        result.append(new)
    return WhatIf(tuple(result), tuple(changed), tuple(unchanged))


def _changed(local: Deadline | None, change: Decimal) -> Deadline | None:
    """The deadline with its days changed; None where that is not possible."""
    if local is None or local.kind not in _COUNTED:
        return None
    cases = tuple(_case(case, change) for case in local.cases)
    if cases == local.cases or any(case.maximum <= 0 or (case.minimum or 1) <= 0 for case in cases):
        return None
    return replace(local, cases=cases)


def _case(case: Case, change: Decimal) -> Case:
    if case.extra or case.unit not in _DAYS:
        return case
    minimum = None if case.minimum is None else case.minimum + change
    return replace(case, maximum=case.maximum + change, minimum=minimum)
