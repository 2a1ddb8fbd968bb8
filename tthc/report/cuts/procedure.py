"""The deadlines of one procedure: as announced and as understood, case by case, by channel, against the targets."""

from collections.abc import Sequence

from tthc.analysis.comparison import CasePair
from tthc.analysis.cuts import CutRow
from tthc.analysis.durations import Amounts, Convention
from tthc.analysis.targets import standing
from tthc.domain.deadline import Deadline
from tthc.domain.manifest import Target
from tthc.domain.statistics import Dossiers
from tthc.messages import _
from tthc.report import labels
from tthc.report.cuts import words
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Heading, Note, Paragraph, Span, table
from tthc.report.term import Term
from tthc.text.figures import read_rate


def blocks(row: CutRow, targets: Sequence[Target], dossiers: Dossiers | None) -> list[Block]:
    """Everything there is to say about the time one procedure takes."""
    comparison = row.comparison
    sides: list[list[Cell]] = [
        [_("Legal"), comparison.legal.text if comparison.legal else None, _understood(comparison.legal)],
        [_("Local"), comparison.local.text if comparison.local else None, _understood(comparison.local)],
    ]
    columns = [
        Column("side", ""),
        Column("announced", _("As announced")),
        Column("understood", _("Understood as")),
    ]
    found: list[Block] = [
        Heading(_("Deadlines")),
        table("deadlines", "", columns, sides),
        *_rates(row),
        *_remarks(row),
        *_cases(comparison.pairs),
        *_channels(row),
    ]
    figures = (*_targets(row, targets), *_dossiers(dossiers))
    return [*found, Figures(figures)] if figures else found


def _rates(row: CutRow) -> list[Block]:
    figures = tuple(
        Figure(f"rate_{convention.name.lower()}", labels.convention(convention), _rate(amounts), Form.RATE)
        for convention in Convention
        if (amounts := row.amounts(convention))
    )
    return [Paragraph(_("Cut, by convention:")), Figures(figures)] if figures else []


def _rate(amounts: Amounts) -> Span:
    return Span(amounts.rate, amounts.best_rate)


def _remarks(row: CutRow) -> list[Block]:
    remarks = [words.note(row, Convention.NOMINAL)]
    if row.comparison.overrun and not row.excluded:
        remarks.append(f"{labels.overrun(row.comparison.overrun)}: {words.overrun(row.comparison)}")
    return [Note(remark) for remark in remarks if remark]


def _cases(pairs: Sequence[CasePair]) -> list[Block]:
    """Which case was set against which, where there are several."""
    if len(pairs) < 2:
        return []
    columns = [
        Column("legal", _("Legal")),
        Column("local", _("Local")),
        Column("rate", _("Cut, nominal"), Form.RATE),
        Column("overrun", _("Longer")),
    ]
    return [table("cases", _("Case by case"), columns, [_case(pair) for pair in pairs])]


def _case(pair: CasePair) -> list[Cell]:
    amounts = pair.measure.amounts(Convention.NOMINAL) if pair.measure else None
    overrun = pair.measure.overrun if pair.measure else None
    return [
        labels.case(pair.legal),
        labels.case(pair.local),
        _rate(amounts) if amounts else None,
        Term(overrun, labels.overrun(overrun)) if overrun else None,
    ]


def _channels(row: CutRow) -> list[Block]:
    """Deadlines that only one way of handing in has."""
    if not row.channels:
        return []
    columns = [
        Column("channel", _("Channel")),
        Column("legal", _("Legal")),
        Column("local", _("Local")),
        Column("rate", _("Cut, nominal"), Form.RATE),
        Column("overrun", _("Longer")),
    ]
    rows: list[list[Cell]] = []
    for channel, found in row.channels:
        amounts = None if row.excluded else found.amounts(Convention.NOMINAL)
        rows.append(
            [
                Term(channel, labels.channel(channel)),
                found.legal.text if found.legal else None,
                found.local.text if found.local else None,
                _rate(amounts) if amounts else None,
                Term(found.overrun, labels.overrun(found.overrun)) if found.overrun else None,
            ]
        )
    return [table("channels", _("Deadlines of the channels"), columns, rows)]


def _targets(row: CutRow, targets: Sequence[Target]) -> list[Figure]:
    """Where the procedure stands against each target, nominal; nothing where it is left out."""
    figures = []
    for target in targets:
        found = standing(row, read_rate(target.rate), Convention.NOMINAL)
        if found:
            label = _("Target {rate}").format(rate=target.rate)
            figures.append(Figure(f"target_{target.id}", label, words.standing(found), Form.TEXT, _("nominal")))
    return figures


def _dossiers(found: Dossiers | None) -> list[Figure]:
    """The dossiers of the latest year there are statistics of."""
    if found is None:
        return []
    year = _("statistics of {year}").format(year=found.year)
    return [
        Figure(key, label, n, base=year)
        for key, label, n in (
            ("dossiers", _("Dossiers received"), found.received),
            ("online_dossiers", _("Dossiers received online"), found.online),
            ("on_time_dossiers", _("Dossiers settled on time"), found.on_time),
        )
        if n is not None
    ]


def _understood(deadline: Deadline | None) -> str | None:
    """Case by case, the ordinary one first; the kind in words where there is no case."""
    if deadline is None:
        return None
    lines = [labels.case(case) for case in deadline.cases]
    if deadline.headline:
        lines.insert(0, lines.pop(deadline.headline))
    steps = [labels.step(step) for step in deadline.steps]
    if steps:
        lines.append(_("steps: {steps}").format(steps=" + ".join(steps)))
    return "\n".join(lines) or labels.kind(deadline.kind)
