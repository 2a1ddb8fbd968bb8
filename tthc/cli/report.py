"""`tthc report`: documents to send: in Word, in Excel, or as text."""

import difflib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tthc import messages
from tthc.cli import settings
from tthc.cli.documents import KINDS, Asked
from tthc.cli.options import (
    Agencies,
    AsOf,
    CalendarFile,
    CatalogueFolder,
    Codes,
    ConventionName,
    Fields,
    Format,
    Internal,
    Levels,
    Output,
)
from tthc.cli.settings import SettingError
from tthc.messages import _

if TYPE_CHECKING:
    from tthc.report.model import Report

HELP = _("A document to send: a report with its annexes, in Word, Excel, HTML or text.")
EPILOG = _(
    "Examples: tthc report cuts -o bao-cao.docx · tthc report cuts --field 'Đất đai' -o phu-luc.xlsx · "
    "tthc report changes --since main -f markdown"
)

ROWS_AT_TERMINAL = 10  # of each annex: nobody reads thousands of lines go by
USED_BY = {  # options, and the documents that hang on them
    "since": ("changes",),
    "convention": ("cuts", "changes"),
    "calendar": ("audit", "cuts", "changes"),
    "as_of": ("audit", "online", "findings"),
}
OFFICE = ("docx", "xlsx")  # written for a Vietnamese office, whatever language the system speaks


def command(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar=_("KIND"), help=_("Which document: {kinds}.").format(kinds=", ".join(KINDS)))
    ],
    *,
    convention: ConventionName = "nominal",
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar=_("REV"),
            help=_(
                "For changes: since this git revision, between two (OLD..NEW), or since the edition in this folder."
            ),
        ),
    ] = None,
    reference: Annotated[
        Path | None,
        typer.Option("--reference", metavar=_("FILE"), help=_("A DOCX file that lends its styles to the document.")),
    ] = None,
    calendar: CalendarFile = None,
    as_of: AsOf = None,
    catalogue: CatalogueFolder = None,
    field: Fields,
    agency: Agencies,
    level: Levels,
    code: Codes,
    internal: Internal = None,
    format_: Format = None,
    output: Output = None,
) -> int:
    """Read, ask the document's own function, write."""
    from tthc.catalogue import revision
    from tthc.catalogue.selection import Selection
    from tthc.cli import calendars, conventions, days, reading
    from tthc.cli.output import choose, deliver, render
    from tthc.report.official.common import Stated, facts, part

    document = _document(kind)
    chosen = choose(format_, output)
    _refuse_out_of_place(context, kind, chosen, reference)
    by, day, selection = (
        conventions.named(convention),
        days.asked(as_of),
        Selection(field, agency, level, code, internal),
    )
    with _language(chosen):
        whole = reading.catalogue(catalogue)
        selected = reading.selected(whole, selection)
        asked = Asked(
            whole=whole,
            selected=selected,
            stated=Stated(
                (day or selected.manifest.edition) if kind in USED_BY["as_of"] else None,
                revision.current(selected.root),
                part(selected, selection),
            ),
            day=day or days.default(selected),
            calendar=calendars.working_calendar(calendar),
            convention=by,
            selection=selection,
            since=since,
        )
        report = replace(document(asked), facts=facts(selected, asked.stated))
        at_terminal = chosen == "text" and output is None and sys.stdout.isatty()
        shown = report.abridged(ROWS_AT_TERMINAL) if at_terminal else report
        content = render(shown, chosen, to_screen=output is None, reference=reference)
    deliver(content, output)
    if shown != report:
        print(
            _("Of the annexes, the first rows are shown. The whole document: tthc report {kind} -o FILE.docx").format(
                kind=kind
            ),
            file=sys.stderr,
        )
    return reading.outcome(selected)


def _document(kind: str) -> "Callable[[Asked], Report]":
    """The function for this kind of document. Raises SettingError, saying what may have been meant."""
    if kind not in KINDS:
        near = difflib.get_close_matches(kind, KINDS, n=1)
        raise SettingError(
            _('there is no document "{kind}".').format(kind=kind)
            + (" " + _('Did you mean "{near}"?').format(near=near[0]) if near else "")
            + " "
            + _("Possible: {values}.").format(values=", ".join(KINDS))
        )
    return KINDS[kind]


def _refuse_out_of_place(context: typer.Context, kind: str, format_: str, reference: Path | None) -> None:
    """Options that would do nothing here. Raises SettingError."""
    from tthc.cli import idle

    for option, kinds in USED_BY.items():
        if kind not in kinds:
            message = _("{option} does nothing for tthc report {kind}; it is for: {kinds}")
            idle.refuse(context, (option,), message, kind=kind, kinds=", ".join(kinds))
    if reference is None:
        return
    if format_ != "docx":
        raise SettingError(_("--reference lends its styles to a DOCX only; add -o FILE.docx"))
    if not reference.is_file():
        raise SettingError(_("--reference: there is no file {path}").format(path=reference))


@contextmanager
def _language(format_: str) -> Iterator[None]:
    """Vietnamese for what an office sends, unless a language was asked for; then again that of the run."""
    spoken = messages.language()
    if format_ in OFFICE and not settings.current.language_asked:
        messages.use("vi")
    try:
        yield
    finally:
        messages.use(spoken)
