"""What to do next: at most five steps, the gravest first, each with the command that goes on."""

from dataclasses import dataclass

from tthc.analysis.audit import Audit
from tthc.analysis.claims import Verdict
from tthc.analysis.comparison import Reason
from tthc.analysis.durations import Convention, Overrun
from tthc.domain.level import OnlineLevel
from tthc.messages import _, ngettext
from tthc.report.model import Block, Heading, Note, Repeated, Suggestions
from tthc.text.figures import read_rate
from tthc.text.spelled import padded

_MOST = 5


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence that says what to do with which procedures, the command that shows them, and where in its output."""

    sentence: str
    command: str = ""
    hint: str = ""


def blocks(audit: Audit, again: Repeated) -> list[Block]:
    """The steps that this catalogue calls for."""
    heading = Heading(_("What to do next"))
    every = (*urgent(audit, again), _repeated(audit, again), *room(audit, again), _not_in_full(audit, again))
    found = [(f"{step.sentence} {step.hint}".strip(), step.command) for step in every if step]
    if not found:
        return [
            heading,
            Note(_("Nothing stands out.")),
            Suggestions(((_("Look at the cuts by field."), f"tthc cuts --by field{again.all}"),)),
        ]
    return [heading, Suggestions(tuple(found[:_MOST]))]


def urgent(audit: Audit, again: Repeated = Repeated()) -> list[Step]:
    """What is wrong beyond doubt."""
    every = (_broken(audit, again), _longer(audit, again), _claims(audit))
    return [step for step in every if step]


def _broken(audit: Audit, again: Repeated) -> Step | None:
    n = len(audit.catalogue.findings)
    words = ngettext("Mend the {n} finding in the files.", "Mend the {n} findings in the files.", n)
    return Step(words.format(n=padded(n)), f"tthc check --select F{again.folder}") if n else None


def _longer(audit: Audit, again: Repeated) -> Step | None:
    n = dict(audit.cuts[Convention.NOMINAL].overruns).get(Overrun.CERTAIN, 0)
    words = ngettext(
        "Check the {n} local deadline that is certainly longer than the legal one.",
        "Check the {n} local deadlines that are certainly longer than the legal ones.",
        n,
    )
    return Step(words.format(n=padded(n)), f"tthc cuts{again.all}") if n else None


def _claims(audit: Audit) -> Step | None:
    n = sum(checked.verdict in (Verdict.DOES_NOT_HOLD, Verdict.IMPOSSIBLE) for checked in audit.claims)
    words = ngettext(
        "Correct the {n} published figure that does not hold.", "Correct the {n} published figures that do not hold.", n
    )
    return Step(words.format(n=padded(n))) if n else None


def _repeated(audit: Audit, again: Repeated) -> Step | None:
    n = len(audit.repetitions)
    words = ngettext(
        "Decide on the {n} group of repeated procedures: keep one, merge or repeal.",
        "Decide on the {n} groups of repeated procedures: keep one, merge or repeal.",
        n,
    )
    return Step(words.format(n=padded(n)), f"tthc duplicates{again.all}") if n else None


def _not_in_full(audit: Audit, again: Repeated) -> Step | None:
    """What stands in the way, and what one fix opens, is the question of `tthc online`: it reads every record."""
    counts = audit.overview
    n = counts.citizens - counts.online.get(OnlineLevel.FULL, 0)
    words = ngettext(
        "See what stands in the way of the {n} procedure that is not a full online service.",
        "See what stands in the way of the {n} procedures that are not full online services.",
        n,
    )
    return Step(words.format(n=padded(n)), f"tthc online{again.all}") if n else None


def room(audit: Audit, again: Repeated = Repeated()) -> list[Step]:
    """Texts that are not understood, and deadlines that were not cut, or not far enough, though there is room."""
    nominal = audit.cuts[Convention.NOMINAL]
    unclear = sum(n for reason, n in nominal.left_out if reason in (Reason.UNKNOWN, Reason.NO_UNIT, Reason.NOT_ALIGNED))
    words = ngettext(
        "Reword the {n} deadline that cannot be compared.", "Reword the {n} deadlines that cannot be compared.", unclear
    )
    steps = [_listed(words.format(n=padded(unclear)), again, _("Remarks"), "")] if unclear else []
    further = _short(audit, again) or _uncut(audit, again)
    return [*steps, further] if further else steps


def _short(audit: Audit, again: Repeated) -> Step | None:
    """Those that do not reach the highest target, of these those that do not reach the others, or are not cut."""
    judged = [(target, len(found.short)) for target, found in audit.targets]
    judged.sort(key=lambda each: -read_rate(each[0].rate))
    if not judged or not judged[0][1]:
        return None
    (target, n), *others = judged
    words = ngettext(
        "Target {rate}: {n} procedure with room left does not reach it{of_these}.",
        "Target {rate}: {n} procedures with room left do not reach it{of_these}.",
        n,
    )
    text = _("of these {n} do not reach {rate}")
    parts = [text.format(n=padded(short), rate=other.rate) for other, short in others if short]
    if uncut := _not_cut(audit):
        parts.append(_("{n} of them not cut at all").format(n=padded(uncut)))
    of_these = "".join(f", {part}" for part in parts)
    column = _("Target {rate}").format(rate=target.rate)
    return _listed(words.format(rate=target.rate, n=padded(n), of_these=of_these), again, column, _("not reached"))


def _uncut(audit: Audit, again: Repeated) -> Step | None:
    n = _not_cut(audit)
    words = ngettext("Look at the {n} procedure that was not cut.", "Look at the {n} procedures that were not cut.", n)
    return _listed(words.format(n=padded(n)), again, _("Remarks"), _("not cut")) if n else None


def _not_cut(audit: Audit) -> int:
    nominal = audit.cuts[Convention.NOMINAL]
    return nominal.kept - nominal.no_room


def _listed(sentence: str, again: Repeated, column: str, value: str) -> Step:
    """Procedures are listed by the annex; which of them are meant, a filter of the sheet shows."""
    hint = _("In the sheet, filter the column “{column}” by “{value}”.") if value else _("See the column “{column}”.")
    command = f"tthc cuts --annex{again.all} -o {_('annex.xlsx')}"
    return Step(sentence, command, hint.format(column=column, value=value))
