"""`tthc why A B`: one pair explained, whether it is a duplicate or not."""

from typing import Annotated

import typer

from tthc.cli.options import CatalogueFolder, Format, Output
from tthc.messages import _

HELP = _("Why two procedures are one and the same, or why not: every piece of evidence with its points.")
EPILOG = _("Examples: tthc why 9.000001 9.000002 · tthc why 'Cấp giấy phép xây dựng' 'Cấp lại giấy phép xây dựng'")


def command(
    a: Annotated[
        str, typer.Argument(metavar="A", help=_("Code, local id or name; a name need not stand in the catalogue."))
    ],
    b: Annotated[
        str, typer.Argument(metavar="B", help=_("Code, local id or name; a name need not stand in the catalogue."))
    ],
    *,
    catalogue: CatalogueFolder = None,
    format_: Format = None,
    output: Output = None,
) -> int:
    """Find both, compare, explain."""
    from tthc.analysis.duplicates.decisions import decided
    from tthc.analysis.duplicates.rarity import Rarity
    from tthc.analysis.duplicates.relation import compare
    from tthc.analysis.duplicates.side import side
    from tthc.analysis.duplicates.survey import sides_of
    from tthc.cli import reading
    from tthc.cli.outcome import Outcome
    from tthc.cli.output import choose, write
    from tthc.cli.procedures import either
    from tthc.report.duplicates.why import report

    choose(format_, output)
    found = reading.catalogue_if_any(catalogue)
    left, right = either(found, a, b)
    rarity = Rarity(side.title for side in sides_of(found, found.entries))
    sides = [side(one) if isinstance(one, str) else sides_of(found, (one,))[0] for one in (left, right)]
    verdict = compare(sides[0], sides[1], rarity)
    entries = [one for one in (left, right) if not isinstance(one, str)]
    write(report(found, (left, right), verdict, decided(entries, found.decisions)), format_, output)
    return Outcome.FINE
