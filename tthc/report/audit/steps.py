"""What to do next: at most five steps, the gravest first, each with the command that goes on."""

from tthc.analysis.audit import Audit
from tthc.analysis.claims import Verdict
from tthc.analysis.comparison import Reason
from tthc.analysis.durations import Convention, Overrun
from tthc.domain.level import OnlineLevel
from tthc.messages import _, ngettext
from tthc.report.model import Block, Heading, Note, Repeated, Suggestions
from tthc.text.spelled import padded

_MOST = 5


def blocks(audit: Audit, again: Repeated) -> list[Block]:
    """The steps that this catalogue calls for."""
    heading = Heading(_("What to do next"))
    every = [*urgent(audit, again), _repeated(audit, again), *room(audit, again), _not_in_full(audit, again)]
    found = [step for step in every if step]
    if not found:
        return [
            heading,
            Note(_("Nothing stands out.")),
            Suggestions(((_("Look at the cuts by field."), f"tthc cuts --by field{again.all}"),)),
        ]
    return [heading, Suggestions(tuple(found[:_MOST]))]


def urgent(audit: Audit, again: Repeated = Repeated()) -> list[tuple[str, str]]:
    """What is wrong beyond doubt: each step a sentence and the command that goes on."""
    every = (_broken(audit, again), _longer(audit, again), _claims(audit))
    return [step for step in every if step]


def _broken(audit: Audit, again: Repeated) -> tuple[str, str] | None:
    n = len(audit.catalogue.findings)
    words = ngettext("Mend the {n} finding in the files.", "Mend the {n} findings in the files.", n)
    return (words.format(n=padded(n)), f"tthc check{again.folder}") if n else None


def _longer(audit: Audit, again: Repeated) -> tuple[str, str] | None:
    n = dict(audit.cuts[Convention.NOMINAL].overruns).get(Overrun.CERTAIN, 0)
    words = ngettext(
        "Check the {n} local deadline that is certainly longer than the legal one.",
        "Check the {n} local deadlines that are certainly longer than the legal ones.",
        n,
    )
    return (words.format(n=padded(n)), f"tthc cuts{again.all}") if n else None


def _claims(audit: Audit) -> tuple[str, str] | None:
    n = sum(checked.verdict in (Verdict.DOES_NOT_HOLD, Verdict.IMPOSSIBLE) for checked in audit.claims)
    words = ngettext(
        "Correct the {n} published figure that does not hold.", "Correct the {n} published figures that do not hold.", n
    )
    return (words.format(n=padded(n)), "") if n else None


def _repeated(audit: Audit, again: Repeated) -> tuple[str, str] | None:
    n = len(audit.repetitions)
    words = ngettext(
        "Decide on the {n} group of repeated procedures: keep one, merge or repeal.",
        "Decide on the {n} groups of repeated procedures: keep one, merge or repeal.",
        n,
    )
    return (words.format(n=padded(n)), f"tthc duplicates{again.all}") if n else None


def _not_in_full(audit: Audit, again: Repeated) -> tuple[str, str] | None:
    """What stands in the way, and what one fix opens, is the question of `tthc online`: it reads every record."""
    counts = audit.overview
    n = counts.citizens - counts.online.get(OnlineLevel.FULL, 0)
    words = ngettext(
        "See what stands in the way of the {n} procedure that is not a full online service.",
        "See what stands in the way of the {n} procedures that are not full online services.",
        n,
    )
    return (words.format(n=padded(n)), f"tthc online{again.all}") if n else None


def room(audit: Audit, again: Repeated = Repeated()) -> list[tuple[str, str]]:
    """Texts that are not understood, and deadlines that were not cut though there is room."""
    nominal = audit.cuts[Convention.NOMINAL]
    unclear = sum(n for reason, n in nominal.left_out if reason in (Reason.UNKNOWN, Reason.NO_UNIT, Reason.NOT_ALIGNED))
    uncut = nominal.kept - nominal.no_room
    steps = []
    if unclear:
        words = ngettext(
            "Reword the {n} deadline that cannot be compared.",
            "Reword the {n} deadlines that cannot be compared.",
            unclear,
        )
        steps.append((words.format(n=padded(unclear)), f"tthc cuts --annex{again.all}"))
    for target, judgement in audit.targets:
        short = len(judgement.short)
        if short:
            words = ngettext(
                "Target {rate}: {n} procedure with room left does not reach it.",
                "Target {rate}: {n} procedures with room left do not reach it.",
                short,
            )
            steps.append(
                (words.format(rate=target.rate, n=padded(short)), f"tthc cuts --plan {target.rate}{again.all}")
            )
    if uncut:
        words = ngettext(
            "Look at the {n} procedure that was not cut.", "Look at the {n} procedures that were not cut.", uncut
        )
        steps.append((words.format(n=padded(uncut)), f"tthc cuts --by field{again.all}"))
    return steps
