"""`tthc rule`: the manual of one rule, or of all."""

from typing import Annotated

import typer

from tthc.messages import _

HELP = _("The manual of a rule: what it finds, why, examples, legal ground.")
EPILOG = _("Examples: tthc rule T101 · tthc rule deadline-longer-than-law · tthc rule O · tthc rule --all")


def command(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar=_("[RULE]"), help=_("Id, prefix of ids, or name."))] = None,
    *,
    all_: Annotated[bool, typer.Option("--all", help=_("A list of all rules."))] = False,
) -> None:
    """Print the page of one rule, or a list of several."""
    from tthc.cli import idle
    from tthc.cli.settings import SettingError
    from tthc.lint import manual, selection
    from tthc.lint.rules import ALL

    if all_:
        idle.refuse(context, ("name",), _("{option} does nothing with --all"))
    if name is None:
        typer.echo(manual.listing(ALL), nl=False)
        return
    try:
        found = selection.matching(ALL, name)
    except selection.UnknownRuleError as error:
        raise SettingError(str(error)) from error
    typer.echo(manual.page(found[0]) if len(found) == 1 else manual.listing(found), nl=False)
