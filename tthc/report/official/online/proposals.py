"""What to do about online service, apart by who decides."""

from collections.abc import Sequence

from tthc.analysis.online.contradictions import Kind
from tthc.analysis.online.criteria import Decider
from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.messages import _
from tthc.report.model import Block
from tthc.report.official.layout import (
    proposals,
)
from tthc.report.official.online.parts import Conflicts
from tthc.report.online import ways_on
from tthc.text.spelled import padded

_UNPUBLISHED = (Kind.PARTIAL_WITHOUT_REASON, Kind.PARTIAL_WITHOUT_BASIS, Kind.PARTIAL_FOR_ANOTHER_REASON)
_FALSELY_FULL = (
    Kind.FULL_WITH_PRESENCE,
    Kind.FULL_WITH_SITE_VISIT,
    Kind.FULL_WITHOUT_CHANNEL,
    Kind.FULL_WITHOUT_PAYMENT,
    Kind.FULL_WITHOUT_FORM,
    Kind.FULL_WITHOUT_DELIVERY,
)


def blocks(assessments: Sequence[Assessment], conflicts: Conflicts) -> list[Block]:
    """What the province can do by itself, and what only a ministry can."""
    own = [text for text in (ways_on.offer(conflicts), _publish(conflicts), _correct(conflicts)) if text]
    own += ways_on.measures(assessments, Decider.PROVINCE)
    own += [text for text in (ways_on.confirm(assessments), _complete(assessments)) if text]
    return proposals(own, ways_on.measures(assessments, Decider.MINISTRY))


def _publish(conflicts: Conflicts) -> str:
    n = _number(conflicts, _UNPUBLISHED)
    words = _(
        "Publish the reason of partial services, and the provision of the sector's law where it "
        "is needed (services: {n})."
    )
    return words.format(n=padded(n)) if n else ""


def _correct(conflicts: Conflicts) -> str:
    n = _number(conflicts, _FALSELY_FULL)
    words = _("Look again at services stated to be full that do not seem to meet a criterion (services: {n}).")
    return words.format(n=padded(n)) if n else ""


def _complete(assessments: Sequence[Assessment]) -> str:
    n = sum(each.verdict is Verdict.UNKNOWN for each in assessments)
    words = _("Complete the records of procedures of which not enough is known (procedures: {n}).")
    return words.format(n=padded(n)) if n else ""


def _number(conflicts: Conflicts, kinds: Sequence[Kind]) -> int:
    return sum(any(each.kind in kinds for each in found) for _assessment, found in conflicts)
