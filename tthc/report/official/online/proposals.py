"""What to do about online service, apart by who decides."""

from collections.abc import Sequence

from tthc.analysis.online.choice import Judged
from tthc.analysis.online.contradictions import Kind
from tthc.analysis.online.criteria import Decider
from tthc.analysis.online.verdict import Assessment
from tthc.messages import _
from tthc.report.model import Block
from tthc.report.official.layout import proposals
from tthc.report.online import tasks, ways_on
from tthc.text.spelled import padded

_UNPUBLISHED = (Kind.PARTIAL_WITHOUT_REASON, Kind.PARTIAL_WITHOUT_BASIS, Kind.PARTIAL_FOR_ANOTHER_REASON)


def blocks(assessments: Sequence[Assessment], conflicts: Judged) -> list[Block]:
    """What the province can do by itself, and what only a ministry can."""
    own = [text for text in (tasks.review(conflicts), tasks.offer(conflicts), _publish(conflicts)) if text]
    own += ways_on.measures(assessments, Decider.PROVINCE)
    own += [text for text in (tasks.doubts(conflicts), tasks.confirm(conflicts), tasks.complete(conflicts)) if text]
    return proposals(own, ways_on.measures(assessments, Decider.MINISTRY))


def _publish(conflicts: Judged) -> str:
    n = _number(conflicts, _UNPUBLISHED)
    words = _(
        "Publish the reason of partial services, and the provision of the sector's law where it "
        "is needed (services: {n})."
    )
    return words.format(n=padded(n)) if n else ""


def _number(conflicts: Judged, kinds: Sequence[Kind]) -> int:
    return sum(any(each.kind in kinds for each in found) for _assessment, found in conflicts)
