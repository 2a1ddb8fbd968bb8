"""The procedures that a task is about, or that somebody asks for by a word."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from tthc.analysis.online.contradictions import Contradiction
from tthc.analysis.online.criteria import Key
from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.domain.level import OnlineLevel

Judged = Sequence[tuple[Assessment, Sequence[Contradiction]]]  # every procedure, with its contradictions


class Choice(StrEnum):
    """What can be asked for; a criterion (`Key`) is a choice too: of what lacks this one thing."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not-eligible"
    PARTIAL = "partial"
    INFORMATION = "information"
    UNKNOWN = "unknown"
    TO_CONFIRM = "to-confirm"  # no obstacle found, and the record does not state everything
    DOUBTFUL = "doubtful"  # the wording suggests an obstacle that nobody has stated
    NOT_OFFERED = "not-offered"  # no obstacle found, and not offered in full
    FULL_NOT_MET = "full-not-met"  # offered in full, and a criterion is not met
    CONTRADICTING = "contradicting"


CHOICES: tuple[Choice | Key, ...] = (*Choice, *Key)


def chosen(judged: Judged, choice: Choice | Key) -> Judged:
    """The procedures of a choice, in their order."""
    if choice is Choice.CONTRADICTING:
        return [(each, found) for each, found in judged if found]
    if isinstance(choice, Key):
        return [(each, found) for each, found in judged if {c.key for c in each.blockers or ()} == {choice}]
    return [(each, found) for each, found in judged if _IS[choice](each)]


def _is_full(each: Assessment) -> bool:
    return each.entry.procedure.online.level is OnlineLevel.FULL


def _of(verdict: Verdict) -> Callable[[Assessment], bool]:
    return lambda each: each.verdict is verdict


_IS: Mapping[Choice, Callable[[Assessment], bool]] = {
    Choice.ELIGIBLE: _of(Verdict.FULL),
    Choice.NOT_ELIGIBLE: _of(Verdict.FIXABLE),
    Choice.PARTIAL: _of(Verdict.PARTIAL),
    Choice.INFORMATION: _of(Verdict.INFORMATION),
    Choice.UNKNOWN: _of(Verdict.UNKNOWN),
    Choice.TO_CONFIRM: lambda each: each.verdict is Verdict.FULL and each.assumed,
    Choice.DOUBTFUL: lambda each: any(check.to_confirm for check in each.checks),
    Choice.NOT_OFFERED: lambda each: each.verdict is Verdict.FULL and not _is_full(each),
    Choice.FULL_NOT_MET: lambda each: _is_full(each) and bool(each.not_met),
}
