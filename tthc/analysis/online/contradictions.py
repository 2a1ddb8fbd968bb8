"""Contradictions between the service that is offered and the one that is possible or lawful."""

from collections.abc import Iterator
from datetime import date

from tthc.analysis.online.criteria import Key, Regime
from tthc.analysis.online.stated import Contradiction, Kind, stated
from tthc.analysis.online.terms import former_level, former_since
from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.domain.level import OnlineLevel
from tthc.domain.procedure import Procedure

__all__ = ["Contradiction", "Kind", "contradictions"]

# What the wording of a full service may suggest against it.
_SUGGESTED = {Key.PRESENCE: Kind.FULL_WITH_PRESENCE, Key.SITE_VISIT: Kind.FULL_WITH_SITE_VISIT}


def contradictions(assessment: Assessment, regime: Regime, as_of: date) -> tuple[Contradiction, ...]:
    """All contradictions of a procedure, in the order of `Kind`."""
    procedure = assessment.entry.procedure
    found = [
        *stated(procedure, regime, as_of),
        *_suggested(assessment),
        *_not_offered(assessment),
        *_old_terms(procedure, regime),
    ]
    order = list(Kind)
    return tuple(sorted(found, key=lambda each: order.index(each.kind)))


def _suggested(assessment: Assessment) -> Iterator[Contradiction]:
    if assessment.entry.procedure.online.level is OnlineLevel.FULL:
        for check in assessment.checks:
            if check.to_confirm and check.criterion.key in _SUGGESTED:
                yield Contradiction(_SUGGESTED[check.criterion.key], ("online", "level"), False, check.quote)


def _not_offered(assessment: Assessment) -> Iterator[Contradiction]:
    online = assessment.entry.procedure.online
    if assessment.verdict is Verdict.FULL and online.level is not OnlineLevel.FULL:
        yield Contradiction(Kind.ELIGIBLE_NOT_OFFERED, ("online", "level"), certain=not assessment.assumed)


def _old_terms(procedure: Procedure, regime: Regime) -> Iterator[Contradiction]:
    """ "Dịch vụ công trực tuyến mức độ 4" in a text of today."""
    if regime.since < former_since():
        return
    texts = [("steps", index, text) for index, text in enumerate(procedure.steps)]
    texts += [("channels", index, entry.note or "") for index, entry in enumerate(procedure.channels)]
    for part, index, text in texts:
        if word := former_level(text):
            yield Contradiction(Kind.OLD_TERMS, (part, index), quote=word)
            return
