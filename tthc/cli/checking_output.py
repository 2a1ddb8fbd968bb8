"""Where the findings of `tthc check` go, and in which format."""

import os
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tthc.cli import output as reports
from tthc.cli import settings
from tthc.cli.answers import Answer
from tthc.cli.checking import Run
from tthc.cli.outcome import Outcome
from tthc.cli.settings import SettingError
from tthc.domain.finding import Severity
from tthc.lint.engine import fixable
from tthc.lint.rules import ALL
from tthc.messages import _
from tthc.report import labels
from tthc.text import numbers

_OWN = ("text", "json", "github", "gitlab", "sarif", "junit")
_JSON = ("gitlab", "sarif")  # written as JSON, and often into files called so
_MANY = 50  # findings fill several screens
_SUFFIXES = {".txt": "text", ".json": "json", ".sarif": "sarif", ".xml": "junit"}
RULES = {rule.id: rule for rule in ALL}


def choose(format_: str | None, output: Path | None, *, statistics: bool) -> str:
    """The format asked for, else by the output's suffix, else github where it runs, else text.

    Formats of reports (markdown and others) are those every report has.
    """
    if statistics:
        return reports.choose(format_, output)
    by_suffix = _SUFFIXES.get(output.suffix.casefold()) if output else None
    if format_ in _OWN:
        if output and by_suffix and by_suffix != format_ and not (by_suffix == "json" and format_ in _JSON):
            raise SettingError(
                _("--format {format} and --output {output} disagree").format(format=format_, output=output)
            )
        return format_
    if format_ is None and by_suffix:
        return by_suffix
    if format_ is None and output is None:
        return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    if format_ is not None and format_ not in reports.FORMATS:
        settings.one_of("--format", format_, tuple(dict.fromkeys((*_OWN, *reports.FORMATS))))
    return reports.choose(format_, output)


def answer(run: Run, chosen: str, output: Path | None, statistics: str | None, *, exit_zero: bool) -> Answer:
    """What the run says in the format chosen."""
    to_screen = output is None
    if statistics or chosen not in _OWN:
        from tthc.report import findings as report

        made = (
            report.statistics(run.findings, RULES, run.catalogue, statistics)
            if statistics
            else report.report(run.findings, RULES, run.catalogue)
        )
        words = reports.render(made, chosen, to_screen=to_screen)
    else:
        words = _render(run, chosen, to_screen=to_screen)
    summary = _summary(run) if chosen == "github" else ""
    return Answer(words, run.outcome(exit_zero=exit_zero), run.notes, summary)


def _render(run: Run, chosen: str, *, to_screen: bool) -> str:
    if chosen == "json":
        from tthc.formats import findings_json

        return findings_json.render(run.findings, RULES, run.suppressed, run.known)
    if chosen == "github":
        from tthc.formats import github

        return github.render(run.findings, RULES) + _total(run) + "\n"
    if chosen == "gitlab":
        from tthc.formats import gitlab

        return gitlab.render(run.findings, RULES)
    if chosen == "junit":
        from tthc.formats import junit

        return junit.render(run.findings, RULES, run.files)
    if chosen == "sarif":
        from tthc.formats import sarif

        return sarif.render(run.findings, RULES, _changes(run))
    from tthc.formats import findings_text

    color = to_screen and settings.use_color()
    many = to_screen and len(run.findings) > _MANY and settings.on_terminal()
    summary = _by_rule(run) if many else ""
    return findings_text.render(run.findings, RULES, run.sources, color=color) + summary + _total(run) + "\n"


def _by_rule(run: Run) -> str:
    """What a list too long to be read on a screen comes to: the gravest rules first, by name."""
    from tthc.report.findings import title

    counts = Counter(finding.rule for finding in run.findings)
    gravest = {finding.rule: finding.severity for finding in sorted(run.findings, key=lambda each: each.severity)}
    lines = [_("By rule:")]
    for rule in sorted(counts, key=lambda rule: (-gravest[rule], -counts[rule], rule)):
        name = title(RULES[rule]) if rule in RULES else ""
        lines.append(f"{numbers.count(counts[rule]):>8}  {labels.severity(gravest[rule])}  {rule}  {name}")
    lines.append(_("All of them as a workbook: the same command with -o findings.xlsx"))
    return "\n".join(lines) + "\n\n"


def _changes(run: Run) -> dict[int, tuple[str, str]]:
    """For each finding with a fix, the text of its file before and after."""
    from tthc.lint import fixes

    found = {}
    for index, hit in enumerate(run.hits):
        if hit is not None and fixable(hit, unsafe=True):
            for shown, text in fixes.fixed([hit], run.sources, unsafe=True).items():
                found[index] = (run.sources.data(shown).decode("utf-8", "replace"), text)
    return found


def _total(run: Run) -> str:
    """One line: how many findings of each severity, and what can be done about them."""
    counts = Counter(finding.severity for finding in run.findings)
    parts = [f"{labels.severity(severity)}: {numbers.count(counts[severity])}" for severity in reversed(Severity)]
    words = ", ".join(parts) + "; " + _("procedures: {n}").format(n=numbers.count(len(run.catalogue.entries)))
    safe = sum(fixable(hit, unsafe=False) for hit in run.hits)
    if run.fixed:
        words += "; " + _("files put right: {n}").format(n=run.fixed)
    if safe:
        words += "; " + _("{n} can be put right with --fix").format(n=safe)
    if run.suppressed:
        words += "; " + _("kept quiet by comments: {n}").format(n=run.suppressed)
    if run.known:
        words += "; " + _("known from the baseline: {n}").format(n=run.known)
    return words


def _summary(run: Run) -> str:
    """The step summary of GitHub Actions."""
    from tthc.formats import github

    return github.summary(run.findings, RULES)


def show_diff(texts: Mapping[str, tuple[str, str]], *, exit_zero: bool) -> Outcome:
    """Print what fixes would change, as a patch; FINDINGS where there is something."""
    import difflib

    for shown, (old, new) in sorted(texts.items()):
        lines = difflib.unified_diff(
            old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{shown}", f"b/{shown}"
        )
        sys.stdout.writelines(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
        )
    print(_("Files that would change: {n}").format(n=len(texts)), file=sys.stderr)
    return Outcome.FINDINGS if texts and not exit_zero else Outcome.FINE
