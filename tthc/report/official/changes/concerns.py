"""What has to be looked at before changes are announced."""

from collections.abc import Sequence

from tthc.analysis.changes.changes import Change, Changes, Kind
from tthc.analysis.changes.deadlines import Trend
from tthc.analysis.changes.parts import Part
from tthc.messages import _, ngettext
from tthc.report.model import Annex, Block, Paragraph
from tthc.report.official.changes import words
from tthc.report.official.layout import see
from tthc.text import numbers
from tthc.text.spelled import both

_NAMED = 5  # so many codes are named in a sentence; the annex has all


def concerns(found: Changes, annexes: Sequence[Annex]) -> list[Block]:
    """What has to be justified, the gravest first: how many, which, on what ground, what to do."""
    amended = found.of(Kind.AMENDED)
    heavier = [change for change in amended if change.papers.heavier]
    downgraded = [change for change in amended if change.online < 0]
    unsure = [change for change in amended if change.trend in (Trend.DROPPED, Trend.UNIT, Trend.UNCLEAR)]
    recoded = [change for change in amended if Part.CODE in change.parts]
    beyond = [change for change in found.lengthened if change.beyond]
    others = [change for change in found.changes if change.beyond and not change.lengthened]
    every = (
        (
            _("Longer deadlines"),
            found.lengthened,
            "lengthened",
            _(
                "A procedure must be laid down in a legal document, and an agency may not add to it (khoản 1 Điều 8, "
                "khoản 6 Điều 18 NĐ 63/2010/NĐ-CP): each needs its reason, and the decision that announces it."
            )
            + _beyond(beyond),
        ),
        (
            _("With a deadline longer than the law sets"),
            others,
            "",
            _("They have to be brought back to the deadline that the law sets: {procedures}.").format(
                procedures=_listed(others)
            ),
        ),
        (
            _("Gone without a repealing decision"),
            found.of(Kind.REMOVED),
            "removed",
            _(
                "Absence is not repeal, since lists are announced by decisions (as follows from Điều 13, Điều 14 "
                "NĐ 63/2010/NĐ-CP): name the decision in the record, or restore it."
            ),
        ),
        (
            _("Heavier dossiers"),
            heavier,
            "amended",
            _(
                "Papers beyond those of the legal document may not be asked for (điểm b khoản 1 Điều 6, khoản 6 "
                "Điều 18 NĐ 63/2010/NĐ-CP)."
            ),
        ),
        (
            _("Higher fees"),
            [change for change in amended if change.dearer],
            "amended",
            _("Each needs the document that sets the new fee."),
        ),
        (
            _("Less online service than before"),
            downgraded,
            "amended",
            _("Service that is not full needs one of the reasons of Điều 14 NĐ 224/2026/NĐ-CP."),
        ),
        (
            _("Deadlines in another unit, dropped, or not comparable"),
            unsure,
            "amended",
            _("Whether applicants wait longer has to be looked at case by case."),
        ),
        (_("Another code"), recoded, "amended", _("Statistics, decisions and links go by the code.")),
    )
    sentence = _("{title}: {n} – {procedures}{annex}. {what}")
    return [
        Paragraph(
            sentence.format(
                title=title, n=both(len(changes)), procedures=_codes(changes), annex=see(annexes, annex), what=what
            )
        )
        for title, changes, annex, what in every
        if changes
    ]


def _beyond(changes: Sequence[Change]) -> str:
    """Those of the lengthened that exceed the law as well, each with both deadlines; nothing where none does."""
    if not changes:
        return ""
    text = ngettext(
        "Of these, {n} is longer than the law sets and has to be put right: {procedures}.",
        "Of these, {n} are longer than the law sets and have to be put right: {procedures}.",
        len(changes),
    )
    return " " + text.format(n=both(len(changes)), procedures=_listed(changes))


def _listed(changes: Sequence[Change]) -> str:
    """The first of those that exceed the law, each with both deadlines, and how many more there are."""
    named = [f"{change.entry.key} ({words.beyond(change.beyond)})" for change in changes[:_NAMED] if change.beyond]
    return "; ".join(named) + _more(changes)


def _codes(changes: Sequence[Change]) -> str:
    """The first of them, and how many more there are."""
    named = ", ".join(change.entry.key for change in changes[:_NAMED])
    return named + _more(changes)


def _more(changes: Sequence[Change]) -> str:
    more = len(changes) - _NAMED
    return " " + _("and {n} more").format(n=numbers.count(more)) if more > 0 else ""
