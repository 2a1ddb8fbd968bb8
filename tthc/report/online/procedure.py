"""Why one procedure can be a full online service, or cannot yet."""

from collections.abc import Callable, Sequence
from datetime import date

from tthc.analysis.online.checks import Check
from tthc.analysis.online.contradictions import Contradiction, contradictions
from tthc.analysis.online.criteria import Decider, Regime
from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.messages import _
from tthc.report import namesakes
from tthc.report.model import (
    Block,
    Cell,
    Column,
    Figure,
    Figures,
    Form,
    Heading,
    Note,
    Report,
    Suggestions,
    table,
)
from tthc.report.online import words
from tthc.report.term import Term
from tthc.text import numbers

Place = Callable[[Location, tuple[str | int, ...]], Location]


def report(assessment: Assessment, regime: Regime, as_of: date, place: Place, others: Sequence[Entry] = ()) -> Report:
    """Verdict, criteria, contradictions, fixes.

    `place` finds a field of a record in its file; `others` are further entries that the same words name.
    """
    entry = assessment.entry
    title = " · ".join(dict.fromkeys((entry.key, entry.procedure.name)))
    found = [*blocks(assessment, regime, as_of, place), *namesakes.blocks(others)]
    return Report("why-online", title, str(entry.location), tuple(found))


def blocks(assessment: Assessment, regime: Regime, as_of: date, place: Place) -> list[Block]:
    """The same for a report on more than online service."""
    found = contradictions(assessment, regime, as_of)
    return [
        Heading(_("Online service")),
        _verdict(assessment, regime, as_of),
        _criteria(assessment, place),
        *_contradictions(assessment, found, place),
        *_fixes(assessment),
        *_notes(assessment, regime),
    ]


def not_judged(as_of: date) -> list[Block]:
    """The same for a day of which no criteria are known."""
    said = _("Not judged: no criteria of online service are known for {day}.")
    return [Heading(_("Online service")), Note(said.format(day=numbers.calendar_date(as_of)))]


def _verdict(assessment: Assessment, regime: Regime, as_of: date) -> Figures:
    online = assessment.entry.procedure.online
    ground = _("{reference}, on {date}").format(reference=regime.reference, date=numbers.calendar_date(as_of))
    figures = [
        Figure("verdict", _("Verdict"), words.judgement(assessment), Form.TEXT, ground),
        Figure("offered", _("Offered"), words.offered(online.level), Form.TEXT),
    ]
    if online.reason:
        reason = " · ".join(
            filter(None, (words.reason(online.reason), online.reason_basis, _until(online.reason_until)))
        )
        figures.append(Figure("reason", _("Reason"), reason, Form.TEXT))
    return Figures(tuple(figures))


def _until(day: date | None) -> str:
    return _("to be mended by {day}").format(day=numbers.calendar_date(day)) if day else ""


def _criteria(assessment: Assessment, place: Place) -> Block:
    columns = [
        Column("criterion", _("Criterion")),
        Column("status", _("How it stands")),
        Column("evidence", _("What that rests on")),
        Column("place", _("Place")),
        Column("ground", _("Ground")),
    ]
    rows: list[list[Cell]] = [
        [
            Term(check.criterion.key, words.criterion(check.criterion.key)),
            words.status(check),
            words.evidence(check),
            _place(assessment, check.path, place),
            check.criterion.ground,
        ]
        for check in assessment.checks
    ]
    return table("criteria", "", columns, rows)


def _contradictions(assessment: Assessment, found: Sequence[Contradiction], place: Place) -> list[Block]:
    if not found:
        return []
    columns = [
        Column("contradiction", _("Contradiction")),
        Column("certain", _("How sure")),
        Column("place", _("Place")),
    ]
    rows: list[list[Cell]] = [
        [
            Term(each.kind, words.contradiction(each.kind)),
            words.certainty(each),
            _place(assessment, each.path, place),
        ]
        for each in found
    ]
    return [table("contradictions", _("Offered and possible do not agree"), columns, rows)]


def _fixes(assessment: Assessment) -> list[Block]:
    if assessment.verdict not in (Verdict.FIXABLE, Verdict.UNKNOWN):
        return []
    items = [(_advice(check), "") for check in assessment.not_met]
    if any(check.criterion.reason for check in assessment.not_met):
        text = _("Until then: partial service, with the reason and the sector's law published.")
        items.append((text, ""))
    items += [(_("State whether {criterion}: {path}").format(**_question(check)), "") for check in assessment.open]
    return [Heading(_("What to do next")), Suggestions(tuple(items))] if items else []


def _advice(check: Check) -> str:
    advice = words.fix(check.criterion.key)
    if check.criterion.decides is Decider.MINISTRY:
        return f"{advice} ({words.decider(Decider.MINISTRY)})"
    return advice


def _question(check: Check) -> dict[str, str]:
    fields = {"presence": "online.presence", "site-visit": "online.site_visit"}
    fields |= {"original-shown": "online.original", "original-kept": "online.original"}
    fields |= {"online-payment": "online.payment", "electronic-form": "electronic_form"}
    fields |= {"online-channel": "channels", "result-delivery": "result.delivery"}
    key = check.criterion.key
    return {"criterion": words.criterion(key), "path": fields.get(key, words.path(check.path))}


def _notes(assessment: Assessment, regime: Regime) -> list[Block]:
    notes = []
    if assessment.verdict is Verdict.FULL and assessment.assumed:
        notes.append(Note(_("Part of this rests on the wording, not on what the record states; confirm it first.")))
    if regime.outside:
        outside = "; ".join(regime.outside)
        notes.append(Note(_("Asked by law, but not to be seen in a catalogue: {what}.").format(what=outside)))
    if not regime.verified:
        notes.append(Note(_("The text of these provisions was not at hand; check the grounds before citing them.")))
    return list(notes)


def _place(assessment: Assessment, path: tuple[str | int, ...], place: Place) -> Cell:
    """Where the field stands: machines get its name in the file, people what it is called."""
    if not path:
        return ""
    line = place(assessment.entry.location, path).line
    text = _("{field}, line {n}").format(field=words.part(path), n=line)
    return Term(f"{words.path(path)}, line {line}", text)
