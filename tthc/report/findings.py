"""Findings as a report, for people who read Word, Excel or a page; and their statistics."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from tthc.catalogue.model import Catalogue
from tthc.domain.entry import Entry
from tthc.domain.finding import Finding, Severity
from tthc.lint.rule import Rule
from tthc.messages import _, mark
from tthc.report import labels
from tthc.report.grouping import grouped
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Report, Table, table
from tthc.report.term import Term
from tthc.report.values import capital
from tthc.text import numbers

Key = TypeVar("Key", bound=Hashable)

GROUPINGS = ("rule", "file", "field", "agency")
SEVERITIES = tuple(reversed(Severity))  # the gravest first
_HEADS = {"rule": mark("Rule"), "file": mark("File"), "field": mark("Field"), "agency": mark("Agency")}


def report(findings: Sequence[Finding], rules: Mapping[str, Rule], catalogue: Catalogue) -> Report:
    """Every finding as a row, after the counts."""
    columns = [
        Column("place", _("Place"), Form.CODE),
        Column("severity", _("Severity")),
        Column("rule", _("Rule"), Form.CODE),
        Column("procedure", _("Procedure"), Form.CODE),
        Column("message", _("What is wrong")),
        Column("help", _("How to put it right")),
        Column("ground", _("Legal ground")),
        Column("agency", _("Agency"), detail=True),
        Column("field", _("Field"), detail=True),
    ]
    entry_of = _entries(catalogue)
    rows: list[list[Cell]] = [
        [
            str(finding.location),
            severity_term(finding.severity),
            str(rules.get(finding.rule, finding.rule)),
            finding.procedure,
            finding.message,
            finding.help,
            finding.ground,
            *_belongs_to(catalogue, entry_of(finding)),
        ]
        for finding in findings
    ]
    blocks: list[Block] = [figures(findings, catalogue), table("findings", _("Findings"), columns, rows)]
    return Report("check", _("Findings of the check"), catalogue.manifest.jurisdiction.name, tuple(blocks))


def statistics(findings: Sequence[Finding], rules: Mapping[str, Rule], catalogue: Catalogue, by: str) -> Report:
    """How many findings of each severity there are by rule, file, field or agency, most first."""
    counted = by_group(findings, rules, catalogue, by)
    blocks: list[Block] = [figures(findings, catalogue), counted]
    return Report("check-statistics", _("Findings of the check"), catalogue.manifest.jurisdiction.name, tuple(blocks))


def by_group(findings: Sequence[Finding], rules: Mapping[str, Rule], catalogue: Catalogue, by: str) -> Table:
    """The table of these statistics."""
    entry_of = _entries(catalogue)

    def group(finding: Finding) -> str:
        if by == "rule":
            return str(rules.get(finding.rule, finding.rule))
        if by == "file":
            return finding.location.path
        agency, field = _belongs_to(catalogue, entry_of(finding))
        return field if by == "field" else agency

    columns = [Column(by, _(_HEADS[by])), *_count_columns()]
    rows: list[list[Cell]] = [[name, *cells] for name, cells in _counted(findings, group)]
    return table("statistics", _("Findings"), columns, rows)


def by_rule(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> Table:
    """How many findings each rule has, what it looks for and by which ground, most first."""
    columns = [
        Column("rule", _("Rule"), Form.CODE),
        Column("title", _("What it finds")),
        *_count_columns(),
        Column("ground", _("Legal ground")),
    ]
    rows: list[list[Cell]] = []
    for rule, cells in _counted(findings, lambda finding: finding.rule):
        known = rules.get(rule)
        rows.append([rule, title(known) if known else "", *cells, known.ground if known else ""])
    return table("rules", "", columns, rows)


def listing(findings: Sequence[Finding], rules: Mapping[str, Rule], catalogue: Catalogue) -> Table:
    """Every finding, by agency and field, for an officer to work through."""
    columns = (
        Column("number", _("No."), Form.COUNT),
        Column("severity", _("Severity")),
        Column("rule", _("Rule"), Form.CODE),
        Column("code", _("Code"), Form.CODE),
        Column("name", _("Name of the procedure")),
        Column("message", _("What is wrong")),
        Column("help", _("How to put it right")),
        Column("ground", _("Legal ground")),
        Column("title", _("What the rule finds"), detail=True),
        Column("agency", _("Agency"), detail=True),
        Column("field", _("Field"), detail=True),
        Column("file", _("File"), Form.CODE, detail=True),
        Column("line", _("Line"), Form.COUNT, detail=True),
        Column("column", _("Column"), Form.COUNT, detail=True),
    )
    entry_of = _entries(catalogue)

    def belongs_to(finding: Finding) -> str:
        return " – ".join(dict.fromkeys(_belongs_to(catalogue, entry_of(finding))))

    def cells(number: int, finding: Finding) -> Sequence[Cell]:
        entry, place = entry_of(finding), finding.location
        own = entry if entry and entry.key == finding.procedure else None
        rule = rules.get(finding.rule)
        return (
            number,
            severity_term(finding.severity),
            finding.rule,
            own.procedure.identifier if own else finding.procedure,
            own.procedure.name if own else None,
            finding.message,
            finding.help,
            finding.ground,
            title(rule) if rule else None,
            *_belongs_to(catalogue, entry),
            place.path,
            place.line or None,
            place.column or None,
        )

    return Table("findings", "", columns, grouped(findings, belongs_to, cells, at=4))


def severity_term(severity: Severity) -> Term:
    """How grave a finding is, as its cell says it."""
    return Term(severity.key, labels.severity(severity))


def title(rule: Rule) -> str:
    """What a rule finds, without saying that it finds it."""
    words = _(rule.what).partition(". ")[0].rstrip(".")
    return capital(words.removeprefix(_("Finds ")))


def figures(findings: Sequence[Finding], catalogue: Catalogue) -> Figures:
    """How many findings there are of each severity."""
    base = _("of {n} procedures").format(n=numbers.count(len(catalogue.entries)))
    counts = Counter(finding.severity for finding in findings)
    return Figures(
        tuple(Figure(severity.key, labels.severity(severity), counts[severity], base=base) for severity in SEVERITIES)
    )


def _count_columns() -> list[Column]:
    return [
        *(Column(severity.key, capital(labels.severity(severity)), Form.COUNT) for severity in SEVERITIES),
        Column("all", _("All"), Form.COUNT),
    ]


def _counted(findings: Sequence[Finding], group: Callable[[Finding], Key]) -> list[tuple[Key, list[Cell]]]:
    counts: dict[Key, Counter[Severity]] = {}
    for finding in findings:
        counts.setdefault(group(finding), Counter())[finding.severity] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), str(item[0])))
    return [(name, [*(count[severity] for severity in SEVERITIES), count.total()]) for name, count in ordered]


def _entries(catalogue: Catalogue) -> Callable[[Finding], Entry | None]:
    """Finds the record that a finding is about, else another one of its file: agency and field are the same."""
    places = {(entry.location.path, entry.key): entry for entry in catalogue.entries}
    files = {entry.location.path: entry for entry in catalogue.entries}

    def entry_of(finding: Finding) -> Entry | None:
        return places.get((finding.location.path, finding.procedure)) or files.get(finding.location.path)

    return entry_of


def _belongs_to(catalogue: Catalogue, entry: Entry | None) -> tuple[str, str]:
    """Agency and field; of a file that belongs to neither, that it stands beside the procedures."""
    beside = _("Files beside the procedures")
    return (catalogue.agency_name(entry.agency), entry.field) if entry else (beside, beside)
