"""Everything the one page of `tthc audit` says, as values."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tthc.analysis.claims import Checked, Grounds, check_claims
from tthc.analysis.cuts import CutRow, Summary, rows, summarise
from tthc.analysis.duplicates.exact import Repetition, repetitions
from tthc.analysis.durations import Convention
from tthc.analysis.overview import Kind, Overview, kind, overview
from tthc.analysis.targets import Judgement, judge
from tthc.catalogue.model import Catalogue
from tthc.domain.calendar import WorkingCalendar
from tthc.domain.entry import Entry
from tthc.domain.manifest import Target
from tthc.domain.rounding import mean
from tthc.text.figures import read_rate


@dataclass(frozen=True, slots=True)
class Audit:
    """The catalogue counted, its cuts compared, its repetitions found, its published figures recomputed.

    `rows` are the procedures in force, `not_in_force` the records of the others. `cuts` are those of the province's
    procedures for citizens and businesses, one summary per convention; internal procedures have their own
    (`internal_cuts`, nominal).
    """

    catalogue: Catalogue
    overview: Overview
    rows: tuple[CutRow, ...]
    not_in_force: tuple[Entry, ...]
    cuts: dict[Convention, Summary]
    internal_cuts: Summary
    targets: tuple[tuple[Target, Judgement], ...]
    repetitions: tuple[Repetition, ...]
    claims: tuple[Checked, ...]


def audit(catalogue: Catalogue, calendar: WorkingCalendar) -> Audit:
    """Count, compare and recompute. Targets are judged by the nominal convention, the one they are reported in."""
    every = rows(catalogue.entries, calendar, catalogue.received())
    found = tuple(row for row in every if row.entry.procedure.in_force)
    citizens = tuple(row for row in found if kind(row.entry) is Kind.CITIZENS)
    internal = tuple(row for row in found if kind(row.entry) is Kind.INTERNAL)
    targets = catalogue.manifest.targets
    cuts = {convention: summarise(citizens, convention) for convention in Convention}
    nominal = Convention.NOMINAL
    return Audit(
        catalogue=catalogue,
        overview=overview(catalogue.entries),
        rows=found,
        not_in_force=tuple(entry for entry in catalogue.entries if not entry.procedure.in_force),
        cuts=cuts,
        internal_cuts=summarise(internal, nominal),
        targets=tuple((each, judge(citizens, read_rate(each.rate), nominal, cuts[nominal])) for each in targets),
        repetitions=repetitions(catalogue.entries),
        claims=check_claims(catalogue.manifest.claims, Grounds(found, catalogue.dossiers(), calendar)),
    )


def mean_of_rates(found: Iterable[CutRow]) -> tuple[Fraction | None, int]:
    """Mean of nominal rates over those that could be compared, and how many these are."""
    rates = [amounts.rate for row in found if (amounts := row.amounts(Convention.NOMINAL))]
    return mean(rates), len(rates)
