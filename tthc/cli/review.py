"""`tthc duplicates --review`: the open pairs one after the other; every answer is saved at once."""

import sys
from collections.abc import Sequence

from tthc.analysis.duplicates.decisions import Decided
from tthc.analysis.duplicates.queue import open_pairs
from tthc.analysis.duplicates.relation import Relation
from tthc.analysis.duplicates.survey import survey
from tthc.catalogue.model import Catalogue
from tthc.cli import settings
from tthc.cli.outcome import Outcome
from tthc.cli.output import width
from tthc.cli.verdicts import Reviewer
from tthc.domain.decision import Judgement
from tthc.formats import terminal
from tthc.messages import _
from tthc.report.duplicates import why, words

_ANSWERS = {
    "y": Judgement.SAME,
    "n": Judgement.DIFFERENT,
    "?": Judgement.UNSURE,
}
_BACK = ("b", "back")
_QUIT = ("q", "quit")


def walk(whole: Catalogue, selected: Catalogue, relation: Relation | None, by: str | None, date: str | None) -> Outcome:
    """Show each open pair that concerns a selected procedure, and write down the answer.

    An answer is y, n or ?, and whatever follows it is the reason. The end of the input is the end of the review.
    """
    if relation in (Relation.ACTION, Relation.SCOPE):
        raise settings.SettingError(_("--review asks about duplicates, or with --relation level about two levels"))
    reviewer = Reviewer(whole.root, by, date)
    found = survey(whole)
    chosen = {id(entry) for entry in selected.entries}
    queue = [
        link
        for link in open_pairs(found, relation or Relation.DUPLICATE)
        if not chosen.isdisjoint((id(found.entries[link.left]), id(found.entries[link.right])))
    ]
    at = 0
    answered: set[int] = set()
    while at < len(queue):
        link = queue[at]
        pair = found.entries[link.left], found.entries[link.right]
        shown = terminal.render(
            why.report(whole, pair, link.verdict, Decided(), asked=True),
            width=width(to_screen=True),
            color=settings.use_color(),
        )
        print(f"\n[{at + 1}/{len(queue)}] {shown}", end="")
        answer, reason = _ask()
        if answer in _QUIT:
            break
        if answer in _BACK:
            at = max(0, at - 1)
            continue
        reviewer.decide(pair, _ANSWERS[answer], reason)
        print(f"→ {words.judgement(_ANSWERS[answer])}")
        answered.add(at)
        at += 1
    _say_goodbye(len(queue), len(answered))
    return Outcome.FINE


def _ask() -> tuple[str, str]:
    """The answer and the reason after it; asks again until it understands."""
    known: Sequence[str] = (*_ANSWERS, *_BACK, *_QUIT)
    while True:
        print(_("One procedure? y, n, ? (not sure), each with a reason if you like; back; quit: "), end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            print()
            return "quit", ""
        answer, _space, reason = line.strip().partition(" ")
        if answer.casefold() in known:
            return answer.casefold(), reason.strip()
        print(_("Please answer y, n, ?, back or quit."))


def _say_goodbye(pairs: int, answered: int) -> None:
    if not pairs:
        print(_("No pair is open: every one has been decided, or nothing is alike."))
    else:
        print(_("{n} answers saved; {left} pairs are left open.").format(n=answered, left=pairs - answered))
