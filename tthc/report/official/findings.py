"""The report on what the rules found in the data of a catalogue, for an officer to sign."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tthc.catalogue.model import Catalogue
from tthc.domain.finding import Finding, Severity
from tthc.lint.rule import Rule
from tthc.messages import _, ngettext
from tthc.report import findings as page
from tthc.report import labels
from tthc.report.formula import Aggregate, Formula, Function, Own, Sign, Where
from tthc.report.model import Annex, Block, Chart, Figures, Note, Paragraph, Report, Suggestions, Table
from tthc.report.official.common import Stated, letter, sources
from tthc.report.official.layout import (
    DECREE_63,
    edition,
    in_full,
    jurisdiction,
    limits,
    listed,
    recomputed,
    recomputed_figures,
    sections,
    see,
    without_zeros,
)
from tthc.report.official.plain import plain
from tthc.text import numbers
from tthc.text.spelled import both, padded

_KEYS = tuple(severity.key for severity in page.SEVERITIES)
_MOST = 10  # rules in the chart, and things to do


@dataclass(frozen=True, slots=True)
class Checked:
    """A catalogue checked: what was found, by which rules, in how many files, and what was left out as known."""

    findings: Sequence[Finding]
    rules: Mapping[str, Rule]
    files: int
    suppressed: int = 0  # kept quiet by comments with a reason
    known: int = 0  # in the baseline


def report(catalogue: Catalogue, checked: Checked, stated: Stated) -> Report:
    """The whole document: how much was found, where, by which rule, and every finding by agency and field."""
    annexes = _annexes(catalogue, checked)
    about = _("Check of the data in the catalogue of administrative procedures")
    body = sections(
        (_("General result"), _result(catalogue, checked, annexes)),
        (_("By rule"), _rules(checked)),
        (_("By agency"), _agencies(catalogue, checked, annexes)),
        (_("What to do next"), _steps(checked)),
    )
    last = sources(catalogue, stated, _counted(catalogue, checked), _definitions(), rules=len(checked.rules))
    return Report(
        "findings",
        about,
        edition(catalogue),
        (Paragraph(_opening(catalogue, checked)), *limits(catalogue, stated), *body),
        (*annexes, last),
        letter(catalogue, about, [DECREE_63]),
        main="findings",
    )


def _opening(catalogue: Catalogue, checked: Checked) -> str:
    return _(
        "The data of the catalogue of administrative procedures of {name} were checked by {rules} rules: whether the "
        "parts of each procedure are there, deadlines, legal bases, codes and names, online service, duplicates. The "
        "results are as follows."
    ).format(name=jurisdiction(catalogue), rules=numbers.count(len(checked.rules)))


def _annexes(catalogue: Catalogue, checked: Checked) -> tuple[Annex, ...]:
    if not checked.findings:
        return ()
    titles = {"field": _("Findings by field"), "file": _("Findings by file")}
    named = [replace(finding, help=plain(finding.help), ground=in_full(finding.ground)) for finding in checked.findings]
    return (
        Annex(_("All findings"), (page.listing(named, checked.rules, catalogue),)),
        *(Annex(title, (_counts(catalogue, checked, by),)) for by, title in titles.items()),
    )


def _result(catalogue: Catalogue, checked: Checked, annexes: Sequence[Annex]) -> list[Block]:
    counts = Counter(finding.severity for finding in checked.findings)
    concerned = {(finding.location.path, finding.procedure) for finding in checked.findings if finding.procedure}
    if not checked.findings:
        words = _("{n} procedures in {files} files were checked; nothing was found.")
        sentence = words.format(n=both(len(catalogue.entries)), files=padded(checked.files))
        return [Paragraph(sentence), *_left_out(checked)]
    words = _(
        "{n} procedures in {files} files were checked. {found} findings were made, about none of them: {parts}{see}."
    )
    if concerned:
        words = _(
            "{n} procedures in {files} files were checked. {found} findings were made about {concerned} procedures: "
            "{parts}{see}."
        )
    sentence = words.format(
        n=both(len(catalogue.entries)),
        files=padded(checked.files),
        found=both(len(checked.findings)),
        concerned=padded(len(concerned)),
        parts=graded(counts),
        see=see(annexes, "findings"),
    )
    return [Paragraph(sentence), _figures(catalogue, checked), *_left_out(checked)]


def graded(counts: Counter[Severity]) -> str:
    """How many findings there are of each severity, in a row."""
    return listed(
        (counts[Severity.ERROR], ngettext("{n} error", "{n} errors", counts[Severity.ERROR])),
        (counts[Severity.WARNING], ngettext("{n} warning", "{n} warnings", counts[Severity.WARNING])),
        (counts[Severity.NOTE], ngettext("{n} note", "{n} notes", counts[Severity.NOTE])),
    )


def _figures(catalogue: Catalogue, checked: Checked) -> Figures:
    formulas: dict[str, Formula] = {severity.key: _count(severity) for severity in page.SEVERITIES}
    return recomputed_figures(page.figures(checked.findings, catalogue), formulas, _meaning())


def _left_out(checked: Checked) -> list[Block]:
    notes = []
    if checked.suppressed:
        words = _("{n} further findings are not counted: comments in the files give the reason why they stand.")
        notes.append(words.format(n=padded(checked.suppressed)))
    if checked.known:
        words = _("{n} further findings are not counted: the baseline holds them as known.")
        notes.append(words.format(n=padded(checked.known)))
    return [Note(note) for note in notes]


def _rules(checked: Checked) -> list[Block]:
    if not checked.findings:
        return []
    table = page.by_rule(checked.findings, checked.rules)
    return [
        recomputed(without_zeros(table, _KEYS), _by("rule")),
        Chart(_("Findings by rule"), "rules", "title", "all", _MOST),
    ]


def _agencies(catalogue: Catalogue, checked: Checked, annexes: Sequence[Annex]) -> list[Block]:
    if not checked.findings:
        return []
    words = _("The findings by agency in charge; by field and by file they are counted in annexes{see}.")
    return [
        Paragraph(words.format(see=see(annexes, "findings_field", "findings_file"))),
        _counts(catalogue, checked, "agency"),
    ]


def _counts(catalogue: Catalogue, checked: Checked, by: str) -> Table:
    """The statistics by field, file or agency, counted in the list of all findings."""
    table = replace(page.by_group(checked.findings, checked.rules, catalogue, by), key=f"findings_{by}", title="")
    return recomputed(without_zeros(table, _KEYS), _by(by))


def _by(column: str) -> dict[str, Aggregate]:
    group = Where(column, Sign.EQUAL, Own(column))
    return {severity.key: _count(severity, group) for severity in page.SEVERITIES} | {"all": _count(None, group)}


def _count(severity: Severity | None, *where: Where) -> Aggregate:
    grave = (Where("severity", Sign.EQUAL, page.severity_term(severity)),) if severity else ()
    return Aggregate(Function.COUNT, "findings", "number", (*where, *grave))


def _steps(checked: Checked) -> list[Block]:
    """The gravest first; all of it is the province's own list, and its own to put right."""
    counts = Counter(finding.rule for finding in checked.findings)
    gravest = {finding.rule: finding.severity for finding in sorted(checked.findings, key=lambda f: f.severity)}
    order = sorted(counts, key=lambda rule: (-gravest[rule], -counts[rule], rule))[:_MOST]
    if not order:
        return []
    text = _("{title} ({rule}): {n} places.")
    steps = [
        (text.format(title=page.title(checked.rules[rule]), rule=rule, n=padded(counts[rule])), "")
        for rule in order
        if rule in checked.rules
    ]
    words = _("The agencies in charge go through the findings that concern them, errors first, and put right:")
    return [Paragraph(words), Suggestions(tuple(steps))]


def _counted(catalogue: Catalogue, checked: Checked) -> list[tuple[str, str]]:
    return [
        (_("Procedures checked"), numbers.count(len(catalogue.entries))),
        (_("Files read"), numbers.count(checked.files)),
        (_("Findings"), numbers.count(len(checked.findings))),
        (_("Kept quiet by comments"), numbers.count(checked.suppressed)),
        (_("Known from the baseline"), numbers.count(checked.known)),
    ]


def _definitions() -> list[tuple[str, str]]:
    return [(labels.severity(severity), _meaning()[severity.key]) for severity in page.SEVERITIES]


def _meaning() -> dict[str, str]:
    return {
        "error": _("what the law or the data itself contradicts: to be put right"),
        "warning": _("what is probably wrong or incomplete: to be looked at"),
        "note": _("what is worth knowing"),
    }
