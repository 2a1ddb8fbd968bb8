"""How many procedures can be full services, how many are offered so, and of what each rate is a rate."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace

from tthc.analysis.online.criteria import Regime
from tthc.analysis.online.figures import Outcome, by_group
from tthc.analysis.online.verdict import Assessment, Verdict
from tthc.analysis.overview import Kind, kind, levels_of
from tthc.catalogue.model import Catalogue
from tthc.domain.level import OnlineLevel
from tthc.domain.rounding import ratio
from tthc.domain.statistics import Dossiers
from tthc.messages import _
from tthc.report import labels
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Heading, Note, Table, table
from tthc.report.online import words
from tthc.text import numbers
from tthc.text.spelled import padded

TOP = 10


def blocks(catalogue: Catalogue, assessments: Sequence[Assessment], total: Outcome, regime: Regime) -> list[Block]:
    """Verdicts, and the rates that are published, each with its base."""
    return [
        Heading(_("What can be full online service")),
        _judged(total),
        *left_out(catalogue, assessments),
        *assumed(total),
        Heading(_("What is offered")),
        offered(total, regime),
        *full_by_verdict(assessments),
        rates(total),
    ]


def _judged(total: Outcome) -> Figures:
    """How many of each verdict; of those without an obstacle also how many a person has confirmed."""
    of_all = _("of {n}").format(n=numbers.count(total.total))
    figures = [Figure("assessed", _("Procedures judged"), total.total)]
    for verdict in Verdict:
        n = total.verdicts[verdict]
        figures.append(Figure(f"verdict_{verdict.value}", words.verdict(verdict).text, n, base=of_all))
        if verdict is Verdict.FULL:
            of_these = _("of {n}").format(n=numbers.count(n))
            figures.append(Figure("full_confirmed", _("… of these confirmed"), total.confirmed, base=of_these))
            figures.append(
                Figure("full_to_confirm", _("… of these to be confirmed by a person"), total.assumed, base=of_these)
            )
    return Figures(tuple(figures))


def left_out(catalogue: Catalogue, assessments: Sequence[Assessment]) -> list[Block]:
    """The records that are not judged, by what they are: the other figures of a catalogue may count them."""
    left = _left_out(catalogue, assessments)
    if not left:
        return []
    parts = "; ".join(f"{labels.counted_as(kind)} {numbers.count(left[kind])}" for kind in Kind if left[kind])
    return [Note(_("{n} left out: {parts}.").format(n=padded(left.total()), parts=parts))]


def without_vertical(catalogue: Catalogue, assessments: Sequence[Assessment]) -> str:
    """The population of a table, where `tthc check` has a larger one; empty where nothing is left out."""
    n = _left_out(catalogue, assessments)[Kind.VERTICAL]
    return _("Not counted: procedures of vertical agencies ({n}).").format(n=padded(n)) if n else ""


def _left_out(catalogue: Catalogue, assessments: Sequence[Assessment]) -> Counter[Kind]:
    return Counter(map(kind, catalogue.entries)) - Counter(kind(each.entry) for each in assessments)


def assumed(total: Outcome) -> list[Block]:
    """That nothing found against a service is not yet a service a person has confirmed."""
    if not total.assumed:
        return []
    text = _("Of the {all} without an obstacle found, {n} are yet to be confirmed: {why}")
    if not total.confirmed:
        text = _("All {all} without an obstacle found are yet to be confirmed: {why}")
    why = _("they rest on wording, or on the record saying nothing against it.")
    return [Note(text.format(all=padded(total.eligible), n=padded(total.assumed), why=why))]


def verdicts(total: Outcome) -> Table:
    """How many procedures there are of each verdict, and what share of those judged."""
    columns = [
        Column("verdict", _("Verdict")),
        Column("count", _("Procedures"), Form.COUNT),
        Column("rate", _("Share"), Form.RATE),
    ]
    rows: list[list[Cell]] = [
        [words.verdict(verdict), n, ratio(n, total.total)] for verdict in Verdict if (n := total.verdicts[verdict])
    ]
    return table("verdicts", "", columns, rows)


def offered(total: Outcome, regime: Regime) -> Table:
    """The levels of service as the records state them."""
    split = total.offered
    counts = {
        OnlineLevel.FULL: split.full,
        OnlineLevel.PARTIAL: split.partial,
        OnlineLevel.INFORMATION: split.information,
        OnlineLevel.NONE: split.none,
        None: split.unstated,
    }
    columns = [Column("offered", _("Offered as")), Column("count", _("Procedures"), Form.COUNT)]
    rows: list[list[Cell]] = [[words.offered(level), count] for level, count in counts.items() if count]
    note = ""
    if regime.levels["full"] != "toàn trình":
        note = _("Full and partial were called “{full}” and “{partial}”.").format(**regime.levels)
    return table("offered", "", columns, rows, note)


def full_by_verdict(assessments: Sequence[Assessment]) -> list[Table]:
    """Whether the services that are offered in full can be so; under it, what those lack that fail a criterion."""
    full = [each for each in assessments if each.entry.procedure.online.level is OnlineLevel.FULL]
    if not full:
        return []
    counts = Counter(each.verdict for each in full)
    failed = Counter(check.criterion.key for each in full for check in each.not_met)
    columns = [
        Column("verdict", _("Verdict")),
        Column("count", _("Procedures"), Form.COUNT),
        Column("rate", _("Share"), Form.RATE),
    ]
    rows: list[list[Cell]] = [
        [words.verdict(verdict), n, ratio(n, len(full))] for verdict in Verdict if (n := counts[verdict])
    ]
    title = _("The {n} services offered in full, by verdict").format(n=padded(len(full)))
    parts = "; ".join(f"{words.criterion(key)} {numbers.count(n)}" for key, n in failed.most_common())
    note = _("Criteria not met: {parts}.").format(parts=parts) if failed else ""
    return [table("full_by_verdict", title, columns, rows, note)]


def rates(total: Outcome) -> Figures:
    """The shares that are published, each with its base."""
    split = total.offered
    figures = [
        Figure("online_rate", _("Online services"), split.online_rate, Form.RATE, _ratio(split.online, total.total)),
        Figure(
            "full_of_online",
            _("Full services, of the online ones"),
            split.full_of_online,
            Form.RATE,
            _ratio(split.full, split.online),
        ),
        Figure(
            "full_of_possible",
            _("Full services, of all but information only"),
            total.full_of_possible,
            Form.RATE,
            _ratio(split.full, total.possible),
        ),
        Figure(
            "full_of_eligible",
            _("Of those without an obstacle found: offered in full"),
            total.eligible_rate,
            Form.RATE,
            _ratio(total.eligible_offered, total.eligible),
        ),
        Figure(
            "partial_of_all",
            _("Partial services, of all"),
            split.partial_of_all,
            Form.RATE,
            _ratio(split.partial, total.total),
        ),
    ]
    if total.received_stating is not None and total.received_online is not None:
        base = _ratio(total.received_online, total.received_stating) + " " + _("dossiers")
        if total.stating_online < total.with_dossiers:
            of = _("{base}, of {n} of {all} procedures with statistics: the others do not state it")
            base = of.format(base=base, n=numbers.count(total.stating_online), all=numbers.count(total.with_dossiers))
        figures.append(
            Figure("online_dossiers", _("Dossiers filed online"), total.online_dossiers_rate, Form.RATE, base)
        )
    return Figures(tuple(figures))


def _ratio(part: int, whole: int) -> str:
    return f"{numbers.count(part)}/{numbers.count(whole)}"


def groups(
    catalogue: Catalogue, assessments: Sequence[Assessment], dossiers: Mapping[str, Dossiers] | None
) -> list[Block]:
    """The same by level, field and agency, as far as a page has room."""
    tables = (
        levels(assessments, dossiers),
        fields(assessments, dossiers),
        agencies(catalogue, assessments, dossiers),
    )
    return [Heading(_("By level, field and agency")), *(replace(each, most=TOP) for each in tables)]


def levels(assessments: Sequence[Assessment], dossiers: Mapping[str, Dossiers] | None) -> Table:
    """By combination of levels, so that the groups add up to the whole."""
    return _group("levels", _("Level"), assessments, lambda a: labels.levels(levels_of(a.entry)), dossiers)


def fields(assessments: Sequence[Assessment], dossiers: Mapping[str, Dossiers] | None) -> Table:
    """By field, the largest first."""
    return _group("fields", _("Field"), assessments, lambda a: a.entry.field, dossiers)


def agencies(catalogue: Catalogue, assessments: Sequence[Assessment], dossiers: Mapping[str, Dossiers] | None) -> Table:
    """By agency in charge, the largest first."""

    def agency(assessment: Assessment) -> str:
        return catalogue.agency_name(assessment.entry.agency)

    return _group("agencies", _("Agency"), assessments, agency, dossiers)


def _group(
    key: str,
    label: str,
    assessments: Sequence[Assessment],
    by: Callable[[Assessment], Hashable],
    dossiers: Mapping[str, Dossiers] | None,
) -> Table:
    found = by_group(assessments, by, dossiers)
    columns = [
        Column("name", label),
        Column("total", _("Procedures"), Form.COUNT),
        Column("full", _("Full"), Form.COUNT),
        Column("partial", _("Partial"), Form.COUNT),
        Column("eligible", _("No obstacle found"), Form.COUNT),
        Column("eligible_offered", _("… offered in full"), Form.COUNT),
        Column("rate", _("of those"), Form.RATE),
    ]
    if dossiers:
        columns.append(Column("dossiers", _("Dossiers"), Form.COUNT))
    rows: list[list[Cell]] = []
    for name, group in found:
        cells: list[Cell] = [str(name), group.total, group.offered.full, group.offered.partial]
        cells += [group.eligible, group.eligible_offered, group.eligible_rate]
        rows.append([*cells, group.received] if dossiers else cells)
    return table(key, "", columns, rows)
