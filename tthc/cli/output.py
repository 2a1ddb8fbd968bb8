"""Where a report goes, and in which format."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tthc.catalogue.files import reason
from tthc.cli import settings
from tthc.messages import _

if TYPE_CHECKING:
    from tthc.report.model import Report  # an answer that was kept needs no report

FORMATS = ("text", "json", "markdown", "csv", "html", "docx", "xlsx")
SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".md": "markdown",
    ".csv": "csv",
    ".html": "html",
    ".docx": "docx",
    ".xlsx": "xlsx",
}
BINARY = ("docx", "xlsx")
PIPED_WIDTH = 120  # the same bytes whoever reads the pipe


def choose(format_: str | None, output: Path | None) -> str:
    """The format asked for, else the one of the output's suffix, else text. Raises SettingError where they disagree."""
    if format_ is not None:
        settings.one_of("--format", format_, FORMATS)
    by_suffix = SUFFIXES.get(output.suffix.casefold()) if output else None
    if output and format_ is None and not output.suffix:
        raise settings.SettingError(
            _("{output} has no suffix that names a format; possible: {values}; or say --format").format(
                output=output, values=", ".join(SUFFIXES)
            )
        )
    if output and format_ is None and by_suffix is None:
        raise settings.SettingError(
            _('the suffix "{suffix}" of --output names no format; possible: {values}').format(
                suffix=output.suffix, values=", ".join(SUFFIXES)
            )
        )
    if format_ and by_suffix and format_ != by_suffix:
        raise settings.SettingError(
            _("--format {format} and --output {output} disagree").format(format=format_, output=output)
        )
    if format_ in BINARY and output is None:
        raise settings.SettingError(
            _("{format} is no text for a screen; name a file: --output FILE.{format}").format(format=format_)
        )
    return format_ or by_suffix or "text"


def write(report: "Report", format_: str | None, output: Path | None, reference: Path | None = None) -> None:
    """Render and deliver; with a file, stdout stays empty and stderr says what was written.

    `reference` is a document that lends its styles to DOCX.
    """
    chosen = choose(format_, output)
    deliver(render(report, chosen, to_screen=output is None, reference=reference), output)


def deliver(content: str | bytes, output: Path | None) -> None:
    """Print, or write into a file and say so on stderr."""
    if output is None:
        sys.stdout.write(content if isinstance(content, str) else content.decode())
        sys.stdout.flush()
        return
    try:
        _save(content if isinstance(content, bytes) else content.encode("utf-8", "replace"), output)
    except OSError as error:
        why = reason(error) if output.parent.exists() else _("its folder does not exist")
        raise settings.SettingError(_("{path} cannot be written: {reason}").format(path=output, reason=why)) from error
    print(_("Written: {path}").format(path=output), file=sys.stderr)


def _save(data: bytes, output: Path) -> None:
    """Whole or not at all, so that a report of last month is not lost to a full disk; a pipe is written as it is."""
    if output.exists() and not output.is_file():
        output.write_bytes(data)
    else:
        from tthc.catalogue.atomic import write_atomically

        write_atomically(output, data)


def render(report: "Report", format_: str, *, to_screen: bool, reference: Path | None = None) -> str | bytes:
    """The report in this format. Raises SettingError where the report has nothing that the format can hold."""
    match format_:
        case "json":
            from tthc.formats import json

            return json.render(report)
        case "markdown":
            from tthc.formats import markdown

            return markdown.render(report)
        case "csv":
            from tthc.formats import csv

            try:
                return csv.render(report)
            except csv.NoTableError as error:
                raise settings.SettingError(
                    _("the main table of this report is empty, and CSV holds nothing else")
                ) from error
        case "html":
            from tthc.formats import html

            return html.render(report)
        case "docx":
            from tthc.formats import docx

            try:
                return docx.render(report, reference)
            except docx.NotADocumentError as error:
                raise settings.SettingError(
                    _("{path} is no Word document (DOCX), or a broken one").format(path=reference)
                ) from error
            except OSError as error:
                raise settings.SettingError(
                    _("{path} cannot be read: {reason}").format(path=reference, reason=reason(error))
                ) from error
        case "xlsx":
            from tthc.formats import xlsx

            try:
                return xlsx.render(report)
            except xlsx.TooManyRowsError as error:
                raise settings.SettingError(str(error)) from error
    from tthc.formats import terminal

    return terminal.render(report, width=width(to_screen=to_screen), color=to_screen and settings.use_color())


def width(*, to_screen: bool) -> int:
    """The columns there are for text."""
    if to_screen and sys.stdout.isatty():
        return shutil.get_terminal_size().columns
    return PIPED_WIDTH
