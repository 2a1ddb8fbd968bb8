"""`tthc check`: the linter that CI runs on every edit."""

from pathlib import Path
from typing import Annotated, Any

import typer

from tthc.cli.options import CatalogueFolder, Output
from tthc.messages import _

HELP = _("Check every entry of the catalogue, or what an edit changed; for CI: exit code 1 where there are errors.")
EPILOG = _(
    "Examples: tthc check · tthc check --since origin/main --changed-only · "
    "tthc check new --since old --changed-only · tthc check --fix · "
    "tthc check --select T101,P201 -f github · tthc check --write-baseline baseline.json"
)


def _rules(name: str, text: str) -> Any:
    return typer.Option(name, metavar=_("RULES"), help=text, default_factory=list, show_default=False)


def command(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar=_("[PATHS]"), help=_("A catalogue, or files of one; “-” reads one file from stdin.")),
    ] = None,
    *,
    catalogue: CatalogueFolder = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar=_("REVISION"),
            help=_("Judge the edit since this git revision, or since the edition in this folder."),
        ),
    ] = None,
    changed_only: Annotated[
        bool, typer.Option("--changed-only", help=_("With --since: only entries that the edit touched."))
    ] = False,
    select: Annotated[
        list[str],
        _rules(
            "--select",
            _(
                "Only these rules: ids, prefixes, names, separated by commas; ALL for all. "
                "A prefix names all its rules, also those that are off by default."
            ),
        ),
    ],
    ignore: Annotated[list[str], _rules("--ignore", _("Not these rules."))],
    extend_select: Annotated[list[str], _rules("--extend-select", _("These rules besides the usual ones."))],
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar=_("DATE"), help=_("Check for this day (else the catalogue's edition).")),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help=_("Put right what can be put right safely."))] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help=_("Show what could be put right with a person's consent."))
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help=_("Show the safe fixes without writing them."))] = False,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar=_("FILE"), help=_("Leave out the findings of this file."))
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option("--write-baseline", metavar=_("FILE"), help=_("Write all findings into this file as known.")),
    ] = None,
    statistics: Annotated[
        str | None, typer.Option("--statistics", metavar=_("BY"), help=_("Count by rule, file, field or agency."))
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar=_("SEVERITY"), help=_("Fail from error, warning or note (else error).")),
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help=_("Exit with 0 whatever is found."))] = False,
    stdin_filename: Annotated[
        Path | None, typer.Option("--stdin-filename", metavar=_("FILE"), help=_("With “-”: which file the text is of."))
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar=_("FORMAT"),
            help=_("text, json, github, gitlab, sarif, junit, or one of reports, as markdown."),
        ),
    ] = None,
    output: Output = None,
) -> int:
    """Read, run the rules, print, exit."""
    from tthc.catalogue.files import Disk
    from tthc.cli import answers

    _refuse_out_of_place(context)

    disk = Disk()
    question = answers.question(context.params, disk)
    if known := answers.find(question):
        return answers.deliver(known, output)
    answers.read_ahead(context.params, disk)  # while what the run needs is still being imported

    from tthc.cli import checking, checking_output, checking_settings

    options = checking_settings.combine(
        select=select,
        ignore=ignore,
        extend_select=extend_select,
        fail_on=fail_on,
        baseline=baseline,
        as_of=as_of,
        statistics=statistics,
    )
    chosen = checking_output.choose(format_, output, statistics=statistics is not None)
    run = checking.start(paths or [], catalogue, stdin_filename, options, disk)
    run.compare(since, changed_only=changed_only)
    if fix:
        run.fix()
    if diff or unsafe_fixes:
        return checking_output.show_diff(run.fixes(unsafe=unsafe_fixes), exit_zero=exit_zero)
    if write_baseline:
        return run.write_baseline(write_baseline)
    run.leave_out_known()
    answer = checking_output.answer(run, chosen, output, statistics, exit_zero=exit_zero)
    answers.keep(question, context.params, answer)
    return answers.deliver(answer, output)


def _refuse_out_of_place(context: typer.Context) -> None:
    """Options that would do nothing beside others. Raises SettingError."""
    from tthc.cli import idle

    printed = ("statistics", "format_", "output", "fail_on", "baseline")
    if context.params["write_baseline"]:
        idle.refuse(context, ("diff", "unsafe_fixes", *printed), _("{option} does nothing with --write-baseline"))
    if context.params["diff"] or context.params["unsafe_fixes"]:
        shown = _("{option} does nothing with --diff and --unsafe-fixes, which print a patch")
        idle.refuse(context, ("fix", *printed), shown)
    if [str(path) for path in context.params["paths"] or ()] == ["-"]:
        idle.refuse(context, ("fix",), _("{option} writes files; with “-” use --diff"))
