"""Quantities that can be measured in a catalogue, for claims about it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tthc.analysis.cuts import CutRow, Summary, summarise
from tthc.analysis.durations import Convention
from tthc.analysis.overview import Kind, kind
from tthc.domain.claim import Measured, Quantity
from tthc.domain.entry import Entry
from tthc.domain.level import Level
from tthc.domain.statistics import Dossiers, dossiers_of


class Missing(StrEnum):
    """Why there is nothing to measure."""

    NO_DATA = "no_data"
    SEVERAL_UNITS = "several_units"


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a quantity comes to, exact, and of what it was taken: procedures in force of these `kinds`.

    `summary` is that of the cuts, with what was left out; `with_statistics` the procedures whose dossiers were added.
    """

    value: Fraction
    kinds: tuple[Kind, ...]
    summary: Summary | None = None
    with_statistics: int | None = None


_OF_DOSSIERS = (Quantity.DOSSIERS, Quantity.ONLINE_DOSSIERS, Quantity.ON_TIME_DOSSIERS)
IN_FORCE = tuple(each for each in Kind if each is not Kind.NOT_IN_FORCE)
_COUNTED = (Quantity.PROCEDURES, *_OF_DOSSIERS)


def measure(quantity: Measured, rows: Collection[CutRow], dossiers: Mapping[str, Dossiers]) -> Measurement | Missing:
    """The quantity over the same procedures as the pages that print it."""
    kinds = _kinds(quantity)
    meant = [row for row in rows if kind(row.entry) in kinds and _matches(quantity, row.entry)]
    if quantity.of is Quantity.PROCEDURES:
        return Measurement(Fraction(len(meant)), kinds)
    if quantity.of in _OF_DOSSIERS:
        figures = [found for row in meant if (found := dossiers_of(row.entry, dossiers))]
        value = _dossiers(quantity.of, figures)
        return value if isinstance(value, Missing) else Measurement(value, kinds, with_statistics=len(figures))
    summary = summarise(meant, Convention(quantity.convention))
    value = _of_cuts(quantity.of, summary)
    return value if isinstance(value, Missing) else Measurement(value, kinds, summary)


def _kinds(quantity: Measured) -> tuple[Kind, ...]:
    """Whose procedures are meant where the claim does not say: all in force are counted, but cuts and online service
    are those of the province for citizens and businesses, as on every page. A level that is named brings its own in.
    """
    if quantity.internal:
        return (Kind.INTERNAL,)
    if quantity.of not in _COUNTED:
        return (Kind.CITIZENS,)
    if quantity.online:
        return (Kind.CITIZENS, Kind.VERTICAL) if quantity.level is Level.VERTICAL else (Kind.CITIZENS,)
    return (Kind.CITIZENS, Kind.VERTICAL) if quantity.internal is False else IN_FORCE


def _matches(quantity: Measured, entry: Entry) -> bool:
    procedure = entry.procedure
    return (
        (quantity.level is None or quantity.level in procedure.level)
        and (quantity.agency is None or quantity.agency == entry.agency)
        and (quantity.field is None or quantity.field.casefold() == entry.field.casefold())
        and (quantity.online is None or quantity.online is procedure.online.level)
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


def _dossiers(quantity: Quantity, found: Collection[Dossiers]) -> Fraction | Missing:
    """A sum over procedures; one that is not stated everywhere is missing, not smaller."""
    attribute = {Quantity.ONLINE_DOSSIERS: "online", Quantity.ON_TIME_DOSSIERS: "on_time"}.get(quantity, "received")
    numbers: list[int | None] = [getattr(row, attribute) for row in found]
    stated = [number for number in numbers if number is not None]
    return Fraction(sum(stated)) if stated and len(stated) == len(numbers) else Missing.NO_DATA
