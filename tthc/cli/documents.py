"""The documents that `tthc report` writes: one function for each kind, from a catalogue to a report."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tthc.analysis.duplicates.findings import Repeat
    from tthc.analysis.durations import Convention
    from tthc.analysis.online.verdict import Assessment
    from tthc.catalogue.model import Catalogue
    from tthc.catalogue.selection import Selection
    from tthc.cli.checking import Run
    from tthc.domain.calendar import WorkingCalendar
    from tthc.domain.finding import Finding
    from tthc.lint.rule import Rule
    from tthc.report.model import Report
    from tthc.report.official.common import Stated


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of a document."""

    whole: "Catalogue"
    selected: "Catalogue"  # what the filters leave of it
    stated: "Stated"
    day: "date"  # to judge for: --as-of, else the edition, else today (which `stated.as_of` then does not say)
    calendar: "WorkingCalendar"
    convention: "Convention"
    selection: "Selection"
    since: str | None  # a git revision, or a folder with the catalogue of before


def cuts(asked: Asked) -> "Report":
    """How far deadlines are cut."""
    from tthc.report.official import cuts as document

    return document.report(
        asked.selected, asked.stated, asked.convention, asked.calendar, internal=asked.selection.internal
    )


def audit(asked: Asked) -> "Report":
    """The catalogue as a whole: all that the other commands find, in short."""
    from tthc.analysis.audit import audit as audited
    from tthc.analysis.duplicates.findings import findings as repeats
    from tthc.analysis.duplicates.survey import survey
    from tthc.cli import checking, days
    from tthc.report.official import audit as document

    run = checking.whole(asked.whole, asked.day)
    selected = asked.selected
    found = survey(asked.whole)
    regime = days.regime_if_any(asked.day)  # none before the first law: the rest of the review stands
    reviewed = document.Reviewed(
        audit=audited(_without_claims(selected) if asked.stated.part else selected, asked.calendar),
        assessments=_assessed(selected, asked) if regime else (),
        regime=regime,
        survey=found,
        repeats=_concerning(selected, repeats(asked.whole, found)),
        findings=_of_part(run.findings, selected, asked),
        rules=_rules(run),
    )
    return document.report(reviewed, asked.stated, asked.calendar)


def online(asked: Asked) -> "Report":
    """Which procedures can be full online services, and what stands in the way of the others."""
    from tthc.cli import days
    from tthc.report.official import online as document

    regime = days.regime(asked.day)
    return document.report(asked.selected, _assessed(asked.selected, asked), regime, asked.day, asked.stated)


def duplicates(asked: Asked) -> "Report":
    """What stands more than once: found in the whole catalogue, shown where a selected procedure is concerned."""
    from tthc.analysis.duplicates.findings import findings as repeats
    from tthc.analysis.duplicates.survey import survey
    from tthc.report.official import duplicates as document

    found = survey(asked.whole)
    shown = _concerning(asked.selected, repeats(asked.whole, found))
    return document.report(asked.whole, found, shown, asked.stated)


def findings(asked: Asked) -> "Report":
    """What the rules of `tthc check` find, with the configuration's selection and baseline."""
    from tthc.cli import checking
    from tthc.report.official import findings as document

    run = checking.whole(asked.whole, asked.day)
    selected = asked.selected
    checked = document.Checked(
        findings=_of_part(run.findings, selected, asked),
        rules=_rules(run),
        files=len({entry.location.path for entry in selected.entries}) if asked.stated.part else len(run.files),
        suppressed=0 if asked.stated.part else run.suppressed,  # nobody knows of which part these are
        known=0 if asked.stated.part else run.known,
    )
    return document.report(selected, checked, asked.stated)


def changes(asked: Asked) -> "Report":
    """What an edit or an edition changed: found in the whole catalogue, shown where a selected procedure takes part."""
    from tthc.analysis.changes.changes import changes as compared
    from tthc.cli import reading
    from tthc.cli.editions import editions
    from tthc.report.official import changes as document

    sides = editions(asked.since, asked.whole)
    both = replace(
        sides.after,
        entries=(*sides.before.entries, *sides.after.entries),
        agencies={**sides.before.agencies, **sides.after.agencies},
    )
    chosen = set(map(id, reading.selected(both, asked.selection).entries))
    found = compared(sides.before, sides.after, asked.calendar, asked.convention, lambda entry: id(entry) in chosen)
    stated = replace(asked.stated, revision=sides.until or asked.stated.revision)
    return document.report(
        sides.before, sides.after, found, stated, sides.since, convention=asked.convention, calendar=asked.calendar
    )


def _concerning(selected: "Catalogue", found: "Iterable[Repeat]") -> "list[Repeat]":
    """What concerns a selected procedure; all that it repeats stays with it."""
    chosen = set(map(id, selected.entries))
    return [each for each in found if not chosen.isdisjoint(map(id, each.entries))]


def _rules(run: "Run") -> "dict[str, Rule]":
    """The rules that a check applied, by their ids."""
    from tthc.cli.checking_output import RULES

    return {rule.id: RULES[rule.id] for rule in run.options.rules}


def _of_part(found: "Sequence[Finding]", selected: "Catalogue", asked: Asked) -> "Sequence[Finding]":
    """The findings about the selected procedures; all where nothing is filtered."""
    if not asked.stated.part:
        return found
    places = {(entry.location.path, entry.key) for entry in selected.entries}
    return [finding for finding in found if (finding.location.path, finding.procedure) in places]


def _without_claims(selected: "Catalogue") -> "Catalogue":
    """Published figures are about the whole catalogue, and no part of it can bear them out."""
    return replace(selected, manifest=replace(selected.manifest, claims=()))


def _assessed(selected: "Catalogue", asked: Asked) -> "tuple[Assessment, ...]":
    """The procedures judged for online service."""
    from tthc.analysis.online.verdict import assess_all
    from tthc.cli import days, reading

    return assess_all(reading.without_vertical(selected, asked.selection), days.regime(asked.day), asked.day)


KINDS: dict[str, "Callable[[Asked], Report]"] = {
    "audit": audit,
    "cuts": cuts,
    "duplicates": duplicates,
    "online": online,
    "findings": findings,
    "changes": changes,
}
