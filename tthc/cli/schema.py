"""`tthc schema`: the JSON Schema of the catalogue's files, for editors and other programs."""

from pathlib import Path
from typing import Annotated

import typer

from tthc.messages import _

HELP = _("Print the JSON Schema of the catalogue's files, for editors.")
EPILOG = _("Example: tthc schema procedures > schema/procedures.schema.json")


def command(
    context: typer.Context,
    which: Annotated[
        str,
        typer.Argument(metavar=_("[KIND]"), help=_("procedures, catalogue, agencies, legal-documents or decisions.")),
    ] = "procedures",
    into: Annotated[
        Path | None, typer.Option("--into", metavar=_("FOLDER"), help=_("Write all of them into this folder."))
    ] = None,
) -> None:
    """Print one schema, or write all of them into a folder."""
    from tthc.catalogue import schema
    from tthc.cli import idle
    from tthc.cli.settings import one_of

    if into:
        idle.refuse(context, ("which",), _("{option} does nothing with --into, which writes all"))
        into.mkdir(parents=True, exist_ok=True)
        for kind in schema.KINDS:
            (into / f"{kind}.schema.json").write_text(schema.text(kind), encoding="utf-8", newline="\n")
        return
    typer.echo(schema.text(one_of(_("KIND"), which, tuple(schema.KINDS))), nl=False)
