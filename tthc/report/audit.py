"""The one page `tthc audit` prints."""

from collections.abc import Callable
from fractions import Fraction

from tthc.analysis.overview import Overview, groups, is_citizens, levels_of, overview
from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.level import OnlineLevel
from tthc.messages import _
from tthc.report import labels
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Heading, Note, Report, table
from tthc.text import numbers

TOP = 10


def report(catalogue: Catalogue) -> Report:
    """Size, cuts, duplicates, online service, findings, and what to do next."""
    counts = overview(catalogue.entries)
    blocks: list[Block] = [*_size(catalogue, counts), *_online(counts), *_findings(catalogue)]
    return Report("audit", _title(catalogue), _subtitle(catalogue), tuple(blocks))


def _title(catalogue: Catalogue) -> str:
    return catalogue.manifest.title or _("Audit of the catalogue of administrative procedures of {name}").format(
        name=catalogue.manifest.jurisdiction.name
    )


def _subtitle(catalogue: Catalogue) -> str:
    edition = catalogue.manifest.edition
    parts = [
        _("Edition of {date}").format(date=numbers.calendar_date(edition)) if edition else _("Edition not stated"),
        catalogue.root.as_posix(),
    ]
    if catalogue.manifest.sample:
        parts.append(_("sample data, not a real province"))
    return " · ".join(parts)


def _size(catalogue: Catalogue, counts: Overview) -> list[Block]:
    of_all = _("of {n} in the catalogue").format(n=numbers.count(counts.total))
    figures = Figures(
        (
            Figure("total", _("Procedures"), counts.total),
            Figure("citizens", _("for citizens and businesses, the province's own"), counts.citizens, base=of_all),
            Figure("internal", _("internal procedures"), counts.internal, base=of_all),
            Figure("vertical", _("of vertical agencies"), counts.vertical, base=of_all),
        )
    )

    def agency(entry: Entry) -> str:
        return catalogue.agency_name(entry.agency)

    return [
        Heading(_("Size")),
        figures,
        _division("levels", _("By level"), _("Level"), catalogue, lambda e: labels.levels(levels_of(e))),
        _division("fields", _("The ten largest fields"), _("Field"), catalogue, lambda e: e.field),
        _division(
            "agencies", _("The ten largest agencies"), _("Agency"), catalogue, lambda e: catalogue.agency_name(e.agency)
        ),
    ]


def _division(key: str, title: str, label: str, catalogue: Catalogue, by: Callable[[Entry], str]) -> Block:
    found = groups(catalogue.entries, by)
    columns = [
        Column("name", label),
        Column("total", _("Total"), Form.COUNT),
        Column("internal", _("Internal"), Form.COUNT),
        Column("full", _("Full online"), Form.COUNT),
        Column("full_rate", _("of citizens'"), Form.RATE),
    ]
    rows = [[name, *_division_cells(entries)] for name, entries in found[:TOP]]
    more = len(found) - TOP
    note = _("and {n} more").format(n=numbers.count(more)) if more > 0 else ""
    return table(key, title, columns, rows, note)


def _division_cells(entries: tuple[Entry, ...]) -> list[Cell]:
    citizens = [entry for entry in entries if is_citizens(entry)]
    full = sum(entry.procedure.online.level is OnlineLevel.FULL for entry in citizens)
    rate = Fraction(full, len(citizens)) if citizens else None
    return [len(entries), sum(entry.procedure.internal for entry in entries), full, rate]


def _online(counts: Overview) -> list[Block]:
    rows: list[list[Cell]] = [
        [labels.online(level), n, Fraction(n, counts.citizens) if counts.citizens else None]
        for level, n in counts.online.items()
    ]
    columns = [
        Column("state", _("As stated in the catalogue")),
        Column("count", _("Procedures"), Form.COUNT),
        Column("rate", _("Share"), Form.RATE),
    ]
    base = _("Base: {n} procedures for citizens and businesses, without internal and vertical ones.").format(
        n=numbers.count(counts.citizens)
    )
    return [Heading(_("Online service")), table("online", "", columns, rows, base)]


def _findings(catalogue: Catalogue) -> list[Block]:
    if not catalogue.findings:
        return [Heading(_("Findings")), Note(_("Every file could be read and every record is valid."))]
    columns = [
        Column("place", _("Place"), Form.CODE),
        Column("rule", _("Rule"), Form.CODE),
        Column("message", _("What is wrong")),
        Column("help", _("How to put it right")),
    ]
    rows: list[list[Cell]] = [[str(f.location), f.rule, f.message, f.help] for f in catalogue.findings[:TOP]]
    more = len(catalogue.findings) - TOP
    note = _("and {n} more").format(n=numbers.count(more)) if more > 0 else ""
    return [Heading(_("Findings")), table("findings", "", columns, rows, note)]
