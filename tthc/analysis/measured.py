"""Quantities that can be measured in a catalogue, for claims about it."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from fractions import Fraction

from tthc.analysis.cuts import CutRow, Summary, summarise
from tthc.analysis.durations import Convention
from tthc.analysis.overview import overview
from tthc.domain.claim import Measured, Quantity
from tthc.domain.entry import Entry
from tthc.domain.statistics import Dossiers


class Missing(StrEnum):
    """Why there is nothing to measure."""

    NO_DATA = "no_data"
    SEVERAL_UNITS = "several_units"


_OF_DOSSIERS = (Quantity.DOSSIERS, Quantity.ONLINE_DOSSIERS, Quantity.ON_TIME_DOSSIERS)


def measure(
    quantity: Measured, rows: Collection[CutRow], dossiers: Mapping[str, Dossiers]
) -> tuple[Fraction, Summary | None] | Missing:
    """The quantity, exact, with the summary of cuts it was taken from, if any."""
    meant = [row for row in rows if _matches(quantity, row.entry)]
    if quantity.of is Quantity.PROCEDURES:
        return Fraction(overview(row.entry for row in meant).total), None
    if quantity.of in _OF_DOSSIERS:
        return _dossiers(quantity.of, [dossiers[row.entry.key] for row in meant if row.entry.key in dossiers])
    summary = summarise(meant, Convention(quantity.convention))
    value = _of_cuts(quantity.of, summary)
    return value if isinstance(value, Missing) else (value, summary)


def _matches(quantity: Measured, entry: Entry) -> bool:
    procedure = entry.procedure
    return (
        (quantity.level is None or quantity.level in procedure.level)
        and (quantity.agency is None or quantity.agency == entry.agency)
        and (quantity.field is None or quantity.field.casefold() == entry.field.casefold())
        and (quantity.online is None or quantity.online is procedure.online.level)
        and (quantity.internal is None or quantity.internal is procedure.internal)
    )


def _of_cuts(quantity: Quantity, summary: Summary) -> Fraction | Missing:
    if quantity is Quantity.COMPARED:
        return Fraction(summary.compared)
    if quantity is Quantity.CUT:
        return Fraction(summary.cut)
    if quantity is Quantity.MEAN_RATE:
        return _known(summary.mean_compared)
    if quantity is Quantity.MEAN_RATE_OF_CUT:
        return _known(summary.mean_cut)
    if len(summary.pooled) != 1:
        return Missing.SEVERAL_UNITS if summary.pooled else Missing.NO_DATA
    pooled = summary.pooled[0]
    if quantity is Quantity.POOLED_RATE:
        return _known(pooled.rate)
    return pooled.cut if quantity is Quantity.CUT_DAYS else pooled.legal


def _known(value: Fraction | None) -> Fraction | Missing:
    return Missing.NO_DATA if value is None else value


def _dossiers(quantity: Quantity, found: Collection[Dossiers]) -> tuple[Fraction, None] | Missing:
    """A sum over procedures; one that is not stated everywhere is missing, not smaller."""
    attribute = {Quantity.ONLINE_DOSSIERS: "online", Quantity.ON_TIME_DOSSIERS: "on_time"}.get(quantity, "received")
    numbers: list[int | None] = [getattr(row, attribute) for row in found]
    stated = [number for number in numbers if number is not None]
    return (Fraction(sum(stated)), None) if stated and len(stated) == len(numbers) else Missing.NO_DATA
