"""What an edit or an edition changed in the catalogue: the report that goes with an announcement, and its annexes."""

from collections.abc import Sequence
from dataclasses import replace

from tthc.analysis.changes.changes import Changes, Kind
from tthc.analysis.durations import Convention
from tthc.catalogue.model import Catalogue
from tthc.domain.calendar import WorkingCalendar
from tthc.messages import _
from tthc.report import unread
from tthc.report.model import Annex, Block, Note, Paragraph, Report
from tthc.report.official.changes import figures, words
from tthc.report.official.changes.annexes import annexes
from tthc.report.official.changes.concerns import concerns
from tthc.report.official.common import Stated, letter, sources
from tthc.report.official.layout import DECREE_63, edition, filtered, jurisdiction, sections, see
from tthc.report.values import capital
from tthc.text import numbers
from tthc.text.spelled import both

_EVENTS = (Kind.NEW, Kind.AMENDED, Kind.REPLACED, Kind.REPEALED, Kind.REMOVED, Kind.MOVED)


def report(
    before: Catalogue,
    after: Catalogue,
    found: Changes,
    stated: Stated,
    since: str,
    *,
    convention: Convention,
    calendar: WorkingCalendar,
) -> Report:
    """The whole document. `since` names the earlier edition inside a sentence."""
    names = replace(after, agencies={**before.agencies, **after.agencies})
    about = _("Results of amending the list of administrative procedures")
    parts = annexes(names, found)
    counted = [
        (_("Compared with"), _("{since}; {edition}").format(since=since, edition=edition(before))),
        (_("Records in the two editions"), _two(len(before.entries), len(after.entries))),
        (_("Problems in the files"), _two(len(before.findings), len(after.findings))),
    ]
    return Report(
        "changes",
        about,
        _("{edition} · compared with {since}").format(edition=edition(after), since=since),
        sections(
            (_("Results"), [*filtered(stated), *_unread(before, after), *_results(names, since, found, parts)]),
            (_("To be looked at before the announcement"), concerns(found, parts)),
            (_("What was amended"), figures.amendments(found)),
            (_("Effect on the figures"), figures.effect(found, convention) if found.changes else []),
        ),
        (*parts, sources(after, stated, counted, _definitions(), calendar=calendar)),
        letter(after, about, [DECREE_63]),
        main="summary",
    )


def _results(names: Catalogue, since: str, found: Changes, parts: Sequence[Annex]) -> list[Block]:
    """How many of each kind, in a sentence and by level; then how the procedures in force add up."""
    if not found.changes:
        return [
            Paragraph(
                _("Nothing changed since {since}: {n} procedures are as they were.").format(
                    since=since, n=both(found.unchanged)
                )
            )
        ]
    number = {kind: len(found.of(kind)) for kind in Kind}
    there = [kind for kind in _EVENTS if number[kind]]
    absent = [kind for kind in _EVENTS[:-1] if not number[kind]]
    one = _("{n} {kind}")
    listed = "; ".join(
        one.format(n=both(number[kind]), kind=words.kind(kind)) + see(parts, kind.value) for kind in there
    )
    has = _("Compared with {since}, the list of administrative procedures of {province} has: {listed}.")
    said = [
        has.format(since=since, province=jurisdiction(names), listed=listed) if there else "",
        _("None is {kinds}.").format(kinds=_either(*map(words.kind, absent))) if absent else "",
        _("Unchanged: {n}.").format(n=both(found.unchanged)) if found.unchanged else "",
    ]
    return [Paragraph(" ".join(filter(None, said))), figures.summary(found), *_sum(found, number)]


def _either(*kinds: str) -> str:
    *first, last = kinds
    return _("{first} or {last}").format(first=", ".join(first), last=last) if first else last


def _sum(found: Changes, number: dict[Kind, int]) -> list[Block]:
    """1.803 + 5 − 2 = 1.806, where it adds up: of a part of the catalogue, procedures move in and out."""
    came, went = number[Kind.NEW], number[Kind.REPLACED] + number[Kind.REPEALED] + number[Kind.REMOVED]
    before, after = found.before.in_force, found.after.in_force
    if not came + went or before + came - went != after:
        return []
    sentence = _("Procedures in force: {before} + {came} − {went} = {after}.")
    counts = {"before": before, "came": came, "went": went, "after": after}
    return [Paragraph(sentence.format(**{name: numbers.count(n) for name, n in counts.items()}))]


def _unread(before: Catalogue, after: Catalogue) -> list[Block]:
    """Records that could not be read look as if they had gone, or were new."""
    later = _(
        "ATTENTION: the later edition could not be read in full ({places}); what is there may look gone or changed."
    )
    earlier = _(
        "ATTENTION: the earlier edition could not be read in full ({places}); what is there may look new or changed."
    )
    sides = ((after, later), (before, earlier))
    return [Note(text.format(places=unread.places(side))) for side, text in sides if side.findings]


def _two(before: int, after: int) -> str:
    return _("before: {before}; after: {after}").format(before=numbers.count(before), after=numbers.count(after))


def _definitions() -> list[tuple[str, str]]:
    return [
        (
            _("The same procedure"),
            _(
                "records are matched by code (with the province's ending or without), else by local id, else by name "
                "and level, at the same agency first"
            ),
        ),
        (
            _("Longer, shorter"),
            _(
                "the deadline that holds for applicants (the local one, else the legal one), case by case and by way "
                "of filing; in different units by the due dates on the working calendar: longer is what ends later on "
                "most receipt dates"
            ),
        ),
        (
            capital(words.kind(Kind.REMOVED)),
            _("in force before; now without a record, or marked as out of force while no decision is named"),
        ),
    ]
