"""What a review of a whole catalogue found out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tthc.analysis.audit import Audit
from tthc.analysis.duplicates.findings import Repeat
from tthc.analysis.duplicates.survey import Survey
from tthc.analysis.online.criteria import Regime
from tthc.analysis.online.verdict import Assessment
from tthc.domain.finding import Finding
from tthc.lint.rule import Rule


@dataclass(frozen=True, slots=True)
class Reviewed:
    """All that was found out about a catalogue."""

    audit: Audit
    assessments: Sequence[Assessment]
    regime: Regime | None  # None for a day before the first law of online service
    survey: Survey
    repeats: Sequence[Repeat]
    findings: Sequence[Finding]
    rules: Mapping[str, Rule]
