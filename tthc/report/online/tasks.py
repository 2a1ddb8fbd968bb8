"""What to do next: each task a sentence that counts its procedures, and the command that lists exactly these."""

from collections.abc import Sequence
from itertools import islice

from tthc.analysis.online.choice import Choice, Judged, chosen
from tthc.analysis.online.criteria import Decider, Key
from tthc.messages import _, ngettext
from tthc.report.model import Block, Heading, Repeated, Suggestions
from tthc.report.online import ways_on
from tthc.text.spelled import padded


def blocks(judged: Judged, again: Repeated) -> list[Block]:
    """What is claimed wrongly and what can be had at once come first; then what only needs a word from a person."""
    tasks = [
        (review(judged), Choice.FULL_NOT_MET),
        (offer(judged), Choice.NOT_OFFERED),
        *_best_fix(judged),
        (doubts(judged), Choice.DOUBTFUL),
        (confirm(judged), Choice.TO_CONFIRM),
        (complete(judged), Choice.UNKNOWN),
    ]
    items = tuple((text, f"tthc online --only {choice}{again.all}") for text, choice in tasks if text)
    return [Heading(_("What to do next")), Suggestions(items)] if items else []


def _best_fix(judged: Judged) -> Sequence[tuple[str, Key]]:
    """Of what the province can put right by itself, the one thing that opens the most."""
    own = ways_on.opening([each for each, _found in judged], Decider.PROVINCE)
    return [(ways_on.opens(fix), fix.criterion.key) for fix in islice(own, 1)]


def review(judged: Judged) -> str:
    """To look again at what is offered in full and should not be; empty where nothing is."""
    n = len(chosen(judged, Choice.FULL_NOT_MET))
    words = ngettext(
        "Look again at the {n} service offered in full that does not meet a criterion.",
        "Look again at the {n} services offered in full that do not meet a criterion.",
        n,
    )
    return words.format(n=padded(n)) if n else ""


def offer(judged: Judged) -> str:
    """To offer what nothing stands in the way of; empty where all of it is offered."""
    n = len(chosen(judged, Choice.NOT_OFFERED))
    words = ngettext(
        "Confirm and offer in full the {n} procedure without an obstacle found that is not offered so.",
        "Confirm and offer in full the {n} procedures without an obstacle found that are not offered so.",
        n,
    )
    return words.format(n=padded(n)) if n else ""


def doubts(judged: Judged) -> str:
    """To clear up where the wording suggests an obstacle; empty where it does nowhere."""
    n = len(chosen(judged, Choice.DOUBTFUL))
    words = ngettext(
        "First clear up the {n} procedure whose wording suggests an obstacle.",
        "First clear up the {n} procedures whose wording suggests an obstacle.",
        n,
    )
    return words.format(n=padded(n)) if n else ""


def confirm(judged: Judged) -> str:
    """To state what only wording or silence says of those without an obstacle; empty where all of them state it."""
    n = len(chosen(judged, Choice.TO_CONFIRM))
    words = ngettext(
        "Then confirm the {n} procedure without an obstacle found: state in the record what it rests on.",
        "Then confirm the {n} procedures without an obstacle found: state in the records what they rest on.",
        n,
    )
    return words.format(n=padded(n)) if n else ""


def complete(judged: Judged) -> str:
    """To complete the records that do not say enough; empty where all do."""
    n = len(chosen(judged, Choice.UNKNOWN))
    words = ngettext(
        "Complete the record of the {n} procedure of which not enough is known.",
        "Complete the records of the {n} procedures of which not enough is known.",
        n,
    )
    return words.format(n=padded(n)) if n else ""
