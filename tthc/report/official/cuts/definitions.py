"""What was counted, what was not, and how every average is reckoned: for the annex on sources."""

from tthc.analysis.durations import Convention
from tthc.messages import _
from tthc.report import labels
from tthc.report.cuts import averages, words
from tthc.report.official.cuts.matter import Matter
from tthc.text import numbers


def counted(found: Matter) -> list[tuple[str, str]]:
    """Procedures reviewed, compared and left out, with the reasons, and those that stand apart."""
    summary = found.summary
    left_out = numbers.count(summary.total - summary.compared)
    if summary.left_out:
        reasons = (f"{labels.reason(reason)}: {numbers.count(n)}" for reason, n in summary.left_out)
        left_out += f" ({'; '.join(reasons)})"
    return [
        (_("Convention of this report"), labels.convention(found.convention)),
        (_("Number reviewed"), numbers.count(summary.total)),
        (_("Number compared"), numbers.count(summary.compared)),
        (_("Number left out"), left_out),
        (_("Number counted apart"), numbers.count(len(found.apart)) if found.apart else ""),
    ]


def definitions(found: Matter) -> list[tuple[str, str]]:
    """Rate, averages, conventions."""
    figures = averages.figures(found.summary).items
    return [
        (
            _("Rate of a cut"),
            _(
                "(deadline by law − local deadline) / deadline by law; of a range the upper end counts, of several "
                "cases the ordinary one, else the longest"
            ),
        ),
        *((figure.label, figure.definition) for figure in figures),
        (
            _("Rate of the sums"),
            _("all time cut divided by all time by law, within one unit; there is no sum across units"),
        ),
        (_("Weighted by dossiers"), _("the rate of each procedure as often as it had dossiers in the year")),
        (
            _("No room left"),
            _("handled within the day, or in one working day at most: nothing is left to cut"),
        ),
        (
            _("Target reached"),
            _("judged on exact fractions, not on what is printed: 29.996% has not reached 30%"),
        ),
        *(
            (_("Convention: {name}").format(name=words.convention(convention)), words.meaning(convention))
            for convention in Convention
        ),
    ]
