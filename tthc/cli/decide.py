"""`tthc decide A B VERDICT`: an officer's verdict on a pair, recorded with the catalogue."""

from typing import Annotated

import typer

from tthc.cli.options import CatalogueFolder
from tthc.messages import _

HELP = _("Record whether two procedures are one and the same: the pair is not asked about again.")
EPILOG = _("Example: tthc decide 9.000001 9.000002 different --reason 'Khác đối tượng thực hiện' --by 'Nguyễn Thị Mẫu'")


def command(
    a: Annotated[str, typer.Argument(metavar="A", help=_("Code, local id or exact name of the procedure."))],
    b: Annotated[str, typer.Argument(metavar="B", help=_("Code, local id or exact name of the procedure."))],
    verdict: Annotated[
        str, typer.Argument(metavar=_("VERDICT"), help=_("same (là một), different (khác nhau) or unsure (chưa rõ)."))
    ],
    *,
    reason: Annotated[
        str, typer.Option("--reason", metavar=_("REASON"), help=_("Why; kept with the verdict."), show_default=False)
    ],
    by: Annotated[
        str | None, typer.Option("--by", metavar=_("NAME"), help=_("Who decides (default: the name known to git)."))
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar=_("DATE"), help=_("Day of the decision (default: today)."))
    ] = None,
    catalogue: CatalogueFolder = None,
) -> int:
    """Find both, write the verdict."""
    import sys

    from tthc.cli import reading
    from tthc.cli.outcome import Outcome
    from tthc.cli.procedures import pair
    from tthc.cli.settings import SettingError, one_of
    from tthc.cli.verdicts import Reviewer
    from tthc.domain.decision import Judgement
    from tthc.text import vocabulary

    judgement = Judgement(one_of(_("VERDICT"), verdict, vocabulary.VERDICTS))
    if not reason.strip():
        raise SettingError(_("{option} needs a value").format(option="--reason"))
    found = reading.catalogue(catalogue)
    path = Reviewer(found.root, by, date).decide(pair(found, a, b), judgement, reason)
    print(_("Written: {path}").format(path=path), file=sys.stderr)
    return Outcome.FINE
