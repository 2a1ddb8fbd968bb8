"""What one part of an amended procedure says before and after."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tthc.analysis.changes.changes import Change
from tthc.analysis.changes.deadlines import Turn, gravest
from tthc.analysis.changes.parts import Part
from tthc.analysis.overview import levels_of
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.level import Formality
from tthc.domain.procedure import DossierItem, Procedure
from tthc.messages import _, ngettext
from tthc.report import labels
from tthc.report.official.changes.words import stated, turn
from tthc.report.online.words import reason as reason_words
from tthc.text import numbers
from tthc.text.excerpts import excerpts


@dataclass(frozen=True, slots=True)
class Said:
    """What a part says before and after, and a remark on the difference."""

    before: str
    after: str
    remark: str = ""


def part_of(names: Catalogue, change: Change, value: Part) -> Said:
    """One part of an amended procedure before and after. `names` knows the agencies of both editions."""
    before, after = change.pair.before, change.pair.after
    if before is None or after is None:
        return Said("", "")
    old, new = before.procedure, after.procedure
    match value:
        case Part.LEGAL_DEADLINE:
            remark = [_turned(change.legal), "" if Part.LOCAL_DEADLINE in change.parts else cut(change)]
            return Said(_deadlines(old, local=False), _deadlines(new, local=False), "; ".join(filter(None, remark)))
        case Part.LOCAL_DEADLINE:
            remark = [_turned(change.held), cut(change)]
            return Said(_deadlines(old, local=True), _deadlines(new, local=True), "; ".join(filter(None, remark)))
        case Part.DOSSIER:
            return _dossier(change, old, new)
        case Part.SUBJECTS | Part.BASIS | Part.STEPS | Part.INTERNAL_STEPS:
            return _listed(_list(before, value), _list(after, value))
        case Part.FEE:
            return Said(_fee(old), _fee(new), _("higher") if change.dearer else "")
        case Part.ONLINE:
            return replace(_listed(_online(old), _online(new)), remark=_direction(change.online))
        case Part.DECISION:
            return replace(_listed(_decision(old), _decision(new)), remark="")
    return Said(*excerpts(text(names, before, value), text(names, after, value)))


def cut(change: Change) -> str:
    """By how much the law's deadline was and is cut, or exceeded.

    A rate below zero that comes from units compared by convention only says nothing.
    """
    old, new = change.cut
    if old is None or new is None or old == new:
        return ""
    if new < 0:
        longer = _("longer than the law sets by {rate}").format(rate=numbers.percent(-new))
        return longer if change.beyond else ""
    if old < 0:
        return _("cut {rate}").format(rate=numbers.percent(new))
    return _("cut {before} → {after}").format(before=numbers.percent(old), after=numbers.percent(new))


def _turned(turns: Sequence[Turn]) -> str:
    found = gravest(turns)
    return turn(found) if found else ""


def _deadlines(procedure: Procedure, *, local: bool) -> str:
    own = (procedure.local if local else procedure.legal).deadline
    of_channels = ((item.channel, item.local_deadline if local else item.legal_deadline) for item in procedure.channels)
    lines = [f"{labels.channel(channel)}: {text}" for channel, text in of_channels if text]
    return "\n".join(filter(None, (stated(own), *lines)))


def _dossier(change: Change, old: Procedure, new: Procedure) -> Said:
    """The papers that went or were worded otherwise, and those that came."""
    found = change.papers
    if not old.dossier or not new.dossier:
        return Said(*(_number(len(side.dossier)) if side.dossier else "" for side in (old, new)))
    before = [*(item.name for item in found.removed), *(item.name for item, _new in found.reworded)]
    after = [*(item.name for item in found.added), *(item.name for _old, item in found.reworded)]
    before += [_paper(item) for item, _new in found.altered]
    after += [_paper(item) for _old, item in found.altered]
    if found.sets[0] != found.sets[1]:
        before += [_sets(found.sets[0])]
        after += [_sets(found.sets[1])]
    counts = (
        (len(found.added), _("{n} added")),
        (len(found.removed), _("{n} dropped")),
        (len(found.reworded), _("{n} worded anew")),
        (len(found.stricter), _("{n} now as original or certified copy")),
        (len(found.altered), _("{n} with other copies or forms")),
    )
    remarks = [words.format(n=numbers.count(n)) for n, words in counts if n]
    if found.heavier:
        remarks.append(_("heavier for applicants"))
    return Said(_lines(before), _lines(after), "; ".join(remarks))


def _number(papers: int) -> str:
    return ngettext("{n} paper", "{n} papers", papers).format(n=numbers.count(papers))


def _sets(value: int | None) -> str:
    return _("dossiers to hand in: {n}").format(n="–" if value is None else numbers.count(value))


def _paper(item: DossierItem) -> str:
    """A paper with what is asked besides its name."""
    asked = [
        _("originals: {n}").format(n=item.originals) if item.originals is not None else "",
        _("copies: {n}").format(n=item.copies) if item.copies is not None else "",
        item.form or "",
        _("electronic form") if item.electronic_form else "",
        "" if item.required is None else _("compulsory") if item.required else _("not compulsory"),
        item.when or "",
    ]
    said = "; ".join(filter(None, asked))
    return f"{item.name} ({said})" if said else item.name


def _listed(before: Sequence[str], after: Sequence[str]) -> Said:
    """What only one side has; a remark where something only came or only went."""
    gone, came = [text for text in before if text not in after], [text for text in after if text not in before]
    remark = "" if gone and came else _("added") if came else _("dropped") if gone else _("in another order")
    if len(gone) == len(came) == 1:
        return Said(*excerpts(gone[0], came[0]))
    return Said(_lines(gone), _lines(came), remark)


def _lines(texts: Sequence[str]) -> str:
    return "\n".join(f"- {text}" for text in texts) if len(texts) > 1 else "".join(texts)


def _list(entry: Entry, value: Part) -> list[str]:
    procedure = entry.procedure
    steps = [", ".join(filter(None, (step.name, step.agency, step.time))) for step in procedure.local.steps]
    return {
        Part.SUBJECTS: list(procedure.subjects),
        Part.BASIS: list(procedure.legal.basis),
        Part.STEPS: list(procedure.steps),
        Part.INTERNAL_STEPS: steps,
    }[value]


def text(names: Catalogue, entry: Entry, value: Part) -> str:
    """What a record says in a part that is one text."""
    procedure = entry.procedure
    channels = procedure.channels
    return {
        Part.CODE: "; ".join(filter(None, (procedure.code, procedure.local_id))),
        Part.NAME: procedure.name,
        Part.LEVEL: labels.levels(levels_of(entry)),
        Part.TYPE: _type(procedure),
        Part.HANDLED_BY: "; ".join(map(names.agency_name, procedure.handled_by)),
        Part.COORDINATING: "; ".join(map(names.agency_name, procedure.coordinating)),
        Part.PLACE: _place(procedure),
        Part.CHANNELS: "; ".join(f"{labels.channel(item.channel)} {item.note or ''}".strip() for item in channels),
        Part.FEE: _fee(procedure),
        Part.REQUIREMENTS: procedure.requirements or "",
        Part.RESULT: _result(procedure),
        Part.AGENCY: names.agency_name(entry.agency),
        Part.FIELD: entry.field,
    }[value]


def _type(procedure: Procedure) -> str:
    internal = _("internal") if procedure.internal else _("for citizens and businesses")
    return "; ".join(filter(None, (internal, _formality(procedure.formality))))


def _place(procedure: Procedure) -> str:
    anywhere = _("anywhere in the province") if procedure.non_territorial else ""
    return "; ".join(filter(None, (procedure.place, anywhere)))


def _fee(procedure: Procedure) -> str:
    own = (f"{labels.channel(item.channel)}: {item.fee}" for item in procedure.channels if item.fee)
    return "\n".join(filter(None, (procedure.fee, *own)))


def _result(procedure: Procedure) -> str:
    if procedure.result is None:
        return ""
    ways = ", ".join(map(labels.delivery, procedure.result.delivery))
    return f"{procedure.result.name} ({ways})" if ways else procedure.result.name


def _formality(value: Formality | None) -> str:
    if value is None:
        return ""
    return {
        Formality.STANDARD: _("standard"),
        Formality.SPECIFIC: _("specific to the province"),
        Formality.ASSIGNED: _("assigned to the province to regulate"),
        Formality.INTERCONNECTED: _("linked with others"),
        Formality.LOCAL: _("local"),
    }[value]


def _decision(procedure: Procedure) -> list[str]:
    local = procedure.local
    said = (
        (_("province: {text}"), local.decision),
        (_("signed {text}"), _day(local.decided)),
        (_("in force from {text}"), _day(local.effective)),
        (_("ministry: {text}"), procedure.legal.decision),
        (_("repealed by {text}"), procedure.repealed_by),
    )
    return [words.format(text=text) for words, text in said if text]


def _online(procedure: Procedure) -> list[str]:
    online = procedure.online
    asked = (
        (_("presence: {answer}"), online.presence),
        (_("site visit: {answer}"), online.site_visit),
        (_("original papers: {answer}"), online.original),
        (_("online payment: {answer}"), online.payment),
    )
    answers = [words.format(answer=_("yes") if value else _("no")) for words, value in asked if value is not None]
    reason = _("reason: {text}").format(text=reason_words(online.reason)) if online.reason else ""
    until = _("until {date}").format(date=_day(online.reason_until)) if online.reason_until else ""
    return [line for line in (labels.online(online.level), reason, online.reason_basis or "", until, *answers) if line]


def _day(value: date | None) -> str:
    return numbers.calendar_date(value) if value else ""


def _direction(steps: int) -> str:
    return _("more online service") if steps > 0 else _("less online service") if steps else ""
