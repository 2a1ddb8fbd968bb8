"""Findings as a report, for people who read Word, Excel or a page; and their statistics."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tthc.catalogue.model import Catalogue
from tthc.domain.finding import Finding, Severity
from tthc.lint.rule import Rule
from tthc.messages import _, mark
from tthc.report import labels
from tthc.report.model import Block, Cell, Column, Figure, Figures, Form, Report, Term, table

GROUPINGS = ("rule", "file", "field", "agency")
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
    ]
    rows: list[list[Cell]] = [
        [
            str(finding.location),
            Term(finding.severity.key, labels.severity(finding.severity)),
            str(rules.get(finding.rule, finding.rule)),
            finding.procedure,
            finding.message,
            finding.help,
            finding.ground,
        ]
        for finding in findings
    ]
    blocks: list[Block] = [_figures(findings, catalogue), table("findings", _("Findings"), columns, rows)]
    return Report("check", _("Findings of the check"), catalogue.manifest.jurisdiction.name, tuple(blocks))


def statistics(findings: Sequence[Finding], rules: Mapping[str, Rule], catalogue: Catalogue, by: str) -> Report:
    """How many findings of each severity there are by rule, file, field or agency, most first."""
    places = {(e.location.path, e.key): e for e in catalogue.entries}
    files = {e.location.path: e for e in catalogue.entries}

    def group(finding: Finding) -> str:
        if by == "rule":
            return str(rules.get(finding.rule, finding.rule))
        if by == "file":
            return finding.location.path
        entry = places.get((finding.location.path, finding.procedure)) or files.get(finding.location.path)
        if entry is None:
            return "–"
        return entry.field if by == "field" else catalogue.agency_name(entry.agency)

    counts: dict[str, Counter[Severity]] = {}
    for finding in findings:
        counts.setdefault(group(finding), Counter())[finding.severity] += 1
    columns = [
        Column(by, _(_HEADS[by])),
        *(Column(severity.key, labels.severity(severity), Form.COUNT) for severity in reversed(Severity)),
        Column("all", _("All"), Form.COUNT),
    ]
    ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    rows: list[list[Cell]] = [
        [name, *(count[severity] for severity in reversed(Severity)), count.total()] for name, count in ordered
    ]
    blocks: list[Block] = [_figures(findings, catalogue), table("statistics", _("Findings"), columns, rows)]
    return Report("check-statistics", _("Findings of the check"), catalogue.manifest.jurisdiction.name, tuple(blocks))


def _figures(findings: Sequence[Finding], catalogue: Catalogue) -> Figures:
    base = _("of {n} procedures").format(n=len(catalogue.entries))
    return Figures(
        tuple(
            Figure(severity.key, labels.severity(severity), sum(f.severity is severity for f in findings), base=base)
            for severity in reversed(Severity)
        )
    )
